"""What a drafting rule is: one record, which fails at import where it is not whole.

A rule is a function of a clause with `rule` above it, which says what the rule needs and what is drafted of it; how
often it is right is measured (`onrecord.drafting.scoring.bench --keep`) and stands in ``lexicon/precision.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.cues import FRAMES
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.voice import VOICES
from onrecord.drafting.reading.tokens import LEXICON

PRECISIONS = LEXICON / "precision.csv"
HIGH, MODERATE = 0.8, 0.5  # measured precision from which confidence is high, moderate
ANY: frozenset[str] = frozenset()  # frames of a rule that asks for none
# What becomes of what a rule finds: a statement whose content is a clause, an object, an infinitive, an addressee with
# what is asked of them; a concern that nobody is named as holding; nothing where the rule is too often wrong.
DRAFTS = frozenset(["clause", "object", "infinitive", "addressee", "concern", "nothing"])
Find = Callable[[Clause], Found | None]


@dataclass(frozen=True)
class Rule:
    """A drafting rule.

    `find` gives what the rule finds at a cue that stands in one of `voices` and has one of `frames` (or any cue, where
    there are none). `drafts` is of DRAFTS; `headlines` tells whether it counts in headline and standfirst; `precision`
    is the part of what it finds that is right, 0 to 1, as measured. Raises ValueError where one of them is unknown.
    """

    name: str
    find: Find
    frames: frozenset[str]
    voices: frozenset[str]
    drafts: str
    headlines: bool
    precision: float

    def __post_init__(self) -> None:
        wrong = [*self.unknown(), *self.out_of_range()]
        if wrong:
            raise ValueError(f"the drafting rule {self.name} has {', '.join(wrong)}")

    def unknown(self) -> Iterator[str]:
        """What of the record no cue has."""
        yield from (f"the frame {frame!r}" for frame in sorted(self.frames - FRAMES))
        yield from (f"the voice {voice!r}" for voice in sorted(self.voices - VOICES))

    def out_of_range(self) -> Iterator[str]:
        """What of the record is none of the values that it can have."""
        if not self.voices:
            yield "no voice"
        if self.drafts not in DRAFTS:
            yield f"drafts {self.drafts!r}"
        if not 0 <= self.precision <= 1:
            yield f"the precision {self.precision}"

    def takes(self, voice: str, frames: frozenset[str]) -> bool:
        """Whether the rule is for cues in this voice with these frames."""
        return voice in self.voices and (self.frames == ANY or not self.frames.isdisjoint(frames))

    @property
    def confidence(self) -> str:
        """high, moderate or low, by the measured precision."""
        return "high" if self.precision >= HIGH else "moderate" if self.precision >= MODERATE else "low"


def rule(*, frames: Iterable[str], voices: Iterable[str], drafts: str, headlines: bool) -> Callable[[Find], Rule]:
    """Make a Rule of the function below, of its name and with the measured precision.

    Raises ValueError for a rule that is not whole, or that has no line in ``lexicon/precision.csv``.
    """

    def made(find: Find) -> Rule:
        name = find.__name__
        if name not in measured():
            raise ValueError(f"the drafting rule {name} has no line in {PRECISIONS.name}; add {name},0.000,0")
        return Rule(name, find, frozenset(frames), frozenset(voices), drafts, headlines, measured()[name])

    return made


@cache
def measured() -> dict[str, float]:
    """Rule → its measured precision."""
    with PRECISIONS.open(encoding="utf-8", newline="") as file:
        return {row["rule"]: float(row["precision"]) for row in csv.DictReader(file)}
