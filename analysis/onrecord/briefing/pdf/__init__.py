"""The PDF: a document set by Typst, tagged for PDF/UA-1 and archived by PDF/A-2a."""

from __future__ import annotations

import datetime
import functools
import json
from importlib.resources import as_file, files

from onrecord import design
from onrecord.briefing.document import Document
from onrecord.briefing.pdf.fonts import bundled_fonts
from onrecord.briefing.pdf.nodes import language, node, shown

STANDARDS = ["ua-1", "a-2a"]

# Sizes of type that are tried, as parts of the design's, from the one that is wanted most
FITS = (1.0, 0.97, 1.03, 0.95, 0.92)
FILLED_MM = 95  # how far down, from the edge of the sheet, a last page should at least be filled
WORTH = 0.04  # of a page: a figure leaves its place only where that shortens the document by more


def render(document: Document) -> bytes:
    """The PDF of `document`; the same document gives the same bytes.

    Compile after forking, never before: the compiler keeps threads.
    """
    data = _data(document)
    data["floats"] = _floats(data, [figure.get("id") for figure in document.tree.iter("figure")])
    data, _ = min((_below_the_title(data | {"fit": fit}) for fit in FITS), key=lambda made: _flaws(made[1]))
    return _compiler().compile(
        format="pdf", sys_inputs=_inputs(data), pdf_standards=STANDARDS, timestamp=data["moment"]
    )


def _floats(data: dict, figures: list[str]) -> list[str]:
    """The figures that go to the head of the next page, so that no gap is left where they do not fit."""
    chosen: list[str] = []
    length = _length(data) if figures else 0
    for figure in figures:
        shorter = _length(data | {"floats": [*chosen, figure]})
        if shorter + WORTH < length:
            chosen, length = [*chosen, figure], shorter
    return chosen


def _length(data: dict) -> float:
    """How long a document is, in pages."""
    end = _end(data)
    return end["page"] - 1 + end["down"] / design.PAGE_HEIGHT_MM


def _below_the_title(data: dict) -> tuple[dict, dict]:
    """`data` and its end, with the figures in their places that would float to the head of the first page."""
    while (end := _end(data))["above"]:
        data = data | {"floats": [figure for figure in data["floats"] if figure not in end["above"]]}
    return data, end


def _flaws(end: dict) -> tuple[int, int]:
    """What a fit is judged by: pages, then a last one that is nearly empty and rows that stand alone on a page."""
    return end["page"], (end["page"] > 1 and end["down"] < FILLED_MM) + end["lone"]


def _end(data: dict) -> dict:
    """Of a document set with `data`: its last page, how many millimetres down that goes, how many rows stand alone
    on a page, and the figures that float above the title."""
    _compiler().compile(format="pdf", sys_inputs=_inputs(data), pdf_tags=False, timestamp=data["moment"])
    return json.loads(_compiler().query("<end>", field="value", one=True))


def _inputs(data: dict) -> dict[str, str]:
    return {"document": json.dumps(data, ensure_ascii=False)}


@functools.cache
def _compiler():
    """One compiler a process: it keeps the fonts and the parsed template."""
    import typst

    with as_file(files(__package__) / "briefing.typ") as template:
        return typst.Compiler(str(template), font_paths=bundled_fonts(), ignore_system_fonts=True)


def _data(document: Document) -> dict:
    facts = document.facts
    moment = datetime.datetime.combine(document.as_of, datetime.time(), tzinfo=datetime.UTC)
    return {
        "moment": int(moment.timestamp()),
        "fit": 1.0,
        "floats": [],
        "title": shown(document.title),
        "author": shown(facts.get("analyst") or "onrecord"),
        "subject": shown(facts.get("subject", "")),
        "keywords": [shown(facts[k]) for k in ("case", "briefing", "marking", "basis") if facts.get(k)],
        "language": language(document.language) or "en",
        "as_of": [document.as_of.year, document.as_of.month, document.as_of.day],
        "running": [shown(part) for part in document.running],
        "unreviewed": shown(document.unreviewed),
        "design": {name.lower(): value for name, value in vars(design).items() if name.isupper()}
        | {"stance": None, "stance_ink": None},
        "body": [node(child) for child in document.tree],
    }
