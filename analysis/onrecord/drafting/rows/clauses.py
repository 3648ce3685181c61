"""What the words of a content show by their first verb group: whether negated, of when they speak, of an event."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.drafting.lexicon import any_of, listed
from onrecord.english.verbs import verbs

NEGATION = r"(?:not|never|no longer|\w+n[’']t|cannot)"
IRREGULAR = "|".join(verbs()[verb].past for verb in listed("happening"))
PAST = rf"(?<![-\w])(?:(?!(?:need|speed|indeed|hundred|bed|seed|breed|feed)\b)\w{{2,}}ed|{IRREGULAR})\b(?!-)"
VERB_GROUP = re.compile(rf"\b{any_of('auxiliary')}\b|\b\w+n[’']t\b|{PAST}", re.IGNORECASE)
ATTRIBUTIVE = re.compile(rf"\b{any_of('attributive')}\s+$", re.IGNORECASE)  # `the closed road` has no verb
PERFECT = re.compile(
    rf"(?:has|have|had)\b(?:\s+(?:not|never|also|already|just|now|repeatedly|\w+ly|been))*\s+(?:been|\w+en|done|seen|{PAST})",
    re.I,
)
NEGATED_VERB = re.compile(rf"(?:\w+ )?{NEGATION}\b|\w+n[’']t\b|cannot\b")
NEGATED_SUBJECT = re.compile(r"\s*(?:no|nobody|no one|none|neither)\b")
PASSIVE = re.compile(rf"\w+(?: \w+ly)? {PAST}")
GOING_TO = re.compile(r"\b(?:going|about|set) to\b")
POSSIBLE = frozenset(["could", "may", "might"])
OF_NOW = re.compile(r"\w+ (?:\w+ly |well )?(?:have|be (?:currently|already|now|at|in|on|the|an?)\b)")
GRANTED = re.compile(r"may\b[^.;!?]{1,80}\bbut\b|could (?:easily|simply)\b", re.IGNORECASE)  # nothing is foreseen
TIMES = {  # of which an auxiliary speaks; was it not able to, `could` speaks of the past
    **dict.fromkeys(["will", "shall", "wo", "could", "may", "might"], "future"),
    **dict.fromkeys(["was", "were", "had", "did"], "past"),
    "would": "hypothetical",
}


class Clause(NamedTuple):
    """What the words of a content show: its first verb group, whether negated, of when it speaks."""

    verb: str = ""
    negated: bool = False
    time: str = "present"
    before: str = ""  # what stands before the verb: the subject, in small letters
    event: bool = False  # in the past, by a verb that is not `be` alone

    @property
    def polarity(self) -> str:
        """The codebook's word for whether it is negated."""
        return "negative" if self.negated else "positive"


def clause(content: str, told_after: bool = False) -> Clause:
    """The first verb group of a clause, its negation and its time; `told_after`: its `would` stands for `will`."""
    match = first_verb(content)
    if match is None:
        return Clause()
    before, group = content[: match.start()].lower(), " ".join(content[match.start() :].split()[:4]).lower()
    verb, negated = re.sub("n[’']t$", "", match[0].lower()), is_negated(before, group)
    time = "future" if verb == "would" and told_after else time_of(verb, group, negated)
    if GRANTED.match(content, match.start()):
        time = "present"
    return Clause(verb, negated, time, before.strip(), time == "past" and tells_an_event(verb, group))


def first_verb(content: str) -> re.Match[str] | None:
    """The first word that can be of a verb group, and is no attribute of a noun."""
    found = VERB_GROUP.finditer(content)
    return next((match for match in found if not ATTRIBUTIVE.search(content[: match.start()])), None)


def is_negated(before: str, group: str) -> bool:
    """Whether a verb group, or the subject before it, is negated; both in small letters."""
    return bool(NEGATED_VERB.match(group) or NEGATED_SUBJECT.match(before))


def time_of(verb: str, group: str, negated: bool) -> str:
    """The time that a verb group in small letters speaks of, by its first verb."""
    if verb == "could" and negated:
        return "past"
    if verb in POSSIBLE and OF_NOW.match(group):  # may be at sea, may have left
        return "past" if " have" in group else "present"
    if verb in TIMES:
        return TIMES[verb]
    if PERFECT.match(group) or verb not in listed("auxiliary"):
        return "past"
    return "future" if GOING_TO.search(group) else "present"


def tells_an_event(verb: str, group: str) -> bool:
    """Whether a verb group in the past is more than was or were, and no more than what may have been."""
    return verb not in POSSIBLE and (verb not in ("was", "were") or bool(PASSIVE.match(group)))
