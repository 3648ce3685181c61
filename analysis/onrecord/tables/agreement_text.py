"""How far two codings agree, for a terminal."""

from __future__ import annotations

import pandas as pd

from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.measures.agreement.span_f1 import span_f1
from onrecord.wording.undecided_rows import NONE_DECIDED, counted_line, followed_part


def agreement_text(alignment: Alignment) -> str:
    """Rows found, the fields that differ, how many differences; parted by blank lines."""
    head = [f"A: {alignment.a.id}   B: {alignment.b.id}", *_one_case(alignment)]
    counted = counted_line(alignment)
    if counted == NONE_DECIDED:
        return "\n".join([*head, counted])
    count = len(disagreements(alignment))
    lines = [
        *head,
        *filter(None, [counted]),
        "",
        _columns(span_f1(alignment)),
        "",
        *_fields(field_alpha(alignment)),
        f"{count} difference{'' if count == 1 else 's'}{followed_part(alignment)}",
    ]
    return "\n".join(lines)


def _one_case(alignment: Alignment) -> list[str]:
    a, b = alignment.a, alignment.b
    same = a.folder == b.folder and alignment.decided is None
    return ["A and B are one case: this compares a coding with itself."] if same else []


def _fields(alphas: pd.DataFrame) -> tuple[str, str]:
    """The fields that differ, and how many do not."""
    differ = _remarked(alphas[alphas["agreed"] < alphas["n"]])
    same = int((alphas["n"] > 0).sum()) - len(differ)
    number = f"{same}{' more' if len(differ) else ''} {'field is' if same == 1 else 'fields are'}"
    return (
        _columns(differ) if len(differ) else "No field differs.",
        f"{number} the same on every row that both found.",
    )


def _remarked(alphas: pd.DataFrame) -> pd.DataFrame:
    """Reason and caution in one column: a field has one of them at most."""
    return alphas.assign(remark=alphas["reason"] + alphas["caution"]).drop(columns=["reason", "caution"])


def _columns(frame: pd.DataFrame) -> str:
    return frame.drop(columns="rows").to_string(index=False, float_format="%.2f", na_rep="")
