"""What an analyst adds replaces and fills, and stays theirs."""

import shutil

import pytest
from onrecord.coding.case import open_case
from onrecord.prose.bottom_line import bottom_line
from onrecord.prose.judgement_box import judgement_box
from onrecord.prose.limits import limits

from tests.prose.conftest import SEED, text_of

HEADER = "id,kind,text,likelihood,confidence,reason,evidence,author,date\n"


@pytest.fixture
def judged(tmp_path):
    """The seed with a bottom line, a judgement and a gap of an analyst."""
    folder = shutil.copytree(SEED, tmp_path / SEED.name)
    (folder / "judgements.csv").write_text(
        HEADER
        + "j-1,bottom_line,Minsk keeps its distance in words.,,,,st-17,A. Analyst,2023-01-07\n"
        + "j-2,judgement,Belarus sends no troops soon.,unlikely,moderate,One source only.,st-17,A. Analyst,2023-01-07\n"
        + "j-3,gap,The size of the contingent.,,,,,A. Analyst,2023-01-07\n",
        encoding="utf-8",
    )
    return open_case(folder)


def test_the_analyst_s_bottom_line_replaces_the_generated_one(judged):
    """Their sentence is printed under their name, with the citation they gave, and ours is not."""
    told = text_of(bottom_line(judged))
    assert told == "A. Analyst’s bottom line, 7 January 2023: Minsk keeps its distance in words."
    assert 'data-rows="st-17"' in bottom_line(judged)._repr_html_()


def test_likelihood_and_confidence_stand_in_sentences_of_their_own(judged):
    """ICD 203: never in one sentence."""
    told = text_of(judgement_box(judged))
    assert "Likelihood: unlikely. Confidence in this judgement is moderate. One source only." in told


def test_a_gap_of_the_analyst_joins_the_others(judged):
    """The gap stands among what the source cannot tell."""
    assert "The size of the contingent." in text_of(limits(judged))


def test_without_a_judgement_there_is_no_box(case):
    """The seed has none: a document has no heading of it either."""
    assert 'class="note absent"' in judgement_box(case)._repr_html_()
