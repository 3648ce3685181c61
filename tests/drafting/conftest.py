"""Drafts of invented texts."""

import datetime

import pytest
from onrecord.drafting.reading.heads import heads
from onrecord.drafting.rows.tables import tables
from onrecord.source.sentences import split

PUBLISHED = datetime.date(2023, 6, 9)  # a Friday


def drafted_rows(text):
    return tables(text, split(text, *heads(text)), narrator="paper", published=PUBLISHED).rows


def attributed_rows(text):
    return [row for row in drafted_rows(text)["statements"] if row["attribution"] == "attributed"]


@pytest.fixture
def rows():
    """Text → its drafted rows by table."""
    return drafted_rows


@pytest.fixture
def attributed():
    """Text → its attributed statements."""
    return attributed_rows


@pytest.fixture
def one():
    """Text → its only attributed statement."""

    def found(text):
        (row,) = attributed_rows(text)
        return row

    return found


@pytest.fixture
def speakers():
    """Text → the speakers of its attributed statements, in order."""
    return lambda text: [row["speaker"] for row in attributed_rows(text)]
