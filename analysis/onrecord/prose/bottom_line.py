"""The bottom line of a situation brief: at most three cited sentences of content, or the analyst's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.claims import Claimed, bottom_line_claims
from onrecord.measures.draft import is_draft
from onrecord.wording.actors import actor_name
from onrecord.wording.citations import evidence
from onrecord.wording.claim import Prose, absent, claim, only_note, paragraph
from onrecord.wording.dates import date_words
from onrecord.wording.drafted import drafted_as, sentence_link
from onrecord.wording.english import english
from onrecord.wording.in_full import whole_sentences
from onrecord.wording.naming import listed
from onrecord.wording.quoting import own_words, verbatim
from onrecord.wording.reporting import reported, reported_again, speaker_name, through


def bottom_line(case: Case) -> Prose:
    """What the analyst entered; else what is reported, what is feared, accused or planned, and what is denied."""
    own = case.judgements[case.judgements["kind"] == "bottom_line"]
    if len(own):
        return Prose(tuple(paragraph(_analysts(case, row)) for _, row in own.iterrows()))
    if is_draft(case):
        return _opening(case)
    named: set[str] = set()
    sentences = [_sentence(case, found, named) for found in bottom_line_claims(case)]
    if not sentences:
        return only_note("Nothing is coded yet that a bottom line could rest on.")
    return Prose(tuple(paragraph(made) for made in sentences))


def _opening(case: Case) -> Prose:
    """Of a draft the sentence with which the article opens: which of its sentences matter, a program does not know."""
    first = next(whole_sentences(case), None)
    if first is None:
        return absent(drafted_as(case, "nothing that a bottom line could rest on", ""))
    told = Markup("A draft has no bottom line. The article opens: {} [{}]")
    return Prose((Markup("<p>{}</p>").format(told.format(verbatim("", first[1]), sentence_link(first[0]))),))


def _analysts(case: Case, row: pd.Series) -> Markup:
    """The analyst's own sentence under their name; their evidence is cited where they gave it."""
    words = Markup('{}’s bottom line, {}: <span class="analyst">{}</span>')
    told = words.format(row["author"], date_words(row["date"]), row["text"])
    rows = [item for item in row["evidence"] if item not in case.sentences.index and item not in case.notes.index]
    return claim(case, told, rows) if rows and evidence(case, rows) else told


def _sentence(case: Case, found: Sequence[Claimed], named: set[str]) -> Markup:
    """Claims as one sentence; a speaker that spoke just before is "it" or a last name."""
    rows = [row for one in found for row in one.rows]
    return claim(case, Markup("; ").join(_told(case, found, named)), rows)


def _told(case: Case, found: Sequence[Claimed], named: set[str]) -> Iterator[Markup]:
    before = ""
    for one in found:
        statement = one.statements[0]
        row = case.statements.loc[statement]
        again = _is_again(case, statement, before, named)
        yield _of_publisher(case, statement) or (reported_again if again else reported)(case, statement)
        yield from (_confirmation(case, one),) if one.confirming else ()
        before = row["speaker"]
        named.add(before)


def _of_publisher(case: Case, statement: str) -> Markup:
    narrated = case.statements.at[statement, "attribution"] == "narrator"
    return Markup("The article reports: {}").format(own_words(case, statement)) if narrated else Markup("")


def _is_again(case: Case, statement: str, before: str, named: set[str]) -> bool:
    """Whether the speaker is named already: just before, at the same level, or a person, by the last name."""
    row = case.statements.loc[statement]
    actor = row["speaker"]
    plain = speaker_name(case, statement) == actor_name(case, actor) and not through(case, row)[0]
    person = case.actors.at[actor, "type"] == "person" and bool(case.actors.at[actor, "named"])
    return plain and (actor == before or (person and actor in named))


def _confirmation(case: Case, one: Claimed) -> Markup:
    """ "the ministry confirmed it, a party’s word and not an independent one"."""
    names = dict.fromkeys(speaker_name(case, statement) for statement in one.confirming)
    whose = english("confirmation", case.events.at[one.event, "confirmation"], "of who confirms")
    return Markup("{} confirmed it{}").format(listed(list(names)), whose)
