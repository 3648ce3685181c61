"""What a page says of a draft: what it has coded, and where to read on; never what the article lacks."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import coded_in, is_draft, left_alone, said_by_nobody
from onrecord.wording.claim import Prose, note
from onrecord.wording.naming import times

ELSEWHERE = (
    "The coding is a draft, and drafts miss some; the sentences that it left alone are named in the situation brief "
    "and the annex."
)


def seen_only(case: Case) -> Markup:
    """The sentences where the draft saw what could be reported speech and left it, or a part of it; "" for none."""
    coded = coded_in(case)
    alone, beside = ([one for one in left_alone(case) if (one in coded) == has] for has in (False, True))
    lists = (
        (alone, "Sentences where it saw what could be reported speech and did not code it"),
        (beside, "Coded in part"),
        (said_by_nobody(case), "Coded, with who says it left open"),
    )
    return Markup(" ").join(Markup("{}: {}.").format(lead, _linked(found)) for found, lead in lists if found)


def _linked(sentences: Sequence[str]) -> Markup:
    return Markup(", ").join(sentence_link(sentence) for sentence in sentences)


def sentence_link(sentence: str) -> Markup:
    """A link to a sentence in the list of sources, which keeps it there."""
    return Markup('<a href="#{0}">{0}</a>').format(sentence)


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
    """``three statements with a source``, the headline's aside; how many sources they are, a program does not know."""
    headline = set(case.sentences.index[case.sentences["role"] == "headline"])
    rows = attributed(case)
    return f"{times((~rows['sentence'].isin(headline)).sum(), 'statement')} with a source"


def without_figure(what: str) -> str:
    """Why a draft has no figure of `what`: what it has missed would pass for the article's silence."""
    return f"There is no figure of {what} while the coding is a draft: drafts miss some of what an article says."
