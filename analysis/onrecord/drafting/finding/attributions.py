"""Attributions of an article: who is given as the source of what, by which words.

`find(text)` looks up every cue of the lexicon, sentence by sentence, and asks the rules of
`onrecord.drafting.finding.registry` in turn; the first that fits gives the attribution. Cues inside quotation marks,
and cues inside what another source is said to think, give none: the outermost source answers for the whole.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.continued import with_continued_quotes
from onrecord.drafting.finding.cues import ACCORDING, Cue, Form, forms
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import verb_group_start
from onrecord.drafting.finding.registry import RULES, rules_for
from onrecord.drafting.finding.voice import voice_of
from onrecord.drafting.reading.tags import COLON, MODAL, OPEN, TO
from onrecord.drafting.reading.tokens import Range, Tokens
from onrecord.source.sentences import Sentence, split

Span = tuple[int, int]
UNSPOKEN = ("dateline", "caption")
NEGATIONS = frozenset(["not", "never", "neither", "nor", "hardly"])
NO_NOUN_FOLLOWS = frozenset({TO, MODAL})
COLON_WITHIN = 6  # tokens from the start of a sentence in which a name and its colon stand
ACCORDING_TO = Cue("according to", "p", ("according to",), "neutral", frozenset())
A_COLON = Cue(":", "p", (":",), "neutral", frozenset())


class Attribution(NamedTuple):
    """One source, one cue, one content.

    `source`, `cue` and `content` are spans (start, end) in code points, half-open, one for each piece; `source`
    is empty where the text gives none. `rule` is the name of the rule that found it; `confidence` is high, moderate
    or low by the measured precision of that rule. `lemma` and `cue_class` are the lexicon's; `quote_type` is
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
    return attributions_in(Tokens(text, split(text) if sentences is None else sentences))


def attributions_in(t: Tokens) -> list[Attribution]:
    """The same, of an article that is cut into words already."""
    known = forms()
    cues = list(compress(range(len(t.words)), map(known.__contains__, t.low)))
    found: list[Found] = []
    at = 0
    for (first, last), role in zip(t.sentences, t.roles, strict=True):
        begin = bisect_left(cues, first, at)
        at = bisect_left(cues, last, begin)
        if role not in UNSPOKEN:
            sentence = InSentence(t, first, last, role == "headline" or first == 0)
            found += sentence.found(cues[begin:at])
    return [finished(t, item) for item in with_continued_quotes(t, found)]


