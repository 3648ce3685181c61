"""Web pages saved as one file (.mhtml, .mht): a message whose first page holds the article."""

from __future__ import annotations

from email.message import EmailMessage

from onrecord.drafting.reading.formats.html import in_utf8, read_html
from onrecord.drafting.reading.formats.mail import decoded, header, header_names, message
from onrecord.drafting.reading.formats.page import LeftOut, Page
from onrecord.drafting.reading.formats.refusing import refusal

SAVED = b"snapshot-content-location"
PAGES = ("text/html", "application/xhtml+xml")


def is_mhtml(data: bytes) -> bool:
    names = header_names(data)
    related = b"multipart/related" in data[:4_000].lower() and b"text/html" in data[:4_000].lower()
    return SAVED in names or (b"mime-version" in names and related and not names & {b"to", b"message-id", b"received"})


def read_mhtml(data: bytes, name: str) -> Page:
    """The article of the page; its address is where it was saved from, its date never the day on which it was saved."""
    found = message(data, name)
    pages = [part for part in found.walk() if part.get_content_type() in PAGES]
    if not pages:
        raise refusal(name, "it holds no web page", "save the page anew")
    body, rewritten = in_utf8(decoded(pages[0]), name, pages[0].get_content_charset() or "")
    page = read_html(body, name, sheets_of(found))
    left_out = LeftOut()
    for frame in pages[1:]:
        left_out.add("framed page", header(frame, "content-location"))
    url = page.url or address_of(found, pages[0])
    return page._replace(url=url, said=(*rewritten, *page.said, *left_out.said(name)))


def sheets_of(found: EmailMessage) -> dict[str, str]:
    """The style sheets that were saved with the page, by the address under which the page links them."""
    parts = [part for part in found.walk() if part.get_content_type() == "text/css"]
    return {header(part, "content-location"): decoded(part).decode("utf-8", "replace") for part in parts}


def address_of(found: EmailMessage, page: EmailMessage) -> str | None:
    """Where the page was saved from."""
    address = header(found, SAVED.decode()) or header(page, "content-location")
    return address if address.startswith(("http://", "https://")) else None
