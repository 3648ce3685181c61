"""Every measure is shown by a briefing, or it goes."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import onrecord

PACKAGE = Path(onrecord.__path__[0])
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
# Measures over several cases, and what only they use: the briefings of dossiers are about to show them.
OF_SEVERAL_CASES = {
    "congruence",
    "contested_issues",
    "corpus",
    "corpus_mean",
    "corroboration",
    "dyad_network",
    "origins",
    "polarisation",
    "position_change",
    "self_stated_positions",
    "signed_cosine",
}

Node = tuple[str, str]  # a module, and a name at its top; "" is the module itself


@cache
def parsed(module: str) -> ast.Module | None:
    """The syntax tree of a module of the package, by its dotted name; None where it is none."""
    path = PACKAGE.parent / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8")) if file.is_file() else None


def imports(tree: ast.AST) -> dict[str, Node]:
    """Local name -> what it is imported from, lazy imports too."""
    found: dict[str, Node] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inside = f"{node.module}.{alias.name}"
                found[alias.asname or alias.name] = (inside, "") if parsed(inside) else (node.module, alias.name)
    return found


@cache
def tops(module: str) -> dict[str, ast.AST]:
    """What a module defines at its top, by name: functions, classes, constants."""
    found: dict[str, ast.AST] = {}
    for node in getattr(parsed(module), "body", []):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id: node for target in targets if isinstance(target, ast.Name)}
    return found


def leads_to(node: Node) -> Iterator[Node]:
    """What a top-level name uses; a whole module uses all that it defines and imports."""
    module, name = node
    if not parsed(module):
        return
    known = imports(parsed(module))
    if not name:
        yield from ((module, top) for top in tops(module))
        yield from known.values()
    elif name in known:
        yield known[name]
    named = {part.id for part in ast.walk(tops(module).get(name, ast.Pass())) if isinstance(part, ast.Name)}
    yield from ((module, one) for one in named & tops(module).keys())
    yield from (known[one] for one in named & known.keys())


def reached(starts: set[Node]) -> set[Node]:
    """All names that the starts lead to."""
    found, new = set(starts), list(starts)
    while new:
        for node in leads_to(new.pop()):
            if node not in found:
                found.add(node)
                new.append(node)
    return found


def shown() -> set[Node]:
    """What the cells of the notebooks import, and the figures that they take from the case."""
    found: set[Node] = set()
    for path in NOTEBOOKS.glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ast.parse("\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"))
        found |= set(imports(code).values())
        for node in ast.walk(code):
            if isinstance(node, ast.Attribute) and getattr(node.value, "attr", "") == "figures":
                found.add((f"onrecord.figures.{node.attr}", node.attr))
    return found


def measures(folder: Path) -> set[Node]:
    """The public functions of the room."""
    return {
        (f"onrecord.measures.{path.relative_to(folder).with_suffix('').as_posix().replace('/', '.')}", node.name)
        for path in folder.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }


def test_every_measure_of_a_case_is_shown_by_a_briefing():
    """From what notebooks call, each public function of the room is reached, but for those over several cases."""
    left = measures(PACKAGE / "measures") - reached(shown())
    assert not {node for node in left if node[0].removeprefix("onrecord.measures.") not in OF_SEVERAL_CASES}


def test_each_exception_is_one():
    """A module leaves the list when a briefing shows all of it."""
    left = measures(PACKAGE / "measures") - reached(shown())
    modules = {module.removeprefix("onrecord.measures.") for module, _ in left}
    assert modules | {"corpus"} == OF_SEVERAL_CASES
