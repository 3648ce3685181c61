"""What a word means in the codebook: a rule, a table, a column, a vocabulary or a value, or several of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.coding.codebook.entries import (
    ARTICLE,
    EVERY,
    Column,
    RuleEntry,
    Section,
    TableEntry,
    ValueEntry,
    VocabularyEntry,
    sections,
    table_entries,
    vocabularies,
)
from onrecord.coding.tables import TABLES
from onrecord.problems import ProblemsError, problem

AnyEntry = Section | RuleEntry | TableEntry | Column | VocabularyEntry | ValueEntry


def entries_for(word: str) -> list[AnyEntry]:
    """All that `word` names, in capitals or not; raises ProblemsError, E-CODEBOOK, where it names nothing."""
    folded = word.strip().casefold()
    found = [entry for name, entry in _named() if name.casefold() == folded]
    if not found:
        raise ProblemsError([problem("E-CODEBOOK", found=word, remedy=_nearest(folded))])
    return list(dict.fromkeys(found))


def _nearest(folded: str) -> str:
    import difflib

    written = {name.casefold(): name for name, _ in _named()}
    close = [repr(written[name]) for name in difflib.get_close_matches(folded, written)]
    return f"did you mean {' or '.join(close)}?" if close else "`onrecord codebook` prints what it holds"


@cache
def _named() -> tuple[tuple[str, AnyEntry], ...]:
    """Each name that something goes by, with what it names; a column's names lead to its vocabulary too."""
    return (*_rules(), *_tables(), *_vocabularies())


def _rules() -> Iterator[tuple[str, AnyEntry]]:
    for section in sections():
        yield section.number, section
        yield from ((rule.id, rule) for rule in section.rules)


def _tables() -> Iterator[tuple[str, AnyEntry]]:
    for table in table_entries():
        yield table.name, table
        yield from ((name, column) for column in table.columns for name in _names(column))
    yield f"{ARTICLE}.yml", table_entries()[0]


def _names(column: Column) -> list[str]:
    owners = TABLES if column.table == EVERY else [column.table]
    return [column.name, *(f"{table}.{column.name}" for table in owners)]


def _vocabularies() -> Iterator[tuple[str, AnyEntry]]:
    by_name = {vocabulary.name: vocabulary for vocabulary in vocabularies()}
    columns = [column for table in table_entries() for column in table.columns if column.vocabulary]
    yield from by_name.items()
    yield from ((name, by_name[column.vocabulary]) for column in columns for name in _names(column))
    values = [value for vocabulary in by_name.values() for value in vocabulary.values]
    yield from ((name, value) for value in values for name in (value.name, f"{value.vocabulary}.{value.name}"))
