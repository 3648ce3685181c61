"""One figure, table or paragraph a file, and one name for one thing in the rooms that make what a reader sees."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import onrecord
import pytest

PACKAGE = Path(onrecord.__path__[0])
SHOWN = [
    pytest.param(path, id=f"{room}.{path.stem}")
    for room in ("figures", "tables", "prose")
    for path in sorted((PACKAGE / room).glob("*.py"))
    if path.stem != "__init__"
]


def public(path: Path) -> Iterator[str]:
    """The public functions and classes that a module defines."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


@pytest.mark.parametrize("path", SHOWN)
def test_a_file_holds_the_one_thing_that_it_is_named_for(path: Path):
    """A module of figures, tables or prose has one public function, of its own name."""
    assert list(public(path)) == [path.stem]


def test_a_name_stands_for_one_thing():
    """No two modules of these rooms define a public name twice."""
    rooms = ("wording", "figures", "tables", "prose", "measures")
    names = Counter(name for room in rooms for path in (PACKAGE / room).rglob("*.py") for name in public(path))
    assert not [name for name, number in names.items() if number > 1]
