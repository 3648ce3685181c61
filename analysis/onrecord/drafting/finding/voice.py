"""How a cue stands in its clause: the voice of a verb, or whether it can be a verb there at all."""

from __future__ import annotations

from onrecord.drafting.finding.cues import Form
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.finding.subjects import goes_on_to, subject
from onrecord.drafting.reading.tags import (
    ADJECTIVE,
    ADVERB,
    AND,
    ARTICLE,
    AUXILIARY,
    BRACKET,
    CLOSE,
    CLOSING_BRACKET,
    CONJUNCTION,
    FINITE,
    GENITIVE,
    HAVE,
    HEAD,
    INSERTING,
    MODAL,
    PARTICIPLE,
    PAUSE,
    PHRASE_END,
    PREPOSED,
    PRONOUN,
    QUANTIFIER,
    QUOTE_MARK,
    RELATIVE,
    STOP,
    THAT,
    TIME,
    TO,
    VERB,
)
from onrecord.english.verbs import BASE, PAST, PERFECT, PRESENT, PROGRESSIVE

# Of verbs (a participle is an -ing form without auxiliary), and of the cues that are none.
VOICES = frozenset(
    ["active", "passive", "infinitive", "participle", "attributive", "noun", "adjective", "according", "colon"]
)
PAST_FORMS = frozenset({PAST, PERFECT})
PLACE_BEHIND = {MODAL: BASE, HAVE: PERFECT}  # the form that an auxiliary asks for
SHORT_IS = frozenset(["'s", "’s"])  # he’s said: has
APOSTROPHE = "'"
COMPARING = frozenset(["most", "more", "less", "least"])
SINGULAR = frozenset(["he", "she", "it", "him", "them", "us", "me"])  # no subjects of a base form
PLURALS = frozenset(["men", "women", "people", "police", "aides"])

LENGTHENING = ADVERB + QUANTIFIER  # what may stand between auxiliary and verb
BEING = AUXILIARY | {PARTICIPLE}  # an auxiliary, or `being`
NOUN_FOLLOWS = ARTICLE | {ADJECTIVE}
NO_VERB_FOLLOWS = NOUN_FOLLOWS | PREPOSED | {GENITIVE}
CAN_BE_SOMETHING = HEAD | {PRONOUN, RELATIVE}  # before ’s as a verb
FULL_PHRASE_END = PHRASE_END - {PRONOUN}
BEFORE_PRESENT = PHRASE_END | CONJUNCTION | INSERTING | {RELATIVE, THAT, ADVERB, CLOSE, STOP, BRACKET}
BEFORE_BASE = FULL_PHRASE_END | INSERTING
STANDING_FOR_NOUN = frozenset({PRONOUN, RELATIVE, THAT, QUANTIFIER})
BEHIND_PLURAL = frozenset({CLOSING_BRACKET, AND, TIME})  # firms (…) want, come and want
BEFORE_CONCERN = HEAD | {PARTICIPLE}
FIRST_PHRASE_ENDS = PREPOSED | {PARTICIPLE}
NOT_IN_A_SUBJECT = FINITE | PAUSE | QUOTE_MARK | {RELATIVE}


def voice_of(s: Words, form: Form, start: int, i: int) -> str:
    """Voice of the verb at `i` whose group starts at `start`, or an empty string where the form is no verb."""
    if goes_on_to(s, i):
        return "active" if BASE in form.places else ""
    auxiliary = s.tags[start:i].rstrip(LENGTHENING)[-1:]
    if auxiliary in BEING:
        return behind_auxiliary(form.places, auxiliary, s.low[i - 1] in SHORT_IS)
    return without_auxiliary(s, form, start, i)


def without_auxiliary(s: Words, form: Form, start: int, i: int) -> str:
    """Voice of a form that stands alone, or with adverbs."""
    if s.before(start) == TO:
        return "infinitive" if BASE in form.places else ""
    return of_progressive(s, start) if PROGRESSIVE in form.places else of_finite(s, form, start, i)


