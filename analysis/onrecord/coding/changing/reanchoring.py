"""The coding moves to an edited text: each span to where its words stand now, or to the list of the lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.coding import fields as f
from onrecord.coding.changing import article_yml
from onrecord.coding.changing.creating import article_text
from onrecord.coding.changing.moved_cells import Cells, Lost, moved_cells
from onrecord.coding.changing.writing import table_bytes, write_whole
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, Record, read_coding
from onrecord.coding.tables import fields_with
from onrecord.problems import ProblemsError
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
    coding = read_coding(folder)
    own = [p for p in check(coding) if p.level == "error" and p.code not in ("E-TEXT-CHANGED", "E-RULE-U5")]
    own = [p for p in own if not (p.file == "article.txt" and p.code.startswith("E-TEXT"))]
    if own:
        raise ProblemsError(own)
    text, said = article_text(source)
    sentences = with_ids(coding, split(text, coding.article.headline, coding.article.standfirst))
    result = Reanchored(said=said)
    cells, result.moved, result.lost = moved_cells(coding, text, sentences)
    if result.lost and not drop:
        return result
    gone = _with_what_refers(coding, {lost.id for lost in result.lost}, cells)
    result.removed = sorted(gone)
    _write(coding, text, sentences, cells, gone)
    result.written = True
    return result


def with_ids(coding: Coding, sentences: list[Sentence]) -> list[Sentence]:
    """The new sentences, each with its old id where it still stands or is edited in place, else with a new number."""
    old = [(row.id, row.text) for _, row in coding.table("sentences")]
    matcher = SequenceMatcher(None, [text for _, text in old], [s.text for s in sentences], autojunk=False)
    kept = {}
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal" or (what == "replace" and b - a == d - c):
            kept |= {c + n: old[a + n][0] for n in range(b - a)}
    number = max((int(name[1:]) for name, _ in old), default=0)
    found = []
    for place, sentence in enumerate(sentences):
        if place not in kept:
            number += 1
        found.append(sentence._replace(id=kept.get(place, f"S{number:02d}")))
    return found


def _with_what_refers(coding: Coding, gone: set[str], cells: Cells) -> set[str]:
    """The ids of `gone` and of all rows that cannot do without them; lists lose them in `cells`."""
    gone, waiting = set(gone), True
    while waiting:
        waiting = False
        for table, record, column, many in _references(coding):
            row_id = record.cells["id"]
            names = record.cells.get(column, "").split("|")
            if row_id in gone or not gone.intersection(names):
                continue
            left = [name for name in names if name not in gone]
            if many and left:
                cells[table][row_id][column] = "|".join(left)
            else:
                gone.add(row_id)
                waiting = True
    return gone


def _references(coding: Coding) -> Iterator[tuple[str, Record, str, bool]]:
    """Every cell that may refer to a row: table, record, column, and whether it is a list."""
    for table, records in coding.records.items():
        columns = {c: c in fields_with(table, f.ListOf) for c in fields_with(table, f.Reference)}
        columns |= {"ref": True} if table == "notes" else {}
        for record in records:
            for column, many in columns.items():
                yield table, record, column, many


def _write(coding: Coding, text: str, sentences: list[Sentence], cells: Cells, gone: set[str]) -> None:
    """First into a copy, which must pass the checks; then file by file into the case."""
    with TemporaryDirectory() as name:
        copy = Path(name) / coding.folder.name
        shutil.copytree(coding.folder, copy)
        files = _files(coding, text, sentences, cells, gone)
        for file, data in files.items():
            (copy / file).write_bytes(data)
        problems = [p for p in check(read_coding(copy)) if p.level == "error"]
        if problems:
            raise ProblemsError(problems)
    for file, data in files.items():
        write_whole(coding.folder / file, data)


def _files(coding: Coding, text: str, sentences: list[Sentence], cells: Cells, gone: set[str]) -> dict[str, bytes]:
    """The new bytes of every file that changes, the article's description last."""
    header = coding.headers["sentences"]
    files = {"sentences.csv": table_bytes(header, [sentence._asdict() for sentence in sentences])}
    for table, records in coding.records.items():
        rows = [r.cells | cells[table].get(r.cells["id"], {}) for r in records if r.cells["id"] not in gone]
        if table != "sentences" and rows != [record.cells for record in records]:
            files[f"{table}.csv"] = table_bytes(coding.headers[table], rows)
    files["article.txt"] = text.encode()
    yml = (coding.folder / "article.yml").read_bytes()
    files["article.yml"] = article_yml.edited(yml, {"sha256": sha256(files["article.txt"])})
    return files
