"""The document's tree made fit for a screen: break points, names for what a reader of the screen meets, boxes."""

from __future__ import annotations

import copy
from typing import Literal

from lxml import etree

from onrecord import glyphs
from onrecord.briefing.document.subset import classes, default, element, folded, parent_of


def settled(tree: etree._Element) -> etree._Element:
    """A copy of `tree` for the page."""
    made = copy.deepcopy(tree)
    _settle_text(made)
    cited = _sources(made)
    for quotation in made.iter("q"):
        _settle_quotation(quotation)
    for figure in made.iter("figure"):
        _settle_figure(figure, cited)
    for picture in made.iter("svg"):
        default(picture, "role", "img")  # among words; a figure has settled its own
    for formula in made.iterfind(".//p[@class='formula']"):
        formula.set("tabindex", "0")  # a long one scrolls sideways
    for table in list(made.iter("table")):
        _settle_table(table)
    for link in made.iter("a"):
        if not link.get("href", "#").startswith("#"):
            link.set("rel", "noreferrer noopener")
            link.set("class", "outside")
    return made


def _sources(tree: etree._Element) -> dict[str, str]:
    """Each row of the source list -> the number and the words of the first sentence that bears it."""
    found: dict[str, str] = {}
    for item in tree.iterfind(".//li[@data-sentence]"):
        sentence = item.find("p[@class='sentence']")
        words = folded(item if sentence is None else sentence)
        for place in item.iterfind(".//*[@data-row]"):
            found.setdefault(place.get("data-row", ""), words)
    return found


def _settle_text(tree: etree._Element) -> None:
    """Controls become visible, words over 40 letters get break points; those of a drawing do not."""
    for node in list(tree.iter()):
        drawn = any(True for _ in node.iterancestors("svg", "math"))
        for name, value in node.attrib.items():
            node.set(name, glyphs.without_controls(str(value)))
        _settle_words(node, "text", breakable=not (drawn or node.tag in ("svg", "math")))
        _settle_words(node, "tail", breakable=not drawn)


def _settle_words(node: etree._Element, where: Literal["text", "tail"], breakable: bool) -> None:
    words = node.text if where == "text" else node.tail
    if words:
        shown = glyphs.without_controls(words)
        first, *rest = glyphs.pieces(shown) if breakable else [shown]
        setattr(node, where, first)
        _insert_breaks(node, where, rest)


def _insert_breaks(node: etree._Element, where: Literal["text", "tail"], pieces: list[str]) -> None:
    """Put a wbr before each of the pieces that follow `node`'s text or tail."""
    if not pieces:
        return
    parent = node if where == "text" else parent_of(node)
    at = 0 if where == "text" else parent.index(node) + 1
    for offset, piece in enumerate(pieces):
        wbr = etree.Element("wbr")
        wbr.tail = piece
        parent.insert(at + offset, wbr)


def _settle_quotation(quotation: etree._Element) -> None:
    """Its marks stand in the text, so that who copies the words copies them; within a quotation the inner ones."""
    opening, closing = "‘’" if any(True for _ in quotation.iterancestors("q")) else "“”"
    quotation.text = opening + (quotation.text or "")
    if len(quotation):
        quotation[-1].tail = (quotation[-1].tail or "") + closing
    else:
        quotation.text += closing


def _settle_figure(figure: etree._Element, cited: dict[str, str]) -> None:
    """The picture gets its text alternative, its links the words `cited`, and a box of its own to scroll in."""
    alt, label = figure.get("data-alt", ""), _number(figure) or "Figure"
    for svg in figure.iter("svg"):
        links = list(svg.iter("a"))
        svg.set("aria-label", alt)
        svg.set("role", "group" if links else "img")
        for link in links:
            _name_link(link, cited)
        _wrap(svg, "picture", label)
    for image in figure.iter("img"):
        default(image, "alt", alt)
        _wrap(image, "picture", label)


def _number(figure: etree._Element) -> str:
    """`Figure 1.`; '' for a figure that has no number."""
    return figure.findtext("figcaption/span[@class='number']", "")


def _name_link(link: etree._Element, cited: dict[str, str]) -> None:
    """A mark in a drawing is named by the sentence that it rests on."""
    row = link.get("href", "")[1:]
    default(link, "aria-label", f"Source: {cited.get(row, row)}")
    link.set("tabindex", "-1")  # the table under the figure holds the same links, in reading order


def _settle_table(table: etree._Element) -> None:
    """A table gets a box to scroll in, named by its caption, or by the figure whose data it holds."""
    caption = table.find("caption")
    label = "" if caption is None else folded(caption)
    if caption is not None:
        _keep_in_sight(caption)
    figure = next(table.iterancestors("figure"), None)
    number = "" if figure is None else _number(figure)
    _wrap(table, "wide stacks" if _name_cells(table) else "wide", label or f"{number} Data".strip())


ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}  # of a table's parts


def _name_cells(table: etree._Element) -> bool:
    """Give each cell its column's name, so that on a phone a row stands as a list; False where columns are not plain.

    Parts get the roles that they lose where a style sheet does not set them as a table.
    """
    head, body = table.findall("thead/tr"), table.findall("tbody/tr")
    if len(head) != 1 or not body or not all(_is_plain(row, len(head[0])) for row in [*head, *body]):
        return False
    names = [folded(cell) for cell in head[0]]
    for cell, name in ((cell, name) for row in body for cell, name in zip(row, names, strict=True)):
        if name:
            cell.set("data-label", name)
    for part in (table, *table.iterfind("thead"), *table.iterfind("tbody"), *head, *body, *table.iterfind("*/tr/*")):
        default(
            part, "role", ROLES.get(str(part.tag)) or ("columnheader" if part.get("scope") == "col" else "rowheader")
        )
    return True


def _is_plain(row: etree._Element, columns: int) -> bool:
    """Whether a row has a cell a column, and none over several columns or rows."""
    return len(row) == columns and all(cell.get(span, "1") == "1" for cell in row for span in ("colspan", "rowspan"))


def _keep_in_sight(caption: etree._Element) -> None:
    """Put a caption's words into a span that stays in view while a wide table is scrolled."""
    words = element("span", caption.text or "", *caption, class_="caption-text")
    caption.text = None
    caption.append(words)


def _wrap(node: etree._Element, name: str, label: str) -> None:
    """Put `node` into a box that scrolls sideways and can be focused to do so by keyboard."""
    parent = parent_of(node)
    if parent.tag == "div" and "scroll" in classes(parent):
        return
    box = element("div", class_=f"scroll {name}", role="group", tabindex="0", aria_label=label)
    box.tail, node.tail = node.tail, None
    parent.replace(node, box)
    box.append(node)
