"""`onrecord codebook` prints rules, tables, columns and values, wrapped to the terminal."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner, Result
from onrecord.cli import main
from onrecord.coding.codebook.entries import sections, table_entries, vocabularies
from onrecord.coding.codebook.terminal import contents, meaning


def codebook(*words: str) -> Result:
    """The command, run."""
    return CliRunner().invoke(main, ["codebook", *words])


def test_without_a_word_it_prints_its_contents():
    """Every section, rule, table and vocabulary."""
    printed = codebook().output
    for section in sections():
        assert f"{section.number}  {section.title}" in printed
        assert all(f"  {rule.id} " in printed and rule.title in printed for rule in section.rules)
    assert all(one.name in printed for one in (*table_entries(), *vocabularies()))


def test_a_rule_is_printed_with_reason_example_and_what_is_checked():
    """What to do, why, an example, and the problem that says so."""
    done = codebook("s9")
    assert done.exit_code == 0
    assert done.output.startswith("S9  A headline that repeats the body is not counted\n")
    for part in ("repeat_of", "Why: ", "Example: ", "`st-01`", "Checked as E-RULE-S9: "):
        assert part in done.output


def test_a_value_is_printed_with_its_definition_and_where_it_is_used():
    """Of a vocabulary, of a column."""
    assert codebook("ct").output == (
        "CT  Source commits fully (incl. unhedged will) (certainty, vocabulary of\n  statements.certainty)\n"
    )


def test_a_negative_stance_is_a_word_not_an_option():
    """As it stands in the table."""
    assert codebook("-2").output.startswith("-2  Rejects, explicit and unqualified")


def test_a_table_is_printed_with_each_column_and_its_form():
    """The meaning, then the form in brackets."""
    printed = " ".join(codebook("positions").output.split())
    assert "stance From -2, rejects, to 2, affirms (rule P2). [value of `stance`]" in printed


def test_an_unknown_word_prints_one_problem_and_exits_2():
    """No traceback, nothing on the output, no control character obeyed."""
    done = codebook("\x1b[31mS9x")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("E-CODEBOOK ")
    assert "\x1b" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("width", [50, 78, 100])
def test_no_line_is_wider_than_the_terminal(width: int):
    """Whatever is printed: contents, and every section, rule, table, vocabulary."""
    rules = [rule.id for section in sections() for rule in section.rules]
    words = [
        *(section.number for section in sections()),
        *rules,
        *(one.name for one in (*table_entries(), *vocabularies())),
    ]
    printed = [contents(width), *(meaning(word, width) for word in words)]
    assert [line for page in printed for line in page.splitlines() if len(line) > width] == []


def test_the_codebook_is_there_at_once():
    """Neither pandas nor matplotlib is loaded for it."""
    script = "import sys, onrecord.coding.codebook.terminal; print({'pandas', 'matplotlib'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
