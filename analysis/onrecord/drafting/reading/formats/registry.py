"""The formats of files that are read: one list, by ending and by what the bytes are."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from onrecord.drafting.reading.formats.archive import IS_ZIP
from onrecord.drafting.reading.formats.docx import is_docx, read_docx
from onrecord.drafting.reading.formats.eml import is_eml, read_eml
from onrecord.drafting.reading.formats.html import in_utf8, is_html, read_html
from onrecord.drafting.reading.formats.mhtml import is_mhtml, read_mhtml
from onrecord.drafting.reading.formats.odt import is_odt, read_odt
from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.formats.pdf import is_pdf, read_pdf
from onrecord.drafting.reading.formats.refusing import refusal, too_long
from onrecord.drafting.reading.formats.rtf import is_rtf, read_rtf
from onrecord.drafting.reading.formats.text import as_it_is, read_markdown, read_plain
from onrecord.problems import ProblemsError, problem
from onrecord.source.reading import BOM, normalised, read_text

Decoder = Callable[[bytes, str], tuple[bytes, list[str]]]


class Format(NamedTuple):
    """A format: its name and endings, the most bytes, how its bytes are known (None: by the ending alone), its reader.

    `decode` is for those that are text: their bytes in UTF-8 and what was rewritten.
    """

    name: str
    endings: tuple[str, ...]
    largest: int
    known: Callable[[bytes], bool] | None
    read: Callable[[bytes, str], Page]
    decode: Decoder | None = None


PLAIN = Format("text", (".txt", ".text", ""), 4_000_000, None, read_plain, as_it_is)
FORMATS = (  # in the order in which the bytes are looked at
    Format("PDF", (".pdf",), 60_000_000, is_pdf, read_pdf),
    Format("Word document", (".docx",), 60_000_000, is_docx, read_docx),
    Format("OpenDocument text", (".odt",), 60_000_000, is_odt, read_odt),
    Format("rich text", (".rtf",), 20_000_000, is_rtf, read_rtf),
    Format("saved web page", (".mhtml", ".mht"), 60_000_000, is_mhtml, read_mhtml),
    Format("mail", (".eml",), 60_000_000, is_eml, read_eml),
    Format("web page", (".html", ".htm", ".xhtml"), 4_000_000, is_html, read_html, in_utf8),
    Format("Markdown", (".md", ".markdown"), 4_000_000, None, read_markdown, as_it_is),
    PLAIN,
)
LARGEST = max(one.largest for one in FORMATS)  # bytes of any file

UNREAD = {  # first bytes of what people drop in and no reader is for
    b"\xd0\xcf\x11\xe0": "an Office document of the old kind, or one with a password",
    IS_ZIP: "a zip archive, and no .docx or .odt",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed file",
    b"Rar!": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"SQLite format 3": "a database",
}
ZIPPED = (".docx", ".odt")
READ = ", ".join(ending for one in FORMATS for ending in one.endings[:1] if ending)
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\ufeff\ud800-\udfff]")


def page_of(data: bytes, name: str, *, as_stored: bool = False) -> Page:
    """What the file `name` with these bytes holds; text is put into the form of a case unless it is kept `as_stored`.

    Raises ProblemsError for a format that is not read, and for a file that is damaged, locked, empty or too large.
    """
    found = format_of(data, name)
    if len(data) > found.largest:
        raise too_long(name, f"{len(data):,} bytes", f"{found.largest:,}")
    if not data[:100].removeprefix(BOM).strip() and not data.removeprefix(BOM).strip():
        raise ProblemsError([problem("E-TEXT-EMPTY", name)])
    if found.decode:
        decoded, said = found.decode(data, name)
        text, more = in_form(decoded, name, as_stored)
        page = read_by(found, text, name)
        page = page._replace(said=(*said, *more, *page.said))
    else:
        page = visible(read_by(found, data, name))
    if found is not PLAIN:
        in_form(page.whole.encode(), name, as_stored=True)
    return page


def visible(page: Page) -> Page:
    """The page without the characters that no reader of its file sees."""
    text, headline, standfirst, publisher = (
        UNSEEN.sub("", words) for words in (page.text, page.headline, page.standfirst, page.publisher)
    )
    return page._replace(text=text, headline=headline, standfirst=standfirst, publisher=publisher)


def format_of(data: bytes, name: str) -> Format:
    """The format of the file: by its bytes where they tell, else by its ending; raises ProblemsError if not read."""
    ending = PurePath(name).suffix.lower()
    known = next((one for one in FORMATS if one.known and one.known(data)), None)
    if known is None and (unread := unread_format(data, ending)):
        raise refusal(name, f"it is {unread}", f"save the article as one of these, which are read: {READ}")
    return known or next((one for one in FORMATS if ending in one.endings), PLAIN)


def unread_format(data: bytes, ending: str) -> str:
    """What the bytes are where no reader is for them, else ''; a zip file called a document is left to its reader."""
    if data.startswith(IS_ZIP) and ending in ZIPPED:
        return ""
    return next((what for mark, what in UNREAD.items() if data.startswith(mark)), "")


def in_form(data: bytes, name: str, as_stored: bool) -> tuple[bytes, list[str]]:
    """Text in UTF-8 as a case holds it, and what was rewritten; raises ProblemsError where it is no text."""
    text, problems = read_text(data, name)
    wrong = [one for one in problems if one.code in ("E-TEXT-ENCODING", "E-TEXT-EMPTY")]
    if wrong:
        raise ProblemsError(wrong)
    text, said = (text, []) if as_stored else normalised(data, name)
    return text.encode(), said


def read_by(found: Format, data: bytes, name: str) -> Page:
    """What the format's reader makes of the file; whatever its library raises, the file is damaged."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of libraries, on what they put up with
            return found.read(data, name)
    except ProblemsError:
        raise
    except Exception as error:
        what = f"it is damaged, or no {found.name} ({type(error).__name__})"
        raise refusal(name, what, f"open it in the program that made it and save it anew; read are {READ}") from error
