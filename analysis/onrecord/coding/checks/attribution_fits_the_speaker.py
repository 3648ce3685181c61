"""Who speaks, by the attribution: a source with a cue, the publisher without one, or nobody given (rules S2, S5)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Statement


@rule("E-RULE-S2", Statement)
def attributed_has_a_source_and_a_cue(coding: Coding, row: Statement) -> Breaches:
    """An attributed statement has speaker and cue words, its own or those of the statement that it continues."""
    if row.attribution == "attributed":
        if not row.continues:
            yield from _lacking(row)
        yield from _unclassed(row)
        yield from _by_nobody(coding, row)


def _lacking(row: Statement) -> Breaches:
    if not row.speaker_text:
        yield "speaker_text", "attributed, but no words give the source"
    if not row.cue_text:
        yield "cue_text", "attributed, but no words are the cue"


def _unclassed(row: Statement) -> Breaches:
    if row.cue_text and row.cue_class == "none":
        yield "cue_class", f"the cue {row.cue_text!r} has the class none"


def _by_nobody(coding: Coding, row: Statement) -> Breaches:
    if row.speaker_kind in ("narrator", "unspecified_holder"):
        yield "speaker_kind", f"attributed to a speaker of the kind {row.speaker_kind}"
    if row.speaker == coding.narrator:
        yield "speaker", f"attributed to {row.speaker!r}, the publisher"
    elif coding.actor(row.speaker).type == "unspecified":
        yield "speaker", f"attributed to {row.speaker!r}, an unspecified holder"


@rule("E-RULE-S2", Statement)
def narrator_is_the_publisher_without_a_cue(coding: Coding, row: Statement) -> Breaches:
    """A narrator statement is the publisher's, of the kind narrator, and has no cue."""
    if row.attribution == "narrator":
        if row.speaker_kind != "narrator":
            yield "speaker_kind", f"a narrator statement whose speaker is of the kind {row.speaker_kind}"
        yield from _cued(row)
        if row.speaker != coding.narrator:
            yield "speaker", f"a narrator statement by {row.speaker!r}; the publisher is {coding.narrator!r}"


def _cued(row: Statement) -> Breaches:
    if row.cue_text or row.continues:
        yield "cue_text" if row.cue_text else "continues", "a narrator statement with a cue"
    if row.cue_class != "none":
        yield "cue_class", f"a narrator statement with a cue of the class {row.cue_class}"


@rule("E-RULE-S2", Statement)
def unspecified_names_no_holder(coding: Coding, row: Statement) -> Breaches:
    """An unspecified statement's speaker is an actor of type unspecified, of the kind unspecified_holder."""
    if row.attribution == "unspecified":
        if row.speaker_kind != "unspecified_holder":
            yield "speaker_kind", f"unspecified, but the speaker is of the kind {row.speaker_kind}"
        if coding.actor(row.speaker).type != "unspecified":
            yield "speaker", f"unspecified, but {row.speaker!r} is somebody"


@rule("E-RULE-S2", Statement)
def a_shared_cue_is_the_same_source(coding: Coding, row: Statement) -> Breaches:
    """`continues` names another attributed statement by the same speaker."""
    if not row.continues:
        return
    shared = coding.statement(row.continues)
    if row.continues == row.id:
        yield "continues", "the statement continues itself"
    elif shared.attribution != "attributed" or shared.speaker != row.speaker:
        yield "continues", f"{row.continues} is {shared.attribution}, by {shared.speaker!r}, not by {row.speaker!r}"


@rule("E-RULE-S5", Statement)
def narrator_says_it_once(coding: Coding, row: Statement) -> Breaches:
    """A narrator statement has the frequency once."""
    if row.attribution == "narrator" and row.frequency != "once":
        yield "frequency", f"a narrator statement with the frequency {row.frequency}"
