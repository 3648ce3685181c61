"""Whose document it is: the name and the logo of the house, above everything else of the banner."""

from __future__ import annotations

import base64
import io

from lxml import etree

from onrecord.briefing.document.pictures import Album
from onrecord.briefing.document.subset import element
from onrecord.house.files import sizes_of
from onrecord.house.style import house

HEIGHT = 38  # of a logo, in pixels of CSS
WIDEST = 230


def name_the_house(tree: etree._Element) -> None:
    """Puts the house's name, with its logo where it has one, at the head of the banner."""
    own, header = house(), tree.find(".//header[@class='banner']")
    if header is None or not own.name:
        return
    line = element("p", own.name, class_="house")
    if own.logo:
        logo = etree.Element("img", src=own.logo, alt=own.name, width=str(_width(own.logo)))
        logo.tail, line.text = own.name, None
        line.append(logo)
        Album().settle(line, lambda found, remedy: None)  # what could be wrong with it was refused before
    header.insert(0, line)


def _width(logo: str) -> int:
    """How wide a logo is at its height, in pixels."""
    data = base64.b64decode(logo.partition(",")[2])
    wide, high = _of_drawing(data) if "svg+xml" in logo.partition(",")[0] else _of_picture(data)
    return max(1, min(WIDEST, round(HEIGHT * wide / high)))


def _of_drawing(data: bytes) -> tuple[float, float]:
    wide, high = sizes_of(etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)))
    return wide or 1, high or 1


def _of_picture(data: bytes) -> tuple[float, float]:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as found:
        return found.size
