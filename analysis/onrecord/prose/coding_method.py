"""Who coded the article, when and on what basis, whether it was double-coded, and the rules in brief."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.claim import Prose, facts
from onrecord.wording.coding_basis import basis_line, signing_word, unread_part
from onrecord.wording.dates import date_words
from onrecord.wording.naming import capital

_RULES = {
    "Spans": "An analyst types the words, never offsets; the program finds them in their sentence as whole words.",
    "Statement": "One source, one cue, one proposition. Without a cue it is the publisher’s own.",
    "Scope": "Outside quote marks, asides and non-restrictive clauses belong to the publisher; where both readings "
    "hold, the words are not put in an actor’s mouth.",
    "Speaker": "Coded at the level that the text names; what is counted together follows the actor’s parent.",
    "Certainty": "The speaker’s commitment to what is said, not its truth.",
    "Position": "Rests only on the actor’s own statements that commit it to the proposition. No position is no row, "
    "never 0.",
    "Stance": "+2 affirms and −2 rejects without qualification; +1 and −1 with a hedge, a condition or by "
    "implication; to affirm is not to approve.",
    "Event": "Status says how it is presented, confirmation who confirms it; a party’s is not independent.",
    "Tension": "Two coded items that do not sit easily together, always with a reading on which both hold.",
    "Confidence": "High, moderate or low is about the coding; it says nothing about the source.",
}
_AGREEMENT = "not measured for this case, which holds one coding; it takes a second coding of the same article"


def coding_method(case: Case) -> Prose:
    """A list of facts on the coding, then the rules of the codebook in a sentence each."""
    article = case.article
    who = {
        "Coder": capital(article.coder or "not recorded"),
        "Coded on": date_words(article.coded_on),
        "Basis of the rows": basis_line(case),
        f"{signing_word(case)} by": _reviewer(case),
        "Agreement": _AGREEMENT,
    }
    return Prose((facts((who | _RULES).items()),))


def _reviewer(case: Case) -> str:
    article = case.article
    if not case.signed_off:
        return "no person"
    return ", ".join(filter(None, [article.reviewed_by, date_words(article.reviewed_on), unread_part(case)]))
