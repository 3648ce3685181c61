"""An SVG as matplotlib writes it, made fit to stand beside others in one HTML page."""

from __future__ import annotations

from lxml import etree

from onrecord import design

_SVG = "{http://www.w3.org/2000/svg}"
_FONTS = f"'{design.SANS}', Verdana, sans-serif"  # the second is as wide, for readers who lack the first
_WITH_WORDS = (f"{_SVG}text", f"{_SVG}title")


def stand_alone(svg: bytes, titles: dict[str, str]) -> str:
    """The SVG element alone: no ids, no style sheet, no namespaces; `titles` say what a link of that id is."""
    root = etree.fromstring(svg, etree.XMLParser(remove_blank_text=True, no_network=True))
    for defs in root.findall(f"{_SVG}defs"):
        root.remove(defs)
    for node in root.iter():
        _entitle(node, titles.get(node.attrib.pop("id", "")))
        _tidy(node)
    etree.strip_tags(root, f"{_SVG}g")
    for node in root.iter():  # strip_tags leaves the line ends of what it strips
        node.tail = None
        if node.tag not in _WITH_WORDS:
            node.text = None
    etree.cleanup_namespaces(root)
    root.set("stroke-linejoin", "round")
    root.set("style", f"background:{design.PAPER}")  # its words are dark, whatever the theme they are shown in
    return etree.tostring(root, encoding="unicode")


def _entitle(node: etree._Element, title: str | None) -> None:
    """Puts the title into the link that the node holds."""
    link = node.find(f"{_SVG}a")
    if title and link is not None:
        name = etree.Element(f"{_SVG}title")
        name.text = title
        link.insert(0, name)


def _tidy(node: etree._Element) -> None:
    """Sets a link, a path and a text's fonts as every reader understands them."""
    if node.tag == f"{_SVG}a":
        node.attrib.pop("target", None)  # xlink:href stays: JupyterLab would rewrite href, which an SVG refuses
    elif node.tag == f"{_SVG}path":
        node.set("d", " ".join(node.attrib["d"].split()))
    elif node.tag == f"{_SVG}text":
        node.set("style", node.attrib["style"].replace(f"'{design.SANS}'", _FONTS))
