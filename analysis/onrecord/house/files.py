"""The files that a house names: its logo, and fonts. What is no such file is refused with the reason."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.problems import UnusableError

LOGO_BYTES = 300_000
LOGO_DOTS = 4_000  # a side
FONT_BYTES = 10_000_000
_KINDS = {"PNG": "png", "JPEG": "jpeg"}
_ACTIVE = {"script", "foreignObject", "iframe", "use", "image", "style", "animate", "set", "animateTransform"}
_RESTRICTED = 0x0002  # fsType of OS/2: must not be embedded without the owner's leave


@dataclass(frozen=True)
class Face:
    """One file of a font: its weight (100 to 900), whether it is slanted."""

    path: Path
    weight: int
    italic: bool


def read(path: Path, most: int) -> bytes:
    """The bytes of a file; raises UnusableError where it is not there or has more than `most`."""
    try:
        if path.stat().st_size > most:
            raise UnusableError(f"{path.name} has more than {most // 1000} kB", "save it smaller")
        return path.read_bytes()
    except OSError as error:
        raise UnusableError(
            f"{path.name} cannot be read: {error.strerror}", "name a file beside onrecord.yml"
        ) from None


def logo_address(path: Path) -> str:
    """The logo as a data address: PNG, JPEG or SVG; raises UnusableError."""
    data = read(path, LOGO_BYTES)
    kind = "svg+xml" if _is_drawing(data, path.name) else _kind_of_picture(data, path.name)
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _is_drawing(data: bytes, name: str) -> bool:
    """Whether the bytes are SVG; raises UnusableError for one that does more than be looked at."""
    from lxml import etree

    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnusableError(f"{name} is no sound SVG", "save it anew as plain SVG, or as PNG") from None
    if etree.QName(root).localname != "svg":
        raise UnusableError(f"{name} is no SVG", "name a PNG, JPEG or SVG file")
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnusableError(f"{name} has a document type of its own", "save it anew as plain SVG, or as PNG")
    if active := next(filter(None, map(_active, root.iter())), ""):
        raise UnusableError(f"{name} holds {active}", "save it as plain SVG with paths alone, or as PNG")
    if None in sizes_of(root):
        raise UnusableError(f"{name} has neither a viewBox nor a size in pixels", "save it anew with one")
    return True


def sizes_of(drawing: Any) -> tuple[float | None, float | None]:
    """Width and height of an SVG's root, of its view box or as it says itself; None for what it does not say."""
    box = (drawing.get("viewBox") or "").replace(",", " ").split()
    given = box[2:] if len(box) == 4 else [drawing.get(side, "").removesuffix("px") for side in ("width", "height")]
    wide, high = (float(one) if re.fullmatch(r"\d*\.?\d+", one) and float(one) else None for one in given)
    return wide, high


def _active(node: object) -> str:
    """What of a node does something, or leads elsewhere; "" for one that is only looked at."""
    from lxml import etree

    if not isinstance(node, etree._Element) or not isinstance(node.tag, str):
        return ""
    name = etree.QName(node).localname
    if name in _ACTIVE:
        return f"<{name}>"
    for key, value in node.attrib.items():
        plain = etree.QName(key).localname
        leads_out = plain == "href" and not str(value).startswith("#")
        if leads_out or plain.lower().startswith("on") or "url(h" in str(value):
            return f"the attribute {plain}"
    return ""


def _kind_of_picture(data: bytes, name: str) -> str:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as found:
            size = found.size
            if max(size) <= LOGO_DOTS:
                found.load()
            kind = _KINDS[str(found.format)]
    except Exception:  # decoders of broken data fail in any way
        raise UnusableError(f"{name} is no sound picture", "name a PNG, JPEG or SVG file") from None
    if max(size) > LOGO_DOTS:
        raise UnusableError(f"{name} has {size[0]} × {size[1]} dots", f"save it smaller, at most {LOGO_DOTS} a side")
    return kind


def face(path: Path, family: str) -> Face:
    """The face in a TrueType or OpenType file of that family; raises UnusableError."""
    from fontTools.ttLib import TTFont

    data = read(path, FONT_BYTES)
    if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise UnusableError(f"{path.name} is no TrueType or OpenType font", "name a .ttf or .otf file")
    try:
        with TTFont(io.BytesIO(data), lazy=False) as font:
            names = {font["name"].getDebugName(number) for number in (1, 16)}
            metrics = font["OS/2"]
            found = Face(path, metrics.usWeightClass, bool(metrics.fsSelection & 1))
            restricted = metrics.fsType & 0xF == _RESTRICTED
            _ = font.getBestCmap()[ord("a")]
    except Exception:  # broken tables fail in any way
        raise UnusableError(f"{path.name} is no sound font", "name a .ttf or .otf file") from None
    if family not in names:
        known = " or ".join(sorted(repr(name) for name in names if name))
        raise UnusableError(f"{path.name} is of the family {known}", f"write that in place of {family!r}")
    if restricted:
        raise UnusableError(f"{path.name} may not be embedded, as it says itself", "name a font with that right")
    return found
