"""A case as a Data Package: its tables with their schemas, made from the tables' definitions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic.fields import FieldInfo

from onrecord.coding.checks import sound
from onrecord.coding.fields import ListOf, Reference, SpanOf, Vocabulary
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.storing.writing import write_whole
from onrecord.coding.tables import TABLES, allowed, fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.source.reading import sha256

LICENCE = "The licence of this project covers its code, not the article, whose rights are its publisher's."
VERBATIM = (
    "Cells are kept verbatim: one that starts with =, +, -, @, a tab or a carriage return may run as a formula where a"
    " spreadsheet opens the file; import the columns as text."
)
TYPES = {int: "integer", bool: "boolean"}  # any other is a string
TRUTH = {"trueValues": ["true", "True", "TRUE"], "falseValues": ["false", "False", "FALSE"]}

Json = dict[str, Any]  # an object of the descriptor, whose values the specification leaves open


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


def datapackage(folder: Path, coding: Coding | None = None) -> Json:
    """The descriptor of the case in `folder` (Data Package, Table Schema); raises ProblemsError while it has errors."""
    coding = coding or _sound(folder)
    article = coding.described
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
    sound(coding)
    return coding


def _resource(coding: Coding, name: str) -> Json:
    path = coding.folder / f"{name}.csv"
    return {
        "name": name,
        "type": "table",
        "path": path.name,
        "description": TABLES[name].meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_bytes(path),
        "schema": _schema(coding, name),
    }


def _bytes(path: Path) -> Json:
    data = path.read_bytes()
    return {"bytes": len(data), "hash": f"sha256:{sha256(data)}"}


def _schema(coding: Coding, name: str) -> Json:
    return {
        "fields": [_field(name, column) for column in coding.headers[name]],
        "primaryKey": ["id"],
        "foreignKeys": _foreign_keys(coding, name),
    }


def _field(table: str, column: str) -> Json:
    kind = _type(table, column)
    found = {
        "name": column,
        "type": kind,
        "description": _description(table, column),
        "constraints": _constraints(table, column),
        **(TRUTH if kind == "boolean" else {}),
    }
    return {key: value for key, value in found.items() if value}


def _type(table: str, column: str) -> str:
    """The type of a closed column is that of its values."""
    closed, annotation = allowed(table, column), TABLES[table].model_fields[column].annotation
    return next((name for kind, name in TYPES.items() if kind in (annotation, *map(type, closed))), "string")


def _constraints(table: str, column: str) -> Json:
    info = TABLES[table].model_fields[column]
    found = {
        "required": (info.is_required() and type(None) not in get_args(info.annotation)) or None,
        "unique": column == "id" or None,
        "enum": list(allowed(table, column)) or None,
        "minimum": _bound(info, "ge"),
        # a list's pattern is that of its parts, which a Table Schema cannot say
        "pattern": None if column in fields_with(table, ListOf) else _bound(info, "pattern"),
    }
    return {name: value for name, value in found.items() if value is not None}


def _bound(info: FieldInfo, name: str) -> Any:
    """What the definition says under `name`, ``ge`` or ``pattern``; None where it says nothing."""
    inside = [part for argument in get_args(info.annotation) for part in getattr(argument, "__metadata__", ())]
    parts = [one for part in (*info.metadata, *inside) for one in (part, *getattr(part, "metadata", ()))]
    return next((getattr(part, name) for part in parts if getattr(part, name, None) is not None), None)


def _description(table: str, column: str) -> str:
    """The definition's own words, then what the kind of field says."""
    own = TABLES[table].model_fields[column].description or ""
    parted = "Several values are parted by |." if column in fields_with(table, ListOf) else ""
    said = (own, _values(table, column), _verbatim(table, column), _refers(table, column), parted)
    return " ".join(filter(None, said))


def _values(table: str, column: str) -> str:
    vocabulary = fields_with(table, Vocabulary).get(column)
    return _defined(VOCABULARIES[vocabulary.name]) if vocabulary else ""


def _defined(vocabulary: Mapping[str, str]) -> str:
    return "; ".join(f"{value}: {definition}" for value, definition in vocabulary.items()) + "."


def _verbatim(table: str, column: str) -> str:
    span = fields_with(table, SpanOf).get(column)
    if span is None:
        return ""
    return f"Words that stand verbatim in `{span.sentence}`; pieces joined by ' [...] '; #n for the n-th."


def _refers(table: str, column: str) -> str:
    reference = fields_with(table, Reference).get(column)
    return f"Refers to {' or '.join(reference.tables)}." if reference else ""


def _foreign_keys(coding: Coding, name: str) -> list[Json]:
    """For single-valued references into one table that the case holds; a range of sentences is none."""
    lists = fields_with(name, ListOf)
    single = {c: kind.tables for c, kind in fields_with(name, Reference).items() if c not in lists}
    into_one = {c: tables[0] for c, tables in single.items() if len(tables) == 1 and tables != ("sentences",)}
    return [
        {"fields": [column], "reference": {"resource": "" if table == name else table, "fields": ["id"]}}
        for column, table in into_one.items()
        if table in coding.records and column in coding.headers[name]
    ]
