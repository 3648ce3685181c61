"""What the drafting rules find in one sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.cues import ACCORDING, WORDS, Cue, Form, forms
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.registry import rules_for
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.finding.subjects import verb_group_start
from onrecord.drafting.finding.voice import voice_of
from onrecord.drafting.reading.tags import COLON, MODAL, NAME, TO
from onrecord.drafting.reading.tokens import Range

NEGATIONS = frozenset(["not", "never", "neither", "nor", "hardly"])
ISSUING = frozenset(["issue", "release", "publish"])  # a statement saying …
PASSIVES = frozenset(["passive_agent", "agentless_passive"])  # rules whose content stands before the cue as well
OWN_QUOTATION = frozenset(["trailing_speech", "inverted_speech"])  # rules whose source stands behind its quotation
HELD = frozenset(["intend", "believe", "plan", "want", "recommend"])  # what X says that Y does is Y's, too
NO_NOUN_FOLLOWS = frozenset({TO, MODAL})
COLON_WITHIN = 6  # tokens from the start of a sentence in which a name and its colon stand
ACCORDING_TO = Cue("according to", "p", ("according to",), "neutral", frozenset())
IN_THE_WORDS_OF = ("in", "the", "words", "of")
IN_THE_WORDS = Cue("in the words of", "p", ("in the words of",), "neutral", frozenset())
A_COLON = Cue(":", "p", (":",), "neutral", frozenset())


def in_sentence(s: Words, cues: Iterable[int]) -> list[Found]:
    """What the rules find at the colon and at the cue words of a sentence."""
    found = [named] if (named := at_colon(s)) else []
    shared = None
    for i in cues:
        item = at_cue(s, i, shared)
        if item and apart(item):
            found.append(item)
            shared = item.source[0] if item.source else shared
    return found


def at_colon(s: Words) -> Found | None:
    """What is found at a colon behind the first words."""
    colon = s.find(COLON, s.first, COLON_WITHIN)
    return ask(Clause(s, A_COLON, colon, colon, colon + 1, "colon")) if colon > s.first else None


def at_cue(s: Words, i: int, shared: Range | None) -> Found | None:
    """What the first fitting rule finds at the cue word at `i`; `shared` is the source found before."""
    if s.low[i] in (ACCORDING, WORDS):
        return at_according(s, i)
    form = forms()[s.low[i]]
    found = at_verb(s, form, i, shared) if form.places else None
    return found or at_nominal(s, form, i)


def at_according(s: Words, i: int) -> Found | None:
    """What is found at `according to`, and at `in the words of`."""
    if s.low[i] == WORDS:
        stands = tuple(s.low[s.back(i, 2) : i + 2]) == IN_THE_WORDS_OF
        return ask(Clause(s, IN_THE_WORDS, i - 2, i - 2, i + 2, "according")) if stands else None
    return ask(Clause(s, ACCORDING_TO, i, i, i + 2, "according")) if s.low[i + 1] == "to" else None


def at_verb(s: Words, form: Form, i: int, shared: Range | None) -> Found | None:
    """What is found where the form is a verb, alone or with the words behind it."""
    start = verb_group_start(s, i)
    voice = voice_of(s, form, start, i)
    cue, end = cue_at(s, form, i) if voice else (None, i)
    return ask(Clause(s, cue, start, i, end, voice, shared)) if cue else None


def cue_at(s: Words, form: Form, i: int) -> tuple[Cue | None, int]:
    """The cue that opens with this verb, the longest that fits, and where it ends."""
    for rest, cue in form.phrases:
        end = i + 1 + len(rest)
        if tuple(s.low[i + 1 : end]) == rest:
            return cue, end
    return form.verb, i + 1


def at_nominal(s: Words, form: Form, i: int) -> Found | None:
    """What is found where the form is a noun or an adjective."""
    if form.noun and s.before(i) not in NO_NOUN_FOLLOWS:
        return ask(Clause(s, form.noun, i, i, i + 1, "noun"))
    return ask(Clause(s, form.adjective, i, i, i + 1, "adjective")) if form.adjective else None


def ask(clause: Clause) -> Found | None:
    """What the first rule gives that fits."""
    for rule in rules_for(clause.voice, clause.cue.frames):
        found = rule.find(clause)
        if found:
            return found._replace(rule=rule.name, negated=is_negated(clause), modal=modal_of(clause))
    return None


def apart(item: Found) -> bool:
    """Whether source, cue and content do not overlap; where marks are astray they may, and nothing is found."""
    ranges = sorted((*item.source, *item.cue, *item.content))
    return all(before[1] <= after[0] for before, after in pairwise(ranges))


def is_negated(clause: Clause) -> bool:
    """Whether the cue's verb group holds a negation."""
    group = clause.s.low[clause.start : clause.at]
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in group)


