"""The tables of a case, each defined once (codebook, section 2).

Reading, checking, the data frames and the data package all come from these definitions. A column with a
default may be left out of a file or left empty; any other must stand in the header.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from onrecord.coding import fields as f


class UnreadableError(AttributeError):
    """A cell, row or file that could not be read was asked for; its own problem is reported elsewhere."""


class Row(BaseModel):
    """What every table has: the confidence of the coding, its basis, the rule of a draft, a note."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    confidence: f.vocabulary("confidence") | None = None
    coding_basis: f.vocabulary("coding_basis") | None = Field(None, description="Empty: as article.yml says.")
    rule: str | None = Field(None, description="The rule of the codebook, or of the draft, that made the row.")
    note: str | None = None

    def __getattr__(self, name: str) -> Any:
        """Called for what the row lacks: a field is missing only where its cell could not be read."""
        raise (UnreadableError if name in type(self).model_fields else AttributeError)(name)


class Sentence(Row):
    """The article cut into sentences, by the tool; ids never move."""

    id: f.key("S", r"\d{2,}")
    role: f.vocabulary("role")
    start: int = Field(ge=0, description="Code points, zero-based.")
    end: int = Field(ge=0, description="Code points, half-open.")
    text: str


class Actor(Row):
    """Who speaks, acts, is attacked, addressed, blamed or named (rules A1 to A9)."""

    id: f.key("")
    name: str
    type: f.vocabulary("actor_type")
    country: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 3166 alpha-3.")
    sector: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="PLOVER sector code.")
    parent: f.reference("actors") | None
    side: str = Field(description="A key of article.yml `sides`, or third, none.")
    side_basis: str | None = None
    aliases: f.Words = ()
    wikidata: str | None = Field(None, pattern=r"^Q[1-9]\d*$")
    wikidata_status: f.vocabulary("wikidata_status") = "unresolved"
    named: f.Boolean


class Issue(Row):
    """An affirmative, unmodalised proposition that positions are taken on (rule P3)."""

    id: f.key("iss-")
    proposition: str
    kind: f.vocabulary("issue_kind")
    group: f.SlugText


class Statement(Row):
    """One source, one cue, one proposition (rule S1)."""

    id: f.key("st-")
    sentence: f.Sentences
    attribution: f.vocabulary("attribution")
    speaker: f.reference("actors")
    speaker_kind: f.vocabulary("speaker_kind")
    speaker_text: f.span("speaker") | None
    cue_text: f.span("cue") | None
    cue_class: f.vocabulary("cue_class")
    continues: f.reference("statements") | None = None
    content_text: f.span("content")
    speech_act: f.vocabulary("speech_act")
    channel: f.vocabulary("channel")
    source_chain: f.references("actors")
    quote_type: f.vocabulary("quote_type")
    quote_text: f.span("quote") | None
    insertion_text: f.span("insertion") | None = None
    issue: f.reference("issues") | None
    target: f.reference("actors") | None
    target_valence: f.number_of(-2, -1, 1, 2) | None
    polarity: f.vocabulary("polarity")
    certainty: f.vocabulary("certainty")
    hedge_text: f.spans("hedge") = ()
    narrator_stance: f.vocabulary("narrator_stance")
    time_referred: f.vocabulary("time_referred")
    time_said: f.vocabulary("time_said")
    date: f.reference("dates") | None
    frequency: f.vocabulary("frequency")
    counted: f.Boolean
    repeat_of: f.reference("statements") | None
    flags: f.Flags = ()


class Position(Row):
    """The stance of an actor on an issue, with its basis and evidence (rules P1 to P6)."""

    id: f.key("p-")
    actor: f.reference("actors")
    issue: f.reference("issues")
    stance: f.vocabulary("stance")
    basis: f.vocabulary("basis")
    evidence: f.references("statements") = ()
    flags: f.Flags = ()


class Event(Row):
    """A non-speech action, state or outcome that the text mentions (rules E1 to E9)."""

    id: f.key("ev-")
    title: str
    kind: f.vocabulary("event_kind")
    sentence: f.Sentences
    trigger_text: f.span("trigger")
    actors: f.references("actors") = ()
    recipients: f.references("actors") = ()
    place: f.reference("places") | None = None
    status: f.vocabulary("status")
    reported_by: f.references("actors")
    statements: f.references("statements") = ()
    confirmation: f.vocabulary("confirmation")
    time_note: str | None = None
    date: f.reference("dates") | None = None
    date_relation: f.vocabulary("date_relation") | None = None
    plover_event: f.vocabulary("plover_event") | None = None
    plover_mode: f.Words = ()
    plover_context: f.Words = ()
    plover_aux: f.vocabulary("plover_aux") | None = None


