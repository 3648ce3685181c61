"""Attributions of an article: who is given as the source of what, by which words.

`find(text)` looks up every cue of the lexicon, sentence by sentence, and asks the rules of
`onrecord.drafting.finding.rules` in turn; the first that fits gives the attribution. Cues inside quotation marks, and
cues inside what another source is said to think, give none: the outermost source answers for the whole.
"""

import csv
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from onrecord.drafting.finding.clause import Clause, voice_of
from onrecord.drafting.finding.continued import with_continued_quotes
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS, Form, forms
from onrecord.drafting.finding.found import Found, Range
from onrecord.drafting.finding.phrases import verb_group_start
from onrecord.drafting.finding.rules import according, colons, complements, nominals, passives, speech
from onrecord.drafting.reading.tokens import LEXICON, OPEN, Tokens
from onrecord.source.sentences import Sentence, split

Span = tuple[int, int]
PASSIVE_RULES = (passives.passive_agent, passives.agentless_passive)
ACTIVE_RULES = (  # in the order in which they are asked, each with the frames of which a cue needs one
    (speech.as_reported, {"say"}),
    (speech.quote_after_cue, {"say", "quote", "tell"}),
    (speech.inverted_speech, speech.SAYING),
    (complements.that_clause, complements.CLAUSAL),
    (speech.trailing_speech, speech.SAYING),
    (complements.wh_clause, {"wh", "say", "obj", "clause"}),
    (complements.infinitive, {"inf"}),
    (complements.prepositional, FRAMES_OF_WORDS),
    (complements.addressee_clause, {"tell"}),
    (complements.object_phrase, {"obj"}),
    (complements.bare_clause, {"say", "clause"}),
)
UNSPOKEN = ("dateline", "caption")
NEGATIONS = frozenset(["not", "never", "neither", "nor", "hardly"])


class Attribution(NamedTuple):
    """One source, one cue, one content.

    `source`, `cue` and `content` are spans (start, end) in code points, half-open, one for each piece; `source`
    is empty where the text gives none. `rule` is the function that found it; `confidence` is high, moderate or
    low by the measured precision of that rule. `lemma` and `cue_class` are the lexicon's; `quote_type` is
    direct, mixed or none. `negated` tells `did not say`; `modal` is the modal verb before the cue, or empty.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    confidence: str
    lemma: str
    cue_class: str
    quote_type: str
    negated: bool
    modal: str


def find(text: str, sentences: Sequence[Sentence] | None = None) -> list[Attribution]:
    """Attributions of `text` in the order of their cues; `sentences` saves splitting the text again.

    Raises nothing, whatever the text; spans are verbatim; time is linear in the length of the text.
    """
    t = Tokens(text, split(text) if sentences is None else sentences)
    known, found = forms(), []
    cues = list(compress(range(len(t.low)), map(known.__contains__, t.low)))
    at = 0
    for (first, last), role in zip(t.sentences, t.roles, strict=True):
        at = bisect_left(cues, first, at)
        upto = bisect_left(cues, last, at)
        if role not in UNSPOKEN and (upto > at or ":" in t.tags[first : first + 7]):
            found += in_sentence(t, first, last, cues[at:upto], role == "headline" or first == 0)
        at = upto
    return [finished(t, item) for item in with_continued_quotes(t, found)]


def in_sentence(t: Tokens, first: int, last: int, cues: list[int], headline: bool) -> list[Found]:
    """What the rules find at the cue words of one sentence."""
    found, shared, known = [], None, forms()
    named = colons.name_and_colon(t, first, last, headline)
    if named:
        found.append(named)
    capitals = None
    for i in cues:
        if i in t.quote_at:
            continue
        if i > first and not t.words[i][0].islower():
            capitals = titled(t, first, last) if capitals is None else capitals
            if not capitals:
                continue
        item = at_cue(t, known[t.low[i]], first, last, i, shared)
        if item and apart(item):
            found.append(item)
            shared = item.source[0] if item.source else shared
    return outermost(found) if len(found) > 1 else found


def apart(item: Found) -> bool:
    """Whether source, cue and content do not overlap; where marks are astray they may, and nothing is found."""
    ranges = sorted((*item.source, *item.cue, *item.content))
    return all(before[1] <= after[0] for before, after in pairwise(ranges))


def titled(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence is set in capitals like a headline, so that capitals tell no names."""
    return sum(word[0].islower() for word in t.words[first:last]) <= (last - first) // 3


