"""Pictures of an analyst's own: from the notebook's folder, its attachments or the markup, and read whole.

Nothing is fetched, and nothing outside the project is read. What cannot be shown is said, and its words stay.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from lxml import etree

from onrecord.briefing.document.subset import parent_of, text_of
from onrecord.problems import UnusableError

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif", "WEBP": "webp"}  # Pillow's names and those of media types
KEPT_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})  # colours that page and PDF show alike
MOST_BYTES = 20_000_000
MOST_DOTS = 50_000_000
NAMED = 60  # letters of a name that a problem prints
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"

_NUMBER = re.compile(r"-?[\d.]+")
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]+):|^//", re.IGNORECASE)
_INLINE = re.compile(r"^data:(?P<kind>[\w/+.-]*)(?P<rest>[^,]*),(?P<data>.*)$", re.DOTALL | re.IGNORECASE)

Say = Callable[[str, str], None]  # found, remedy
Attachments = Mapping[str, Mapping[str, str]]  # of a cell: file name -> media type -> base64


@dataclass(frozen=True)
class Album:
    """Where the pictures of a notebook are: its `folder`, None where nobody knows it, in the project `within`."""

    folder: Path | None = None
    within: Path | None = None
    attachments: Attachments = field(default_factory=dict)

    @classmethod
    def beside(cls, notebook: Path | None) -> Album:
        """Of a notebook's path; the project is the nearest folder that has ``notebooks/``, else the notebook's own."""
        if notebook is None:
            return cls()
        folder = notebook.resolve().parent
        homes = (home for home in (folder, *folder.parents) if (home / "notebooks").is_dir())
        return cls(folder, next(homes, folder))

    def settle(self, root: etree._Element, say: Say) -> None:
        """Each ``img`` under `root` becomes one that holds its picture, or an ``svg``; of another the words stay.

        What is drawn in the markup itself gets words, too.
        """
        for drawing in root.iter("svg"):
            _describe_drawing(drawing, say)
        for image in list(root.iter("img")):
            try:
                self._settle(image, say)
            except UnusableError as why:
                say(f"the picture {_name(image)} was left out: {why.found}", why.remedy)
                _replace(image, _words_for(image))

    def _settle(self, image: etree._Element, say: Say) -> None:
        data = self._read(image.get("src", "").strip())
        drawing = _drawing(data)
        shown = None if drawing is not None else _raster(data)
        _describe(image, say)
        if drawing is not None:
            _size(drawing, image.get("width", ""))
            drawing.set("aria-label", image.get("alt", ""))
            _replace(image, drawing)
        elif shown is not None:
            image.set("src", shown)

    def _read(self, source: str) -> bytes:
        """The bytes behind an address; raises UnusableError."""
        if inline := _INLINE.match(source):
            return _decoded(inline["data"], "base64" in inline["rest"].lower())
        if source.lower().startswith("attachment:"):
            return self._attached(unquote(source.partition(":")[2]))
        if _SCHEME.match(source):
            raise UnusableError("a document fetches nothing", "save it beside the notebook, and name the file")
        return self._local(unquote(source))

    def _attached(self, name: str) -> bytes:
        found = self.attachments.get(name)
        if not found:
            raise UnusableError("the cell has no attachment of that name", "paste the picture into the cell again")
        data = next(iter(found.values()))
        return _decoded(data if isinstance(data, str) else "".join(data), in_base64=True)

    def _local(self, name: str) -> bytes:
        if self.folder is None or self.within is None:
            raise UnusableError("the notebook's folder is not known", "save the notebook, or attach the picture to it")
        if not name:
            raise UnusableError("it names no file", "write ![what it shows](file.png)")
        try:
            path = (self.folder / name).resolve()
            return self._inside(path)
        except (OSError, ValueError):
            raise UnusableError("there is no such file beside the notebook", "see how its name is spelt") from None

    def _inside(self, path: Path) -> bytes:
        if self.within is None or not path.is_relative_to(self.within):
            raise UnusableError("it lies outside the project", "copy it beside the notebook")
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise UnusableError(f"it has more than {MOST_BYTES // 1_000_000} MB", "save it smaller")
        return path.read_bytes()


def _decoded(data: str, in_base64: bool) -> bytes:
    if not in_base64:
        return unquote_to_bytes(data)
    try:
        return base64.b64decode(re.sub(r"\s", "", unquote(data)), validate=True)
    except binascii.Error:
        raise UnusableError("its data is broken", "put the picture in again") from None


def _drawing(data: bytes) -> etree._Element | None:
    """The root of an SVG, its names without name spaces; None where the bytes are none."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise UnusableError("it is no sound SVG", "save it anew as SVG or PNG") from None
    if root.tag not in ("svg", f"{SVG}svg"):
        raise UnusableError(
            f"it holds <{_short(str(root.tag))}>, no picture", "name a PNG, JPEG, GIF, WebP or SVG file"
        )
    return _plain(root)


