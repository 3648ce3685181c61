"""The shelf: one page that leads to every briefing of every case. It is made from the manifests beside it."""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from onrecord.briefing import manifest
from onrecord.briefing.shelf.shelved_case import ManifestFacts, case_lines, shown_text
from onrecord.briefing.writing import write
from onrecord.glyphs import without_controls
from onrecord.house.faces import font_faces
from onrecord.house.given import House
from onrecord.house.style import house
from onrecord.wording.dates import date_words

FEW = 10  # cases of which every list stands open


def write_shelf(out: Path) -> Path:
    """Writes ``index.html`` in `out`, over every folder there that has a manifest; each is read once."""
    found = [(path.parent.name, manifest.read(path.parent)) for path in sorted(out.glob(f"*/{manifest.NAME}"))]
    page = render([(folder, facts) for folder, facts in found if facts.get("case")])
    write(out / "index.html", page.encode())
    return out / "index.html"


def render(cases: list[tuple[str, ManifestFacts]]) -> str:
    """The page for those manifests, each with its folder's name: the newest case first, a month a section."""
    script, own = _part("filter.js"), house()
    return Template(_part("shelf.html")).substitute(
        style=font_faces(own) + Template(_part("shelf.css")).substitute(own.colours()),
        font_source=" font-src data:;" if own.faces else "",
        house=_house(own),
        script=script,
        script_hash="sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        publishers="".join(f"<option>{name}</option>" for name in _publishers(cases)),
        count=f"{len(cases):,} {'case' if len(cases) == 1 else 'cases'}",
        body="\n".join(_body(cases)) or "<p>No case has been built yet.</p>",
    )


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _house(own: House) -> str:
    """The name and the logo of the house, where it has them."""
    logo = f'<img src="{own.logo}" alt="">' if own.logo else ""
    return f'<p class="house">{logo}{escape(without_controls(own.name))}</p>' if own.name else ""


def _publishers(cases: list[tuple[str, ManifestFacts]]) -> list[str]:
    return [shown_text(name) for name in sorted({facts["publisher"] for _, facts in cases}, key=_by_name)]


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _body(cases: list[tuple[str, ManifestFacts]]) -> Iterator[str]:
    ordered = sorted(cases, key=lambda case: (_by_name(case[1]["publisher"]), case[0]))
    ordered.sort(key=lambda case: case[1]["as_of"], reverse=True)
    for month, of_it in itertools.groupby(ordered, key=lambda case: case[1]["as_of"][:7]):
        yield f"<section><h2>{escape(date_words(month))}</h2>"
        for folder, facts in of_it:
            yield from case_lines(folder, facts, is_open=len(cases) < FEW)
        yield "</section>"
