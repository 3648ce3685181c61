"""A sentence cannot be made without evidence, and never in an analyst's words of likelihood."""

import pytest
from markupsafe import Markup
from onrecord.wording.citations import NoEvidenceError, cites, evidence
from onrecord.wording.claim import WordingError, claim

from tests.prose.conftest import text_of


def test_a_sentence_with_no_row_is_refused(case):
    """A claim that rests on nothing raises."""
    with pytest.raises(NoEvidenceError):
        claim(case, "Russia has troops", [])


def test_a_sentence_with_an_unknown_row_is_refused(case):
    """A row that the case does not have raises, so that no citation can dangle."""
    with pytest.raises(KeyError):
        claim(case, "Russia has troops", ["st-99"])


@pytest.mark.parametrize("word", ["likely", "Probably", "almost certain", "odds", "chance", "roughly even"])
def test_words_of_likelihood_are_refused(case, word):
    """Likelihood belongs to the analyst's box (notebooks/README.md)."""
    with pytest.raises(WordingError):
        claim(case, f"An attack is {word} to come", ["st-03"])


@pytest.mark.parametrize("wrapped", ['<q class="verbatim">likely</q>', '<span class="content">it is likely</span>'])
def test_words_of_likelihood_stand_in_the_article_s_words(case, wrapped):
    """What the article says is not the program's wording."""
    assert "likely" in claim(case, Markup("Ukraine said {}").format(Markup(wrapped)), ["st-03"])


def test_a_hedge_of_a_source_is_no_word_of_likelihood(case):
    """could and may are allowed."""
    assert "could" in claim(case, "The text says what could come", ["st-03"])


def test_text_is_escaped(case):
    """A claim's plain text is text."""
    assert "<b>" not in claim(case, "<b>bold</b>", ["st-03"])


def test_a_sentence_opens_with_a_capital_and_ends_with_one_stop(case):
    """The words of a row may open or close a sentence of ours."""
    assert text_of(claim(case, "the ministry said so", ["st-06"])) == "The ministry said so."
    assert text_of(claim(case, "Was it so?", ["st-06"])) == "Was it so?"


def test_citations_follow_the_text_and_join_runs(case):
    """Three consecutive sentences or more are a range, two are not."""
    labels = text_of(str(cites(case, ["st-25", "st-06", "st-08", "st-09", "st-15"])).replace('"cites"', '"kept"'))
    assert labels == "[S04–S06, S10, S16]"


def test_a_position_stands_for_its_evidence_and_a_tension_for_both_sides(case):
    """Rows without words of their own lead to rows with words."""
    assert evidence(case, ["p-09"]) == ("st-23", "st-24")
    assert evidence(case, ["t-07"]) == ("st-10", "st-17")
