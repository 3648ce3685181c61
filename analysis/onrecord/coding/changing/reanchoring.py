"""The coding moves to an edited text: each span to where its words stand now, or to the list of the lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from onrecord.coding.changing import article_yml
from onrecord.coding.changing.beginning import sentence_rows
from onrecord.coding.changing.creating import article_text
from onrecord.coding.changing.edits import Edits, by_id
from onrecord.coding.changing.moved_cells import Lost, MovedCells, moved_cells
from onrecord.coding.changing.referring import lists_alone, take_row_away
from onrecord.coding.changing.swapping import changed
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.storing.files import ARTICLE, DESCRIPTION
from onrecord.coding.storing.record import record_if_any, write_record
from onrecord.coding.storing.sheet import filled
from onrecord.coding.storing.writing import write_table
from onrecord.problems import Problem, ProblemsError
from onrecord.source.article import Article
from onrecord.source.reading import sha256
from onrecord.source.sentences import Sentence, split


@dataclass
class Reanchored:
    """What became of the coding: `written` is False where nothing was changed on disk."""

    written: bool = False
    moved: int = 0
    lost: list[Lost] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)  # ids of the rows that went, with `drop`
    said: list[str] = field(default_factory=list)  # what was rewritten in the text


def reanchor(folder: Path, source: Path | bytes, *, drop: bool = False) -> Reanchored:
    """Move the coding of `folder` to the edited article `source` (a file, which may be the case's own, or bytes).

    A span moves only where its words are found once with at least 12 characters of the same context on one side.
    Sentences that still stand keep their ids. While spans are lost, nothing is written, unless `drop`: then their
    rows go, and so do the rows that refer to them (of a list of references only the one, as long as others stay).

    Raises ProblemsError, and writes nothing, where the coding has errors of its own, or would have them then.
    """
    with changed(folder) as copy:
        coding, article = _opened(copy)
        text, said = article_text(source)
        sentences = with_ids(coding, split(text, article.headline, article.standfirst, article.language))
        cells, moved, lost = moved_cells(coding, text, sentences)
        if lost and not drop:
            return Reanchored(moved=moved, lost=lost, said=said)
        edits = _edited(coding, cells, lost)
        _write(copy, coding, edits, text, sentences)
    removed = sorted(change.id for change in edits.changes if change.after is None)
    return Reanchored(True, moved, lost, removed, said)


def _opened(folder: Path) -> tuple[Coding, Article]:
    """The coding, whose only errors are that its text is another by now; raises ProblemsError for others."""
    coding = read_coding(folder)
    errors = [p for p in check(coding) if p.level == "error"]
    own = [p for p in errors if not _of_the_text(p)]
    if own or coding.article is None:
        raise ProblemsError(own or errors)
    return coding, coding.article


def _of_the_text(found: Problem) -> bool:
    return found.code in ("E-TEXT-CHANGED", "E-RULE-U5") or (found.file == ARTICLE and found.code.startswith("E-TEXT"))


def with_ids(coding: Coding, sentences: list[Sentence]) -> list[Sentence]:
    """The new sentences, each with its old id where it still stands or is edited in place, else with a new number."""
    old = [(row.id, row.text) for _, row in coding.table("sentences")]
    kept = dict(_standing([text for _, text in old], [sentence.text for sentence in sentences]))
    number = max((int(name[1:]) for name, _ in old), default=0)
    new = (f"S{number + more:02d}" for more in range(1, len(sentences) + 1))
    return [
        sentence._replace(id=old[kept[place]][0] if place in kept else next(new))
        for place, sentence in enumerate(sentences)
    ]


def _standing(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """(new place, old place) of each text that still stands, or that another took the place of."""
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal" or (what == "replace" and b - a == d - c):
            yield from zip(range(c, d), range(a, b), strict=True)


def _edited(coding: Coding, cells: MovedCells, lost: Iterable[Lost]) -> Edits:
    """The rows with their new cells, without those that are lost and those that cannot do without them."""
    edits = Edits(by_id({name: [record.cells for record in found] for name, found in coding.records.items()}))
    for table, rows in cells.items():
        for row, new in rows.items():
            edits.put("move", table, row, **new)
    for one in lost:
        if edits.row(one.table, one.id) is not None:
            take_row_away(edits, "lose", one.table, one.id, lists_alone)
    return edits


def _write(folder: Path, coding: Coding, edits: Edits, text: str, sentences: list[Sentence]) -> None:
    write_table(folder, "sentences", sentence_rows(sentences), coding.headers["sentences"])
    for table in {change.table for change in edits.changes}:
        write_table(folder, table, (cells for _, cells in edits.rows(table)), coding.headers[table])
    _carry_record(folder, edits)
    data = text.encode()
    (folder / ARTICLE).write_bytes(data)
    article_yml.edit(folder / DESCRIPTION, {"sha256": sha256(data)})


def _carry_record(folder: Path, edits: Edits) -> None:
    """Rows that were as the program drafted them are so in their new places, too."""
    record = record_if_any(folder) or {}
    for change in edits.changes:
        drafted = record.get(change.table, {})
        if change.before and change.after and drafted.get(change.id) == filled(change.before):
            drafted[change.id] = filled(change.after)
    if record:
        write_record(folder, record)
