"""The tables of a case, each defined once (codebook, section 2).

Reading, checking, the data frames and the data package all come from these definitions. A column with a
default may be left out of a file or left empty; any other must stand in the header.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from onrecord.coding.fields import (
    AnyRow,
    AnyRows,
    Boolean,
    CalendarDate,
    Key,
    Numbers,
    Reference,
    Sentences,
    Several,
    Slug,
    Slugs,
    SpanOf,
    Vocabulary,
)

Kind = TypeVar("Kind")


class UnreadableError(AttributeError):
    """A cell, row or file that could not be read was asked for; its own problem is reported elsewhere."""


class Row(BaseModel):
    meaning: ClassVar[str] = (
        "What every table has: the confidence of the coding, its basis, the rule of a draft, a note."
    )
    model_config = ConfigDict(extra="forbid", frozen=True)
    confidence: Annotated[str, Vocabulary("confidence")] | None = None
    coding_basis: Annotated[str, Vocabulary("coding_basis")] | None = Field(
        None, description="Empty: as article.yml says."
    )
    rule: str | None = Field(None, description="The rule of the codebook, or of the draft, that made the row.")
    note: str | None = None

    def has(self, *fields: str) -> bool:
        """Whether the cells of all these fields could be read."""
        return self.__dict__.keys() >= set(fields)

    def read(self, field: str, otherwise: Any = None) -> Any:
        """The value of `field`, or `otherwise` where its cell could not be read."""
        return self.__dict__.get(field, otherwise)

    if not TYPE_CHECKING:  # a type checker is to find names that no field has

        def __getattr__(self, name: str) -> Any:
            """Called for what the row lacks: a field is missing only where its cell could not be read."""
            raise (UnreadableError if name in type(self).model_fields else AttributeError)(name)


class RecordedSentence(Row):
    meaning: ClassVar[str] = "The article cut into sentences, by the tool; ids never move."
    id: Annotated[str, Key("S", r"\d{2,}")]
    role: Annotated[str, Vocabulary("role")]
    start: int = Field(ge=0, description="Code points, zero-based.")
    end: int = Field(ge=0, description="Code points, half-open.")
    text: str


class Actor(Row):
    meaning: ClassVar[str] = "Who speaks, acts, is attacked, addressed, blamed or named (rules A1 to A9)."
    id: Annotated[str, Key()]
    name: str
    type: Annotated[str, Vocabulary("actor_type")]
    country: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 3166 alpha-3.")
    sector: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="PLOVER sector code.")
    parent: Annotated[str, Reference("actors")] | None
    side: str = Field(description="A key of article.yml `sides`, or third, none.")
    side_basis: str | None = None
    aliases: Several = ()
    wikidata: str | None = Field(None, pattern=r"^Q[1-9]\d*$")
    wikidata_status: Annotated[str, Vocabulary("wikidata_status")] = "unresolved"
    named: Boolean


class Issue(Row):
    meaning: ClassVar[str] = "An affirmative, unmodalised proposition that positions are taken on (rule P3)."
    id: Annotated[str, Key("iss-")]
    proposition: str
    kind: Annotated[str, Vocabulary("issue_kind")]
    group: Slug


class Statement(Row):
    meaning: ClassVar[str] = "One source, one cue, one proposition (rule S1)."
    id: Annotated[str, Key("st-")]
    sentence: Sentences
    attribution: Annotated[str, Vocabulary("attribution")]
    speaker: Annotated[str, Reference("actors")]
    speaker_kind: Annotated[str, Vocabulary("speaker_kind")]
    speaker_text: Annotated[str, SpanOf("speaker")] | None
    cue_text: Annotated[str, SpanOf("cue")] | None
    cue_class: Annotated[str, Vocabulary("cue_class")]
    continues: Annotated[str, Reference("statements")] | None = None
    content_text: Annotated[str, SpanOf("content")]
    speech_act: Annotated[str, Vocabulary("speech_act")]
    channel: Annotated[str, Vocabulary("channel")]
    source_chain: Annotated[Several, Reference("actors")]
    quote_type: Annotated[str, Vocabulary("quote_type")]
    quote_text: Annotated[str, SpanOf("quote")] | None
    insertion_text: Annotated[str, SpanOf("insertion")] | None = None
    issue: Annotated[str, Reference("issues")] | None
    target: Annotated[str, Reference("actors")] | None
    target_valence: Annotated[int, Numbers(-2, -1, 1, 2)] | None
    polarity: Annotated[str, Vocabulary("polarity")]
    certainty: Annotated[str, Vocabulary("certainty")]
    hedge_text: Annotated[Several, SpanOf("hedge", many=True)] = ()
    narrator_stance: Annotated[str, Vocabulary("narrator_stance")]
    time_referred: Annotated[str, Vocabulary("time_referred")]
    time_said: Annotated[str, Vocabulary("time_said")]
    date: Annotated[str, Reference("dates")] | None
    frequency: Annotated[str, Vocabulary("frequency")]
    counted: Boolean
    repeat_of: Annotated[str, Reference("statements")] | None
    flags: Slugs = ()


class Position(Row):
    meaning: ClassVar[str] = "The stance of an actor on an issue, with its basis and evidence (rules P1 to P6)."
    id: Annotated[str, Key("p-")]
    actor: Annotated[str, Reference("actors")]
    issue: Annotated[str, Reference("issues")]
    stance: Annotated[int, Vocabulary("stance")]
    basis: Annotated[str, Vocabulary("basis")]
    evidence: Annotated[Several, Reference("statements")] = ()
    flags: Slugs = ()


class Event(Row):
    meaning: ClassVar[str] = "A non-speech action, state or outcome that the text mentions (rules E1 to E9)."
    id: Annotated[str, Key("ev-")]
    title: str
    kind: Annotated[str, Vocabulary("event_kind")]
    sentence: Sentences
    trigger_text: Annotated[str, SpanOf("trigger")]
    actors: Annotated[Several, Reference("actors")] = ()
    recipients: Annotated[Several, Reference("actors")] = ()
    place: Annotated[str, Reference("places")] | None = None
    status: Annotated[str, Vocabulary("status")]
    reported_by: Annotated[Several, Reference("actors")]
    statements: Annotated[Several, Reference("statements")] = ()
    confirmation: Annotated[str, Vocabulary("confirmation")]
    time_note: str | None = None
    date: Annotated[str, Reference("dates")] | None = None
    date_relation: Annotated[str, Vocabulary("date_relation")] | None = None
    plover_event: Annotated[str, Vocabulary("plover_event")] | None = None
    plover_mode: Several = ()
    plover_context: Several = ()
    plover_aux: Annotated[str, Vocabulary("plover_aux")] | None = None


class Relation(Row):
    meaning: ClassVar[str] = "A tie between two actors, with who asserts it (rule R1)."
    id: Annotated[str, Key("rel-")]
    source: Annotated[str, Reference("actors")]
    type: Annotated[str, Vocabulary("relation_type")]
    target: Annotated[str, Reference("actors")]
    asserted_by: Annotated[str, Reference("actors")]
    basis: Annotated[str, Vocabulary("relation_basis")]
    sentence: Sentences
    evidence_text: Annotated[str, SpanOf("evidence")]
    event: Annotated[str, Reference("events")] | None = None
    statements: Annotated[Several, Reference("statements")] = ()


class Tension(Row):
    meaning: ClassVar[str] = (
        "Two coded items that do not sit easily together, and a reading on which both hold (rules T0, T1)."
    )
    id: Annotated[str, Key("t-")]
    title: str
    left: Annotated[Several, Reference("statements", "positions", "events")] | None
    right: Annotated[Several, Reference("statements", "positions", "events")] | None
    logic: Annotated[str, Vocabulary("logic")]
    scope: Annotated[str, Vocabulary("scope")]
    signal_sentence: Sentences | None = None
    signal_text: Annotated[str, SpanOf("signal", sentence="signal_sentence")] | None = None
    why: str
    compatible_reading: str | None


class Mention(Row):
    meaning: ClassVar[str] = "A word or phrase that names an actor, a place or a date."
    id: Annotated[str, Key("m")]
    sentence: Sentences
    text: Annotated[str, SpanOf("mention")]
    kind: Annotated[str, Vocabulary("entity_kind")]
    entity: Annotated[str, Reference("actors", "places", "dates")]
    form: Annotated[str, Vocabulary("mention_form")]


class Place(Row):
    meaning: ClassVar[str] = "A location as the text gives it (rule D4)."
    id: Annotated[str, Key("pl-")]
    name: str
    type: Annotated[str, Vocabulary("place_type")]
    country: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 3166 alpha-3.")
    precision: Annotated[int, Numbers(1, 2, 3)] = Field(description="1 exact, 2 near, 3 country or vaguer.")
    wikidata: str | None = Field(None, pattern=r"^Q[1-9]\d*$")


class Date(Row):
    meaning: ClassVar[str] = "A time expression, as written and as resolved (rules D1 to D3)."
    id: Annotated[str, Key("d-")]
    sentence: Sentences
    text: Annotated[str, SpanOf("date")]
    timex: str
    resolved: CalendarDate | None = None
    anchor: str | None = None
    basis: str | None = None
    precision: str | None = Field(None, pattern="^(day|month|year)$")
    attaches_to: str | None = None


class Note(Row):
    meaning: ClassVar[str] = "A warning about the source, or a hard judgement of the coder."
    id: Annotated[str, Key("n-")]
    level: Annotated[str, Vocabulary("level")]
    kind: Slug
    ref: AnyRows = Field(description="Ids of rows, or `article`.")
    detail: str
    resolution: str | None = None


class Judgement(Row):
    meaning: ClassVar[str] = "What the analyst adds in their own words; always a person's, never drafted."
    id: Annotated[str, Key("j-")]
    kind: Annotated[str, Vocabulary("judgement_kind")]
    text: str
    likelihood: Annotated[str, Vocabulary("likelihood")] | None = None
    reason: str | None = Field(None, description="Why the confidence is what it is.")
    evidence: Annotated[
        Several, Reference("statements", "positions", "events", "relations", "tensions", "notes", "sentences")
    ] = ()
    author: str
    date: CalendarDate


TABLES: dict[str, type[Row]] = {
    "sentences": RecordedSentence,
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


def table_of(model: type[Row]) -> str:
    """The name of the table whose rows `model` defines: ``statements`` for Statement."""
    return _NAMES[model]


def fields_with(table: str, kind: type[Kind]) -> dict[str, Kind]:
    """Field name to its kind, for the fields of `table` whose annotation holds one of class `kind`."""
    return {name: found[kind] for name, found in _KINDS[table].items() if kind in found}


def tables_named(table: str) -> dict[str, tuple[str, ...]]:
    """The columns of `table` that name rows, with the tables that may hold them."""
    some = {column: kind.tables for column, kind in fields_with(table, Reference).items()}
    return some | dict.fromkeys(fields_with(table, AnyRow), tuple(TABLES))


def allowed(table: str, column: str) -> tuple[int, ...] | tuple[str, ...]:
    """The values that a closed column may have, in the codebook's order; none where the column is open."""
    closed = fields_with(table, Vocabulary).get(column) or fields_with(table, Numbers).get(column)
    return closed.allowed if closed else ()


def _kinds(field: FieldInfo) -> dict[type, Any]:
    """What the annotation holds beside the type, by class; in ``Annotated[…] | None`` it stands inside."""
    inside = [part for argument in get_args(field.annotation) for part in getattr(argument, "__metadata__", ())]
    return {type(part): part for part in (*field.metadata, *inside)}


_NAMES = {model: name for name, model in TABLES.items()}
_KINDS = {table: {name: _kinds(field) for name, field in model.model_fields.items()} for table, model in TABLES.items()}
