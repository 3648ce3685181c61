"""The colophon: what the document was made of, how to cite it, where an error is reported."""

from __future__ import annotations

import ast
import functools
import hashlib
import json
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, version

from lxml import etree
from nbformat import NotebookNode

from onrecord.briefing.document.cells import INJECTED, authored, tags
from onrecord.briefing.document.subset import element
from onrecord.house.style import house
from onrecord.wording.dates import date_words

MADE_WITH = ("onrecord", "pandas", "matplotlib", "typst")
SHORT = 12  # digits of a hash that name what is meant
ELSEWHERE = " The ids of the coded rows and the hashes in full stand in the source and method annex of the case."
INNER_MARKS = str.maketrans("“”", "‘’")  # quote marks within quote marks


def notebook_sha256(nb: NotebookNode) -> str:
    """Hash of what a person wrote: type, source, tags and id of each cell, as canonical JSON.

    Outputs, counts, other metadata and the cell that a build injects do not change it.
    """
    cells = [
        {"id": cell.get("id", ""), "source": cell.source, "tags": tags(cell), "type": cell.cell_type}
        for cell in authored(nb)
    ]
    canonical = json.dumps(cells, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def parameters(nb: NotebookNode) -> dict[str, object]:
    """Name -> value of the notebook's parameters: its own, then those that a build injected."""
    tagged = [cell for tag in ("parameters", INJECTED) for cell in nb.cells if tag in tags(cell)]
    return {name: value for cell in tagged for name, value in _assigned(cell.source)}


def _assigned(source: str) -> Iterator[tuple[str, object]]:
    """What a cell assigns to single names; nothing of one that is not Python."""
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return
    for statement in statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name), *_], value=value):
                yield name, _literal(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, _literal(value)


def _literal(value: ast.expr) -> object:
    """The value where it is written out, else the words of it."""
    try:
        return ast.literal_eval(value)
    except ValueError:
        return ast.unparse(value)


def colophon(nb: NotebookNode, facts: dict[str, str], in_full: bool = False) -> etree._Element:
    """The last section of a document; `facts` are the banner's data.

    Hashes are given by their first digits, `in_full` where the document lists the rows of the coding itself.
    """
    entries = element("dl", class_="facts")
    _add(entries, "Cite as", cite_as(facts))
    _add(entries, "Report an error", report_to(facts))
    for line in house().colophon:
        _add(entries, house().name or "The house", line)
    _add(entries, "Made of", made_of(nb, facts, in_full))
    if in_full:
        for name, value in _hashes(nb, facts).items():
            _add(entries, f"{name.capitalize()}, sha256", element("code", value))
    return element("section", "", element("h2", "About this document"), entries, id="colophon", class_="colophon")


def _add(entries: etree._Element, name: str, value: str | etree._Element) -> None:
    entries.append(element("dt", name))
    entries.append(element("dd", value) if isinstance(value, str) else element("dd", "", value))


def made_of(nb: NotebookNode, facts: dict[str, str], in_full: bool) -> str:
    """What the document was made of and with, and where its rows and hashes stand in full."""
    hashed = ", ".join(f"{name} {value[:SHORT]}" for name, value in _hashes(nb, facts).items())
    values = parameters(nb) | ({"case": facts["case"]} if facts.get("case") else {})  # an empty one means the only one
    given = ", ".join(f"{name} = {value!r}" for name, value in values.items() if value != "")
    made = [f"{hashed} (SHA-256)", f"with {given}" if given else "", f"by {made_with()}"]
    return "; ".join(filter(None, made)) + "." + ("" if in_full else ELSEWHERE)


def _hashes(nb: NotebookNode, facts: dict[str, str]) -> dict[str, str]:
    """What the document was made of, as far as the banner gives its hash."""
    hashed = {
        "article": facts.get("article-sha256", ""),
        "coding": facts.get("coding-sha256", ""),
        "notebook": notebook_sha256(nb),
    }
    return {name: value for name, value in hashed.items() if value}


def cite_as(facts: dict[str, str]) -> str:
    """One line that names the document for good."""
    source, coding = facts.get("source", ""), facts.get("coding-sha256", "")[:SHORT]
    parts = [
        facts.get("analyst") or "onrecord",
        f"“{facts['title'].translate(INNER_MARKS)}”",
        f"case {facts['case']}" + (f" ({source})" if source else ""),
        f"as of {date_words(facts['as-of'])}",
        f"coding {coding}" if coding else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def report_to(facts: dict[str, str]) -> str:
    """Whom to tell, and what to name."""
    whom = facts.get("analyst") or _tracker() or "whoever sent you this document"
    return f"To {whom}: name the case, the briefing and the citation (such as S04)."


@functools.cache
def _tracker() -> str:
    """Where the project takes reports; '' where it names no such place."""
    try:
        links = metadata("onrecord").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    return next((link.split(",")[1].strip() for link in links if link.lower().startswith("issues")), "")


def made_with() -> str:
    """Versions, of Python the minor one: the same lock gives the same bytes on another machine."""
    python = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    return ", ".join([*(f"{name} {found}" for name in MADE_WITH if (found := _version(name))), python])


@functools.cache
def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
