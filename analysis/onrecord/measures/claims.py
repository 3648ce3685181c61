"""What an article claims, a row a claim, and which claims come first. `prose/how_chosen.py` prints these rules.

A claim is a counted statement. What confirms an event joins the claim of that event; statements of one speaker on one
issue, of one kind and in one sentence are one claim. An event without a counted statement is a claim of its own. Of a
draft, what the program gave to no sure source is left out: it may be somebody's; so is the headline, which sums up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from onrecord.measures.counted import counted
from onrecord.measures.draft import is_draft, is_drafted
from onrecord.measures.sentences import place_of, sentences_of

if TYPE_CHECKING:
    from onrecord.coding.case import Case

TABLE_ROWS = 12  # claims in the table of a brief
BRIEF_WORDS = 40  # of a claim; a longer one opens no briefing while there is a shorter one

# kind of claim -> the speech acts that make it; the order in which a table holds them
ACTS = {
    "reported": ("report", "confirm"),
    "planned": ("announce",),
    "stated": ("assert", "justify", "gloss", "predict"),
    "asked": ("demand", "urge", "offer"),
    "denied": ("deny", "deny_intent"),
    "feared": ("warn", "express_concern", "threaten"),
    "accused": ("accuse", "blame"),
}
KINDS = tuple(ACTS)
_BY_STATUS = {
    "asserted": "reported",
    "presupposed": "reported",
    "planned": "planned",
    "denied": "denied",
    "denied_intention": "denied",
    "alleged": "accused",
    "hypothetical": "feared",
}
ADVERSE = ("denied", "feared", "accused", "asked")
_COMING = ("feared", "accused", "planned", "asked")  # what a second sentence tells, in this order
_MOST_COMING, _MOST_DENIED = 3, 2


@dataclass(frozen=True)
class Claimed:
    """One claim: its statements (the first one leads; none for an event alone), who confirms it, and its event."""

    kind: str
    statements: tuple[str, ...]
    confirming: tuple[str, ...]
    event: str | None
    place: int

    @property
    def rows(self) -> tuple[str, ...]:
        """All rows that it rests on."""
        return (*self.statements, *self.confirming) or ((self.event,) if self.event else ())


def claims(case: Case) -> list[Claimed]:
    """Every claim of the case, in text order."""
    groups: dict[Any, list[str]] = {}
    confirming: dict[str, list[str]] = {}
    events = _events(case)
    rows = counted(case)
    opened: dict[str, Any] = {}
    for statement in sorted(rows.index, key=lambda row: place_of(case, rows.at[row, "sentence"])):
        row, event = rows.loc[statement], events.get(statement)
        if is_drafted(case, statement) and (row["attribution"] != "attributed" or _is_headline(case, row["sentence"])):
            continue
        if row["speech_act"] == "confirm" and event in opened and case.events.at[event, "confirmation"] != "none":
            confirming.setdefault(opened[event], []).append(statement)
            continue
        key = (row["speaker"], row["issue"], row["sentence"], _kind(case, statement))
        lead = groups.setdefault(statement if pd.isna(row["issue"]) else key, [])
        lead.append(statement)
        opened.setdefault(event or statement, lead[0])
    told = [_claimed(case, found, confirming.get(found[0], []), events.get(found[0])) for found in groups.values()]
    return sorted([*told, *_of_events_alone(case, rows.index)], key=lambda one: one.place)


def _is_headline(case: Case, cell: str) -> bool:
    """A draft takes for words what a headline only sums up."""
    return "headline" in set(case.sentences.loc[sentences_of(case, cell), "role"])


def _claimed(case: Case, statements: list[str], confirming: list[str], event: str | None) -> Claimed:
    place = place_of(case, case.statements.at[statements[0], "sentence"])
    return Claimed(_kind(case, statements[0]), tuple(statements), tuple(confirming), event, place)


def _of_events_alone(case: Case, told: Iterable[str]) -> Iterator[Claimed]:
    known = set(told)
    for event, row in case.events.iterrows():
        if known.isdisjoint(row["statements"]) and row["status"] != "presupposed":
            yield Claimed(_BY_STATUS[row["status"]], (), (), str(event), place_of(case, row["sentence"]))


def _events(case: Case) -> dict[str, str]:
    """Statement -> its event: one that it tells of, before what it takes for granted or only supposes."""
    found: dict[str, str] = {}
    for aside in (False, True):
        for event, row in case.events.iterrows():
            if (row["status"] in ("presupposed", "hypothetical")) == aside:
                for statement in row["statements"]:
                    found.setdefault(statement, str(event))
    return found


def _kind(case: Case, statement: str) -> str:
    """By its act; who rejects a proposition denies; the publisher's own assertions are reports."""
    row = case.statements.loc[statement]
    if row["attribution"] == "narrator":
        return "stated" if row["speech_act"] in ("gloss", "predict") else "reported"
    if statement in _rejecting(case):
        return "denied"
    return next(kind for kind, acts in ACTS.items() if row["speech_act"] in acts)


def _rejecting(case: Case) -> set[str]:
    return _evidence(case.positions[(case.positions["basis"] == "self_stated") & (case.positions["stance"] < 0)])


