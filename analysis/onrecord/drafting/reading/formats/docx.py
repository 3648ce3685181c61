"""Word documents (.docx), by python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.drafting.reading.formats.archive import member_names, opened_archive
from onrecord.drafting.reading.formats.headed import Paragraph, page_from
from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.formats.refusing import refusal
from onrecord.drafting.reading.formats.walk import ElementRule, Walk, left_out, nothing, written_as, xml_root

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
OFF = ("0", "false", "off")
STRUCK_OUT = "struck-out run of words"
SWITCHES = {"vanish": "hidden run of words", "strike": STRUCK_OUT, "dstrike": STRUCK_OUT}
STYLES = {"title": "headline", "heading 1": "headline", "subtitle": "standfirst"}
STYLES |= {f"heading {level}": "label" for level in range(2, 10)}


def is_docx(data: bytes) -> bool:
    return "word/document.xml" in member_names(data)


def read_docx(data: bytes, name: str) -> Page:
    """The paragraphs of the document; its title and date among the properties are the file's, and not the article's."""
    from docx import Document

    with opened_archive(data, name) as archive:
        if "word/vbaProject.bin" in archive.namelist():
            raise refusal(name, "it holds macros", "save it as .docx")
    document = Document(io.BytesIO(data))
    walk = Walk(RULES)
    paragraphs = list(paragraphs_of(document, walk))
    for kind, words in around(document):
        walk.left_out.add(kind, words)
    return page_from(paragraphs, language_of(document), said=walk.left_out.said(name))


def paragraphs_of(document: Document, walk: Walk) -> Iterator[Paragraph]:
    """The paragraphs of the body in order, those in content controls and tracked insertions with them."""
    roles = roles_of(document)
    body = xml_root(document.part.blob).find(f"{W}body")
    for element in blocks(body, walk) if body is not None else ():
        style = element.find(f"{W}pPr/{W}pStyle")
        role = roles.get(style.get(f"{W}val", "")) if style is not None else None
        yield Paragraph(walk.inside(element), role or "")


def blocks(parent: _Element, walk: Walk) -> Iterator[_Element]:
    """The paragraph elements below `parent`; a table is left out."""
    for child in parent:
        if child.tag == f"{W}p":
            yield child
        elif child.tag == f"{W}tbl":
            walk.words(child)
        elif child.tag in DESCENDED:
            yield from blocks(child, walk)


DESCENDED = {f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


def roles_of(document: Document) -> dict[str, str]:
    """Style id → the part that paragraphs in this style play in an article."""
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    return {one: STYLES[style] for one, style in styles.items() if style in STYLES}


def around(document: Document) -> Iterator[tuple[str, str]]:
    """What stands in parts of its own: headers, footers and the notes, each with its words."""
    for relation in document.part.rels.values():
        kind = PARTS.get(relation.reltype.rpartition("/")[2])
        if kind is None or relation.is_external:
            continue
        root = xml_root(relation.target_part.blob)
        found = [note_words(one) for one in (root if kind in EACH else [root])]
        yield from ((kind, words) for words in found if words)


PARTS = {
    "header": "page header",
    "footer": "page footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "comments": "comment",
}
EACH = {"footnote", "endnote", "comment"}  # kinds of which one part holds all


def note_words(element: _Element) -> str:
    return " ".join("".join(run.text or "" for run in element.iter(f"{W}t")).split())


def language_of(document: Document) -> str:
    """The language of the default style, as `en-GB`."""
    found = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return found.get(f"{W}val", "") if found is not None else ""


def run(element: _Element, walk: Walk) -> str:
    """The words of a run; hidden ones and those struck out are left out."""
    found = ((kind, element.find(f"{W}rPr/{W}{name}")) for name, kind in SWITCHES.items())
    kind = next((kind for kind, one in found if one is not None and one.get(f"{W}val") not in OFF), "")
    return left_out(kind)(element, walk) if kind else walk.inside(element)


def picture(element: _Element, walk: Walk) -> str:
    """A drawing: a text box where it holds one, else a picture, named by its description."""
    boxes = [note_words(box) for box in element.iter(f"{W}txbxContent")]
    for words in boxes:
        walk.left_out.add("text box", words)
    if not boxes:
        described = (one.get("descr", "") for one in element.iter() if isinstance(one.tag, str))
        walk.left_out.add("picture", next(filter(None, described), ""))
    return ""


def alternative(element: _Element, walk: Walk) -> str:
    """The first of several forms of the same content."""
    choice = element.find(f"{MC}Choice")
    return walk.inside(choice) if choice is not None else ""


RULES: dict[str, ElementRule] = {
    f"{W}r": run,
    f"{W}tab": written_as(" "),
    f"{W}br": written_as("\n"),
    f"{W}cr": written_as("\n"),
    f"{W}noBreakHyphen": written_as("-"),
    f"{W}instrText": nothing,
    f"{W}delInstrText": nothing,
    f"{W}rPr": nothing,
    f"{W}pPr": nothing,
    f"{W}rt": nothing,
    f"{W}del": left_out("tracked deletion"),
    f"{W}moveFrom": left_out("tracked deletion"),
    f"{W}drawing": picture,
    f"{W}pict": picture,
    f"{W}object": left_out("embedded object"),
    f"{W}tbl": left_out("table"),
    f"{M}oMath": left_out("formula"),
    f"{MC}AlternateContent": alternative,
}
