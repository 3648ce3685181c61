"""What a mark or a joining word inside a sentence says of the clause before it: whether the narrator speaks again."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.drafting.finding.cues import Form, forms
from onrecord.drafting.finding.sentence import Words
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
    MODAL,
    NAME,
    NOMINAL,
    NOUN,
    OPEN,
    PARTICIPLE,
    PAUSE,
    PHRASE_OPENER,
    PREPOSITION,
    QUOTE_MARK,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    one_of,
    skip,
)
from onrecord.english.verbs import PAST, PRESENT

NARRATING = frozenset(["while", "although", "though", "whereas", "as", "after", "since", "before"])
ASIDE = frozenset(
    ["according", "namely", "adding", "saying", "though", "speaking", "referring", "where", "whose", "when"]
)
PASTS = frozenset(["was", "were", "had"])
COMPARED = frozenset(["as", "same", "such", "so"])  # some words before an `as` that compares
COMPARING = frozenset(["such", "as", "same", "far", "just", "well"])  # before an `as` that opens no clause
REMARKS = frozenset(
    "claim charge allegation assertion accusation contention suggestion notion remark version figure opinion view "  # noqa: SIM905
    "statement argument conclusion belief denial promise prediction".split()
)
PASSED_ON = frozenset(["reported", "quoted", "cited", "relayed", "told", "translated", "related", "described"])
NO_PREDICATE = frozenset(["to", "told"])
ADVERBS = frozenset({ADVERB})
PREDICATE = FINITE - {BE}
OUTSIDE_CLAUSE = (PAUSE - {STOP}) | QUOTE_MARK
CLOSING = one_of((PAUSE - {DASH}) | {OPEN})
FIRST_PARTICIPLE = one_of(FINITE | PAUSE | QUOTE_MARK | {PARTICIPLE})
BEHIND_REMARK = FINITE | PHRASE_OPENER | {THAT, RELATIVE, NAME, PREPOSITION, NOUN}
FIRST_VERB = one_of(FINITE | PAUSE | QUOTE_MARK | {THAT, RELATIVE})
SIGN_OR_PAUSE = one_of(CLAUSE_SIGN | PAUSE)
IN_LIST = LINKED_NOMINAL | {PREPOSITION, COMMA, PARTICIPLE}
BEHIND_NARRATING_AS = ARTICLE | AMOUNT | {NAME}  # opens the subject of `as the two continue …`
ENDS_SUBJECT = PAUSE | QUOTE_MARK | {TO, PREPOSITION, AND}


def skip_adverbs(tags: str, i: int) -> int:
    """The first position from `i` on that holds no adverb."""
    return skip(tags, i, len(tags), ADVERBS)


def finite_cue(s: Words, i: int, end: int) -> bool:
    """Whether a finite verb of the lexicon, or another plain past, stands at `i` behind adverbs, before `end`."""
    i = skip_adverbs(s.tags, i)
    return i < end and (is_finite(forms().get(s.low[i])) or (s.tags[i] in PREDICATE and s.low[i] not in NO_PREDICATE))


def is_finite(form: Form | None) -> bool:
    """Whether a form is a past of a cue, or a present that is no plural noun."""
    return form is not None and (PAST in form.places or (PRESENT in form.places and not form.noun))


def subordinate(s: Words, i: int) -> bool:
    """Whether the clause of the cue at `i` stands behind a subordinator: `While X says …, Y`."""
    k = s.tags.rfind(SUBORDINATOR, s.back(i, 15), i)
    return k >= 0 and OUTSIDE_CLAUSE.isdisjoint(s.tags[k:i])


def goes_back_to_source(s: Words, i: int, infinitive: bool) -> bool:
    """Whether the verb behind `and` is again the source's: `confirmed X and said Y`, `wants to X and has Y`."""
    k = skip_adverbs(s.tags, i)
    is_cue = s.tags[k] == VERB and is_finite(forms().get(s.low[k]))
    return is_cue or (infinitive and s.tags[k] in AUXILIARY)


def ends_at_comma(s: Words, p: int) -> bool:
    """Whether what follows the comma at `p` is no part of a reported clause."""
    i = p + 1
    if i >= s.last or opens_aside(s, i) or opens_relay(s, i):
        return True
    return BEHIND_COMMA.get(s.tags[i], closes_with_source)(s, i)


def opens_aside(s: Words, i: int) -> bool:
    """Whether a relative clause or a remark of the narrator opens at `i`."""
    relative = s.tags[i + (s.tags[i] == PREPOSITION)] == RELATIVE
    return relative or s.low[i] in ASIDE or remarks(s, i) or hands_over(s, i)


def opens_relay(s: Words, i: int) -> bool:
    """Whether the narrator tells at `i` who passes the words on: `as quoted by the Tribune`."""
    return s.low[i] == "as" and s.low[i + 1] in PASSED_ON and s.low[i + 2] == "by"


def remarks(s: Words, i: int) -> bool:
    """Whether the narrator judges what was said: `a claim that engineers dispute`, `a charge he denied`."""
    behind = skip_adverbs(s.tags, i + 2)
    return s.low[i] in ("a", "an") and s.low[i + 1] in REMARKS and s.tags[behind] in BEHIND_REMARK


