"""Plain English for what figures show: names instead of ids, words instead of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.wording.citations import evidence, sentence_of
from onrecord.wording.naming import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.coding.case import Case

STANCE = {
    -2: "rejects, without qualification",
    -1: "rejects, hedged or implied",
    0: "explicitly neutral or mixed",
    1: "affirms, hedged or implied",
    2: "affirms, without qualification",
}
ATTRIBUTION = {
    "attributed": "given to a source",
    "narrator": "in the publisher's own voice",
    "unspecified": "a holder implied, nobody named",
}
CERTAINTY = {
    "CT": "Certain: the source commits itself fully",
    "PR": "Probable: likely, expected, appears",
    "PS": "Possible: could, may, might, feared",
    "U": "No commitment: if, any, would, a question",
}
STATUS = {
    "asserted": "asserted",
    "alleged": "alleged",
    "presupposed": "taken for granted",
    "planned": "planned",
    "denied": "denied",
    "denied_intention": "intention denied",
    "hypothetical": "hypothetical",
}
RELATION = {  # between two names, whatever their number: "Belarus backing Russia"
    "ally_of": ", ally of",
    "backs": " backing",
    "cooperates_militarily_with": " cooperating militarily with",
    "supplies": " supplying",
    "hosts_forces_of": " hosting forces of",
    "at_war_with": ", at war with",
    "warns_about": " warning about",
    "accuses": " accusing",
    "blames": " blaming",
    "seeks_confrontation_with": " seeking confrontation with",
    "places_onus_on": " placing the onus on",
    "demands_of": " making demands of",
    "head_of": ", head of",
    "represents": " representing",
    "part_of": ", part of",
    "member_of": ", member of",
    "negotiates_with": " negotiating with",
    "sanctions": " sanctioning",
}
UNDIRECTED = frozenset({"ally_of", "cooperates_militarily_with", "at_war_with", "negotiates_with"})
BASIS = {
    "self_stated": "in its own statement",
    "attributed_by_narrator": "given to it by the publisher",
    "attributed_by_actor": "given to it by another actor",
    "inferred_from_action": "inferred from its action",
}


def name(case: Case, actor: object) -> str:
    """The actor's name; the publisher's for the narrator, "nobody named" for an implied holder, "" for none."""
    if not isinstance(actor, str):
        return ""
    if actor == case.narrator:
        return case.article.publisher.name
    if actor not in case.actors.index:
        return actor
    row = case.actors.loc[actor]
    if row["type"] == "unspecified":
        return "nobody named"
    return row["name"] if isinstance(row["name"], str) else actor


def proposition(case: Case, issue: str) -> str:
    """The issue's proposition in full."""
    text = case.issues["proposition"].get(issue)
    return text if isinstance(text, str) else issue


def signed(stance: int) -> str:
    """A stance as it is printed: ``+2``, ``0``, ``−1`` (with a true minus)."""
    return f"{stance:+d}".replace("-", "−") if stance else "0"


def heading(slug: object) -> str:
    """A slug in words, with a capital: ``air-space_use`` gives "Air space use"."""
    return capital(slug.replace("-", " ").replace("_", " ").strip()) if isinstance(slug, str) else ""


def several(number: int, one: str, many: str = "") -> str:
    """``1 statement``, ``2 statements``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence(case: Case, row: str) -> str:
    """The label of the sentence, or range of sentences, that a row with words in the article stands in."""
    return sentence_of(case, row).replace("-", "–")


def sentences(case: Case, rows: Iterable[str]) -> str:
    """Labels of the sentences that `rows` rest on, in text order, each once: ``S04, S09``."""
    return ", ".join(dict.fromkeys(sentence(case, row) for row in evidence(case, rows)))
