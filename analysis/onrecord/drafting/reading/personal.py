"""Names of persons that are words of time or modals as well: Mrs May, Will Horne, June Falk, Mark Sunday."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.drafting.reading.tags import NAME
from onrecord.english.calendar import WEEKDAYS

ALSO_FIRST_NAMES = frozenset(["Will", "April", "May", "June", "August"])  # names when one follows
LAST = ["May", "March", "August", "Will", "Long", "Early", "Sunday", "Monday", "Friday"]
WORD = r"[^\W\d_][\w’'-]*[^\W\d_]"
DAYS = "|".join(day.capitalize() for day in WEEKDAYS)
FIRST_NAMES = {word: re.compile(rf"{word} (?={WORD},? \w)") for word in sorted(ALSO_FIRST_NAMES)}
OPENS_NAME = re.compile(r"(?:^|[.,;:—–“\"\n] ?|\band )$")
TITLE = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame)\.? (?:{WORD} )?$")
LAST_OF_A_LIST = re.compile(rf" and ({WORD}) ({DAYS})\b")
FULL_NAME_BEFORE = re.compile(rf"{WORD} ({WORD})$")
NO_SURNAME = re.compile(
    r"(?:\b(?:in|on|of|since|by|until|last|this|next|from|late|early|to|before|after|for) |\d )$", re.I
)
BEHIND_MONTH = re.compile(r" \d|, \d{4}")


def told_names(text: str, starts: Sequence[int]) -> dict[int, str]:
    """Token → tag, for the words of a person's name that are no names elsewhere."""
    found = {}
    for at in {*places(text)}:
        token = bisect_left(starts, at)
        if token < len(starts) and starts[token] == at:
            found[token] = NAME
    return found


def places(text: str) -> Iterator[int]:
    """Where such words stand, in code points."""
    for pattern in FIRST_NAMES.values():
        for match in pattern.finditer(text):
            opens = OPENS_NAME.search(text[max(0, match.start() - 5) : match.start()])
            if opens and text[match.end()].isupper() and not asks(text, match.end()):
                yield match.start()
    for last in LAST:
        if f" {last}" in text and is_titled(text, last):
            yield from surnames(text, last)
    for match in LAST_OF_A_LIST.finditer(text):
        if ends_a_list(text, match):
            yield match.start(2)


def ends_a_list(text: str, match: re.Match[str]) -> bool:
    """Whether a weekday is the last name of the last person in a list of full names."""
    before = FULL_NAME_BEFORE.search(text[max(0, match.start() - 60) : match.start()])
    named = before and before[0][0].isupper() and before[1][0].isupper() and match[1][0].isupper()
    return bool(named) and not re.search(rf"[^\W\d_]\w+ {match[1]}\b(?! {match[2]})", text[: match.start()])


def is_titled(text: str, last: str) -> bool:
    """Whether the text gives the word with a title before it: Mrs May, Ms Ann March."""
    found = re.finditer(rf"{last}\b", text)
    return any(TITLE.search(text[max(0, match.start() - 30) : match.start()]) for match in found)


def asks(text: str, at: int) -> bool:
    """Whether the sentence around is a question: `Will Norway pay?`."""
    end = re.compile(r"[.!?\n]").search(text, at)
    return end is not None and end[0] == "?"


def surnames(text: str, last: str) -> Iterator[int]:
    """Where a last name stands that the text gives with a title, and is no time there."""
    for match in re.finditer(rf"\b{last}\b", text):
        before = text[max(0, match.start() - 12) : match.start()]
        if not NO_SURNAME.search(before) and not BEHIND_MONTH.match(text, match.end()):
            yield match.start()