def hands_over(s: Words, i: int) -> bool:
    """Whether another source goes on: `with the Tribune reporting …`."""
    if s.low[i] != "with":
        return False
    found = s.search(FIRST_PARTICIPLE, i, 10)
    return found is not None and found[0] == PARTICIPLE and can_say(forms().get(s.low[found.start()]))


def narrates(s: Words, i: int) -> bool:
    """Whether the subordinator at `i` is one with which the narrator goes on."""
    return narrating_as(s, i) if s.low[i] == "as" else s.low[i] in NARRATING


def contrasts(s: Words, i: int) -> bool:
    """`but` goes over where somebody speaks behind it, or the narrator points back to what is said."""
    k = skip_adverbs(s.tags, i + 1)
    k += 2 * (s.tags[k] == PREPOSITION and s.tags[k + 1] == TIME)
    if s.tags[k] == THAT or s.low[k] == "this":
        return s.tags[k + 1] in FINITE
    return can_say(forms().get(s.low[k])) or speaks_behind(s, k)


def speaks_behind(s: Words, i: int) -> bool:
    """Whether a verb of saying is the first verb from `i` on, before any mark."""
    found = s.search(FIRST_VERB, i, 20)
    return found is not None and found[0] in PREDICATE and can_say(forms().get(s.low[found.start()]))


def adds_predicate(s: Words, i: int) -> bool:
    """`and` goes over to the narrator where a finite verb follows."""
    return s.tags[i + 1] != THAT and finite_cue(s, i + 1, s.last)


def is_cue(s: Words, i: int) -> bool:
    """A participle goes over to the narrator where it is itself a cue; before `to` it may be the object's."""
    return s.low[i] in forms() and s.tags[i + 1] != TO


def is_cue_or_closes(s: Words, i: int) -> bool:
    """A verb goes over to the narrator where it is a cue, or its clause gives the source."""
    return s.low[i] in forms() or closes_with_source(s, i)


def closes_with_source(s: Words, i: int) -> bool:
    """Whether `X said` and a mark follow: a source that closes or interrupts the sentence."""
    mark = s.search(CLOSING, i, 8)
    k = mark.start() - 1 if mark else i
    return k > i and s.tags[k - 1] != TO and can_say(forms().get(s.low[k]))


def can_say(form: Form | None) -> bool:
    """Whether a form is that of a verb of saying."""
    return form is not None and form.verb is not None and "say" in form.verb.frames


BEHIND_COMMA: dict[str, Callable[[Words, int], bool]] = {
    SUBORDINATOR: narrates,
    BUT: contrasts,
    AND: adds_predicate,
    PARTICIPLE: is_cue,
    VERB: is_cue_or_closes,
}


def narrating_as(s: Words, p: int) -> bool:
    """`as` before a clause of its own in the present (`as the two continue …`), not before a noun phrase."""
    if s.low[p] != "as" or not COMPARED.isdisjoint(s.low[max(0, p - 8) : p]) or s.low[p - 1] in COMPARING:
        return False
    return s.tags[p + 1] in BEHIND_NARRATING_AS and present_follows(s, p + 2, s.ahead(p, 9))


def present_follows(s: Words, i: int, end: int) -> bool:
    """Whether a verb in the present stands before the next mark: in the past the clause goes on with what is said."""
    k = next((k for k in range(i, end) if s.tags[k] in FINITE), -1)
    return verb_follows(s.tags, i, end) and (k < 0 or is_present(s, k))


def is_present(s: Words, k: int) -> bool:
    """Whether the finite verb at `k` stands in the present."""
    return s.tags[k] != MODAL and not s.low[k].endswith("ed") and s.low[k] not in PASTS


def verb_follows(tags: str, i: int, end: int) -> bool:
    """Whether a verb, or a noun that takes an object, stands before the next mark or preposition."""
    for k in range(i, end):
        if tags[k] in FINITE or (k > i and tags[k] == NOUN and tags[k + 1] in PHRASE_OPENER):
            return True
        if tags[k] in ENDS_SUBJECT:
            return False
    return False


def goes_on_as_list(s: Words, p: int, limit: int) -> bool:
    """Whether the comma at `p` stands in a list of noun phrases: `A, B and C`."""
    end = min(limit, p + 14)
    if s.tags[p + 1] == AND:
        return is_last_item(s, p + 2, end)
    return s.tags[p + 1] in NOMINAL and leads_to_last_item(s, p + 2, end)


def leads_to_last_item(s: Words, i: int, end: int) -> bool:
    """Whether nothing but items of a list stands from `i` to its `and`, and no verb behind that."""
    k = skip(s.tags, i, end, IN_LIST)
    return k < end and s.tags[k] == AND and not finite_cue(s, k + 1, end)


def is_last_item(s: Words, i: int, end: int) -> bool:
    """Whether a noun phrase stands at `i`, and no clause before the next mark."""
    found = SIGN_OR_PAUSE.search(s.tags, i, end)
    if found and found[0] in CLAUSE_SIGN:
        return False
    return s.tags[i] in NOMINAL and not finite_cue(s, i, end)
