"""What a drafted claim stands in: its sentence where that says more, the sentence before where it points back.

A program cuts a claim out of its sentence and may lose what qualifies it; a reader of the whole sentence does not. Nor
does a program know what "its winds", "this change" or "the bill" mean; a reader of the sentence before does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_drafted
from onrecord.measures.sentences import place_of, sentences_of
from onrecord.wording.actors import is_plural
from onrecord.wording.drafted import sentence_link
from onrecord.wording.quoting import verbatim

_LONGEST = 60  # words; of a longer sentence there is only the link
_SHORTEST = 4  # words; fewer are no sentence that tells anything
_AROUND = 15  # words on both sides of a name in a longer sentence
_SMALL = frozenset({"the", "a", "an", "that", "and", "also", "of", "to", "as", "in"})  # told no less without
_TIMES = "year|month|week|weekend|morning|afternoon|evening|season|century|summer|autumn|winter|spring"
_DEMONSTRATIVE = re.compile(
    r"\b(?:(?:this|these|those|(?:of|in|for|to|by|with|from|on|at) that)\s+"
    rf"(?!(?:{_TIMES}|who|which|that|of|is|was|are|were)\b)[a-z]"
    r"|such (?:an?\b|[a-z]+s\b)(?!\s*as)|the (?:same|former|latter|resulting|ensuing|other)\b"
    r"|(?:one|two|three|some|most|many|all|none|both|half|several|few) of (?:the|them|these|those)\b)"
)
_SHE = frozenset({"he", "his", "him", "she", "her"})
_THEY = frozenset({"they", "their", "them", "theirs"})
_IT = frozenset({"it", "its"})
_OTHERS = frozenset({"this", "these", "that", "those", "both", "neither", "another", "others", "such"})
_EMPTY_IT = re.compile(r"it (?:\w+ ){1,4}(?:that|to|for|if|when|whether|how)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"the ([a-z]{3,})(?!['’]s| (?:of|in|on|for|from|between|at|with|by|who|that|which)\b)")
_OPENER = re.compile(r"[“‘\"'\s]*(?:that |and |but |because |since |when |if |although |while |as )?", re.IGNORECASE)


def in_full(case: Case, statements: Sequence[str]) -> Markup:
    """The sentences of drafted statements, whole, where one holds words beside claim, speaker and cue; else ""."""
    if not all(is_drafted(case, one) for one in statements):
        return Markup("")
    if not any(_says_more(case, sentence, one) for one in statements for sentence in _sentences(case, one)):
        return Markup("")
    found = dict.fromkeys(sentence for one in statements for sentence in _sentences(case, one))
    return verbatim(" ".join(statements), " ".join(_text(case, one) for one in found))


def stands_before(case: Case, statement: str, above: Sequence[str], first: bool) -> Markup:
    """``Before it: “The dam broke.” [S03]`` behind a claim that points back, or whose speaker does; "" for others.

    What the claim `above` it holds is not told again; `first`: its speaker is not named above.
    """
    if not points_back(case, statement) and not (first and _is_definite(case, statement)):
        return Markup("")
    told = {sentence for one in above for sentence in _sentences(case, one)}
    before = [one for one in _before(case, statement) if one not in told]
    return Markup("").join(_aside("Before it", case, one) for one in before)


def first_named(case: Case, statement: str) -> Markup:
    """``First named: “…” [S02]``: the sentence that names a person before the one that gives the words; "" for none."""
    actor = case.actors.loc[case.statements.at[statement, "speaker"]]
    name, spoken = rf"\b{re.escape(actor['name'])}\b", _sentences(case, statement)[0]
    named = (one for one, text in whole_sentences(case) if re.search(name, text))
    first = next(named, spoken) if actor["type"] == "person" else spoken
    shown = points_back(case, statement) and first in _before(case, statement)
    if shown or place_of(case, first) >= place_of(case, spoken):
        return Markup("")
    return _aside("First named", case, first, actor["name"].split()[-1])


def _aside(lead: str, case: Case, sentence: str, name: str = "") -> Markup:
    """A sentence beside a claim; of a long one the words about `name`, or none."""
    text = _text(case, sentence)
    if len(text.split()) > _LONGEST:
        text = _about(text, name) if name else ""
    words = verbatim("", text) + " " if text else ""
    return Markup('<br><span class="group">{}: {}[{}]</span>').format(lead, words, sentence_link(sentence))


def _about(text: str, name: str) -> str:
    words = text.split()
    at = next(number for number, word in enumerate(words) if name in word)
    start, end = max(at - _AROUND, 0), at + _AROUND
    before, behind = ("… " if start else ""), (" …" if end < len(words) else "")
    return f"{before}{' '.join(words[start:end])}{behind}"


def _text(case: Case, sentence: str) -> str:
    row = case.sentences.loc[sentence]
    return " ".join(case.article.text[row["start"] : row["end"]].split())


def _sentences(case: Case, statement: str) -> list[str]:
    return sentences_of(case, case.statements.at[statement, "sentence"])


def _says_more(case: Case, sentence: str, statement: str) -> bool:
    """Whether a sentence holds words beside the claim, its speaker and its cue."""
    held = [span for field in ("content", "speaker", "cue", "quote") for span in case.pieces(statement, field)]
    row = case.sentences.loc[sentence]
    found = re.finditer(r"\w+", case.article.text[row["start"] : row["end"]])
    words = ((row["start"] + one.start(), one[0].casefold()) for one in found)
    return any(word not in _SMALL and not any(start <= at < end for start, end in held) for at, word in words)


def points_back(case: Case, statement: str) -> bool:
    """Whether the words of the content point at something that the sentences before them name."""
    text = " ".join(case.article.text[start:end] for start, end in case.pieces(statement, "content"))
    opened = _OPENER.sub("", text, count=1)
    first = re.match(r"\w+", opened)
    word = first[0].casefold() if first else ""
    if word in _OTHERS or _is_pronoun_of_another(case, statement, opened, word):
        return True
    paraphrased = case.statements.at[statement, "quote_type"] != "direct"  # a quotation speaks for itself
    return paraphrased and (_DEMONSTRATIVE.search(text) is not None or _is_unknown(case, statement, opened))


def _is_pronoun_of_another(case: Case, statement: str, text: str, word: str) -> bool:
    """Whether the clause opens with a pronoun that is not the speaker's."""
    if word not in _SHE | _THEY | _IT or (word == "it" and _EMPTY_IT.match(text)):
        return False
    speaker = case.statements.at[statement, "speaker"]
    person = case.actors.at[speaker, "type"] == "person"
    own = _SHE if person else _THEY if is_plural(case, speaker) else _IT
    return word not in own or _is_ahead(case, statement)


