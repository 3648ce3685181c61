"""Articles whose attributed statements are annotated, to measure drafts on.

A gold folder holds `ID.txt`, an article each, and `statements.jsonl`, a line an article: its `id`, its `speakers`
(`id`, `name`, `aliases`, `role`) and its `statements` (`speaker`, and `content` in verbatim pieces, in their order).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.drafting.scoring.gold import Span
from onrecord.problems import ProblemsError, problem

STATEMENTS = "statements.jsonl"
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"""[.!?]["”’')\]]*\s|\n""")


class Worded:
    """A text by the numbers of its words."""

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        spans = [found.span() for found in WORD.finditer(self.text)]
        return [start for start, _ in spans], [end for _, end in spans]

    def within(self, spans: Iterable[Span]) -> frozenset[int]:
        """The words that lie whole in one of the spans."""
        starts, ends = self._edges
        return frozenset(k for a, b in spans for k in range(bisect_left(starts, a), bisect_right(ends, b)))

    @cached_property
    def sentences(self) -> list[int]:
        """The number of the sentence, or line, that each word stands in."""
        ends = [found.end() for found in SENTENCE_END.finditer(self.text)]
        return [bisect_right(ends, start) for start in self._edges[0]]


class Speaker(NamedTuple):
    """Who is given as the source: every form in the text, the name first, and the role, '' for none."""

    id: str
    forms: tuple[str, ...]
    role: str


class GoldStatement(NamedTuple):
    """What one speaker says, by the numbers of its words."""

    speaker: str
    words: frozenset[int]


class GoldArticle(NamedTuple):
    """An article with its speakers and statements; `file` is its text on disk."""

    file: Path
    worded: Worded
    speakers: list[Speaker]
    statements: list[GoldStatement]


def read_statement_gold(folder: Path) -> Iterator[GoldArticle]:
    """Every article of the folder, in the order of the lines. Raises ProblemsError where a line or text is none."""
    for number, line in enumerate((folder / STATEMENTS).read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                yield _article(folder, json.loads(line))
            except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
                raise _no_gold(number, error) from None


def _article(folder: Path, entry: dict[str, Any]) -> GoldArticle:
    file = folder / f"{entry['id']}.txt"
    worded = Worded(file.read_bytes().decode("utf-8"))
    speakers = [Speaker(s["id"], (s["name"], *s["aliases"]), s.get("role", "")) for s in entry["speakers"]]
    if unknown := {s["speaker"] for s in entry["statements"]} - {one.id for one in speakers}:
        raise ValueError(f"no speaker is {min(unknown)!r}")
    said = [GoldStatement(s["speaker"], worded.within(_places(worded.text, s["content"]))) for s in entry["statements"]]
    return GoldArticle(file, worded, speakers, said)


def _places(text: str, pieces: Iterable[str]) -> Iterator[Span]:
    """Where the pieces stand, each behind the one before it; raises ValueError where one does not."""
    end = 0
    for piece in pieces:
        start = text.find(piece, end)
        if start < 0:
            raise ValueError(f"{piece!r} does not stand in the text, behind the pieces before it")
        end = start + len(piece)
        yield start, end


def _no_gold(number: int, error: Exception) -> ProblemsError:
    found = f"not readable as gold: {type(error).__name__}: {error}"
    remedy = "a line is an article with id, speakers and statements, whose words stand in ID.txt beside it"
    return ProblemsError([problem("E-FILE", STATEMENTS, number, found=found, remedy=remedy)])
