"""What a figure is: a caption, one or more panels, a text alternative, a note and a table with citations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import islice
from pathlib import Path

from onrecord.figures.drawing.saving import DPI, save_panels
from onrecord.figures.drawing.sheet import Panel
from onrecord.figures.drawing.style import MOST_PANELS
from onrecord.problems import ProblemsError, problem
from onrecord.wording.places import apart
from onrecord.wording.table import Table


@dataclass(frozen=True)
class Figure:
    """A figure, or the reason why there is none.

    `panels` are what is drawn (one unless the rows need more than a page), `alt` says in words what all of them show,
    `table` has the same facts, `rows` the ids that the marks rest on. With a `reason` it is that sentence alone.
    """

    name: str
    caption: str = ""
    panels: tuple[Panel, ...] = ()
    alt: str = ""
    note: str = ""
    table: Table | None = None
    rows: tuple[str, ...] = ()
    reason: str = ""

    @property
    def svgs(self) -> tuple[str, ...]:
        """The panels as SVG elements."""
        return tuple(panel.svg for panel in self.panels)

    @property
    def svg(self) -> str:
        """The first panel; empty when there is none."""
        return self.svgs[0] if self.panels else ""

    def savefig(self, path: str | Path, *, dpi: float = DPI) -> list[Path]:
        """Saves the figure by the ending of `path`, .svg, .png or .pdf, and returns the files written.

        Several panels are pages of one PDF, or files of their own: ``NAME.svg``, ``NAME-2.svg``. `dpi`, dots an inch,
        is for PNG. Raises ProblemsError for another ending, a folder that is not there, a file that cannot be written,
        and where there is nothing to draw.
        """
        if not self.panels:
            found = f"the figure {self.name} has nothing to draw: {self.reason}"
            remedy = "save the figure of a case that has these rows"
            raise ProblemsError([problem("E-FILE", found=found, remedy=remedy)])
        return save_panels(self.panels, Path(path), dpi)

    def __repr__(self) -> str:
        return f"<Figure {self.name}: {self.reason or self.caption}>"

    def _repr_html_(self) -> str:
        if self.reason:
            return f'<p class="note">{escape(self.reason)}</p>'
        return apart("".join(self._panel(number) for number in range(len(self.panels))))

    def _panel(self, number: int) -> str:
        """One panel; the first has the text alternative, the last the note and the table."""
        beside = self._beside() if number == len(self.panels) - 1 else ""
        return (
            f'<figure id="fig-{self.name}{f"-{number + 1}" if number else ""}" data-alt="{escape(self._alt(number))}">'
            f"<figcaption>{escape(self.caption + self._part(number))}</figcaption>{self.panels[number].svg}"
            f"{beside}</figure>"
        )

    def _beside(self) -> str:
        table = self.table.__html__() if self.table else ""
        return f'<p class="figure-note">{escape(self.note)}</p>{table}'

    def _part(self, number: int) -> str:
        return f" Part {number + 1} of {len(self.panels)}." if len(self.panels) > 1 else ""

    def _alt(self, number: int) -> str:
        """A panel's alternative; those after the first point back to it."""
        first = "Its facts are in the text alternative of part 1 and in the table."
        return f"{self.caption}{self._part(number)} {first}" if number else self.alt


def first_panels(drawn: Iterable[Panel]) -> tuple[tuple[Panel, ...], str]:
    """The panels of a figure, `MOST_PANELS` at most, and a sentence for the note that says what is not drawn."""
    found = tuple(islice(drawn, MOST_PANELS + 1))
    if len(found) <= MOST_PANELS:
        return found, ""
    return found[:MOST_PANELS], f"What is beyond part {MOST_PANELS} is not drawn; the table has all of it."
