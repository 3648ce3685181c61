"""The figures of a measured draft, as a table for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.drafting.scoring.score import MEASURES

OTHERS: dict[str, tuple[float | None, ...]] = {  # F1 on polnear-dev, as its README gives them
    "textacy direct quotations, small parser": (21.5, 30.6, 28.1, 7.0, 24.5),
    "SFU Gender Gap Tracker, small parser": (36.0, 42.3, 35.7, 16.4, 27.8),
    "300 lines of rules, standard library": (57.8, 59.6, 52.0, 38.7, 54.4),
    "CRF trained on PolNeAR, rules, parser": (71.1, 66.7, 57.9, 43.4, 57.3),
    "BERT (CofeNet, published, test split)": (83.2, 75.3, 72.9, None, None),
    "one human against another": (78.8, 70.7, 68.9, 57.7, 75.3),
}


class Figures(NamedTuple):
    """Of one measure, in percent; `low` to `high` holds the middle 95 % of F1 over resamples of the documents."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


class Share(NamedTuple):
    """A part, 0 to 1, of so many things."""

    part: float
    of: int


class Result(NamedTuple):
    """Of a gold folder: how many documents; figures by measure; soft recall by form; soft precision by rule.

    `speed` is in articles a second of processor time, sentence splitting included.
    """

    documents: int
    measures: dict[str, Figures]
    forms: dict[str, Share]
    rules: dict[str, Share]
    speed: float


def as_text(result: Result) -> str:
    """The table, next to the figures of other systems."""
    lines = [
        f"{result.documents} documents, {result.speed:.0f} articles a second on one core",
        *("", f"{'':10s}{'P':>7s}{'R':>7s}{'F1':>7s}   95 % interval of F1"),
        *(line(name, of) for name, of in result.measures.items()),
        *shares("soft recall by form", result.forms),
        *shares("soft precision by rule", result.rules),
        *beside_others(result),
    ]
    return "\n".join(lines)


def line(name: str, of: Figures) -> str:
    """The figures of one measure."""
    return f"{name:10s}{of.precision:7.1f}{of.recall:7.1f}{of.f1:7.1f}   {of.low:.1f} to {of.high:.1f}"


def shares(title: str, found: dict[str, Share]) -> Iterator[str]:
    """A line for each share, under a title."""
    yield from ("", title)
    yield from (f"  {name:18s}{share.part:5.2f}  of {share.of}" for name, share in found.items())


def beside_others(result: Result) -> Iterator[str]:
    """F1 by measure, of other systems and of these rules."""
    yield from ("", f"{'F1 of others on polnear-dev':42s}" + "".join(f"{name:>9s}" for name in MEASURES))
    mine = tuple(round(of.f1, 1) for of in result.measures.values())
    yield from (system(*row) for row in (OTHERS | {"these rules": mine}).items())


def system(name: str, f1: Sequence[float | None]) -> str:
    """F1 of one system, blank where it is not known."""
    return f"{name:42s}" + "".join(f"{'' if figure is None else figure:>9}" for figure in f1)
