"""Pictures for Typst: their source and their size on paper, in points."""

from __future__ import annotations

import base64
import re
from typing import Any

from lxml import etree

from onrecord import design, glyphs
from onrecord.briefing.pdf.words import shown

POINTS_PER_MM = 72 / 25.4
WIDTH = design.FIGURE_WIDTH_MM * POINTS_PER_MM
HEIGHT = design.FIGURE_HEIGHT_MM * POINTS_PER_MM
COLUMN = (design.FIGURE_WIDTH_MM - design.GUTTER_MM) * POINTS_PER_MM
INDENT = 20.0  # points, of what stands in a list, a quotation or a box
DOT = 72 / 144  # points; a raster is shown at 144 dots an inch
PIXEL = 0.75  # points, as CSS has it
UNITS = {"pt": 1.0, "": PIXEL, "px": PIXEL, "in": 72.0, "mm": POINTS_PER_MM, "cm": 10 * POINTS_PER_MM}
FORMATS = {
    f"data:image/{kind};base64": name
    for kind, name in (("png", "png"), ("jpeg", "jpg"), ("gif", "gif"), ("webp", "webp"))
}
UNKNOWN = (400.0, 300.0)  # the size of a drawing that gives none


def picture(svg: etree._Element) -> dict[str, Any]:
    """An SVG's source and size; what the fonts lack in its text is replaced there too."""
    width, height = _size(svg)
    scale = min(1.0, _room(svg) / width, HEIGHT / height)
    alt = shown(svg.get("aria-label", ""))
    return {"svg": _source(svg), "width": width * scale, "height": height * scale, "alt": alt}


def _room(image: etree._Element) -> float:
    """How wide a picture may be: a figure has the page, one among words the text's column as far as it is indented."""
    if any(True for _ in image.iterancestors("figure")):
        return WIDTH
    return COLUMN - INDENT * sum(1 for _ in image.iterancestors("li", "blockquote", "aside"))


def _source(svg: etree._Element) -> str:
    drawn = etree.fromstring(etree.tostring(svg, with_tail=False))
    for part in drawn.iter():
        part.text = part.text and glyphs.printable_in_svg(part.text)
        part.tail = part.tail and glyphs.printable_in_svg(part.tail)
    drawn.set("xmlns", "http://www.w3.org/2000/svg")
    return etree.tostring(drawn, encoding="unicode")


def _size(svg: etree._Element) -> tuple[float, float]:
    """Width and height as it gives them, else those of its view box."""
    width, height = _length(svg.get("width", "")), _length(svg.get("height", ""))
    if width and height:
        return width, height
    box = [float(number) for number in re.findall(r"-?[\d.]+", svg.get("viewBox", ""))]
    return (box[2] * PIXEL, box[3] * PIXEL) if len(box) == 4 else UNKNOWN


def _length(text: str) -> float:
    match = re.fullmatch(r"([\d.]+)\s*([a-z]*)", text.strip())
    return float(match[1]) * UNITS.get(match[2], 0) if match else 0.0


def raster(image: etree._Element) -> dict[str, Any]:
    """A picture's bytes, kind and width: as wide as its own size or the markup asks, and no larger than the column."""
    head, _, data = image.get("src", "").partition(",")
    pixels = base64.b64decode(re.sub(r"\s", "", data))
    width, height = _dots(pixels)
    asked = float(image.get("width", 0)) * PIXEL or float(image.get("height", 0)) * PIXEL * width / height
    return {
        "data": list(pixels),
        "format": FORMATS[head],
        "alt": shown(image.get("alt", "")),
        "width": min(asked or width * DOT, _room(image), HEIGHT * width / height),
    }


def _dots(data: bytes) -> tuple[int, int]:
    """Width and height of a picture as it is shown: a photograph may say that it lies on its side."""
    import io

    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as found:
        return ImageOps.exif_transpose(found).size
