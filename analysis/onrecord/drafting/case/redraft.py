"""Drafting a case anew: untouched rows are replaced, a person's stay, and nothing that was rejected comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.drafting.case.casefile import drop, write_checked
from onrecord.drafting.case.decided import DRAFTED, Cells, Decided, decided
from onrecord.drafting.case.notes import notes
from onrecord.drafting.case.record import Record, filled, read_record, write_record, written
from onrecord.drafting.reading.dropped import Dropped
from onrecord.drafting.rows.tables import Rows, tables
from onrecord.problems import ProblemsError, problem
from onrecord.source.reading import sha256
from onrecord.source.sentences import Sentence

Row = dict[str, Any]
LISTS = ("evidence", "source_chain")
SINGLE = ("actor", "speaker", "target", "issue", "parent", "repeat_of", "date", "entity")


def redraft(folder: Path, article: Dropped) -> tuple[list[str], dict[str, int]]:
    """Draft the case in `folder` anew; returns what was kept, in a sentence, and the number of rows by table.

    Raises ProblemsError, and changes nothing, where there is no such case, its coding has errors, no record tells
    what of it was drafted, or `article` is another text than the case's.
    """
    coding = opened(folder, article)
    record = read_record(folder)
    mine = decided(coding, record)
    sentences = [Sentence(row.id, row.role, row.start, row.end, row.text) for _, row in coding.table("sentences")]
    facts = coding.article
    made = tables(
        coding.text,
        sentences,
        narrator=facts.publisher.actor,
        publisher=facts.publisher.name,
        published=facts.published.date or facts.published.inferred,
    )
    rows = {"sentences": [sentence._asdict() for sentence in sentences], **made.rows}
    rows["actors"] = [*voices(coding, mine), *rows["actors"]]
    join(rows, mine)
    rows["notes"] = [*mine.kept.get("notes", []), *new_notes(article, coding, made.left_out, rows, mine)]
    for name in coding.records:
        if name not in rows:
            rows[name] = mine.kept.get(name, [])
    kept = frozenset(row["id"] for found in mine.kept.values() for row in found)
    swap(folder, rows, kept, mine, record)
    return [said_of(mine)], {name: len(found) for name, found in rows.items() if found}


def said_of(mine: Decided) -> str:
    """How many rows stay, and why."""
    own = sum(len(ids) for ids in mine.touched.values())
    others = sum(len(rows) for rows in mine.kept.values()) - own
    if not own:
        return "no person touched a row: all were drafted anew"
    also = f", and {others} that those refer to" if others else ""
    return f"rows that stay as they were: {own} that a person touched{also}"


def drafted_now(now: Record, mine: Decided, before: Record) -> Record:
    """The record of the new draft: its rows without a person's, and of the former draft what a person changed."""
    found: Record = {}
    for name in sorted(DRAFTED):
        own = mine.touched.get(name, set())
        rows = {row: cells for row, cells in now.get(name, {}).items() if row not in own}
        former = {row["id"]: filled(row) for row in mine.past.get(name, ()) if row["id"] in before.get(name, {})}
        if former or rows:
            found[name] = rows | {row: cells for row, cells in former.items() if row not in rows}
    return found


def opened(folder: Path, article: Dropped) -> Coding:
    if not (folder / "article.yml").is_file():
        found, remedy = f"there is no case {folder.name}", "draft it without --again"
        raise ProblemsError([problem("E-DRAFT-AGAIN", folder.name, found=found, remedy=remedy)])
    coding = read_coding(folder)
    errors = [p for p in check(coding) if p.level == "error"]
    if errors:
        raise ProblemsError(errors)
    if sha256(article.text.encode()) != coding.sha256:
        found = "the text is another than the one that was coded"
        remedy = f"give {folder / 'article.txt'}, or move the coding to the new text with `onrecord reanchor`"
        raise ProblemsError([problem("E-DRAFT-AGAIN", folder.name, found=found, remedy=remedy)])
    return coding


def new_notes(article: Dropped, coding: Coding, left_out: dict[str, list[str]], rows: Rows, mine: Decided) -> list[Row]:
    """The notes of the new draft, with ids of their own; none of a kind that a person changed or took out."""
    taken = {row["id"] for row in mine.kept.get("notes", ())}
    known = {row["kind"] for name in (mine.kept, mine.past) for row in name.get("notes", ())}
    found = notes(article._replace(published=coding.article.published.date), left_out, rows)
    found = [row for row in found if row["kind"] not in known]
    for row in found:
        row["id"] = free(row["id"], taken)
    return found


def voices(coding: Coding, mine: Decided) -> list[Cells]:
    """The publisher and the unspecified holder as the case has them, unless they are kept anyway."""
    kept = {row["id"] for row in mine.kept.get("actors", ())}
    wanted = {coding.narrator, "unspec"} - kept
    return [record.cells for record in coding.records["actors"] if record.cells["id"] in wanted]


