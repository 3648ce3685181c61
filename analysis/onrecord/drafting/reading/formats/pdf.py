"""PDF files: pypdf gives pieces of text with their places; from these come lines, paragraphs and the headline."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from os.path import commonprefix
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.drafting.reading.formats.page import LeftOut, Page, line
from onrecord.drafting.reading.formats.refusing import refused, too_long
from onrecord.drafting.reading.formats.unwrapping import Joiner

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGES = 200
PAINTED = 400_000  # operators of all pages: an article has some ten thousand
LONGEST = 1_200_000  # code points
SMALLER, LARGER = 0.9, 1.15  # of the size of most letters: notes are below it, headlines above
RAISED = 0.9  # of the size of the line: a figure so small is the mark of a note
WIDER = 1.35  # of the distance of most lines: a new paragraph
INDENT = (4, 60)  # points by which a first line is set in
SHORT = 0.8  # of the longest line of a column: a line that ends so early ends a paragraph
EDGE = 3  # lines at the head and the foot of a page that may be the page's own
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,300}")
INNER_HYPHEN = re.compile("\u00ad(?=.)")  # some programs name every hyphen a soft one
MARK = re.compile(r"\W?\d{1,3}\W?\s*\w|[*†‡§]")
COMMENTS = ("/Text", "/FreeText", "/Highlight", "/Popup", "/StrikeOut", "/Underline", "/Squiggly", "/Caret", "/Ink")
OPENING = 10  # paragraphs among which the headline stands
LONGEST_HEADLINE = 250
STANDS_OUT = 1.05
LETTER = 0.55  # of the size of the letters: how wide one is, on the whole
WIDE, CELL = 2.5, 40  # letters: a gap between cells of a table, and the most that a cell of a row holds
NOTED = re.compile(r"(?<=[^\W\d_][.,;!?”\"’)])\d{1,2}(?=\s|$)|(?<=[.,!?][”\"’)])\d{1,2}(?=\s|$)")
LIMITS: dict[str, Any] = {"zlib_maximum_output_length": 30_000_000, "stream_parsing_work_maximum_count": 800_000}
END = re.compile(r"[.!?…:][”\"’')\]]*\d{0,2}$")


class Line(NamedTuple):
    """A line as it is set: its words, page, left edge and base line in points (up the page), and size of letters.

    `cells` is whether it is short pieces with wide gaps between them, as a row of a table.
    """

    words: str
    page: int
    x: float
    y: float
    size: float
    cells: bool = False


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def read_pdf(data: bytes, name: str) -> Page:
    """The paragraphs of the file in the order in which it paints them; its title is the headline where it stands there.

    Raises ProblemsError for a file that is encrypted, holds pictures alone, or is beyond any article.
    """
    from pypdf import apply_configuration

    with apply_configuration(**LIMITS):
        reader = opened(data, name)
        left_out = LeftOut()
        found = painted(reader, left_out, name)
        title, language = title_of(reader), str(reader.root_object.get("/Lang", ""))
    if not found:
        pictures = "pictures of its pages and no text" if "picture" in left_out.kinds else "no text"
        raise refused(name, f"it holds {pictures}", "have the text recognised (OCR) and save that, or type it in")
    return set_out(found, title, language, left_out, name)


def opened(data: bytes, name: str) -> PdfReader:
    """The reader of a file that is not locked and has a thinkable number of pages."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it puts up with is no matter of the article
    reader = PdfReader(io.BytesIO(data))
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:  # a cipher that it leaves to another library
        locked = True
    if locked:
        raise refused(name, "it is encrypted", "save it without a password, or print it to a new PDF")
    if len(reader.pages) > PAGES:
        raise too_long(name, f"{len(reader.pages):,} pages", f"{PAGES}")
    return reader


def title_of(reader: PdfReader) -> str:
    return line(str((reader.metadata and reader.metadata.title) or ""))


def painted(reader: PdfReader, left_out: LeftOut, name: str) -> list[Line]:
    """The lines of all pages in the order of painting; pictures, comments and attached files are left out."""
    collector = Collector(left_out, name)
    for number, page in enumerate(reader.pages):
        collector.read(page, number)
        note_pictures(page, left_out)
    for attached in reader.attachments:
        left_out.add("attachment", attached)
    return collector.lines


