"""A document: one semantic HTML tree made from an executed notebook. Page and PDF are made from it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from lxml import etree
from nbformat import NotebookNode

from onrecord import glyphs
from onrecord.briefing.document.cells import CellReader
from onrecord.briefing.document.colophon import colophon, notebook_sha256, parameters
from onrecord.briefing.document.outline import Entry, anchor, mend_headings, mend_tables, number, unique_ids
from onrecord.briefing.document.sources import mark_language, prune, unresolved
from onrecord.problems import Problem, ProblemsError, problem
from onrecord.wording.english import all_english

NEEDED = ("case", "title", "as-of")


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
    def from_notebook(cls, nb: NotebookNode, path: str | None = None) -> Document:
        """The document of an executed notebook; `path` names the notebook in problems.

        Raises ProblemsError when a cell failed, the banner is missing or a citation leads nowhere.
        """
        file = str(path or "notebook")
        reader = CellReader(file)
        tree = etree.Element("article")
        tree.extend(reader.read(nb))
        facts, as_of, bad_banner = _banner(tree, file)
        errors = [p for p in reader.problems if p.level == "error"]
        if errors or bad_banner:
            raise ProblemsError([*reader.problems, *bad_banner])
        tree.append(colophon(nb, facts))
        unique_ids(tree)
        dangling = unresolved(tree, file)
        if dangling:
            raise ProblemsError([*reader.problems, *dangling])
        prune(tree)
        if facts.get("article-language", "") not in ("", facts.get("language") or "en"):
            mark_language(tree, facts["article-language"])
        mend_headings(tree)
        mend_tables(tree)
        number(tree)
        contents = anchor(tree)
        problems = [*reader.problems, *_without_glyphs(tree, facts, file)]
        return cls(tree, facts, as_of, contents, notebook_sha256(nb), parameters(nb), problems)

    @property
    def title(self) -> str:
        """The briefing's title, as on its banner."""
        return self.facts["title"]

    @property
    def language(self) -> str:
        """BCP 47 code of the document, ``en`` where the banner gives none."""
        return self.facts.get("language") or "en"

    @property
    def running(self) -> list[str]:
        """What stands at the head of every page: case, marking, as-of date with its basis."""
        basis = all_english("as_of", "running line").get(self.facts.get("as-of-basis", ""), "")
        as_of = f"as of {self.as_of.isoformat()}" + (f" ({basis})" if basis else "")
        return [self.facts["case"], self.facts.get("marking") or "UNMARKED", as_of]

    @property
    def unreviewed(self) -> str:
        """The line that says that no person has reviewed the coding, with its counts; empty when one has."""
        line = self.tree.find(".//p[@class='unreviewed']")
        return "" if line is None else " ".join("".join(line.itertext()).split())


def _banner(tree: etree._Element, file: str) -> tuple[dict[str, str], datetime.date, list[Problem]]:
    """The banner's facts and date, and what is wrong with it."""
    banner = tree.find(".//header[@class='banner']")
    if banner is None:
        wrong = problem(
            "E-NOTEBOOK",
            file=file,
            found="no output holds a briefing's banner",
            remedy="run every cell, then export; the first output of a briefing is its banner",
        )
        return {}, datetime.date.min, [wrong]
    facts = {name.removeprefix("data-"): value for name, value in banner.attrib.items() if name.startswith("data-")}
    wrong = [
        problem("E-NOTEBOOK", file=file, found=f"the banner has no data-{name}", remedy="give it")
        for name in NEEDED
        if not facts.get(name)
    ]
    try:
        as_of = datetime.date.fromisoformat(facts.get("as-of", ""))
    except ValueError:
        as_of = datetime.date.min
        if facts.get("as-of"):
            found = f"the banner's as-of date is {facts['as-of']!r}"
            wrong.append(problem("E-NOTEBOOK", file=file, found=found, remedy="write it as 2023-01-06"))
    return facts, as_of, wrong


def _without_glyphs(tree: etree._Element, facts: dict[str, str], file: str) -> list[Problem]:
    """A warning for each character that cannot be shown as itself; the PDF prints it as its code point."""
    text = "".join(tree.itertext()) + "".join(facts.values())
    return [
        problem("W-GLYPH", file=file, found=glyphs.why_not_shown(char), printed=glyphs.code_point(char))
        for char in glyphs.missing(text)
    ]
