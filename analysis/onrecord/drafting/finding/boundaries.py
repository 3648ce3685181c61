"""What a mark or a joining word inside a sentence says of the clause before it: whether the narrator speaks again."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.drafting.finding.cues import Form, forms
from onrecord.drafting.reading.tags import (
    ADVERB,
    AMOUNT,
    AND,
    ARTICLE,
    AUXILIARY,
    BE,
    BUT,
    CLAUSE_SIGN,
    COMMA,
    DASH,
    FINITE,
    LINKED_NOMINAL,
    NAME,
    NOMINAL,
    NOUN,
    OPEN,
    PARTICIPLE,
    PAUSE,
    PHRASE_OPENER,
    PREPOSITION,
    PRONOUN,
    QUOTE_MARK,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    one_of,
    skip,
)
from onrecord.drafting.reading.tokens import Tokens
from onrecord.english.verbs import PAST, PRESENT

NARRATING = frozenset(["while", "although", "though", "whereas", "as", "after", "since", "before"])
ASIDE = frozenset(
    ["according", "namely", "adding", "saying", "though", "speaking", "referring", "where", "whose", "when"]
)
COMPARING = frozenset(["such", "as", "same", "far", "just", "well"])  # before an `as` that opens no clause
NO_PREDICATE = frozenset(["to", "told"])
ADVERBS = frozenset({ADVERB})
PREDICATE = FINITE - {BE}
OUTSIDE_CLAUSE = (PAUSE - {STOP}) | QUOTE_MARK
CLOSING = one_of((PAUSE - {DASH}) | {OPEN})
SIGN_OR_PAUSE = one_of(CLAUSE_SIGN | PAUSE)
IN_LIST = LINKED_NOMINAL | {PREPOSITION, COMMA, PARTICIPLE}
BEHIND_NARRATING_AS = ARTICLE | AMOUNT | {NAME}  # opens the subject of `as the two continue …`
ENDS_SUBJECT = PAUSE | {TO, PREPOSITION}


def skip_adverbs(tags: str, i: int) -> int:
    """The first position from `i` on that holds no adverb."""
    return skip(tags, i, len(tags), ADVERBS)


def finite_cue(t: Tokens, i: int, last: int) -> bool:
    """Whether a finite verb of the lexicon, or another plain past, stands at `i` behind adverbs."""
    i = skip_adverbs(t.tags, i)
    if i >= last:
        return False
    form = forms().get(t.low[i])
    return (form is not None and is_finite(form)) or (t.tags[i] in PREDICATE and t.low[i] not in NO_PREDICATE)


def is_finite(form: Form) -> bool:
    """Whether a form is a past, or a present that is no plural noun."""
    return PAST in form.places or (PRESENT in form.places and not form.noun)


def subordinate(t: Tokens, first: int, i: int) -> bool:
    """Whether the clause of the cue at `i` stands behind a subordinator: `While X says …, Y`."""
    k = t.tags.rfind(SUBORDINATOR, max(first, i - 15), i)
    return k >= 0 and OUTSIDE_CLAUSE.isdisjoint(t.tags[k:i])


def goes_back_to_source(t: Tokens, i: int, infinitive: bool) -> bool:
    """Whether the verb behind `and` is again the source's: `confirmed X and said Y`, `wants to X and has Y`."""
    k = skip_adverbs(t.tags, i)
    return (t.tags[k] == VERB and t.low[k] in forms()) or (infinitive and t.tags[k] in AUXILIARY)


def ends_at_comma(t: Tokens, p: int, last: int) -> bool:
    """Whether what follows the comma at `p` is no part of a reported clause."""
    i = p + 1
    if i >= last or opens_aside(t, i):
        return True
    return BEHIND_COMMA.get(t.tags[i], closes_with_source)(t, i, last)


def opens_aside(t: Tokens, i: int) -> bool:
    """Whether a relative clause or a remark of the narrator opens at `i`."""
    relative = t.tags[i + (t.tags[i] == PREPOSITION)] == RELATIVE
    return relative or t.low[i] in ASIDE


def narrates(t: Tokens, i: int, last: int) -> bool:
    """Whether the subordinator at `i` is one with which the narrator goes on."""
    return t.low[i] in NARRATING


def contrasts(t: Tokens, i: int, last: int) -> bool:
    """`but` goes over to the narrator, unless `that` follows."""
    return t.tags[i + 1] != THAT


def adds_predicate(t: Tokens, i: int, last: int) -> bool:
    """`and` goes over to the narrator where a finite verb follows."""
    return t.tags[i + 1] != THAT and finite_cue(t, i + 1, last)


def is_cue(t: Tokens, i: int, last: int) -> bool:
    """A participle goes over to the narrator where it is itself a cue."""
    return t.low[i] in forms()


def is_cue_or_closes(t: Tokens, i: int, last: int) -> bool:
    """A verb goes over to the narrator where it is a cue, or its clause gives the source."""
    return t.low[i] in forms() or closes_with_source(t, i, last)


def closes_with_source(t: Tokens, i: int, last: int) -> bool:
    """Whether `X said` and a mark follow: a source that closes or interrupts the sentence."""
    mark = CLOSING.search(t.tags, i, min(last, i + 8))
    k = mark.start() if mark else i
    if k <= i + 1 or t.tags[k - 2] == TO:
        return False
    form = forms().get(t.low[k - 1])
    return form is not None and form.verb is not None and "say" in form.verb.frames


BEHIND_COMMA: dict[str, Callable[[Tokens, int, int], bool]] = {
    SUBORDINATOR: narrates,
    BUT: contrasts,
    AND: adds_predicate,
    PARTICIPLE: is_cue,
    VERB: is_cue_or_closes,
}


def narrating_as(t: Tokens, p: int, last: int) -> bool:
    """`as` before a clause of its own (`as the two continue …`), not before a noun phrase."""
    if t.low[p] != "as" or t.low[p - 1] in COMPARING:
        return False
    if t.tags[p + 1] == PRONOUN:
        return True
    return t.tags[p + 1] in BEHIND_NARRATING_AS and verb_follows(t.tags, p + 2, min(last, p + 9))


def verb_follows(tags: str, i: int, end: int) -> bool:
    """Whether a verb, or a noun that takes an object, stands before the next mark or preposition."""
    for k in range(i, end):
        if tags[k] in FINITE or (k > i and tags[k] == NOUN and tags[k + 1] in PHRASE_OPENER):
            return True
        if tags[k] in ENDS_SUBJECT:
            return False
    return False


def goes_on_as_list(t: Tokens, p: int, limit: int) -> bool:
    """Whether the comma at `p` stands in a list of noun phrases: `A, B and C`."""
    tags, end = t.tags, min(limit, p + 14)
    if tags[p + 1] == AND:
        return is_last_item(t, p + 2, end)
    k = skip(tags, p + 2, end, IN_LIST) if tags[p + 1] in NOMINAL else end
    return k < end and tags[k] == AND and not finite_cue(t, k + 1, end)


def is_last_item(t: Tokens, i: int, end: int) -> bool:
    """Whether a noun phrase stands at `i`, and no clause before the next mark."""
    found = SIGN_OR_PAUSE.search(t.tags, i, end)
    if found and found[0] in CLAUSE_SIGN:
        return False
    return t.tags[i] in NOMINAL and not finite_cue(t, i, end)
