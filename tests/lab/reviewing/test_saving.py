"""A crash at any moment loses no decision and applies none twice."""

import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from onrecord.coding.changing import saving
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.queue import Key
from onrecord.lab.reviewing.session import Review

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


class Crash(BaseException):
    """As sudden as a kill."""


@pytest.mark.parametrize("step", range(12))
def test_a_crash_at_any_write_is_finished_by_whoever_comes_next(draft, monkeypatch, step):
    """Before the decision is written down nothing happened; from then on it is made, once."""
    before = tables(draft)
    proposal = decisions.reject(draft, "actors", "ukr")
    count = itertools.count()
    real = saving.write_whole

    def write(path, data):
        if next(count) == step:
            raise Crash
        real(path, data)

    monkeypatch.setattr(saving, "write_whole", write)
    try:
        saving.save(draft, "Ann", proposal.changes)
    except Crash:
        crashed = True
    else:
        crashed = False
    monkeypatch.setattr(saving, "write_whole", real)
    again = Review(draft, "Bob")
    assert again.recovered == (crashed and step > 0)
    if step == 0:
        assert tables(draft) == before
        assert not logged(draft)
        return
    assert "ukr" not in rows(draft, "actors")
    assert len(logged(draft)) == len(proposal.changes)
    assert not [p for p in check(read_coding(draft)) if p.level == "error"]
    assert again.undo()
    assert tables(draft) == before
    assert not (draft / saving.PENDING).exists()


def test_a_crash_after_the_log_was_written_logs_nothing_twice(draft, monkeypatch):
    """What is left to do then is to forget that anything was pending."""
    kept, real = {}, saving.write_whole

    def write(path, data):
        kept[path.name] = data
        real(path, data)

    monkeypatch.setattr(saving, "write_whole", write)
    saving.save(draft, "Ann", decisions.reject(draft, "actors", "ukr").changes)
    after, log = tables(draft), (draft / "review.csv").read_bytes()
    (draft / saving.PENDING).write_bytes(kept[saving.PENDING])
    assert Review(draft, "Bob").recovered
    assert (tables(draft), (draft / "review.csv").read_bytes()) == (after, log)
    assert not (draft / saving.PENDING).exists()


def test_a_decision_on_many_rows_touches_as_many_tables_as_steps(draft):
    """The test above reaches past the last write: journal, tables, log."""
    touched = {change.table for change in decisions.reject(draft, "actors", "ukr").changes}
    assert 3 <= len(touched) + 2 <= 12


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


def test_an_edit_between_crash_and_recovery_is_kept(draft, monkeypatch):
    """Only the rows of the decision are written; what a spreadsheet changed meanwhile in others stays."""
    proposal = decisions.accept(draft, "statements", "st-06")
    real = saving.write_whole
    monkeypatch.setattr(saving, "write_whole", lambda path, data: real(path, data) if path.name[0] == "." else _crash())
    with pytest.raises(Crash):
        saving.save(draft, "Ann", proposal.changes)
    monkeypatch.setattr(saving, "write_whole", real)
    path = draft / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("st-01,S01,", "st-99,S01,"), encoding="utf-8")
    Review(draft, "Ann")
    assert "st-99" in rows(draft, "statements")
    assert rows(draft, "statements")["st-06"]["coding_basis"] == "analyst_coded"


def _crash():
    raise Crash


def test_two_sessions_decide_on_different_rows_and_see_each_other(draft):
    """The second sees what the first left."""
    ann, bob = Review(draft, "Ann"), Review(draft, "Bob")
    first, second = ann.queue()[:2]
    ann.accept(first, ann.row(first))
    assert bob.queue()[0] == second
    bob.accept(second, bob.row(second))
    assert [line["reviewer"] for line in logged(draft)] == ["Ann", "Bob"]
    assert first not in ann.queue()
    assert Key("statements", "st-06") in rows_of(ann)


def rows_of(review):
    """Keys of every row."""
    from onrecord.lab.reviewing.queue import rows as every

    return every(review.snapshot().coding)
