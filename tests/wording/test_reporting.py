"""A statement as a sentence: the speaker at its level, the article's cue, quote marks for own words only."""

import pytest
from onrecord.wording.cueing import finite
from onrecord.wording.quoting import own_words, quoted
from onrecord.wording.reporting import reported

from tests.prose.conftest import text_of


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("st-06", "the Belarusian defence ministry confirmed the arrival of the contingent"),
        (
            "st-09",
            "an unnamed representative of the Russian army (relayed, as the coder infers, by the Belarusian defence "
            "ministry) said Russian troops “are ready to carry out tasks as intended”",
        ),
        ("st-11", "Belarus said that it will receive more weapons and equipment from its neighbour [Russia]"),
        (
            "st-17",
            "The Belarusian government has repeatedly said the country will not join Russia’s war in Ukraine",
        ),
        ("st-20", "Ukraine alleges that Russia continues to use Belarusian airspace for drone and missile attacks"),
    ],
)
def test_a_statement_reads_as_a_sentence(case, statement, sentence):
    """Name, cue and content of the seed's statements, pointing words explained."""
    assert text_of(reported(case, statement)).casefold() == sentence.casefold()


def test_a_paraphrase_stands_without_quote_marks(case):
    """The article's paraphrase of a speaker must not pass for the speaker's words."""
    paraphrased = case.statements[
        (case.statements["quote_type"] == "none") & (case.statements["attribution"] == "attributed")
    ]
    for statement in paraphrased.index:
        assert "<q" not in reported(case, statement), statement


def test_the_publisher_s_words_stand_in_quote_marks(case):
    """What the article itself asserts is quoted, never adopted."""
    for statement in case.statements.index[case.statements["attribution"] == "narrator"]:
        assert "The article itself says: <q" in reported(case, statement)


def test_an_editor_s_insertion_at_the_end_stands_behind_the_mark(case):
    """Rule Q2: bracketed words are the editor's, and no words of the speaker's."""
    quotation = "“strengthening the protection and defence of the Union State” [of Russia and Belarus]"
    assert text_of(quoted(case, "st-13")) == quotation


def test_quoted_words_are_cut_from_the_article(case):
    """What stands in quote marks stands in the article."""
    for statement in case.statements.index:
        assert text_of(own_words(case, statement)).strip("“”") in case.article.text


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("accusing", "accused"),
        ("saying", "said"),
        ("denying", "denied"),
        ("says", "says"),
        ("according to", None),
        ("claim", None),
    ],
)
def test_a_cue_is_used_as_a_verb_only_where_it_is_one(cue, verb):
    """A noun or a phrase cannot follow a speaker as its verb."""
    assert finite(cue) == verb
