"""Headings, anchors and numbers: one h1, no level skipped, figures and tables counted."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from lxml import etree

from onrecord.briefing.document.subset import classes, default, element

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}


class Entry(NamedTuple):
    """A line of the table of contents: level 2 or 3, the anchor's id, the words."""

    level: int
    anchor: str
    text: str


def unique_ids(root: etree._Element) -> None:
    """Give a repeated id a number, the first keeps it; ids of a figure's SVG take the figure's number before them."""
    for number, svg in enumerate(root.iter("svg"), start=1):
        _prefix_ids(svg, f"g{number}-")
    seen: set[str] = set()
    for node in root.iter():
        name = node.get("id")
        if name is not None:
            node.set("id", _free(name, seen))


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free)
    return free


def _prefix_ids(svg: etree._Element, prefix: str) -> None:
    own = {node.get("id") for node in svg.iter() if node.get("id")}
    for node in svg.iter():
        for name, value in node.attrib.items():
            if name == "id":
                node.set(name, prefix + value)
            elif name == "href" and value[1:] in own and node.tag != "a":
                node.set(name, f"#{prefix}{value[1:]}")
            elif "url(#" in value:
                node.set(name, value.replace("url(#", f"url(#{prefix}"))


def mend_headings(root: etree._Element) -> None:
    """The first heading is h1; under it every other is h2 or deeper, one level below the one it stands under."""
    open_levels: list[int] = []
    for heading in root.iter(*_LEVELS):
        level = _LEVELS[heading.tag] if not open_levels else max(2, _LEVELS[heading.tag])
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        heading.tag = f"h{len(open_levels)}"


def anchor(root: etree._Element) -> list[Entry]:
    """Give every h2 and h3 an id; returns the table of contents."""
    taken = {node.get("id") for node in root.iter() if node.get("id")}
    contents = []
    for heading in root.iter("h2", "h3"):
        text = " ".join("".join(heading.itertext()).split())
        if not heading.get("id"):
            heading.set("id", _free("sec-" + _slug(text), taken))
        contents.append(Entry(_LEVELS[heading.tag], heading.get("id"), text))
    return contents


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-")[:60] or "part"


def number(root: etree._Element) -> None:
    """Write "Figure 1." before each figure's caption, "Table 1." before the caption of a table outside figures.

    A figure's own table is its data, and says so: on paper it may stand apart from the picture.
    """
    for count, figure in enumerate(root.iter("figure"), start=1):
        caption = figure.find("figcaption")
        if caption is None:
            caption = element("figcaption")
            figure.insert(0, caption)
        default(figure, "id", f"figure-{count}")
        _lead(caption, f"Figure {count}.")
        for own in figure.iterfind(".//table/caption"):
            _lead(own, f"Data of Figure {count}.")
    alone = (t for t in root.iter("table") if not any(a.tag == "figure" for a in t.iterancestors()))
    for count, table in enumerate((t for t in alone if t.find("caption") is not None), start=1):
        default(table, "id", f"table-{count}")
        _lead(table.find("caption"), f"Table {count}.")


def _lead(caption: etree._Element, label: str) -> None:
    lead = element("span", label, class_="number")
    lead.tail = " " + (caption.text or "").lstrip()
    caption.text = None
    caption.insert(0, lead)


def mend_tables(root: etree._Element) -> None:
    """Every table has class data, every header cell a scope; a head row without th becomes one."""
    for table in root.iter("table"):
        if "dataframe" in classes(table):
            _mark_numbers(table)
        table.set("class", " ".join(sorted((classes(table) - {"dataframe"}) | {"data"})))
        for head in table.iterfind("thead"):
            for cell in head.iter("th", "td"):
                if cell.tag == "td" and (cell.text or "").strip():
                    cell.tag = "th"
                if cell.tag == "th":
                    default(cell, "scope", "col")
        for body in table.iterfind("tbody"):
            for cell in body.iter("th"):
                default(cell, "scope", "row")
        _align_heads(table)


def _mark_numbers(table: etree._Element) -> None:
    """pandas does not say which of its cells are numbers; they are set like those that do."""
    for cell in table.iter("td"):
        if re.fullmatch(r"[-+−]?[\d,.]+%?", (cell.text or "").strip()):
            cell.set("class", " ".join(sorted(classes(cell) | {"num"})))


def _align_heads(table: etree._Element) -> None:
    """A column head stands over its numbers: on the right where every cell below is a number."""
    body = [list(row) for row in table.iterfind("tbody/tr")]
    for head in table.iterfind("thead/tr"):
        for column, cell in enumerate(head):
            below = [row[column] for row in body if len(row) > column]
            if below and len(head) == len(body[0]) and all("num" in classes(each) for each in below):
                cell.set("class", " ".join(sorted(classes(cell) | {"num"})))
