"""The colophon: what the document was made of, how to cite it, where an error is reported."""

from __future__ import annotations

import ast
import hashlib
import json
import sys
from importlib.metadata import PackageNotFoundError, metadata, version

from lxml import etree
from nbformat import NotebookNode

from onrecord.briefing.document.cells import INJECTED, authored, tags
from onrecord.briefing.document.subset import element

MADE_WITH = ("onrecord", "pandas", "matplotlib", "typst")


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
    values: dict[str, object] = {}
    for tag in ("parameters", INJECTED):
        for cell in nb.cells:
            if tag in tags(cell):
                values |= _assigned(cell.source)
    return values


def _assigned(source: str) -> dict[str, object]:
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return {}
    values = {}
    for statement in statements:
        target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        value = getattr(statement, "value", None)
        if isinstance(target, ast.Name) and value is not None:
            try:
                values[target.id] = ast.literal_eval(value)
            except ValueError:
                values[target.id] = ast.unparse(value)
    return values


def colophon(nb: NotebookNode, facts: dict[str, str]) -> etree._Element:
    """The last section of a document; `facts` are the banner's data."""
    hashed = [
        ("Article, sha256", facts.get("article-sha256")),
        ("Coding, sha256", facts.get("coding-sha256")),
        ("Notebook, sha256", notebook_sha256(nb)),
    ]
    named = ", ".join(f"{name} = {value!r}" for name, value in parameters(nb).items())
    lines = [
        ("Cite as", cite_as(facts)),
        ("Report an error", report_to(facts)),
        *((name, value) for name, value in hashed if value),
        ("Parameters", named or "none"),
        ("Made with", made_with()),
    ]
    entries = element("dl", class_="facts")
    for name, value in lines:
        entries.append(element("dt", name))
        entries.append(element("dd", *([""] if name.endswith("sha256") else [value])))
        if name.endswith("sha256"):
            entries[-1].append(element("code", value))
    return element("section", "", element("h2", "About this document"), entries, id="colophon", class_="colophon")


def cite_as(facts: dict[str, str]) -> str:
    """One line that names the document for good."""
    coding = facts.get("coding-sha256", "")[:12]
    parts = [
        facts.get("analyst") or "onrecord",
        f"“{facts['title']}”",
        f"{facts.get('briefing') or 'briefing'} on case {facts['case']}",
        f"as of {facts['as-of']}",
        f"coding {coding}" if coding else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def report_to(facts: dict[str, str]) -> str:
    """Whom to tell, and what to name."""
    try:
        links = metadata("onrecord").get_all("Project-URL") or []
    except PackageNotFoundError:
        links = []
    tracker = next((link.split(",")[1].strip() for link in links if link.lower().startswith("issues")), "")
    whom = facts.get("analyst") or tracker or "whoever sent you this document"
    return f"To {whom}: name the case, the briefing and the citation (such as S04)."


def made_with() -> str:
    """Versions, of Python the minor one: the same lock gives the same bytes on another machine."""
    versions = [f"Python {sys.version_info.major}.{sys.version_info.minor}"]
    for package in MADE_WITH:
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(versions)
