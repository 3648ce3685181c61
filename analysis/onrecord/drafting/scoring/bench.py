"""How good drafted attributions are: `python -m onrecord.drafting.bench GOLD [--keep]` prints the table.

GOLD is a folder as in `onrecord.drafting.scoring.score`. `--keep` writes the precision of every rule to
`lexicon/precision.csv`, from which attributions take their confidence: for the set that the rules were tuned on.
"""

import csv
import os
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np

from onrecord.drafting.finding import attributions
from onrecord.drafting.scoring.score import MEASURES, ROLES, read_gold, score

RESAMPLES = 2000
REPEATS = 5
OTHERS = (  # F1 on polnear-dev, as its README gives them
    ("textacy direct quotations, small parser", 21.5, 30.6, 28.1, 7.0, 24.5),
    ("SFU Gender Gap Tracker, small parser", 36.0, 42.3, 35.7, 16.4, 27.8),
    ("300 lines of rules, standard library", 57.8, 59.6, 52.0, 38.7, 54.4),
    ("CRF trained on PolNeAR, rules, parser", 71.1, 66.7, 57.9, 43.4, 57.3),
    ("BERT (CofeNet, published, test split)", 83.2, 75.3, 72.9, None, None),
    ("one human against another", 78.8, 70.7, 68.9, 57.7, 75.3),
)


def run(folder: str | Path) -> dict:
    """Measure on a gold folder.

    Returns documents (int); measures: name → (precision, recall, F1, F1 low, F1 high) in percent, the interval
    being the middle 95 % of 2,000 resamples of the documents; forms: form → (soft recall 0–1, gold count);
    rules: rule → (soft precision 0–1, count); speed in articles a second of processor
    time, best of five, sentence splitting included.
    Raises FileNotFoundError when the folder holds no gold.
    """
    documents = list(read_gold(Path(folder)))
    if not documents:
        raise FileNotFoundError(f"{folder} holds no attributions/*.ann; give a folder with text/ and attributions/")
    attributions.find(documents[0].text)  # the lexicon is read once
    seconds = []
    for _ in range(REPEATS):
        start = time.process_time()
        found = [attributions.find(document.text) for document in documents]
        seconds.append(time.process_time() - start)
    scores = [
        score(document, [{role: list(getattr(item, role)) for role in ROLES} for item in items])
        for document, items in zip(documents, found, strict=True)
    ]
    hits, totals, forms_found, forms_gold = Counter(), Counter(), Counter(), Counter()
    for items, one in zip(found, scores, strict=True):
        totals.update(item.rule for item in items)
        hits.update(items[j].rule for j in one.correct)
        forms_found.update({kind: pair[0] for kind, pair in one.forms.items()})
        forms_gold.update({kind: pair[1] for kind, pair in one.forms.items()})
    return {
        "documents": len(documents),
        "measures": {name: with_interval([one.counts[name] for one in scores]) for name in MEASURES},
        "forms": {kind: (forms_found[kind] / n, n) for kind, n in sorted(forms_gold.items())},
        "rules": {rule: (hits[rule] / n, n) for rule, n in totals.most_common()},
        "speed": len(documents) / min(seconds),
    }


def with_interval(counts: list[tuple[int, int, int]]) -> tuple[float, float, float, float, float]:
    """Precision, recall, F1 and the bootstrap interval of F1 over documents, in percent."""
    table = np.array(counts, dtype=float)
    drawn = np.random.default_rng(0).integers(len(table), size=(RESAMPLES, len(table)))
    hits, predicted, gold = table[drawn].sum(axis=1).T
    sampled = 200 * hits / np.maximum(predicted + gold, 1)
    hits, predicted, gold = table.sum(axis=0)
    point = 100 * hits / max(predicted, 1), 100 * hits / max(gold, 1), 200 * hits / max(predicted + gold, 1)
    return *map(float, point), *map(float, np.percentile(sampled, [2.5, 97.5]))


def as_text(result: dict) -> str:
    """The table, next to the figures of other systems."""
    lines = [f"{result['documents']} documents, {result['speed']:.0f} articles a second on one core", ""]
    lines += [f"{'':10s}{'P':>7s}{'R':>7s}{'F1':>7s}   95 % interval of F1"]
    for name, (precision, recall, f1, low, high) in result["measures"].items():
        lines += [f"{name:10s}{precision:7.1f}{recall:7.1f}{f1:7.1f}   {low:.1f} to {high:.1f}"]
    lines += ["", "soft recall by form"]
    lines += [f"  {kind:18s}{recall:5.2f}  of {n}" for kind, (recall, n) in result["forms"].items()]
    lines += ["", "soft precision by rule"]
    lines += [f"  {rule:18s}{precision:5.2f}  of {n}" for rule, (precision, n) in result["rules"].items()]
    lines += ["", f"{'F1 of others on polnear-dev':42s}" + "".join(f"{name:>9s}" for name in MEASURES)]
    for name, *figures in OTHERS:
        lines += [f"{name:42s}" + "".join(f"{'' if figure is None else figure:>9}" for figure in figures)]
    mine = (f"{figures[2]:9.1f}" for figures in result["measures"].values())
    return "\n".join([*lines, f"{'these rules':42s}" + "".join(mine)])


def keep_precision(result: dict, path: Path = attributions.LEXICON / "precision.csv") -> None:
    """Write the precision of every rule, whole or not at all."""
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "precision", "count"])
        writer.writerows([rule, f"{precision:.3f}", n] for rule, (precision, n) in sorted(result["rules"].items()))
    os.replace(partial, path)  # noqa: PTH105


def main(words: list[str]) -> int:
    folders = [word for word in words if word != "--keep"]
    if len(folders) != 1:
        print("usage: python -m onrecord.drafting.bench GOLD [--keep]", file=sys.stderr)
        return 2
    try:
        result = run(folders[0])
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    print(as_text(result))
    if "--keep" in words:
        keep_precision(result)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
