"""What bears on the quality of the source: publisher, date, rating, and how it names its sources."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import joined
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.speakers import speaker_counts
from onrecord.wording.actors import actor_name, actor_names, agree
from onrecord.wording.claim import Prose, claim, note, paragraph
from onrecord.wording.dates import date_words
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import english
from onrecord.wording.naming import listed, times


def source_descriptor(case: Case) -> Prose:
    """A paragraph on the source, and a cited one on who is heard in it."""
    article = case.article
    title = f"{article.publisher.name}, “{article.headline or case.id}”"
    where = f" {article.url}." if article.url else ""
    first = f"{title}, {_dated(case)}.{where} {_rating(case)}."
    return Prose((Markup('<p class="source">{}</p>').format(first), _voices(case)))


def _dated(case: Case) -> str:
    """The article's date, where it comes from, and on what grounds it is inferred."""
    date, origin = case.article.as_of
    grounds = case.article.published.basis if origin == "inferred" else ""
    basis = f" ({grounds.strip().rstrip('.')})" if grounds else ""
    return f"{english('as_of', origin, 'source')} {date_words(date)}{basis}"


def _rating(case: Case) -> str:
    article = case.article
    not_judged = ", which means that the source has not been judged" if article.reliability == "F" else ""
    return f"Admiralty rating {article.reliability}{article.credibility}{not_judged}"


def _voices(case: Case) -> Markup:
    """Who is heard and who is not, or a note that nothing of it is coded."""
    speakers, silent = speaker_counts(case), spoken_about_not_heard(case)
    if speakers.empty:
        return note(drafted_as(case, "no statement with a source", "It attributes no statement to anybody."))
    told = [claim(case, _heard(case, speakers), joined(speakers["rows"]))]
    if len(silent) and not is_draft(case):
        names = actor_names(case, silent["actor"])
        told.append(claim(case, f"Spoken about but not heard: {names}", joined(silent["rows"])))
    return paragraph(*told)


def _heard(case: Case, speakers: pd.DataFrame) -> str:
    numbers = zip(speakers["speaker"], speakers["n"], strict=True)
    names = listed([f"{actor_name(case, one)} ({n})" for one, n in numbers])
    if is_draft(case):
        return f"The draft has coded statements of {names}, and drafts miss some"
    are = agree(case, list(speakers["speaker"]), "is", "are")
    return f"{times(len(speakers), 'speaker')} {are} heard: {names}"
