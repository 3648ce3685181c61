"""A document: one semantic HTML tree made from an executed notebook. Page and PDF are made from it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from nbformat import NotebookNode

from onrecord import glyphs
from onrecord.briefing.document.banner import LANGUAGE, Banner, read_banner
from onrecord.briefing.document.cells import CellReader
from onrecord.briefing.document.colophon import colophon, notebook_sha256, parameters
from onrecord.briefing.document.houses import name_the_house
from onrecord.briefing.document.outline import (
    Entry,
    anchor,
    leave_out_absent,
    mend_headings,
    mend_links,
    mend_tables,
    number,
    unique_ids,
)
from onrecord.briefing.document.pictures import Album
from onrecord.briefing.document.sources import mark_language, prune, unresolved
from onrecord.briefing.document.subset import folded, text_of
from onrecord.problems import Problem, ProblemsError, problem
from onrecord.wording.dates import date_words
from onrecord.wording.english import all_english

MATHS = re.compile("[\U0001d400-\U0001d7ff]")  # letters of formulas, which have a font of their own


@dataclass(frozen=True)
class Document:
    """One briefing, ready to be set.

    ``tree`` is an ``article`` element of the HTML subset: banner first, colophon last. ``facts`` are the banner's
    data- attributes without ``data-``; ``contents`` the h2 and h3; ``problems`` the warnings.
    """

    tree: etree._Element
    facts: dict[str, str]
    as_of: datetime.date
    contents: list[Entry]
    notebook_sha256: str
    parameters: dict[str, object]
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def from_notebook(cls, nb: NotebookNode, path: str | None = None, place: Path | None = None) -> Document:
        """The document of an executed notebook; `path` names the notebook in problems, `place` is where its file is.

        Pictures are read from beside `place`.

        Raises ProblemsError when a cell failed, the banner is missing or a citation leads nowhere.
        """
        file = str(path or "notebook")
        reader = CellReader(file, Album.beside(place))
        tree = etree.Element("article")
        tree.extend(reader.read(nb))
        leave_out_absent(tree)
        banner = read_banner(tree, file)
        _refuse(reader.problems, banner.problems)
        name_the_house(tree)
        tree.append(colophon(nb, banner.facts, in_full=tree.find(".//li[@data-row]") is not None))
        unique_ids(tree)
        _refuse(reader.problems, unresolved(tree, file))
        contents = _settled(tree, banner)
        loose = list(mend_links(tree, file))
        problems = [*reader.problems, *loose, *_without_glyphs(tree, banner.facts, file)]
        return cls(tree, banner.facts, banner.as_of, contents, notebook_sha256(nb), parameters(nb), problems)

    @property
    def title(self) -> str:
        """The briefing's title, as on its banner."""
        return self.facts["title"]

    @property
    def language(self) -> str:
        """BCP 47 code of the document, ``en`` where the banner gives none."""
        return self.facts.get("language") or LANGUAGE

    @property
    def running(self) -> list[str]:
        """What stands at the head of every page: case, marking where there is one, as-of date with its basis."""
        basis = all_english("as_of", "running line").get(self.facts.get("as-of-basis", ""), "")
        as_of = f"as of {date_words(self.as_of)}" + (f" ({basis})" if basis else "")
        return [self.facts["case"], self.facts.get("marking", ""), as_of]

    @property
    def unreviewed(self) -> str:
        """The line that says that no person has reviewed the coding, or rows of it, with its counts; else empty."""
        line = self.tree.find(".//*[@class='unreviewed']")
        return "" if line is None else folded(line)


def _refuse(met: list[Problem], wrong: list[Problem]) -> None:
    """Raises ProblemsError with all that was met where anything is wrong."""
    if wrong or any(one.level == "error" for one in met):
        raise ProblemsError([*met, *wrong])


def _settled(tree: etree._Element, banner: Banner) -> list[Entry]:
    """Sources, languages, headings, tables and numbers in order; returns the contents."""
    prune(tree)
    language = banner.facts.get("article-language", "")
    if language not in ("", banner.language):
        mark_language(tree, language)
    mend_headings(tree)
    mend_tables(tree)
    number(tree)
    return anchor(tree)


def _without_glyphs(tree: etree._Element, facts: dict[str, str], file: str) -> list[Problem]:
    """A warning for each character that cannot be shown as itself; the PDF prints it as its code point."""
    text = MATHS.sub("", text_of(tree)) + "".join(facts.values())
    return [
        problem("W-GLYPH", file=file, found=glyphs.why_not_shown(char), printed=glyphs.code_point(char))
        for char in glyphs.missing(text)
    ]
