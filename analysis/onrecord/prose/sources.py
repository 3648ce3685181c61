"""The source list: every sentence of the article with its coded words marked, and every row that rests on it.

A document keeps only what it cites; in JupyterLab the whole list shows.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft, left_alone
from onrecord.wording.citations import rows_by_sentence
from onrecord.wording.claim import Prose
from onrecord.wording.describing import describe
from onrecord.wording.marking import marked

_ITEM = Markup(
    '<li id="{0}" data-sentence="{0}"><p class="sentence"><span class="sentence-id">{0}</span> '
    '<span class="verbatim">{1}</span></p><ul class="rows">{2}</ul></li>'
)


def sources(case: Case) -> Prose:
    """Sentences in text order; under each, the rows that a citation can lead to."""
    rows = rows_by_sentence(case)
    spans = case.spans[case.spans["owner"].isin({row for found in rows.values() for row, _ in found})]
    items = [_item(case, sentence, spans, rows.get(sentence, [])) for sentence in case.sentences.index]
    opening = Markup('<section class="sources" id="sources"><h2>Sources</h2>')
    return Prose(
        (opening, Markup('<ol class="source-list">{}</ol></section>').format(Markup("\n").join(items)))
    )  # fmt: skip


def _item(case: Case, sentence: str, spans: pd.DataFrame, rows: list[tuple[str, bool]]) -> Markup:
    start, end = case.sentences.loc[sentence, ["start", "end"]]
    described = Markup("").join(
        [*(_row(case, row, first) for row, first in rows), *_seen_only(case, sentence, len(rows))]
    )
    return _ITEM.format(sentence, marked(case.article.text, start, end, spans), described)


def _seen_only(case: Case, sentence: str, coded: int) -> Iterator[Markup]:
    if is_draft(case) and sentence in left_alone(case):
        what = "more that" if coded else "what"
        yield Markup("<li>the draft saw here {} could be reported speech, and did not code it</li>").format(what)


def _row(case: Case, row: str, first: bool) -> Markup:
    """The row in a line; the anchor of its citations stands at its first sentence."""
    anchor = Markup(' id="{}"').format(row) if first else ""
    return Markup('<li{} data-row="{}">{}</li>').format(anchor, row, describe(case, row))
