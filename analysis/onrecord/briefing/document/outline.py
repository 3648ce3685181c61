"""Headings, anchors and numbers: one h1, no level skipped, figures and tables counted."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from onrecord.briefing.document.subset import classes, default, element, folded, parent_of
from onrecord.problems import Problem, problem

_NUMBER = re.compile(r"[-+−]?[\d,.]+%?")
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}


class Entry(NamedTuple):
    """A line of the table of contents: level 2 or 3, the anchor's id, the words."""

    level: int
    anchor: str
    text: str


def unique_ids(root: etree._Element) -> None:
    """Give a repeated id a number, the first keeps it; ids of a figure's SVG take the figure's number before them."""
    for count, svg in enumerate(root.iter("svg"), start=1):
        _prefix_ids(svg, f"g{count}-")
    seen: set[str] = set()
    for node in root.iter():
        if (name := node.get("id")) is not None:
            node.set("id", _free(name, seen))


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free)
    return free


def _prefix_ids(svg: etree._Element, prefix: str) -> None:
    own = set(_ids(svg))
    for node in svg.iter():
        for name, value in node.attrib.items():
            node.set(name, _prefixed(str(name), str(value), prefix, own if node.tag != "a" else set()))


def _ids(root: etree._Element) -> Iterator[str]:
    return (name for node in root.iter() if (name := node.get("id")))


def _prefixed(name: str, value: str, prefix: str, own: set[str]) -> str:
    """An attribute's value; ids, and what refers to one of the SVG's own, with the prefix."""
    if name == "id":
        return prefix + value
    if name == "href" and value[1:] in own:
        return f"#{prefix}{value[1:]}"
    return value.replace("url(#", f"url(#{prefix}")


def mend_headings(root: etree._Element) -> None:
    """The first heading is h1; under it every other is h2 or deeper, one level below the one it stands under."""
    open_levels: list[int] = []
    for heading in root.iter(*_LEVELS):
        level = level_of(heading) if not open_levels else max(2, level_of(heading))
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        heading.tag = f"h{len(open_levels)}"


def level_of(heading: etree._Element) -> int:
    """1 for h1, and so on."""
    return _LEVELS[str(heading.tag)]


def anchor(root: etree._Element) -> list[Entry]:
    """Give every h2 and h3 an id; returns the table of contents."""
    taken = set(_ids(root))
    return [_anchored(heading, taken) for heading in root.iter("h2", "h3")]


def _anchored(heading: etree._Element, taken: set[str]) -> Entry:
    words = folded(heading)
    name = heading.get("id") or _free(f"sec-{_slug(words)}", taken)
    heading.set("id", name)
    return Entry(level_of(heading), name, words)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-")[:60] or "part"


def leave_out_absent(root: etree._Element) -> None:
    """Take away the notes that say of something that it is not there, and each heading under which nothing else is."""
    for note in [note for note in root.iter("p") if "absent" in classes(note)]:
        before = note.getprevious()
        parent_of(note).remove(note)
        while before is not None and _is_empty(before):
            heading, before = before, before.getprevious()
            parent_of(heading).remove(heading)


def _is_empty(node: etree._Element) -> bool:
    """Whether it is a heading that one of its level or above follows at once, or the end, or what closes a briefing."""
    following = node.getnext()
    if node.tag not in _LEVELS or following is None or following.tag == "section":
        return node.tag in _LEVELS
    return _LEVELS.get(str(following.tag), 9) <= level_of(node)


def mend_links(root: etree._Element, file: str) -> Iterator[Problem]:
    """Links within the document lead to an id or, as in JupyterLab, to a heading's words; of others the words stay.

    Gives a warning for each that leads nowhere.
    """
    headings = {folded(heading).replace(" ", "-"): heading.get("id", "") for heading in root.iter("h1", *_LEVELS)}
    known = set(_ids(root))
    for link in [link for link in root.iter("a") if link.get("href", "").startswith("#")]:
        target = unquote(link.get("href", "")[1:])
        if target in known:
            continue
        if headings.get(target):
            link.set("href", f"#{headings[target]}")
        else:
            del link.attrib["href"]
            found = f"the link {folded(link)!r} leads to #{target}, which is not in the document"
            yield problem("W-LINK", file=file, found=found, remedy="link to a heading: #Its-words")


def number(root: etree._Element) -> None:
    """Write "Figure 1." before each figure's caption, "Table 1." before the caption of a table outside figures.

    A figure's own table is its data, and says so: on paper it may stand apart from the picture.
    """
    for count, figure in enumerate(root.iter("figure"), start=1):
        default(figure, "id", f"figure-{count}")
        _lead(_caption(figure), f"Figure {count}.")
        for own in figure.iterfind(".//table/caption"):
            _lead(own, f"Data of Figure {count}.")
    alone = (caption for table in root.iter("table") for caption in table.iterfind("caption") if not _in_figure(table))
    for count, caption in enumerate(alone, start=1):
        default(parent_of(caption), "id", f"table-{count}")
        _lead(caption, f"Table {count}.")


def _caption(figure: etree._Element) -> etree._Element:
    """The figure's caption; an empty one is made where it has none."""
    caption = figure.find("figcaption")
    if caption is None:
        caption = element("figcaption")
        figure.insert(0, caption)
    return caption


def _in_figure(table: etree._Element) -> bool:
    return any(True for _ in table.iterancestors("figure"))


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
        _caption_of_head(table)
        _set_classes(table, (classes(table) - {"dataframe"}) | {"data"})
        for cell in table.iterfind("thead//*"):
            _mend_head(cell)
        for cell in table.iterfind("tbody//th"):
            default(cell, "scope", "row")
        _align_heads(table)


def _caption_of_head(table: etree._Element) -> None:
    """Rows that open the head with one cell over all columns are a title: the caption of a table without one."""
    rows = [row for row in table.iterfind("thead/tr") if len(row)]
    titles = list(itertools.takewhile(_is_one_cell, rows))
    if not titles or len(titles) == len(rows) or table.find("caption") is not None:
        return
    words = " – ".join(filter(None, map(folded, titles)))
    for row in titles:
        parent_of(row).remove(row)
    if words:
        table.insert(0, element("caption", words))


def _is_one_cell(row: etree._Element) -> bool:
    return len(row) == 1 and int(row[0].get("colspan", "1")) > 1


def _mend_head(cell: etree._Element) -> None:
    if cell.tag == "td" and (cell.text or "").strip():
        cell.tag = "th"
    if cell.tag == "th":
        default(cell, "scope", "col")


def _set_classes(node: etree._Element, names: set[str]) -> None:
    node.set("class", " ".join(sorted(names)))


def _mark_numbers(table: etree._Element) -> None:
    """pandas does not say which of its cells are numbers; they are set like those that do."""
    for cell in table.iter("td"):
        if _NUMBER.fullmatch((cell.text or "").strip()):
            _set_classes(cell, classes(cell) | {"num"})


def _align_heads(table: etree._Element) -> None:
    """A column head stands over its numbers: on the right where every cell below is a number."""
    body = [list(row) for row in table.iterfind("tbody/tr")]
    for head in table.iterfind("thead/tr"):
        if body and len(head) == len(body[0]):
            for column, cell in enumerate(head):
                _align_head(cell, [row[column] for row in body if len(row) > column])


def _align_head(cell: etree._Element, below: list[etree._Element]) -> None:
    if below and all("num" in classes(each) for each in below):
        _set_classes(cell, classes(cell) | {"num"})
