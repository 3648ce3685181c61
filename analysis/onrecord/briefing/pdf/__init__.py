"""The PDF: a document set by Typst, tagged for PDF/UA-1 and archived by PDF/A-2a."""

from __future__ import annotations

import datetime
import functools
import json
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord import design
from onrecord.briefing.document import Document
from onrecord.briefing.pdf.fonts import bundled_fonts
from onrecord.briefing.pdf.nodes import FOLDED, language, node
from onrecord.briefing.pdf.words import shown
from onrecord.house.given import AT_FOOT, AT_HEAD
from onrecord.house.style import house

if TYPE_CHECKING:
    import typst

KEYWORDS = ("case", "briefing", "marking", "basis")
NO_JSON = ("STANCE", "STANCE_INK")  # of the design: by number, which no JSON name can be

# Sizes of type, as parts of the design's: the one that is wanted, then those that a second setting may take
FITS = (1.0, 0.97, 1.03, 0.95, 0.92)
SHRINKS = 1.6  # a document is shorter by about this power of its type's size: figures keep theirs
FILLED_MM = 95  # how far down, from the edge of the sheet, a last page should at least be filled
WORTH = 0.04  # of a page: a figure leaves its place only where that shortens the document by more
HEAD_MM = 40  # a figure that begins so near to the head of a page may have left a gap on the one before

Data = dict[str, Any]  # a document as the template reads it


def render(document: Document) -> bytes:
    """The PDF of `document`; the same document gives the same bytes.

    It is set once, and a second time where the first shows a flaw that another setting may mend: the better one is
    taken. Compile after forking, never before: the compiler keeps threads.
    """
    data = _data(document)
    made, end = _set(data)
    if change := _mending(end):
        other, changed = _set(data | change)
        made = other if _better(changed, end, moved="floats" in change) else made
    return made


def _set(data: Data) -> tuple[bytes, Data]:
    """The PDF of `data`, and how it came out.

    That is its last page, how many millimetres down it goes, the tables whose last rows stand on two pages, the
    figures that float above the title, those that stand before their turn, and where each begins: its id, page and
    millimetres.
    """
    compiler = _compiler(_faces())
    made = compiler.compile(
        format="pdf", sys_inputs=_inputs(data), pdf_standards=["ua-1", "a-2a"], timestamp=data["moment"]
    )
    assert isinstance(made, bytes), "a PDF is one file"
    end: Data = json.loads(compiler.query("<end>", field="value", one=True))  # as compiled: it costs nothing more
    return made, end


def _mending(end: Data) -> Data:
    """What of a document should be set otherwise; nothing of one without a flaw, or where nothing may help.

    A figure that may have left a gap before it goes to the head of a page, those close behind it wait for it, and the
    text runs on. A table is cut before its last rows, so that these stay together.
    """
    if moved := _moved(end["figures"]):
        return {"floats": moved}
    if end["lone"]:
        return {"cut": end["lone"]}
    fit = _other_fit(end) if _is_nearly_empty(end) else None
    return {"fit": fit} if fit else {}


def _moved(figures: list[tuple[str, int, float]]) -> list[str]:
    """The first figure that heads a page but the first one, and those that begin within a page from it."""
    room = house().room
    places = [(name, page * room + down, page > 1 and down < HEAD_MM) for name, page, down in figures if name]
    first = next((place for _, place, heads in places if heads), None)
    return [name for name, place, _ in places if first is not None and first <= place <= first + room]


def _other_fit(end: Data) -> float | None:
    """The largest size of type that should take the little on the last page back, else one that should fill it."""
    smaller, larger = sorted((fit for fit in FITS if fit < 1), reverse=True), sorted(fit for fit in FITS if fit > 1)
    own = house()
    last = max(end["down"] - own.top, 0) / own.room
    length = end["page"] - 1 + last
    enough = ((end["page"] - 1) / length) ** (1 / SHRINKS)
    fills = (fit for fit in larger if last + length * (fit**SHRINKS - 1) > (FILLED_MM - own.top) / own.room)
    return next((fit for fit in smaller if fit <= enough), next(fills, None))


def _better(end: Data, than: Data, moved: bool) -> bool:
    """Whether a second setting is the better one; a figure's leaving its place has to be worth it."""
    if end["early"] or end["above"]:
        return False
    return _pages(end) + WORTH < _pages(than) if moved else _flaws(end) < _flaws(than)


def _pages(end: Data) -> float:
    """How long a document is, in pages."""
    return float(end["page"] - 1 + end["down"] / house().height)


def _is_nearly_empty(end: Data) -> bool:
    """Whether the last of several pages is."""
    return bool(end["page"] > 1 and end["down"] < FILLED_MM)


def _flaws(end: Data) -> tuple[int, int]:
    """Pages, then a last one that is nearly empty and tables whose last rows are parted."""
    return end["page"], _is_nearly_empty(end) + len(end["lone"])


def _inputs(data: Data) -> dict[str, str]:
    return {"document": json.dumps(data, ensure_ascii=False)}


def _faces() -> tuple[Path, ...]:
    """The files of the house's font."""
    return tuple(face.path for face in house().faces)


@functools.cache
def _compiler(faces: tuple[Path, ...] = ()) -> typst.Compiler:
    """One compiler a process and house: it keeps the fonts and the parsed template."""
    import typst

    with as_file(files(__package__) / "briefing.typ") as template:
        return typst.Compiler(str(template), font_paths=bundled_fonts(faces), ignore_system_fonts=True)


def _data(document: Document) -> Data:
    facts, as_of, own = document.facts, document.as_of, house()
    case, marking, date = document.running
    moment = datetime.datetime.combine(as_of, datetime.time(), tzinfo=datetime.UTC)
    return {
        "moment": int(moment.timestamp()),
        "fit": FITS[0],
        "floats": [],
        "cut": [],
        "title": shown(document.title),
        "author": shown(facts.get("analyst") or "onrecord"),
        "subject": shown(facts.get("subject", "")),
        "keywords": [shown(facts[name]) for name in KEYWORDS if facts.get(name)],
        "language": language(document.language) or "en",
        "as_of": [as_of.year, as_of.month, as_of.day],
        "running": [shown(part) for part in (case, own.marking_at(AT_HEAD, marking), date)],
        "foot": shown(own.marking_at(AT_FOOT, marking)),
        "unreviewed": shown(document.unreviewed),
        "design": _measures(),
        "body": [node(child) for child in document.tree if child.tag != FOLDED],
    }


def _measures() -> Data:
    """The design as far as the template can read it, in the house's own: colours, fonts, lengths."""
    own = house()
    plain = {name.lower(): own.shade(v) for name, v in vars(design).items() if name.isupper() and name not in NO_JSON}
    lengths = {"left_mm": own.left, "right_mm": own.right, "head_mm": own.top, "foot_mm": own.bottom}
    fonts = [*([own.family] if own.family else []), design.SERIF, design.SANS]
    return plain | lengths | {"page_width_mm": own.width, "page_height_mm": own.height, "text_fonts": fonts}
