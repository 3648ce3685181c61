"""Lines that were broken to fit a width, put together to paragraphs, and words that were hyphenated there."""

# ruff: noqa: SIM905
from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from onrecord.drafting.reading.formats.page import line, lines

NARROW, WIDE = 50, 100  # characters to which mail programs break lines
FULL = 0.6  # of the longest line: shorter ones end before the edge on purpose
HYPHENS = "-‐\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ITEM = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])\s")
COMPOUNDS = frozenset(  # first parts that are seldom the first half of a longer word
    (
        "well self ex non anti half so long high low full short new old vice mid two three four five six seven eight "
        "nine ten all cross far first second third left right north south east west hard ill better best free state "
        "then year"
    ).split()
)
BROKEN = re.compile(rf"([^\W\d_]+)([{HYPHENS}])$")


def unwrapped(text: str) -> list[str]:
    """The paragraphs of a text that may be broken at a width: blank lines part them, and items of a list."""
    paragraphs = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))
    return [line for paragraph in paragraphs for line in unwrapped_block(paragraph.split("\n"))]


def unwrapped_block(block: list[str]) -> list[str]:
    """One block as one line where its lines are broken at a width, else each line that does not go on with the last."""
    longest = max(map(len, block), default=0)
    full = NARROW <= longest <= WIDE and all(len(row) >= FULL * longest for row in block[:-1])
    if full or any(map(ITEM.match, block)):
        return joined(block, lambda row: not ITEM.match(row))
    return joined(block, lambda row: row[0].islower())


def joined(block: list[str], goes_on: Callable[[str], object]) -> list[str]:
    """The lines of a block, each that goes on with the one before it put to that."""
    found: list[list[str]] = []
    for row in lines("\n".join(block)):
        if found and goes_on(row):
            found[-1].append(row)
        else:
            found.append([row])
    return list(map(" ".join, found))


class Joiner:
    """Joins lines to a paragraph; a hyphen at the end of a line goes where the word without it is a word of the text.

    `joined` counts the words that were put together.
    """

    def __init__(self, rows: Iterable[str]):
        self.known = {word.lower() for row in rows for word in WORD.findall(BROKEN.sub("", row))}
        self.joined = 0

    def paragraph(self, rows: list[str]) -> str:
        """The rows as one line."""
        return line("".join([*map(self.before, rows, rows[1:]), *rows[-1:]]))

    def before(self, row: str, after: str) -> str:
        """A row as it stands before another one: with a blank, with its hyphen, or without."""
        broken, word = BROKEN.search(row[-60:]), WORD.match(after)
        if not broken or not word:
            return f"{row} "
        if not after[0].islower() or self.is_compound(broken[1].lower(), word[0].lower()):
            return f"{row[:-1]}-"
        self.joined += 1
        return row[:-1]

    def is_compound(self, first: str, second: str) -> bool:
        """Whether two parts keep their hyphen: written so here or mostly, or both words of the text, the whole none."""
        if first + second in self.known:
            return False
        both = first in self.known and second in self.known
        return both or first in COMPOUNDS or f"{first}-{second}" in self.known
