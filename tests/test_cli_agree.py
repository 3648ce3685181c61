"""`onrecord agree` and `adjudicate`, and the agreement briefing, on a second coding of the seed."""

import shutil

import pytest

from tests.conftest import CASE, REPOSITORY


@pytest.fixture
def second(project):
    """A project with two codings of one article, which differ in one reading, and the repository's notebooks."""
    shutil.copytree(project.case, project.seeds / "second")
    path = project.seeds / "second" / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("demands,assert,", "demands,urge,"), encoding="utf-8")
    shutil.copytree(REPOSITORY / "notebooks", project.notebooks, dirs_exist_ok=True)
    return project


def test_two_codings_are_compared_settled_and_made_one(second):
    """agree writes the differences, a person settles them, adjudicate makes a case that passes its checks."""
    said = second.onrecord("agree", CASE, "second", "--out", "d.csv")
    assert said.returncode == 0, said.stderr
    assert "speech_act nominal 26      25" in said.stdout
    assert " more fields are the same" in said.stdout
    assert "one case" not in said.stdout
    assert said.stdout.splitlines()[-2] == "1 difference"
    refused = second.onrecord("adjudicate", CASE, "second", "d.csv", "--case", "third", "--by", "A. Analyst")
    assert refused.returncode == 2
    assert refused.stderr.startswith("E-EMPTY d.csv:2 take")
    path = second.root / "d.csv"
    head, line = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{head}\n{line}b\n", encoding="utf-8")
    assert (
        second.onrecord("adjudicate", CASE, "second", "d.csv", "--case", "third", "--by", "A. Analyst").returncode == 0
    )
    assert second.onrecord("check", "third").returncode == 0
    merged = (second.seeds / "third" / "statements.csv").read_text(encoding="utf-8")
    assert ",urge," in next(row for row in merged.splitlines() if row.startswith("st-25"))


def test_the_agreement_briefing_is_made_only_when_asked_for_with_the_other_coding(second):
    """It needs a second coding; without one, and with one that is not there, nothing runs."""
    assert "agreement" not in second.onrecord("build", "--briefing", "quotes", "--to", "html").stdout
    for words in ([], ["-p", "other=nowhere"]):
        refused = second.onrecord("build", CASE, "--briefing", "agreement", *words)
        assert refused.returncode == 2
        assert "E-PARAM" in refused.stderr or "E-CASE" in refused.stderr
    made = second.onrecord("build", CASE, "--briefing", "agreement", "-p", "other=second")
    assert made.returncode == 0, made.stdout + made.stderr
    assert (second.shelf / "agreement-second.pdf").is_file()


def test_a_draft_that_is_not_there_is_said_so(second):
    """A case that nobody reviewed has no other draft."""
    refused = second.onrecord("agree", f"{CASE}@draft", CASE)
    assert refused.returncode == 2
    assert "it is its own draft" in refused.stderr


def test_a_coding_of_another_text_is_refused_before_a_notebook_runs(second):
    """E-AGREE and exit 2, for the command and for the briefing alike; nothing is built."""
    folder = second.seeds / "second"
    text = (folder / "article.txt").read_bytes() + b"\nOne line more."
    (second.root / "other.txt").write_bytes(text)
    moved = second.onrecord("reanchor", "second", "other.txt")
    assert (moved.returncode, moved.stderr) == (0, "")
    assert "rows removed: 0" in moved.stdout
    for words in (["agree", CASE, "second"], ["build", CASE, "--briefing", "agreement", "-p", "other=second"]):
        refused = second.onrecord(*words)
        assert refused.returncode == 2
        (line,) = refused.stderr.splitlines()
        assert line.startswith("E-AGREE")
    assert not second.reports.exists()


def test_a_case_compared_with_itself_is_said_to_be_one(second):
    """Both names are one case; no field differs, so none is "more"."""
    said = second.onrecord("agree", CASE, CASE)
    assert said.returncode == 0, said.stderr
    assert "A and B are one case" in said.stdout
    assert "more fields" not in said.stdout
    assert "fields are the same" in said.stdout
    assert said.stdout.splitlines()[-1] == "0 differences"
