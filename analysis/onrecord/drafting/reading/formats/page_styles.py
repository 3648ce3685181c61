"""Which elements of a web page its own style sheets and attributes hide from whoever looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from cssselect.parser import Selector
    from lxml.html import HtmlElement

HIDING = {"display": ("none",), "visibility": ("hidden", "collapse")}  # property → values that hide
SHOWN_ON = ("", "all", "screen")  # media of a style sheet that a browser on a screen obeys
MOST_RULES = 500  # of a page that say whether something is seen
SHEETS = 200_000  # characters of a page's style sheets that are read
ATTRIBUTE, INLINE = (0, 0, 0, 0, 0), (0, 1, 0, 0, 0)  # weights of `hidden` and of a style attribute

Weight = tuple[int, int, int, int, int]  # important, in the element itself, ids, classes, names: as CSS weighs them
Declared = tuple[str, bool, bool]  # property, whether it hides, whether it is important


class StyleRule(NamedTuple):
    """A selector of one element alone, without those around it, and a declaration that hides or shows."""

    selector: Selector
    declared: Declared

    @property
    def weight(self) -> Weight:
        return (int(self.declared[2]), 0, *self.selector.specificity())


def hidden_elements(tree: HtmlElement) -> set[HtmlElement]:
    """The elements that are not displayed or not visible, by `hidden`, by style attributes and by simple rules."""
    found: dict[tuple[HtmlElement, str], tuple[Weight, bool]] = {}
    for element, weight, (name, hides, _) in [*said_by_sheets(tree), *said_by_elements(tree)]:
        before = found.get((element, name))
        if before is None or weight >= before[0]:
            found[element, name] = (weight, hides)
    return {element for (element, _), (_, hides) in found.items() if hides}


def said_by_elements(tree: HtmlElement) -> Iterator[tuple[HtmlElement, Weight, Declared]]:
    """What the elements say of themselves."""
    import tinycss2

    for element in tree.xpath("//*[@hidden or @style]"):
        if element.get("hidden") is not None:
            yield element, ATTRIBUTE, ("display", True, False)
        for declared in hiding_declarations(tinycss2.parse_blocks_contents(element.get("style", "")[:SHEETS])):
            yield element, (int(declared[2]), *INLINE[1:]), declared


def said_by_sheets(tree: HtmlElement) -> Iterator[tuple[HtmlElement, Weight, Declared]]:
    """What the page's style sheets say of its elements, where a rule hides anything."""
    import tinycss2
    from cssselect import HTMLTranslator

    sheets = "\n".join(sheet.text or "" for sheet in tree.iter("style") if sheet.get("media", "") in SHOWN_ON)
    found = list(hiding_rules(tinycss2.parse_stylesheet(sheets[:SHEETS])))
    if any(one.declared[1] for one in found):
        for one in found[:MOST_RULES]:
            for element in tree.xpath(HTMLTranslator().selector_to_xpath(one.selector)):
                yield element, one.weight, one.declared


def hiding_rules(nodes: Iterable[Any]) -> Iterator[StyleRule]:
    """The rules among the nodes of a style sheet that hide or show something, in order."""
    import tinycss2

    for node in nodes:
        if node.type == "at-rule" and node.content and node.lower_at_keyword == "media":
            if tinycss2.serialize(node.prelude).strip().lower() in SHOWN_ON:
                yield from hiding_rules(tinycss2.parse_rule_list(node.content))
        elif node.type == "qualified-rule":
            declared = list(hiding_declarations(tinycss2.parse_blocks_contents(node.content)))
            chosen = simple_selectors(tinycss2.serialize(node.prelude)) if declared else []
            yield from (StyleRule(selector, one) for selector in chosen for one in declared)


def hiding_declarations(nodes: Iterable[Any]) -> Iterator[Declared]:
    """The declarations among these nodes that hide or show something."""
    import tinycss2

    for node in nodes:
        if node.type == "declaration" and node.lower_name in HIDING:
            value = tinycss2.serialize(node.value).strip().lower()
            yield node.lower_name, value in HIDING[node.lower_name], node.important


def simple_selectors(prelude: str) -> list[Selector]:
    """The selectors of a rule that look at the element alone; none where the rule is beyond the library."""
    from cssselect import ExpressionError, HTMLTranslator, SelectorSyntaxError, parse
    from cssselect.parser import CombinedSelector

    try:
        found = [one for one in parse(prelude) if not isinstance(one.parsed_tree, CombinedSelector)]
        alone = [one for one in found if one.pseudo_element is None]
        return [one for one in alone if HTMLTranslator().selector_to_xpath(one)]
    except (SelectorSyntaxError, ExpressionError):
        return []
