"""Who claims what, as what, and when: the one table of a situation brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.claims import Claimed, by_kind, claims, leading_claims
from onrecord.measures.draft import is_drafted
from onrecord.measures.sentences import sentences_of
from onrecord.wording.citations import cites
from onrecord.wording.claimed_words import UNTIMED, Voices, claim_time, claim_words, said_as
from onrecord.wording.drafted import drafted_as
from onrecord.wording.in_full import in_full, stands_before
from onrecord.wording.naming import counted_word
from onrecord.wording.table import Table

_COLUMNS = ("Claim", "Who", "Said as", "When", "Where")


def claims_table(case: Case, whole: bool = False) -> Table:
    """The leading claims, and in the last row how many more the annex has; the `whole` table has all of them."""
    every = claims(case)
    shown = by_kind(case, every) if whole else leading_claims(case)
    caption = "All claims in the article’s words" if whole else "Claims in the article’s words"
    none = drafted_as(case, "no statement with a source", "Nothing is coded yet that anybody claims.")
    return Table(caption, *_columns(case, shown, _rest(len(every) - len(shown))), empty=none)


def _columns(case: Case, shown: Sequence[Claimed], rest: str) -> tuple[Sequence[str], Sequence[Sequence[str | Markup]]]:
    """Heads and rows; a column of times only where there is one."""
    voices = Voices(case)
    joined = _joined(case, shown)
    rows = [_row(case, one, voices, above) for above, one in zip([None, *joined], joined, strict=False)]
    timed = any(row[3] != UNTIMED for row in rows)
    kept = [at for at in range(len(_COLUMNS)) if timed or at != 3]
    last = [[rest, *[""] * (len(kept) - 1)]] if rest else []
    return [_COLUMNS[at] for at in kept], [*([row[at] for at in kept] for row in rows), *last]


def _row(case: Case, one: Claimed, voices: Voices, above: Claimed | None) -> list[str | Markup]:
    words = claim_words(case, one) + _points(case, one, voices, above)
    return [words, voices.of(one), said_as(case, one), claim_time(case, one), cites(case, one.rows)]


def _points(case: Case, one: Claimed, voices: Voices, above: Claimed | None) -> Markup:
    """What a drafted claim points back to."""
    if not one.statements or not is_drafted(case, one.statements[0]):
        return Markup("")
    return stands_before(case, one.statements[0], above.statements if above else (), voices.is_first(one))


def _joined(case: Case, shown: Iterable[Claimed]) -> list[Claimed]:
    """Drafted claims of one sentence, or of sentences that overlap, stand in one row where these are printed whole."""
    found: list[Claimed] = []
    for one in shown:
        both = (*found[-1].statements, *one.statements) if found else ()
        if found and _overlap(case, found[-1], one) and in_full(case, both):
            found[-1] = replace(found[-1], statements=both)
        else:
            found.append(one)
    return found


def _overlap(case: Case, one: Claimed, other: Claimed) -> bool:
    left, right = ({sentence for row in of.statements for sentence in _places(case, row)} for of in (one, other))
    return not left.isdisjoint(right)


def _places(case: Case, statement: str) -> list[str]:
    return sentences_of(case, case.statements.at[statement, "sentence"])


def _rest(number: int) -> str:
    return f"{counted_word(number)} more in the annex".capitalize() if number else ""
