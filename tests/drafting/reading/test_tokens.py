"""Words of an article, and the guess at their parts of speech."""

import pytest
from onrecord.drafting.reading.tags import (
    ADVERB,
    BE,
    COMMA,
    DETERMINER,
    HAVE,
    NAME,
    NOUN,
    NUMBER,
    OF,
    PRONOUN,
    RELATIVE,
    STOP,
    VERB,
)
from onrecord.drafting.reading.tokens import Tokens
from onrecord.source.sentences import split


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


def test_a_tag_tells_the_part_of_speech():
    """Closed classes, capitals and endings; behind the last word stand empty ones."""
    t = tokens("He has quickly visited the 5 towns of Norway, which won.")
    tags = [PRONOUN, HAVE, ADVERB, VERB, DETERMINER, NUMBER, NOUN, OF, NAME, COMMA, RELATIVE, VERB, STOP]
    assert list(t.tags[: len(t.words)]) == tags
    assert not t.tags[len(t.words) :].strip()
    assert not any(t.low[len(t.words) :])


def test_a_genitive_behind_a_pronoun_is_a_verb():
    """he’s is `he is`, the army’s is no verb."""
    t = tokens("He’s at the army’s school.")
    assert t.tags[1] == BE
    assert BE not in t.tags[2:]


@pytest.mark.parametrize(("word", "tag"), [("US", NAME), ("us", PRONOUN), ("WHO", NAME), ("Who", RELATIVE)])
def test_capitals_make_a_name_of_a_pronoun(word, tag):
    """US and WHO are names, unless they only open a sentence."""
    assert tokens(word).tags[0] == tag


def test_quotations_are_paired_in_their_paragraph():
    """Straight marks open and close in turn; what is left open ends with the paragraph."""
    t = tokens('He said "it rained" and "it poured.\nNobody came.')
    assert [" ".join(t.words[a:b]) for a, b in t.quotes] == ['" it rained "', '" it poured .']
