"""The definitions of the tables: what a type checker reads off them is what is read from a cell."""

from __future__ import annotations

from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pandas as pd
import pytest
from onrecord.coding.case import Case, TableFrame, open_case
from onrecord.coding.fields import ListOf, Numbers, Reference, SpanOf, Vocabulary
from onrecord.coding.tables import TABLES, UnreadableError, allowed, columns, fields_with, table_of
from onrecord.coding.vocabularies import VOCABULARIES

KINDS = (Vocabulary, Numbers, Reference, SpanOf)
COLUMNS = [(table, column) for table, model in TABLES.items() for column in model.model_fields]
MARKED = [
    (table, column, kind) for table in TABLES for kinds in KINDS for column, kind in fields_with(table, kinds).items()
]


def type_of(table: str, column: str) -> object:
    """The type of a column's values, None aside."""
    hint = get_type_hints(TABLES[table])[column]
    if get_origin(hint) in (Union, UnionType):
        [hint] = [part for part in get_args(hint) if part is not type(None)]
    return get_origin(hint) or hint


@pytest.mark.parametrize(("table", "column", "kind"), MARKED, ids=lambda value: getattr(value, "name", str(value)))
def test_the_type_is_that_of_what_is_read(table: str, column: str, kind: object):
    """int for whole numbers, tuple for a list, else str."""
    closed = allowed(table, column)
    expected = tuple if column in fields_with(table, ListOf) else type(closed[0]) if closed else str
    assert type_of(table, column) is expected, kind


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_column_has_a_plain_type(table: str, column: str):
    """Nothing is read but text, whole numbers, truth and lists."""
    assert type_of(table, column) in (str, int, bool, tuple)


def test_kinds_name_what_there_is():
    """Vocabularies of the codebook, tables of a case, columns of the row; a list of spans is a list."""
    for table, column, kind in MARKED:
        if isinstance(kind, Vocabulary):
            assert kind.name in VOCABULARIES
            assert tuple(map(str, kind.allowed)) == tuple(VOCABULARIES[kind.name])
        elif isinstance(kind, Reference):
            assert set(kind.tables) <= TABLES.keys()
        elif isinstance(kind, SpanOf):
            assert kind.sentence in columns(table)
            assert kind.many == (column in fields_with(table, ListOf))


def test_a_table_is_known_by_its_class():
    """table_of is TABLES the other way round."""
    assert {name: table_of(model) for name, model in TABLES.items()} == {name: name for name in TABLES}


def test_a_row_tells_an_unread_cell_from_a_wrong_name():
    """UnreadableError for a field whose cell was not read, AttributeError for what is no field."""
    row = TABLES["issues"].model_construct(id="iss-1")
    del row.__dict__["note"]
    assert row.has("id")
    assert not row.has("id", "note")
    assert (row.read("id"), row.read("note"), row.read("note", otherwise="")) == ("iss-1", None, "")
    with pytest.raises(UnreadableError):
        row.note  # noqa: B018
    with pytest.raises(AttributeError) as caught:
        row.notes  # noqa: B018
    assert not isinstance(caught.value, UnreadableError)


def test_a_case_declares_and_offers_every_table(case):
    """What a type checker and completion read off the class are the tables, in order; each is a data frame."""
    assert [name for name, what in vars(Case).items() if isinstance(what, TableFrame)] == list(TABLES)
    opened = open_case(case.folder)
    assert set(TABLES) <= set(dir(opened))
    assert all(isinstance(getattr(opened, name), pd.DataFrame) for name in TABLES)
    with pytest.raises(AttributeError, match="no attribute 'statement'"):
        opened.statement  # noqa: B018
