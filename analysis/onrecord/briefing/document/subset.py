"""The HTML subset: the one place that says what a cell may show and a document is made of.

`clean` takes HTML from anywhere and gives elements of the subset. Whatever else it holds is left out and named;
nothing that runs, styles or loads gets through.

Conventions, by class: ``header.banner`` opens a briefing; ``span.claim`` holds ``span.cites`` of ``a.cite[data-rows]``;
``q.verbatim`` and ``blockquote.verbatim`` are words of the article; ``p.note`` is a suppressed figure or measure,
``p.absent`` a note that a document leaves out;
``p.warning`` a warning; ``aside.judgement`` an analyst's box; ``table.data`` with ``td.num``; ``figure[data-alt]``
holds figcaption, svg or img, ``p.figure-note`` and a table; ``a.stance`` is the mark of a position; ``details`` is
folded away on a page, and paper does without it; ``section.sources`` closes the briefing.

An analyst's words may also hold ``a.cite[data-sentences]``, ``section.footnotes`` and ``math``; no cell can show a
``math`` of its own, the document makes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree, html

from onrecord.glyphs import code_point

_names = str.split  # names in a row are easier to read than a list of strings

TAGS = frozenset(
    _names(
        "section header aside h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tfoot tr th td figure "
        "figcaption blockquote q em strong i b del code pre span a mark sup sub abbr time br hr div img svg "
        "details summary"
    )
)
ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
    "ol": {"start"},
}  # and data-… anywhere

# An HTML parser writes every name small; a PDF needs them as SVG spells them.
SVG_TAGS = {
    name.lower(): name
    for name in _names(
        "svg g path rect circle ellipse line polyline polygon text tspan defs clipPath use title desc a "
        "marker pattern linearGradient radialGradient stop image"
    )
}
SVG_ATTRIBUTES = {
    name.lower(): name
    for name in _names(
        "id class style transform d x y x1 x2 y1 y2 cx cy r rx ry dx dy width height points viewBox version "
        "preserveAspectRatio fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap "
        "stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit opacity clip-path clip-rule "
        "clipPathUnits href font-family font-size font-style font-weight font text-anchor dominant-baseline "
        "letter-spacing rotate offset stop-color stop-opacity gradientUnits gradientTransform patternUnits "
        "patternTransform patternContentUnits markerWidth markerHeight markerUnits refX refY "
        "orient marker-start marker-mid marker-end aria-label display visibility"
    )
}

DROPPED_WHOLE = frozenset(
    _names(
        "script style template iframe object embed noscript head title link meta base form input button select "
        "textarea video audio canvas math foreignobject animate set metadata"
    )
)  # of any other tag outside the subset the words stay
SILENT = frozenset(
    _names(
        "border role tabindex aria-label aria-hidden aria-labelledby aria-describedby headers rel target scoped "
        "loading decoding"
    )
)
CALLED = {
    "h5": "h4",
    "h6": "h4",
    "s": "del",
    "strike": "del",
    "small": "span",
    "tt": "code",
}  # tags that a document has under another name

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")  # controls, and half characters, which no file holds
_DATA_NAME = re.compile(r"^data-[a-z0-9-]+$")
_SAFE_NAME = re.compile(r"^[^\s\"'<>&#]+$")
_LINK = re.compile(r"^(#[^\s\"'<>&#]+|https?://[^\s\"'<>]+|mailto:[^\s\"'<>]+)$", re.IGNORECASE)
_PICTURE = re.compile(r"^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$")
_SAFE = {"href": _LINK, "src": _PICTURE, "id": _SAFE_NAME}
_COUNTS = ("colspan", "rowspan", "start", "width", "height")
_ALIGNED = {"num": re.compile(r"text-align:\s*(right|end)"), "mid": re.compile(r"text-align:\s*center")}
_EMPHASISED = {
    "strong": re.compile(r"font-weight:\s*(bold|[6-9]00)"),
    "em": re.compile(r"font-style:\s*(italic|oblique)"),
    "del": re.compile(r"text-decoration[a-z-]*:[^;]*line-through"),
}
_RAISED = {  # a note's mark before a number is none of its digits
    "sup": re.compile(r"vertical-align:\s*(super|\+?[\d.]*[1-9])"),
    "sub": re.compile(r"vertical-align:\s*(sub|-)"),
}
_SILENT_IN_SVG = ("show", "type", "target", "title", "role", "tabindex", "pointer-events")
_FOREIGN_URL = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(|\\", re.IGNORECASE)

Report = Callable[[str], None]
Prepare = Callable[[etree._Element], None]


def clean(markup: str, report: Report, prepare: Prepare = lambda root: None) -> list[etree._Element]:
    """Elements of the subset from `markup`; `report` is called with each thing left out, in words.

    `prepare` may change what was parsed, under one root, before it is held to the subset. Text that stands outside
    every element becomes a paragraph of its own.
    """
    visible = _HIDDEN.sub(lambda found: code_point(found[0]), markup)
    if not visible.strip():
        return []
    parsed = html.fragment_fromstring(visible, create_parent="div")
    prepare(parsed)
    root = etree.Element("div")
    _copy_into(parsed, root, report)
    return _blocks(root)


def element(tag: str, text: str = "", *children: etree._Element, **attributes: str) -> etree._Element:
    """A new element; ``class_`` gives its class, ``data_alt`` its ``data-alt``."""
    made = etree.Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    made.text = text or None
    made.extend(children)
    return made


def classes(node: etree._Element) -> set[str]:
    """The classes of `node`."""
    return set(node.get("class", "").split())


def default(node: etree._Element, name: str, value: str) -> None:
    """Set an attribute unless `node` has it."""
    if node.get(name) is None:
        node.set(name, value)


def parent_of(node: etree._Element) -> etree._Element:
    """What `node` stands in; ValueError for the root of a tree."""
    parent = node.getparent()
    if parent is None:
        raise ValueError(f"<{node.tag!s}> stands in nothing")
    return parent


def text_of(node: etree._Element) -> str:
    """The words in `node`, its tail aside."""
    return "".join(node.itertext())


def folded(node: etree._Element) -> str:
    """The words in `node`, white space folded to single blanks."""
    return " ".join(text_of(node).split())


def _copy(source: etree._Element, parent: etree._Element, report: Report) -> None:
    """Append `source` to `parent` as far as it belongs to the subset; its tail always."""
    if isinstance(source.tag, str):
        _copy_element(source, source.tag.lower(), parent, report)
    _add_text(parent, source.tail)


def _copy_element(source: etree._Element, tag: str, parent: etree._Element, report: Report) -> None:
    if tag == "svg":
        _copy_svg(source, parent, report)
    elif (called := CALLED.get(tag, tag)) in TAGS:
        made = etree.SubElement(parent, called, _attributes(source, called, report))
        _copy_into(source, _styled(source, made), report)
    elif tag not in DROPPED_WHOLE:
        report(f"<{tag}> (its words are kept)")
        _copy_into(source, parent, report)
    elif tag != "style":
        report(f"<{tag}>")


def _styled(source: etree._Element, made: etree._Element) -> etree._Element:
    """The element that the words of a cell or a span go into: within what their style makes of them."""
    for tag, given in _looks(source).items():
        if given.search(source.get("style", "")):
            made = etree.SubElement(made, tag)
    return made


def _looks(source: etree._Element) -> dict[str, re.Pattern[str]]:
    """What a style may make of words here: heads have an emphasis of their own, and only a span stands in a line."""
    headed = any(row.tag == "thead" for row in source.iterancestors())
    given = {} if headed or source.tag not in ("td", "th", "span") else _EMPHASISED
    return given | _RAISED if source.tag == "span" else given


def _copy_into(source: etree._Element, made: etree._Element, report: Report) -> None:
    _add_text(made, source.text)
    for child in source:
        _copy(child, made, report)


def _attributes(source: etree._Element, tag: str, report: Report) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, value in _named(source):
        if name == "style" and tag in ("td", "th"):  # Markdown tables and pandas align numbers so
            if aligned := next((side for side, found in _ALIGNED.items() if found.search(value)), ""):
                kept["class"] = f"{source.get('class', '')} {aligned}".strip()
        elif name == "style" or name in SILENT or (name == "id" and tag in ("td", "th")):
            continue
        elif refused := _refused(name, value, tag):
            report(refused)
        else:
            kept[name] = kept.get(name, value) if name == "class" else value
    return kept


def _named(source: etree._Element) -> Iterator[tuple[str, str]]:
    """The attributes, every name small."""
    return ((str(name).lower(), str(value)) for name, value in source.attrib.items())


def _refused(name: str, value: str, tag: str) -> str:
    """What is said of an attribute that is left out; nothing of one that stays."""
    if not (name in ATTRIBUTES["*"] or name in ATTRIBUTES.get(tag, ()) or _DATA_NAME.match(name)):
        return f"the attribute {name} of <{tag}>"
    return "" if _is_safe(name, value) else f"{name}={value[:60]!r} of <{tag}>"


def _is_safe(name: str, value: str) -> bool:
    if name in _COUNTS:
        return value.isascii() and value.isdigit() and int(value) <= 10_000
    return bool(_SAFE[name].match(value)) if name in _SAFE else True


def _copy_svg(source: etree._Element, parent: etree._Element, report: Report) -> None:
    """As `_copy`, for an SVG and what is in it."""
    tag = source.tag.lower() if isinstance(source.tag, str) else ""
    if tag in SVG_TAGS:
        made = etree.SubElement(parent, SVG_TAGS[tag], _svg_attributes(source, tag, report))
        if tag == "svg":
            _settle_root(made)
        made.text = source.text
        for child in source:
            _copy_svg(child, made, report)
    elif tag not in ("style", "metadata", "") and ":" not in tag:  # those are other programs' own
        report(f"<{tag}> in an SVG")
    if tag != "svg":
        _add_text(parent, source.tail)


def _settle_root(svg: etree._Element) -> None:
    """The root says how lines end, which matplotlib puts in a style sheet, and always how large the drawing is."""
    svg.set("stroke-linejoin", "round")
    svg.set("stroke-linecap", "butt")
    default(svg, "viewBox", f"0 0 {_points(svg, 'width')} {_points(svg, 'height')}")


def _points(svg: etree._Element, side: str) -> str:
    number = re.match(r"[\d.]+", svg.get(side, ""))
    return number.group() if number else "100"


def _svg_attributes(source: etree._Element, tag: str, report: Report) -> dict[str, str]:
    kept = {}
    for name, value in _named(source):
        name = name.removeprefix("xlink:")
        if name in _SILENT_IN_SVG or name.startswith(("xmlns", "{", "data-")) or ":" in name:
            continue
        if name.startswith("aria-") and name != "aria-label":  # of its parts; its figure has words of its own
            continue
        if name not in SVG_ATTRIBUTES:
            report(f"the attribute {name} of <{tag}> in an SVG")
        elif not _is_safe_in_svg(tag, name, value):
            report(f"{name}={value[:60]!r} of <{tag}> in an SVG")
        else:
            kept[SVG_ATTRIBUTES[name]] = value
    return kept


def _is_safe_in_svg(tag: str, name: str, value: str) -> bool:
    if name == "href":
        return bool(_PICTURE.match(value)) if tag == "image" else value.startswith("#")
    return name == "aria-label" or not _FOREIGN_URL.search(value)


def _add_text(parent: etree._Element, text: str | None) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


_INLINE = frozenset(_names("q em strong i b del code span a mark sup sub abbr time br"))


def _blocks(root: etree._Element) -> list[etree._Element]:
    """The children of `root`, runs of loose text and inline elements wrapped in paragraphs."""
    out: list[etree._Element] = []
    loose = _begin_loose(out, root.text)
    for child in list(root):
        if child.tag in _INLINE:
            if loose is None:
                loose = element("p")
                out.append(loose)
            loose.append(child)  # its tail comes with it
        else:
            tail, child.tail = child.tail, None
            out.append(child)
            loose = _begin_loose(out, tail)
    return out


def _begin_loose(out: list[etree._Element], text: str | None) -> etree._Element | None:
    """A paragraph of the text that stands outside every element, at the end of `out`; None where it is blank."""
    if text is None or not text.strip():
        return None
    out.append(element("p", text))
    return out[-1]
