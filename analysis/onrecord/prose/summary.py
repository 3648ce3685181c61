"""What two codings of one article share, in a few sentences."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.measures.agreement.span_f1 import span_f1
from onrecord.measures.frames import joined, named_rows
from onrecord.wording.claim import Prose, claim, note, only_note, paragraph
from onrecord.wording.naming import listed, times, words
from onrecord.wording.undecided_rows import NONE_DECIDED, counted_line, followed_part

FLOORS = (0.8, 0.667)  # customary (Krippendorff): good enough to rest on, and for tentative conclusions
_HOW = (
    "Rows match when their words overlap by four fifths or more within one sentence; actors and issues are aligned "
    f"by the spans they share. Customary floors of alpha are {FLOORS[0]:.2f} and {FLOORS[1]:.3f} for tentative use."
)


def summary(alignment: Alignment) -> Prose:
    """Statements found by both, fields below the customary floors or hardly varied, how many differences there are."""
    counted = counted_line(alignment)
    if counted == NONE_DECIDED:
        return only_note(counted)
    found = span_f1(alignment).set_index("table").loc["statements"]
    if not found["matched"]:
        nothing = "No statement was found by both coders, so nothing else can be compared."
        return only_note(" ".join(filter(None, [counted, nothing])))
    differ = f"They differ on {times(len(disagreements(alignment)), 'point')}{followed_part(alignment)}"
    claims = [
        claim(alignment.a, _both(found), found["rows"]),
        *_below_floor(alignment, found["rows"]),
        *_says_little(alignment, found["rows"]),
        claim(alignment.a, differ, found["rows"]),
    ]
    return Prose((paragraph(*claims), note(" ".join(filter(None, [counted, _HOW])))))


def _both(found: pd.Series) -> str:
    both = f"Both coders found {found['matched']} statements, of {found['n_a']} that A and {found['n_b']} that B coded"
    return f"{both} (F1 {found['f1']:.2f})"


def _below_floor(alignment: Alignment, matched: tuple[str, ...]) -> list[Markup]:
    """The fields whose alpha is below the floor, or that none is; nothing where no field has an alpha that counts."""
    alphas = field_alpha(alignment).dropna(subset="alpha")
    alphas = alphas[alphas["caution"] == ""]
    weak = alphas[alphas["alpha"] < FLOORS[0]]
    if len(weak):
        return [
            claim(alignment.a, f"Alpha is below {FLOORS[0]:.2f} for {_named(weak)}", joined(weak["rows"]) or matched)
        ]
    if len(alphas):
        return [claim(alignment.a, f"Alpha is {FLOORS[0]:.2f} or more for every field that has one", matched)]
    return []


def _says_little(alignment: Alignment, matched: tuple[str, ...]) -> list[Markup]:
    """The fields that differ and hardly vary: their plain agreement, since alpha swings from end to end by a row."""
    found = field_alpha(alignment)
    scarce = found[(found["caution"] != "") & (found["agreed"] < found["n"])]
    if scarce.empty:
        return []
    named = listed([f"{words(f.field)} ({f.table}, {f.agreed} of {f.n} the same)" for f in named_rows(scarce)])
    return [
        claim(alignment.a, f"Values hardly vary, so alpha says little, for {named}", joined(scarce["rows"]) or matched)
    ]


def _named(fields: pd.DataFrame) -> str:
    return listed([f"{words(row.field)} ({row.table}, {row.alpha:.2f})" for row in named_rows(fields)])
