"""Who reports an event, who confirms it, and its PLOVER code (rules E3, E4, E6)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Event

_NOT_YET = ("planned", "hypothetical", "denied_intention")
_AUXILIARY = {"hypothetical": "hypothetical", "denied": "negation"}


@rule("E-RULE-E3", Event)
def a_confirmation_is_a_second_voice(coding: Coding, row: Event) -> Breaches:
    """A confirmation needs two reporters, and an event that has happened."""
    if row.confirmation == "none":
        return
    if row.status in _NOT_YET:
        yield "confirmation", f"the event is {row.status}, yet confirmed ({row.confirmation})"
    if len(set(row.reported_by)) < 2:
        yield "confirmation", f"confirmed ({row.confirmation}), but only {row.reported_by[0]!r} reports it"


@rule("E-RULE-E4", Event)
def reporters_are_all_the_speakers(coding: Coding, row: Event) -> Breaches:
    """reported_by holds the speakers of the event's statements."""
    speakers = {coding.statement(name).speaker: name for name in row.statements}
    for speaker, name in speakers.items():
        if speaker not in row.reported_by:
            yield "reported_by", f"{speaker!r}, the speaker of {name}, is not among the reporters"


@rule("E-RULE-E6", Event)
def a_plover_code_fits_kind_and_status(coding: Coding, row: Event) -> Breaches:
    """States, outcomes and denied intentions have no code; an event that did not happen has its auxiliary."""
    if not row.plover_event:
        return
    if what := _uncodable(row):
        yield "plover_event", f"the code {row.plover_event} on a {what}"
    else:
        yield from _wrong_auxiliary(row)
        yield from _agreed_later(row)


def _uncodable(row: Event) -> str:
    """What the event is that takes no code, or ''."""
    kind = row.kind if row.kind in ("state", "outcome") else ""
    return "denied intention" if row.status == "denied_intention" else kind


def _wrong_auxiliary(row: Event) -> Breaches:
    wanted = _AUXILIARY.get(row.status)
    if wanted and row.plover_aux != wanted:
        yield "plover_aux", f"the event is {row.status}, but the auxiliary is {row.plover_aux or 'empty'}, not {wanted}"


def _agreed_later(row: Event) -> Breaches:
    """An agreement to come is no code AGREE with an auxiliary."""
    if row.plover_event == "AGREE" and row.plover_aux == "future":
        yield "plover_aux", "AGREE with the auxiliary future"
