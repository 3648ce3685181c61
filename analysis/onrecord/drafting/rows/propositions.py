"""An issue's proposition from what somebody said, where it can be made surely (rule P3), else none.

Taken are clauses in the present, with `will`, `should` or `must`, whose subject is a noun phrase; a negated verb is
turned round. Anything conditional, hedged by a modal, pointing elsewhere, quoted in part or spoken by `we` gives none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST, SHORTEST = 24, 4  # words
UNSURE = re.compile(
    r"\b(?:if|unless|whether|would|could|may|might|can|cannot|when|until|because|although|though|while|since|once|than"
    r"|no|nobody|none|nothing|neither|nor|hardly|few|little|without|only|even|also|too|any|ever|perhaps|likely|possibly"
    r"|potentially|probably|however|therefore|but|yet|still|again|already|yesterday|today|tomorrow|tonight|now|here|this"
    r"|these|those|such|i|we|you|me|us|him|them|my|our|your|he|she|they|what|who|which|where|why|how|had|there)\b"
    r"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|last)\b|[“”\"«»;:()\[\]…?!–—`]|''|\.\.\.|, ",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(?:not|never|no longer)\b|\b\w+n[’']t\b", re.IGNORECASE)
FINITE = re.compile(r"\b(will|should|must|is|are|has|have)\b( not)?(?= \w)", re.IGNORECASE)
POSSESSIVE = re.compile(r"\b(?:its|his|her|their|own)\b", re.IGNORECASE)
NEVER_OPENS = re.compile(
    r"(?:it|he|she|they|that|and|or|to|of|in|on|at|for|with|by|as|from|its|his|her|their|both|all"
    r"|the (?:country|latter|former|two|move|decision|plan|deal|group|team|company|situation|issue|matter|attack))\b",
    re.IGNORECASE,
)


class Proposition(NamedTuple):
    """An affirmative sentence with its stop, the sign of who said the clause (1 affirms, -1 rejects), its kind."""

    text: str
    sign: int
    kind: str


def proposition(content: str, subject: str = "") -> Proposition | None:
    """The proposition of an indirect clause; `subject` takes the place of a pronoun that is surely the speaker's."""
    words = " ".join(content.split()).strip(" .,")
    opening = re.match(r"(it|he|she|they|the country)\b(?= (?:will|has|have|is|are) )", words, re.IGNORECASE)
    if opening and subject and not re.match(r"(?:it|they) (?:is|are|will be|has been)\b", words, re.IGNORECASE):
        words = subject + words[opening.end() :]
    elif NEVER_OPENS.match(words) or POSSESSIVE.search(words):
        return None
    verb = FINITE.search(words)
    if not verb or not SHORTEST <= len(words.split()) <= LONGEST or not words[: verb.start()].strip():
        return None
    if len(words[: verb.start()].split()) > 8 or re.search(r"\b(?:that|to)\b", words[: verb.start()]):
        return None
    turned, sign = words, 1
    if verb[2]:
        turned, sign = words[: verb.end(1)] + words[verb.end() :], -1
    if UNSURE.search(turned) or NEGATION.search(turned):
        return None
    text = turned[0].upper() + turned[1:] + "."
    return Proposition(text, sign, kind_of(verb[1].lower(), words, bool(opening and subject)))


def blamed(content: str) -> Proposition | None:
    """`Western nations for the war` → Western nations are to blame for the war."""
    match = re.fullmatch(
        r"([\w’' -]{3,60}?) for ((?:the|its|a|an|[A-Z]).{3,100})", " ".join(content.split()).strip(" .,")
    )
    if not match or UNSURE.search(match[0]) or NEGATION.search(match[0]) or NEVER_OPENS.match(match[1]):
        return None
    last = match[1].split()[-1]
    plural = last.islower() and last.endswith("s") and not last.endswith("ss")
    who = match[1][0].upper() + match[1][1:]
    return Proposition(f"{who} {'are' if plural else 'is'} to blame for {match[2]}.", 1, "responsibility")


def urged(content: str) -> Proposition | None:
    """`the governments of the region to work together` → The governments of the region should work together."""
    match = re.fullmatch(r"([\w’' -]{3,80}?) (not )?to (\w.{3,140})", " ".join(content.split()).strip(" .,"))
    if not match or UNSURE.search(match[0].replace(" not to ", " to ")) or NEVER_OPENS.match(match[1]):
        return None
    if re.search(r"\b(?:that|to)\b", match[1]) or " and to " in match[3]:
        return None
    who = match[1][0].upper() + match[1][1:]
    return Proposition(f"{who} should {match[3]}.", -1 if match[2] else 1, "demand")


def kind_of(verb: str, words: str, own: bool) -> str:
    if verb in ("should", "must"):
        return "policy"
    if re.match(r"(?:the |its |their )?(?:\w+ )?(?:goal|aim|purpose|objective)s?\b", words, re.IGNORECASE):
        return "purpose"
    if verb == "will":
        return "plan" if own else "forecast"
    return "fact"
