"""What the article says about time: when things were said, when they are said to have happened, what has no date."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft
from onrecord.wording.claim import Prose, absent, claim, paragraph
from onrecord.wording.dates import as_written, date_words
from onrecord.wording.drafted import drafted_as
from onrecord.wording.naming import counted_word, listed, times


def chronology(case: Case) -> Prose:
    """How much of the article is dated, by which words, and on what the resolved dates rest."""
    claims = [*_time_words(case), *_said(case), *_undated(case)]
    if not claims:
        none = "No time expression, statement or event is coded: there is nothing to lay out in time."
        return absent(drafted_as(case, "nothing that could be laid out in time", none))
    return Prose((paragraph(*claims),))


def _time_words(case: Case) -> Iterator[Markup]:
    dates = case.dates.index
    if len(dates):
        shown = listed([as_written(case, row) for row in dates[:6]])
        are = "is" if len(dates) == 1 else "are"
        coded = f"{times(len(dates), 'time expression')} of the article {are} coded: {shown}"
        yield claim(case, f"{coded}; {_resolved(case)}", dates)


def _resolved(case: Case) -> str:
    """On what the dates rest that the words are resolved to."""
    published = case.article.published
    if published.date:
        return f"resolved against the date of publication, {date_words(published.date)}"
    if published.inferred:
        return f"resolved against an inferred date of publication, {date_words(published.inferred)}"
    return "shown as written, since no date of publication is known"


def _said(case: Case) -> Iterator[Markup]:
    statements = attributed(case)
    dated = statements[statements["time_said"] == "dated"]
    if is_draft(case):
        yield from _drafted(case, dated)
    elif len(dated):
        verb = "carries" if len(dated) == 1 else "carry"
        of = f"{counted_word(len(dated))} of {times(len(statements), 'attributed statement')}"
        yield claim(case, f"{of} {verb} a date of saying", dated.index)
    elif len(statements):
        yield claim(case, "None of its attributed statements is coded with a date of saying", statements.index)


def _drafted(case: Case, dated: pd.DataFrame) -> Iterator[Markup]:
    if len(dated):
        text = f"The draft has coded a date of saying for {times(len(dated), 'statement')}, and drafts miss some"
        yield claim(case, text, dated.index)


def _undated(case: Case) -> Iterator[Markup]:
    undated = case.events[case.events["date"].isna()]
    if len(undated) and not is_draft(case):
        have = "has" if len(undated) == 1 else "have"
        text = f"{counted_word(len(undated))} of the {times(len(case.events), 'event')} {have} no date"
        yield claim(case, text, undated.index)
