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
from onrecord.measures.verbatim_quotes import Stretch, verbatim_parts
from onrecord.wording.naming import label
from onrecord.wording.propositions import clause

_POINTING = {"pronoun", "descriptor", "group_descriptor"}  # mention forms that mean nothing out of their paragraph


def verbatim(row: str, text: str) -> Markup:
    """`text`, cut from the article for `row`, in quote marks."""
    rows = Markup(' data-rows="{}"').format(row) if row else ""
    return Markup('<q class="verbatim"{}>{}</q>').format(rows, text)


def span_words(case: Case, row: str, field: str, joint: str = " […] ") -> str:
    """The words of a row's span `field` (cue, content …), as written; its pieces with `joint` between them."""
    return joint.join(case.article.text[start:end] for start, end in case.pieces(row, field))


def own_words(case: Case, statement: str) -> Markup:
    """The article's own words of a statement, in quote marks."""
    return verbatim(statement, span_words(case, statement, "content").strip(" ,"))


def quoted(case: Case, statement: str) -> Markup:
    """What the speaker said verbatim, in quote marks, without an editor's insertion (rule Q2)."""
    return verbatim(statement, quoted_text(case, statement))


def quoted_text(case: Case, statement: str) -> str:
    """The verbatim words of a quotation without the editor's insertions."""
    text, cuts = case.article.text, case.pieces(statement, "insertion")
    parts = [
        words.strip()
        for start, end in case.pieces(statement, "quote")
        for _, words in verbatim_parts(start, text[start:end], cuts)
    ]
    return " […] ".join(filter(None, parts))


def paraphrase(case: Case, statement: str) -> Markup:
    """The content of a statement as the article puts it: quoted words in quote marks, pointing words explained.

    An explanation in square brackets is this package's, taken from the coded mentions.
    """
    body = Markup(" […] ").join(_piece(case, statement, span) for span in case.pieces(statement, "content"))
    as_clause = body if body.startswith("<q") else Markup(clause(case, str(body)))  # noqa: S704 – but for a letter
    return Markup('<span class="content">{}</span>').format(as_clause)


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
    found = {quote: verbatim(statement, case.article.text[slice(*quote)]) for quote in quotes}
    if quotes:
        found[quotes[0]] = quoted(case, statement)
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
