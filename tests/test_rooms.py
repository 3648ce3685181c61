"""The rooms of the house: no module of onrecord needs itself, and the contract refuses what it should refuse."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "analysis" / "onrecord"
MODULES = {
    ".".join(("onrecord", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}

# importer, imported: rooms, or modules, below or beside which the other does not stand
WRONG = [
    ("problems", "design"),
    ("design", "problems"),
    ("design", "glyphs"),
    ("problems", "problem_report"),
    ("source", "coding"),
    ("coding", "measures"),
    ("coding", "drafting"),
    ("coding.changing", "lab"),
    ("coding.changing", "measures"),
    ("coding.case", "coding.changing"),
    ("coding.checks", "coding.case"),
    ("coding.reading", "coding.checks"),
    ("coding.tables", "coding.reading"),
    ("measures", "coding.changing"),
    ("measures", "drafting"),
    ("measures", "lab.reviewing"),
    ("drafting", "measures"),
    ("wording", "drafting"),
    ("wording", "prose"),
    ("wording", "coding.changing"),
    ("prose", "drafting"),
    ("prose", "figures"),
    ("prose", "tables"),
    ("prose", "coding.changing"),
    ("tables", "prose"),
    ("tables", "figures"),
    ("tables", "coding.changing.adjudicating"),
    ("figures", "prose"),
    ("figures", "tables"),
    ("figures", "coding.changing"),
    ("figures", "briefing"),
    ("lab", "briefing"),
    ("briefing", "lab"),
    ("briefing", "cli"),
    ("briefing", "starting"),
    ("starting", "briefing"),
    ("packaged", "problems"),
    ("house", "source"),
    ("design", "house"),
]


def imports_of(name: str) -> set[str]:
    """The modules of onrecord that a module imports, wherever the import stands and whatever it is for."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            under = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (under & MODULES.keys()) or {node.module}
    return found & MODULES.keys()


def test_no_module_needs_itself():
    """No ring of imports, lazy and type-only ones included."""
    graph = nx.DiGraph((name, other) for name in MODULES for other in imports_of(name))
    assert [sorted(ring) for ring in nx.strongly_connected_components(graph) if len(ring) > 1] == []
    assert list(nx.selfloop_edges(graph)) == []


def test_no_import_is_relative():
    """imports_of reads whole names only."""
    trees = {name: ast.walk(ast.parse(path.read_text(encoding="utf-8"))) for name, path in MODULES.items()}
    assert [name for name, tree in trees.items() for node in tree if getattr(node, "level", 0)] == []


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A copy of the package, to be spoilt and mended again."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(PACKAGE, copy / "onrecord", ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def refusals(house: Path) -> str:
    """What the contract says of the copy, on one line; "" where it keeps it."""
    command = (
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    )
    found = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(house), "COLUMNS": "200"},
        capture_output=True,
        text=True,
    )
    return " ".join(found.stdout.split()) if found.returncode else found.stderr


def test_the_contract_is_kept(house):
    """As the package stands, nothing is refused."""
    assert refusals(house) == ""


@pytest.mark.parametrize(("importer", "imported"), WRONG)
def test_a_wrong_import_is_refused(house, importer: str, imported: str):
    """The contract names the import, written into a copy of the importer."""
    path = MODULES[f"onrecord.{importer}"]
    copy = house / path.relative_to(PACKAGE.parent)
    copy.write_text(f"import onrecord.{imported}\n", encoding="utf-8")
    try:
        assert f"onrecord.{importer} -> onrecord.{imported} (l.1)" in refusals(house)
    finally:
        shutil.copyfile(path, copy)


@pytest.mark.parametrize("room", ["attic", "coding/attic"])
def test_a_room_in_no_layer_is_refused(house, room: str):
    """The layers are the whole list."""
    made = house / "onrecord" / room
    made.mkdir()
    (made / "__init__.py").touch()
    try:
        assert f"onrecord.{room.replace('/', '.')}" in refusals(house)
    finally:
        shutil.rmtree(made)


@cache
def public_names(name: str) -> list[str]:
    """The names that a module defines for others: its functions, classes and constants, imports aside."""
    found = []
    for node in ast.parse(MODULES[name].read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]
    return [one for one in found if not one.startswith("_")]


def test_a_public_name_of_the_lower_rooms_stands_for_one_thing():
    """Source, coding (its codebook and what changes a case aside) and what lies below: a name is defined once."""
    rooms = ("onrecord.source.", "onrecord.coding.", "onrecord.problem", "onrecord.glyphs", "onrecord.design")
    others = ("onrecord.coding.changing", "onrecord.coding.codebook")
    lower = [name for name in MODULES if name.startswith(rooms) and not name.startswith(others)]
    where: dict[str, list[str]] = {}
    for module in lower:
        for name in public_names(module):
            where.setdefault(name, []).append(module)
    assert {name: modules for name, modules in where.items() if len(modules) > 1} == {}


# Names that several rooms take from each other, and that mean another thing in each: why they may.
MEANT_TWICE = {
    # the draft of a thing of the codebook is called as the thing, and never meets it: drafting makes cells, coding rows
    **dict.fromkeys(("Actor", "Relation", "Row", "Regions", "allowed", "narrated"), "coding and drafting"),
    # words of grammar and of news, which say another thing of a text than of a case
    **dict.fromkeys(("ARTICLE", "Clause", "NOBODY", "clause", "proposition", "words_of"), "grammar"),
    **dict.fromkeys(("Document", "Span"), "what the annotated news of the bench calls so, and we do"),
    **dict.fromkeys(("rule",), "a rule of the codebook, and one of drafting"),
    # drawing, setting and shelving: never in one module with the other
    **dict.fromkeys(("REACH", "Rows", "Sheet", "as_text", "columns", "listed", "shown"), "drawing and setting"),
    **dict.fromkeys(("Entry", "anchor", "free", "naming", "sentence_of", "sha256"), "documents and coding"),
}


def test_a_name_that_modules_take_from_each_other_stands_for_one_thing():
    """Over the whole house: what is imported by name is defined once, but for those above, each with its reason."""
    taken: dict[str, set[str]] = {}
    for path in MODULES.values():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module in MODULES:
                for alias in node.names:
                    if alias.name in public_names(node.module):
                        taken.setdefault(alias.name, set()).add(node.module)
    twice = {name for name, modules in taken.items() if len(modules) > 1}
    assert twice - MEANT_TWICE.keys() == set()
    assert MEANT_TWICE.keys() - twice == set(), "no exception any more: take it out"
