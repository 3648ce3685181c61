"""From a case's folder to its coding as written: article, records, and every problem met on the way."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from analysis.coding import fields as f
from analysis.coding.tables import CORE, TABLES, Row, fields_with
from analysis.problems import Problem, nearest, problem
from analysis.source.anchoring import Span
from analysis.source.article import Article
from analysis.source.reading import read_text, sha256


class Record(NamedTuple):
    """One line of a table as written: its number (header 1, first record 2) and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass
class Coding:
    """A case as written, for the checks: nothing here is trusted but what `rows` holds."""

    folder: Path
    article: Article | None
    text: str | None  # None: unreadable
    text_changed: bool
    records: dict[str, list[Record]]
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def rows(self) -> dict[str, list[tuple[int, Row]]]:
        """The well-formed rows of each table, with their numbers."""
        return {name: list(_well_formed(TABLES[name], records)) for name, records in self.records.items()}

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids each table gives, well-formed row or not, so that one bad cell does not break its references."""
        return {name: {r.cells.get("id", "") for r in records} - {""} for name, records in self.records.items()}

    def table(self, name: str) -> list[tuple[int, Any]]:
        """The well-formed rows of `name`; none where the table is absent."""
        return self.rows.get(name, [])

    @cached_property
    def by_id(self) -> dict[str, Any]:
        """Every well-formed row of the case by its id."""
        return {row.id: row for rows in self.rows.values() for _, row in rows}

    @cached_property
    def regions(self) -> dict[str, Span]:
        """Where each sentence lies in `anchoring_text`."""
        return {row.id: Span(row.start, row.end) for _, row in self.table("sentences") if row.start <= row.end}

    @cached_property
    def anchoring_text(self) -> str:
        """The text that spans are found in: the article, or the recorded sentences while the article is not theirs."""
        if self.text is not None and not self.text_changed:
            return self.text
        laid = [" "] * max((span.end for span in self.regions.values()), default=0)
        for _, row in self.table("sentences"):
            laid[row.start : row.start + len(row.text)] = row.text
        return "".join(laid)

    def region(self, cell: str) -> Span | None:
        """Where the sentence or range of sentences `cell` lies, or None where it names none."""
        first, _, last = cell.partition("-")
        start, end = self.regions.get(first), self.regions.get(last or first)
        return Span(start.start, end.end) if start and end and start.start <= end.start else None


def read_coding(folder: Path) -> Coding:
    """Read `folder`; problems of reading are in the result's `problems`. Raises nothing for bad content."""
    problems: list[Problem] = []
    article = _read_article(folder, problems)
    text, changed = _read_text(folder, article, problems)
    records = {name: _read_table(folder, name, problems) for name in TABLES}
    present = {name: found for name, found in records.items() if found is not None}
    coding = Coding(folder, article, text, changed, present, problems)
    for name, found in present.items():
        for record in found:
            problems += _ill_formed(name, record)
    return coding


