"""From a case's folder to its coding as written: article, records, rows, and every problem met on the way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.coding.changing.recovering import recover
from onrecord.coding.records import Record, no_file, read_records
from onrecord.coding.rows import read_row
from onrecord.coding.tables import TABLES, Row, UnreadableError
from onrecord.problems import Problem, problem
from onrecord.source.anchoring import Span
from onrecord.source.article import Article
from onrecord.source.article_file import read_article
from onrecord.source.reading import read_text, sha256

if TYPE_CHECKING:
    from onrecord.coding.spans import CodedSpan

DESCRIBED = "restore it from version control, or make the case anew under another id with `onrecord new`"


@dataclass(eq=False)
class Coding:
    """A case as written, for the checks.

    `records` are the lines of each table that could be read, under its `headers`; `rows` are the same as far as
    their cells can be read: asking for what is unreadable raises UnreadableError, which passes a rule over.
    """

    folder: Path
    article: Article | None  # None: unreadable
    text: str | None  # None: unreadable
    sha256: str  # of the article's bytes, '' where there are none
    headers: dict[str, list[str]]
    records: dict[str, list[Record]]
    rows: dict[str, list[tuple[int, Row]]]
    problems: list[Problem]

    @property
    def text_changed(self) -> bool:
        """Whether the article is another than the one that was coded."""
        return bool(self.article and self.sha256) and self.sha256 != self.article.sha256

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids that each table gives."""
        return {name: {record.cells["id"] for record in records} - {""} for name, records in self.records.items()}

    def table(self, name: str) -> list[tuple[int, Any]]:
        """The rows of `name` with their numbers; none where the table is absent."""
        return self.rows.get(name, [])

    def row(self, table: str, row_id: str) -> Any:
        """The row of that id; raises UnreadableError where there is none."""
        if row_id not in self._by_id[table]:
            raise UnreadableError(f"{table} {row_id}")
        return self._by_id[table][row_id]

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Row]]:
        found: dict[str, dict[str, Row]] = defaultdict(dict)
        for name, rows in self.rows.items():
            found[name] = {row.id: row for _, row in rows if "id" in row.__dict__}
        return found

    @property
    def narrator(self) -> str:
        """The publisher's id in `actors`; raises UnreadableError without an article.yml."""
        if self.article is None:
            raise UnreadableError("article.yml")
        return self.article.publisher.actor

    @cached_property
    def _sentences(self) -> list[Any]:
        """The sentences whose place and text can be read."""
        wanted = {"id", "start", "end", "text"}
        return [row for _, row in self.table("sentences") if wanted <= row.__dict__.keys()]

    @cached_property
    def sentences_stand(self) -> bool:
        """Whether every recorded sentence stands in the article where it says."""
        return self.text is not None and all(self.text[row.start : row.end] == row.text for row in self._sentences)

    @cached_property
    def anchoring_text(self) -> str:
        """The text that spans are found in: the article, or the recorded sentences where it is not theirs."""
        return self.text if self.sentences_stand else "\n".join(row.text for row in self._sentences)

    @cached_property
    def regions(self) -> dict[str, Span]:
        """Where each sentence lies in `anchoring_text`."""
        if self.sentences_stand:
            return {row.id: Span(row.start, row.end) for row in self._sentences}
        found, at = {}, 0
        for row in self._sentences:
            found[row.id] = Span(at, at + len(row.text))
            at += len(row.text) + 1
        return found

    def region(self, cell: str) -> Span | None:
        """Where the sentence or range of sentences `cell` lies, or None where it names none."""
        first, _, last = cell.partition("-")
        start, end = self.regions.get(first), self.regions.get(last or first)
        return Span(start.start, end.end) if start and end and start.start <= end.start else None

    @cached_property
    def spans(self) -> list[CodedSpan]:
        """Every coded span, found or not, in the order of tables, rows and columns."""
        from onrecord.coding.spans import coded_spans

        return list(coded_spans(self))

    @cached_property
    def places(self) -> dict[tuple[str, str], list[Span]]:
        """Where the words of a row's column stand, by (row id, column); a span that is not found is left out."""
        return {(found.record.cells["id"], found.field): found.pieces for found in self.spans if found.pieces}


def read_coding(folder: Path) -> Coding:
    """Read `folder`; problems of reading are in the result's `problems`. Raises nothing for bad content.

    A change to it that was cut short is finished first.
    """
    recover(folder)
    problems: list[Problem] = []
    text, digest = None, ""
    data = _read(folder / "article.txt", "every case holds its article", problems)
    if data is not None:
        text, found = read_text(data, "article.txt")
        digest, problems = sha256(data), problems + found
        text = None if any(p.code in ("E-TEXT-ENCODING", "E-TEXT-EMPTY") for p in found) else text
    article = None
    data = _read(folder / "article.yml", DESCRIBED, problems)
    if data is not None:
        article, found = read_article(data)
        problems += found
    coding = Coding(folder, article, text, digest, {}, {}, {}, problems)
    for name in TABLES:
        table = read_records(folder, name, problems)
        if table is not None:
            read = [(record.number, *read_row(name, record)) for record in table.records]
            coding.headers[name], coding.records[name] = table
            coding.rows[name] = [(number, row) for number, row, _ in read]
            problems += [p for _, _, found in read for p in found]
    return coding


def _read(path: Path, remedy: str, problems: list[Problem]) -> bytes | None:
    if not path.is_file():
        problems.append(no_file(path, remedy))
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        found = f"not readable: {error.strerror}"
        problems.append(problem("E-FILE", path.name, found=found, remedy="look at the file's permissions"))
        return None
