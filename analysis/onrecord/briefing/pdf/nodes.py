"""The tree as plain data for Typst: every word travels as a JSON string, so nothing in it can be markup."""

from __future__ import annotations

import base64
import re

from lxml import etree

from onrecord import design, glyphs
from onrecord.briefing.document.subset import classes
from onrecord.briefing.pdf.columns import column_widths, folds

POINTS_PER_MM = 72 / 25.4
_UNITS = {"pt": 1.0, "": 0.75, "px": 0.75, "in": 72.0, "mm": POINTS_PER_MM, "cm": 10 * POINTS_PER_MM}

LABEL_LETTERS = 13  # of a heading in the label column; one with a longer word stands over the text

_names = str.split
_BLOCKS = frozenset(
    _names(
        "section header aside h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tfoot tr figure figcaption "
        "blockquote pre hr div svg img"
    )
)


def node(source: etree._Element) -> dict:
    """``{t: tag, c: classes, id, k: children, …}``; children are such nodes or strings."""
    if source.tag == "svg":
        return {"t": "svg", **_picture(source)}
    if source.tag == "img":
        return {"t": "img", **_raster(source)}
    made: dict = {"t": source.tag, "c": sorted(classes(source))}
    for name in ("id", "href", "start", "data-alt"):
        if source.get(name):
            made[name.removeprefix("data-")] = source.get(name) if name in ("id", "href") else shown(source.get(name))
    if language(source.get("lang", "")):
        made["lang"] = language(source.get("lang"))
    if source.tag == "table":
        return made | _table(source)
    if source.tag == "h2":
        made["narrow"] = all(len(word) <= LABEL_LETTERS for word in words(source).split())
    if source.tag == "a" and not source.get("href", "#").startswith("#"):
        made |= _address(source)
    made["k"] = children(source, verbatim=source.tag == "pre")
    return made


def words(source: etree._Element) -> str:
    """The text in `source`, white space folded."""
    return " ".join("".join(source.itertext()).split())


def language(code: str) -> str:
    """The primary language of a BCP 47 code where Typst knows the likes of it, else nothing."""
    primary = code.split("-")[0].lower()
    return primary if re.fullmatch("[a-z]{2,3}", primary) else ""


def _address(link: etree._Element) -> dict:
    """The address that is printed after a link out of the document, unless its words are the address."""
    address = link.get("href").removeprefix("mailto:")
    return {} if words(link) == address else {"address": shown(address)}


def children(source: etree._Element, verbatim: bool = False) -> list:
    """What is in `source`; white space is folded as HTML folds it, unless `verbatim`."""
    kept: list = []
    _add(kept, source.text, verbatim)
    for child in source:
        if isinstance(child.tag, str):
            kept.append(node(child))
        _add(kept, child.tail, verbatim)
    if verbatim or not kept or source.tag not in _BLOCKS | {"td", "th"}:
        return kept
    kept = [
        item
        for at, item in enumerate(kept)
        if not (item == " " and (_is_block(kept, at - 1) or _is_block(kept, at + 1)))
    ]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(" ")
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
    return kept


def _add(kept: list, text: str | None, verbatim: bool) -> None:
    if text:
        kept.append(shown(text if verbatim else re.sub(r"[ \t\r\n]+", " ", text)))


def _is_block(items: list, at: int) -> bool:
    """Whether the neighbour at `at` is a block or the edge."""
    if not 0 <= at < len(items):
        return True
    return not isinstance(items[at], str) and items[at]["t"] in _BLOCKS


def shown(text: str) -> str:
    """`text` as the fonts can show it, with break points in very long words."""
    return glyphs.breakable(glyphs.printable(text))


