"""Every difference of two codings, with both readings next to the sentence."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.frames import named_rows
from onrecord.wording.citations import cites
from onrecord.wording.naming import capital, words
from onrecord.wording.propositions import coders_text
from onrecord.wording.quoting import verbatim
from onrecord.wording.table import Table


def disagreements_table(alignment: Alignment) -> Table:
    """One difference a row; a sentence where there is none."""
    return Table(
        "Every difference",
        ["What", "A reads", "B reads", "Sentence"],
        [_difference(alignment.a, row) for row in named_rows(disagreements(alignment))],
        empty="The two codings do not differ.",
    )


def _difference(case: Case, row: Any) -> list[str | Markup]:
    readings = [_reading(case, reading) for reading in (row.reading_a, row.reading_b)]
    return [f"{capital(row.table)}: {_what(row)}", *readings, _sentence(case, row)]


def _what(row: Any) -> str:
    return f"only {'A' if row.b is None else 'B'} has this row" if row.field is None else words(row.field)


def _reading(case: Case, reading: str | None) -> str:
    return "none" if reading is None else words(coders_text(case, reading)).replace("B:", "B’s own ")


def _sentence(case: Case, row: Any) -> Markup:
    """The sentence verbatim, cited where A has the row; for a row of B alone the sentence is named."""
    link = cites(case, [row.a]) if row.a is not None else f"[{row.sentence}]"
    return Markup("{} {}").format(verbatim("", row.text), link)