def _evidence(positions: pd.DataFrame) -> set[str]:
    return {statement for found in positions["evidence"] for statement in found}


def leading_claims(case: Case, most: int = TABLE_ROWS) -> list[Claimed]:
    """The claims for a table of `most` rows, in the order of `by_kind`."""
    return by_kind(case, _in_order(case, claims(case))[:most])


def by_kind(case: Case, found: Iterable[Claimed]) -> list[Claimed]:
    """By kind and then in text order; of a draft, whose sentences point at each other, in text order alone."""
    drafted = is_draft(case)
    return sorted(found, key=lambda one: (0 if drafted else KINDS.index(one.kind), one.place))


def _in_order(case: Case, found: Sequence[Claimed]) -> list[Claimed]:
    """Those that carry a position first, then on matters that these leave open, then adverse acts and what is to come
    before routine, then others before the publisher; within each, the voices in turn."""
    carrying = _evidence(case.positions[case.positions["basis"] == "self_stated"])
    carried = [one for one in found if not carrying.isdisjoint(one.rows)]
    covered = {issue for one in carried for issue in _issues(case, one)}

    def rank(one: Claimed) -> tuple[bool, ...]:
        carries = not carrying.isdisjoint(one.rows)
        again = not carries and not covered.isdisjoint(_issues(case, one))
        return not carries, again, _is_routine(case, one), not _has_a_source(case, one)

    heard: Counter[tuple[Any, ...]] = Counter()
    turns = {}
    for one in found:
        voice = (rank(one), _root(case, one))
        turns[one] = heard[voice]
        heard[voice] += 1
    return sorted(found, key=lambda one: (*rank(one), turns[one], one.place))


def _issues(case: Case, one: Claimed) -> set[str]:
    return set(case.statements.loc[list(one.statements), "issue"].dropna())


def _is_routine(case: Case, one: Claimed) -> bool:
    """Neither adverse nor about what is to come; the publisher's words that judge are adverse."""
    rows = case.statements.loc[list(one.statements)]
    adverse = (
        one.kind in ADVERSE or (rows["target_valence"] < 0).any() or (rows["narrator_stance"] == "evaluates").any()
    )
    return not (adverse or one.kind == "planned" or (rows["time_referred"] == "future").any())


def _has_a_source(case: Case, one: Claimed) -> bool:
    return bool((case.statements.loc[list(one.statements), "attribution"] == "attributed").any())


def _root(case: Case, one: Claimed) -> str:
    """The state or body that speaks; the publisher for an event alone."""
    return case.root(case.statements.at[one.statements[0], "speaker"]) if one.statements else case.narrator


def bottom_line_claims(case: Case) -> list[list[Claimed]]:
    """The claims of three sentences at most: what is reported; feared, accused, planned or asked; denied.

    Where no event is coded, the first may be what is stated.
    """
    found = [one for one in claims(case) if one.statements]
    reported = _first_reported(case, found)
    coming = _spread(case, found, _COMING, reported)[:_MOST_COMING]
    denied = [one for one in _by_brevity(case, found) if one.kind == "denied"]
    roots: dict[str, Claimed] = {}
    for one in denied:
        roots.setdefault(_root(case, one), one)
    return [sentence for sentence in (reported, coming, list(roots.values())[:_MOST_DENIED]) if sentence]


def _first_reported(case: Case, found: Sequence[Claimed]) -> list[Claimed]:
    """A confirmed report before others, a source's before the publisher's, what is no history first; else what somebody
    states."""
    reports = [one for one in found if one.kind == "reported"] or [one for one in found if one.kind == "stated"]

    def order(one: Claimed) -> tuple[bool, ...]:
        return _is_long(case, one), not one.confirming, _is_history(case, one), not _has_a_source(case, one)

    return [min(reports, key=lambda one: (*order(one), one.place))] if reports else []


def _is_history(case: Case, one: Claimed) -> bool:
    return one.event is not None and "historical" in case.events.at[one.event, "plover_context"]


def _spread(case: Case, found: Sequence[Claimed], kinds: Sequence[str], before: Sequence[Claimed]) -> list[Claimed]:
    """The first claim of each kind, of the voice that was told least so far."""
    told = Counter(case.root(case.statements.at[row, "speaker"]) for one in before for row in one.rows)
    chosen = []
    for kind in kinds:
        of_kind = [one for one in _by_brevity(case, found) if one.kind == kind]
        if of_kind:
            chosen.append(min(of_kind, key=lambda one: (*_brevity(case, one), told[_root(case, one)])))
            told[_root(case, chosen[-1])] += 1
    return chosen


def _by_brevity(case: Case, found: Sequence[Claimed]) -> list[Claimed]:
    """Sourced ones, short ones first, in text order."""
    return sorted(found, key=lambda one: (*_brevity(case, one), one.place))


def _brevity(case: Case, one: Claimed) -> tuple[bool, bool]:
    return not _has_a_source(case, one), _is_long(case, one)


def _is_long(case: Case, one: Claimed) -> bool:
    return len(str(case.statements.at[one.statements[0], "content_text"]).split()) > BRIEF_WORDS
