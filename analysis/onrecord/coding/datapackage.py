"""A case as a Data Package: its tables with their schemas, made from the tables' definitions."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, get_args

from onrecord.coding import fields as f
from onrecord.coding.changing.writing import write_whole
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.tables import TABLES, fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.problems import ProblemsError
from onrecord.source.reading import sha256

LICENCE = "The licence of this project covers its code, not the article, whose rights are its publisher's."
VERBATIM = (
    "Cells are kept verbatim: one that starts with =, +, -, @, a tab or a carriage return may run as a formula where a"
    " spreadsheet opens the file; import the columns as text."
)
TYPES = {int: "integer", bool: "boolean"}


def write_datapackage(folder: Path, out: Path, coding: Coding | None = None) -> Path:
    """Copy the case's article and tables into `out`, with their datapackage.json; returns the path of that file.

    `coding` is the folder's as it stands, where it was read and checked already. Raises ProblemsError, and writes
    nothing, while the case has errors.
    """
    package = datapackage(folder, coding)
    out.mkdir(parents=True, exist_ok=True)
    for resource in package["resources"]:
        shutil.copyfile(folder / resource["path"], out / resource["path"])
    path = out / "datapackage.json"
    write_whole(path, (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode())
    return path


def datapackage(folder: Path, coding: Coding | None = None) -> dict[str, Any]:
    """The descriptor of the case in `folder` (Data Package, Table Schema); raises ProblemsError while it has errors."""
    coding = coding or _sound(folder)
    article = coding.article
    source = {"title": article.publisher.name, "path": article.url}
    return {
        "name": article.id,
        "title": article.headline or article.id,
        "description": f"{LICENCE} {VERBATIM}",
        "sources": [{key: value for key, value in source.items() if value}],
        "resources": [
            {"name": "article", "path": "article.txt", "mediatype": "text/plain", **_bytes(folder / "article.txt")},
            *(_resource(coding, name) for name in TABLES if name in coding.records),
        ],
    }


def _sound(folder: Path) -> Coding:
    coding = read_coding(folder)
    problems = check(coding)
    if any(p.level == "error" for p in problems):
        raise ProblemsError(problems)
    return coding


def _resource(coding: Coding, name: str) -> dict[str, Any]:
    path = coding.folder / f"{name}.csv"
    return {
        "name": name,
        "type": "table",
        "path": path.name,
        "description": " ".join((TABLES[name].__doc__ or "").split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_bytes(path),
        "schema": {
            "fields": [_field(name, column) for column in coding.headers[name]],
            "primaryKey": ["id"],
            "foreignKeys": _foreign_keys(coding, name),
        },
    }


def _bytes(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"bytes": len(data), "hash": f"sha256:{sha256(data)}"}


def _field(table: str, column: str) -> dict[str, Any]:
    info = TABLES[table].model_fields[column]
    vocabulary = fields_with(table, f.Vocabulary).get(column)
    numbers = fields_with(table, f.Numbers).get(column)
    kind = TYPES.get(info.annotation, "string")
    constraints: dict[str, Any] = {}
    if info.is_required() and type(None) not in get_args(info.annotation):
        constraints["required"] = True
    if column == "id":
        constraints["unique"] = True
    if vocabulary:
        values = list(VOCABULARIES[vocabulary.name])
        whole = all(value.lstrip("-").isdigit() for value in values)
        kind, constraints["enum"] = ("integer", list(map(int, values))) if whole else ("string", values)
    if numbers:
        kind, constraints["enum"] = "integer", list(numbers.allowed)
    for part in info.metadata:
        if hasattr(part, "ge"):
            constraints["minimum"] = part.ge
    if pattern := _pattern(table, column):
        constraints["pattern"] = pattern
    found = {"name": column, "type": kind, "description": _description(table, column), "constraints": constraints}
    if kind == "boolean":
        found |= {"trueValues": ["true", "True", "TRUE"], "falseValues": ["false", "False", "FALSE"]}
    return {key: value for key, value in found.items() if value}


def _pattern(table: str, column: str) -> str:
    """The pattern of a single-valued cell; a list's is that of its parts, which a Table Schema cannot say."""
    info = TABLES[table].model_fields[column]
    if column in fields_with(table, f.ListOf):
        return ""
    parts = [*info.metadata, *(m for arg in get_args(info.annotation) for m in getattr(arg, "__metadata__", ()))]
    nested = [m for part in parts for m in [part, *getattr(part, "metadata", ())]]
    return next((m.pattern for m in nested if getattr(m, "pattern", None)), "")


def _description(table: str, column: str) -> str:
    """The definition's own words, then what the kind of field says."""
    said = [TABLES[table].model_fields[column].description or ""]
    if vocabulary := fields_with(table, f.Vocabulary).get(column):
        words = VOCABULARIES[vocabulary.name].items()
        said.append("; ".join(f"{value}: {definition}" for value, definition in words) + ".")
    if span := fields_with(table, f.SpanOf).get(column):
        said.append(f"Words that stand verbatim in `{span.sentence}`; pieces joined by ' [...] '; #n for the n-th.")
    if reference := fields_with(table, f.Reference).get(column):
        said.append(f"Refers to {' or '.join(reference.tables)}.")
    if column in fields_with(table, f.ListOf):
        said.append("Several values are parted by |.")
    return " ".join(filter(None, said))


def _foreign_keys(coding: Coding, name: str) -> list[dict[str, Any]]:
    """For single-valued references into one table that the case holds; a range of sentences is none."""
    keys = []
    for column, kind in fields_with(name, f.Reference).items():
        single = column not in fields_with(name, f.ListOf) and kind.tables != ("sentences",)
        if single and len(kind.tables) == 1 and kind.tables[0] in coding.records and column in coding.headers[name]:
            target = "" if kind.tables[0] == name else kind.tables[0]
            keys.append({"fields": [column], "reference": {"resource": target, "fields": ["id"]}})
    return keys
