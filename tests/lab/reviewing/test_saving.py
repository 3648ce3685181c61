"""A decision that was said to be made is made, whatever becomes of the process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from onrecord.coding.changing.saving import save
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.coding.storing import recovering
from onrecord.coding.storing.recovering import MADE
from onrecord.coding.storing.sheet import Sheet
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.queue import RowKey
from onrecord.lab.reviewing.queue import rows as every
from onrecord.lab.reviewing.session import Review
from onrecord.problems import ProblemsError

from .conftest import logged, rows, tables

WORKER = """
import sys
from pathlib import Path
from onrecord.lab.reviewing.session import Review
review = Review(Path(sys.argv[1]), "Ann")
print("ready", flush=True)
for key in review.queue():
    review.accept(key, review.row(key))
    print(key.id, flush=True)
"""


class CrashError(BaseException):
    """As sudden as a kill."""


@pytest.fixture
def crashing(monkeypatch):
    """A decision is made, and not one of its files takes its place."""
    real = recovering.finish_swap

    def crash(folder):
        if (folder / MADE).exists():
            raise CrashError
        return real(folder)

    def save_and_crash(folder, proposal):
        monkeypatch.setattr("onrecord.coding.changing.swapping.finish_swap", crash)
        with pytest.raises(CrashError):
            save(folder, "Ann", proposal.changes)
        monkeypatch.setattr("onrecord.coding.changing.swapping.finish_swap", real)

    return save_and_crash


def test_a_decision_cut_short_is_finished_by_whoever_comes_next(draft, crashing):
    """Once, with its lines in the log, and an undo takes it back."""
    before, proposal = tables(draft), decisions.reject(draft, "actors", "ukr")
    crashing(draft, proposal)
    assert tables(draft) == before
    again = Review(draft, "Bob")
    assert again.recovered
    assert "ukr" not in rows(draft, "actors")
    assert len(logged(draft)) == len(proposal.changes)
    assert not [p for p in check(read_coding(draft)) if p.level == "error"]
    assert not Review(draft, "Bob").recovered
    assert again.undo()
    assert tables(draft) == before


def test_an_edit_between_crash_and_recovery_is_kept(draft, crashing):
    """Only the rows of the decision are written; what a spreadsheet changed meanwhile in others stays."""
    crashing(draft, decisions.accept(draft, "statements", "st-06"))
    path = draft / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("st-01,S01,", "st-99,S01,"), encoding="utf-8")
    Review(draft, "Ann")
    assert "st-99" in rows(draft, "statements")
    assert rows(draft, "statements")["st-06"]["coding_basis"] == "analyst_coded"
    assert [line["id"] for line in logged(draft)] == ["st-06"]


def test_a_row_edited_between_crash_and_recovery_stays_as_edited(draft, crashing):
    """The person who came later is not overwritten."""
    crashing(draft, decisions.accept(draft, "statements", "st-06"))
    path = draft / "statements.csv"
    path.write_text(path.read_text("utf-8").replace("confirmed,factive", "confirmed,neutral"), "utf-8")
    edited = path.read_bytes()
    Review(draft, "Ann")
    assert path.read_bytes() == edited


@pytest.mark.parametrize("after", [0, 1, 4, 9])
def test_a_killed_process_loses_no_decision(draft, after):
    """Every decision that was said to be made is in the table and once in the log."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(draft)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]
    )
    assert worker.stdout.readline() == "ready\n"
    said = [worker.stdout.readline().strip() for _ in range(after)]
    os.kill(worker.pid, signal.SIGKILL)
    said += worker.stdout.read().split()
    worker.stdout.close()
    worker.wait()
    review = Review(draft, "Ann")
    made = [line["id"] for line in logged(draft)]
    assert made[: len(said)] == said
    assert len(made) <= len(said) + 1
    found = rows(draft, "statements") | rows(draft, "positions")
    assert {name for name, row in found.items() if row["coding_basis"] == "analyst_coded"} >= set(made)
    assert len(review.queue()) == 23 - len(made)


def test_two_sessions_decide_on_different_rows_and_see_each_other(draft):
    """The second sees what the first left."""
    ann, bob = Review(draft, "Ann"), Review(draft, "Bob")
    first, second = ann.queue()[:2]
    ann.accept(first, ann.row(first))
    assert bob.queue()[0] == second
    bob.accept(second, bob.row(second))
    assert [line["reviewer"] for line in logged(draft)] == ["Ann", "Bob"]
    assert first not in ann.queue()
    assert RowKey("statements", "st-06") in every(ann.snapshot().coding)


def test_a_decision_on_a_row_that_is_another_by_now_is_not_saved(draft):
    """The second of two on one row says so, and changes nothing."""
    first, second = (decisions.accept(draft, "statements", "st-06") for _ in range(2))
    save(draft, "Ann", first.changes)
    before = tables(draft), logged(draft)
    with pytest.raises(ProblemsError, match="st-06 was changed in the file since it was shown"):
        save(draft, "Bob", second.changes)
    assert (tables(draft), logged(draft)) == before


def test_saving_reads_no_more_than_it_changes(draft, monkeypatch):
    """The table decided upon and the log: nobody waits between two decisions for the case to be read and checked."""
    proposal = decisions.accept(draft, "statements", "st-03")
    changes = proposal.changes
    read: list[str] = []
    of = Sheet.of.__func__
    monkeypatch.setattr(Sheet, "of", classmethod(lambda cls, path: read.append(path.name) or of(cls, path)))
    for name in ("check", "read_coding"):
        monkeypatch.setattr(f"onrecord.coding.changing.swapping.{name}", lambda *_: pytest.fail("the case was read"))
    save(draft, "Ann", changes)
    assert set(read) == {"statements.csv"}
