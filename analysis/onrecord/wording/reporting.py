"""One statement as a sentence: who says it, with the article's own cue, and what (briefings.md, section 5)."""

from __future__ import annotations

import re

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.english.verbs import past_of, verb_of
from onrecord.wording.naming import actor_name, agree, clause, listed
from onrecord.wording.quoting import own_words, paraphrase, quoted, verbatim

_WITHOUT_ADDRESSEE = {
    "told": "said",
    "tells": "says",
    "tell": "said",
    "telling": "said",
}  # the content names no one told
_SAYING = {"said", "says", "added", "adds", "told", "tells", "stated", "states", "argued", "argues", "noted", "notes"}
_ADVERBIALS = {"during", "in", "on", "at", "after", "before", "when", "while", "if", "since", "for", "with", "by", "as"}


def reported(case: Case, statement: str, naming: bool = True) -> Markup:
    """The statement as a sentence without its stop; `naming=False` leaves the speaker out: "said it will …"."""
    row = case.statements.loc[statement]
    if row["attribution"] == "narrator":
        return Markup("The article itself says: {}").format(own_words(case, statement))
    if row["attribution"] == "unspecified":
        return _holderless(case, statement)
    lead = f"{speaker_name(case, statement)}{_relayed(case, row)} " if naming else ""
    only = " (in the standfirst only)" if "standfirst_only" in row["flags"] else ""
    return Markup("{}{}{}").format(lead, _said(case, statement, row), only)


def _relayed(case: Case, row: pd.Series) -> str:
    """ ", as relayed by the ministry,": through whom a second-hand statement comes (rule S7)."""
    between = row["source_chain"][1:-1]
    if not between:
        return ""
    names = listed([actor_name(case, actor) for actor in between])
    inferred = "nested_source_inferred" in row["flags"]
    return f" (relayed, as the coder infers, by {names})" if inferred else f", as relayed by {names},"


def speaker_name(case: Case, statement: str) -> str:
    """The speaker at the level that the text names: "the Belarusian government" where that speaks for Belarus."""
    row = case.statements.loc[statement]
    if row["speaker_kind"] == "named_institution" and case.actors.at[row["speaker"], "type"] == "state":
        return clause(case, row["speaker_text"])
    return actor_name(case, row["speaker"])


def _said(case: Case, statement: str, row: pd.Series) -> Markup:
    cue = cue_word(case, statement)
    direct = row["quote_type"] == "direct"
    content = quoted(case, statement) if direct else paraphrase(case, statement)
    if cue.casefold() == "according to":
        return Markup("said {}{}").format(_that(content), content)
    verb = finite(cue, row["cue_class"] == "concern" and "cue_not_finite" not in row["flags"])
    if verb is None:
        are = agree(case, [row["speaker"]], "is", "are")
        return Markup("{} reported with the word {}: {}").format(are, verbatim(statement, cue), content)
    often = "repeatedly " if row["frequency"] == "repeated" else ""
    has = agree(case, [row["speaker"]], "has ", "have ")
    since = has if row["time_said"] == "vague_past" and not verb.endswith("s") else ""
    joint = ", " if direct else f" {_that(content) if verb in _SAYING else ''}"
    return Markup("{}{}{}{}{}").format(since, often, verb, joint, content)


def _that(content: Markup) -> str:
    """``that`` before a clause that opens with an adverbial, where its absence would make the reader stumble."""
    opening = re.match(r"(?:<[^>]*>)*(\w+)", content)
    return "that " if opening and opening[1].casefold() in _ADVERBIALS else ""


def cue_word(case: Case, statement: str) -> str:
    """The cue as the article writes it; that of the statement it continues where it shares one."""
    row = case.statements.loc[statement]
    seen = {statement}
    while pd.isna(row["cue_text"]) and not pd.isna(row["continues"]) and row["continues"] not in seen:
        seen.add(row["continues"])
        statement = row["continues"]
        row = case.statements.loc[statement]
    text = case.article.text
    return " ".join(text[start:end] for start, end in case.pieces(statement, "cue"))


def finite(cue: str, surely: bool = False) -> str | None:
    """The cue as a finite verb ("accusing" → "accused"), or None where it is none that can be used as such.

    `surely`: a form that is a noun as well ("fear") is known to be a verb here.
    """
    first, _, rest = cue.casefold().partition(" ")
    if rest:
        verb = finite(first) if verb_of(first) else None
        return verb and f"{verb} {rest}"
    small = _WITHOUT_ADDRESSEE.get(first, first)
    if not small.isalpha():
        return None
    if small.endswith("ing"):
        return past_of(small) or small.removesuffix("ing") + "ed"
    if small.endswith(("ed", "s")) or small == past_of(small):
        return small
    base = verb_of(small)
    return base.past if base and (surely or not base.noun) else None


def _holderless(case: Case, statement: str) -> Markup:
    source = case.statements.at[statement, "speaker_text"]
    if not pd.isna(source):
        lead = Markup("The article gives {} as the source, and the coding leaves open who that is")
        return Markup("{}: {}").format(lead.format(verbatim(statement, source)), own_words(case, statement))
    cue = cue_word(case, statement).casefold()
    return Markup("The article reports {} without saying whose: {}").format(cue or "a view", own_words(case, statement))
