"""What a document takes of the house that it is made for: the design of the package where a project gives none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from onrecord import design
from onrecord.house.colours import ON_DARK, made_readable
from onrecord.house.files import Face

AT_HEAD, AT_FOOT = "head", "foot"


@dataclass(frozen=True)
class House:
    """What a document takes of the house it is made for; as it is where a project has no file.

    `places` are those of AT_HEAD and AT_FOOT where a marking stands on every page; `logo` is a data address; lengths
    are in millimetres. `unreviewed` is refuse, mark or allow; the limits of quoting are None where there is none.
    """

    name: str = ""
    logo: str = ""
    ink: str = design.INK
    accent: str = design.ACCENT
    muted: str = design.MUTED
    family: str = ""
    faces: tuple[Face, ...] = ()
    paper: str = "a4"
    width: float = design.PAGE_WIDTH_MM
    height: float = design.PAGE_HEIGHT_MM
    left: float = design.MARGIN_MM
    top: float = design.HEAD_MM
    bottom: float = design.FOOT_MM
    marking: str = ""
    places: tuple[str, ...] = (AT_HEAD,)
    analyst: str = ""
    colophon: tuple[str, ...] = ()
    unreviewed: str = "mark"
    words_at_most: int | None = None
    share_at_most: float | None = None
    sha256: str = ""
    _shades: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def shade(self, colour: Any) -> Any:
        """The house's colour for one of the design's; any other as it is."""
        if not self._shades:
            pairs = ((design.INK, self.ink), (design.ACCENT, self.accent), (design.MUTED, self.muted))
            self._shades.update(pairs)
        return self._shades.get(colour, colour) if isinstance(colour, str) else colour

    @property
    def right(self) -> float:
        """The margin opposite to `left`."""
        return self.width - design.FIGURE_WIDTH_MM - self.left

    @property
    def room(self) -> float:
        """What a page has for the text, from top to bottom."""
        return self.height - self.top - self.bottom

    def marking_at(self, place: str, marking: str) -> str:
        """`marking` where it stands in that place of every page, else nothing."""
        return marking if place in self.places else ""

    def colours(self) -> dict[str, str]:
        """Every colour and font of a style sheet by name, as `design.named` has them, in the house's own."""
        named = {name: self.shade(value) for name, value in design.named().items()}
        if self.accent != design.ACCENT:
            named["dark_accent"] = made_readable(self.accent, ON_DARK)
        if self.family:
            named["screen_serif"] = f"'{self.family}', {design.SCREEN_SERIF}"
        return named


NO_HOUSE = House()
