"""What follows a cue in its own clause: a clause, an infinitive, an object, a phrase after a preposition."""

# ruff: noqa: SIM905
from __future__ import annotations

from onrecord.drafting.finding.boundaries import skip_adverbs, subordinate
from onrecord.drafting.finding.clause import Clause, source_of
from onrecord.drafting.finding.contents import clause_at, phrase_at, without_insertions
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import NEAR
from onrecord.drafting.finding.rule import rule
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.finding.subjects import PERIODS
from onrecord.drafting.reading.tags import (
    ADJECTIVE,
    ADVERB,
    AMOUNT,
    AND,
    ARTICLE,
    BRACKET,
    BUT,
    CIRCUMSTANCE,
    COMMA,
    COMPLEMENTIZER,
    DETERMINER,
    FINITE,
    GENITIVE,
    HEAD,
    INSERTING,
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
    QUANTIFIER,
    REFERRING,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
    one_of,
    skip,
)
from onrecord.drafting.reading.tokens import Range

NEARER = frozenset("last this next ago earlier later before previous following same late early".split())
LENGTHS = frozenset("the a an few several couple of hour hours day days weeks months years minutes".split())
TIME_WORDS = NEARER | PERIODS | LENGTHS
WH_WORDS = frozenset(["if", "who", "which", "when", "where"])
BEFORE_THAT = 14  # tokens between a cue and its `that`, at most
FOLLOWED = frozenset({"active", "participle"})  # the voices of verbs that what follows belongs to

TIMING = AMOUNT | {TIME, ADVERB}
BEFORE_ANY_THAT = CIRCUMSTANCE | {TO, COMMA}  # what may stand between any cue and its `that`
FIRST_BOUND = one_of(
    FINITE | (PAUSE - {COMMA}) | {THAT, RELATIVE, SUBORDINATOR, BUT, OPEN}
)  # `that`, or what it never stands behind
CLAUSE_OPENER = REFERRING | CIRCUMSTANCE | {WH, OPEN, PARTICIPLE, SUBORDINATOR, BRACKET}
PREDICATE_OPENER = FINITE | {ADVERB}
DOUBTFUL_OPENER = frozenset({PREPOSITION, PARTICIPLE, BRACKET})  # a clause only where a finite verb follows
DECIDING = one_of(PAUSE | COMPLEMENTIZER | FINITE)  # whether a clause follows
BEFORE_VERB = frozenset({PRONOUN, NAME})
OPENS_OBJECT = PHRASE_OPENER | AMOUNT | {NAME}
PART_OF_SUBJECT = one_of(FINITE | PAUSE | {THAT, SUBORDINATOR, OPEN})
OPENS_INSERTION = frozenset({TO, DETERMINER, PARTICIPLE, RELATIVE, PREPOSITION, NOUN, ADVERB, ADJECTIVE, VERB})
ADDRESSEE = (LINKED_NOMINAL - {QUANTIFIER}) | {PREPOSITION}
BEHIND_ADDRESSEE = frozenset({ADVERB, TIME})
SURE_CLAUSE_OPENER = frozenset({PRONOUN, TO, THAT, WH, OPEN})
BEGINS_TOLD = ARTICLE | AMOUNT
POSSIBLE_CLAUSE_OPENER = BEGINS_TOLD | {PREPOSITION}
BEFORE_MEDIUM = frozenset(["on", "in", "at", "during", "via", "through", "by"])
MEDIA = frozenset(  # where somebody speaks
    "twitter facebook instagram telegram television tv radio conference briefing statement interview speech address "
    "tweet post letter email release rally hearing message note video memo".split()
)
NO_CLAUSE_BEHIND_MEDIUM = frozenset({PREPOSITION, NOUN, GENITIVE, AND})
REFLEXIVE = ("self", "selves")
ALSO_WITH_OBJECT = frozenset("find add report declare state".split())  # a clause behind them has to show its verb
TOLD_ADVERBS = frozenset(["not", "only", "even", "just"])  # belong to what is told
OUTLETS = frozenset(  # behind a name they belong to it: told Reuters news agency
    "news media press newspaper magazine radio television tv channel network agency website site outlet publication "
    "broadcaster programme program podcast daily weekly reporters journalists".split()
)
INTRANSITIVE = frozenset(  # pasts that are no participles of the noun before them: skulls evolved in many frogs
    "evolved happened occurred died arrived appeared disappeared existed remained collapsed vanished emerged survived "
    "exploded erupted rained improved worsened dwindled declined increased decreased rose fell grew came went began "
    "became stood lay sank lasted succeeded failed resigned exceeded".split()
)
NO_INFINITIVE = ARTICLE | {NAME, PRONOUN}  # `to` before them is a preposition
OBJECT_OPENER = REFERRING | {PARTICIPLE, OPEN}