def note_pictures(page: PageObject, left_out: LeftOut) -> None:
    """Name the pictures that a page paints, and the comments on it."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    for one in objects.get_object().values() if objects else ():
        if one.get_object().get("/Subtype") == "/Image":
            left_out.add("picture")
    for note in page.get("/Annots", ()) or ():
        if note.get_object().get("/Subtype") in COMMENTS:
            left_out.add("comment", str(note.get_object().get("/Contents", "")))


class Collector:
    """Puts together the lines of pages from the pieces of text that pypdf finds, in its order."""

    def __init__(self, left_out: LeftOut, name: str):
        self.left_out, self.name = left_out, name
        self.lines: list[Line] = []
        self.pieces: list[Line] = []
        self.operators = self.length = self.page = 0

    def read(self, page: PageObject, number: int) -> None:
        """Add the lines of one page; raises ProblemsError where the file paints more than any article."""
        self.page = number
        page.extract_text(visitor_text=self.piece, visitor_operand_before=self.operator)
        self.end_line()

    def operator(self, *_: Any) -> None:
        self.operators += 1
        if self.operators > PAINTED or self.length > LONGEST:
            raise too_long(self.name, f"more than {PAINTED:,} strokes and words", f"{PAINTED:,}")

    def piece(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        """Take a piece of text as pypdf's visitor gets it: two matrices tell where it stands and how large."""
        self.length += len(text)
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scaled = size * abs(tm[3] * cm[3] or tm[1] * cm[1] or 1)
        for k, words in enumerate(text.split("\n")):
            if k:
                self.end_line()
            if words:
                self.pieces.append(Line(words, self.page, x, y, scaled))

    def end_line(self) -> None:
        """The pieces since the last line's end are a line; raised figures in it are marks of notes."""
        pieces, self.pieces = self.pieces, []
        visible = [piece for piece in pieces if piece.words.strip()]
        if not visible:
            return
        size = max(visible, key=lambda piece: len(piece.words)).size
        kept = [piece for k, piece in enumerate(visible) if not (k and self.is_mark(piece, size))]
        gaps = [gap(before, piece) for before, piece in pairwise(kept)]
        words = line(INNER_HYPHEN.sub("-", spaced(pieces, kept)))
        if words:
            cells = any(one > WIDE for one in gaps) and all(len(piece.words) < CELL for piece in kept)
            self.lines.append(Line(words, self.page, visible[0].x, visible[0].y, size, cells))

    def is_mark(self, piece: Line, size: float) -> bool:
        return piece.size < RAISED * size and piece.words.strip().isdigit()


def spaced(pieces: list[Line], kept: list[Line]) -> str:
    """The words of the pieces that are kept, a space where a gap lies between two."""
    words = ""
    last: Line | None = None
    for piece in pieces:
        if piece in kept:
            words += f" {piece.words}" if last and gap(last, piece) > 1 else piece.words
            last = piece
        elif not piece.words.strip():
            words += piece.words
    return words


def gap(before: Line, piece: Line) -> float:
    """How far a piece begins behind the one before it ends, in widths of a letter; 0 where that cannot be told."""
    letter = max(before.size, 1) * LETTER
    return (piece.x - before.x) / letter - len(before.words) if abs(piece.y - before.y) < before.size else 0


def set_out(found: list[Line], title: str, language: str, left_out: LeftOut, name: str) -> Page:
    """The page that these lines make: paragraphs, with the headline that stands out or that the file names."""
    body, edges = without_edges(found, SMALLER * size_of(found))
    for row in edges:
        left_out.add("page header or footer line", row.words)
    size = size_of(body)
    body, notes = without_notes(body, size)
    for row in notes:
        left_out.add("footnote line", row.words)
    body, rows = without_tables(body)
    for row in rows:
        left_out.add("row of a table", row.words)
    body = [row._replace(words=unmarked(row.words, notes)) for row in body]
    joiner = Joiner(row.words for row in body)
    paragraphs = [
        Set(joiner.paragraph([row.words for row in rows]), rows[0].size, rows[0].page) for rows in grouped(body, size)
    ]
    headline = headline_of(paragraphs, size, title)
    joined = (f"{name}: joined words that were hyphenated at the ends of lines: {joiner.joined:,}",)
    return Page(
        "\n".join(paragraph.words for paragraph in paragraphs),
        headline,
        url=address_in(edges),
        standfirst=standfirst_of(paragraphs, size, headline),
        language=language,
        headed=True,
        said=left_out.said(name) + (joined if joiner.joined else ()),
    )


def address_in(edges: list[Line]) -> str | None:
    """The address that a browser prints at the edge of each page, without the number of the page behind it."""
    found = [re.sub(r"\d+/\d+$", "", match[0]) for row in edges if (match := ADDRESS.search(row.words))]
    return commonprefix(found) or None  # noqa: RUF071 - of characters: an address, no path


def without_edges(found: list[Line], small: float) -> tuple[list[Line], list[Line]]:
    """The lines without those that pages repeat at their edges, and without page numbers; and these lines.

    A line smaller than `small` that begins with a mark is a note, though other pages have the same.
    """
    edges = {id(row): row for rows in by_page(found) for row in edge_lines(rows)}
    pages = found[-1].page + 1
    repeated = Counter(one for rows in by_page(found) for one in {pattern_of(row) for row in edge_lines(rows)})
    often = {pattern for pattern, number in repeated.items() if number >= max(2, pages / 2)}
    middle = median(row.y for row in found)
    own = {
        key
        for key, row in edges.items()
        if PAGE_NUMBER.fullmatch(row.words)
        or (pattern_of(row) in often and not (row.size < small and row.y < middle and MARK.match(row.words)))
    }
    return [row for row in found if id(row) not in own], [row for row in found if id(row) in own]


