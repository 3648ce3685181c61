"""The rules by which a situation brief chooses what it says first, for the annex (`measures/claims.py`)."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.measures.claims import BRIEF_WORDS, TABLE_ROWS
from onrecord.wording.claim import Prose, facts
from onrecord.wording.naming import counted_word

_RULES = {
    "Claim": "A counted statement. A confirmation joins the claim that it confirms; statements of one speaker on one "
    "issue, of one kind and in one sentence are one claim. An event that no counted statement tells is a claim of its "
    "own. Of a draft, what has no sure source in it and the headline are left out, and "
    "where a claim’s sentence says more than the claim, the sentence stands in its place; where a claim points at what "
    "precedes, the sentence before it stands below.",
    "Kinds": "Reported, planned, stated, asked for, denied, feared, accused: by the speech act that is coded. Who "
    "rejects a proposition denies it. What a party tells of its own side is told from what the article reports itself.",
    "Table": f"{counted_word(TABLE_ROWS).capitalize()} rows at most. First claims that carry a position; then those on "
    "other matters; in each, what is adverse or still to come before routine, a source before the publisher, the "
    "voices in turn, the text’s order. In the table they stand by kind; a draft’s in the text’s order.",
    "Bottom line": "Three sentences at most. What is reported: a confirmed event first, a source’s report before the "
    "publisher’s, no history; where there is no report, a statement. Then one claim each of what is feared, accused "
    "and planned or asked for, of the voice that was told least so far, a state and its ministries being one voice. "
    f"Then what is denied. A claim of more than {BRIEF_WORDS} words gives way to a shorter one. A draft has "
    "no bottom line: the sentence with which the article opens stands there.",
    "Tensions": "First those that were coded with high confidence, then those that the text itself signals.",
    "What is missing": "States and bodies that are spoken about and of which nobody speaks, then those of which only "
    "another speaks, then views that are given to nobody.",
}


def how_chosen(case: Case) -> Prose:
    """The rules as a list, the same for every case; an analyst's own bottom line goes before them."""
    own = len(case.judgements[case.judgements["kind"] == "bottom_line"]) > 0
    first = {"Replaced": "The bottom line of this case is the analyst’s own."} if own else {}
    return Prose((facts((first | _RULES).items()),))
