"""Ids for rows that a person adds."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.coding.fields import id_words

WORDS = 4  # of a name or proposition, in an id
SMALL = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "for", "has", "in", "is", "of", "on", "the", "to", "will"}
)


def new_id(prefix: str, name: str, taken: Collection[str]) -> str:
    """`iss-russian-troops-arrive` from a proposition, `belarusian-defence-ministry` from a name; never one `taken`."""
    return _free(prefix + "-".join(_telling(id_words(name))[:WORDS]), taken)


def _telling(every: list[str]) -> list[str]:
    """The words without the small ones, but for a name that has no others."""
    return [word for word in every if word not in SMALL] or every or ["new"]


def _free(base: str, taken: Collection[str]) -> str:
    """`base`, with a number behind it where it is taken."""
    tried = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 2))]
    return next(one for one in tried if one not in taken)


def next_number(prefix: str, taken: Collection[str]) -> str:
    """`st-28` behind `st-27`, as many digits as the others have."""
    numbers = [name.removeprefix(prefix) for name in taken if re.fullmatch(re.escape(prefix) + r"\d+", name)]
    width = max(map(len, numbers), default=2)
    return f"{prefix}{max(map(int, numbers), default=0) + 1:0{width}}"