@rule(frames={"say", "clause", "tell", "that", "that_only"}, voices=FOLLOWED, drafts="clause", headlines=True)
def that_clause(clause: Clause) -> Found | None:
    """`X said on Friday that …`, `X told reporters that …`: a clause behind `that`."""
    s, that = clause.s, that_behind(clause)
    if that < 0 or not may_stand_before(clause, that):
        return None
    start = that + 1 + (s.tags[that + 1] == COMMA)
    content = clause_at(s, start)
    return complement(clause, content) if content and content[1] > start + 1 else None


def that_behind(clause: Clause) -> int:
    """Where the `that` of the cue stands; -1 where it has none."""
    s, inserted = clause.s, clause.behind == COMMA
    start = past_insertion(clause) if inserted else clause.end
    found = FIRST_BOUND.search(s.tags, start, min(s.last - 1, clause.end + BEFORE_THAT))
    that = found.start() if found and found[0] == THAT else -1
    told = clause.has("tell") and COMMA in s.tags[clause.end : max(clause.end, that - 1)]  # told X, a Y, that
    return that if inserted or told or s.tags[that - 1] != COMMA else -1


def past_insertion(clause: Clause) -> int:
    """Behind a short insertion and its commas where `that` follows it (said, however, that), else behind the cue."""
    comma = clause.s.tags.find(COMMA + THAT, clause.end + 1, clause.end + 6)
    return max(clause.end, comma + 1)


def may_stand_before(clause: Clause, that: int) -> bool:
    """Whether what stands between cue and `that` leaves them together: nobody, an addressee, a time or place."""
    circumstance = that == clause.end or clause.behind in BEFORE_ANY_THAT
    return circumstance or clause.has("tell") or is_when(clause, that)


def is_when(clause: Clause, end: int) -> bool:
    """Whether all that stands between cue and `end` tells a time: `last week`, `two days ago`, `the previous day`."""
    s = clause.s
    if s.tags[end + 1] in FINITE or NEARER.isdisjoint(s.low[clause.end : end]):
        return False
    return all(s.low[k] in TIME_WORDS or s.tags[k] in TIMING for k in range(clause.end, end))


@rule(frames={"say", "clause"}, voices=FOLLOWED, drafts="clause", headlines=True)
def bare_clause(clause: Clause) -> Found | None:
    """`X said Y has …`, `X believes Y is …`: a clause without `that`."""
    s, k = clause.s, past_circumstance(clause)
    if k >= s.last or not can_open_clause(s.tags, k) or clause.cue.lemma == "tell":
        return None
    sure = clause.has("say") and s.tags[k] not in DOUBTFUL_OPENER and clause.cue.lemma not in ALSO_WITH_OBJECT
    return clause_from(clause, k) if sure or is_clause(s, k) else None


def past_circumstance(clause: Clause) -> int:
    """Token behind time, place and medium between cue and complement: `said on Thursday that`."""
    k = clause.end
    s = clause.s
    while k < s.last and (length := period(s, k) or circumstance(s.tags, k) or medium(s, k)):
        k += length
    return k


def period(s: Words, k: int) -> int:
    """How many words at `k` are a time like `last year`, `this week`; 0 where they are none."""
    return 2 if (s.low[k] in NEARER or s.tags[k] == TIME) and s.low[k + 1] in PERIODS else 0


