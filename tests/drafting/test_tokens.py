"""Words and their letters, and the lexicon of cues."""

import pytest
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS, forms, lexicon
from onrecord.drafting.reading.tokens import Tokens
from onrecord.source.sentences import split

FRAMES = FRAMES_OF_WORDS | {
    "say",
    "clause",
    "that_only",
    "that",
    "quote",
    "tell",
    "obj",
    "inf",
    "wh",
    "gerund",
    "to_be",
}


def tokens(text):
    return Tokens(text, split(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. O’Neill didn’t go.", ["Mr.", "O’Neill", "didn’t", "go", "."]),
        ("The U.S. Army’s 67-year-old head", ["The", "U.S.", "Army", "’s", "67-year-old", "head"]),
        ("It said ''no'' -- twice...", ["It", "said", "''", "no", "''", "--", "twice", "..."]),
    ],
)
def test_words_are_cut_where_they_should(text, words):
    """Abbreviations, names, negations and double marks are one token, possessives two."""
    assert tokens(text).words == words


def test_a_letter_tells_the_part_of_speech():
    """Closed classes, capitals and endings."""
    assert tokens("He has quickly visited the 5 towns of Norway, which won.").tags == "oHbvDCnfN,wv."


def test_quotations_are_paired_in_their_paragraph():
    """Straight marks open and close in turn; what is left open ends with the paragraph."""
    t = tokens('He said "it rained" and "it poured.\nNobody came.')
    assert [" ".join(t.words[a:b]) for a, b in t.quotes] == ['" it rained "', '" it poured .']


def test_the_lexicon_speaks_the_codebooks_words():
    """Cue classes are the codebook's, frames are known, verbs have five forms."""
    for cue in lexicon():
        assert cue.cue_class in VOCABULARIES["cue_class"], cue.lemma
        assert cue.frames <= FRAMES, cue.lemma
        assert len(cue.forms) == 5 or cue.part != "v", cue.lemma


def test_a_form_knows_its_cues():
    """`claims` is a noun and a verb; cues of several words stand under their first."""
    assert forms()["claims"].verb.lemma == forms()["claims"].noun.lemma == "claim"
    assert any(rest == ("out",) and cue.lemma == "rule out" for rest, cue in forms()["ruled"].phrases)
