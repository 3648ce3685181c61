"""Footnotes of a Markdown cell: their ids and numbers are the document's, not the cell's."""

from __future__ import annotations

from lxml import etree

from onrecord.briefing.document.subset import classes

PREFIXES = ("fn-", "fnref-")


def number_notes(root: etree._Element, cell: int, before: int) -> int:
    """Notes under `root` count on from those `before`, and lead to those of their `cell`; gives how many there are."""
    for node in root.iter():
        _name(node, cell)
        if node.tag == "sup" and "footnote-ref" in classes(node) and len(node):
            node[0].text = str(before + int(node[0].text or 0))
    lists = root.findall(".//section[@class='footnotes']/ol")
    for each in lists:
        each.set("start", str(before + 1))
    return before + sum(len(each) for each in lists)


def _name(node: etree._Element, cell: int) -> None:
    """Give an id or a link of a note the number of the cell."""
    if (name := node.get("id", "")).startswith(PREFIXES):
        node.set("id", _of_cell(name, cell))
    target = node.get("href", "")
    if target.startswith(tuple(f"#{prefix}" for prefix in PREFIXES)):
        node.set("href", f"#{_of_cell(target[1:], cell)}")


def _of_cell(name: str, cell: int) -> str:
    kind, _, number = name.partition("-")
    return f"{kind}-{cell}-{number}"
