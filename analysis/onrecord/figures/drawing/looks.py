"""How a mark looks, how words are set, and where a mark leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord import design
from onrecord.figures.drawing.style import FINE, HAIR, SIZE, SMALL


@dataclass(frozen=True)
class Look:
    """A shape or a line: colours (None for none), width of the edge and its dash (stroke and gap), in points."""

    fill: str | None = None
    edge: str | None = None
    width: float = FINE
    dash: tuple[float, float] | None = None

    @property
    def pattern(self) -> tuple[float, tuple[float, ...]] | None:
        """The dash as matplotlib takes it, in widths of the line; None where the line is whole."""
        return (0, tuple(part / self.width for part in self.dash)) if self.dash else None


@dataclass(frozen=True)
class Letters:
    """How words are set; `bold` for our own words only, because the bold font lacks characters."""

    size: float = SIZE
    color: str = design.INK
    align: Literal["left", "center", "right"] = "left"
    bold: bool = False
    rotation: float = 0


@dataclass(frozen=True)
class Link:
    """The row that a mark rests on, and what is said of it when a reader points at the mark."""

    row: str
    title: str = ""


TEXT = Letters()
BOLD = Letters(bold=True)
RIGHT = Letters(align="right")
MIDDLE = Letters(align="center")
NOTE = Letters(SMALL)
QUIET = Letters(SMALL, design.MUTED)
QUIET_RIGHT = Letters(SMALL, design.MUTED, "right")
SMALL_MIDDLE = Letters(SMALL, align="center")

LINE = Look(edge=design.INK)
HAIRLINE = Look(edge=design.INK, width=HAIR)
QUIET_LINE = Look(edge=design.MUTED, width=HAIR)
RULE = Look(edge=design.RULE)
RULE_HAIR = Look(edge=design.RULE, width=HAIR)
SOLID = Look(fill=design.INK, edge=design.INK)
BLACK = Look(fill=design.INK)
