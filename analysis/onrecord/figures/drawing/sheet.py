"""A sheet to draw on, in points from its top left corner, as wide as a figure is printed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.figures.drawing import style
from onrecord.figures.drawing.lettering import one_line
from onrecord.figures.drawing.looks import LINE, TEXT, Letters, Link, Look
from onrecord.figures.drawing.style import LEAD, SIZE, WIDTH
from onrecord.figures.drawing.svg import stand_alone
from onrecord.house.style import house

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure as Drawing
    from matplotlib.patches import Patch

Point = tuple[float, float]


@dataclass(frozen=True)
class Panel:
    """A drawn sheet: as an SVG element, and as the matplotlib figure that it was made from."""

    svg: str
    drawing: Drawing = field(repr=False, compare=False)


class Sheet:
    """Collects marks and words; `panel(height)` gives them drawn. A mark with a link leads to its row.

    x runs right and y down, in points; `y` of a text is its baseline. Nothing is clipped.
    """

    def __init__(self) -> None:
        self.artists: list[Artist] = []
        self._titles: dict[str, str] = {}

    def text(self, x: float, y: float, text: str, letters: Letters = TEXT, link: Link | None = None) -> None:
        """One line of text."""
        from matplotlib.text import Text

        if text := one_line(text):
            artist = Text(
                x, y, text, color=house().shade(letters.color), fontsize=letters.size, ha=letters.align, va="baseline",
                parse_math=False, rotation=letters.rotation, rotation_mode="anchor",
                fontweight="bold" if letters.bold else "normal",
            )  # fmt: skip
            self._add(artist, link)

    def lines(self, x: float, y: float, lines: Sequence[str], letters: Letters = TEXT) -> float:
        """Lines of text, the first with its top at `y`; returns the bottom of the last."""
        size = letters.size
        for number, line in enumerate(lines):
            self.text(x, y + style.ASCENT * size + number * LEAD * size, line, letters)
        return y + height_of(lines, size)

    def rect(self, corner: Point, width: float, height: float, look: Look, link: Link | None = None) -> None:
        """A rectangle from its top left corner."""
        from matplotlib.patches import Rectangle

        self._add(_dressed(Rectangle(corner, width, height), look), link)

    def circle(self, middle: Point, radius: float, look: Look, link: Link | None = None) -> None:
        """A circle around its middle."""
        from matplotlib.patches import Circle

        self._add(_dressed(Circle(middle, radius), look), link)

    def polygon(self, corners: Sequence[Point], look: Look, link: Link | None = None) -> None:
        """A closed shape."""
        from matplotlib.patches import Polygon

        self._add(_dressed(Polygon(corners, closed=True), look), link)

    def across(self, y: float, look: Look) -> None:
        """A line over the whole width."""
        self.line((0, y), (WIDTH, y), look=look)

    def line(self, *points: Point, look: Look = LINE, link: Link | None = None) -> None:
        """A line through `points`, in the look's edge."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, color=house().shade(look.edge), linewidth=look.width, linestyle=look.pattern or "solid")
        self._add(line, link)

    def drawing(self, height: float) -> Drawing:
        """The sheet as a matplotlib figure of `WIDTH` by `height` points."""
        from matplotlib.figure import Figure as Drawing

        with style.settings():
            drawing = Drawing(figsize=(WIDTH / 72, height / 72), dpi=72)
            drawing.patch.set_visible(False)
            axes = drawing.add_axes((0, 0, 1, 1))
            axes.set_axis_off()
            axes.set(xlim=(0, WIDTH), ylim=(height, 0))
            for artist in self.artists:
                artist.set_clip_on(False)
                axes.add_artist(artist)
        return drawing

    def panel(self, height: float) -> Panel:
        """The sheet drawn, `WIDTH` by `height` points: text as text, no ids, the same bytes each time."""
        drawing, out = self.drawing(height), io.BytesIO()
        with style.settings():
            drawing.savefig(out, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
        return Panel(stand_alone(out.getvalue(), self._titles), drawing)

    def _add(self, artist: Artist, link: Link | None) -> None:
        if link:
            artist.set_url(f"#{link.row}")
        if link and link.title:
            name = f"mark{len(self._titles)}"
            artist.set_gid(name)
            self._titles[name] = one_line(link.title)
        artist.set_zorder(len(self.artists))  # what is drawn later lies above
        self.artists.append(artist)


def height_of(lines: Sequence[str], size: float = SIZE) -> float:
    """Height in points that `lines` take."""
    return size * (style.ASCENT + style.DESCENT + LEAD * (len(lines) - 1)) if lines else 0.0


def _dressed(patch: Patch, look: Look) -> Patch:
    fill, edge = map(house().shade, (look.fill, look.edge))
    patch.set(facecolor=fill or "none", edgecolor=edge or "none", linewidth=look.width if edge else 0)
    if look.pattern:
        patch.set_linestyle(look.pattern)
    return patch
