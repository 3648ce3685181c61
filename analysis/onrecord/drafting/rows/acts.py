"""What a statement does (speech act), by its cue and by its content; never stronger than the words (rules SA1, SA3).

``lexicon/acts.csv`` gives for each cue verb the act and what it may take as content: clause, object, infinitive,
addressee (`urges X to …`). A cue that is not there makes no statement.
"""

# ruff: noqa: SIM905
from __future__ import annotations

import csv
import re
from functools import cache
from typing import NamedTuple

from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.reading.tokens import LEXICON
from onrecord.english.verbs import verbs

CLAUSES = frozenset(name for name, rule in RULES.items() if rule.drafts == "clause")
NEGATION = r"(?:not|never|no longer|\w+n[’']t|cannot)"
HAPPENING = (  # verbs whose irregular past tells that something happened
    "say make take go come find send hold begin become give lead leave lose meet pay see tell win fall hit know feel"
    " get run rise bring buy build fight keep shoot stand think understand"
).split()
IRREGULAR = "|".join(verbs()[verb].past for verb in HAPPENING)
PAST = rf"(?<![-\w])(?:(?!(?:need|speed|indeed|hundred|bed|seed|breed|feed)\b)\w{{2,}}ed|{IRREGULAR})\b(?!-)"
AUXILIARIES = (
    r"\b(?:is|are|was|were|am|be|been|being|has|have|had|will|would|could|may|might|can|should|must|shall|do|does|did"
    r"|wo|ca|ai)\b|\b\w+n[’']t\b|\bcannot\b"
)
VERB_GROUP = re.compile(f"{AUXILIARIES}|{PAST}", re.IGNORECASE)
ATTRIBUTIVE = re.compile(
    r"\b(?:the|an?|of|and|or|its|their|his|her|our|more|most|for|by|with|in|from|newly|so-called|some|many|all)\s+$",
    re.I,
)
PERFECT = re.compile(
    rf"(?:has|have|had)\b(?:\s+(?:not|never|also|already|just|now|repeatedly|\w+ly|been))*\s+(?:been|\w+en|done|seen|{PAST})",
    re.I,
)


class Act(NamedTuple):
    """The act of a cue verb, and what may be its content."""

    act: str
    takes: frozenset[str]


@cache
def acts() -> dict[str, Act]:
    with (LEXICON / "acts.csv").open(encoding="utf-8", newline="") as file:
        return {row["lemma"]: Act(row["act"], frozenset(row["takes"].split())) for row in csv.DictReader(file)}


def allowed(lemma: str, rule: str) -> bool:
    """Whether a cue found by this rule makes a statement."""
    found = acts().get(lemma)
    if not found:
        return False
    if RULES[rule].drafts == "addressee":
        return bool(found.takes & {"addressee", "clause"})
    return RULES[rule].drafts in found.takes


class Clause(NamedTuple):
    """What the words of a content show: its first verb group, whether negated, of when it speaks."""

    verb: str
    negated: bool
    time: str
    before: str = ""  # what stands before the verb: the subject, in small letters
    event: bool = False  # in the past, by a verb that is not `be` alone


def clause(content: str, told_after: bool = False) -> Clause:
    """The first verb group of a clause, its negation and its time; `told_after`: its `would` stands for `will`."""
    match = next((m for m in VERB_GROUP.finditer(content) if not ATTRIBUTIVE.search(content[: m.start()])), None)
    if not match:
        return Clause("", False, "present")
    group = " ".join(content[match.start() :].split()[:4]).lower()
    head = content[: match.start()].lower()
    negated = bool(re.match(rf"(?:\w+ )?{NEGATION}\b|\w+n[’']t\b|cannot\b", group)) or bool(
        re.match(r"\s*(?:no|nobody|no one|none|neither)\b", head)
    )
    verb = re.sub("n[’']t$", "", match[0].lower())
    if verb in ("will", "shall", "wo") or (verb == "would" and told_after):
        time = "future"
    elif verb == "could" and negated:
        time = "past"  # was not able to
    elif verb in ("would", "could", "may", "might"):
        time = "hypothetical" if verb == "would" else "future"
    elif verb in ("was", "were", "had", "did") or PERFECT.match(group) or verb not in AUXILIARY:
        time = "past"
    else:
        time = "future" if re.search(r"\b(?:going|about|set) to\b", group) else "present"
    happened = time == "past" and not (verb in ("was", "were") and not re.match(rf"\w+(?: \w+ly)? {PAST}", group))
    return Clause(verb, negated, time, head.strip(), happened)


AUXILIARY = frozenset(("is are am be been being has have can should must do does ca ai cannot").split())


def speech_act(lemma: str, rule: str, content: str, found: Clause, own: bool, narrator_stance: str) -> str:
    """The first act of the codebook's order that fits surely; `own`: the content's subject is the speaker."""
    given = acts()[lemma].act if lemma in acts() else "assert"
    if given != "assert":
        return given
    if found.time == "future" and own and found.verb not in ("could", "may", "might"):
        return "deny_intent" if found.negated else "announce"
    if found.time in ("future", "hypothetical"):
        return "predict"
    if found.event and rule in CLAUSES and narrator_stance in ("neutral", "endorses"):
        return "report"
    return "assert"