def by_page(found: list[Line]) -> Iterator[list[Line]]:
    for _, rows in groupby(found, key=lambda row: row.page):
        yield list(rows)


def edge_lines(rows: list[Line]) -> list[Line]:
    """The highest and the lowest lines of a page."""
    ordered = sorted(rows, key=lambda row: row.y)
    return ordered if len(ordered) <= 2 * EDGE else ordered[:EDGE] + ordered[-EDGE:]


def pattern_of(row: Line) -> tuple[str, int]:
    """The words of a line with any number for any other, and its place up the page, roughly."""
    return NUMBER.sub("0", row.words), round(row.y / 12)


def size_of(body: list[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for row in body:
        sizes[round(row.size, 1)] += len(row.words)
    return sizes.most_common(1)[0][0] if sizes else 0


def without_notes(body: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """The lines without the small ones that end a page, the first of which begins with a mark; and those."""
    kept: list[Line] = []
    notes: list[Line] = []
    for rows in by_page(body):
        end = len(rows)
        while end and rows[end - 1].size < SMALLER * size:
            end -= 1
        is_note = end < len(rows) and MARK.match(rows[end].words)
        kept += rows[:end] if is_note else rows
        notes += rows[end:] if is_note else []
    return kept, notes


def unmarked(words: str, notes: list[Line]) -> str:
    """Words without the marks of these notes."""
    marks = {found[0] for note in notes if (found := re.search(r"\d+", note.words[:4]))}
    return NOTED.sub(lambda found: "" if found[0] in marks else found[0], words) if marks else words


def without_tables(body: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without those that are rows of a table, two or more in a row; and these."""
    kept: list[Line] = []
    cut: list[Line] = []
    for cells, rows in groupby(body, key=lambda row: row.cells):
        found = list(rows)
        (cut if cells and len(found) > 1 else kept).extend(found)
    return kept, cut


def grouped(body: list[Line], size: float) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    step = step_of(body, size)
    longest = longest_lines(body)
    rows: list[Line] = []
    for row in body:
        if rows and begins(rows[-1], row, step, longest[column_of(rows[-1])]):
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def step_of(body: list[Line], size: float) -> float:
    """How far the lines of a paragraph are from each other: less than most steps where most paragraphs are short."""
    text = [row for row in body if size_like(row, size)]
    steps = sorted(a.y - b.y for a, b in pairwise(text) if a.page == b.page and 0 < a.y - b.y < 3 * size)
    single = sum(END.search(row.words) is not None for row in text) > len(text) / 2  # a line is a paragraph, mostly
    return steps[len(steps) // 4] if steps and not single else 1.2 * size


def size_like(row: Line, size: float) -> bool:
    return abs(row.size - size) < 0.1 * size


def longest_lines(body: list[Line]) -> dict[tuple[int, int], int]:
    """Column → the characters of its longest line."""
    found: dict[tuple[int, int], int] = {}
    for row in body:
        found[column_of(row)] = max(found.get(column_of(row), 0), len(row.words))
    return found


def column_of(row: Line) -> tuple[int, int]:
    """What tells a column from another: its left edge, roughly, and the size of its letters."""
    return round(row.x / INDENT[1]), round(row.size)


def begins(before: Line, row: Line, step: float, longest: int) -> bool:
    """Whether a line begins a paragraph: by its size, its place, or because the line before it ended one."""
    if abs(before.size - row.size) > 0.1 * before.size:
        return True
    ended = END.search(before.words) is not None
    down = before.y - row.y
    if before.page != row.page or down <= 0:  # another page or column
        return ended and not row.words[0].islower()
    if down > WIDER * max(step, 1.1 * row.size):
        return True
    return ended and (INDENT[0] < row.x - before.x < INDENT[1] or len(before.words) < SHORT * longest)


class Set(NamedTuple):
    """A paragraph, the size of its letters, and its page."""

    words: str
    size: float
    page: int


def headline_of(paragraphs: list[Set], size: float, title: str) -> str:
    """The file's title where it stands at the head, else the largest words on the first page, else ''."""
    opening = [paragraph for paragraph in paragraphs[:OPENING] if paragraph.page == paragraphs[0].page]
    named = next((paragraph.words for paragraph in opening if title and paragraph.words == title), "")
    large = [
        p for p in opening if p.size > LARGER * size and len(p.words.split()) > 2 and len(p.words) < LONGEST_HEADLINE
    ]
    return named or (max(large, key=lambda p: p.size).words if large else "")


def standfirst_of(paragraphs: list[Set], size: float, headline: str) -> str:
    """The words right below the headline, set smaller than it and larger than the text, or ''."""
    for before, paragraph in pairwise(paragraphs[:OPENING]):
        if (
            before.words == headline
            and size * STANDS_OUT < paragraph.size < before.size
            and len(paragraph.words.split()) > 5
        ):
            return paragraph.words
    return ""