def _picture(svg: etree._Element) -> dict:
    """An SVG's source and its size on paper, in points; what the fonts lack in its text is replaced there too."""
    width, height = (_length(svg.get(side, "")) for side in ("width", "height"))
    if not width or not height:
        box = [float(n) for n in re.findall(r"-?[\d.]+", svg.get("viewBox", ""))]
        width, height = (box[2] * 0.75, box[3] * 0.75) if len(box) == 4 else (400.0, 300.0)
    scale = min(1.0, design.FIGURE_WIDTH_MM * POINTS_PER_MM / width, design.FIGURE_HEIGHT_MM * POINTS_PER_MM / height)
    drawn = etree.fromstring(etree.tostring(svg, with_tail=False))
    for part in drawn.iter():
        part.text = part.text and glyphs.printable_in_svg(part.text)
        part.tail = part.tail and glyphs.printable_in_svg(part.tail)
    drawn.set("xmlns", "http://www.w3.org/2000/svg")
    return {
        "svg": etree.tostring(drawn, encoding="unicode"),
        "width": width * scale,
        "height": height * scale,
    }


def _raster(image: etree._Element) -> dict:
    """A PNG or JPEG in base64 and the width on paper that shows it at 144 dots an inch, in points."""
    head, _, data = image.get("src", "").partition(",")
    data = re.sub(r"\s", "", data)
    format_ = "png" if "png" in head else "jpg"
    size = _pixels(base64.b64decode(data))
    made: dict = {"data": list(base64.b64decode(data)), "format": format_, "alt": shown(image.get("alt", ""))}
    return made | {"width": min(size * 0.5, design.FIGURE_WIDTH_MM * POINTS_PER_MM)}


def _pixels(data: bytes) -> int:
    """The width of a picture."""
    import io

    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        return picture.width


def _length(text: str) -> float:
    match = re.fullmatch(r"([\d.]+)\s*([a-z]*)", text.strip())
    return float(match[1]) * _UNITS.get(match[2], 0) if match else 0.0


def _table(table: etree._Element) -> dict:
    """Caption, head and body rows of cells, and the columns' widths; spans stay, missing cells are filled."""
    caption = table.find("caption")
    rows = {"head": [], "body": []}
    for row in table.iter("tr"):
        group = "head" if row.getparent().tag == "thead" else "body"
        rows[group].append([_cell(cell) for cell in row if cell.tag in ("td", "th")])
    columns = max((sum(c["cols"] for c in row) for row in rows["head"] + rows["body"]), default=1)
    size = design.DATA_PT if any(True for _ in table.iterancestors("figure")) else design.TABLE_PT
    halves = folds(rows["head"], rows["body"], columns, size)
    widths, capacity = column_widths(rows["head"] + rows["body"], columns, size, halves)
    for row in rows["head"] + rows["body"]:
        at = 0
        for cell in row:
            if cell["cols"] == 1 and capacity[at : at + 1]:
                cell["k"] = _breakable(cell["k"], capacity[at])
            at += cell["cols"]
    return {
        "caption": children(caption) if caption is not None else None,
        "size": size,
        "halves": halves,
        "columns": widths,
        "head": rows["head"],
        "body": rows["body"],
    }


def _cell(cell: etree._Element) -> dict:
    return {
        "k": children(cell),
        "words": _as_set(cell),
        "num": "num" in classes(cell),
        "head": cell.getparent().getparent() is not None and cell.getparent().getparent().tag == "thead",
        "cols": int(cell.get("colspan", "1")) or 1,
        "rows": int(cell.get("rowspan", "1")) or 1,
    }


def _as_set(cell: etree._Element) -> str:
    """The cell's words with the quote marks that setting puts around a quotation, for its width."""
    quoted = ["".join(quote.itertext()) for quote in cell.iter("q")]
    text = words(cell)
    for one in quoted:
        text = text.replace(one, f"“{one}”", 1)
    return text


def _breakable(items: list, capacity: int) -> list:
    """`items`, words longer than a column's `capacity` (letters) given break points."""
    out = []
    for item in items:
        if isinstance(item, str):
            out.append(glyphs.breakable(item, every=capacity, longest=capacity))
        elif "k" in item:
            out.append(item | {"k": _breakable(item["k"], capacity)})
        else:
            out.append(item)
    return out