def _is_ahead(case: Case, statement: str) -> bool:
    """Whether the content stands before its source, which its pronouns then do not mean."""
    content, speaker = case.pieces(statement, "content"), case.pieces(statement, "speaker")
    return bool(speaker) and content[0][0] < speaker[0][0]


def _is_unknown(case: Case, statement: str, text: str) -> bool:
    """Whether it opens with "the bill" or the like, which neither the headline nor the speaker's name has."""
    found = _DEFINITE.match(text[:1].lower() + text[1:])
    known = f"{case.article.headline} {case.statements.at[statement, 'speaker_text']}".casefold()
    return found is not None and found[1][:5] not in known


def _is_definite(case: Case, statement: str) -> bool:
    """Whether the speaker is called "the city" or the like, which says who it is only to a reader of what precedes."""
    return (
        re.match(r"(?:[Tt]he|[Tt]hese|[Tt]his) [a-z]", str(case.statements.at[statement, "speaker_text"])) is not None
    )


def _before(case: Case, statement: str) -> list[str]:
    """The whole sentence of the body before the statement's own; none at the beginning."""
    place = place_of(case, case.statements.at[statement, "sentence"])
    return [one for one, _ in whole_sentences(case) if place_of(case, one) < place][-1:]


def whole_sentences(case: Case) -> Iterator[tuple[str, str]]:
    """(sentence, text) of standfirst and body, without what is no sentence."""
    for sentence in case.sentences.index[case.sentences["role"].isin(["standfirst", "body"])]:
        text = _text(case, str(sentence))
        if _is_whole(text):
            yield str(sentence), text


def _is_whole(text: str) -> bool:
    """Whether it looks like a sentence, not like a caption: it opens large, ends with a stop and is not very short."""
    opened, closed = re.match(r"\W*[^\W\d_a-z]", text), re.search(r"[.!?]\W*$", text)
    return bool(opened and closed) and len(text.split()) >= _SHORTEST
