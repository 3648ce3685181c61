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


def render(document: Document) -> bytes:
    """The PDF of `document`; the same document gives the same bytes.

    Compile after forking, never before: the compiler keeps threads.
    """
    moment = datetime.datetime.combine(document.as_of, datetime.time(), tzinfo=datetime.UTC)
    return _compiler().compile(
        format="pdf",
        sys_inputs={"document": json.dumps(_data(document), ensure_ascii=False)},
        pdf_standards=STANDARDS,
        timestamp=int(moment.timestamp()),
    )


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