class Relation(Row):
    """A tie between two actors, with who asserts it (rule R1)."""

    id: f.key("rel-")
    source: f.reference("actors")
    type: f.vocabulary("relation_type")
    target: f.reference("actors")
    asserted_by: f.reference("actors")
    basis: f.vocabulary("relation_basis")
    sentence: f.Sentences
    evidence_text: f.span("evidence")
    event: f.reference("events") | None = None
    statements: f.references("statements") = ()


class Tension(Row):
    """Two coded items that do not sit easily together, and a reading on which both hold (rules T0, T1)."""

    id: f.key("t-")
    title: str
    left: f.references("statements", "positions", "events") | None
    right: f.references("statements", "positions", "events") | None
    logic: f.vocabulary("logic")
    scope: f.vocabulary("scope")
    signal_sentence: f.Sentences | None = None
    signal_text: f.span("signal", sentence="signal_sentence") | None = None
    why: str
    compatible_reading: str | None


class Mention(Row):
    """A word or phrase that names an actor, a place or a date."""

    id: f.key("m")
    sentence: f.Sentences
    text: f.span("mention")
    kind: f.vocabulary("entity_kind")
    entity: f.reference("actors", "places", "dates")
    form: f.vocabulary("mention_form")


class Place(Row):
    """A location as the text gives it (rule D4)."""

    id: f.key("pl-")
    name: str
    type: f.vocabulary("place_type")
    country: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 3166 alpha-3.")
    precision: f.number_of(1, 2, 3) = Field(description="1 exact, 2 near, 3 country or vaguer.")
    wikidata: str | None = Field(None, pattern=r"^Q[1-9]\d*$")


class Date(Row):
    """A time expression, as written and as resolved (rules D1 to D3)."""

    id: f.key("d-")
    sentence: f.Sentences
    text: f.span("date")
    timex: str
    resolved: f.Date | None = None
    anchor: str | None = None
    basis: str | None = None
    precision: str | None = Field(None, pattern="^(day|month|year)$")
    attaches_to: str | None = None


class Note(Row):
    """A warning about the source, or a hard judgement of the coder."""

    id: f.key("n-")
    level: f.vocabulary("level")
    kind: f.SlugText
    ref: f.AnyRows = Field(description="Ids of rows, or `article`.")
    detail: str
    resolution: str | None = None


class Judgement(Row):
    """What the analyst adds in their own words; always a person's, never drafted."""

    id: f.key("j-")
    kind: f.vocabulary("judgement_kind")
    text: str
    likelihood: f.vocabulary("likelihood") | None = None
    reason: str | None = Field(None, description="Why the confidence is what it is.")
    evidence: f.references("statements", "positions", "events", "relations", "tensions", "notes", "sentences") = ()
    author: str
    date: f.Date


TABLES: dict[str, type[Row]] = {
    "sentences": Sentence,
    "actors": Actor,
    "issues": Issue,
    "statements": Statement,
    "positions": Position,
    "events": Event,
    "relations": Relation,
    "tensions": Tension,
    "mentions": Mention,
    "places": Place,
    "dates": Date,
    "notes": Note,
    "judgements": Judgement,
}
CORE = ("sentences", "actors", "issues", "statements", "positions")  # a case without the others is valid
OWN_WORDS = "judgements"  # a person's, never drafted; not part of the coding that is reviewed


def columns(table: str) -> list[str]:
    """The columns of `table` in the order of a file: its own, then what every table has."""
    fields = TABLES[table].model_fields
    return [name for name in fields if name not in Row.model_fields] + list(Row.model_fields)


def fields_with(table: str, kind: type) -> dict[str, Any]:
    """Field name to annotation, for the fields of `table` that carry an annotation of class `kind`."""
    return {name: found[kind] for name, found in _MARKERS[table].items() if kind in found}


def _markers(model: type[Row]) -> dict[str, dict[type, Any]]:
    found: dict[str, dict[type, Any]] = {}
    for name, field in model.model_fields.items():
        parts = list(field.metadata)
        for argument in getattr(field.annotation, "__args__", ()):
            parts += getattr(argument, "__metadata__", ())
        found[name] = {type(part): part for part in parts}
    return found


_MARKERS = {name: _markers(model) for name, model in TABLES.items()}
