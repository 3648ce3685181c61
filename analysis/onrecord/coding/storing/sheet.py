"""A table's file, edited row by row: every row that no decision touches keeps its bytes and its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from onrecord.problems import ProblemsError, problem

Cells = dict[str, str]
FIRST = 2  # the first record's number, as a spreadsheet shows it
BYTE_ORDER_MARK = "\ufeff"  # of byte order


def same(one: Cells | None, other: Cells | None) -> bool:
    """Whether two rows hold the same; an empty cell and a column that the table lacks are the same."""
    if one is None or other is None:
        return one is other
    return filled(one) == filled(other)


def filled(cells: Cells) -> Cells:
    """The cells that hold something."""
    return {column: cell for column, cell in cells.items() if cell}


class _Line(NamedTuple):
    raw: str  # as it stands in the file, without its line end
    cells: Cells

    def without(self, last: str) -> _Line:
        """The line without its last column."""
        cells = {column: cell for column, cell in self.cells.items() if column != last}
        return _Line(_shortened(self.raw, cells.values()), cells)


class Sheet:
    """The rows of one table's file by id, in the order of the file.

    Raises ProblemsError where the file is not readable as a table with one `id` column.
    """

    def __init__(self, data: bytes, file: str):
        records = _read(data, file)
        (head, self.header), *rest = records
        self._bom = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK.encode()) else ""
        self._end = "\r\n" if head.endswith("\r\n") else "\n"
        self._closed = records[-1][0].endswith(("\n", "\r"))
        self._head = head.rstrip("\r\n")
        self._lines = [_Line(raw.rstrip("\r\n"), dict(zip(self.header, cells, strict=False))) for raw, cells in rest]
        self._file = file

    @classmethod
    def of(cls, path: Path) -> Sheet:
        """The sheet of a file."""
        try:
            return cls(path.read_bytes(), path.name)
        except OSError as error:
            raise _unreadable(path.name, str(error.strerror)) from None

    @property
    def records(self) -> list[Cells]:
        """The cells of every row, in the order of the file."""
        return [line.cells for line in self._lines]

    @property
    def rows(self) -> dict[str, Cells]:
        """The cells of each row by its id; of an id that stands twice, the first."""
        found: dict[str, Cells] = {}
        for cells in self.records:
            if cells.get("id"):
                found.setdefault(cells["id"], cells)
        return found

    @property
    def ids(self) -> dict[int, str]:
        """Record number -> id."""
        return {number: line.cells.get("id", "") for number, line in enumerate(self._lines, FIRST)}

    def number(self, row: str) -> int:
        """The record number of the row `row`; raises ProblemsError unless its id stands once."""
        found = [number for number, name in self.ids.items() if name == row]
        if len(found) != 1:
            what = f"the id {row!r} stands {len(found)} times" if found else f"there is no row {row!r} any more"
            raise _unreadable(self._file, what, "reload the case and look at the file")
        return found[0]

    def put(self, row: str, cells: Cells | None, at: int | None = None) -> None:
        """Let the row `row` hold `cells`, or be gone (None); a new row stands last, or has the record number `at`.

        A column that the table lacks is added behind the others.
        """
        if cells is None:
            del self._lines[self.number(row) - FIRST]
            return
        line = self._line(cells)
        if row in self.ids.values():
            self._lines[self.number(row) - FIRST] = line
        else:
            self._lines.insert(len(self._lines) if at is None else max(0, at - FIRST), line)

    def _line(self, cells: Cells) -> _Line:
        self._widen([column for column in cells if column not in self.header])
        full = {column: cells.get(column, "") for column in self.header}
        return _Line(_written(full.values()), full)

    def narrow(self, columns: Iterable[str]) -> None:
        """Take away those last columns that are among `columns` and empty in every row: a decision had added them."""
        columns = set(columns)
        while self.header[-1] in columns and not any(line.cells.get(self.header[-1]) for line in self._lines):
            column = self.header.pop()
            self._head = _shortened(self._head, self.header)
            self._lines = [line.without(column) if column in line.cells else line for line in self._lines]

    def data(self) -> bytes:
        """The file's bytes."""
        lines = [self._head, *(line.raw for line in self._lines)]
        return (self._bom + self._end.join(lines) + (self._end if self._closed else "")).encode()

    def _widen(self, columns: list[str]) -> None:
        for column in columns:
            self.header.append(column)
            self._head += "," + column
            full = len(self.header) - 1
            self._lines = [
                _Line(line.raw + ",", {**line.cells, column: ""}) if len(line.cells) == full else line
                for line in self._lines
            ]


def _read(data: bytes, file: str) -> list[tuple[str, list[str]]]:
    """The records, the header first; raises ProblemsError."""
    try:
        records = list(_records(data.decode("utf-8").removeprefix(BYTE_ORDER_MARK)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(file, str(error)) from None
    header = records[0][1] if records else []
    if header.count("id") != 1 or len(set(header)) < len(header):
        raise _unreadable(file, "its header does not name each column once, `id` among them")
    return records


def _records(text: str) -> Iterable[tuple[str, list[str]]]:
    """Each record of a CSV as it stands and as cells."""
    lines = list(io.StringIO(text, newline=""))
    reader, before = csv.reader(lines, strict=True), 0
    for cells in reader:
        yield "".join(lines[before : reader.line_num]), cells
        before = reader.line_num


def _written(cells: Iterable[str]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="").writerow(cells)
    return file.getvalue()


def _shortened(raw: str, cells: Iterable[str]) -> str:
    """`raw` without its last cell; `cells` are those that stay."""
    head, _, last = raw.rpartition(",")
    return _written(cells) if '"' in last else head


def _unreadable(file: str, what: str, remedy: str = "mend the file first; nothing was saved") -> ProblemsError:
    return ProblemsError([problem("E-FILE", file, found=what, remedy=remedy)])
