"""What the codebook holds: sections with their rules, tables with their columns, vocabularies with their values."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.coding.codebook.forms import form_of, vocabulary_of
from onrecord.coding.tables import TABLES, Row
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.problems import CATALOGUE

EVERY = "every table"  # the columns that all tables have
ARTICLE = "article"  # the keys of article.yml
_MEANING = {ARTICLE: "What article.yml says of the article and of its coding.", EVERY: Row.meaning}


@dataclass(frozen=True)
class RuleEntry:
    """One rule: what to do, why (where that is not plain), and an example. Texts are Markdown."""

    id: str
    title: str
    text: str
    example: str
    why: str = ""


@dataclass(frozen=True)
class Section:
    """A section of the codebook and its rules, in their order."""

    number: str
    title: str
    text: str
    rules: tuple[RuleEntry, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: what it means, the form of its cells, the vocabulary that they are from ("" for none)."""

    table: str
    name: str
    meaning: str
    form: str
    vocabulary: str

    @property
    def path(self) -> str:
        """``statements.certainty``; the bare name where every table has it."""
        return self.name if self.table == EVERY else f"{self.table}.{self.name}"


@dataclass(frozen=True)
class TableEntry:
    """A table and its own columns, in the order of a file."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class ValueEntry:
    """An allowed value of a vocabulary."""

    vocabulary: str
    name: str
    definition: str


@dataclass(frozen=True)
class VocabularyEntry:
    """A vocabulary, its values in their order, and the paths of the columns that hold them."""

    name: str
    values: tuple[ValueEntry, ...]
    used_in: tuple[str, ...]


@cache
def sections() -> tuple[Section, ...]:
    """The sections in their order."""
    return tuple(_section(**section) for section in tomllib.loads(_read("rules.toml"))["section"])


def _section(number: str, title: str, text: str, rule: list[dict[str, str]] | None = None) -> Section:
    rules = (RuleEntry(**{field: words.strip() for field, words in one.items()}) for one in rule or ())
    return Section(number, title, text.strip(), tuple(rules))


@cache
def table_entries() -> tuple[TableEntry, ...]:
    """The tables of a case, with `article.yml` before them and the columns that all have behind them."""
    columns = list(_columns())
    return tuple(_table(name, columns) for name in (ARTICLE, *TABLES, EVERY))


def _table(name: str, columns: Iterable[Column]) -> TableEntry:
    return TableEntry(name, _meaning(name), tuple(column for column in columns if column.table == name))


def _columns() -> Iterator[Column]:
    lines = _read("columns.csv").splitlines()
    return (_column(**read) for read in csv.DictReader(lines))


def _column(table: str, column: str, vocabulary: str, meaning: str) -> Column:
    model = Row if table == EVERY else TABLES.get(table)
    return Column(table, column, meaning, form_of(model, column), vocabulary or vocabulary_of(model, column))


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _meaning(table: str) -> str:
    return _MEANING.get(table) or TABLES[table].meaning


@cache
def vocabularies() -> tuple[VocabularyEntry, ...]:
    """The vocabularies in their order."""
    return tuple(_vocabulary(name, values) for name, values in VOCABULARIES.items())


def _vocabulary(name: str, values: dict[str, str]) -> VocabularyEntry:
    used = (column.path for table in table_entries() for column in table.columns if column.vocabulary == name)
    return VocabularyEntry(name, tuple(ValueEntry(name, *one) for one in values.items()), tuple(used))


def demands(cited: str) -> dict[str, str]:
    """What a program checks of the rule or section `cited`: the code of the problem to the words of the rule in it."""
    marks = (f"rule {cited}: ", f"section {cited}: ")
    return {code: said.split(mark)[1] for code, said in CATALOGUE.items() for mark in marks if mark in said}
