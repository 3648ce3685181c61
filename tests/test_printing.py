"""The one way out: whatever data hold is shown, and no terminal and no workflow obeys it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onrecord.briefing.progress import Progress
from onrecord.printing import as_json, say, unobeyed
from onrecord.problem_report import report, under
from onrecord.problems import Problem

ANALYSIS = Path(__file__).parents[1] / "analysis" / "onrecord"
HOSTILE = (
    "x\n::warning file=a::owned\r\n##[group]\x1b]8;;http://e.test\x07\x1b[31m\u202e\u2028::error::\x85::debug::\x9b"
)
TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("#[]: \n\x1b\u202e")))


def harmless(printed: str) -> bool:
    """Whether no line is a command of either form, and nothing moves a cursor or turns the words round."""
    lines = re.split("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", printed)
    commands = [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    return not commands and not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)


@given(TEXTS)
def test_a_line_stays_one_line_that_nobody_obeys(text: str):
    """Any text; and twice is the same as once."""
    line = unobeyed(text)
    assert harmless(line)
    assert "\n" not in line
    assert unobeyed(line) == line


def test_what_is_harmless_is_printed_as_it_is():
    """Letters of all scripts, the spaces of typesetters, colons and hashes in their usual places."""
    for text in ("« Où ? »\u202fdit\u00a0M. Łoś: #1, ##, a::b [x]", "新闻 خبر समाचार", "", "C# ## [draft]"):
        assert unobeyed(text) == text


@given(st.dictionaries(TEXTS, TEXTS), st.sampled_from([None, 2]))
def test_json_is_read_again_as_it_was(value: dict[str, str], indent: int | None):
    """Escaped, not changed."""
    written = as_json(value, indent)
    assert harmless(written)
    assert json.loads(written) == value


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_a_report_of_hostile_problems(style: str):
    """File, field and words from the data: no command but the annotations, each on its line."""
    printed = report(under(HOSTILE, [Problem("E-VALUE", f"{HOSTILE}.csv", 2, HOSTILE, HOSTILE)]), style)
    if style == "github":
        assert len(printed.splitlines()) == 1
        assert printed.startswith("::error file=x %3A%3Awarning")
        printed = printed.removeprefix("::")
    assert harmless(printed)


def test_progress_says_nothing_that_is_obeyed(capsys):
    """What a cell raised, line by line."""
    with Progress(1) as progress:
        progress.say([HOSTILE, "::error::x"])
    printed = capsys.readouterr()
    assert harmless(printed.out + printed.err)
    assert "owned" in printed.err


def test_say_prints_each_on_a_line(capsys):
    """Whatever it holds."""
    say(HOSTILE, "second", err=True)
    first, second = capsys.readouterr().err.splitlines()
    assert harmless(first)
    assert second == "second"


def test_nothing_else_prints():
    """Every other way out is named here, with its reason."""
    found = {
        (path.relative_to(ANALYSIS).as_posix(), line.strip())
        for path in ANALYSIS.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"(?<![\w.])print\(|click\.echo\(|std(?:out|err)\.write\(", line)
    }
    assert {
        (file, line)
        for file, line in found
        if file not in ("printing.py", "drafting/scoring/bench.py", "briefing/bench.py")
    } == {
        ("cli.py", "print(INTERRUPTED, file=sys.stderr)"),  # before there is anything to print with
        ("cli.py", "print(NO_MEMORY, file=sys.stderr)"),
        ("cli.py", "click.echo(report(problems, style))  # commands that are meant to be obeyed"),
    }


def test_the_command_shows_hostile_data_and_obeys_none(project):
    """Headers, keys of article.yml, headlines, names of files and folders, in `check`, `list`, `build` and errors."""
    project.notebook("situation")
    folder = project.seeds / "a\n::warning::owned\x1b[31m##[group]"
    project.case.rename(folder)
    with (folder / "article.yml").open("a") as file:
        file.write('"k\\n::error::owned\\e[31m": 1\n')
    table = folder / "places.csv"
    table.write_bytes(table.read_bytes().replace(b"id,", b'id,"c\n::warning::owned\x1b##[group]",', 1))
    (project.notebooks / "n\n::warning::owned.ipynb").write_text("{")
    for words in (["check"], ["check", "--format", "json"], ["list"], ["build"], ["check", "z\n::error::\x1b"]):
        done = project.onrecord(*words)
        assert harmless(done.stdout + done.stderr), words
        assert "Traceback" not in done.stderr
    annotated = project.onrecord("check", "--format", "github").stdout
    assert {line.partition(" ")[0] for line in annotated.splitlines()} <= {"::error", "::warning", "::notice"}
    assert harmless(re.sub("(?m)^::", "", annotated))


def test_a_headline_of_two_lines_is_one_in_the_list(project):
    """What a case says of itself is one line."""
    text = (project.case / "article.yml").read_text(encoding="utf-8")
    headline = '"Two\\n::warning::lines\\e[31m"'
    (project.case / "article.yml").write_text(re.sub("(?m)^headline:.*$", lambda _: f"headline: {headline}", text))
    done = project.onrecord("list")
    assert harmless(done.stdout)
    assert "::warning::lines[U+001B]" in done.stdout
