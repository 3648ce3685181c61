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
from onrecord.wording.dates import day_words
from onrecord.wording.english import english
from onrecord.wording.introducing import introduced
from onrecord.wording.naming import capital, typeset
from onrecord.wording.quoting import own_words, paraphrase, quoted, span_words
from onrecord.wording.relaying import relayed_through
from onrecord.wording.reporting import only_says, reported, speaker_name

UNTIMED = ""  # a cell that nothing is coded for


def claim_words(case: Case, one: Claimed) -> Markup:
    """The words of the article; with the verb where they are no sentence without it ("has blamed the West for …")."""
    if not one.statements:
        return Markup("{}").format(typeset(case.events.at[one.event, "title"]))
    words = Markup("; ").join(_words(case, statement) for statement in one.statements)
    return Markup(sentence_opened(str(words)))


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

    def of(self, one: Claimed) -> Markup:
        """``The article; the ministry``, ``President Ana Roe, in a speech``, ``an envoy, through the ministry``."""
        if not one.statements:
            names = [actor_name(self.case, actor) for actor in self.case.events.at[one.event, "reported_by"]]
            return Markup("{}").format(capital(", ".join(names)))
        found = dict.fromkeys(self._voice(statement) for statement in (one.statements[0], *one.confirming))
        return Markup(sentence_opened(str(Markup("; ").join(found))))

    def _voice(self, statement: str) -> Markup:
        row = self.case.statements.loc[statement]
        if row["attribution"] == "narrator":
            return Markup("the article")
        if row["attribution"] == "unspecified":
            return Markup("nobody is named" if pd.isna(row["speaker_text"]) else "left open by the coding")
        return self._speaker(statement) + self._beside(statement)

    def _speaker(self, statement: str) -> Markup:
        actor = self.case.statements.at[statement, "speaker"]
        name = speaker_name(self.case, statement)
        if name != actor_name(self.case, actor):
            return Markup("{}").format(name)
        first = actor not in self.named
        self.named.add(actor)
        person = self.case.actors.at[actor, "type"] == "person" and self.case.actors.at[actor, "named"]
        return introduced(self.case, actor) if first else escape(again(self.case, actor) if person else name)

    def _beside(self, statement: str) -> str:
        """Through which channel and whom, and that only the standfirst has it."""
        row = self.case.statements.loc[statement]
        relayed = relayed_through(self.case, statement)
        alone = "standfirst_only" in row["flags"] and not is_drafted(self.case, statement)
        channel = english("channel", row["channel"], "after a speaker")
        return f"{channel}{f', {relayed}' if relayed else ''}{' (standfirst only)' if alone else ''}"


def said_as(case: Case, one: Claimed) -> str:
    """``confirmed by a party``, ``warned of, “could”``, ``ruled out, repeatedly``; of an event its status."""
    known = case.events.at[one.event, "confirmation"] if one.event else "none"
    confirmed = english("confirmation", known, "after a status")
    if not one.statements:
        return english("status", case.events.at[one.event, "status"]) + confirmed
    row = case.statements.loc[one.statements[0]]
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
    coming = "to come" if row["time_referred"] == "future" else ""
    said = f"said on {day_words(case, row['date'])}" if isinstance(row["date"], str) else ""
    return ", ".join(filter(None, [coming, said])) or UNTIMED
