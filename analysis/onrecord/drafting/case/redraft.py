"""Drafting a case anew: untouched rows are replaced, a person's stay, and nothing that was rejected comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.coding.changing.beginning import sentence_rows
from onrecord.coding.changing.swapping import changed
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.storing.files import ARTICLE, DESCRIPTION
from onrecord.coding.storing.record import DraftRecord, read_record, recorded, write_record
from onrecord.coding.storing.sheet import Cells, filled
from onrecord.drafting.case.casefile import Rows, as_text, counts, write_checked
from onrecord.drafting.case.decided import DRAFTED, Decided, decided
from onrecord.drafting.case.giving_way import free, give_way, sentence_of
from onrecord.drafting.case.notes import notes
from onrecord.drafting.reading.dropped import Dropped
from onrecord.drafting.rows.tables import Tables, tables
from onrecord.problems import ProblemsError, problem
from onrecord.source.article import Article
from onrecord.source.reading import sha256
from onrecord.source.sentences import Sentence


def redraft(folder: Path, article: Dropped) -> tuple[list[str], dict[str, int]]:
    """Draft the case in `folder` anew; returns what was kept, in a sentence, and the number of rows by table.

    Raises ProblemsError, and changes nothing, where there is no such case, its coding has errors, no record tells
    what of it was drafted, or `article` is another text than the case's.
    """
    if not (folder / DESCRIPTION).is_file():
        raise refused(folder, f"there is no case {folder.name}", "draft it without --again")
    with changed(folder, checked=True) as copy:
        coding, facts = opened(copy, article, folder / ARTICLE)
        record = read_record(copy)
        mine = decided(coding, record)
        rows = anew(coding, facts, article, mine)
        write_checked(copy, rows, mine.kept_ids)
        write_record(copy, drafted_now(recorded(rows), mine, record))
    return [said_of(mine)], counts(rows)


def refused(folder: Path, found: str, remedy: str) -> ProblemsError:
    """What is raised where the case cannot be drafted anew."""
    return ProblemsError([problem("E-DRAFT-AGAIN", folder.name, found=found, remedy=remedy)])


def opened(folder: Path, article: Dropped, text: Path) -> tuple[Coding, Article]:
    """The coding of the case, which must have no error and be that of `article`; `text` is where its text stands."""
    coding = read_coding(folder)
    errors = [p for p in check(coding) if p.level == "error"]
    if errors or coding.article is None:
        raise ProblemsError(errors)
    if sha256(article.text.encode()) != coding.sha256:
        remedy = f"give {text}, or move the coding to the new text with `onrecord reanchor`"
        raise refused(folder, "the text is another than the one that was coded", remedy)
    return coding, coding.article


def anew(coding: Coding, facts: Article, article: Dropped, mine: Decided) -> Rows:
    """All rows of the case: a new draft, in which a person's rows stand as they were."""
    sentences = [Sentence(row.id, row.role, row.start, row.end, row.text) for _, row in coding.table("sentences")]
    made = drafted(article.text, sentences, facts)
    rows = as_text({"sentences": sentence_rows(sentences)} | made.rows)
    rows["actors"] = [*voices(coding, mine), *rows["actors"]]
    rows = joined(rows, mine)
    about = article._replace(published=facts.published.date)
    rows["notes"] = [*mine.kept.get("notes", []), *own_notes(notes(about, made.left_out, rows["statements"]), mine)]
    return {name: mine.kept.get(name, []) for name in coding.records} | rows


def drafted(text: str, sentences: list[Sentence], facts: Article) -> Tables:
    """The new draft, of the publisher and the day that the case has by now."""
    published = facts.published.date or facts.published.inferred
    return tables(text, sentences, narrator=facts.publisher.actor, publisher=facts.publisher.name, published=published)


def voices(coding: Coding, mine: Decided) -> list[Cells]:
    """The publisher and the unspecified holder as the case has them, unless they are kept anyway."""
    kept = {row["id"] for row in mine.kept.get("actors", ())}
    wanted = {coding.narrator, "unspec"} - kept
    return [record.cells for record in coding.records["actors"] if record.cells["id"] in wanted]


def joined(new: Rows, mine: Decided) -> Rows:
    """The kept rows before the new ones, which take their ids and give way where the two are one."""
    for name in DRAFTED[:-1]:  # notes are made last, of what stands then
        give_way(new, name, mine.kept.get(name, []), mine.past.get(name, []))
    rows = {name: [*mine.kept.get(name, []), *found] for name, found in new.items()}
    order = {row["id"]: number for number, row in enumerate(rows["sentences"])}
    rows["statements"].sort(key=lambda row: (order.get(sentence_of(row), 0), row["id"]))
    return rows


def own_notes(new: list[dict[str, Any]], mine: Decided) -> list[Cells]:
    """The notes of the new draft, with ids of their own; none of a kind that a person changed or took out."""
    new = [note for note in as_text({"notes": new})["notes"] if note["kind"] not in mine.kinds_of_notes]
    taken = {row["id"] for row in mine.kept.get("notes", ())}
    return [note | {"id": free(note["id"], taken)} for note in new]


def drafted_now(now: DraftRecord, mine: Decided, before: DraftRecord) -> DraftRecord:
    """The record of the new draft: its rows without a person's, and of the former draft what a person changed."""
    found = {name: _recorded(name, now.get(name, {}), mine, before.get(name, {})) for name in sorted(DRAFTED)}
    return {name: rows for name, rows in found.items() if rows}


def _recorded(name: str, now: dict[str, Cells], mine: Decided, before: dict[str, Cells]) -> dict[str, Cells]:
    own = mine.touched.get(name, set())
    rows = {row: cells for row, cells in now.items() if row not in own}
    former = {row["id"]: filled(row) for row in mine.past.get(name, ()) if row["id"] in before}
    return rows | {row: cells for row, cells in former.items() if row not in rows}


def said_of(mine: Decided) -> str:
    """How many rows stay, and why."""
    own = sum(len(ids) for ids in mine.touched.values())
    others = sum(len(rows) for rows in mine.kept.values()) - own
    if not own:
        return "no person touched a row: all were drafted anew"
    also = f", and {others} that those refer to" if others else ""
    return f"rows that stay as they were: {own} that a person touched{also}"