def medium(s: Words, k: int) -> int:
    """How many words at `k` tell where it was said: `on Twitter`, `at a press conference`; 0 where none do."""
    if s.low[k] not in BEFORE_MEDIUM:
        return 0
    end = next((p for p in range(k + 1, s.ahead(k, 6)) if s.low[p] in MEDIA), -1)
    inside = s.tags[k + 1 : end]
    is_plain = end > 0 and NOMINAL.issuperset(inside) and s.tags[end + 1] not in NO_CLAUSE_BEHIND_MEDIUM
    return end + 1 - k if is_plain else 0


def circumstance(tags: str, k: int) -> int:
    """How many words at `k` are an adverb or a time: Thursday, on Thursday; 0 where none are."""
    if tags[k] == ADVERB or (tags[k] == TIME and tags[k + 1] != GENITIVE):
        return 1
    return 2 if tags[k] == PREPOSITION and tags[k + 1] == TIME else 0


def can_open_clause(tags: str, k: int) -> bool:
    """Whether a clause without `that` can start at `k`; `that` is a pronoun there, a preposition has one behind it."""
    if tags[k] == THAT:
        return tags[k + 1] in PREDICATE_OPENER
    return tags[k] in CLAUSE_OPENER and (tags[k] != PREPOSITION or PRONOUN in tags[k : k + 12])


def is_clause(s: Words, k: int) -> bool:
    """Whether a finite verb follows a noun phrase at `k` before any mark."""
    first, k = k, behind_subject(s, k)
    if k > first:
        return True
    decide = (verb_or_end(s, found.start(), k) for found in DECIDING.finditer(s.tags, k + 1, s.ahead(k, 25)))
    return next((verb for verb in decide if verb is not None), False)


def behind_subject(s: Words, k: int) -> int:
    """Behind an insertion between commas or dashes, which a verb follows; `k` where none stands behind the subject."""
    found = s.search(PART_OF_SUBJECT, k, 15)
    mark = found.start() if found else -1
    if mark <= k or s.tags[mark] not in INSERTING or s.tags[mark + 1] not in OPENS_INSERTION:
        return k
    closed = s.find(s.tags[mark], mark + 1, 25)
    return closed if closed >= 0 and s.tags[closed + 1] in FINITE else k


def verb_or_end(s: Words, p: int, k: int) -> bool | None:
    """Whether the clause that starts at `k` has its verb at `p`; None where that is not told there."""
    tag, before = s.tags[p], s.tags[p - 1]
    if tag not in FINITE or (tag == VERB and before == AND) or PARTICIPLE + PRONOUN in s.tags[k : p + 1]:
        return False
    behind_noun = before == NOUN and s.tags[p + 1] in OPENS_OBJECT
    behind_noun |= before == ADVERB and s.tags[p - 2] in BEFORE_VERB
    behind_noun |= before == VERB and s.tags[p - 2] == DETERMINER  # the accused remain
    behind_noun |= before in HEAD and s.low[p] in INTRANSITIVE  # skulls evolved
    return True if p > k and (tag != VERB or before in BEFORE_VERB or behind_noun) else None


@rule(frames={"tell"}, voices=FOLLOWED, drafts="addressee", headlines=False)
def addressee_clause(clause: Clause) -> Found | None:
    """`X told Y he would …`: an addressee, then a clause without `that`."""
    s, k = clause.s, behind_addressee(clause)
    not_to = s.low[k] == "not" and s.tags[k + 1] == TO
    told = clause.end < k < s.last and (s.tags[k + 1] == OPEN or opens_told_clause(s, k))
    return clause_from(clause, k) if not_to or told else None


def behind_addressee(clause: Clause) -> int:
    """Token behind the addressee, and the adverbs and times behind it; `not` stays with the infinitive."""
    s, k = clause.s, addressee_end(clause)
    while k < s.last and s.tags[k] in BEHIND_ADDRESSEE and s.low[k] not in TOLD_ADVERBS:
        k += 1
    return k - has_name_of_its_own(s, k)


def has_name_of_its_own(s: Words, k: int) -> bool:
    """Whether the quotation at `k` opens with a verb, so that the second name is its subject: `told A B “was …`."""
    return s.tags[k] == OPEN and s.tags[k + 1] in FINITE and s.tags[k - 2 : k] == NAME + NAME


