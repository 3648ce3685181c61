"""One statement as a sentence: who says it, with the article's own cue, and what (notebooks/README.md)."""

from __future__ import annotations

import re

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.english.verbs import BASE, verb_of
from onrecord.measures.draft import is_drafted
from onrecord.wording.actors import actor_name, actor_names, again, agree, is_plural
from onrecord.wording.cueing import cue_words, finite
from onrecord.wording.introducing import opening
from onrecord.wording.propositions import clause
from onrecord.wording.quoting import own_words, paraphrase, quoted, verbatim

_SAYING = {"said", "says", "added", "adds", "told", "tells", "stated", "states", "argued", "argues", "noted", "notes"}
THAT = "that "
_OPEN = "The draft leaves open who says this, told in the article’s words"
_OPENING = """during in on at after before when while if since for with by as over within amid from under through until
between despite because although once next last yesterday today tomorrow earlier later throughout among"""
_ADVERBIALS = frozenset(_OPENING.split())


def reported(case: Case, statement: str, naming: bool = True, alone: bool = True) -> Markup:
    """The statement as a sentence without its stop; `naming=False` leaves the speaker out: "said it will …".

    `alone=False` leaves out that only the standfirst has it.
    """
    row = case.statements.loc[statement]
    if row["attribution"] == "narrator":
        lead = "Without a source in the draft" if is_drafted(case, statement) else "The article itself says"
        return Markup("{}: {}").format(lead, own_words(case, statement))
    if row["attribution"] == "unspecified":
        return _holderless(case, statement)
    lead = Markup("{} ").format(_speaker(case, statement, row)) if naming else ""
    alone = alone and "standfirst_only" in row["flags"] and not is_drafted(case, statement)
    only = " (in the standfirst only)" if alone else ""
    return Markup("{}{}{}").format(lead, _said(case, statement, row), only)


def _speaker(case: Case, statement: str, row: pd.Series) -> Markup:
    """The speaker, with the role that the article gives, and through whom the words come."""
    name, relayed = speaker_name(case, statement), _relayed(case, row)
    lead = opening(case, row["speaker"]) if name == actor_name(case, row["speaker"]) else Markup("{}").format(name)
    return (lead.removesuffix(",") if relayed.startswith(",") else lead) + relayed


def reported_again(case: Case, statement: str) -> Markup:
    """The statement as a sentence after one on the same speaker: "It said …", "Lukashenko said …"."""
    speaker = again(case, case.statements.at[statement, "speaker"])
    return Markup("{} {}").format(speaker, reported(case, statement, naming=False))


def through(case: Case, row: pd.Series) -> tuple[str, bool]:
    """Through whom a second-hand statement comes, "" for nobody, and whether the coder infers it (rule S7)."""
    return actor_names(case, row["source_chain"][1:-1]), "nested_source_inferred" in row["flags"]


def _relayed(case: Case, row: pd.Series) -> str:
    """ ", as relayed by the ministry,"."""
    names, inferred = through(case, row)
    if not names:
        return ""
    return f" (relayed, as the coder infers, by {names})" if inferred else f", as relayed by {names},"


def speaker_name(case: Case, statement: str) -> str:
    """The speaker at the level that the text names: "the Belarusian government" where that speaks for Belarus."""
    row = case.statements.loc[statement]
    if row["speaker_kind"] == "named_institution" and case.actors.at[row["speaker"], "type"] == "state":
        return clause(case, row["speaker_text"])
    return actor_name(case, row["speaker"])


def _said(case: Case, statement: str, row: pd.Series) -> Markup:
    cue = cue_words(case, statement)
    direct = row["quote_type"] == "direct"
    content = quoted(case, statement) if direct else paraphrase(case, statement)
    that = _that(case, statement, content)
    if cue.casefold() == "according to":
        alleges = agree(case, [row["speaker"]], "alleges", "allege")
        lead = f"{alleges} {THAT}" if row["speech_act"] == "accuse" else f"said {that}"
        return Markup("{}{}").format(lead, content)
    verb = cue_verb(case, statement)
    if verb is None:
        are = agree(case, [row["speaker"]], "is", "are")
        return Markup("{} reported with the word {}: {}").format(are, verbatim(statement, cue), content)
    joint = ", " if direct else f" {_needed(case, statement, verb, that)}"
    return Markup("{}{}{}{}").format(_when(case, row, verb), verb, joint, content)


