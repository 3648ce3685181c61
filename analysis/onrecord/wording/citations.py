"""From row ids to the links that lead back to the words of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.sentences import place_of, sentences_of

CITABLE = ("statements", "events", "relations", "mentions", "dates")  # tables whose rows have words of their own
_MANY = 3  # so many consecutive sentences or more are cited as a range


class NoEvidenceError(ValueError):
    """A sentence or cell was made that rests on no row of the coding."""


def evidence(case: Case, rows: Iterable[str]) -> tuple[str, ...]:
    """The rows that `rows` rest on and that have words: statements, events, relations, mentions, dates; in text order.

    A position stands for its evidence, a tension for both its sides, an issue for the statements on it, an actor for
    its mentions. Raises KeyError for an id that the case does not have.
    """
    found = dict.fromkeys(word for row in rows for word in _expanded(case, row))
    return tuple(sorted(found, key=lambda row: (place_of(case, sentence_of(case, row)), row)))


def _expanded(case: Case, row: str) -> Iterator[str]:
    if row in case.tensions.index:
        for item in (*case.tensions.at[row, "left"], *case.tensions.at[row, "right"]):
            yield from _expanded(case, item)
    else:
        yield from _resting_on(case, row)


def _resting_on(case: Case, row: str) -> Iterable[str]:
    if row in case.positions.index:
        return case.positions.at[row, "evidence"]
    if row in case.issues.index:
        return case.statements.index[case.statements["issue"] == row]
    if row in case.actors.index:
        return case.mentions.index[case.mentions["entity"] == row]
    sentence_of(case, row)
    return (row,)


def sentence_of(case: Case, row: str) -> str:
    """The cell that names the sentence, or range of sentences, of a statement, event, relation, mention or date."""
    for table in (case.statements, case.events, case.relations, case.mentions, case.dates):
        if row in table.index:
            return table.at[row, "sentence"]
    raise KeyError(f"{row!r} is no row with words in the article")


def rows_by_sentence(case: Case) -> dict[str, list[tuple[str, bool]]]:
    """Sentence -> (row, whether it starts there), in the order of the tables."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for table in CITABLE:
        for row, cell in getattr(case, table)["sentence"].items():
            for number, sentence in enumerate(sentences_of(case, cell)):
                found.setdefault(sentence, []).append((str(row), number == 0))
    return found


def cites(case: Case, rows: Iterable[str]) -> Markup:
    """`rows` as links labelled by sentence, in text order; raises NoEvidenceError for no row."""
    words = evidence(case, rows)
    if not words:
        raise NoEvidenceError("nothing is printed without a row of the coding that it rests on")
    by_sentence: dict[str, list[str]] = {}
    for row in words:
        by_sentence.setdefault(sentence_of(case, row), []).append(row)
    links = [
        Markup('<a class="cite" href="#{}" data-rows="{}">{}</a>').format(ids[0], " ".join(ids), label)
        for label, ids in _ranges(case, by_sentence)
    ]
    return Markup('<span class="cites">[{}]</span>').format(Markup(", ").join(links))


def _ranges(case: Case, by_sentence: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """(label, rows): runs of consecutive sentences joined where there are many."""
    for run in _runs(case, by_sentence):
        if len(run) >= _MANY:
            yield f"{run[0]}–{run[-1]}", [row for name in run for row in by_sentence[name]]
        else:
            yield from ((name.replace("-", "–"), by_sentence[name]) for name in run)


def _runs(case: Case, cells: Iterable[str]) -> Iterator[list[str]]:
    """`cells`, in text order, in runs of single sentences that follow one another."""
    run: list[str] = []
    for cell in cells:
        if run and not _follows(case, run[-1], cell):
            yield run
            run = []
        run.append(cell)
    yield run


def _follows(case: Case, before: str, cell: str) -> bool:
    single = "-" not in before + cell
    return single and place_of(case, cell) == place_of(case, before) + 1
