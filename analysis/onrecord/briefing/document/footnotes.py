"""Footnotes of a Markdown cell: their ids and numbers are the document's, not the cell's."""

from __future__ import annotations

from lxml import etree

from onrecord.briefing.document.subset import classes

PREFIXES = ("fn-", "fnref-")


def number_notes(root: etree._Element, cell: int) -> None:
    """Ids and links of the notes under `root` take the number of their `cell`, so that they lead to its own notes."""
    for node in root.iter():
        if (name := node.get("id", "")).startswith(PREFIXES):
            node.set("id", _of_cell(name, cell))
        if (target := node.get("href", "")[1:]).startswith(PREFIXES) and node.get("href", "").startswith("#"):
            node.set("href", f"#{_of_cell(target, cell)}")
        if node.tag == "a" and "footnote" in classes(node):
            node.set("title", "Back to the text")


def _of_cell(name: str, cell: int) -> str:
    kind, _, number = name.partition("-")
    return f"{kind}-{cell}-{number}"
