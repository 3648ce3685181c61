"""The page: a document as one HTML file that needs no network, no other file and no script to be read."""

from __future__ import annotations

import base64
import copy
import hashlib
from html import escape
from importlib.resources import files
from string import Template

from lxml import etree

from onrecord import design, glyphs
from onrecord.briefing.document import Document
from onrecord.briefing.document.subset import classes, default, element


def render(document: Document) -> str:
    """The page of `document`, complete from doctype to ``</html>``."""
    tree = copy.deepcopy(document.tree)
    _settle_text(tree)
    for figure in tree.iter("figure"):
        _settle_figure(figure, tree)
    for table in list(tree.iter("table")):
        _settle_table(table)
    for link in tree.iter("a"):
        if not link.get("href", "#").startswith("#"):
            link.set("rel", "noreferrer noopener")
            link.set("class", "outside")
    script = _part("citations.js")
    return Template(_part("page.html")).substitute(
        language=escape(document.language),
        title=escape(glyphs.without_controls(document.title)),
        case=escape(glyphs.without_controls(document.facts["case"])),
        description=escape(glyphs.without_controls(document.facts.get("subject", ""))),
        style=_style(document),
        script=script,
        script_hash="sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        running="".join(f"<span>{escape(glyphs.without_controls(part))}</span>" for part in document.running),
        unreviewed="" if not document.unreviewed else '<span class="flag">Not reviewed by a person</span>',
        contents=_contents(document),
        article=etree.tostring(tree, encoding="unicode", method="html").replace("<wbr></wbr>", "<wbr>"),
    )


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _style(document: Document) -> str:
    """The style sheet, its colours and sizes taken from the design, the running lines of print from the document."""
    names = {name.lower(): value for name, value in vars(design).items() if isinstance(value, str) and name.isupper()}
    dark = {f"dark_{name}": value for name, value in design.DARK.items()}
    running = {
        "run_left": _css_string(" · ".join(document.running[:2])),
        "run_right": _css_string(document.running[2]),
        "run_foot": _css_string(document.unreviewed),
    }
    return Template(_part("page.css")).substitute(names | dark | running)


def _css_string(text: str) -> str:
    """`text` as a CSS string in which nothing but letters and digits stands as itself."""
    shown = glyphs.without_controls(text)
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):06x}" for c in shown) + '"'


def _contents(document: Document) -> str:
    lines = []
    for entry in document.contents:
        text = escape(glyphs.without_controls(entry.text))
        lines.append(f'<li class="level-{entry.level}"><a href="#{escape(entry.anchor)}">{text}</a></li>')
    return "\n".join(lines)


def _settle_text(tree: etree._Element) -> None:
    """Controls become visible, words over 40 letters get break points."""
    for node in list(tree.iter()):
        in_svg = node.tag == "svg" or any(a.tag == "svg" for a in node.iterancestors("svg"))
        for name, value in node.attrib.items():
            node.set(name, glyphs.without_controls(value))
        if node.text:
            node.text = glyphs.without_controls(node.text)
            if not in_svg:
                _break_words(node, "text")
        if node.tail:
            node.tail = glyphs.without_controls(node.tail)
            if not in_svg or node.tag == "svg":
                _break_words(node, "tail")


def _break_words(node: etree._Element, where: str) -> None:
    """Put a wbr at each break point of `node`'s text or tail."""
    first, *rest = glyphs.pieces(getattr(node, where))
    if not rest:
        return
    setattr(node, where, first)
    parent, at = (node, 0) if where == "text" else (node.getparent(), node.getparent().index(node) + 1)
    for offset, piece in enumerate(rest):
        wbr = etree.Element("wbr")
        wbr.tail = piece
        parent.insert(at + offset, wbr)


def _settle_figure(figure: etree._Element, tree: etree._Element) -> None:
    """The picture gets its text alternative, its links a name, and a box of its own to scroll in."""
    alt = figure.get("data-alt", "")
    for svg in figure.iter("svg"):
        svg.set("aria-label", alt)
        links = list(svg.iter("a"))
        svg.set("role", "group" if links else "img")
        for link in links:
            row = link.get("href", "")[1:]
            item = tree.find(f".//li[@data-row='{row}']") if "'" not in row else None
            words = "" if item is None else " ".join("".join(item.itertext()).split())
            default(link, "aria-label", f"Source: {words or row}")
            link.set("tabindex", "-1")  # the table under the figure holds the same links, in reading order
        _wrap(svg, "picture", "group", figure.findtext("figcaption/span[@class='number']", "Figure"))
    for image in figure.iter("img"):
        default(image, "alt", alt)
        _wrap(image, "picture", "group", figure.findtext("figcaption/span[@class='number']", "Figure"))


def _settle_table(table: etree._Element) -> None:
    caption = table.find("caption")
    label = ""
    if caption is not None:
        label = " ".join("".join(caption.itertext()).split())
        _keep_in_sight(caption)
    if not label:
        figure = next(table.iterancestors("figure"), None)
        number = "" if figure is None else figure.findtext("figcaption/span[@class='number']", "")
        label = f"{number} Data".strip()
    _wrap(table, "wide", "group", label)


def _keep_in_sight(caption: etree._Element) -> None:
    """Put a caption's words into a span that stays in view while a wide table is scrolled."""
    words = element("span", caption.text or "", *caption, class_="caption-text")
    caption.text = None
    caption.append(words)


def _wrap(node: etree._Element, name: str, role: str, label: str) -> None:
    """Put `node` into a box that scrolls sideways and can be focused to do so by keyboard."""
    if node.getparent().tag == "div" and "scroll" in classes(node.getparent()):
        return
    box = element("div", class_=f"scroll {name}", role=role, tabindex="0", aria_label=label)
    box.tail, node.tail = node.tail, None
    node.getparent().replace(node, box)
    box.append(node)
