"""Style sheets of other libraries' tables and of drawings: each rule goes to the elements that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

DECLARED = frozenset(
    str.split("text-align font-weight font-style text-decoration vertical-align background-color color")
)
DRAWN = frozenset(
    str.split(
        "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap "
        "stroke-linejoin opacity font-family font-size font-weight font-style text-anchor stop-color stop-opacity"
    )
)
COLOURS = ("background-color", "background", "color")
MOST = 2_000  # rules of one sheet that are read

Say = Callable[[str, str], None]  # found, remedy


@dataclass(frozen=True)
class Rule:
    """One selector with its declarations; `weight` says which of two rules wins, `own` that it is about one cell."""

    path: str
    declared: dict[str, str]
    weight: tuple[int, ...]
    own: bool


def apply_styles(root: etree._Element, say: Say) -> None:
    """Rules of the sheets under `root` become ``style`` of the elements; colours of single cells are said."""
    settled: dict[etree._Element, dict[str, str]] = {}
    coloured = _coloured(root)
    for rule in sorted(_rules(root), key=lambda rule: rule.weight):
        found = [node for node in root.xpath(rule.path) if isinstance(node, etree._Element)]
        for node in found:
            settled.setdefault(node, {}).update(rule.declared)
        coloured = coloured or (rule.own and _gives_colour(rule.declared) and any(map(_is_cell, found)))
    for node, declared in settled.items():
        _declare(node, declared)
    if coloured:
        remedy = "if they mean something, say it in a column or in bold"
        say("the colours of a table's cells were left out", remedy)


def _coloured(root: etree._Element) -> bool:
    """Whether a cell has colours in its own ``style``."""
    cells = (node for node in root.iter("td", "th") if "style" in node.attrib)
    return any(_gives_colour(declarations(cell.get("style", ""))) for cell in cells)


def _gives_colour(declared: dict[str, str]) -> bool:
    return any(declared.get(name, "transparent") not in ("transparent", "inherit", "") for name in COLOURS)


def _is_cell(node: etree._Element) -> bool:
    return node.tag in ("td", "th")


def declarations(style: str) -> dict[str, str]:
    """Property -> value of a ``style`` attribute or of a rule's block."""
    import tinycss2

    found = tinycss2.parse_declaration_list(style, skip_comments=True, skip_whitespace=True)
    return {one.lower_name: tinycss2.serialize(one.value).strip() for one in found if one.type == "declaration"}


def _declare(node: etree._Element, declared: dict[str, str]) -> None:
    """Put what the sheets say of an element before what it says itself."""
    kept = DRAWN if _is_drawn(node) else DECLARED
    said = {name: value for name, value in declared.items() if name in kept} | declarations(node.get("style", ""))
    node.set("style", "; ".join(f"{name}: {value}" for name, value in said.items()))


def _is_drawn(node: etree._Element) -> bool:
    return node.tag == "svg" or any(True for _ in node.iterancestors("svg"))


def _rules(root: etree._Element) -> Iterator[Rule]:
    import tinycss2

    for sheet in root.iter("style"):
        found = tinycss2.parse_stylesheet("".join(sheet.itertext()), skip_comments=True, skip_whitespace=True)
        for order, rule in enumerate(found[:MOST]):
            if rule.type == "qualified-rule":
                declared = declarations(tinycss2.serialize(rule.content))
                yield from _of_selectors(tinycss2.serialize(rule.prelude), declared, order)


def _of_selectors(prelude: str, declared: dict[str, str], order: int) -> Iterator[Rule]:
    """A rule for each selector that can be read; one about every element there is is none of a table or drawing."""
    from cssselect import HTMLTranslator, SelectorError, parse

    try:
        for selector in parse(prelude):
            if selector.canonical() not in ("*", "tr", "td", "th") and selector.pseudo_element is None:
                path = HTMLTranslator().selector_to_xpath(selector)
                own = "#" in selector.canonical().split()[-1]
                yield Rule(path, declared, (*selector.specificity(), order), own)
    except SelectorError:
        return
