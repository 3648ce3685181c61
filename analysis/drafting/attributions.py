"""Attributions of an article: who is given as the source of what, by which words.

``find(text)`` runs every rule of ``analysis.drafting.rules`` at every cue of the lexicon, sentence by sentence.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.drafting.clause import Clause, voice_of
from analysis.drafting.cues import Form, forms
from analysis.drafting.found import Found
from analysis.drafting.phrases import verb_group_start
from analysis.drafting.rules import complements, others, speech
from analysis.drafting.tokens import CLOSE, OPEN, Tokens
from analysis.source.sentences import split

Span = tuple[int, int]
VERB_RULES = (
    others.passive_agent,
    others.agentless_passive,
    speech.quote_after_cue,
    speech.inverted_speech,
    complements.that_clause,
    speech.trailing_speech,
    complements.wh_clause,
    complements.infinitive,
    complements.prepositional,
    complements.addressee_clause,
    complements.object_phrase,
    complements.bare_clause,
)


class Attribution(NamedTuple):
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    confidence: str
    lemma: str
    cue_class: str
    quote_type: str


def find(text: str, sentences: Sequence | None = None) -> list[Attribution]:
    t = Tokens(text, split(text) if sentences is None else sentences)
    known, found = forms(), []
    cues = [i for i, word in enumerate(t.low) if word in known]
    at = 0
    for (first, last), role in zip(t.sentences, t.roles, strict=True):
        at = bisect_left(cues, first, at)
        upto = bisect_left(cues, last, at)
        if role not in ("dateline", "caption"):
            found += in_sentence(t, first, last, cues[at:upto], role == "headline" or first == 0)
        at = upto
    return [finished(t, item) for item in with_continued_quotes(t, found)]


def in_sentence(t: Tokens, first: int, last: int, cues: list[int], headline: bool) -> list[Found]:
    """What the rules find at the cue words of one sentence."""
    found, shared, known = [], None, forms()
    named = others.colon_headline(t, first, last, headline)
    if named:
        found.append(named)
    for i in cues:
        if i in t.quote_at or not (i == first or t.words[i][0].islower() or titled(t, first, last)):
            continue
        item = at_cue(t, known[t.low[i]], first, last, i, shared)
        if item:
            found.append(item)
            shared = item.source[0] if item.source else shared
    return [item for item in found if not nested(item, found)]


def titled(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence is set in capitals like a headline, so that capitals tell no names."""
    return sum(word[0].islower() for word in t.words[first:last]) <= (last - first) // 3


def at_cue(t, form: Form, first, last, i, shared) -> Found | None:
    if t.low[i] == "according":
        return others.according_to(t, first, last, i)
    start = verb_group_start(t, first, i)
    if form.places:
        voice = voice_of(t, form, first, start, i)
        if voice in ("active", "participle", "passive"):
            for rest, cue in form.phrases:
                end = i + 1 + len(rest)
                if tuple(t.low[i + 1 : end]) == rest:
                    return first_of(Clause(t, cue, first, last, start, i, end, voice, shared))
            if form.verb:
                item = first_of(Clause(t, form.verb, first, last, start, i, i + 1, voice, shared))
                if item:
                    return item
    if form.noun and (t.tags[i - 1 : i] not in tuple("tM") or i == first):
        return others.noun_cue(t, form.noun, first, last, i)
    if form.adjective:
        return others.adjective_cue(t, form.adjective, first, last, i)
    return None


def first_of(clause: Clause) -> Found | None:
    for rule in VERB_RULES:
        item = rule(clause)
        if item:
            return item
    return None


def nested(item: Found, found: list[Found]) -> bool:
    """Whether the cue stands within the content of another attribution: what X says that Y thinks is X's."""
    at = item.cue[0][0]
    return any(a <= at < b for other in found for a, b in other.content) and (
        "say" not in item.entry.frames or not item.source or item.source[0][1] - item.source[0][0] == 1
    )


def with_continued_quotes(t: Tokens, found: list[Found]) -> list[Found]:
    """Add to each quotation those that follow it in its paragraph and have no cue of their own."""
    taken = {r for item in found for r in item.content}
    starts = {first: k for k, (first, last) in enumerate(t.sentences)}
    ends = [last for first, last in t.sentences]
    result = []
    for item in found:
        last_piece = max(item.content)
        anchor = max(last_piece[1], item.cue[-1][1], item.source[0][1] if item.source else 0)
        if not any(t.quote_at.get(r[0]) == r or t.quote_at.get(r[1] - 1, (0, 0))[1] == r[1] for r in item.content):
            result.append(item)
            continue
        k = bisect_left(ends, anchor) + 1
        pieces = list(item.content)
        while k < len(t.sentences) and t.paragraph[k] == t.paragraph[k - 1]:
            first = t.sentences[k][0]
            quote = t.quote_at.get(first) if t.tags[first] == OPEN else None
            if not quote or quote in taken or any(r[0] <= quote[0] < r[1] for r in taken):
                break
            if quote[1] < t.sentences[k][1] - 1 :
                break
            pieces.append(quote)
            taken.add(quote)
            k = bisect_left(ends, quote[1]) + 1
        result.append(item._replace(content=tuple(pieces)))
    return result


def finished(t: Tokens, item: Found) -> Attribution:
    def spans(ranges):
        return tuple(t.span(a, b) for a, b in ranges)

    return Attribution(spans(item.source), spans(item.cue), spans(item.content), item.rule, "moderate", item.entry.lemma, item.entry.cue_class, "none")


def to_json_lines(doc: str, attributions: Iterable[Attribution]) -> Iterator[str]:
    for item in attributions:
        yield json.dumps(
            {"doc": doc, "source": item.source, "cue": item.cue, "content": item.content, "rule": item.rule, "confidence": item.confidence}
        )
