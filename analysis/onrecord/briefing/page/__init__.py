"""The page: a document as one HTML file that needs no network, no other file and no script to be read."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib.resources import files
from string import Template

from lxml import etree

from onrecord import glyphs
from onrecord.briefing.document import Document
from onrecord.briefing.document.outline import Entry
from onrecord.briefing.page.settling import settled
from onrecord.house.faces import font_faces
from onrecord.house.given import AT_FOOT, AT_HEAD
from onrecord.house.style import house


def render(document: Document) -> str:
    """The page of `document`, complete from doctype to ``</html>``."""
    script = _part("citations.js")
    return Template(_part("page.html")).substitute(
        language=escape(document.language),
        title=_escaped(document.title),
        case=_escaped(document.facts["case"]),
        description=_escaped(document.facts.get("subject", "")),
        style=_style(document),
        font_source=" font-src data:;" if house().faces else "",
        script=script,
        script_hash=_hash(script),
        running=_running(document),
        unreviewed=_flag(document),
        foot=_foot(document),
        contents="\n".join(map(_contents_line, document.contents)),
        article=etree.tostring(settled(document.tree), encoding="unicode", method="html").replace(
            "<wbr></wbr>", "<wbr>"
        ),
    )


def _running(document: Document) -> str:
    case, marking, as_of = document.running
    case, marking, as_of = map(_escaped, (case, house().marking_at(AT_HEAD, marking), as_of))
    shown = f'<span class="marking">{marking}</span>' if marking else ""
    return f"<span>{case}</span>{shown}<span>{as_of}</span>"


def _foot(document: Document) -> str:
    """The marking at the foot, where the house wants it there."""
    marking = _escaped(house().marking_at(AT_FOOT, document.running[1]))
    return f'<footer class="marking foot">{marking}</footer>' if marking else ""


def _flag(document: Document) -> str:
    """What the running line says of the review: nothing where a person read and signed every row."""
    said = document.facts.get("unread") or ("Not reviewed by a person" if document.unreviewed else "")
    return f'<span class="flag">{_escaped(said)}</span>' if said else ""


def _part(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _escaped(text: str) -> str:
    return escape(glyphs.without_controls(text))


def _hash(script: str) -> str:
    """The script as the page's own policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _contents_line(entry: Entry) -> str:
    return f'<li class="level-{entry.level}"><a href="#{escape(entry.anchor)}">{_escaped(entry.text)}</a></li>'


def _style(document: Document) -> str:
    """The style sheet, its colours and sizes taken from the design, the running lines of print from the document."""
    own, (case, marking, as_of) = house(), document.running
    sides = (own.top, own.right, own.bottom + 2, own.left)
    running = {
        "run_left": _css_string(" · ".join(filter(None, (case, own.marking_at(AT_HEAD, marking))))),
        "run_right": _css_string(as_of),
        "run_foot": _css_string(" · ".join(filter(None, (own.marking_at(AT_FOOT, marking), document.unreviewed)))),
        "sheet": f"{own.width:g}mm {own.height:g}mm; margin: {' '.join(f'{side:g}mm' for side in sides)}",
    }
    return font_faces(own) + Template(_part("page.css")).substitute(own.colours() | running)


def _css_string(text: str) -> str:
    """`text` as a CSS string in which nothing but letters and digits stands as itself."""
    shown = glyphs.without_controls(text)
    return '"' + "".join(map(_css_letter, shown)) + '"'


def _css_letter(char: str) -> str:
    return char if char.isalnum() and char.isascii() else f"\\{ord(char):06x}"
