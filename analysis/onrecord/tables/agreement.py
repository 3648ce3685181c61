"""How far two codings agree, as tables: rows found by both, agreement field by field, every difference."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.measures.agreement.span_f1 import span_f1
from onrecord.wording.citations import cites
from onrecord.wording.naming import capital, plain, words
from onrecord.wording.table import Table


def rows_found_table(alignment: Alignment) -> Table:
    """Rows of each coding, rows found by both (spans overlap by .8 or more), F1."""
    numbers = ["A", "B", "Both", "F1"]
    return Table(
        "Rows found by A, by B and by both",
        ["Table", *numbers],
        [
            [
                capital(row.table),
                str(row.n_a),
                str(row.n_b),
                str(row.matched),
                "" if pd.isna(row.f1) else f"{row.f1:.2f}",
            ]
            for row in span_f1(alignment).itertuples()
        ],
        frozenset(numbers),
    )


def fields_table(alignment: Alignment) -> Table:
    """Krippendorff's alpha of each field on which they differ, with n and its interval, or why there is none."""
    numbers = ["Rows", "Same", "Alpha", "95 % interval"]
    found = field_alpha(alignment)
    return Table(
        "Agreement on the fields that differ, over the rows that both found",
        ["Field", "Scale", *numbers],
        [_field(row) for row in found[found["agreed"] < found["n"]].itertuples()],
        frozenset(numbers),
        empty="On the rows that both found, no field differs.",
    )


def _field(row: tuple) -> list[str]:
    alpha, interval = (f"{row.alpha:.2f}", f"{row.low:.2f} to {row.high:.2f}") if not row.reason else ("", row.reason)
    return [f"{capital(words(row.field))} ({row.table})", row.level, str(row.n), str(row.agreed), alpha, interval]


def disagreements_table(alignment: Alignment) -> Table:
    """Every difference with both readings next to the sentence."""
    found = disagreements(alignment)
    return Table(
        "Every difference",
        ["What", "A reads", "B reads", "Sentence"],
        [_difference(alignment.a, row) for row in found.itertuples()],
        empty="The two codings do not differ.",
    )


def _difference(case: Case, row: tuple) -> list[str | Markup]:
    if row.field is None:
        what = f"{capital(row.table)}: only {'A' if row.b is None else 'B'} has this row"
    else:
        what = f"{capital(row.table)}: {words(row.field)}"
    readings = [_reading(case, reading) for reading in (row.reading_a, row.reading_b)]
    return [what, *readings, _sentence(case, row)]


def _reading(case: Case, reading: str | None) -> str:
    return "none" if reading is None else words(plain(case, reading)).replace("B:", "B’s own ")


def _sentence(case: Case, row: tuple) -> Markup:
    """The sentence verbatim, cited where A has the row; for a row of B alone the sentence is named."""
    shown = Markup('<q class="verbatim">{}</q>').format(row.text)
    link = cites(case, [row.a]) if row.a is not None else f"[{row.sentence}]"
    return Markup("{} {}").format(shown, link)


def agreement_text(alignment: Alignment) -> str:
    """The same for a terminal: rows found, the fields that differ, how many differences."""
    found = span_f1(alignment).drop(columns="rows")
    alphas = field_alpha(alignment)
    differ = alphas[alphas["agreed"] < alphas["n"]].drop(columns="rows")
    same = int((alphas["n"] > 0).sum()) - len(differ)
    fields = differ.to_string(index=False, float_format="%.2f", na_rep="") if len(differ) else "No field differs."
    count = len(disagreements(alignment))
    a, b = alignment.a, alignment.b
    one = a.folder == b.folder or (a.id, a.coding_sha256) == (b.id, b.coding_sha256)  # the second: of two drafts
    fields_same = f"{same}{' more' if len(differ) else ''} {'field is' if same == 1 else 'fields are'} the same"
    return "\n".join(
        [
            f"A: {a.id}   B: {b.id}",
            *(["A and B are one case: this compares a coding with itself."] if one else []),
            "",
            found.to_string(index=False, float_format="%.2f", na_rep=""),
            "",
            fields,
            f"{fields_same} on every row that both found.",
            f"{count} difference{'' if count == 1 else 's'}",
        ]
    )
