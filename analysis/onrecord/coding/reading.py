"""From a case's folder to its coding as written: article, records, rows, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from onrecord.coding.records import Record, no_file, read_records
from onrecord.coding.regions import Regions
from onrecord.coding.rows import read_row
from onrecord.coding.spans import CodedSpan, coded_spans
from onrecord.coding.storing.files import LOG, RECORD
from onrecord.coding.storing.recovering import recover
from onrecord.coding.tables import TABLES, Actor, RecordedSentence, Row, Statement, UnreadableError
from onrecord.problems import Problem, ProblemsError
from onrecord.source.anchoring import Span
from onrecord.source.article import Article
from onrecord.source.article_file import read_article
from onrecord.source.guarded import link_problems, read_guarded
from onrecord.source.reading import read_text, sha256

IN_EVERY_CASE = "every case holds its article"
DESCRIBED = "restore it from version control, or make the case anew under another id with `onrecord new`"
NO_TEXT = frozenset({"E-TEXT-ENCODING", "E-TEXT-EMPTY"})  # problems that leave nothing to find words in


@dataclass(eq=False)
class Coding:
    """A case as written, for the checks.

    `records` are the lines of each table that could be read, under its `headers`; `rows` are the same as far as
    their cells can be read: asking for what is unreadable raises UnreadableError, which passes a rule over.
    """

    folder: Path
    article: Article | None = None  # None: unreadable
    text: str | None = None  # None: unreadable
    sha256: str = ""  # of the article's bytes, '' where there are none
    headers: dict[str, list[str]] = field(default_factory=dict)
    records: dict[str, list[Record]] = field(default_factory=dict)
    rows: dict[str, list[tuple[int, Row]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def described(self) -> Article:
        """What article.yml says; raises UnreadableError where it cannot be read."""
        if self.article is None:
            raise UnreadableError("article.yml")
        return self.article

    @property
    def narrator(self) -> str:
        """The publisher's id in `actors`; raises UnreadableError without an article.yml."""
        return self.described.publisher.actor

    @property
    def text_changed(self) -> bool:
        """Whether the article is another than the one that was coded."""
        return self.article is not None and self.sha256 not in ("", self.article.sha256)

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids that each table gives."""
        return {name: {record.cells["id"] for record in records} - {""} for name, records in self.records.items()}

    def lines(self) -> Iterator[tuple[str, Record]]:
        """Every line that could be read, behind the name of its table, in the order of the codebook."""
        return ((name, record) for name, records in self.records.items() for record in records)

    def table(self, name: str) -> list[tuple[int, Any]]:
        """The rows of `name` with their numbers (the first is 2); none where the table is absent."""
        return self.rows.get(name, [])

    def actor(self, actor: str) -> Actor:
        """The actor of that id; raises UnreadableError where there is none."""
        return self._row("actors", actor)

    def statement(self, statement: str) -> Statement:
        """The statement of that id; raises UnreadableError where there is none."""
        return self._row("statements", statement)

    def sentence(self, sentence: str) -> RecordedSentence:
        """The sentence of that id; raises UnreadableError where there is none."""
        return self._row("sentences", sentence)

    def _row(self, table: str, row: str) -> Any:
        try:
            return self._by_id[table][row]
        except KeyError:
            raise UnreadableError(f"{table} {row}") from None

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Row]]:
        return {name: {row.read("id"): row for _, row in rows if row.has("id")} for name, rows in self.rows.items()}

    @cached_property
    def _regions(self) -> Regions:
        sentences = [row for _, row in self.table("sentences") if row.has("id", "start", "end", "text")]
        return Regions(sentences, self.text)

    @property
    def anchoring_text(self) -> str:
        """The text that spans are found in: the article, or the recorded sentences where it is not theirs."""
        return self._regions.text

    @property
    def regions(self) -> dict[str, Span]:
        """Where each sentence lies in `anchoring_text`."""
        return self._regions.spans

    def region(self, cell: str) -> Span | None:
        """Where the sentence or range of sentences `cell` lies, or None where it names none."""
        return self._regions.span(cell)

    @cached_property
    def spans(self) -> list[CodedSpan]:
        """Every coded span, found or not, in the order of tables, rows and columns."""
        return list(coded_spans(self.records, self._regions))

    @cached_property
    def places(self) -> dict[tuple[str, str], list[Span]]:
        """Where the words of a row's column stand, by (row id, column); a span that is not found is left out."""
        return {(found.record.cells["id"], found.field): found.pieces for found in self.spans if found.pieces}


def read_coding(folder: Path) -> Coding:
    """Read `folder`; problems of reading are in the result's `problems`. Raises nothing for bad content.

    A change to it that was cut short is finished first.
    """
    recover(folder)
    coding = Coding(folder)
    _read_text(coding)
    _read_article(coding)
    for name in TABLES:
        _read_table(coding, name)
    for name in (LOG, RECORD):
        coding.problems += link_problems(folder / name)
    return coding


def _read_text(coding: Coding) -> None:
    data = _bytes(coding.folder / "article.txt", IN_EVERY_CASE, coding.problems)
    if data is not None:
        text, found = read_text(data, "article.txt")
        coding.sha256 = sha256(data)
        coding.text = None if NO_TEXT.intersection(p.code for p in found) else text
        coding.problems += found


def _read_article(coding: Coding) -> None:
    data = _bytes(coding.folder / "article.yml", DESCRIBED, coding.problems)
    if data is not None:
        coding.article, found = read_article(data)
        coding.problems += found


def _read_table(coding: Coding, name: str) -> None:
    table = read_records(coding.folder, name, coding.problems)
    if table is None:
        return
    coding.headers[name], coding.records[name] = table
    rows = coding.rows[name] = []
    for record in table.records:
        row, found = read_row(name, record)
        rows.append((record.number, row))
        coding.problems += found


def _bytes(path: Path, remedy: str, problems: list[Problem]) -> bytes | None:
    try:
        return read_guarded(path)
    except FileNotFoundError:
        problems.append(no_file(path, remedy))
    except ProblemsError as error:
        problems += error.problems
    return None
