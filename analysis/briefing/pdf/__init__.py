"""The PDF: a document set by Typst, tagged for PDF/UA-1 and archived by PDF/A-2a."""

from __future__ import annotations

import datetime
import functools
import json
from importlib.resources import as_file, files

from analysis import design
from analysis.briefing.document import Document
from analysis.briefing.pdf.fonts import bundled_fonts
from analysis.briefing.pdf.nodes import node, shown

STANDARDS = ["ua-1", "a-2a"]

# Sizes of type, as parts of the design's, tried until the last page is no longer nearly empty
FITS = (1.0, 0.97, 0.95, 1.03, 1.05)
FILLED_MM = 95  # from the top edge of the sheet; the head margin takes 27


def render(document: Document) -> bytes:
    """The PDF of `document`; the same document gives the same bytes.

    Compile after forking, never before: the compiler keeps threads.
    """
    data = _data(document)
    moment = datetime.datetime.combine(document.as_of, datetime.time(), tzinfo=datetime.UTC)
    first = None
    for fit in FITS:
        made = _compiler().compile(
            format="pdf",
            sys_inputs={"document": json.dumps(data | {"fit": fit}, ensure_ascii=False)},
            pdf_standards=STANDARDS,
            timestamp=int(moment.timestamp()),
        )
        if _last_page_is_filled():
            return made
        first = first or made
    return first


def _last_page_is_filled() -> bool:
    """Whether what was compiled last ends well down its last page, or has only one."""
    end = json.loads(_compiler().query("<end>", field="value", one=True))
    return end["page"] == 1 or end["down"] > FILLED_MM


@functools.cache
def _compiler():
    """One compiler a process: it keeps the fonts and the parsed template."""
    import typst

    with as_file(files(__package__) / "briefing.typ") as template:
        return typst.Compiler(str(template), font_paths=bundled_fonts(), ignore_system_fonts=True)


def _data(document: Document) -> dict:
    facts = document.facts
    return {
        "title": shown(document.title),
        "author": shown(facts.get("analyst") or "onrecord"),
        "subject": shown(facts.get("subject", "")),
        "keywords": [shown(facts[k]) for k in ("case", "briefing", "marking", "basis") if facts.get(k)],
        "language": document.language.split("-")[0].lower(),
        "as_of": [document.as_of.year, document.as_of.month, document.as_of.day],
        "running": [shown(part) for part in document.running],
        "unreviewed": shown(document.unreviewed),
        "design": {name.lower(): value for name, value in vars(design).items() if name.isupper()}
        | {"stance": None, "stance_ink": None},
        "body": [node(child) for child in document.tree],
    }
