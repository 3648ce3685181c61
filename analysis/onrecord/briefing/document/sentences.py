"""Citations in an analyst's own words: ``[S04]``, ``[S04–S06]`` and ``[S04, S07]`` lead to the sentences themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from onrecord.briefing.document.subset import element, parent_of

CITED = re.compile(r"\[(S\d+(?:\s*[-–—]\s*S\d+)?(?:\s*[,;]\s*S\d+(?:\s*[-–—]\s*S\d+)?)*)\]")
UNTOUCHED = frozenset({"code", "pre", "a", "math", "svg", "q"})
_RANGE = re.compile(r"\s*[-–—]\s*")
_COMMA = re.compile(r"\s*[,;]\s*")


def link_sentences(root: etree._Element, cell: int) -> None:
    """Each such citation under `root` becomes links that name their sentences, and the `cell` that they stand in."""
    for node in list(root.iter()):
        if isinstance(node.tag, str) and not _is_untouched(node):
            _link(node, node.text, None, cell)
        if isinstance(node.tag, str) and node is not root and not _is_untouched(parent_of(node)):
            _link(parent_of(node), node.tail, node, cell)


def _is_untouched(node: etree._Element) -> bool:
    return node.tag in UNTOUCHED or any(one.tag in UNTOUCHED for one in node.iterancestors())


def _link(parent: etree._Element, words: str | None, after: etree._Element | None, cell: int) -> None:
    """Put the citations in `words`, the text of `parent` behind `after`, into their places."""
    pieces = CITED.split(words or "")
    if len(pieces) == 1:
        return
    if after is None:
        parent.text = pieces[0]
    else:
        after.tail = pieces[0]
    at = 0 if after is None else parent.index(after) + 1
    for offset, (cited, tail) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True)):
        made = _cites(cited, cell)
        made.tail = tail
        parent.insert(at + offset, made)


def _cites(cited: str, cell: int) -> etree._Element:
    links = [_cite(part, cell) for part in _COMMA.split(cited)]
    for link in links[:-1]:
        link.tail = ", "
    links[-1].tail = "]"
    return element("span", "[", *links, class_="cites")


def _cite(part: str, cell: int) -> etree._Element:
    first, *last = _RANGE.split(part)
    named = "–".join([first, *last])
    return element(
        "a", named, class_="cite", href=f"#{first}", data_sentences=" ".join([first, *last]), data_cell=str(cell)
    )


def resolve_sentences(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Write out the ranges by the source list; gives (cell, citation, what is wrong with it)."""
    known = [item.get("data-sentence", "") for item in root.iterfind(".//section[@id='sources']//li[@data-sentence]")]
    for link in root.iterfind(".//a[@data-sentences]"):
        named, cell = link.get("data-sentences", "").split(), link.attrib.pop("data-cell", "?")
        if wrong := _wrong(named, known):
            yield str(cell), link.text or "", wrong
        elif named:
            link.set("data-sentences", " ".join(known[known.index(named[0]) : known.index(named[-1]) + 1]))


def _wrong(named: list[str], known: list[str]) -> str:
    """The first sentence that is not `known`, or the range that runs backwards; nothing where all is well."""
    unknown = [name for name in named if name not in known]
    if unknown or not named:
        return next(iter(unknown), "")
    return f"{named[-1]} stands before {named[0]}" if known.index(named[-1]) < known.index(named[0]) else ""


def cited_sentences(root: etree._Element) -> set[str]:
    """The sentences that an analyst's words lead to."""
    return {name for link in root.iterfind(".//a[@data-sentences]") for name in link.get("data-sentences", "").split()}
