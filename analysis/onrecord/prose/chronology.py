"""What the article says about time: when things were said, when they are said to have happened, what has no date."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.wording.claim import Prose, claim, note, paragraph
from onrecord.wording.naming import as_written, counted_word, date_words, listed, times


def chronology(case: Case) -> Prose:
    """How much of the article is dated, by which words, and on what the resolved dates rest."""
    claims = [made for made in (_time_words(case), _said(case), _undated(case)) if made]
    if not claims:
        return Prose((note("No time expression, statement or event is coded: there is nothing to lay out in time."),))
    return Prose((paragraph(*claims),))


def _time_words(case: Case) -> Markup | None:
    if case.dates.empty:
        return None
    shown = listed([as_written(case, row) for row in case.dates.index[:6]])
    basis = case.article.published
    if basis.date:
        rest = f"resolved against the date of publication, {date_words(basis.date)}"
    elif basis.inferred:
        rest = f"resolved against an inferred date of publication, {date_words(basis.inferred)}"
    else:
        rest = "shown as written, since no date of publication is known"
    are = "is" if len(case.dates) == 1 else "are"
    text = f"{times(len(case.dates), 'time expression')} of the article {are} coded: {shown}; {rest}"
    return claim(case, text, case.dates.index)


def _said(case: Case) -> Markup | None:
    statements = attributed(case)
    if statements.empty:
        return None
    dated = statements[statements["time_said"] == "dated"]
    if dated.empty:
        return claim(case, "None of its attributed statements is coded with a date of saying", statements.index)
    verb = "carries" if len(dated) == 1 else "carry"
    text = f"{counted_word(len(dated))} of {times(len(statements), 'attributed statement')} {verb} a date of saying"
    return claim(case, text, dated.index)


def _undated(case: Case) -> Markup | None:
    undated = case.events[case.events["date"].isna()]
    if undated.empty:
        return None
    have = "has" if len(undated) == 1 else "have"
    text = f"{counted_word(len(undated))} of the {times(len(case.events), 'event')} {have} no date"
    return claim(case, text, undated.index)
