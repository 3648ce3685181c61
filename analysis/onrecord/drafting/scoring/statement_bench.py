"""How good the statements of drafted cases are, on articles whose statements are annotated."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.case import Case, open_case
from onrecord.drafting.case.draft import draft_case
from onrecord.drafting.scoring.mouths import Mouths, Row, mouths
from onrecord.drafting.scoring.statement_gold import GoldArticle, read_statement_gold
from onrecord.problems import ProblemsError, problem

RESAMPLES = 2000
POINTING = frozenset(  # they name whoever it is, in every article
    re.findall(r"\w+", "he she it they who which that we i you this these those her his him them")
)
SHARES = {  # measure → what is counted, and of what
    "words in the right mouth, recall": ("covered", "gold_words"),
    "words in the right mouth, precision": ("right", "drafted_words"),
    "words in another's mouth": ("anothers", "drafted_words"),
    "words that are nobody's in the gold": ("nobodys", "drafted_words"),
    "whole statements": ("whole", "gold"),
    "faithful rows": ("faithful", "rows"),
}
F1 = "words in the right mouth, F1"
MEASURES = (*list(SHARES)[:2], F1, *list(SHARES)[2:])
Array = NDArray[np.float64]


class Percent(NamedTuple):
    """A measure in percent; `low` to `high` holds the middle 95 % over resamples of the articles."""

    value: float
    low: float
    high: float


class StatementResult(NamedTuple):
    """Of a gold folder: articles, those that could not be drafted, sums, figures by measure, seconds of drafting."""

    articles: int
    undrafted: list[str]
    counts: Mouths
    measures: dict[str, Percent]
    seconds: float


class Tried(NamedTuple):
    """The statements drafted for an article, None where it could not be drafted, and the processor time it took."""

    rows: list[Row] | None
    seconds: float


def run_statements(folder: Path) -> StatementResult:
    """Draft every article of a gold folder, and measure; an article that cannot be drafted is a draft of nothing.

    Raises ProblemsError where the gold cannot be read, holds no article, or a text that no case can hold as it is.
    """
    articles = list(read_statement_gold(folder))
    if not articles:
        raise ProblemsError([problem("E-FILE", str(folder), found="no article", remedy="give a folder with some")])
    tried = [drafted(one) for one in articles]
    counts = [mouths(one, found.rows or []) for one, found in zip(articles, tried, strict=True)]
    undrafted = [one.file.name for one, found in zip(articles, tried, strict=True) if found.rows is None]
    total = Mouths(*(sum(column) for column in zip(*counts, strict=True)))
    return StatementResult(len(articles), undrafted, total, figures(counts), sum(found.seconds for found in tried))


def drafted(article: GoldArticle) -> Tried:
    """A draft of the article, as `onrecord draft` makes it."""
    start = time.process_time()
    with tempfile.TemporaryDirectory() as seeds:
        try:
            folder = draft_case(article.file, "gold", seeds=Path(seeds)).folder
        except ProblemsError:
            return Tried(None, time.process_time() - start)
        seconds, case = time.process_time() - start, open_case(folder)
        if case.article.text != article.worded.text:
            remedy = "put it into Unicode form NFC, with LF at line ends and nothing around it"
            raise ProblemsError(
                [problem("E-FILE", article.file.name, found="no case holds it as it is", remedy=remedy)]
            )
        return Tried(list(drafted_statements(case)), seconds)


def drafted_statements(case: Case) -> Iterator[Row]:
    """The attributed statements of a case whose speaker is somebody."""
    forms = {str(actor): {name} for actor, name in case.actors["name"].items()}
    for row, entity in case.mentions.loc[case.mentions["kind"] == "actor", "entity"].items():
        forms[entity] |= _words(case, str(row), "mention")
    attributed = case.statements[case.statements["attribution"] == "attributed"]
    for row, speaker in attributed["speaker"].dropna().items():
        if speaker != "unspec":
            said_by = {words for words in _words(case, str(row), "speaker") if words.lower() not in POINTING}
            yield Row(frozenset(forms[speaker] | said_by), case.pieces(str(row), "content"))


def _words(case: Case, row: str, field: str) -> set[str]:
    return {case.article.text[start:end] for start, end in case.pieces(row, field)}


def figures(counts: Sequence[Mouths]) -> dict[str, Percent]:
    """Every measure with its bootstrap interval, from the counts of each article."""
    table = np.array(counts, dtype=float)
    drawn = np.random.default_rng(0).integers(len(table), size=(RESAMPLES, len(table)))
    values, samples = percents(table.sum(axis=0)), percents(table[drawn].sum(axis=1))
    ends = {name: np.percentile(samples[name], [2.5, 97.5]) for name in MEASURES}
    return {name: Percent(float(values[name]), *map(float, ends[name])) for name in MEASURES}


def percents(sums: Array) -> dict[str, Array]:
    """Every measure of sums that the last axis holds; 0 of nothing."""
    column = dict(zip(Mouths._fields, np.moveaxis(sums, -1, 0), strict=True))
    found = {name: 100 * column[part] / np.maximum(column[of], 1) for name, (part, of) in SHARES.items()}
    recall, precision = (found[name] for name in list(SHARES)[:2])
    return found | {F1: 2 * recall * precision / np.maximum(recall + precision, 1e-9)}


def statements_as_text(result: StatementResult) -> str:
    """The figures as a table for the terminal."""
    sums = result.counts
    articles = f"{result.articles} article{'' if result.articles == 1 else 's'}"
    lines = [
        f"{articles} drafted in {result.seconds:.1f} s of processor time, "
        f"{sums.gold} gold statements, {sums.rows} drafted",
        *(f"not drafted, and counted as nothing: {name}" for name in result.undrafted),
        *("", f"{'':37s}{'%':>5s}   95 % interval"),
        *(f"{name:37s}{of.value:5.1f}   {of.low:.1f} to {of.high:.1f}" for name, of in result.measures.items()),
    ]
    return "\n".join(lines)