def _has_that(case: Case, statement: str) -> bool:
    """Whether the article has the word before the first piece of the content."""
    (start, _), *_ = case.pieces(statement, "content")
    return case.article.text[max(start - 12, 0) : start].rstrip(" ,“\"‘'").casefold().endswith(" that")


def _needed(case: Case, statement: str, verb: str, that: str) -> str:
    """`that` behind a verb of saying; behind another where the article has it, or where the clause stood before it."""
    if verb in _SAYING or _has_that(case, statement):
        return that
    return THAT if _stands_before_its_cue(case, statement) else ""


def _stands_before_its_cue(case: Case, statement: str) -> bool:
    """Whether the content is a sentence with its source behind it: "A week ago the dam broke, the paper reported"."""
    pieces, cues = case.pieces(statement, "content"), case.pieces(statement, "cue")
    behind = bool(cues) and pieces[-1][1] <= cues[0][0]
    return behind and re.match(r"[”\"’']*,", case.article.text[pieces[-1][1] :]) is not None


def _when(case: Case, row: pd.Series, verb: str) -> str:
    """What stands before the verb: "has ", "has repeatedly "."""
    since = agree(case, [row["speaker"]], "has ", "have ")
    vague = row["time_said"] == "vague_past" and not verb.endswith("s")
    return (since if vague else "") + ("repeatedly " if row["frequency"] == "repeated" else "")


def only_says(cue: str) -> bool:
    """Whether the words after the cue stand as a sentence without it."""
    return cue.casefold() == "according to" or (finite(cue) or "") in _SAYING


def cue_verb(case: Case, statement: str) -> str | None:
    """The cue as a verb, None where it is none; what several say now stays in the present ("estimates suggest")."""
    row, cue = case.statements.loc[statement], cue_words(case, statement)
    surely = row["cue_class"] == "concern" and "cue_not_finite" not in row["flags"]
    known = verb_of(cue.casefold())
    if known and not known.noun and known.forms[BASE] == cue.casefold() and is_plural(case, row["speaker"]):
        return cue.casefold()
    return finite(cue, surely or (is_drafted(case, statement) and _follows_its_speaker(case, statement)))


def verb_as_drafted(case: Case, statement: str) -> str:
    """The article's verb: what is done with it, and how firmly, a program does not know."""
    verb = cue_verb(case, statement) or "said"
    return f"{verb}, repeatedly" if case.statements.at[statement, "frequency"] == "repeated" else verb


def _follows_its_speaker(case: Case, statement: str) -> bool:
    """Whether the cue stands right behind the speaker, as a verb does: "scientists report"."""
    speakers, cues = case.pieces(statement, "speaker"), case.pieces(statement, "cue")
    return bool(speakers and cues) and 0 < cues[0][0] - speakers[-1][1] <= len(" also ")


def _that(case: Case, statement: str, content: Markup) -> str:
    """``that`` where the article has it, and before a clause that opens with an adverbial, where its absence would make
    the reader stumble."""
    if _has_that(case, statement):
        return THAT
    opening = re.match(r"(?:<[^>]*>)*(\w+)", content)
    return THAT if opening and opening[1].casefold() in _ADVERBIALS else ""


def _is_quoted(case: Case, statement: str) -> bool:
    return case.statements.at[statement, "quote_type"] == "direct"


def _holderless(case: Case, statement: str) -> Markup:
    source = case.statements.at[statement, "speaker_text"]
    if pd.isna(source) and is_drafted(case, statement):
        whose = "The draft leaves open whose words these are" if _is_quoted(case, statement) else _OPEN
        return Markup("{}: {}").format(whose, own_words(case, statement))
    if pd.isna(source):
        return Markup("The article reports {} without saying whose: {}").format(
            cue_words(case, statement).casefold() or "a view", own_words(case, statement)
        )
    return Markup("The article gives {} as the source, and the coding leaves open who that is: {}").format(
        verbatim(statement, source), own_words(case, statement)
    )
