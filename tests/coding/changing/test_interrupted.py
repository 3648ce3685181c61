"""Every operation that changes a case, cut short at every call to the file system: the case is the old or the new."""

import datetime
import errno
import itertools
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from onrecord.cli import main
from onrecord.coding.case import open_case
from onrecord.coding.changing import log
from onrecord.coding.changing.adjudicating import adjudicate
from onrecord.coding.changing.creating import create_case
from onrecord.coding.changing.reanchoring import reanchor
from onrecord.coding.changing.saving import save
from onrecord.coding.changing.settling import settled_lines, write_disagreements
from onrecord.coding.changing.signing import sign_off
from onrecord.coding.changing.swapping import changed, new_case
from onrecord.coding.reading import read_coding
from onrecord.coding.storing.locking import alone
from onrecord.coding.storing.recovering import MADE, recover
from onrecord.drafting.case.draft import draft_case
from onrecord.lab.reviewing import decisions
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.problems import ProblemsError

from .conftest import KilledError

PACKAGE = Path(__file__).parents[3] / "analysis"
TEXT = b"Mayor Anna Lopez said the old bridge is safe. Minister Jens Olsen said the new bridge is not safe.\n"
DAY = datetime.date(2026, 1, 2)


def new(seeds):
    return lambda: create_case(TEXT, "new", seeds=seeds, coded_on=DAY)


def draft(seeds):
    return lambda: draft_case(TEXT, "new", seeds=seeds, today=DAY)


def redraft(seeds):
    return lambda: draft_case(TEXT, "case", seeds=seeds, again=True)


def move(seeds):
    return lambda: reanchor(seeds / "case", TEXT.replace(b"is safe. ", b"is safe. It rained. "))


def sign(seeds):
    return lambda: sign_off(seeds / "case", "Ann", DAY, unread=True, today=DAY)


def review(seeds):
    proposal = decisions.reject(seeds / "case", "actors", "jens-olsen")
    return lambda: save(seeds / "case", "Ann", proposal.changes)


def settle(seeds):
    found = Alignment(open_case(seeds / "case"), open_case(seeds / "other"))
    lines = settled_lines(disagreements(found), seeds.parent / "settled.csv")
    return lambda: adjudicate(found, lines, "new", "Ann", seeds=seeds)


# Every module that changes cases, and an operation of it, which is made ready and then done.
OPERATIONS = {
    "onrecord.coding.changing.creating": new,
    "onrecord.drafting.case.draft": draft,
    "onrecord.drafting.case.redraft": redraft,
    "onrecord.coding.changing.reanchoring": move,
    "onrecord.coding.changing.signing": sign,
    "onrecord.coding.changing.saving": review,
    "onrecord.coding.changing.adjudicating": settle,
}


def test_every_module_that_changes_a_case_is_interrupted_here():
    """Whatever imports the swap is in the table; nothing else writes into a case's folder."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if re.search(r"^\s*from onrecord\.coding\.changing\.swapping import", path.read_text("utf-8"), re.MULTILINE):
            found.add(".".join(path.relative_to(PACKAGE).with_suffix("").parts))
    assert found == OPERATIONS.keys()


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    """Two drafts of one text, one of them with an edited row and with files of the analyst's own."""
    seeds = tmp_path_factory.mktemp("pristine") / "seeds"
    draft_case(TEXT, "case", seeds=seeds, today=DAY)
    case = seeds / "case"
    shutil.copytree(case, seeds / "other")
    positions = (seeds / "other" / "positions.csv").read_text("utf-8")
    (seeds / "other" / "positions.csv").write_text(positions.replace(",2,", ",1,").replace(",-2,", ",-1,"), "utf-8")
    actors = (case / "actors.csv").read_text("utf-8")
    (case / "actors.csv").write_text(actors.replace("Anna Lopez", "Anna López"), "utf-8")
    (case / "my notes.md").write_text("mine")
    (case / ".git").mkdir()
    (case / ".git" / "HEAD").write_text("ref")
    (case / "statements.csv").chmod(0o640)
    lines = seeds.parent / "settled.csv"
    write_disagreements(disagreements(Alignment(open_case(case), open_case(seeds / "other"))), lines)
    frame = pd.read_csv(lines, dtype=str, keep_default_na=False)
    assert len(frame)
    frame.assign(take="b").to_csv(lines, index=False)
    return seeds


@pytest.fixture
def seeds(pristine, tmp_path, monkeypatch):
    """A copy of them; every decision is made at one time."""
    monkeypatch.setattr(log, "next_time", lambda _: "2026-01-02T00:00:00.000000Z")
    shutil.copy(pristine.parent / "settled.csv", tmp_path)
    return Path(shutil.copytree(pristine, tmp_path / "seeds"))


