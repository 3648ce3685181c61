"""Who claims what, as what, and when: the one table of a situation brief."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.claims import KINDS, Claimed, claims, leading_claims
from onrecord.wording.citations import cites
from onrecord.wording.claimed_words import UNTIMED, Voices, claim_time, claim_words, said_as
from onrecord.wording.drafted import drafted_as
from onrecord.wording.naming import counted_word
from onrecord.wording.table import Table

_COLUMNS = ("Claim", "Who", "Said as", "When", "Where")


def claims_table(case: Case, whole: bool = False) -> Table:
    """The leading claims, and in the last row how many more the annex has; the `whole` table has all of them."""
    every = claims(case)
    shown = sorted(every, key=lambda one: (KINDS.index(one.kind), one.place)) if whole else leading_claims(case)
    caption = "All claims in the article’s words" if whole else "Claims in the article’s words"
    none = drafted_as(case, "no statement with a source", "Nothing is coded yet that anybody claims.")
    return Table(caption, *_columns(case, shown, _rest(len(every) - len(shown))), empty=none)


def _columns(case: Case, shown: Sequence[Claimed], rest: str) -> tuple[Sequence[str], Sequence[Sequence[str | Markup]]]:
    """Heads and rows; a column of times only where there is one."""
    voices = Voices(case)
    rows = [_row(case, one, voices) for one in shown]
    timed = any(row[3] != UNTIMED for row in rows)
    kept = [at for at in range(len(_COLUMNS)) if timed or at != 3]
    last = [[rest, *[""] * (len(kept) - 1)]] if rest else []
    return [_COLUMNS[at] for at in kept], [*([row[at] for at in kept] for row in rows), *last]


def _row(case: Case, one: Claimed, voices: Voices) -> list[str | Markup]:
    return [claim_words(case, one), voices.of(one), said_as(case, one), claim_time(case, one), cites(case, one.rows)]


def _rest(number: int) -> str:
    return f"{counted_word(number)} more in the annex".capitalize() if number else ""
