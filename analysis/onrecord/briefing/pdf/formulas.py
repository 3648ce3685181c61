"""Formulas for Typst: MathML as plain data, with what belongs together put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from onrecord import glyphs
from onrecord.briefing.document.subset import text_of

Part = dict[str, Any]  # ``{m: name, w: words}`` or ``{m: name, k: parts, …}``
LEAVES = frozenset({"mi", "mo", "mn", "mtext"})
OPENING, CLOSING = frozenset("([{|‖⟨⌈⌊"), frozenset(")]}|‖⟩⌉⌋")
LETTERS = range(0x1D400, 0x1D800)  # of mathematics: its own font has them
_EM = re.compile(r"(-?[\d.]+)em")


def formula(source: etree._Element) -> dict[str, Any]:
    """What the template reads of ``math``; its TeX is its text alternative."""
    return {
        "alt": glyphs.printable(source.get("data-tex", "")),
        "block": source.get("display") == "block",
        "tree": _part(source),
    }


def _part(source: etree._Element) -> Part:
    name = str(source.tag)
    if name in LEAVES:
        return {"m": name, "w": _letters(text_of(source)), "size": _em(source.get("minsize", ""))}
    if name == "mspace":
        return {"m": name, "size": _em(source.get("width", ""))}
    kept = {
        "accent": "accent" in str(dict(source.attrib)) or _has_accent(source),
        "bar": source.get("linethickness") != "0",
    }
    left = any("left" in cell.get("columnalign", "") for cell in (source, *source.iter("mtd")))
    return {"m": name, "k": list(_fenced([_part(child) for child in source])), "left": left} | kept


def _has_accent(source: etree._Element) -> bool:
    return len(source) == 2 and source[1].get("accent") == "true"


def _letters(words: str) -> str:
    return "".join(char if ord(char) in LETTERS else glyphs.printable(char) for char in words)


def _em(text: str) -> float:
    found = _EM.fullmatch(text)
    return float(found[1]) if found else 0.0


def _fenced(parts: list[Part]) -> Iterator[Part]:
    """The parts, a table or a whole row with the brackets beside it as one, so that they grow with it."""
    if len(parts) > 2 and _is(parts[0], OPENING) and _is(parts[-1], CLOSING):
        yield {"m": "fenced", "k": list(_fenced(parts[1:-1])), "open": parts[0]["w"], "close": parts[-1]["w"]}
        return
    waiting = list(parts)
    while waiting:
        part = waiting.pop(0)
        if _is(part, OPENING) and waiting and waiting[0]["m"] == "mtable":
            inner = waiting.pop(0)
            close = waiting.pop(0)["w"] if waiting and _is(waiting[0], CLOSING) else ""
            part = {"m": "fenced", "k": [inner], "open": part["w"], "close": close}
        yield part


def _is(part: Part, brackets: frozenset[str]) -> bool:
    return part["m"] == "mo" and not part.get("size") and part["w"] in brackets
