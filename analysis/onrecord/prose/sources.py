"""The source list: every sentence of the article with its coded words marked, and every row that rests on it.

A document keeps only what it cites; in JupyterLab the whole list shows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import sentences_of
from onrecord.wording.claim import Prose
from onrecord.wording.naming import as_written, label, listed, typeset, words
from onrecord.wording.quoting import verbatim

CITABLE = ("statements", "events", "relations", "mentions", "dates")  # tables whose rows have words of their own


def sources(case: Case) -> Prose:
    """Sentences in text order; under each, the rows that a citation can lead to."""
    rows = _rows_by_sentence(case)
    spans = case.spans[case.spans["owner"].isin({row for found in rows.values() for row, _ in found})]
    items = [_item(case, sentence, spans, rows.get(sentence, [])) for sentence in case.sentences.index]
    return Prose(
        (
            Markup('<section class="sources" id="sources"><h2>Sources</h2>'),
            Markup('<ol class="source-list">{}</ol></section>').format(Markup("\n").join(items)),
        )
    )


def _rows_by_sentence(case: Case) -> dict[str, list[tuple[str, bool]]]:
    """Sentence -> (row, whether it starts there), in the order of the tables."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for table in CITABLE:
        for row, cell in getattr(case, table)["sentence"].items():
            for number, sentence in enumerate(sentences_of(case, cell)):
                found.setdefault(sentence, []).append((row, number == 0))
    return found


def _item(case: Case, sentence: str, spans: pd.DataFrame, rows: list[tuple[str, bool]]) -> Markup:
    start, end = case.sentences.loc[sentence, ["start", "end"]]
    described = Markup("").join(
        Markup('<li{} data-row="{}">{}</li>').format(
            Markup(' id="{}"').format(row) if first else "", row, describe(case, row)
        )
        for row, first in rows
    )
    return Markup(
        '<li id="{0}" data-sentence="{0}"><p class="sentence"><span class="sentence-id">{0}</span> '
        '<span class="verbatim">{1}</span></p><ul class="rows">{2}</ul></li>'
    ).format(sentence, marked(case.article.text, start, end, spans), described)


def marked(text: str, start: int, end: int, spans: pd.DataFrame, pointing: bool = False) -> Markup:
    """``text[start:end]`` with the coded words of `spans` (columns of `Case.spans`) in marks that name their rows.

    `pointing` gives each mark a title, for a reader who points at it.
    """
    return Markup("").join(_segments(text, start, end, spans, pointing))


def _segments(text: str, start: int, end: int, spans: pd.DataFrame, pointing: bool) -> Iterator[Markup]:
    """The text cut at every edge of a span, each piece in a mark for every kind of coded words, widest outside."""
    inside = spans[(spans["start"] < end) & (spans["end"] > start)]
    edges = sorted({start, end, *inside["start"].clip(lower=start), *inside["end"].clip(upper=end)})
    for left, right in itertools.pairwise(edges):
        covering = inside[(inside["start"] <= left) & (inside["end"] >= right)]
        piece = Markup("{}").format(text[left:right])
        for kind, rows in sorted(covering.groupby("field")["owner"], key=lambda item: _WIDTH.index(item[0])):
            title = Markup(' title="{}"').format(f"{kind}: {', '.join(rows)}") if pointing else ""
            piece = Markup('<mark class="{}" data-rows="{}"{}>{}</mark>').format(kind, " ".join(rows), title, piece)
        yield piece


# from the inside out
_WIDTH = (
    "hedge",
    "insertion",
    "date",
    "mention",
    "cue",
    "speaker",
    "trigger",
    "signal",
    "quote",
    "evidence",
    "content",
)


def describe(case: Case, row: str) -> Markup:
    """One line on a row: what it says, in plain words, without judging it."""
    for table, describer in _DESCRIBERS.items():
        frame = getattr(case, table)
        if row in frame.index:
            return Markup("<code>{}</code> {}").format(row, describer(case, frame.loc[row]))
    raise KeyError(row)


def _statement(case: Case, row: pd.Series) -> str:
    voices = {"narrator": "the publisher’s own", "unspecified": "holder not given"}
    voice = voices.get(row["attribution"]) or f"{label(case, row['speaker'])} ({words(row['speaker_kind'])})"
    parts = [f"{voice}: {words(row['speech_act'])}"]
    if row["certainty"] != "CT":
        parts.append(_CERTAINTY[row["certainty"]])
    if len(row["source_chain"]) > 2:
        parts.append("through " + listed([label(case, actor) for actor in row["source_chain"][1:-1]]))
    if not row["counted"]:
        parts.append("not counted")
    return _with_doubt(", ".join(parts), row)


_CERTAINTY = {"PR": "said as probable", "PS": "said as possible", "U": "said without commitment"}


def _event(case: Case, row: pd.Series) -> str:
    by = listed([label(case, actor) for actor in row["reported_by"]])
    return _with_doubt(f"{words(row['status'])}: {typeset(row['title'])} ({by})", row)


def _relation(case: Case, row: pd.Series) -> str:
    tie = f"{label(case, row['source'])} {words(row['type'])} {label(case, row['target'])}"
    return _with_doubt(f"{words(row['basis'])}: {tie} ({label(case, row['asserted_by'])})", row)


def _mention(case: Case, row: pd.Series) -> Markup:
    known = case.actors if row["kind"] == "actor" else case.places if row["kind"] == "place" else None
    name = as_written(case, row["entity"]) if known is None else known.at[row["entity"], "name"]
    written = " […] ".join(case.article.text[start:end] for start, end in case.pieces(row.name, "mention"))
    return Markup("{} names {}").format(verbatim("", written), name)


def _date(case: Case, row: pd.Series) -> str:
    return f"date: {as_written(case, row.name)}"


def _with_doubt(text: str, row: pd.Series) -> str:
    """The confidence of the coding, where it is not high."""
    return f"{text}, coding confidence {row['confidence']}" if row["confidence"] in ("moderate", "low") else text


_DESCRIBERS = {"statements": _statement, "events": _event, "relations": _relation, "mentions": _mention, "dates": _date}
