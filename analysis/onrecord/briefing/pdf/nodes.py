"""The tree as plain data for Typst: every word travels as a JSON string, so nothing in it can be markup."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from onrecord import design, glyphs
from onrecord.briefing.document.subset import classes, folded, parent_of, text_of
from onrecord.briefing.pdf.columns import Cell, Rows, column_widths, folds, placed
from onrecord.briefing.pdf.formulas import formula
from onrecord.briefing.pdf.pictures import picture, raster
from onrecord.briefing.pdf.words import shown

LABEL_LETTERS = 13  # of a heading in the label column; one with a longer word stands over the text

BLOCKS = frozenset(
    str.split(
        "section header aside h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tfoot tr figure figcaption "
        "blockquote pre hr div svg img"
    )
)
FOLDED = "details"  # what a page folds away paper does without
SIDES = {"right": "num", "center": "mid"}
_SPACE = re.compile(r"[ \t\r\n]+")
Node = dict[str, Any]  # ``{t: tag, c: classes, id, k: children, …}``
Item = Node | str


def node(source: etree._Element) -> Node:
    """What the template reads of an element; children are such nodes or strings."""
    if source.tag == "svg":
        return {"t": "svg", **picture(source)}
    if source.tag == "img":
        return {"t": "img", **raster(source)}
    if source.tag == "math":
        return {"t": "math", **formula(source)}
    made: Node = {"t": source.tag, "c": sorted(classes(source))} | _attributes(source)
    if source.tag == "table":
        return made | table(source)
    if source.tag == "h2":
        made["narrow"] = all(len(word) <= LABEL_LETTERS for word in folded(source).split())
    return made | {"k": children(source, verbatim=_is_verbatim(source))}


def _is_verbatim(source: etree._Element) -> bool:
    return source.tag == "pre" or any(True for _ in source.iterancestors("pre"))


def _attributes(source: etree._Element) -> Node:
    """Those that the template reads, as far as the element has them."""
    found = {
        "id": source.get("id", ""),
        "href": source.get("href", ""),
        "start": shown(source.get("start", "")),
        "alt": shown(source.get("data-alt", "")),
        "lang": language(source.get("lang", "")),
        "address": _address(source) if source.tag == "a" else "",
    }
    return {name: value for name, value in found.items() if value}


def language(code: str) -> str:
    """The primary language of a BCP 47 code where Typst knows the likes of it, else nothing."""
    primary = code.split("-")[0].lower()
    return primary if re.fullmatch("[a-z]{2,3}", primary) else ""


def _address(link: etree._Element) -> str:
    """The address that is printed after a link out of the document, unless its words are the address."""
    address = link.get("href", "").removeprefix("mailto:")
    return "" if address.startswith("#") or folded(link) == address else shown(address)


def children(source: etree._Element, verbatim: bool = False) -> list[Item]:
    """What is in `source`; white space is folded as HTML folds it, unless `verbatim`."""
    kept = [*_text(source.text, verbatim)]
    for child in source:
        if isinstance(child.tag, str) and child.tag != FOLDED:
            kept.append(node(child))
        kept += _text(child.tail, verbatim)
    return _trimmed(kept) if not verbatim and source.tag in BLOCKS | {"td", "th"} else kept


def _text(text: str | None, verbatim: bool) -> list[Item]:
    return [shown(text if verbatim else _SPACE.sub(" ", text))] if text else []


def _trimmed(items: list[Item]) -> list[Item]:
    """Without the blanks beside blocks and at both edges."""
    kept = [item for at, item in enumerate(items) if item != " " or not (_ends(items, at - 1) or _ends(items, at + 1))]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(" ")
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
    return kept


def _ends(items: list[Item], at: int) -> bool:
    """Whether the neighbour at `at` is a block or the edge."""
    if not 0 <= at < len(items):
        return True
    item = items[at]
    return not isinstance(item, str) and item["t"] in BLOCKS


def table(source: etree._Element) -> Node:
    """Caption, head and body rows of cells, and the columns' widths; spans stay, missing cells are filled."""
    caption, (head, body) = source.find("caption"), _rows(source)
    columns = max((sum(cell["cols"] for cell in row) for row in head + body), default=1)
    size = design.DATA_PT if any(True for _ in source.iterancestors("figure")) else design.TABLE_PT
    halves = folds(head, body, columns, size)
    widths, capacity = column_widths(head + body, columns, size, halves)
    return {
        "number": int(source.xpath("count(preceding::table)")),
        "caption": children(caption) if caption is not None else None,
        "size": size,
        "halves": halves,
        "columns": widths,
        "head": [_fitted(row, capacity) for row in head],
        "body": [_fitted(row, capacity) for row in body],
    }


def _rows(source: etree._Element) -> tuple[Rows, Rows]:
    """The rows of the head, and all others."""
    head: Rows = []
    body: Rows = []
    for row in source.iter("tr"):
        is_head = parent_of(row).tag == "thead"
        cells = [_cell(cell, is_head) for cell in row if cell.tag in ("td", "th")]
        (head if is_head else body).append(cells)
    return head, body


def _cell(cell: etree._Element, head: bool) -> Cell:
    return {
        "k": children(cell),
        "words": _as_set(cell),
        "align": next((side for side, name in SIDES.items() if name in classes(cell)), "left"),
        "head": head,
        "cols": int(cell.get("colspan", "1")) or 1,
        "rows": int(cell.get("rowspan", "1")) or 1,
    }


def _as_set(cell: etree._Element) -> str:
    """The cell's words with the quote marks that setting puts around a quotation, for its width."""
    text = folded(cell)
    for quote in cell.iter("q"):
        text = text.replace(text_of(quote), f"“{text_of(quote)}”", 1)
    return text


def _fitted(row: list[Cell], capacity: list[int]) -> list[Cell]:
    """The row, words longer than their column takes whole given break points."""
    return [
        cell | {"k": _breakable(cell["k"], capacity[at])} if cell["cols"] == 1 and at < len(capacity) else cell
        for at, cell in placed(row)
    ]


def _breakable(items: list[Item], capacity: int) -> list[Item]:
    return [_broken(item, capacity) for item in items]


def _broken(item: Item, capacity: int) -> Item:
    """Words longer than `capacity` (letters) with break points."""
    if isinstance(item, str):
        return glyphs.breakable(item, every=capacity, longest=capacity)
    return item | {"k": _breakable(item["k"], capacity)} if "k" in item else item