class InSentence(NamedTuple):
    """The sentence [`first`, `last`) of an article; `headline`: whether it can be one."""

    t: Tokens
    first: int
    last: int
    headline: bool

    def found(self, cues: Sequence[int]) -> list[Found]:
        """What the rules find at the cue words of the sentence."""
        found = [named] if (named := self.at_colon()) else []
        shared = None
        for i in self.without_names(cues):
            item = self.at_cue(i, shared)
            if item and apart(item):
                found.append(item)
                shared = item.source[0] if item.source else shared
        return outermost(found) if len(found) > 1 else found

    def without_names(self, cues: Sequence[int]) -> list[int]:
        """The cues that stand in no quotation and are no names by their capital, unless all words have one."""
        t = self.t
        unquoted = [i for i in cues if i not in t.quote_at]
        capital = {i for i in unquoted if i > self.first and not t.words[i][0].islower()}
        return unquoted if not capital or self.is_titled() else [i for i in unquoted if i not in capital]

    def is_titled(self) -> bool:
        """Whether the sentence is set in capitals like a headline, so that capitals tell no names."""
        small = sum(word[0].islower() for word in self.t.words[self.first : self.last])
        return small <= (self.last - self.first) // 3

    def at_colon(self) -> Found | None:
        """What is found at a colon behind the first words."""
        colon = self.t.tags.find(COLON, self.first, min(self.last, self.first + COLON_WITHIN))
        return self.ask(A_COLON, "colon", colon, colon, colon + 1) if colon > self.first else None

    def at_cue(self, i: int, shared: Range | None) -> Found | None:
        """What the first fitting rule finds at the cue word at `i`; `shared` is the source found before."""
        t = self.t
        if t.low[i] == ACCORDING:
            return self.ask(ACCORDING_TO, "according", i, i, i + 2) if t.low[i + 1] == "to" else None
        form = forms()[t.low[i]]
        found = self.at_verb(form, i, shared) if form.places else None
        return found or self.at_nominal(form, i)

    def at_verb(self, form: Form, i: int, shared: Range | None) -> Found | None:
        """What is found where the form is a verb, alone or with the words behind it."""
        start = verb_group_start(self.t, self.first, i)
        voice = voice_of(self.t, form, self.first, start, i)
        if not voice:
            return None
        cue, end = self.cue_at(form, i)
        return self.ask(cue, voice, start, i, end, shared) if cue else None

    def cue_at(self, form: Form, i: int) -> tuple[Cue | None, int]:
        """The cue that opens with this verb, the longest that fits, and where it ends."""
        for rest, cue in form.phrases:
            end = i + 1 + len(rest)
            if tuple(self.t.low[i + 1 : end]) == rest:
                return cue, end
        return form.verb, i + 1

    def at_nominal(self, form: Form, i: int) -> Found | None:
        """What is found where the form is a noun or an adjective."""
        if form.noun and (i == self.first or self.t.tags[i - 1] not in NO_NOUN_FOLLOWS):
            return self.ask(form.noun, "noun", i, i, i + 1)
        return self.ask(form.adjective, "adjective", i, i, i + 1) if form.adjective else None

    def ask(self, cue: Cue, voice: str, start: int, at: int, end: int, shared: Range | None = None) -> Found | None:
        """What the first rule gives that fits."""
        clause = Clause(self.t, cue, self.first, self.last, start, at, end, voice, shared, self.headline)
        for rule in rules_for(voice, cue.frames):
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
    group = clause.t.low[clause.start : clause.at]
    return any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in group)


def modal_of(clause: Clause) -> str:
    """The modal verb of the cue's verb group (would, could …), or empty; do is none."""
    at = clause.t.tags.find(MODAL, clause.start, clause.at)
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
    """Whether it is somebody's speech, by more than a pronoun."""
    return "say" in item.entry.frames and bool(item.source) and item.source[0][1] - item.source[0][0] > 1


def finished(t: Tokens, item: Found) -> Attribution:
    """The attribution in code points."""
    source, cue, content = (in_code_points(t, ranges) for ranges in (item.source, item.cue, item.content))
    return Attribution(
        source,
        cue,
        content,
        item.rule,
        RULES[item.rule].confidence,
        item.entry.lemma,
        item.entry.cue_class,
        quote_type(t, item.content),
        item.negated,
        item.modal,
    )


def in_code_points(t: Tokens, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Ranges of tokens as spans."""
    return tuple([(t.starts[a], t.starts[b - 1] + len(t.words[b - 1])) for a, b in ranges])


def quote_type(t: Tokens, content: tuple[Range, ...]) -> str:
    """direct when every piece lies within a quotation, mixed when a part does, else none."""
    within = [t.quote_at.get(a, (b, a)) for a, b in content]
    if all(first <= a and b <= last for (first, last), (a, b) in zip(within, content, strict=True)):
        return "direct"
    return "mixed" if any(OPEN in t.tags[a:b] or a in t.quote_at for a, b in content) else "none"


def to_json_lines(doc: str, attributions: Iterable[Attribution]) -> Iterator[str]:
    """One JSON object a line: doc, source, cue, content ([[start, end], …]), rule, confidence."""
    for item in attributions:
        spans = {"source": item.source, "cue": item.cue, "content": item.content}
        yield json.dumps({"doc": doc, **spans, "rule": item.rule, "confidence": item.confidence}, ensure_ascii=False)