def modal_of(clause: Clause) -> str:
    """The modal verb of the cue's verb group (would, could …), or empty; do is none."""
    at = clause.s.tags.find(MODAL, clause.start, clause.at)
    word = clause.s.low[at] if at >= 0 else ""
    return "" if word.startswith(("do", "did")) else word


def outermost(s: Words, found: list[Found]) -> list[Found]:
    """Leave out what stands within the content of another: what X says that X thinks is one statement of X.

    A verb of saying with a full noun phrase as source stays: X says that Y said.
    """
    if len(found) < 2:
        return found
    found = handed_over(s, without_issuing(found))
    covered = covering(piece for item in found if item.rule not in PASSIVES for piece in item.content)
    found = [item for item in found if item.rule not in PASSIVES or not covered(item.cue[0][0])]
    covered = covering(piece for item in found for piece in item.content)
    return [item for item in found if not covered(item.cue[0][0]) or is_told_inside(s, item, covered)]


def without_issuing(found: list[Found]) -> list[Found]:
    """What is found, without what only tells that words were issued: `issued a statement saying …`."""
    sources = Counter(item.source for item in found)
    return [item for item in found if item.entry.lemma not in ISSUING or sources[item.source] == 1]


def is_told_inside(s: Words, item: Found, covered: Callable[[int], bool]) -> bool:
    """Whether source and cue of somebody's speech stand in the content of another: `X says that Y said`."""
    return quotes_another(s, item) and covered(item.source[0][0])


def handed_over(s: Words, found: list[Found]) -> list[Found]:
    """What is found, without a quotation behind a colon that has its own source: `said it rains: “…,” she said`."""
    starts = (item.content[0][0] for item in found if item.rule in OWN_QUOTATION)
    opened = sorted(p for p in starts if s.before(p) == COLON)
    if not opened:
        return found
    return [item._replace(content=tuple(before_quotation(piece, opened) for piece in item.content)) for item in found]


def before_quotation(piece: Range, opened: list[int]) -> Range:
    """The piece up to the colon before the first of these quotations, which stand in text order."""
    start, end = piece
    k = bisect_right(opened, start + 1)
    return (start, opened[k] - 1) if k < len(opened) and opened[k] < end else piece


def covering(ranges: Iterable[Range]) -> Callable[[int], bool]:
    """A function that tells whether one of the ranges holds a token."""
    pieces = sorted(ranges)
    starts = [start for start, _ in pieces]
    reach = [-1, *accumulate((end for _, end in pieces), max)]  # how far so many pieces reach
    return lambda token: reach[bisect_right(starts, token)] > token


def quotes_another(s: Words, item: Found) -> bool:
    """Whether it is somebody's speech, by more than a pronoun, or what a person named holds."""
    if not item.source:
        return False
    (start, end), *_ = item.source
    named = end - start > 1 or s.tags[start] == NAME
    return named and ("say" in item.entry.frames or (item.entry.lemma in HELD and s.tags[start] == NAME))
