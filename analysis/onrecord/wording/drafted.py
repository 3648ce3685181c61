"""What a page says of a draft: what it has coded, and where to read on; never what the article lacks."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft, left_alone
from onrecord.wording.claim import Prose, note
from onrecord.wording.naming import times


def seen_only(case: Case) -> Markup:
    """The sentences where the draft saw what could be reported speech and did not code it, linked; "" for none."""
    links = [Markup('<a href="#{0}">{0}</a>').format(sentence) for sentence in left_alone(case)]
    if not links:
        return Markup("")
    lead = "Sentences where it saw what could be reported speech and did not code it"
    return Markup("{}: {}.").format(lead, Markup(", ").join(links))


def drafted_as(case: Case, what: str, otherwise: str) -> str:
    """Of a draft, the sentence that it has coded `what`; of any other coding `otherwise`."""
    return f"The draft has coded {what}, and drafts miss some." if is_draft(case) else otherwise


def only_of_a_draft(case: Case, what: str, otherwise: str) -> Prose:
    """A paragraph that is one note: `drafted_as`."""
    return Prose((note(drafted_as(case, what, otherwise)),))


def statements_drafted(case: Case) -> Markup:
    """How much the draft has coded, and where it saw more, as sentences."""
    coded = f"The draft has coded {voices_drafted(case)}, and drafts miss some."
    return Markup("{} {}").format(coded, seen_only(case)).strip()


def voices_drafted(case: Case) -> str:
    """``three statements from two sources``; "no statement with a source" for none."""
    rows = attributed(case)
    if rows.empty:
        return "no statement with a source"
    return f"{times(len(rows), 'statement')} from {times(rows['speaker'].nunique(), 'source')}"


def without_figure(what: str) -> str:
    """Why a draft has no figure of `what`: what it has missed would pass for the article's silence."""
    return f"There is no figure of {what} while the coding is a draft: drafts miss some of what an article says."
