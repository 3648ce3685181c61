"""The shelf: one page that leads to every briefing of every case. It is made from the manifests beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

from onrecord import design, glyphs
from onrecord.briefing import manifest
from onrecord.briefing.formats import FORMATS, Format
from onrecord.briefing.writing import write
from onrecord.wording.english import english

REVIEW = {True: "reviewed by a person", False: "not reviewed by a person"}
Facts = dict[str, Any]  # of a case, or of one file, as the manifest holds them
# What a document is made of, and what is said of one made before that changed; the first that holds is said.
OLD = {
    "article_sha256": "made of an earlier text",
    "coding_sha256": "made of an earlier coding",
    "article_yml_sha256": "made before article.yml was last edited or signed off",
    "judgements_sha256": "made before the judgements were last edited",
}


def write_shelf(out: Path) -> Path:
    """Writes ``index.html`` in `out`, over every folder there that has a manifest."""
    found = [(path.parent.name, manifest.read(path.parent)) for path in sorted(out.glob(f"*/{manifest.NAME}"))]
    page = render([(folder, facts) for folder, facts in found if facts.get("case")])
    write(out / "index.html", page.encode())
    return out / "index.html"


def render(cases: list[tuple[str, Facts]]) -> str:
    """The page for those manifests, each with its folder's name."""
    style = Template(_part("shelf.css")).substitute(design.named())
    body = "\n".join(line for folder, facts in cases for line in _case(folder, facts))
    return Template(_part("shelf.html")).substitute(style=style, body=body or "<p>No case has been built yet.</p>")


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _text(value: object) -> str:
    return escape(glyphs.without_controls(str(value)))


def _case(folder: str, facts: Facts) -> Iterator[str]:
    anchor = quote(folder)
    yield f'<section aria-labelledby="{anchor}"><h2 id="{anchor}">{_text(facts["headline"] or facts["case"])}</h2>'
    yield f'<dl class="facts">{"".join(_fact(name, value) for name, value in _facts(facts))}</dl>'
    if facts["unreviewed_rows"]:
        yield f'<p class="unreviewed">Not reviewed by a person: {facts["unreviewed_rows"]} rows of the coding.</p>'
    if facts.get("unread"):
        yield f'<p class="unreviewed">Reviewed by a person: {_text(facts["unread"])}.</p>'
    yield f"<table><caption>Briefings of {_text(facts['case'])}</caption>"
    yield f'<thead><tr><th scope="col">Briefing</th>{"".join(map(_head, FORMATS.values()))}</tr></thead><tbody>'
    yield from (_row(folder, one, facts) for one in _documents(facts["files"]))
    yield "</tbody></table>"
    if any(name.startswith("data/") for name in facts["files"]):
        yield f'<p><a href="{anchor}/data/datapackage.json">The coding as a data package</a></p>'
    yield "</section>"


def _facts(facts: Facts) -> Iterator[tuple[str, str]]:
    basis = facts["coding_basis"]
    yield "Case", facts["case"]
    yield "Publisher", facts["publisher"]
    yield "As of", f"{facts['as_of']} ({english('as_of', facts['as_of_basis'], 'shelf')})"
    yield "Coding", ", ".join(f"{count} rows {name.replace('_', ' ')}" for name, count in basis.items()) or "none"
    yield "Review", "; ".join(filter(None, [REVIEW[not facts["unreviewed_rows"]], facts.get("unread")]))


def _fact(name: str, value: str) -> str:
    return f"<dt>{name}</dt><dd>{_text(value)}</dd>"


def _head(one: Format) -> str:
    return f'<th scope="col">{one.label}</th>'


@dataclass(frozen=True)
class Shelved:
    """One document: its files' name without the ending, and what the manifest says of each by its format."""

    stem: str
    entries: dict[str, Facts]

    @property
    def title(self) -> str:
        return str(next(iter(self.entries.values()))["title"])

    @property
    def order(self) -> tuple[list[int], str]:
        """Where it stands on the shelf."""
        return next(iter(self.entries.values()))["order"], self.stem


def _documents(files: dict[str, Facts]) -> list[Shelved]:
    """The documents among a case's files, in the order of the shelf."""
    found: dict[str, dict[str, Facts]] = {}
    for name, entry in files.items():
        stem, _, ending = name.rpartition(".")
        if "/" not in name and ending in FORMATS:
            found.setdefault(stem, {})[ending] = entry
    return sorted((Shelved(stem, entries) for stem, entries in found.items()), key=lambda one: one.order)


def _row(folder: str, document: Shelved, facts: Facts) -> str:
    """One document: its title with what has to be said of it, and a link to each of its formats."""
    notes = "; ".join(_notes(facts, list(document.entries.values())))
    note = f' <span class="old">{notes}</span>' if notes else ""
    cells = "".join(f"<td>{_link(folder, document, one)}</td>" for one in FORMATS.values())
    return f'<tr><th scope="row">{_text(document.title)}{note}</th>{cells}</tr>'


def _link(folder: str, document: Shelved, one: Format) -> str:
    if one.name not in document.entries:
        return ""
    address, label = f"{quote(folder)}/{quote(document.stem)}.{one.name}", f"{_text(document.title)}, {one.label}"
    return f'<a href="{address}" aria-label="{label}">{one.label}</a>'


def _notes(facts: Facts, entries: list[Facts]) -> Iterator[str]:
    """Where a document's files are not of the case as the shelf describes it, and what they say of its review."""
    old = [words for name, words in OLD.items() if any(one.get(name) != facts.get(name) for one in entries)]
    yield from old[:1]
    reviewed = not facts["unreviewed_rows"]
    if any(one.get("reviewed", reviewed) != reviewed for one in entries):
        yield f"it says: {REVIEW[not reviewed]}"
