"""What a build wrote, read again: a document's page and PDF, and what its case's manifest says of them."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html
from pypdf import PdfReader

from onrecord.coding.folders import shown

PAGE, PDF = ".html", ".pdf"
Refusal = tuple[str, str]  # what was found, and what to do


@dataclass(frozen=True)
class RenderedFile:
    """A page or a PDF of a document on the shelf `reports`; broken ones raise whatever their reader raises."""

    path: Path
    reports: Path

    @property
    def name(self) -> str:
        """The file as problems name it."""
        return shown(self.path)

    @cached_property
    def text(self) -> str:
        """The source of a page."""
        return self.path.read_text(encoding="utf-8", errors="replace")

    @cached_property
    def page(self) -> html.HtmlElement:
        """The tree of a page; what a reader of the tree takes away it takes from a copy."""
        return html.document_fromstring(self.text or "<html></html>")

    @cached_property
    def pdf(self) -> PdfReader:
        """A PDF as pypdf reads it."""
        return PdfReader(io.BytesIO(self.path.read_bytes()))

    @cached_property
    def facts(self) -> dict[str, str]:
        """The data of a page's banner."""
        return {
            str(key).removeprefix("data-"): str(value)
            for header in self.page.xpath("//header[@class='banner']")[:1]
            for key, value in header.attrib.items()
        }

    @property
    def twin(self) -> RenderedFile:
        """The same document in the other format."""
        return RenderedFile(self.path.with_suffix(PDF if self.path.suffix == PAGE else PAGE), self.reports)


def manifest_of(folder: Path) -> dict[str, Any]:
    """What the manifest in a case's folder says; nothing where it cannot be read."""
    try:
        found = json.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("files"), dict) else {}
