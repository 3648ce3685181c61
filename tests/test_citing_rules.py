"""A message that cites a rule of the codebook says the rule, and how to read it."""

from __future__ import annotations

import pytest
from onrecord.problems import CATALOGUE, CITED, problem

CITING = sorted(code for code, message in CATALOGUE.items() if CITED.search(message))


@pytest.mark.parametrize("code", CITING)
def test_a_message_that_cites_a_rule_names_the_command_that_prints_it(code: str):
    """In one place, at the end, whatever the facts hold."""
    facts = dict.fromkeys(("found", "actor", "issue", "basis", "rows"), "rule U1: x")
    cited = CITED.search(CATALOGUE[code])
    assert cited
    assert problem(code, **facts).message.endswith(f" (onrecord codebook {cited[1]})")


def test_a_message_without_a_rule_names_no_command():
    """A fact that looks like a citation is none."""
    assert problem("E-ENUM", found="rule U1: x", expected="a").message == "'rule U1: x' is not one of: a"


def test_the_command_that_a_message_names_prints_the_rule():
    """As in the README: the rule in words, then the command."""
    said = problem("E-RULE-S9", "statements.csv", 2, "counted", found="it repeats st-04, yet is counted")
    assert str(said) == (
        "E-RULE-S9 statements.csv:2 counted it repeats st-04, yet is counted; rule S9: a headline or standfirst that"
        " repeats a body statement by the same speaker is not counted, any other is counted (onrecord codebook S9)"
    )
