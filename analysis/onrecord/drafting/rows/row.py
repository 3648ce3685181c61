"""The rows of a draft: a class for each table that is drafted, with the columns that drafts fill (codebook, section 2).

The names are those of `onrecord.coding.tables`, which says what each column holds and checks it when it is written;
spans are cells, as `Region.words` writes them. What a class gives a default, its rows seldom have.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(kw_only=True)
class Row:
    """What every drafted row has; an id may be given later, when the rows have their order."""

    id: str = ""
    confidence: str
    rule: str
    coding_basis: str = "extracted"


@dataclass(kw_only=True)
class ActorRow(Row):
    """Who speaks, or is accused, praised or addressed."""

    name: str
    type: str
    country: str | None = None
    sector: str | None = None
    parent: str | None = None
    side: str = "third"
    aliases: tuple[str, ...] = ()
    wikidata_status: str = "unresolved"
    named: bool


@dataclass(kw_only=True)
class IssueRow(Row):
    """What positions are taken on."""

    proposition: str
    kind: str
    group: str


@dataclass(kw_only=True)
class StatementRow(Row):
    """Who says what, in whose words, how firmly, when, and to whom; by default as the publisher does in passing."""

    sentence: str
    attribution: str
    speaker: str
    speaker_kind: str
    speaker_text: str | None = None
    cue_text: str | None = None
    cue_class: str = "none"
    content_text: str
    speech_act: str
    channel: str = "not_stated"
    source_chain: tuple[str, ...]
    quote_type: str = "none"
    quote_text: str | None = None
    insertion_text: str | None = None
    issue: str | None = None
    target: str | None = None
    target_valence: int | None = None
    polarity: str
    certainty: str
    hedge_text: tuple[str, ...] = ()
    narrator_stance: str = "neutral"
    time_referred: str
    time_said: str = "not_stated"
    date: str | None = None
    frequency: str = "once"
    counted: bool = True
    repeat_of: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(kw_only=True)
class PositionRow(Row):
    """Where an actor stands on an issue."""

    actor: str
    issue: str
    stance: int
    basis: str = "self_stated"
    evidence: tuple[str, ...]


@dataclass(kw_only=True)
class MentionRow(Row):
    """The words that name an actor or a place."""

    sentence: str
    text: str
    kind: str
    entity: str
    form: str


@dataclass(kw_only=True)
class PlaceRow(Row):
    """Where something is."""

    name: str
    type: str = "country"
    country: str
    precision: int = 3


@dataclass(kw_only=True)
class DateRow(Row):
    """When a statement was made, as written and as resolved."""

    sentence: str
    text: str
    timex: str
    resolved: str | None = None
    anchor: str | None = None
    basis: str | None = None
    precision: str | None = None
    attaches_to: str = ""
