"""The words of the article inside a sentence of ours.

A speaker's own words stand in quote marks; the article's paraphrase of a speaker stands without, so that nobody takes
it for the speaker's words. Both are cut from the span and never retyped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.sentences import sentences_of
from onrecord.measures.verbatim_quotes import Stretch
from onrecord.wording.naming import label
from onrecord.wording.propositions import clause

LEFT_OUT = " […] "  # where words of the article are
_MARK = re.compile(r"[“”„«»\"]|''|(?<!\w)[‘']|[’'](?!\w)")  # of a quotation that ends or begins
_LONGEST_ATTRIBUTION = 25  # words
_POINTING = {"pronoun", "descriptor", "group_descriptor"}  # mention forms that mean nothing out of their paragraph


def verbatim(row: str, text: str) -> Markup:
    """`text`, cut from the article for `row`, in quote marks."""
    rows = Markup(' data-rows="{}"').format(row) if row else ""
    return Markup('<q class="verbatim"{}>{}</q>').format(rows, text)


def span_words(case: Case, row: str, field: str, joint: str = LEFT_OUT) -> str:
    """The words of a row's span `field` (cue, content …), as written; its pieces with `joint` between them."""
    return joint.join(case.article.text[start:end] for start, end in case.pieces(row, field))


def own_words(case: Case, statement: str) -> Markup:
    """The article's own words of a statement, in quote marks."""
    return verbatim(statement, span_words(case, statement, "content").strip(" ,"))


def quoted(case: Case, statement: str) -> Markup:
    """What the speaker said verbatim: each quotation in its own marks, in one what only names the speaker between.

    An editor's insertion stands in its brackets inside the words, and behind the closing mark at their end (rule Q2).
    """
    found: list[list[str]] = []
    pieces = case.pieces(statement, "quote")
    for before, piece in zip([None, *pieces], pieces, strict=False):
        joint = _between_quotes(case, statement, before[1], piece[0]) if before else None
        if joint is None:
            found.append([_words(case, piece)])
        else:
            found[-1] += [joint, _words(case, piece)]
    return Markup("; ").join(_marked_off(case, statement, "".join(one)) for one in found)


def _words(case: Case, span: Stretch) -> str:
    return case.article.text[slice(*span)].strip()


def _marked_off(case: Case, statement: str, said: str) -> Markup:
    """Words in quote marks; an insertion at their end behind the closing one."""
    insertions = (case.article.text[slice(*one)] for one in case.pieces(statement, "insertion"))
    last = next((one for one in insertions if said.endswith(one) and said != one and re.search(r"\w", one)), "")
    if not last:
        return verbatim(statement, said)
    return Markup("{} {}").format(verbatim(statement, said.removesuffix(last).rstrip()), last)


def _between_quotes(case: Case, statement: str, end: int, start: int) -> str | None:
    """What stands between two pieces of a quotation: a mark of what is left out; nothing but the article's comma where
    a sentence runs on past its attribution; None where another quotation begins."""
    text = case.article.text
    gap = text[end:start]
    if not _MARK.search(gap):
        return LEFT_OUT
    runs_on = _is_attribution(case, statement, end, start) and text[start].islower()
    return _comma(gap) if runs_on else None


def _is_attribution(case: Case, statement: str, end: int, start: int) -> bool:
    """Whether no more than the cue and the speaker stands between, by the length of it."""
    named = [*case.pieces(statement, "cue"), *case.pieces(statement, "speaker")]
    inside = any(end <= left and right <= start for left, right in named)
    return inside and len(case.article.text[end:start].split()) <= _LONGEST_ATTRIBUTION


def _comma(gap: str) -> str:
    return ", " if "," in gap[:2] else " "


def paraphrase(case: Case, statement: str) -> Markup:
    """The content of a statement as the article puts it: quoted words in quote marks, pointing words explained.

    An explanation in square brackets is this package's, taken from the coded mentions.
    """
    body = Markup("")
    pieces = case.pieces(statement, "content")
    for before, span in zip([None, *pieces], pieces, strict=False):
        joint = _between_pieces(case, statement, before[1], span[0]) if before else ""
        body += Markup("{}{}").format(joint, _piece(case, statement, span))
    as_clause = body if body.startswith("<q") else Markup(clause(case, str(body)))  # noqa: S704 – but for a letter
    return Markup('<span class="content">{}</span>').format(as_clause)


def _between_pieces(case: Case, statement: str, end: int, start: int) -> str:
    """A mark of what is left out, but where only the cue and the speaker are."""
    attribution = _is_attribution(case, statement, end, start)
    return _comma(case.article.text[end:start]) if attribution else LEFT_OUT


def _piece(case: Case, statement: str, span: Stretch) -> Markup:
    """One piece of the content: quotations and explanations put in at their places."""
    text, (at, end) = case.article.text, span
    quotes = [quote for quote in case.pieces(statement, "quote") if at <= quote[0] < end]
    out = Markup("")
    for (left, right), markup in sorted(_put_in(case, statement, span, quotes).items()):
        out += Markup("{}{}").format(_outside_marks(text[at:left], markup), markup)
        at = right
    rest = text[at:end]
    return out + (rest.lstrip("”\"’'") if at in {right for _, right in quotes} else rest)


def _put_in(case: Case, statement: str, span: Stretch, quotes: Sequence[Stretch]) -> dict[Stretch, Markup]:
    """What stands in place of some words of a piece: quotations, and explanations behind pointing words."""
    found = {quote: _marked_off(case, statement, _words(case, quote)) for quote in quotes}
    return found | {
        (end, end): Markup(" [{}]").format(name)
        for end, name in _explained(case, statement, span)
        if not any(left <= end <= right for left, right in quotes)
    }


def _outside_marks(before: str, markup: Markup) -> str:
    return before.rstrip("“\"‘'") if markup.startswith("<q") else before


def _explained(case: Case, statement: str, span: Stretch) -> list[tuple[int, str]]:
    """(code point, name) of each pointing word in the span: "them [Western nations]", "its neighbour [Russia]"."""
    row = case.statements.loc[statement]
    mentions = case.mentions[case.mentions["sentence"].isin(sentences_of(case, row["sentence"]))]
    names: dict[Stretch, list[str]] = {}
    for owner, mention in mentions.iterrows():
        (start, end), *_ = case.pieces(str(owner), "mention")
        if span[0] <= start and end <= span[1] and _points(case, mention, row["speaker"]):
            names.setdefault((start, end), []).append(label(case, mention["entity"]))
    return [(_after_possessive(case, end), " and ".join(found)) for (_, end), found in sorted(names.items())]


def _after_possessive(case: Case, end: int) -> int:
    """The explanation of "the two countries’ drills" stands behind the possessive mark."""
    mark = re.match(r"[’']s?(?!\w)", case.article.text[end : end + 3])
    return end + (mark.end() if mark else 0)


def _points(case: Case, mention: pd.Series, speaker: str) -> bool:
    """Whether the mention's words alone do not say which actor is meant."""
    if mention["kind"] != "actor" or mention["form"] not in _POINTING:
        return False
    if mention["entity"] == speaker:
        return False
    actor = case.actors.loc[mention["entity"]]
    shared = set(actor["name"].casefold().split()) & set(mention["text"].casefold().split())
    return not shared and actor["type"] != "unspecified"
