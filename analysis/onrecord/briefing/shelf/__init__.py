"""The shelf: one page that leads to every briefing of every case. It is made from the manifests beside it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import quote

from onrecord import design, glyphs
from onrecord.briefing import manifest
from onrecord.briefing.formats import FORMATS
from onrecord.briefing.writing import write

BASIS = {"published": "published", "inferred": "date of publication inferred", "coded": "date of coding"}
REVIEW = {True: "reviewed by a person", False: "not reviewed by a person"}
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


def render(cases: list[tuple[str, dict[str, Any]]]) -> str:
    """The page for those manifests, each with its folder's name."""
    colours = {name.lower(): value for name, value in vars(design).items() if name.isupper() and isinstance(value, str)}
    dark = {f"dark_{name}": value for name, value in design.DARK.items()}
    style = Template(_part("shelf.css")).substitute(colours | dark)
    body = "\n".join(line for folder, facts in cases for line in _case(folder, facts))
    return Template(_part("shelf.html")).substitute(style=style, body=body or "<p>No case has been built yet.</p>")


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _text(value: Any) -> str:
    return escape(glyphs.without_controls(str(value)))


def _case(folder: str, facts: dict[str, Any]) -> Iterator[str]:
    anchor = quote(folder)
    yield f'<section aria-labelledby="{anchor}"><h2 id="{anchor}">{_text(facts["headline"] or facts["case"])}</h2>'
    yield '<dl class="facts">'
    for name, value in _facts(facts):
        yield f"<dt>{name}</dt><dd>{_text(value)}</dd>"
    yield "</dl>"
    if facts["unreviewed_rows"]:
        yield f'<p class="unreviewed">Not reviewed by a person: {facts["unreviewed_rows"]} rows of the coding.</p>'
    yield f"<table><caption>Briefings of {_text(facts['case'])}</caption>"
    yield '<thead><tr><th scope="col">Briefing</th>'
    yield "".join(f'<th scope="col">{one.label}</th>' for one in FORMATS.values()) + "</tr></thead><tbody>"
    yield from _rows(folder, facts)
    yield "</tbody></table>"
    if any(name.startswith("data/") for name in facts["files"]):
        yield f'<p><a href="{quote(folder)}/data/datapackage.json">The coding as a data package</a></p>'
    yield "</section>"


def _facts(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    basis = facts["coding_basis"]
    yield "Case", facts["case"]
    yield "Publisher", facts["publisher"]
    yield "As of", f"{facts['as_of']} ({BASIS[facts['as_of_basis']]})"
    yield "Coding", ", ".join(f"{count} rows {name.replace('_', ' ')}" for name, count in basis.items()) or "none"
    yield "Review", REVIEW[not facts["unreviewed_rows"]]


def _rows(folder: str, facts: dict[str, Any]) -> Iterator[str]:
    documents: dict[str, dict[str, dict[str, Any]]] = {}
    for name, entry in facts["files"].items():
        stem, _, ending = name.rpartition(".")
        if "/" not in name and ending in FORMATS:
            documents.setdefault(stem, {})[ending] = entry
    for stem, entries in sorted(documents.items(), key=lambda item: (_first(item[1])["order"], item[0])):
        entry = _first(entries)
        notes = "; ".join(_notes(facts, list(entries.values())))
        note = f' <span class="old">{notes}</span>' if notes else ""
        yield f'<tr><th scope="row">{_text(entry["title"])}{note}</th>'
        for ending, one in FORMATS.items():
            label = f"{_text(entry['title'])}, {one.label}"
            link = f'<a href="{quote(folder)}/{quote(stem)}.{ending}" aria-label="{label}">{one.label}</a>'
            yield f"<td>{link if ending in entries else ''}</td>"
        yield "</tr>"


def _notes(facts: dict[str, Any], entries: list[dict[str, Any]]) -> Iterator[str]:
    """Where a document's files are not of the case as the shelf describes it, and what they say of its review."""
    old = [words for name, words in OLD.items() if any(one.get(name) != facts.get(name) for one in entries)]
    yield from old[:1]
    reviewed = not facts["unreviewed_rows"]
    if any(one.get("reviewed", reviewed) != reviewed for one in entries):
        yield f"it says: {REVIEW[not reviewed]}"


def _first(entries: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return next(iter(entries.values()))