def _read_article(folder: Path, problems: list[Problem]) -> Article | None:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    path = folder / "article.yml"
    if not path.is_file():
        problems.append(_no_file(path, "every case has one; `onrecord new` writes it"))
        return None
    try:
        raw = YAML(typ="safe", pure=True).load(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(path.name, error))
        return None
    except (YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        found = " ".join(str(getattr(error, "problem", None) or error).split())[:200]
        problems.append(
            problem(
                "E-YAML",
                path.name,
                mark and mark.line + 1,
                found=f"not readable as YAML: {found}",
                remedy="put texts with a colon or a # in quotes, and indent with blanks",
            )
        )
        return None
    if not isinstance(raw, dict):
        problems.append(
            problem(
                "E-YAML",
                path.name,
                found=f"holds {type(raw).__name__}, not keys and values",
                remedy="write `key: value` lines",
            )
        )
        return None
    try:
        return Article(**_given(raw))
    except (ValidationError, TypeError) as error:
        problems += _article_problems(error, path.name)
        return None


def _given(raw: dict[Any, Any]) -> dict[str, Any]:
    """`raw` without empty entries, which mean: not given."""
    found = {str(key): value for key, value in raw.items() if value is not None}
    return {key: _given(value) if isinstance(value, dict) else value for key, value in found.items()}


def _article_problems(error: Exception, file: str) -> Iterator[Problem]:
    if not isinstance(error, ValidationError):
        yield problem("E-YAML", file, found=str(error), remedy="write `key: value` lines")
        return
    for item in error.errors(include_url=False, include_context=False):
        name = ".".join(map(str, item["loc"]))
        remedy = {
            "missing": "add the key",
            "extra_forbidden": nearest(name, Article.model_fields, "keys"),
        }.get(item["type"], f"found {item['input']!r}")
        yield problem("E-YAML", file, None, name, found=_lower_first(item["msg"]), remedy=remedy)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _read_text(folder: Path, article: Article | None, problems: list[Problem]) -> tuple[str | None, bool]:
    path = folder / "article.txt"
    if not path.is_file():
        problems.append(_no_file(path, "every case holds its article"))
        return None, False
    data = path.read_bytes()
    text, found = read_text(data, path.name)
    problems += found
    if any(p.code in ("E-TEXT-ENCODING", "E-TEXT-EMPTY") for p in found):
        return None, False
    return text, bool(article) and sha256(data) != article.sha256


def _read_table(folder: Path, name: str, problems: list[Problem]) -> list[Record] | None:
    """The records of a table; None where the file is not there or cannot be read."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        if name in CORE:
            problems.append(_no_file(path, "the core tables of a case are " + ", ".join(CORE)))
        return None
    try:
        lines = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(path.name, error))
        return None
    except csv.Error as error:
        problems.append(
            problem(
                "E-FILE",
                path.name,
                found=f"not readable as CSV: {error}",
                remedy="quote cells that hold commas, quote marks or line ends",
            )
        )
        return None
    header = lines[0] if lines else []
    if _header_problems(name, header, path.name, problems):
        return None
    return list(_records(header, lines[1:], path.name, problems))


def _header_problems(name: str, header: list[str], file: str, problems: list[Problem]) -> bool:
    """Adds what is wrong with the columns; True where the table cannot be read without what is missing."""
    model = TABLES[name]
    missing = [column for column, info in model.model_fields.items() if info.is_required() and column not in header]
    problems += [problem("E-COLUMN-MISSING", file, 1, column, expected=column) for column in missing]
    for column in header:
        if column not in model.model_fields:
            remedy = nearest(column, model.model_fields, "columns")
            problems.append(problem("E-COLUMN-EXTRA", file, 1, column, found=column, remedy=remedy))
    for column in sorted({column for column in header if header.count(column) > 1}):
        problems.append(problem("E-COLUMN-EXTRA", file, 1, column, found=column, remedy="it stands twice; keep one"))
    return bool(missing) and "id" in missing


def _records(header: list[str], lines: list[list[str]], file: str, problems: list[Problem]) -> Iterator[Record]:
    for number, cells in enumerate(lines, 2):
        if not cells:  # a blank line is nobody's row
            continue
        if len(cells) != len(header):
            problems.append(
                problem(
                    "E-ROW",
                    file,
                    number,
                    found=len(cells),
                    expected=len(header),
                    remedy="quote cells that hold commas, and leave no cell out",
                )
            )
        yield Record(number, dict(zip(header, cells, strict=False)))


def _cells(model: type[Row], record: Record) -> dict[str, Any]:
    """What pydantic reads: empty cells are absent where the field has a default, else None."""
    cells: dict[str, Any] = {}
    for name, cell in record.cells.items():
        info = model.model_fields.get(name)
        if info and (cell or info.is_required()):
            cells[name] = cell or None
    return cells


def _well_formed(model: type[Row], records: list[Record]) -> Iterator[tuple[int, Row]]:
    for record in records:
        try:
            yield record.number, model(**_cells(model, record))
        except ValidationError:
            continue


def _ill_formed(name: str, record: Record) -> Iterator[Problem]:
    """What is wrong with single cells of a record; a missing column is said once, for the header."""
    model, file = TABLES[name], f"{name}.csv"
    try:
        model(**_cells(model, record))
    except ValidationError as error:
        for item in error.errors(include_url=False):
            column = str(item["loc"][0])
            if column not in record.cells:
                continue
            yield _cell_problem(name, file, record, column, item)


def _cell_problem(name: str, file: str, record: Record, column: str, item: Any) -> Problem:
    cell = record.cells[column]
    where = (file, record.number, column)
    vocabulary = fields_with(name, f.Vocabulary).get(column)
    allowed = item.get("ctx", {}).get("expected", "").replace("'", "").replace(" or ", ", ")
    if not cell:
        return problem(
            "E-EMPTY", *where, remedy=f"one of: {allowed}" if vocabulary and allowed else "every row needs it"
        )
    if item["type"] == "literal_error":
        return problem("E-ENUM", *where, found=cell, expected=allowed)
    if item["type"].startswith("bool"):
        return problem("E-ENUM", *where, found=cell, expected="true, false")
    prefix = fields_with(name, f.Key).get(column)
    if prefix is not None:
        return problem(
            "E-VALUE",
            *where,
            found=cell,
            expected="an id of this table",
            remedy=f"start with {prefix.prefix!r}, go on in letters, digits and dashes"
            if prefix.prefix
            else "use letters, digits and dashes",
        )
    pattern = item.get("ctx", {}).get("pattern")
    return problem(
        "E-VALUE",
        *where,
        found=cell,
        expected=f"of the form {pattern}" if pattern else _lower_first(item["msg"]),
        remedy=TABLES[name].model_fields[column].description or "see the codebook",
    )


def _no_file(path: Path, remedy: str) -> Problem:
    return problem("E-FILE", path.name, found=f"there is no {path.name} in {path.parent.name}", remedy=remedy)


def _not_utf8(file: str, error: UnicodeDecodeError) -> Problem:
    byte = error.object[error.start]
    return problem(
        "E-TEXT-ENCODING",
        file,
        offset=error.start,
        found=f"0x{byte:02X} is not UTF-8",
        remedy="save the file as UTF-8",
    )
