"""The rows of a draft and the tables of a case."""

from dataclasses import fields

import pytest
from onrecord.coding.tables import columns
from onrecord.drafting.rows import row

TABLES = {
    "actors": row.ActorRow,
    "issues": row.IssueRow,
    "statements": row.StatementRow,
    "positions": row.PositionRow,
    "mentions": row.MentionRow,
    "places": row.PlaceRow,
    "dates": row.DateRow,
}


@pytest.mark.parametrize(("table", "made"), TABLES.items())
def test_a_drafted_row_has_columns_of_its_table(table, made):
    """A field of another name would never be written."""
    assert {field.name for field in fields(made)} <= set(columns(table))
