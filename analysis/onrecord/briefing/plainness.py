"""Whether a notebook takes what it shows from nothing but its parameters, the case and files: only such a one is kept.

A rule for what is safe, not for what is likely: what it does not know it does not trust. Nothing is run.
"""

from __future__ import annotations

import ast
import json
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

# What a cell may import: the package itself, and what gives the same for the same. Files that they open are seen.
PURE = frozenset(
    (
        *("__future__", "IPython.display", "calendar", "collections", "csv", "dataclasses", "decimal", "enum"),
        *("fractions", "functools", "great_tables", "io", "itertools", "json", "math", "matplotlib", "networkx"),
        *("numpy", "onrecord", "operator", "pandas", "re", "statistics", "string", "textwrap", "typing"),
    )
)
# What reaches the clock, chance, the environment, the file system's listing or the interpreter itself.
REACHING = frozenset(
    (
        *("now", "today", "utcnow", "environ", "getenv", "random", "sample", "default_rng", "RandomState"),
        *("exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "stat", "lstat", "walk", "home", "cwd"),
        *("read_clipboard", "read_feather", "read_gbq", "read_hdf", "read_html", "read_orc", "read_parquet"),
        *("read_sql", "read_sql_query", "read_sql_table", "read_xml", "fromfile", "memmap"),
        *("exec", "eval", "compile", "input", "globals", "locals", "vars", "getattr", "setattr", "delattr"),
        *("breakpoint", "get_ipython"),
    )
)
_KNOWN = PURE | {"code", "copy", "select", "types"}  # names of modules that are also names of methods, or harmless
OUTSIDE = REACHING | (frozenset(sys.stdlib_module_names) - _KNOWN)
MAGIC = "%matplotlib inline"  # what a build does anyhow


def modules_of_a_plain_one(notebook: Path) -> list[Path] | None:
    """The modules beside a notebook that it imports, directly or not; None where it, or one of them, is not plain."""
    try:
        cells = json.loads(notebook.read_bytes())["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        found: dict[Path, None] = {}
        return list(found) if all(_is_plain(without_magic(one), notebook.parent, found) for one in sources) else None
    except (SyntaxError, ValueError, KeyError, TypeError, OSError, RecursionError):
        return None


def without_magic(source: str) -> str:
    return "\n".join("" if line.strip() == MAGIC else line for line in source.split("\n"))


def _is_plain(source: str, folder: Path, found: dict[Path, None]) -> bool:
    """Whether code is; the modules in `folder` that it imports are put into `found`, and have to be plain as well."""
    with warnings.catch_warnings(action="ignore"):  # the cell itself says them, when it runs
        tree = ast.parse(source)
    if any(_reaches_out(node) for node in ast.walk(tree)):
        return False
    return all(_may_be_imported(name, folder, found) for name in _imported(tree))


def _reaches_out(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in OUTSIDE or name.startswith("__")
        case ast.alias(name=name):
            return bool(OUTSIDE & set(name.split(".")[1:])) or name in REACHING or name == "*"
        case ast.ImportFrom(level=level, names=names):
            return level > 0 or any(one.name in OUTSIDE for one in names)
        case ast.Constant(value=str(words)):
            return words.strip().lower() in ("now", "today")  # as pandas reads them
    return False


def _imported(tree: ast.AST) -> Iterator[str]:
    """The modules that code names in its imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (one.name for one in names)
            case ast.ImportFrom(module=str(module)):
                yield module


def _may_be_imported(name: str, folder: Path, found: dict[Path, None]) -> bool:
    beside = folder / f"{name.split('.')[0]}.py"
    if beside.is_file():  # it goes before what is installed
        if beside not in found:
            found[beside] = None
            return _is_plain(beside.read_text(encoding="utf-8"), folder, found)
        return True
    return not beside.with_suffix("").is_dir() and bool({name, name.split(".")[0]} & PURE)
