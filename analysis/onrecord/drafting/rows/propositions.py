"""An issue's proposition from what somebody said, where it can be made surely (rule P3), else none.

Taken are clauses in the present, with `will`, `should` or `must`, whose subject is a noun phrase; a negated verb is
turned round. Anything conditional, hedged by a modal, pointing elsewhere, quoted in part or spoken by `we` gives none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.drafting.lexicon import any_of
from onrecord.english.calendar import WEEKDAYS

LONGEST, SHORTEST, LONGEST_SUBJECT = 24, 4, 8  # words
UNSURE = re.compile(
    rf"\b(?:{any_of('unsure')}|{'|'.join(WEEKDAYS)})\b|[“”\"«»;:()\[\]…?!–—`]|''|\.\.\.|, ", re.IGNORECASE
)
NEGATION = re.compile(r"\b(?:not|never|no longer)\b|\b\w+n[’']t\b", re.IGNORECASE)
FINITE = re.compile(r"\b(will|should|must|is|are|has|have)\b( not)?(?= \w)", re.IGNORECASE)
POSSESSIVE = re.compile(r"\b(?:its|his|her|their|own)\b", re.IGNORECASE)
POINTING = re.compile(rf"{any_of('pointing')}\b", re.IGNORECASE)
SPEAKER = re.compile(r"(?:it|he|she|they|the country)\b(?= (?:will|has|have|is|are) )", re.IGNORECASE)
ANYTHING = re.compile(r"(?:it|they) (?:is|are|will be|has been)\b", re.IGNORECASE)  # may mean something else
SUBORDINATE = re.compile(r"\b(?:that|to)\b")
PURPOSE = re.compile(r"(?:the |its |their )?(?:\w+ )?(?:goal|aim|purpose|objective)s?\b", re.IGNORECASE)
BLAMED = re.compile(r"([\w’' -]{3,60}?) for ((?:the|its|a|an|[A-Z]).{3,100})")
URGED = re.compile(r"([\w’' -]{3,80}?) (not )?to (\w.{3,140})")


class Proposition(NamedTuple):
    """An affirmative sentence with its stop, the sign of who said the clause (1 affirms, -1 rejects), its kind."""

    text: str
    sign: int
    kind: str


def proposition(content: str, subject: str = "") -> Proposition | None:
    """The proposition of an indirect clause; `subject` takes the place of a pronoun that is surely the speaker's."""
    words, own = with_speaker(plain(content), subject)
    verb = FINITE.search(words)
    if verb is None or not has_simple_subject(words, verb.start()):
        return None
    affirmed = words[: verb.end(1)] + words[verb.end() :]
    made = Proposition(f"{capital(affirmed)}.", -1 if verb[2] else 1, kind_of(verb[1].lower(), words, own))
    return made if is_sure(affirmed) else None


def with_speaker(said: str, subject: str) -> tuple[str, bool]:
    """The clause with `subject` for a pronoun that opens it, and whether it has one; '' where it points elsewhere."""
    own = SPEAKER.match(said) if subject and not ANYTHING.match(said) else None
    if own:
        return subject + said[own.end() :], True
    return "" if POINTING.match(said) or POSSESSIVE.search(said) else said, False


def plain(content: str) -> str:
    """The words on one line, without marks at their ends."""
    return " ".join(content.split()).strip(" .,")


def has_simple_subject(words: str, verb: int) -> bool:
    """Whether a clause, of fitting length, has before its verb at `verb` a subject that is short and no clause."""
    subject = words[:verb]
    fitting = SHORTEST <= len(words.split()) <= LONGEST
    return fitting and 0 < len(subject.split()) <= LONGEST_SUBJECT and not SUBORDINATE.search(subject)


def is_sure(words: str) -> bool:
    """Whether nothing in the words makes them conditional, hedged, negated or dependent on others."""
    return not UNSURE.search(words) and not NEGATION.search(words)


def capital(words: str) -> str:
    """The words as a sentence opens."""
    return words[0].upper() + words[1:]


def blamed(content: str) -> Proposition | None:
    """`Western nations for the war` → Western nations are to blame for the war."""
    match = BLAMED.fullmatch(plain(content))
    if not match or not is_sure(match[0]) or POINTING.match(match[1]):
        return None
    verb = "are" if is_plural(match[1].split()[-1]) else "is"
    return Proposition(f"{capital(match[1])} {verb} to blame for {match[2]}.", 1, "responsibility")


def is_plural(noun: str) -> bool:
    """Whether a noun that is no name ends as plurals do."""
    return noun.islower() and noun.endswith("s") and not noun.endswith("ss")


def urged(content: str) -> Proposition | None:
    """`the governments of the region to work together` → The governments of the region should work together."""
    match = URGED.fullmatch(plain(content))
    if not match or not names_surely(match[1]) or UNSURE.search(match[0].replace(" not to ", " to ")):
        return None
    if " and to " in match[3]:  # `should` would not reach the second
        return None
    return Proposition(f"{capital(match[1])} should {match[3]}.", -1 if match[2] else 1, "demand")


def names_surely(who: str) -> bool:
    """Whether the words name by themselves those of whom something is asked."""
    return not POINTING.match(who) and not SUBORDINATE.search(who)


def kind_of(verb: str, words: str, own: bool) -> str:
    """The kind of issue, by the verb in small letters; `own`: the subject is the speaker."""
    if verb in ("should", "must"):
        return "policy"
    if PURPOSE.match(words):
        return "purpose"
    if verb == "will":
        return "plan" if own else "forecast"
    return "fact"
