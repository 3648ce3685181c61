"""A sheet to draw on, in points from its top left corner, as wide as a figure is printed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.lettering import plain
from onrecord.figures.drawing.style import LEAD, SIZE, WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

_SVG = "{http://www.w3.org/2000/svg}"
_FONTS = f"'{design.SANS}', Verdana, sans-serif"  # the second is as wide, for readers who lack the first


class Sheet:
    """Collects marks and words; `svg(height)` gives them as an SVG. A mark with a `row` links to that row.

    x runs right and y down, in points; `y` of a text is its baseline. Nothing is clipped.
    """

    def __init__(self) -> None:
        self.artists: list[Any] = []
        self._titles: dict[str, str] = {}

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = SIZE,
        color: str = design.INK,
        align: str = "left",
        bold: bool = False,
        row: str | None = None,
        title: str = "",
        rotation: float = 0,
    ) -> None:
        """One line of text; `bold` for our own words only, because the bold font lacks characters."""
        from matplotlib.text import Text

        if text := plain(text):
            artist = Text(
                x, y, text, color=color, fontsize=size, ha=align, va="baseline", parse_math=False, rotation=rotation,
                rotation_mode="anchor", fontweight="bold" if bold else "normal",
            )  # fmt: skip
            self._add(artist, row, title)

    def lines(self, x: float, y: float, lines: Sequence[str], size: float = SIZE, **how: Any) -> float:
        """Lines of text, the first with its top at `y`; returns the bottom of the last."""
        for number, line in enumerate(lines):
            self.text(x, y + style.ASCENT * size + number * LEAD * size, line, size, **how)
        return y + block(lines, size)

    def rect(
        self, x: float, y: float, width: float, height: float, row: str | None = None, title: str = "", **how: Any
    ) -> None:
        from matplotlib.patches import Rectangle

        self._add(Rectangle((x, y), width, height, **_look(how)), row, title)

    def circle(self, x: float, y: float, radius: float, row: str | None = None, title: str = "", **how: Any) -> None:
        from matplotlib.patches import Circle

        self._add(Circle((x, y), radius, **_look(how)), row, title)

    def polygon(
        self, points: Sequence[tuple[float, float]], row: str | None = None, title: str = "", **how: Any
    ) -> None:
        from matplotlib.patches import Polygon

        self._add(Polygon(points, closed=True, **_look(how)), row, title)

    def line(
        self,
        *points: tuple[float, float],
        color: str = design.INK,
        width: float = style.FINE,
        dash: tuple[float, float] | None = None,
        row: str | None = None,
        title: str = "",
    ) -> None:
        """A line through `points`; `dash` gives stroke and gap in points."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        dashes = (0, tuple(part / width for part in dash)) if dash else "solid"
        self._add(Line2D(xs, ys, color=color, linewidth=width, linestyle=dashes), row, title)

    def figure(self, height: float) -> Drawing:
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

    def svg(self, height: float) -> str:
        """The sheet as an SVG element of `WIDTH` by `height` points: text as text, no ids, the same bytes each time."""
        drawing, out = self.figure(height), io.BytesIO()
        with style.settings():
            drawing.savefig(out, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
        return _tidy(out.getvalue(), self._titles)

    def _add(self, artist: Any, row: str | None, title: str) -> None:
        if row:
            artist.set_url(f"#{row}")
            if title:
                artist.set_gid(f"mark{len(self._titles)}")
                self._titles[artist.get_gid()] = plain(title)
        artist.set_zorder(len(self.artists))  # what is drawn later lies above
        self.artists.append(artist)


def block(lines: Sequence[str], size: float = SIZE) -> float:
    """Height in points that `lines` take."""
    return size * (style.ASCENT + style.DESCENT + LEAD * (len(lines) - 1)) if lines else 0.0


def _look(how: dict[str, Any]) -> dict[str, Any]:
    """Arguments of a patch: `fill`, `edge` (colours or None), `width`, `dash`."""
    width, dash = how.pop("width_", style.FINE), how.pop("dash", None)
    fill, edge = how.pop("fill", None), how.pop("edge", None)
    look = {"facecolor": fill or "none", "edgecolor": edge or "none", "linewidth": width if edge else 0, **how}
    if dash:
        look["linestyle"] = (0, tuple(part / width for part in dash))
    return look


def _tidy(svg: bytes, titles: dict[str, str]) -> str:
    """The SVG element alone, fit to stand beside others in one HTML page: no ids, no style sheet, no namespaces."""
    from lxml import etree

    root = etree.fromstring(svg, etree.XMLParser(remove_blank_text=True, no_network=True))
    for defs in root.findall(f"{_SVG}defs"):
        root.remove(defs)
    for node in root.iter():
        title = titles.get(node.attrib.pop("id", ""))
        link = node.find(f"{_SVG}a")
        if title and link is not None:
            name = etree.Element(f"{_SVG}title")
            name.text = title
            link.insert(0, name)
        if node.tag == f"{_SVG}a":
            node.attrib.pop("target", None)  # xlink:href stays: JupyterLab would rewrite href, which an SVG refuses
        elif node.tag == f"{_SVG}path":
            node.set("d", " ".join(node.get("d").split()))
        elif node.tag == f"{_SVG}text":
            node.set("style", node.get("style").replace(f"'{design.SANS}'", _FONTS))
    etree.strip_tags(root, f"{_SVG}g")
    for node in root.iter():  # strip_tags leaves the line ends of what it strips
        node.tail = None
        if node.tag not in (f"{_SVG}text", f"{_SVG}title"):
            node.text = None
    etree.cleanup_namespaces(root)
    root.set("stroke-linejoin", "round")
    return etree.tostring(root, encoding="unicode")
