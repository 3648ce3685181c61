"""The command: what it prints, its exit codes, and that it starts fast."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def test_list_names_cases_briefings_parameters_and_choices(project):
    """Everything that a build can be asked for stands in the list."""
    project.notebook("situation")
    project.notebook("actor", extra='actor: str = ""  # whom\n', for_each="actor")
    done = project.onrecord("list")
    assert (done.returncode, done.stderr) == (0, "")
    for part in (project.case.name, "actor=blr-mod", "issue=iss-join", "situation  Situation", "-p actor=STR  whom"):
        assert part in done.stdout
    assert "actor=aje" not in done.stdout  # the narrator's voice is the whole text's
    assert "actor=unspec" not in done.stdout
    assert "-p marking=STR  at the head of every page (default: UNMARKED)" in done.stdout


def test_list_names_a_broken_notebook_among_the_others(project):
    """A notebook that cannot be read is named; the rest is listed as ever."""
    project.notebook("situation")
    (project.notebooks / "x.ipynb").write_text("{")
    done = project.onrecord("list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "situation  Situation" in done.stdout
    assert "not readable: E-NOTEBOOK notebooks/x.ipynb is not a notebook" in done.stdout


def test_check_of_a_sound_case_succeeds(project):
    """No error: exit 0, from a folder below as well."""
    done = project.onrecord("check")
    assert done.returncode == 0
    project.root = project.case
    assert project.onrecord("check").returncode == 0


def test_check_names_each_problem_on_a_line_and_exits_2(project):
    """CODE file:row field message, the file as it lies from here."""
    project.edit("statements.csv", ",blr-luk,", ",blr-look,")
    done = project.onrecord("check")
    assert done.returncode == 2
    lines = [line for line in done.stdout.splitlines() if line.startswith("E-REF")]
    assert lines[0].startswith(f"E-REF seeds/{project.case.name}/statements.csv:")
    assert "did you mean 'blr-luk'?" in lines[0]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("style", ["json", "github"])
def test_check_speaks_to_programs(project, style: str):
    """--format json is JSON, --format github workflow annotations with file and line."""
    project.edit("statements.csv", ",blr-luk,", ",blr-look,")
    done = project.onrecord("check", "--format", style)
    assert done.returncode == 2
    if style == "json":
        assert {one["code"] for one in json.loads(done.stdout)["problems"]} >= {"E-REF"}
    else:
        assert f"::error file=seeds/{project.case.name}/statements.csv,line=" in done.stdout


@pytest.mark.parametrize(
    "words", [["check", "nope"], ["build", "nope"], ["reanchor", "nope", "x.txt"], ["sign", "nope", "--by", "A"]]
)
def test_an_unknown_case_is_one_line_and_exit_2(project, words: list[str]):
    """E-CASE with the cases that there are."""
    project.notebook("situation")
    done = project.onrecord(*words)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("E-CASE there is no case 'nope'")
    assert project.case.name in line


def test_outside_a_project_it_says_where_to_go(tmp_path, project):
    """No seeds/ or notebooks/ here or above: one line, exit 2."""
    project.root = Path(tmp_path.anchor)  # above every folder that others may have left
    for word in ("list", "check", "build"):
        done = project.onrecord(word)
        assert done.returncode == 2
        assert "go to the project's folder" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_new_case_is_made_and_said(project):
    """`new` makes the folder, or refuses in one line and makes nothing."""
    story = project.root / "story.txt"
    story.write_text("Grain deal holds\n\nShips left Odesa on Monday, Ukraine said.\n", encoding="utf-8")
    done = project.onrecord("new", "story.txt", "--case", "grain", "--headline", "Grain deal holds", "--publisher", "P")
    assert (done.returncode, done.stderr) == (0, "")
    assert (project.seeds / "grain" / "article.yml").is_file()
    again = project.onrecord("new", "story.txt", "--case", "grain", "--headline", "Grain deal holds")
    assert again.returncode == 2
    assert len(again.stderr.splitlines()) == 1


def test_a_signature_takes_the_banner_away_until_the_coding_is_edited(project):
    """`sign` writes name, date and hash into article.yml."""
    path = project.case / "article.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("coded_on: 2026", "coded_on: 2022"), encoding="utf-8")
    refused = project.onrecord("sign", project.case.name, "--by", "A. Analyst", "--on", "2999-01-01")
    assert refused.returncode == 2
    assert refused.stderr.startswith("E-PARAM 2999-01-01 is in the future")
    refused = project.onrecord("sign", project.case.name, "--by", "A. Analyst", "--on", "2023-01-09")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    assert "215 of 215 rows were never opened in a review: rus, " in refused.stderr
    done = project.onrecord("sign", project.case.name, "--by", "A. Analyst", "--on", "2023-01-09", "--unread")
    assert done.stdout.endswith(", 215 rows of it unread\n")
    assert (done.returncode, done.stderr) == (0, "")
    text = (project.case / "article.yml").read_text(encoding="utf-8")
    assert "A. Analyst" in text
    assert "2023-01-09" in text


def test_a_draft_ends_with_what_it_never_holds(project):
    """No table of events, relations or tensions is drafted, and the last line says so."""
    (project.root / "story.txt").write_text("The bridge\n\nMayor Anna Lopez said the old bridge is safe for buses.\n")
    for again in ([], ["--again"]):
        done = project.onrecord("draft", "story.txt", "--case", "bridge", *again)
        assert done.returncode == 0, done.stderr
        made, never = done.stdout.splitlines()
        assert made.startswith("drafted ")
        assert never.startswith("never drafted: events, relations and tensions; until you code them the pages say")
    names = {path.name for path in (project.seeds / "bridge").iterdir()}
    assert "statements.csv" in names
    assert names.isdisjoint({"events.csv", "relations.csv", "tensions.csv"})


def test_reanchoring_lists_what_is_lost_and_writes_nothing(project):
    """Exit 2, a line a lost span, the case untouched."""
    before = (project.case / "article.txt").read_bytes()
    edited = project.root / "edited.txt"
    edited.write_bytes(before.replace(b"Belarus", b"Ruritania"))
    done = project.onrecord("reanchor", project.case.name, "edited.txt")
    assert done.returncode == 2
    assert "nothing was written" in done.stderr.splitlines()[-1]
    assert (project.case / "article.txt").read_bytes() == before


@pytest.mark.parametrize("call", ["main(['--help'])", "main(['list'])", "main(['check'])"])
def test_what_must_start_fast_imports_nothing_heavy(project, call: str):
    """Help, list and check do without pandas, matplotlib, nbconvert, Papermill, IPython and Typst."""
    project.notebook("situation")
    heavy = {"pandas", "matplotlib", "nbconvert", "nbformat", "papermill", "IPython", "typst", "jsonschema", "lxml"}
    script = f"import sys\nfrom onrecord.cli import main\ntry: {call}\nexcept SystemExit as end: code = end.code\n"
    script += f"print(sorted({heavy!r} & set(sys.modules)), code)"
    done = subprocess.run([sys.executable, "-c", script], cwd=project.root, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[] 0", done.stderr


@pytest.mark.parametrize("module", ["click", "onrecord.problems", "onrecord.briefing.build", "onrecord.measures"])
def test_ctrl_c_while_it_imports_ends_without_a_traceback(project, module: str):
    """However early the interrupt comes: exit 130 and one line."""
    project.notebook("situation")
    script = f"""import sys
class Interrupt:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from onrecord.cli import main
main(["build", "-p", "as_of="] if {module!r} != "onrecord.measures" else ["agree", {project.case.name!r}, "x"])
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=project.root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (130, "interrupted; nothing is half-written\n")
