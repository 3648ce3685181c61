"""A claim under the columns of a table: its words, who makes it, as what, and when."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup, escape

from onrecord.coding.case import Case
from onrecord.measures.claims import Claimed
from onrecord.measures.draft import is_drafted
from onrecord.wording.actors import actor_name, again
from onrecord.wording.claim import sentence_opened
from onrecord.wording.cueing import cue_words
from onrecord.wording.dates import day_words, on_day
from onrecord.wording.english import english
from onrecord.wording.in_full import first_named, in_full
from onrecord.wording.introducing import drafted_owner, introduced
from onrecord.wording.naming import capital, typeset
from onrecord.wording.quoting import own_words, paraphrase, quoted, span_words
from onrecord.wording.relaying import relayed_through
from onrecord.wording.reporting import only_says, reported, speaker_name, verb_as_drafted

UNTIMED = ""  # a cell that nothing is coded for


def claim_words(case: Case, one: Claimed) -> Markup:
    """The words of the article; with the verb where they are no sentence without it ("has blamed the West for …")."""
    if not one.statements:
        return Markup("{}").format(typeset(case.events.at[one.event, "title"]))
    if whole := in_full(case, one.statements):
        return whole
    words = Markup("; ").join(_words(case, statement) for statement in one.statements)
    return sentence_opened(words)


def _words(case: Case, statement: str) -> Markup:
    row = case.statements.loc[statement]
    if row["attribution"] != "attributed":
        return own_words(case, statement)
    if not only_says(cue_words(case, statement)):
        told = reported(case, statement, naming=False, alone=False)
        return told.removeprefix("has ").removeprefix("have ")
    return quoted(case, statement) if row["quote_type"] == "direct" else paraphrase(case, statement)


class Voices:
    """Who makes claims, each with its role where it is named first."""

    def __init__(self, case: Case):
        self.case = case
        self.named: set[str] = set()

    def is_first(self, one: Claimed) -> bool:
        """Whether nothing above this claim comes from its speaker."""
        return self.case.statements.at[one.statements[0], "speaker"] not in self.named

    def of(self, one: Claimed) -> Markup:
        """``The article; the ministry``, ``President Ana Roe, in a speech``, ``an envoy, through the ministry``."""
        if not one.statements:
            names = [actor_name(self.case, actor) for actor in self.case.events.at[one.event, "reported_by"]]
            return Markup("{}").format(capital(", ".join(names)))
        lead = one.statements[0]
        named = self._first_named(lead) if is_drafted(self.case, lead) and self.is_first(one) else ""
        found = dict.fromkeys(self._voice(statement) for statement in self._told_by(one))
        return sentence_opened(Markup("; ").join(found)) + named

    def _told_by(self, one: Claimed) -> tuple[str, ...]:
        """Who a claim is of: of several of a draft in one sentence each."""
        if not is_drafted(self.case, one.statements[0]):
            return (one.statements[0], *one.confirming)
        speakers = self.case.statements.loc[list(one.statements), "speaker"]
        return tuple(speakers[~speakers.duplicated()].index)

    def _first_named(self, statement: str) -> Markup | str:
        """Where a person is named before, of whom a program read no role."""
        actor = self.case.statements.at[statement, "speaker"]
        named = Markup("{}").format(actor_name(self.case, actor))
        plain = introduced(self.case, actor) == named and not drafted_owner(self.case, statement)
        return first_named(self.case, statement) if plain else ""

    def _voice(self, statement: str) -> Markup:
        row = self.case.statements.loc[statement]
        if row["attribution"] == "narrator":
            return Markup("the article")
        if row["attribution"] == "unspecified":
            return escape("nobody is named" if pd.isna(row["speaker_text"]) else "left open by the coding")
        return self._speaker(statement) + self._beside(statement)

    def _speaker(self, statement: str) -> Markup:
        actor = self.case.statements.at[statement, "speaker"]
        name = speaker_name(self.case, statement)
        if name != actor_name(self.case, actor):
            return Markup("{}").format(name)
        first = actor not in self.named
        self.named.add(actor)
        if own := drafted_owner(self.case, statement):
            return own
        person = self.case.actors.at[actor, "type"] == "person" and self.case.actors.at[actor, "named"]
        return introduced(self.case, actor) if first else escape(again(self.case, actor) if person else name)

    def _beside(self, statement: str) -> str:
        """Through which channel and whom, and that only the standfirst has it."""
        row = self.case.statements.loc[statement]
        told = relayed_through(self.case, statement)
        relayed = f", {told}" if told else ""
        alone = "standfirst_only" in row["flags"] and not is_drafted(self.case, statement)
        return f"{_channel(self.case, statement)}{relayed}{' (standfirst only)' if alone else ''}"


def _channel(case: Case, statement: str) -> str:
    """``, in an interview``; nothing of what a program took for one, nor of a paper that speaks itself."""
    row = case.statements.loc[statement]
    unsaid = is_drafted(case, statement) or row["speaker_kind"] == "document"
    return "" if unsaid else english("channel", row["channel"], "after a speaker")


def said_as(case: Case, one: Claimed) -> str:
    """``confirmed by a party``, ``warned of, “could”``, ``ruled out, repeatedly``; of an event its status."""
    known = case.events.at[one.event, "confirmation"] if one.event else "none"
    confirmed = english("confirmation", known, "after a status")
    if not one.statements:
        return english("status", case.events.at[one.event, "status"]) + confirmed
    row = case.statements.loc[one.statements[0]]
    if is_drafted(case, one.statements[0]):
        return ", ".join(dict.fromkeys(verb_as_drafted(case, statement) for statement in one.statements))
    manner = [_act(case, one), *_hedged(case, one), "repeatedly" if row["frequency"] == "repeated" else ""]
    return ", ".join(filter(None, manner)) + (confirmed if one.confirming else "")


def _act(case: Case, one: Claimed) -> str:
    """The publisher's own assertion is told from what a party tells of its own side."""
    row = case.statements.loc[one.statements[0]]
    if row["attribution"] == "narrator" and row["speech_act"] not in ("gloss", "predict"):
        return "reported, in judging words" if row["narrator_stance"] == "evaluates" else "reported"
    own = row["speech_act"] == "report" and one.event and case.root(row["speaker"]) in _parties(case, one.event)
    return english("speech_act", row["speech_act"], "said as") + (" of its own side" if own else "")