def state(seeds):
    """Every file with what it holds and its permissions, every folder."""
    return {
        path.relative_to(seeds).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in seeds.rglob("*")
    }


def restored(seeds, pristine, old):
    """Make the files what they were in `old`."""
    if state(seeds) != old:
        shutil.rmtree(seeds)
        shutil.copytree(pristine, seeds)


class CutShort:
    """An operation with the states before and after it, run again and again, cut short at each of its calls."""

    def __init__(self, operation, pristine, seeds, faults):
        self.pristine, self.seeds, self.faults = pristine, seeds, faults
        self.old, self.run = state(seeds), operation(seeds)
        self.run()
        self.new = state(seeds)

    def at_each_call(self, error, *, reading=False, step=1):
        """The states that are left, until the operation comes through; `reading`: at calls that change nothing, too."""
        for number in itertools.count(1, step):
            restored(self.seeds, self.pristine, self.old)
            self.faults.arm(number, error, reading=reading)
            try:
                self.run()
            except (OSError, KeyboardInterrupt, KilledError, ProblemsError):
                assert self.faults.fired
            self.faults.disarm()
            if not self.faults.fired:
                return
            yield state(self.seeds)


@pytest.fixture(params=OPERATIONS.values(), ids=lambda operation: operation.__name__)
def cut_short(request, pristine, seeds, faults):
    """Each operation."""
    return CutShort(request.param, pristine, seeds, faults)


def test_an_operation_leaves_alone_what_is_the_analysts(cut_short):
    """Files that the program does not know, hidden ones, and the permissions of those that it does."""
    old, new = cut_short.old, cut_short.new
    assert old != new
    assert all(new[name] == old[name] for name in ("case/my notes.md", "case/.git/HEAD"))
    assert new["case/statements.csv"][0] == old["case/statements.csv"][0]


FULL = OSError(errno.ENOSPC, "No space left on device")
FAILURES = {"full": (FULL, False, 1), "unreadable": (FULL, True, 7), "Ctrl-C": (KeyboardInterrupt(), False, 1)}


@pytest.mark.parametrize(("error", "reading", "step"), FAILURES.values(), ids=FAILURES.keys())
def test_a_failed_call_leaves_the_old_case_or_the_new(cut_short, error, reading, step):
    """At once, with nothing beside it: at each call that writes, and at every seventh of all calls."""
    met = list(cut_short.at_each_call(error, reading=reading, step=step))
    assert [number for number, found in enumerate(met, 1) if found not in (cut_short.old, cut_short.new)] == []
    assert cut_short.old in met


def test_a_kill_leaves_the_old_case_or_the_new_for_who_opens_it(cut_short):
    """What was made is finished when the case is read, what was not made is cleared away by the next change."""
    seeds, met = cut_short.seeds, []
    for _ in cut_short.at_each_call(KilledError()):
        recover(seeds / "case")
        met.append({name: found for name, found in state(seeds).items() if not re.search(r"\.[0-9a-f]{32}", name)})
        with changed(seeds / "case"):
            pass
        with pytest.raises(ZeroDivisionError), new_case(seeds, "third"):
            raise ZeroDivisionError
        assert state(seeds) == met[-1]
    assert [number for number, found in enumerate(met, 1) if found not in (cut_short.old, cut_short.new)] == []
    assert cut_short.old in met
    assert cut_short.new in met


@pytest.mark.parametrize("words", [["check"], ["check", "case"], ["list"]])
def test_a_command_that_only_reads_takes_away_what_a_killed_one_left(seeds, monkeypatch, words):
    """In the case and beside it; a copy that a process still has stays, and so does what is somebody's own."""
    monkeypatch.chdir(seeds.parent)
    (seeds.parent / "notebooks").mkdir(exist_ok=True)
    gone = [seeds / "case" / f".case.{'0' * 32}", seeds / f".new.{'a' * 32}"]
    stay = [seeds / "case" / f".case.{'1' * 32}", seeds / ".git", seeds / f".notes.{'b' * 31}"]
    for folder in (*gone, *stay):
        (folder / "case").mkdir(parents=True)
    with alone(stay[0]):
        CliRunner().invoke(main, words)
    assert [folder.exists() for folder in (*gone, *stay)] == [False, False, True, True, True]


def test_reading_a_case_finishes_a_change_that_was_cut_short(pristine, seeds, faults):
    """Whoever reads it, by whatever name, finds the new case."""
    for number in itertools.count(1):
        faults.arm(number, KilledError(), reading=False)
        with pytest.raises(KilledError):
            sign_off(seeds / "case", "Ann", DAY, unread=True, today=DAY)
        faults.disarm()
        if (seeds / "case" / MADE).exists():
            break
    assert read_coding(seeds / "case").article.reviewed_by == "Ann"
    assert not (seeds / "case" / MADE).exists()