def behind_auxiliary(places: frozenset[int], auxiliary: str, is_short: bool) -> str:
    """Voice of a verb behind an auxiliary; `is_short`: behind ’s, which may be `has`."""
    if auxiliary in PLACE_BEHIND:
        return "active" if PLACE_BEHIND[auxiliary] in places else ""
    if PROGRESSIVE in places:
        return "active"
    if places.isdisjoint(PAST_FORMS):
        return ""
    return "active" if is_short else "passive"


def of_progressive(s: Words, start: int) -> str:
    """Voice of an -ing form without auxiliary: `X’s saying` may be `is saying`."""
    before = s.before(start)
    if before == GENITIVE and s.low[start - 1] != APOSTROPHE:
        return "active" if s.tags[start - 2] in CAN_BE_SOMETHING else ""
    return "" if before in NOUN_FOLLOWS else "participle"


def of_finite(s: Words, form: Form, start: int, i: int) -> str:
    """Voice of a past, a present or a base form without auxiliary."""
    if s.before(start) in NO_VERB_FOLLOWS and not is_said(s, form, start):
        return ""
    if not form.places.isdisjoint(PAST_FORMS):
        return of_past(s, start, i)
    return "active" if is_present_verb(s, form, start, i) else ""


def is_said(s: Words, form: Form, start: int) -> bool:
    """Whether an adjective before the verb stands for a noun: `the Republican said`, `John Key says`."""
    return s.before(start) == ADJECTIVE and form.verb is not None and form.verb.lemma in ("say", "tell")


def is_present_verb(s: Words, form: Form, start: int, i: int) -> bool:
    """Whether a present or base form is a verb: it is none where it can be a plural, or a noun."""
    if PRESENT in form.places:
        return s.before(start) in BEFORE_PRESENT or is_said(s, form, start)
    return BASE in form.places and is_base_verb(s, form, start, i)


def of_past(s: Words, start: int, i: int) -> str:
    """Voice of a past form: attributive in `the plan backed by X`, none in `the most hated man`."""
    before = s.before(start)
    if before == QUANTIFIER and s.low[start - 1] in COMPARING:
        return ""
    return "attributive" if s.low[i + 1] == "by" and before in FULL_PHRASE_END else "active"


def is_base_verb(s: Words, form: Form, start: int, i: int) -> bool:
    """Whether a base form is a verb: no noun in small letters, or behind what can be a plural subject."""
    before = s.before(start)
    plain = s.tags[i] == VERB and before in BEFORE_BASE
    return plain or plural_before(s, start) or (before in BEFORE_CONCERN and is_concern(form) and plural_head(s, start))


def is_concern(form: Form) -> bool:
    """Whether the verb is one of fear: `firms in Odesa fear …`."""
    return form.verb is not None and form.verb.cue_class == "concern"


def plural_before(s: Words, start: int) -> bool:
    """Whether a plural noun or pronoun stands before `start`; else a base form is taken for a noun or imperative."""
    before, word = s.before(start), s.low[start - 1]
    if before in STANDING_FOR_NOUN:
        return word not in SINGULAR
    return is_plural(word) if before in HEAD else before in BEHIND_PLURAL and goes_on_finite(s, start)


def goes_on_finite(s: Words, start: int) -> bool:
    """Whether a verb before is one that the verb can be joined to: no infinitive (to go and see)."""
    return start - 1 > s.first and TO not in s.tags[s.back(start, 25) : start]


def plural_head(s: Words, start: int) -> bool:
    """Whether the noun phrase before `start` has a plural before its first preposition: `firms in Odesa fear …`."""
    low, _ = subject(s, start) or (s.first, start)
    at = next((k for k in range(low, start) if s.tags[k] in FIRST_PHRASE_ENDS), start)
    return low < at and ends_in_plural(s, at) and NOT_IN_A_SUBJECT.isdisjoint(s.tags[low:start])


def ends_in_plural(s: Words, end: int) -> bool:
    """Whether a plural noun stands before `end`."""
    return s.tags[end - 1] in HEAD and is_plural(s.low[end - 1])


def is_plural(word: str) -> bool:
    """Whether a noun looks like a plural."""
    return (word.endswith("s") and not word.endswith("ss")) or word in PLURALS
