"""What a figure is: a caption, one or more panels, a text alternative, a note and a table with citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.figures.drawing.style import MOST_PANELS
from onrecord.prose.banner import basis_line
from onrecord.wording.naming import date_words

if TYPE_CHECKING:
    from onrecord.coding.case import Case

ALT_MOST = 1500  # characters


@dataclass(frozen=True)
class Figure:
    """A figure, or the reason why there is none.

    `svgs` are the panels (one unless the rows need more than a page), `alt` says in words what all of them show,
    `table` is HTML, `rows` the ids that the marks rest on. With a `reason` the figure is that sentence alone.
    """

    name: str
    caption: str = ""
    svgs: tuple[str, ...] = ()
    alt: str = ""
    note: str = ""
    table: str = ""
    rows: tuple[str, ...] = ()
    reason: str = ""

    @property
    def svg(self) -> str:
        """The first panel; empty when there is none."""
        return self.svgs[0] if self.svgs else ""

    def __repr__(self) -> str:
        return f"<Figure {self.name}: {self.reason or self.caption}>"

    def _repr_html_(self) -> str:
        if self.reason:
            return f'<p class="note">{escape(self.reason)}</p>'
        return "".join(self._panel(number) for number in range(len(self.svgs)))

    def _panel(self, number: int) -> str:
        first, last = number == 0, number == len(self.svgs) - 1
        part = f" Part {number + 1} of {len(self.svgs)}." if len(self.svgs) > 1 else ""
        alt = (
            self.alt
            if first
            else f"{self.caption}{part} Its facts are in the text alternative of part 1 and in the table."
        )
        return (
            f'<figure id="fig-{self.name}{"" if first else f"-{number + 1}"}" data-alt="{escape(alt)}">'
            f"<figcaption>{escape(self.caption + part)}</figcaption>{self.svgs[number]}"
            + (f'<p class="figure-note">{escape(self.note)}</p>{self.table}' if last else "")
            + "</figure>"
        )


def panels(drawn: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """The panels of a figure, `MOST_PANELS` at most, and a sentence for the note that says what is not drawn."""
    found = tuple(islice(drawn, MOST_PANELS + 1))
    if len(found) <= MOST_PANELS:
        return found, ""
    return found[:MOST_PANELS], f"What is beyond part {MOST_PANELS} is not drawn; the table has all of it."


def alternative(opening: str, facts: Sequence[str]) -> str:
    """A text alternative: the opening sentence, then one sentence a mark, as many as `ALT_MOST` characters hold."""
    text = opening
    for number, fact in enumerate(facts):
        rest = f" And {len(facts) - number} more, in the table."
        room = ALT_MOST - (len(rest) if number < len(facts) - 1 else 0)
        if len(text) + 1 + len(fact) > room:
            return text + rest
        text += f" {fact}"
    return text


def note(case: Case, n: str, *legend: str) -> str:
    """The line under a figure: `n`, as of, source, coding basis, then the legend's sentences."""
    date, origin = case.as_of
    inferred = {
        "published": "",
        "inferred": ", an inferred date",
        "coded": ", the date of coding",
        "given": ", as set",
    }[origin]
    reviewed = "not reviewed by a person" if case.unreviewed else "reviewed by a person"
    source = f"{case.article.publisher.name} ({case.id})"
    facts = f"{n}. As of {date_words(date)}{inferred}. Source: {source}. Coding: {basis_line(case)}; {reviewed}."
    return " ".join(part for part in (facts, *legend) if part)


def chosen(wanted: str | Iterable[str] | None) -> frozenset[str] | None:
    """A filter's ids as a set; None means all."""
    return None if wanted is None else frozenset([wanted] if isinstance(wanted, str) else wanted)
