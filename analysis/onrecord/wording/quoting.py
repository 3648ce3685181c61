"""The words of the article inside a sentence of ours.

A speaker's own words stand in quote marks; the article's paraphrase of a speaker stands without, so that nobody takes
it for the speaker's words. Both are cut from the span and never retyped.
"""

from __future__ import annotations

import re

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import sentences_of
from onrecord.measures.verbatim_quotes import verbatim_parts
from onrecord.wording.naming import clause, label

_POINTING = {"pronoun", "descriptor", "group_descriptor"}  # mention forms that mean nothing out of their paragraph


def verbatim(row: str, text: str) -> Markup:
    """`text`, cut from the article for `row`, in quote marks."""
    rows = Markup(' data-rows="{}"').format(row) if row else ""
    return Markup('<q class="verbatim"{}>{}</q>').format(rows, text)


def own_words(case: Case, statement: str) -> Markup:
    """The article's own words of a statement, in quote marks."""
    parts = [case.article.text[start:end] for start, end in case.pieces(statement, "content")]
    return verbatim(statement, " […] ".join(parts).strip(" ,"))


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
    return Markup('<span class="content">{}</span>').format(_as_clause(case, statement, body))


def _as_clause(case: Case, statement: str, body: Markup) -> Markup:
    return body if body.startswith("<q") else Markup(clause(case, str(body)))


def _piece(case: Case, statement: str, span: tuple[int, int]) -> Markup:
    """One piece of the content: quotations and explanations put in at their places."""
    text, (start, end) = case.article.text, span
    quotes = [q for q in case.pieces(statement, "quote") if start <= q[0] < end]
    inserts = {(a, b): verbatim(statement, quoted_text(case, statement)) for a, b in quotes[:1]}
    for a, b in quotes[1:]:
        inserts[(a, b)] = verbatim(statement, text[a:b])
    inserts |= {
        (b, b): Markup(" [{}]").format(name)
        for b, name in _explained(case, statement, span)
        if not any(qa <= b <= qb for qa, qb in quotes)
    }
    out, at = Markup(""), start
    for (a, b), markup in sorted(inserts.items()):
        out += Markup("{}{}").format(_outside_marks(text[at:a], markup), markup)
        at = b
    rest = text[at:end]
    return out + (rest.lstrip("”\"’'") if at in {b for _, b in quotes} else rest)


def _outside_marks(before: str, markup: Markup) -> str:
    return before.rstrip("“\"‘'") if markup.startswith("<q") else before


def _explained(case: Case, statement: str, span: tuple[int, int]) -> list[tuple[int, str]]:
    """(code point, name) of each pointing word in the span: "them [Western nations]", "its neighbour [Russia]"."""
    speaker = case.statements.at[statement, "speaker"]
    sentences = sentences_of(case, case.statements.at[statement, "sentence"])
    names: dict[tuple[int, int], list[str]] = {}
    for owner, mention in case.mentions[case.mentions["sentence"].isin(sentences)].iterrows():
        ((start, end), *_) = case.pieces(owner, "mention")
        if start < span[0] or end > span[1]:
            continue
        if mention["kind"] == "actor" and mention["form"] in _POINTING and _unclear(case, mention, speaker):
            names.setdefault((start, end), []).append(label(case, mention["entity"]))
    return [(_after_possessive(case, end), " and ".join(found)) for (_, end), found in sorted(names.items())]


def _after_possessive(case: Case, end: int) -> int:
    """The explanation of "the two countries’ drills" stands behind the possessive mark."""
    return end + len(re.match(r"([’']s?(?!\w))?", case.article.text[end : end + 3])[0])


def _unclear(case: Case, mention: pd.Series, speaker: str) -> bool:
    """Whether the mention's words alone do not say who is meant."""
    actor = case.actors.loc[mention["entity"]]
    if mention["entity"] == speaker and mention["form"] == "pronoun":
        return False
    shared = set(actor["name"].casefold().split()) & set(mention["text"].casefold().split())
    return not shared and actor["type"] != "unspecified"