def at_cue(t: Tokens, form: Form, first: int, last: int, i: int, shared: Range | None) -> Found | None:
    """What the first fitting rule finds at the cue word at `i`; `shared` is the source found before."""
    if t.low[i] == "according":
        return according.according_to(t, first, last, i)
    found = at_verb(t, form, first, last, i, shared) if form.places else None
    if found:
        return found
    if form.noun and (i == first or t.tags[i - 1] not in "tM"):
        return nominals.noun_cue(t, form.noun, first, last, i)
    if form.adjective:
        return nominals.adjective_cue(t, form.adjective, first, last, i)
    return None


def at_verb(t: Tokens, form: Form, first: int, last: int, i: int, shared: Range | None) -> Found | None:
    start = verb_group_start(t, first, i)
    voice = voice_of(t, form, first, start, i)
    if voice not in ("active", "participle", "passive"):
        return None
    for rest, cue in form.phrases:
        end = i + 1 + len(rest)
        if tuple(t.low[i + 1 : end]) == rest:
            return first_of(Clause(t, cue, first, last, start, i, end, voice, shared))
    return form.verb and first_of(Clause(t, form.verb, first, last, start, i, i + 1, voice, shared))


def first_of(clause: Clause) -> Found | None:
    """What the first rule gives that fits."""
    for rule in PASSIVE_RULES if clause.voice == "passive" else rules_of(clause.cue.frames):
        found = rule(clause)
        if found:
            return found._replace(negated=is_negated(clause), modal=modal_of(clause))
    return None


@cache
def rules_of(frames: frozenset[str]) -> tuple[Callable[[Clause], Found | None], ...]:
    """The rules that a cue with these frames can satisfy."""
    return tuple(rule for rule, needed in ACTIVE_RULES if frames & needed)


def is_negated(clause: Clause) -> bool:
    group = clause.t.low[clause.start : clause.at]
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in group)


def modal_of(clause: Clause) -> str:
    """The modal verb of the cue's verb group (would, could …), or empty; do is none."""
    at = clause.t.tags.find("M", clause.start, clause.at)
    word = clause.t.low[at] if at >= 0 else ""
    return "" if word.startswith(("do", "did")) else word


def outermost(found: list[Found]) -> list[Found]:
    """Leave out what stands within the content of another: what X says that X thinks is one statement of X.

    A verb of saying with a full noun phrase as source stays: X says that Y said.
    """
    pieces = sorted(piece for item in found for piece in item.content)
    starts = [start for start, _ in pieces]
    reach = list(accumulate((end for _, end in pieces), max))  # how far the pieces up to this one reach

    def inside(at: int) -> bool:
        k = bisect_right(starts, at)
        return k > 0 and reach[k - 1] > at

    return [item for item in found if quotes_another(item) or not inside(item.cue[0][0])]


def quotes_another(item: Found) -> bool:
    return "say" in item.entry.frames and bool(item.source) and item.source[0][1] - item.source[0][0] > 1


def finished(t: Tokens, item: Found) -> Attribution:
    """The attribution in code points."""
    starts, words = t.starts, t.words
    source, cue, content = (
        tuple([(starts[a], starts[b - 1] + len(words[b - 1])) for a, b in ranges])
        for ranges in (item.source, item.cue, item.content)
    )
    entry, rule = item.entry, item.rule
    kind = quote_type(t, item.content)
    return Attribution(
        source,
        cue,
        content,
        rule,
        confidence(rule),
        entry.lemma,
        entry.cue_class,
        kind,
        item.negated,
        item.modal,
    )


def quote_type(t: Tokens, content: tuple[Range, ...]) -> str:
    """direct when every piece lies within a quotation, mixed when a part does, else none."""
    within = [t.quote_at.get(a, (b, a)) for a, b in content]
    if all(first <= a and b <= last for (first, last), (a, b) in zip(within, content, strict=True)):
        return "direct"
    return "mixed" if any(OPEN in t.tags[a:b] or a in t.quote_at for a, b in content) else "none"


@cache
def confidence(rule: str) -> str:
    """high from a measured precision of .8, moderate from .5, else low (`lexicon/precision.csv`)."""
    precision = measured().get(rule, 0.0)
    return "high" if precision >= 0.8 else "moderate" if precision >= 0.5 else "low"


@cache
def measured() -> dict[str, float]:
    path = LEXICON / "precision.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["rule"]: float(row["precision"]) for row in csv.DictReader(file)}


def to_json_lines(doc: str, attributions: Iterable[Attribution]) -> Iterator[str]:
    """One JSON object a line: doc, source, cue, content ([[start, end], …]), rule, confidence."""
    for item in attributions:
        spans = {"source": item.source, "cue": item.cue, "content": item.content}
        yield json.dumps({"doc": doc, **spans, "rule": item.rule, "confidence": item.confidence}, ensure_ascii=False)
