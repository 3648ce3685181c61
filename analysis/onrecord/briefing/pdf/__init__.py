"""The PDF: a document set by Typst, tagged for PDF/UA-1 and archived by PDF/A-2a."""

from __future__ import annotations

import datetime
import functools
import json
import math
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from onrecord import design
from onrecord.briefing.document import Document
from onrecord.briefing.pdf.fonts import bundled_fonts
from onrecord.briefing.pdf.nodes import FOLDED, language, node
from onrecord.briefing.pdf.words import shown

if TYPE_CHECKING:
    import typst

KEYWORDS = ("case", "briefing", "marking", "basis")
NO_JSON = ("STANCE", "STANCE_INK")  # of the design: by number, which no JSON name can be

# Sizes of type that are tried, as parts of the design's, from the one that is wanted most
FITS = (1.0, 0.97, 1.03, 0.95, 0.92)
FILLED_MM = 95  # how far down, from the edge of the sheet, a last page should at least be filled
WORTH = 0.04  # of a page: a figure leaves its place only where that shortens the document by more


Data = dict[str, Any]  # a document as the template reads it


def render(document: Document) -> bytes:
    """The PDF of `document`; the same document gives the same bytes.

    Compile after forking, never before: the compiler keeps threads.
    """
    data = _data(document)
    data["floats"] = _floats(data, [figure.get("id", "") for figure in document.tree.iter("figure")])
    fitted = min((_below_the_title(data | {"fit": fit}) for fit in FITS), key=lambda made: _flaws(made[1]))
    data = _cut(*fitted)
    made = _compiler().compile(
        format="pdf", sys_inputs=_inputs(data), pdf_standards=["ua-1", "a-2a"], timestamp=data["moment"]
    )
    assert isinstance(made, bytes), "a PDF is one file"
    return made


def _floats(data: Data, figures: list[str]) -> list[str]:
    """The figures that go to the head of the next page, so that no gap is left where they do not fit."""
    chosen: list[str] = []
    length = _length(data) if figures else 0
    for figure in figures:
        if figure not in chosen:
            tried, shorter = _in_turn(data, [*chosen, figure])
            if shorter + WORTH < length:
                chosen, length = tried, shorter
    return chosen


def _in_turn(data: Data, floats: list[str]) -> tuple[list[str], float]:
    """`floats`, and those after them that would else stand before them; and the length, endless where some still do."""
    end = _end(data | {"floats": floats})
    while new := [figure for figure in end["early"] if figure and figure not in floats]:
        floats = [*floats, *new]
        end = _end(data | {"floats": floats})
    return floats, math.inf if end["early"] else _pages(end)


def _length(data: Data) -> float:
    """How long a document is, in pages."""
    return _pages(_end(data))


def _pages(end: Data) -> float:
    return float(end["page"] - 1 + end["down"] / design.PAGE_HEIGHT_MM)


def _below_the_title(data: Data) -> tuple[Data, Data]:
    """`data` and its end, with the figures in their places that would float to the head of the first page."""
    while (end := _end(data))["above"]:
        data = data | {"floats": [figure for figure in data["floats"] if figure not in end["above"]]}
    return data, end


def _cut(data: Data, end: Data) -> Data:
    """`data` with the tables that are cut before their last rows, so that these stay together."""
    while new := [table for table in end["lone"] if table not in data["cut"]]:
        data, end = _below_the_title(data | {"cut": [*data["cut"], *new]})
    return data


def _flaws(end: Data) -> tuple[int, int, int]:
    """What a fit is judged by: what stands before its turn, then pages, then a last one that is nearly empty and tables
    whose last rows are parted."""
    return len(end["early"]), end["page"], (end["page"] > 1 and end["down"] < FILLED_MM) + len(end["lone"])


def _end(data: Data) -> Data:
    """Of a document set with `data`: its last page, how many millimetres down that goes, the tables whose last rows
    stand on two pages, the figures that float above the title, and those that stand before their turn."""
    _compiler().compile(format="pdf", sys_inputs=_inputs(data), pdf_tags=False, timestamp=data["moment"])
    found: Data = json.loads(_compiler().query("<end>", field="value", one=True))
    return found


def _inputs(data: Data) -> dict[str, str]:
    return {"document": json.dumps(data, ensure_ascii=False)}


@functools.cache
def _compiler() -> typst.Compiler:
    """One compiler a process: it keeps the fonts and the parsed template."""
    import typst

    with as_file(files(__package__) / "briefing.typ") as template:
        return typst.Compiler(str(template), font_paths=bundled_fonts(), ignore_system_fonts=True)


def _data(document: Document) -> Data:
    facts, as_of = document.facts, document.as_of
    moment = datetime.datetime.combine(as_of, datetime.time(), tzinfo=datetime.UTC)
    return {
        "moment": int(moment.timestamp()),
        "fit": 1.0,
        "floats": [],
        "cut": [],
        "title": shown(document.title),
        "author": shown(facts.get("analyst") or "onrecord"),
        "subject": shown(facts.get("subject", "")),
        "keywords": [shown(facts[name]) for name in KEYWORDS if facts.get(name)],
        "language": language(document.language) or "en",
        "as_of": [as_of.year, as_of.month, as_of.day],
        "running": [shown(part) for part in document.running],
        "unreviewed": shown(document.unreviewed),
        "design": _measures(),
        "body": [node(child) for child in document.tree if child.tag != FOLDED],
    }


def _measures() -> Data:
    """The design as far as the template can read it: colours, fonts, lengths."""
    return {name.lower(): value for name, value in vars(design).items() if name.isupper() and name not in NO_JSON}
