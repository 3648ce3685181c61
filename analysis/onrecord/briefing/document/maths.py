"""Formulas: TeX as MathML, which the page shows and Typst sets."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from lxml import etree

from onrecord.briefing.document.subset import element

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = frozenset(
    str.split(
        "math mrow mi mo mn mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd "
        "mstyle mpadded mphantom menclose"
    )
)
ATTRIBUTES = frozenset(
    str.split(
        "display displaystyle scriptlevel stretchy fence form accent accentunder linethickness mathvariant width "
        "columnalign minsize maxsize notation lspace rspace"
    )
)
PARTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}
LONGEST = 5_000  # letters of a formula
_DELIMITED = re.compile(
    r"\$\$(?P<alone>.+?)\$\$|\\\[(?P<alone_>.+?)\\\]|\\\((?P<inline>.+?)\\\)|(?<!\\)\$(?P<inline_>[^$]+?)(?<!\\)\$",
    re.DOTALL,
)
_NUMBERED = re.compile(r"\\(begin|end)\{(align|alignat|equation|gather|multline|eqnarray|flalign)\}")
_PLAIN = re.compile(r"[\w .,%#+-]*")  # what an attribute may hold


class NoFormulaError(ValueError):
    """The TeX cannot be read; the message says why."""


def formula(tex: str, block: bool) -> etree._Element:
    """``math`` of `tex`, which stays with it as its words; raises NoFormulaError. `block`: it stands alone."""
    made = _copied(_converted(tex, block))
    made.set("display", "block" if block else "inline")
    made.set("data-tex", " ".join(tex.split()))
    return made


def pieces(words: str) -> Iterator[tuple[str, str]]:
    """What JupyterLab sets of LaTeX, in turn: ``words``, or a formula that stands ``inline`` or ``alone``.

    Without delimiters all of it is one formula.
    """
    words, last = words.strip(), 0
    for found in _DELIMITED.finditer(words):
        if found.start() > last:
            yield words[last : found.start()], "words"
        yield found[found.lastgroup or 0], str(found.lastgroup).rstrip("_")
        last = found.end()
    if words[last:]:
        yield words[last:], "words" if last else "alone"


def shown_as_written(tex: str, block: bool) -> etree._Element:
    """What stands in the place of a formula that cannot be set."""
    code = element("code", tex.strip())
    return element("p", "", code) if block else code


def _converted(tex: str, block: bool) -> Element:
    from latex2mathml.converter import convert_to_element

    if len(tex) > LONGEST:
        raise NoFormulaError(f"it has more than {LONGEST} letters")
    try:
        plain = _NUMBERED.sub(r"\\\1{\2*}", tex)  # JupyterLab numbers no formula
        made: Element = convert_to_element(plain, display="block" if block else "inline")
    except Exception as error:  # the library has errors of its own, and those of Python where braces do not fit
        raise NoFormulaError(_reason(error)) from None
    _refuse_unsound(made)
    return made


def _refuse_unsound(made: Element) -> None:
    """The library takes unknown commands as they stand, and leaves out what is missing."""
    if unknown := next(_unknown(made), ""):
        raise NoFormulaError(f"{unknown} is not known")
    if any(len(part) != PARTS.get(_name(part), len(part)) for part in made.iter()):
        raise NoFormulaError("a part of it is missing")


def _name(part: Element) -> str:
    return str(part.tag).rpartition("}")[2]


def _reason(error: Exception) -> str:
    said = str(error) or type(error).__name__.removesuffix("Error")
    return "it is no sound TeX: " + " ".join(said.split())[:80]


def _unknown(made: Element) -> Iterator[str]:
    """The commands that were taken as they stand."""
    return (part.text for part in made.iter() if part.text and part.text.startswith("\\") and len(part.text) > 1)


def _copied(source: Element) -> etree._Element:
    """As a document holds it: elements and attributes that are known, entities as the letters that they mean."""
    name = _name(source)
    kept = {key: value for key, value in source.attrib.items() if key in ATTRIBUTES and _PLAIN.fullmatch(value)}
    made = etree.Element(name if name in TAGS else "mrow", kept)
    made.text = html.unescape(source.text) if source.text and source.text.strip() else None
    made.extend([_copied(child) for child in source])
    return made