def addressee_end(clause: Clause) -> int:
    """Token behind the pronoun or noun phrase that follows the cue."""
    s, k = clause.s, clause.end
    if clause.behind == PRONOUN and k + 1 < s.last:
        return k + 1
    end = skip(s.tags, k, s.ahead(k, NEAR), ADDRESSEE)
    return next((p for p in range(k + 1, end) if begins_told(s, p)), end)


def begins_told(s: Words, p: int) -> bool:
    """Whether what is told begins at `p`, behind the head of an addressee: `told the council | the dam is old`."""
    opens = s.tags[p] in BEGINS_TOLD or (s.tags[p - 1] == NAME and s.tags[p] == NOUN and s.low[p] not in OUTLETS)
    return s.tags[p - 1] in HEAD and opens and is_clause(s, p)


def opens_told_clause(s: Words, k: int) -> bool:
    """Whether what is told starts at `k`."""
    if begins_told(s, k):
        return True
    possible = s.tags[k] in POSSIBLE_CLAUSE_OPENER or s.low[k] in TOLD_ADVERBS
    return s.tags[k] in SURE_CLAUSE_OPENER or (possible and is_clause(s, k))


@rule(frames={"inf"}, voices=FOLLOWED, drafts="infinitive", headlines=True)
def infinitive(clause: Clause) -> Found | None:
    """`X vowed to …`, `X plans to …`."""
    s, k = clause.s, skip_adverbs(clause.s.tags, clause.end)
    if s.tags[k] != TO or s.tags[k + 1] in NO_INFINITIVE:
        return None
    return clause_from(clause, k - (s.low[k - 1] == "not"))


@rule(frames={"wh", "say", "obj", "clause"}, voices=FOLLOWED, drafts="clause", headlines=False)
def wh_clause(clause: Clause) -> Found | None:
    """`X asked whether …`, `X knows what …`."""
    opens = clause.behind == WH or clause.s.low[clause.end] in WH_WORDS
    return clause_from(clause, clause.end) if opens else None


@rule(frames=FRAMES_OF_WORDS, voices=FOLLOWED, drafts="object", headlines=False)
def prepositional(clause: Clause) -> Found | None:
    """`X called for …`, `X spoke about …`."""
    s, k = clause.s, skip_adverbs(clause.s.tags, clause.end)
    if k >= s.last or s.low[k] not in clause.cue.prepositions:
        return None
    found = complement(clause, phrase_at(s, k + 1))
    return found._replace(cue=cue_with(clause, k)) if found else None


def cue_with(clause: Clause, k: int) -> tuple[Range, ...]:
    """The cue with the preposition at `k`, in one piece where that follows at once."""
    if k == clause.end:
        return ((clause.at, k + 1),)
    return (clause.at, clause.end), (k, k + 1)


@rule(frames={"obj"}, voices=FOLLOWED, drafts="object", headlines=True)
def object_phrase(clause: Clause) -> Found | None:
    """`X backs …`, `X criticised …`, `X accused Y of …`: a noun phrase, and no clause where the cue takes one."""
    s, k = clause.s, skip_adverbs(clause.s.tags, clause.end)
    if k >= s.last or s.tags[k] not in OBJECT_OPENER or (clause.has("clause") and is_clause(s, k)):
        return None
    timed = period(s, k) and s.tags[k + 2] in PAUSE
    if timed or s.low[k].endswith(REFLEXIVE):  # released last week, revealed itself
        return None
    return complement(clause, phrase_at(s, k))


def clause_from(clause: Clause, k: int) -> Found | None:
    """What is found where a clause that starts at `k` is the content."""
    return complement(clause, clause_at(clause.s, k))


def complement(clause: Clause, content: Range | None) -> Found | None:
    """What is found where this is the content, and the cue has a source before it."""
    source = source_of(clause) if content else None
    if not content or not source or source[0] >= content[0]:
        return None
    return clause.found(source, *without_insertions(clause.s, content[0], end_of_reported(clause, content)))


def end_of_reported(clause: Clause, content: Range) -> int:
    """Where the content ends; behind `While X says` at its comma."""
    comma = clause.s.tags.find(COMMA, *content) if subordinate(clause.s, clause.at) else -1
    return comma if comma > 0 else content[1]
