"""Plain text and Markdown."""

from __future__ import annotations

from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.markup import from_markdown


def as_it_is(data: bytes, name: str) -> tuple[bytes, list[str]]:
    return data, []


def read_plain(data: bytes, name: str) -> Page:
    """The text as it is stored, so that spans count its code points."""
    return Page(data.decode("utf-8"))


def read_markdown(data: bytes, name: str) -> Page:
    """The blocks of the text, a line each."""
    return from_markdown(data.decode("utf-8"), name)
