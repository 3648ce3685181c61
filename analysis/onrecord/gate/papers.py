"""What the gate asks of a PDF: that the standards which it claims are claimed, and that what they ask for is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree
from pypdf import PdfReader

from onrecord.gate.rendered import Refusal, RenderedFile

_CLAIMS = {"PDF/UA-1": {"pdfuaid:part": "1"}, "PDF/A-2a": {"pdfaid:part": "2", "pdfaid:conformance": "A"}}
_SPACES = {"pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/"}
_REMEDY = "build it anew, and let no other program save it"
_ACTIVE = ("/JavaScript", "/OpenAction", "/AA", "/AcroForm", "/XFA", "/EmbeddedFiles")


def against_standards(file: RenderedFile) -> Iterator[Refusal]:
    """What a PDF lacks of PDF/UA-1 and PDF/A-2a."""
    reader = file.pdf
    if reader.is_encrypted:
        yield "it is encrypted", _REMEDY
        return
    yield from ((f"it does not claim {name}", _REMEDY) for name in _unclaimed(reader))
    root: Any = reader.trailer["/Root"].get_object()
    lacking = {
        "tags": root.get("/StructTreeRoot") and root.get("/MarkInfo", {}).get("/Marked"),
        "a language": root.get("/Lang"),
        "a title": reader.metadata and reader.metadata.title,
    }
    yield from ((f"it has no {what}", _REMEDY) for what, there in lacking.items() if not there)
    yield from ((f"the font {name} is not embedded", _REMEDY) for name in sorted(_not_embedded(reader)))
    names = root.get("/Names")
    held = {*root, *(names.get_object() if names else ())}
    yield from ((f"it holds {name[1:]}, which acts", _REMEDY) for name in _ACTIVE if name in held)


def _unclaimed(reader: PdfReader) -> Iterator[str]:
    """The standards that the file's own description does not name."""
    found = reader.xmp_metadata
    data = found.stream.get_data() if found is not None else b"<x/>"
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    for standard, wanted in _CLAIMS.items():
        if any(_described(tree, name) != value for name, value in wanted.items()):
            yield standard


def _described(tree: etree._Element, name: str) -> str:
    space, _, local = name.partition(":")
    full = f"{{{_SPACES[space]}}}{local}"
    return next((n.get(full) or n.text or "" for n in tree.iter() if n.tag == full or n.get(full)), "")


def _not_embedded(reader: PdfReader) -> set[str]:
    """The names of the fonts of which the file has no glyphs."""
    found = set()
    for page in reader.pages:
        for font in (page.get("/Resources", {}).get("/Font") or {}).values():
            parts = font.get_object().get("/DescendantFonts", [font])
            for part in parts:
                told = part.get_object().get("/FontDescriptor", {}).get_object()
                if not any(f"/FontFile{number}" in told for number in ("", "2", "3")):
                    found.add(str(part.get_object().get("/BaseFont", "without a name"))[1:])
    return found


def figures_without_words(file: RenderedFile) -> Iterator[Refusal]:
    """Figures of the tree of tags without a text alternative."""
    catalog: Any = file.pdf.trailer["/Root"].get_object()
    nodes = _nodes(catalog["/StructTreeRoot"].get_object()) if "/StructTreeRoot" in catalog else ()
    count = sum(1 for node in nodes if node.get("/S") == "/Figure" and not node.get("/Alt"))
    if count:
        yield f"{count} of its figures {'has' if count == 1 else 'have'} no text alternative", _REMEDY


def _nodes(root: Any) -> Iterator[Any]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        kids = node.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        waiting += [kid for one in kids if isinstance(kid := one.get_object(), dict)]


def loose_ends(file: RenderedFile) -> Iterator[Refusal]:
    """Links that lead to no page of the PDF, or by another way than https and mail."""
    reader = file.pdf
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    links = (link.get_object() for page in reader.pages for link in page.get("/Annots", []))
    wrong = sum(1 for link in links if not _leads(link, reader, pages))
    if wrong:
        yield f"{wrong} of its links {'leads' if wrong == 1 else 'lead'} nowhere", _REMEDY


def _leads(link: Any, reader: PdfReader, pages: set[int]) -> bool:
    action = link.get("/A", {}).get_object() if "/A" in link else {}
    if "/URI" in action:
        return str(action["/URI"]).startswith(("https://", "http://", "mailto:"))
    target: Any = link.get("/Dest") or action.get("/D")
    if isinstance(target, str):
        named = reader.named_destinations.get(target)
        target = named.dest_array if named else None
    return bool(target) and getattr(target[0], "idnum", 0) in pages
