"""OpenDocument texts (.odt): XML in a zip file, by lxml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.drafting.reading.formats.archive import member_names, opened_archive
from onrecord.drafting.reading.formats.headed import Paragraph, page_from
from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.formats.refusing import refusal
from onrecord.drafting.reading.formats.walk import ElementRule, Walk, all_words, left_out, nothing, written_as, xml_root

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, OFFICE, TABLE, DRAW, STYLE = (_NAMESPACE % name for name in ("text", "office", "table", "drawing", "style"))
DC = "{http://purl.org/dc/elements/1.1/}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
MIMETYPE = b"application/vnd.oasis.opendocument.text"
STYLES = {"Title": "headline", "Heading_20_1": "headline", "Subtitle": "standfirst"}
STYLES |= {f"Heading_20_{level}": "label" for level in range(2, 11)}
DEEPEST = 20  # styles between a paragraph's own and the one that it goes back to


def is_odt(data: bytes) -> bool:
    return MIMETYPE in data[:200] and b"template" not in data[:200] and "content.xml" in member_names(data)


def read_odt(data: bytes, name: str) -> Page:
    """The paragraphs of the text, lists with them; dates among its properties are the file's, and not the article's."""
    content, styles, meta = members_of(data, name)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise refusal(name, "it holds no text", "save the article's words as a text document")
    rule = by_style(unsaid_styles(content))
    walk = Walk(RULES | {f"{TEXT}{tag}": rule for tag in ("p", "h", "span")})
    paragraphs = list(paragraphs_of(body, parents_of(content), walk))
    for kind, words in around(styles):
        walk.left_out.add(kind, words)
    return page_from(paragraphs, meta.findtext(f".//{DC}language", ""), said=walk.left_out.said(name))


def members_of(data: bytes, name: str) -> tuple[_Element, _Element, _Element]:
    """The roots of content, styles and properties, empty where there are none; raises ProblemsError if encrypted."""
    with opened_archive(data, name) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise refusal(name, "it is encrypted", "save it without a password")
        there = set(archive.namelist())
        content = xml_root(archive.read("content.xml"))
        styles, meta = (
            xml_root(archive.read(one) if one in there else b"<none/>") for one in ("styles.xml", "meta.xml")
        )
    return content, styles, meta


def paragraphs_of(parent: _Element, parents: dict[str, str], walk: Walk) -> Iterator[Paragraph]:
    """The paragraphs below `parent` in order; what is no text has a rule."""
    for child in parent:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield Paragraph(walk.words(child), role_of(child, parents))
        elif child.tag in DESCENDED:
            yield from paragraphs_of(child, parents, walk)
        else:
            walk.words(child)


DESCENDED = {f"{TEXT}{tag}" for tag in ("section", "list", "list-item", "list-header", "numbered-paragraph")}


def role_of(paragraph: _Element, parents: dict[str, str]) -> str:
    """Headline or standfirst, by the named style that the paragraph's own style goes back to, or ''."""
    style = paragraph.get(f"{TEXT}style-name", "")
    for _ in range(DEEPEST):
        if style in STYLES or style not in parents:
            break
        style = parents[style]
    return STYLES.get(style, "")


def parents_of(content: _Element) -> dict[str, str]:
    """Style → the style that it is made from."""
    styles = content.iter(f"{STYLE}style")
    return {style.get(f"{STYLE}name", ""): style.get(f"{STYLE}parent-style-name", "") for style in styles}


def around(styles: _Element) -> Iterator[tuple[str, str]]:
    """The headers and footers of the pages, with their words."""
    for element in styles.iter(*AROUND):
        if words := all_words(element).strip():
            yield AROUND[str(element.tag)], words


AROUND = {f"{STYLE}{tag}{page}": f"page {tag}" for tag in ("header", "footer") for page in ("", "-first", "-left")}


def unsaid_styles(content: _Element) -> dict[str, str]:
    """Style → what words in it are, where it hides them or strikes them out."""
    found = {}
    for properties in content.iter(f"{STYLE}text-properties"):
        style = properties.getparent()
        name = style.get(f"{STYLE}name", "") if style is not None else ""
        if properties.get(f"{TEXT}display") == "none":
            found[name] = "hidden run of words"
        elif properties.get(f"{STYLE}text-line-through-style", "none") != "none":
            found[name] = "struck-out run of words"
    return found


def by_style(unsaid: dict[str, str]) -> ElementRule:
    """A rule: the element is left out where it is set in one of these styles."""

    def rule(element: _Element, walk: Walk) -> str:
        kind = unsaid.get(element.get(f"{TEXT}style-name", ""))
        return left_out(kind)(element, walk) if kind else walk.inside(element)

    return rule


def note(element: _Element, walk: Walk) -> str:
    """A footnote or an endnote: its body is left out, its mark as well."""
    walk.left_out.add(element.get(f"{TEXT}note-class", "footnote"), all_words(element))
    return ""


def frame(element: _Element, walk: Walk) -> str:
    """A frame: a text box or a picture."""
    box = element.find(f"{DRAW}text-box")
    described = element.findtext(f"{SVG}title") or element.findtext(f"{SVG}desc") or ""
    walk.left_out.add("picture" if box is None else "text box", described if box is None else all_words(box))
    return ""


def comment(element: _Element, walk: Walk) -> str:
    """An annotation: its paragraphs, without who made it and when."""
    walk.left_out.add("comment", " ".join(all_words(one) for one in element.iter(f"{TEXT}p")))
    return ""


def deletions(element: _Element, walk: Walk) -> str:
    """The tracked changes of a text: what was deleted stands here, and nowhere else."""
    for deletion in element.iter(f"{TEXT}deletion"):
        walk.left_out.add("tracked deletion", " ".join(all_words(one) for one in deletion.iter(f"{TEXT}p", f"{TEXT}h")))
    return ""


RULES: dict[str, ElementRule] = {
    f"{TEXT}s": written_as(" "),
    f"{TEXT}tab": written_as(" "),
    f"{TEXT}line-break": written_as("\n"),
    f"{TEXT}note": note,
    f"{TEXT}tracked-changes": deletions,
    f"{TEXT}ruby-text": nothing,
    f"{TEXT}page-number": nothing,
    f"{TEXT}sequence-decls": nothing,
    f"{TEXT}hidden-text": left_out("hidden run of words"),
    f"{TEXT}hidden-paragraph": left_out("hidden run of words"),
    f"{TEXT}table-of-content": left_out("table of contents"),
    f"{OFFICE}annotation": comment,
    f"{OFFICE}annotation-end": nothing,
    f"{OFFICE}forms": nothing,
    f"{DRAW}frame": frame,
    f"{TABLE}table": left_out("table"),
}
