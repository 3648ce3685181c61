"""How good drafts are: `python -m onrecord.drafting.scoring.bench GOLD [--keep]` prints the table.

GOLD is a folder as in `onrecord.drafting.scoring.gold`, on which attributions are measured, or as in
`onrecord.drafting.scoring.statement_gold`, on which the statements of drafted cases are. `--keep` writes the precision
of every rule to ``lexicon/precision.csv``, from which attributions take their confidence: for the set, of the first
kind, that the rules were tuned on.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.drafting.finding.attributions import Attribution, find
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.finding.rule import PRECISIONS
from onrecord.drafting.scoring.gold import ROLES, Document, Relation, read_gold
from onrecord.drafting.scoring.score import MEASURES, Counts, Score, score
from onrecord.drafting.scoring.statement_bench import run_statements, statements_as_text
from onrecord.drafting.scoring.statement_gold import STATEMENTS
from onrecord.drafting.scoring.table import Figures, Result, Share, as_text
from onrecord.problems import ProblemsError

RESAMPLES = 2000
REPEATS = 5
Array = NDArray[np.float64]


def run(folder: str | Path) -> Result:
    """Measure on a gold folder; raises FileNotFoundError when the folder holds no gold."""
    documents = list(read_gold(Path(folder)))
    if not documents:
        raise FileNotFoundError(f"{folder} holds no attributions/*.ann; give a folder with text/ and attributions/")
    found = [find(document.text) for document in documents]
    scores = [score(one, map(relation, items)) for one, items in zip(documents, found, strict=True)]
    return Result(len(documents), by_measure(scores), by_form(scores), by_rule(found, scores), speed(documents))


def by_measure(scores: Sequence[Score]) -> dict[str, Figures]:
    """The figures of each measure."""
    return {name: figures([one.counts[name] for one in scores]) for name in MEASURES}


def relation(item: Attribution) -> Relation:
    """The spans of an attribution by role."""
    return {role: list(getattr(item, role)) for role in ROLES}


def speed(documents: Sequence[Document]) -> float:
    """Articles a second, the best of several times; the lexicon has been read before."""

    def seconds() -> float:
        start = time.process_time()
        for document in documents:
            find(document.text)
        return time.process_time() - start

    return len(documents) / min(seconds() for _ in range(REPEATS))


def figures(counts: Sequence[Counts]) -> Figures:
    """Precision, recall, F1 and the bootstrap interval of F1, from the counts of each document."""
    table = np.array(counts, dtype=float)
    drawn = np.random.default_rng(0).integers(len(table), size=(RESAMPLES, len(table)))
    _, _, f1 = percents(table[drawn].sum(axis=1))
    return Figures(*map(float, (*percents(table.sum(axis=0)), *np.percentile(f1, [2.5, 97.5]))))


def percents(totals: Array) -> tuple[Array, Array, Array]:
    """Precision, recall and F1 of counts that their last axis holds."""
    hits, predicted, gold = np.moveaxis(totals, -1, 0)
    return percent(hits, predicted), percent(hits, gold), percent(2 * hits, predicted + gold)


def percent(part: Array, whole: Array) -> Array:
    """The part in percent of the whole; 0 of nothing."""
    return 100 * part / np.maximum(whole, 1)


def by_form(scores: Sequence[Score]) -> dict[str, Share]:
    """The soft recall of each form, by name."""
    found, gold = Counter[str](), Counter[str]()
    for kind, (hits, n) in (item for one in scores for item in one.forms.items()):
        found[kind] += hits
        gold[kind] += n
    return {kind: Share(found[kind] / n, n) for kind, n in sorted(gold.items())}


def by_rule(found: Iterable[Sequence[Attribution]], scores: Iterable[Score]) -> dict[str, Share]:
    """The soft precision of each rule that found something, the busiest first."""
    hits, totals = Counter[str](), Counter[str]()
    for items, one in zip(found, scores, strict=True):
        totals.update(item.rule for item in items)
        hits.update(items[j].rule for j in one.correct)
    return {rule: Share(hits[rule] / n, n) for rule, n in totals.most_common()}


def keep_precision(result: Result, path: Path = PRECISIONS) -> None:
    """Write the precision of every rule, whole or not at all; a rule that found nothing has 0 of 0."""
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "precision", "count"])
        writer.writerows(precision_rows(result))
    partial.replace(path)


def precision_rows(result: Result) -> Iterator[tuple[str, str, int]]:
    """Rule, precision and count of every rule, by name."""
    for rule in sorted(RULES):
        share = result.rules.get(rule, Share(0.0, 0))
        yield rule, f"{share.part:.3f}", share.of


def main(words: Sequence[str]) -> int:
    """Run the command; 0, or 2 where there is no gold to measure on, or it cannot be read."""
    folders = [word for word in words if word != "--keep"]
    if len(folders) != 1:
        print("usage: python -m onrecord.drafting.scoring.bench GOLD [--keep]", file=sys.stderr)
        return 2
    try:
        measure(folders[0], "--keep" in words)
    except (FileNotFoundError, ProblemsError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def measure(folder: str, keep: bool) -> None:
    """Print the table of a gold folder, and keep the precision of the rules if wanted.

    Raises FileNotFoundError where the folder is gold of neither kind, or of the one that tells nothing to keep.
    """
    if not keep and is_of_statements(Path(folder)):
        print(statements_as_text(run_statements(Path(folder))))
        return
    result = run(folder)
    print(as_text(result))
    if keep:
        keep_precision(result)


def is_of_statements(folder: Path) -> bool:
    """Whether the gold is of statements, and not of attributions; raises FileNotFoundError where it is of neither."""
    if any((folder / "attributions").glob("*.ann")):
        return False
    if (folder / STATEMENTS).is_file():
        return True
    kinds = f"text/ID.txt beside attributions/ID_ANNOTATOR.ann, nor ID.txt beside {STATEMENTS}"
    raise FileNotFoundError(f"{folder} is no gold: it holds neither {kinds}; give a folder that does")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
