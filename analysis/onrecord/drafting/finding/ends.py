"""Questions about a mark in content: whether the content ends with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.drafting.finding.boundaries import (
    can_say,
    contrasts,
    ends_at_comma,
    finite_cue,
    goes_back_to_source,
    goes_on_as_list,
    narrating_as,
)
from onrecord.drafting.finding.cues import forms
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.finding.subjects import AUXILIARY_PARTICIPLES
from onrecord.drafting.reading.tags import (
    ADVERB,
    AND,
    CLAUSE_SIGN,
    COMMA,
    COMPLEMENTIZER,
    DASH,
    FINITE,
    HEAD,
    NUMBER,
    PAUSE,
    PHRASE_OPENER,
    PREPOSITION,
    PRONOUN,
    SENTENCE_MARK,
    SMALL_CLAUSE,
    SUBORDINATOR,
    TIME,
    TO,
    VERB,
    one_of,
)
from onrecord.english.verbs import verbs

CONTRASTING = frozenset(["while", "although", "whereas"])
SIGN = one_of(CLAUSE_SIGN)
FRONTED = frozenset({SUBORDINATOR, PREPOSITION})  # opens a clause or phrase that its comma closes
COUNTING = frozenset(["at", "including", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
CONTACT = re.compile(one_of(HEAD).pattern + one_of(PHRASE_OPENER).pattern)  # the man I saw
YEAR = re.compile(r"(?:19|20)\d\d")
OTHERS = frozenset([("an", "additional"), ("a", "further"), ("some", "others")])
VERB_OR_PAUSE = one_of(FINITE | PAUSE)
UNFINISHED = frozenset({TO, ADVERB})  # content that opens so is a clause from its first word on


class Content(NamedTuple):
    """Content that starts at token `start` of a sentence; no search goes beyond `limit`."""

    s: Words
    start: int
    limit: int


Question = Callable[[Content, int], bool]


def never(content: Content, p: int) -> bool:
    """Brackets belong to what they stand in."""
    return False


def inside(content: Content, p: int) -> bool:
    """A mark ends content unless it stands at its start."""
    return p > content.start


def at_sentence_end(content: Content, p: int) -> bool:
    """A stop ends content at the end of the sentence; elsewhere it belongs to a word."""
    return p >= content.s.last - 2 and p > content.start


def quotation_fills(content: Content, p: int) -> bool:
    """A quotation ends a phrase where it runs to its limit."""
    quote = content.s.quote_at.get(p)
    return quote is not None and quote[1] >= content.limit


def quotation_closes(content: Content, p: int) -> bool:
    """A quotation ends a clause where it runs to its limit, or with a comma that ends the clause."""
    quote = content.s.quote_at.get(p)
    if quote is None:
        return False
    behind_comma = content.s.tags[quote[1] - 2] == COMMA
    return quote[1] >= content.limit or (behind_comma and ends_at_comma(content.s, quote[1] - 1))


def comma_closes(content: Content, p: int) -> bool:
    """A comma ends a clause that has begun, unless it closes a fronted one (`although it rained, they …`)."""
    tags, start = content.s.tags, content.start
    if tags[start] in FRONTED and COMMA not in tags[start:p]:
        return False
    if closes_insertion(content, p):
        return False
    begun = tags[start] in UNFINISHED or SIGN.search(tags, start, p)
    return bool(begun) and ends_at_comma(content.s, p)


def closes_insertion(content: Content, p: int) -> bool:
    """Whether the mark at `p` closes an insertion between subject and verb: `she, unlike the army, believes`."""
    tags, start = content.s.tags, content.start
    opened = tags.find(tags[p], start, p)
    return opened > start and tags[p + 1] in FINITE and FINITE.isdisjoint(tags[start:opened])


def opens_insertion(content: Content, p: int) -> bool:
    """Whether the dash at `p` opens an insertion that another closes, behind which the clause goes on."""
    s = content.s
    closed = s.tags.find(DASH, p + 1, content.limit)
    return closed > p + 1 and s.tags[closed + 1] not in SENTENCE_MARK


def dash_closes(content: Content, p: int) -> bool:
    """A dash ends content, unless what it sets off stands within the clause, or is a list of amounts."""
    if p <= content.start:
        return False
    listed = content.s.tags[p + 1] == NUMBER or content.s.low[p + 1] in COUNTING
    return not (listed or opens_insertion(content, p) or closes_dashes(content, p))


def closes_dashes(content: Content, p: int) -> bool:
    """Whether an odd number of dashes stands before the one at `p`, so that it closes what they open."""
    return content.s.tags.count(DASH, content.start, p) % 2 == 1


def and_closes(content: Content, p: int) -> bool:
    """`and` ends a clause where the verb behind it is the source's."""
    s = content.s
    return s.low[p] == "and" and (
        goes_back_to_source(s, p + 1, s.tags[content.start] == TO) or counts_others(content, p)
    )


