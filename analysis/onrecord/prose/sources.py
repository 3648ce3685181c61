"""The source list: every sentence of the article with its coded words marked, and a place for every row it bears.

A document keeps only what it cites, unless the list is to hold every row; in JupyterLab the whole list shows.
"""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import coded_in, is_draft, left_alone
from onrecord.wording.citations import rows_by_sentence
from onrecord.wording.claim import Prose
from onrecord.wording.describing import describe
from onrecord.wording.marking import marked

Rows = list[tuple[str, bool]]  # the rows that a sentence bears, and whether each starts there
_ITEM = Markup(
    '<li id="{0}" data-sentence="{0}"><p class="sentence">{1}<span class="sentence-id">{0}</span> '
    '<span class="verbatim">{2}</span></p>{3}</li>'
)
_IN_THE_LAB = Markup(
    "<style>.source-list { list-style: none !important; } .source-list mark { background: none; color: inherit; "
    "border-bottom: 1px solid; } .source-list .sentence-id { font-size: .8em; }</style>"
)  # of a document's look the page and the setter take care
_LIST = Markup('<section class="sources" id="sources"{}><h2>Sources</h2>{}<ol class="source-list">{}</ol></section>')


def sources(case: Case, codes: bool = False) -> Prose:
    """Sentences in text order, each with the places that citations lead to; with `codes` its rows stand under it."""
    rows = rows_by_sentence(case)
    spans = case.spans[case.spans["owner"].isin({row for found in rows.values() for row, _ in found})]
    shown = marked(case.article.text, case.sentences[["start", "end"]].itertuples(index=False), spans)
    seen = _seen(case) if is_draft(case) else {}
    items = [
        _item(case, sentence, words, rows.get(sentence, []), seen.get(sentence, Markup("")), codes)
        for sentence, words in zip(case.sentences.index, shown, strict=True)
    ]
    return Prose((_LIST.format(Markup(' data-whole="true"') if codes else "", _IN_THE_LAB, Markup("\n").join(items)),))


def _item(case: Case, sentence: str, words: Markup, rows: Rows, seen: Markup, codes: bool) -> Markup:
    places = [] if codes else [Markup("<span{}></span>").format(_place(*row)) for row in rows]
    coded = [Markup("<li{}>{}</li>").format(_place(*row), describe(case, row[0])) for row in rows] if codes else []
    below = Markup("").join([*coded, seen])
    listed = Markup('<ul class="rows">{}</ul>').format(below) if below else ""
    return _ITEM.format(sentence, Markup("").join(places), words, listed)


def _place(row: str, first: bool) -> Markup:
    """What makes an element the place of a row; its citations lead to the one in the first of its sentences."""
    return (Markup(' id="{0}" data-row="{0}"') if first else Markup(' data-row="{0}"')).format(row)


def _seen(case: Case) -> dict[str, Markup]:
    """Sentence -> what is said of one in which a draft left something alone."""
    line = Markup("<li>the draft saw here {} could be reported speech, and did not code it</li>")
    coded = coded_in(case)
    return {one: line.format("more that" if one in coded else "what") for one in left_alone(case)}