def _parties(case: Case, event: str) -> set[str]:
    return {case.root(actor) for actor in case.events.at[event, "actors"]}


def _hedged(case: Case, one: Claimed) -> list[str]:
    """The words that hedge, the verb of speaking aside: it stands with the claim."""
    told = [hedge for row in one.statements for hedge in span_words(case, row, "hedge", "|").split("|")]
    cues = {word for row in one.statements for word in cue_words(case, row).split()}
    hedges = [hedge for hedge in dict.fromkeys(told) if hedge and hedge not in cues]
    return [f"“{'”, “'.join(hedges)}”"] if hedges else []


def claim_time(case: Case, one: Claimed) -> str:
    """``by Friday, 6 January``, ``said on Thursday, 5 January``, ``to come``; nothing where none is coded."""
    event = case.events.loc[one.event] if one.event else None
    if event is not None and isinstance(event["date"], str) and event["status"] != "hypothetical":
        relation = english("date_relation", event["date_relation"], "before a day") if event["date_relation"] else ""
        return f"{relation}{day_words(case, event['date'])}"
    if not one.statements:
        return UNTIMED
    row = case.statements.loc[one.statements[0]]
    future = row["time_referred"] == "future" and not is_drafted(case, one.statements[0])
    coming = "to come" if future else ""
    said = f"said {on_day(case, row['date'])}" if isinstance(row["date"], str) else ""
    return ", ".join(filter(None, [coming, said])) or UNTIMED
