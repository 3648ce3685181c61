"""PDF files: pypdf gives pieces of text with their places; from these come lines, paragraphs and the headline."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from onrecord.drafting.reading.formats.page import LeftOut, Page, line
from onrecord.drafting.reading.formats.pdf_lines import Lines, PdfLine
from onrecord.drafting.reading.formats.pdf_margins import body_of, size_of
from onrecord.drafting.reading.formats.pdf_paragraphs import headline_of, paragraphs_of, standfirst_of
from onrecord.drafting.reading.formats.refusing import refusal, too_long
from onrecord.drafting.reading.formats.unwrapping import Joiner

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGES = 200
COMMENTS = ("/Text", "/FreeText", "/Highlight", "/Popup", "/StrikeOut", "/Underline", "/Squiggly", "/Caret", "/Ink")
LIMITS: dict[str, Any] = {"zlib_maximum_output_length": 30_000_000, "stream_parsing_work_maximum_count": 800_000}


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
        raise refusal(name, f"it holds {pictures}", "have the text recognised (OCR) and save that, or type it in")
    return set_out(found, title, left_out, name)._replace(language=language)


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
        raise refusal(name, "it is encrypted", "save it without a password, or print it to a new PDF")
    if len(reader.pages) > PAGES:
        raise too_long(name, f"{len(reader.pages):,} pages", f"{PAGES}")
    return reader


def title_of(reader: PdfReader) -> str:
    return line(str((reader.metadata and reader.metadata.title) or ""))


def painted(reader: PdfReader, left_out: LeftOut, name: str) -> list[PdfLine]:
    """The lines of all pages in the order of painting; pictures, comments and attached files are left out."""
    lines = Lines(name)
    for number, page in enumerate(reader.pages):
        lines.read(page, number)
        note_pictures(page, left_out)
        note_comments(page, left_out)
    for attached in reader.attachments:
        left_out.add("attachment", attached)
    return lines.found


def note_pictures(page: PageObject, left_out: LeftOut) -> None:
    """Name the pictures that a page may paint."""
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources else None
    for one in objects.get_object().values() if objects else ():
        if one.get_object().get("/Subtype") == "/Image":
            left_out.add("picture")


def note_comments(page: PageObject, left_out: LeftOut) -> None:
    """Name the comments that people put on a page."""
    for note in page.get("/Annots", ()) or ():
        if note.get_object().get("/Subtype") in COMMENTS:
            left_out.add("comment", str(note.get_object().get("/Contents", "")))


def set_out(found: list[PdfLine], title: str, left_out: LeftOut, name: str) -> Page:
    """The page that these lines make: paragraphs, with the headline that stands out or that the file names."""
    body, url = body_of(found, left_out)
    size, joiner = size_of(body), Joiner(row.words for row in body)
    paragraphs = paragraphs_of(body, size, joiner)
    headline = headline_of(paragraphs, size, title)
    joined = (f"{name}: joined words that were hyphenated at the ends of lines: {joiner.joined:,}",)
    return Page(
        "\n".join(paragraph.words for paragraph in paragraphs),
        headline,
        url=url,
        standfirst=standfirst_of(paragraphs, size, headline),
        headed=True,
        said=left_out.said(name) + (joined if joiner.joined else ()),
    )
