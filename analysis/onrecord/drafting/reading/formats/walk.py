"""The words of a paragraph in a document's XML, with a rule for each element that is not plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from onrecord.drafting.reading.formats.page import LeftOut

if TYPE_CHECKING:
    from lxml.etree import _Element

ElementRule = Callable[["_Element", "Walk"], str]


def xml_root(xml: bytes) -> _Element:
    """The root of `xml`, read without entities, DTD or network."""
    from lxml import etree

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


class Walk:
    """Reads elements by `rules`, tag → what stands for the element in the text; an element without one is descended."""

    def __init__(self, rules: Mapping[str, ElementRule]):
        self.rules = rules
        self.left_out = LeftOut()

    def words(self, element: _Element) -> str:
        """The words of `element`: by its rule, else its text and its children's."""
        rule = self.rules.get(element.tag) if isinstance(element.tag, str) else nothing
        return rule(element, self) if rule else self.inside(element)

    def inside(self, element: _Element) -> str:
        """Text and children of `element`, whatever its own rule says."""
        parts = [element.text or ""]
        for child in element:
            parts += [self.words(child), child.tail or ""]
        return "".join(parts)


def nothing(element: _Element, walk: Walk) -> str:
    return ""


def written_as(words: str) -> ElementRule:
    """A rule: the element stands for `words`."""
    return lambda element, walk: words


def left_out(kind: str) -> ElementRule:
    """A rule: the element is left out, and named as `kind` with the words it holds."""

    def rule(element: _Element, walk: Walk) -> str:
        walk.left_out.add(kind, all_words(element))
        return ""

    return rule


def all_words(element: _Element) -> str:
    return " ".join(str(words) for words in element.itertext())
