"""The forms of English nouns, by their endings."""

from __future__ import annotations


def noun_forms(noun: str) -> tuple[str, ...]:
    """The noun and its plural; the noun alone where it is a plural or has none (eagerness)."""
    if noun.endswith("s"):
        return (noun,)
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, noun[:-1] + "ies"
    return noun, noun + "s"
