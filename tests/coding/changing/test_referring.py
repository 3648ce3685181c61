"""Who refers to whom is read off the table definitions: every column that does is found, and followed."""

from typing import Annotated, get_args

import pytest
from onrecord.coding import tables as definitions
from onrecord.coding.changing.edits import Edits, by_id
from onrecord.coding.changing.mending import reject
from onrecord.coding.changing.merging import merge_into
from onrecord.coding.changing.referring import (
    columns_naming,
    lists_alone,
    name_instead,
    references_of,
    references_to,
    renamed,
    take_row_away,
    unnamed,
)
from onrecord.coding.fields import AnyRow, Key, ListOf, Reference
from onrecord.coding.tables import TABLES, Row, fields_with


def marked(part, found):
    """Every annotation in a field's type."""
    found += getattr(part, "__metadata__", ())
    for inner in get_args(part):
        marked(inner, found)
    return found


def referring_columns():
    """(table, column, named table) of every column that refers to rows, by the definitions of the models alone."""
    for table, model in TABLES.items():
        for column, info in model.model_fields.items():
            for mark in [*info.metadata, *marked(info.annotation, [])]:
                named = mark.tables if isinstance(mark, Reference) else TABLES if isinstance(mark, AnyRow) else ()
                yield from ((table, column, one) for one in named)


COLUMNS = list(referring_columns())


def test_the_definitions_name_many_columns():
    """The tests below are about these."""
    assert {("statements", "speaker", "actors"), ("notes", "ref", "events")} <= {*COLUMNS}
    assert len(COLUMNS) > 50


@pytest.mark.parametrize(("table", "column", "named"), COLUMNS)
def test_a_column_that_refers_is_found_and_renamed(table, column, named):
    """Alone in its cell, and between others where it is a list or a range."""
    between = columns_naming(table, named)[column].between
    cells = {"id": "row-1", column: f"S90{between}old{between}S91" if between else "old"}
    edits = Edits(by_id({table: [cells]}))
    assert (named, "old") in set(references_of(table, cells))
    assert [(r.table, r.id, r.column) for r in references_to(edits, named, "old")] == [(table, "row-1", column)]
    assert renamed(table, cells, named, {"old": "new"}) == cells | {column: cells[column].replace("old", "new")}
    assert renamed(table, cells, named, {"other": "new"}) == cells
    name_instead(edits, "merge", named, "old", "new")
    assert edits.cells(table, "row-1") == cells | {column: cells[column].replace("old", "new")}
    if table != named:
        assert unnamed(named, {named: [{"id": "old"}, {"id": "more"}], table: [cells]}) == {"more"}


@pytest.mark.parametrize(("table", "column", "named"), [one for one in COLUMNS if one[2] != "sentences"])
@pytest.mark.parametrize("loses", [reject, lambda *words: take_row_away(*words, lists_alone)], ids=["mended", "alone"])
def test_nothing_names_a_row_that_is_gone(table, column, named, loses):
    """A row that named it goes as well, or names it no more."""
    cells = dict.fromkeys(TABLES[table].model_fields, "") | {"id": "row-1", column: "old"}
    gone = dict.fromkeys(TABLES[named].model_fields, "") | {"id": "old"}
    rows = {named: [gone], table: [cells]} if table != named else {table: [gone, cells]}
    edits = Edits(by_id(rows))
    loses(edits, "reject", named, "old")
    assert edits.row(named, "old") is None
    assert list(references_to(edits, named, "old")) == []


def test_a_column_that_the_codebook_gains_is_followed(monkeypatch):
    """`founder` of an issue is found, renamed and emptied, though no line but its definition knows it."""

    class Issue(definitions.Issue):
        founder: Annotated[str, Reference("actors")] | None = None
        heirs: Annotated[tuple[str, ...], Reference("actors"), ListOf()] = ()

    monkeypatch.setitem(TABLES, "issues", Issue)
    kinds = {name: definitions._kinds(field) for name, field in Issue.model_fields.items()}
    monkeypatch.setitem(definitions._KINDS, "issues", kinds)
    issue = {"id": "iss-1", "founder": "a", "heirs": "a|b"}
    actors = [{"id": name, "name": name, "aliases": ""} for name in "abc"]
    assert set(references_of("issues", issue)) == {("actors", "a"), ("actors", "b")}
    assert renamed("issues", issue, "actors", {"a": "z"}) == issue | {"founder": "z", "heirs": "z|b"}
    assert unnamed("actors", {"actors": actors, "issues": [issue]}) == {"c"}
    edits = Edits(by_id({"actors": actors, "issues": [issue]}))
    reject(edits, "reject", "actors", "a")
    assert edits.cells("issues", "iss-1") == issue | {"founder": "", "heirs": "b"}
    edits = Edits(by_id({"actors": actors, "issues": [issue]}))
    merge_into(edits, "actors", "a", "b")
    assert edits.cells("issues", "iss-1") == issue | {"founder": "b", "heirs": "b"}


def test_a_cell_that_must_name_somebody_takes_its_row_with_it():
    """By the definition: required, and empty is not allowed."""
    required = {(t, c) for t in TABLES for c, naming in columns_naming(t).items() if naming.required}
    assert {("statements", "speaker"), ("relations", "source"), ("mentions", "entity")} <= required
    assert not {("statements", "issue"), ("statements", "date"), ("events", "place"), ("tensions", "left")} & required


def test_every_table_has_its_own_id_and_row_names_none():
    """What every table has refers to nothing."""
    assert not columns_naming("sentences")
    assert all(fields_with(table, Key).keys() == {"id"} for table in TABLES)
    assert not {column for _, column, _ in COLUMNS} & set(Row.model_fields)