def _plain(root: etree._Element) -> etree._Element:
    """SVG as HTML has it; what other programs put in for themselves goes."""
    for node in list(root.iter()):
        if not isinstance(node.tag, str) or (node.tag.startswith("{") and not node.tag.startswith(SVG)):
            if node is not root:
                _replace(node, "")
            continue
        node.tag = node.tag.removeprefix(SVG)
        for name in [str(each) for each in node.attrib if str(each).startswith(XLINK)]:
            node.set(name.removeprefix(XLINK), node.attrib.pop(name))
    etree.cleanup_namespaces(root)
    return root


def _raster(data: bytes) -> str:
    """The picture as a data address; raises UnusableError for what is broken, no picture or of another kind."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=tuple(KINDS)) as found:
            return _loaded(found, data)
    except UnidentifiedImageError:
        raise UnusableError("it is no PNG, JPEG, GIF, WebP or SVG", "save it as one of these") from None
    except UnusableError:
        raise
    except Exception:  # decoders of broken data fail in any way
        raise UnusableError("its data is broken or ends too early", "save it anew") from None


def _loaded(found: Image, data: bytes) -> str:
    """Its address, once all of it has been read."""
    if found.width * found.height > MOST_DOTS:
        raise UnusableError(f"it has {found.width} × {found.height} dots", "save it smaller")
    found.load()
    return _address(found, data)


def _address(found: Image, data: bytes) -> str:
    """The data as they are, or as PNG where the PDF shows their colours otherwise."""
    kind = KINDS[str(found.format)]
    if found.mode not in KEPT_MODES:
        out = io.BytesIO()
        found.convert("RGB").save(out, "PNG")
        kind, data = "png", out.getvalue()
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _size(drawing: etree._Element, asked: str) -> None:
    """As wide as the markup asks, in pixels; else as it says itself, or as its view box is."""
    box = _NUMBER.findall(drawing.get("viewBox", ""))
    width, height = (float(box[2]), float(box[3])) if len(box) == 4 else (0.0, 0.0)
    if width <= 0 or height <= 0:
        return
    if asked.isascii() and asked.isdigit():
        width, height = float(asked), float(asked) * height / width
    elif drawing.get("width", "%")[-1:] != "%":
        return
    drawing.set("width", f"{width:g}")
    drawing.set("height", f"{height:g}")


def _describe(image: etree._Element, say: Say) -> None:
    """A picture has words for those who do not see it: its own, its title, else its file's name, which is said."""
    if image.get("alt", "").strip():
        return
    instead = image.get("title", "").strip() or _file_name(image) or "picture"
    image.set("alt", instead)
    if not _is_in_figure(image):
        remedy = "say what it shows: ![what it shows](file.png)"
        say(f"the picture {_name(image)} has no text alternative, {instead!r} stands in for it", remedy)


def _describe_drawing(drawing: etree._Element, say: Say) -> None:
    """Its own label, that of its figure, its title, else a word in their place, which is said."""
    if drawing.get("aria-label", "").strip() or any(True for _ in drawing.iterancestors("svg")):
        return
    titled = next((" ".join(text_of(one).split()) for one in drawing.iterchildren("title")), "")
    if not titled and any(figure.get("data-alt", "").strip() for figure in drawing.iterancestors("figure")):
        return
    drawing.set("aria-label", titled or "drawing")
    if not titled:
        remedy = "say what it shows: <svg aria-label='…'>"
        say("a drawing has no text alternative, 'drawing' stands in for it", remedy)


def _is_in_figure(image: etree._Element) -> bool:
    return any(True for _ in image.iterancestors("figure"))


def _file_name(image: etree._Element) -> str:
    source = image.get("src", "")
    return "" if source.startswith("data:") else unquote(source).rpartition("/")[2].removeprefix("attachment:")


def _name(image: etree._Element) -> str:
    return _short(image.get("src", "") or "without an address")


def _short(name: str) -> str:
    return name if len(name) <= NAMED else name[: NAMED - 1] + "…"


def _words_for(image: etree._Element) -> str:
    """What stands in the place of a picture that is left out."""
    words = image.get("alt", "").strip() or image.get("title", "").strip()
    return f"[{words}]" if words else ""


def _replace(node: etree._Element, by: etree._Element | str) -> None:
    """Put an element or words in the place of `node`; what follows stays."""
    parent, tail = parent_of(node), node.tail or ""
    if not isinstance(by, str):
        by.tail = tail or None
        parent.replace(node, by)
        return
    before = node.getprevious()
    if before is None:
        parent.text = (parent.text or "") + by + tail
    else:
        before.tail = (before.tail or "") + by + tail
    parent.remove(node)