def join(rows: Rows, mine: Decided) -> None:
    """Put the kept rows before the new ones, which take their ids and give way where the two are one."""
    for name in DRAFTED[:-1]:  # notes are made last, of what stands then
        rows.setdefault(name, [])
        kept, past = mine.kept.get(name, []), mine.past.get(name, [])
        give_way(rows, name, kept, past)
        rows[name] = [*kept, *rows[name]]
    order = {row["id"]: number for number, row in enumerate(rows["sentences"])}
    rows["statements"].sort(key=lambda row: (order.get(sentence_of(row), 0), row["id"]))


def give_way(rows: Rows, name: str, kept: list[Cells], past: list[Cells]) -> None:
    """Take out new rows that a person's row, kept or former, already is; the others get ids of their own."""
    same = IDENTITY[name]
    there = {row["id"] for row in kept}
    known = {key: row["id"] for row in past if row["id"] in there for key in same(row)}  # as it was once
    known |= {key: row["id"] for row in kept for key in (*same(row), *covered(name, row))}
    gone_keys = {key for row in past if row["id"] not in there for key in same(row)}
    taken = there | {row["id"] for row in past}
    renamed: dict[str, str] = {}
    rejected: set[str] = set()
    staying = []
    for row in rows[name]:
        keys = same(row)
        twin = next((known[key] for key in keys if key in known), None)
        if twin is not None:
            renamed[row["id"]] = twin
        elif gone_keys.intersection(keys):
            renamed[row["id"]] = row["id"] = f"rejected {row['id']}"  # no id that a row may have
            rejected.add(row["id"])
            staying.append(row)
        else:
            renamed[row["id"]] = free(row["id"], taken)
            row["id"] = renamed[row["id"]]
            staying.append(row)
    rows[name] = staying
    rename(rows, name, renamed)
    if rejected:
        drop(rows, rejected)


def free(wanted: str, taken: set[str]) -> str:
    """`wanted`, or the next number behind its prefix that is not taken."""
    head = wanted.rstrip("0123456789")
    digits, made = wanted[len(head) :], wanted
    number = int(digits or 1)
    while made in taken:
        number += 1
        made = f"{head}{number:0{len(digits)}d}" if digits else f"{wanted}-{number}"
    taken.add(made)
    return made


REFERRED = {
    "actors": ("actor", "speaker", "target", "parent", "entity", "source_chain"),
    "issues": ("issue",),
    "statements": ("repeat_of", "evidence"),
    "places": ("entity",),
    "dates": ("date",),
}


def rename(rows: Rows, name: str, renamed: dict[str, str]) -> None:
    """Write the new ids of the rows of `name` into the new rows that refer to them."""
    for found in rows.values():
        for row in found:
            for field in REFERRED.get(name, ()):
                value = row.get(field)
                if field in LISTS and isinstance(value, tuple):
                    row[field] = tuple(renamed.get(one, one) for one in value)
                elif field in SINGLE and value in renamed:
                    row[field] = renamed[value]


def sentence_of(row: Row) -> str:
    return str(row.get("sentence") or "").partition("-")[0]


def statement_keys(row: Row) -> list[tuple]:
    """A source's statement by sentence, source and cue; a narrator's by its sentence, in which nobody else speaks."""
    here = sentence_of(row)
    if row["attribution"] == "narrator":
        return [("sentence", here)]
    return [("cue", here, row["speaker"], row.get("speaker_text") or "", row.get("cue_text") or "")]


def covered(name: str, row: Row) -> list[tuple]:
    """What else a kept row makes superfluous: the narrator's row of a sentence in which somebody speaks."""
    return [("sentence", sentence_of(row))] if name == "statements" else []


def actor_keys(row: Row) -> list[tuple]:
    """Its name; the two voices of a case by id."""
    return [("id", "unspec")] if row["id"] == "unspec" else [("name", row["name"].casefold())]


IDENTITY: dict[str, Callable[[Row], list[tuple]]] = {
    "actors": actor_keys,
    "issues": lambda row: [("proposition", row["proposition"].casefold().rstrip("."))],
    "statements": statement_keys,
    "positions": lambda row: [(row["actor"], row["issue"])],
    "mentions": lambda row: [(sentence_of(row), row["text"], row["entity"])],
    "places": lambda row: [(row["name"].casefold(),)],
    "dates": lambda row: [(sentence_of(row), row["text"])],
}


def swap(folder: Path, rows: Rows, kept: frozenset[str], mine: Decided, record: Record) -> None:
    """Put the new tables, and the record of what of them is drafted, in the place of the old, all at once."""
    beside = folder.with_name(f".{folder.name}.{uuid4().hex}")
    before = folder.with_name(f".{folder.name}.{uuid4().hex}.before")
    try:
        shutil.copytree(folder, beside)
        write_checked(beside, rows, kept)
        write_record(beside, drafted_now(written(beside), mine, record))
        folder.rename(before)
        try:
            beside.rename(folder)
        except OSError:
            before.rename(folder)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(before, ignore_errors=True)