def counts_others(content: Content, p: int) -> bool:
    """Whether the narrator counts others behind what some say: `they would come and an additional million showed …`."""
    s, tags = content.s, content.s.tags
    opens = s.low[p + 1] in ("another", "others") or tuple(s.low[p + 1 : p + 3]) in OTHERS
    verb = VERB_OR_PAUSE.search(tags, p + 2, s.ahead(p, 12)) if opens and tags[content.start] == PRONOUN else None
    return verb is not None and tags[verb.start()] == VERB and s.low[verb.start()].endswith("ed")


def but_closes(content: Content, p: int) -> bool:
    """`but` ends a clause where somebody speaks behind it, or the narrator points back: `but that is not so`."""
    return p > content.start and contrasts(content.s, p)


def subordinator_closes(content: Content, p: int) -> bool:
    """while, although, whereas, and `as` where it opens a clause, are the narrator's."""
    s = content.s
    return p > content.start and (s.low[p] in CONTRASTING or narrating_as(s, p))


def list_is_over(content: Content, p: int) -> bool:
    """A comma ends a phrase unless it is a list that goes on, or joins: `to suggest …, and decide whether …`."""
    return not (goes_on_as_list(content.s, p, content.limit) or joins_infinitive(content, p))


def joins_infinitive(content: Content, p: int) -> bool:
    """Whether `and` behind the comma at `p` joins a verb to an infinitive before it, and no source speaks again."""
    s, k = content.s, p + 2
    joined = s.tags[p + 1] == AND and TO in s.tags[content.start : p]
    return joined and s.low[k] in verbs() and not can_say(forms().get(s.low[k]))


def predicate_follows(content: Content, p: int) -> bool:
    """`and` ends a phrase before a finite verb."""
    return finite_cue(content.s, p + 1, content.s.last)


def always(content: Content, p: int) -> bool:
    """`but` ends a phrase."""
    return True


def clause_follows(content: Content, p: int) -> bool:
    """A subordinator ends a phrase; `as` only where it opens a clause."""
    s = content.s
    return p > content.start and (s.low[p] != "as" or narrating_as(s, p))


def predicate_starts(content: Content, p: int) -> bool:
    """An auxiliary ends a phrase unless it belongs to a clause inside it: behind that, who, or `the man I …`."""
    s, start = content.s, content.start
    if p == start or s.low[p] in AUXILIARY_PARTICIPLES or s.tags[p - 1] in SMALL_CLAUSE | {TO}:
        return False
    return COMPLEMENTIZER.isdisjoint(s.tags[start:p]) and not CONTACT.search(s.tags, start, p)


def time_follows(content: Content, p: int) -> bool:
    """A preposition ends a phrase before a time, a year that ends the phrase included."""
    s = content.s
    is_year = YEAR.fullmatch(s.low[p + 1]) is not None and s.low[p] == "in" and s.tags[p + 2] in PAUSE
    return p > content.start and (s.tags[p + 1] == TIME or is_year)
