"""No text makes drafting raise; whatever is drafted passes every check."""

# ruff: noqa: SIM905, E501
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.drafting.case.draft import draft_case
from onrecord.problems import ProblemsError

WORDS = st.sampled_from(
    (
        "The the minister Minister said says told that Anna Lopez it he she they accused Russia Kyiv Belarusian to and "
        "government of blamed for war will not would if could “ ” \" ' , . : ; – ( ) [ ] | # #2 [...] on Friday May 5 2020 "
        "according According fears warned urged Mr Ms U.S. = @x +1 \n \n\n \t \u2028 \x85 \u200b é 中 “We”, ‘no’ ’s in the of "
        "-year-old 67-year-old statement ministry report claim called confirmed is was has been to and the a"
    ).split(" ")
)
SOUP = st.lists(WORDS, max_size=120).map(" ".join)
ANYTHING = st.text(max_size=300)


def drafted(text: str) -> tuple[list, list]:
    """Errors of the draft and a line on rows that it left out; the spans with what was found of them."""
    with tempfile.TemporaryDirectory() as folder:
        draft = draft_case(text.encode("utf-8", "surrogatepass"), "any", seeds=Path(folder))
        coding = read_coding(draft.folder)
        errors = [p for p in check(coding) if p.level == "error"]
        errors += [said for said in draft.said if "broke a rule" in said]
        spans = [(s.words, s.failure, len(s.pieces)) for s in coding.spans]
        return errors, spans


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(SOUP, ANYTHING))
def test_any_text_is_drafted_or_refused_with_a_problem(text):
    """The draft has no error and every span is found; what cannot be drafted raises ProblemsError, nothing else."""
    try:
        errors, spans = drafted(text)
    except ProblemsError:
        return
    assert not errors
    assert all(failure is None and pieces for _, failure, pieces in spans)


HOSTILE = {
    "one sentence of 10,000 words": "He said " + "that the plan of the town was old and " * 1250,
    "unbalanced quotes": 'Anna Lopez said: “We will go. The minister said the plan is dead. ”And” so” he added, "no',
    "nothing but marks and one word": "“”“” ... !!! said ,,, ;;; ::: ((((((",
    "a bar in every word": "Anna| Lopez| said| that| the| plan| is| good|.",
    "numbers that look like a choice": "Anna Lopez said plan#1 is plan#1 and plan#1#2 is plan#1.",
    "a formula": "=1+1 said Anna Lopez.\n@cmd said that the plan will fail.\n+2 said it is so.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_drafted(text):
    """Each gives a case without errors."""
    errors, _ = drafted(text)
    assert not errors
