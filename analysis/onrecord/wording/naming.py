"""Names as coded, lists, numbers and quote marks as a reader meets them; never an id."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.coding.case import Case

_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def label(case: Case, actor: str) -> str:
    """The actor's name as coded, for tables and figures."""
    return typeset(case.actors.at[actor, "name"])


def listed(items: Sequence[str]) -> str:
    """``a, b and c``; '' for none. Markup items are kept as markup."""
    *first, last = items or [""]
    return last if not first else type(last)(", ").join(first) + " and " + last


def counted_word(number: int) -> str:
    """Small numbers in words (0 is "no"), others in digits."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def times(number: int, noun: str, plural: str | None = None) -> str:
    """``one event``, ``three events``, ``no events``."""
    return f"{counted_word(number)} {noun if number == 1 else plural or noun + 's'}"


def capital(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def words(value: str) -> str:
    """A value of a vocabulary as words."""
    return value.replace("_", " ")


def typeset(text: str) -> str:
    """Straight quote marks and apostrophes that a coder typed in a table, set as curly ones."""
    text = re.sub(r"(?<=\w)'|'(?=\d\ds?\b)", "’", text)
    text = re.sub(r'(^|[\s(\[–—/])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[–—/“])'", r"\1‘", text).replace("'", "’")
