"""One case on the shelf: what it rests on, its briefings on the whole article, and those on each actor and issue."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import quote

from onrecord import glyphs
from onrecord.briefing.formats import FORMATS
from onrecord.wording.dates import date_words
from onrecord.wording.english import english

REVIEW = {True: "reviewed by a person", False: "not reviewed by a person"}
ManifestFacts = dict[str, Any]  # of a case, or of one file, as the manifest holds them
# What a document is made of, and what is said of one made before that changed; the first that holds is said.
OLD = {
    "article_sha256": "made of an earlier text",
    "coding_sha256": "made of an earlier coding",
    "article_yml_sha256": "made before article.yml was last edited or signed off",
    "judgements_sha256": "made before the judgements were last edited",
}


def shown_text(value: object) -> str:
    """`value` as HTML shows it: escaped, its controls visible."""
    return escape(glyphs.without_controls(str(value)))


def case_lines(folder: str, facts: ManifestFacts, is_open: bool) -> Iterator[str]:
    """The lines of HTML for the case in `folder`; lists of actors and issues stand open where `is_open`."""
    anchor, publisher = quote(folder), shown_text(facts["publisher"])
    yield f'<article data-publisher="{publisher}" aria-labelledby="{anchor}">'
    yield f'<h3 id="{anchor}">{shown_text(facts["headline"] or facts["case"])}</h3>'
    yield f'<p class="about">{" · ".join(map(shown_text, _about(facts)))}</p>'
    if review := _review(facts):
        yield f'<p class="unreviewed">{review}</p>'
    on_subjects = []
    for kind, found in itertools.groupby(_documents(facts["files"]), key=lambda one: one.kind):
        documents = [_item(folder, one, facts) for one in found]
        if kind:
            on_subjects.append(_list(kind, documents, is_open))
        else:
            yield f'<ul class="whole">{"".join(documents)}</ul>'
    yield from on_subjects
    if any(name.startswith("data/") for name in facts["files"]):
        yield f'<p class="data"><a href="{anchor}/data/datapackage.json">The coding as a data package</a></p>'
    yield "</article>"


def _about(facts: ManifestFacts) -> Iterator[str]:
    """Publisher, date, name of the case, how its rows were coded."""
    yield facts["publisher"]
    yield f"{date_words(facts['as_of'])} ({english('as_of', facts['as_of_basis'], 'shelf')})"
    yield f"case {facts['case']}"
    rows = [f"{count:,} rows {english('coding_basis', name)}" for name, count in facts["coding_basis"].items()]
    yield ", ".join(rows) or "nothing coded"


def _review(facts: ManifestFacts) -> str:
    """What has to be said of the review: that rows are not reviewed, or were signed unread."""
    if facts["unreviewed_rows"]:
        return f"Not reviewed by a person: {facts['unreviewed_rows']:,} rows of the coding."
    return f"Signed by a person: {shown_text(facts['unread'])}." if facts.get("unread") else ""


@dataclass(frozen=True)
class Shelved:
    """One document: its files' name without the ending, and what the manifest says of each by its format."""

    stem: str
    entries: dict[str, ManifestFacts]

    @property
    def _entry(self) -> ManifestFacts:
        return next(iter(self.entries.values()))

    @property
    def title(self) -> str:
        return str(self._entry["title"])

    @property
    def subject(self) -> str:
        """The actor or the proposition that it is on, "" for the whole article."""
        return str(self._entry.get("subject") or "")

    @property
    def kind(self) -> str:
        """ "Actor brief" of one on a subject, "" of one on the whole article."""
        return self.title.removesuffix(f": {self.subject}") if self.subject else ""

    @property
    def order(self) -> tuple[bool, list[int], str]:
        """Where it stands on the shelf: what is on the whole article first."""
        return bool(self.subject), self._entry["order"], self.stem


def _documents(files: dict[str, ManifestFacts]) -> list[Shelved]:
    """The documents among a case's files, in the order of the shelf."""
    found: dict[str, dict[str, ManifestFacts]] = {}
    for name, entry in files.items():
        stem, _, ending = name.rpartition(".")
        if "/" not in name and ending in FORMATS:
            found.setdefault(stem, {})[ending] = entry
    return sorted((Shelved(stem, entries) for stem, entries in found.items()), key=lambda one: one.order)


def _list(kind: str, documents: list[str], is_open: bool) -> str:
    summary = f"<summary>{shown_text(kind)}s ({len(documents)})</summary>"
    return f"<details{' open' * is_open}>{summary}<ul>{''.join(documents)}</ul></details>"


def _item(folder: str, document: Shelved, facts: ManifestFacts) -> str:
    """One document: its words lead to the first of its formats, names of the others behind them; then what is old."""
    words = shown_text(document.subject or _short(document.title, facts))
    first, *others = (name for name in FORMATS if name in document.entries)
    links = [f'<a href="{_address(folder, document, first)}">{words}</a>']
    links += [
        f'<a href="{_address(folder, document, name)}" aria-label="{words}, {FORMATS[name].label}">'
        f"{FORMATS[name].label}</a>"
        for name in others
    ]
    notes = "; ".join(_notes(facts, document.entries.values()))
    return f"<li>{' '.join(links)}{f' <span class=old>{notes}</span>' if notes else ''}</li>"


def _short(title: str, facts: ManifestFacts) -> str:
    """The title without the headline, under which it stands."""
    return title.removesuffix(f" – {facts['headline']}")


def _address(folder: str, document: Shelved, ending: str) -> str:
    return f"{quote(folder)}/{quote(document.stem)}.{ending}"


def _notes(facts: ManifestFacts, entries: Iterable[ManifestFacts]) -> Iterator[str]:
    """Where a document's files are not of the case as the shelf describes it, and what they say of its review."""
    entries = list(entries)
    old = [words for name, words in OLD.items() if any(one.get(name) != facts.get(name) for one in entries)]
    yield from old[:1]
    reviewed = not facts["unreviewed_rows"]
    if any(one.get("reviewed", reviewed) != reviewed for one in entries):
        yield f"it says: {REVIEW[not reviewed]}"
