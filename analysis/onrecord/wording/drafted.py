"""What a page says of a draft: what it has coded, and where to read on; never what the article lacks."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft, left_alone
from onrecord.wording.claim import Prose, note
from onrecord.wording.naming import times


def seen_only(case: Case) -> Markup:
    """The sentences in which the draft saw an attribution that it did not code, linked; "" for none."""
    links = [Markup('<a href="#{0}">{0}</a>').format(sentence) for sentence in left_alone(case)]
    if not links:
        return Markup("")
    return Markup("Sentences in which it saw an attribution that it did not code: {}.").format(Markup(", ").join(links))


def drafted_as(case: Case, what: str, otherwise: str = "") -> str:
    """Of a draft, that it has coded `what`, and where it saw more; of any other coding `otherwise`, a sentence."""
    if not is_draft(case):
        return otherwise
    return Markup("The draft has coded {}, and drafts miss some. {}").format(what, seen_only(case)).strip()


def draft_note(case: Case, what: str) -> Markup:
    """A note that the draft has coded `what`, and where it saw more."""
    return note(drafted_as(case, what))


def only_of_a_draft(case: Case, what: str, otherwise: str) -> Prose:
    """A paragraph that is one note: `drafted_as`."""
    return Prose((note(drafted_as(case, what, otherwise)),))


def without_figure(case: Case, what: str) -> str:
    """Why a draft has no figure of `what`: what it has missed would pass for the article's silence."""
    drafted = statements_drafted(case)
    return f"The draft has coded {drafted}, and drafts miss some: no figure of {what} until a person has reviewed its rows."


def statements_drafted(case: Case) -> str:
    """``three statements by two speakers``; "no statement with a source" for none."""
    rows = attributed(case)
    if rows.empty:
        return "no statement with a source"
    return f"{times(len(rows), 'statement')} by {times(rows['speaker'].nunique(), 'speaker')}"
