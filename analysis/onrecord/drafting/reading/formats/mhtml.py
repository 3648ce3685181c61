"""Web pages saved as one file (.mhtml, .mht): a message whose first page holds the article."""

from __future__ import annotations

from typing import cast

from onrecord.drafting.reading.formats.html import in_utf8, read_html
from onrecord.drafting.reading.formats.mail import header, header_names, message
from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.formats.refusing import refused

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
        raise refused(name, "it holds no web page", "save the page anew")
    root = pages[0]
    body, rewritten = in_utf8(cast(bytes, root.get_payload(decode=True) or b""), name, root.get_content_charset() or "")
    page = read_html(body, name)
    frames = len(pages) - 1
    framed = (f"{name}: left out {frames} page{'s' if frames > 1 else ''} framed in the page",) if frames else ()
    address = header(found, SAVED.decode()) or header(root, "content-location")
    url = page.url or (address if address.startswith(("http://", "https://")) else None)
    return page._replace(url=url, said=(*rewritten, *page.said, *framed))
