"""All that the gate asks of a shelf, by the rules of the house."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.coding.folders import shown
from onrecord.gate.machines import of_the_machine
from onrecord.gate.pages import active, likely_words, loose_links, quoted_words, untraced, without_words
from onrecord.gate.paper_words import lost_words
from onrecord.gate.papers import against_standards, figures_without_words, loose_ends
from onrecord.gate.rendered import PAGE, PDF, Refusal, RenderedFile, manifest_of
from onrecord.house.given import House
from onrecord.house.style import house
from onrecord.problems import Problem, ProblemsError, problem

Rule = Callable[[RenderedFile], Iterator[Refusal]]
_OF_PAGES: tuple[Rule, ...] = (untraced, loose_links, without_words, likely_words, active, of_the_machine)
_OF_PDFS: tuple[Rule, ...] = (against_standards, figures_without_words, loose_ends, of_the_machine)
_OF_THE_INDEX: tuple[Rule, ...] = (loose_links, active, of_the_machine)
_REBUILD = "build it anew"
_WORDS = 5  # that are named of those which a PDF lacks


def gate(reports: Path) -> list[Problem]:
    """Everything on the shelf `reports` that the house does not let through, the files in their order.

    Raises ProblemsError where there is no shelf, or where the style of the house is wrong.
    """
    own = house()
    index = RenderedFile(reports / "index.html", reports)
    if not index.path.is_file():
        found, remedy = "is no shelf: there is no index.html", "build it first: onrecord build"
        raise ProblemsError([problem("E-GATE", shown(reports), found=found, remedy=remedy)])
    problems = list(_asked(index, _OF_THE_INDEX))
    for folder in sorted(path.parent for path in reports.glob("*/manifest.json")):
        problems += _of_case(folder, reports, own)
    return problems


def _of_case(folder: Path, reports: Path, own: House) -> Iterator[Problem]:
    files = manifest_of(folder).get("files", {})
    for name, entry in sorted(files.items()):
        yield from _unlike_manifest(folder / name, str(entry.get("sha256", "")))
    for path in sorted((folder / "failed").glob("*.ipynb")):
        yield _said(path, "a briefing failed", "mend its notebook, build, and delete this file")
    for path in sorted(path for path in folder.iterdir() if path.suffix in (PAGE, PDF)):
        if path.name not in files:
            yield _said(path, "no build made this file", "take it away, or make it by a notebook")
        yield from _of_file(RenderedFile(path, reports), own)


def _unlike_manifest(path: Path, sha256: str) -> Iterator[Problem]:
    if not path.is_file():
        yield _said(path, "the manifest names it, and it is not there", _REBUILD)
    elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        yield _said(path, "it is not as it was built", _REBUILD)


def _of_file(file: RenderedFile, own: House) -> Iterator[Problem]:
    rules = _OF_PAGES if file.path.suffix == PAGE else _OF_PDFS
    more = (_by_the_house(own) if file.path.suffix == PAGE else _same_words(own),)
    yield from _asked(file, (*rules, *more))


def _asked(file: RenderedFile, rules: tuple[Rule, ...]) -> Iterator[Problem]:
    """What the rules find in a file; one that cannot be read is a problem, too."""
    for rule in rules:
        try:
            yield from [_said(file.path, *found) for found in rule(file)]
        except Exception as error:  # readers of broken files fail in any way
            yield _said(file.path, f"it cannot be read: {type(error).__name__} {str(error)[:80]}", _REBUILD)
            return


def _said(path: Path, found: str, remedy: str) -> Problem:
    return problem("E-GATE", shown(path), found=found, remedy=remedy)


def _by_the_house(own: House) -> Rule:
    """What the rules of this house ask of a page."""

    def rule(file: RenderedFile) -> Iterator[Refusal]:
        yield from _review(file, own.unreviewed)
        yield from _quoted(file, own)

    return rule


def _review(file: RenderedFile, policy: str) -> Iterator[Refusal]:
    """An unreviewed coding, refused or let through where page and PDF say so."""
    if file.facts.get("reviewed") == "true" or policy == "allow":
        return
    if policy == "refuse":
        yield "no person has reviewed the coding, and the house refuses that", "review it, then: onrecord sign"
        return
    marked = file.page.xpath("//header[@class='banner']//*[@class='unreviewed']")
    flagged = file.page.xpath("//header[@class='running']//*[@class='flag']")
    if not (marked and flagged):
        yield "no person has reviewed the coding, and the page does not say so", _REBUILD
    elif file.twin.path.is_file():
        words = " ".join(marked[0].text_content().split())[:40]
        silent = [
            n for n, page in enumerate(file.twin.pdf.pages, 1) if words not in " ".join(page.extract_text().split())
        ]
        if silent:
            yield f"no person has reviewed the coding, and page {silent[0]} of its PDF does not say so", _REBUILD


def _quoted(file: RenderedFile, own: House) -> Iterator[Refusal]:
    """More words of the article than the house quotes."""
    words, whole = quoted_words(file), _article_words(file.path.parent)
    remedy = "cite fewer sentences, or raise the limit in onrecord.yml"
    if own.words_at_most is not None and words > own.words_at_most:
        yield f"it quotes {words} words of its article, more than the {own.words_at_most} of the house", remedy
    if own.share_at_most is not None and whole and words / whole > own.share_at_most:
        yield (
            f"it quotes {words / whole:.0%} of its article, more than the {own.share_at_most:.0%} of the house",
            remedy,
        )


def _article_words(folder: Path) -> int:
    """How many words the article has, by the data package beside the documents; 0 where that is not there."""
    try:
        with (folder / "data" / "sentences.csv").open(encoding="utf-8", newline="") as file:
            return sum(len(row["text"].split()) for row in csv.DictReader(file))
    except (OSError, KeyError, csv.Error):
        return 0


def _same_words(own: House) -> Rule:
    def rule(file: RenderedFile) -> Iterator[Refusal]:
        if not file.twin.path.is_file():
            return
        lost = lost_words(file.twin.text, file.pdf, own.bottom)
        if lost:
            more = f" and {len(lost) - _WORDS} more" if len(lost) > _WORDS else ""
            yield f"it lacks words of its page: {', '.join(lost[:_WORDS])}{more}", _REBUILD

    return rule
