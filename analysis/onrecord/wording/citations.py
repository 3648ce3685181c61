"""From row ids to the links that lead back to the words of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from onrecord.coding.case import Case

_MANY = 3  # so many consecutive sentences or more are cited as a range


class NoEvidenceError(ValueError):
    """A sentence or cell was made that rests on no row of the coding."""


def evidence(case: Case, rows: Iterable[str]) -> tuple[str, ...]:
    """The rows that `rows` rest on and that have words: statements, events, relations, mentions, dates; in text order.

    A position stands for its evidence, a tension for both its sides, an issue for the statements on it, an actor for
    its mentions. Raises KeyError for an id that the case does not have.
    """
    found = dict.fromkeys(word for row in rows for word in _expanded(case, row))
    return tuple(sorted(found, key=lambda row: _place(case, row)))


def _expanded(case: Case, row: str) -> Iterator[str]:
    if row in case.positions.index:
        yield from case.positions.at[row, "evidence"]
    elif row in case.tensions.index:
        for side in ("left", "right"):
            for item in case.tensions.at[row, side]:
                yield from _expanded(case, item)
    elif row in case.issues.index:
        yield from case.statements.index[case.statements["issue"] == row]
    elif row in case.actors.index:
        yield from case.mentions.index[case.mentions["entity"] == row]
    else:
        sentence_of(case, row)
        yield row


def sentence_of(case: Case, row: str) -> str:
    """The cell that names the sentence, or range of sentences, of a statement, event, relation, mention or date."""
    for table in (case.statements, case.events, case.relations, case.mentions, case.dates):
        if row in table.index:
            return table.at[row, "sentence"]
    raise KeyError(f"{row!r} is no row with words in the article")


def _place(case: Case, row: str) -> tuple[int, str]:
    return case.sentences.index.get_loc(sentence_of(case, row).partition("-")[0]), row


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
    run: list[str] = []
    order = case.sentences.index
    for sentence in [*by_sentence, None]:
        follows = run and sentence and "-" not in sentence + run[-1]
        if follows and order.get_loc(sentence) == order.get_loc(run[-1]) + 1:
            run.append(sentence)
            continue
        if len(run) >= _MANY:
            yield f"{run[0]}–{run[-1]}", [row for name in run for row in by_sentence[name]]
        else:
            yield from ((name.replace("-", "–"), by_sentence[name]) for name in run)
        run = [sentence] if sentence else []
