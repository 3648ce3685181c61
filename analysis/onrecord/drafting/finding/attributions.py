"""Attributions of an article: who is given as the source of what, by which words.

`find(text)` looks up every cue of the lexicon, sentence by sentence, and asks the rules of
`onrecord.drafting.finding.registry` in turn; the first that fits gives the attribution. Cues inside quotation marks,
and cues inside what another source is said to think, give none: the outermost source answers for the whole.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.continued import with_continued_quotes
from onrecord.drafting.finding.cues import ACCORDING, Cue, Form, forms
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import verb_group_start
from onrecord.drafting.finding.registry import RULES, rules_for
from onrecord.drafting.finding.sentence import Words, words_of
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
    found: list[Found] = []
    for s, cues in spoken_sentences(t):
        found += outermost(in_sentence(s, names_left_out(t, s, cues)))
    return [finished(t, item) for item in with_continued_quotes(t, found)]


def spoken_sentences(t: Tokens) -> Iterator[tuple[Words, list[int]]]:
    """Each sentence in which somebody can speak, with its cue words outside quotation marks."""
    cues, at = cue_words(t), 0
    for (first, last), role in zip(t.sentences, t.roles, strict=True):
        begin = bisect_left(cues, first, at)
        at = bisect_left(cues, last, begin)
        if role not in UNSPOKEN:
            yield words_of(t, first, last, role == "headline" or first == 0), cues[begin:at]


def cue_words(t: Tokens) -> list[int]:
    """The tokens outside quotation marks that are forms of a cue."""
    known = compress(range(len(t.words)), map(forms().__contains__, t.low))
    return [i for i in known if i not in t.quote_at]


def names_left_out(t: Tokens, s: Words, cues: list[int]) -> list[int]:
    """The cues that are no names by their capital, unless most words have one, as in a headline."""
    small = [i for i in cues if i == s.first or t.words[i][0].islower()]
    return cues if len(small) == len(cues) or is_titled(t.words[s.first : s.last]) else small


def is_titled(words: Sequence[str]) -> bool:
    """Whether a sentence is set in capitals like a headline, so that capitals tell no names."""
    return sum(word[0].islower() for word in words) <= len(words) // 3


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
    if s.low[i] == ACCORDING:
        return at_according(s, i)
    form = forms()[s.low[i]]
    found = at_verb(s, form, i, shared) if form.places else None
    return found or at_nominal(s, form, i)


def at_according(s: Words, i: int) -> Found | None:
    """What is found at `according to`."""
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


def outermost(found: list[Found]) -> list[Found]:
    """Leave out what stands within the content of another: what X says that X thinks is one statement of X.

    A verb of saying with a full noun phrase as source stays: X says that Y said.
    """
    if len(found) < 2:
        return found
    covered = covering(piece for item in found for piece in item.content)
    return [item for item in found if quotes_another(item) or not covered(item.cue[0][0])]


def covering(ranges: Iterable[Range]) -> Callable[[int], bool]:
    """A function that tells whether one of the ranges holds a token."""
    pieces = sorted(ranges)
    starts = [start for start, _ in pieces]
    reach = [-1, *accumulate((end for _, end in pieces), max)]  # how far so many pieces reach
    return lambda token: reach[bisect_right(starts, token)] > token


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


def quote_type(t: Tokens, content: Sequence[Range]) -> str:
    """direct when every piece lies within a quotation, mixed when a part does, else none."""
    if all(is_quoted(t, *piece) for piece in content):
        return "direct"
    return "mixed" if any(OPEN in t.tags[a:b] or a in t.quote_at for a, b in content) else "none"


def is_quoted(t: Tokens, start: int, end: int) -> bool:
    """Whether one quotation holds all of the range."""
    quote = t.quote_at.get(start)
    return quote is not None and end <= quote[1]


def to_json_lines(doc: str, attributions: Iterable[Attribution]) -> Iterator[str]:
    """One JSON object a line: doc, source, cue, content ([[start, end], …]), rule, confidence."""
    for item in attributions:
        spans = {"source": item.source, "cue": item.cue, "content": item.content}
        yield json.dumps({"doc": doc, **spans, "rule": item.rule, "confidence": item.confidence}, ensure_ascii=False)
