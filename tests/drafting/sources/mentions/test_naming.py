"""What the words of a source say of it."""

import pytest
from onrecord.drafting.sources.mentions.naming import described

PHRASES = {
    "the Norwegian fisheries ministry": ("body", "Norwegian fisheries ministry", "government_institution", "NOR"),
    "Oslo": ("country", "Oslo", "state", "NOR"),
    "the Norwegian government": ("country", "Norwegian government", "state", "NOR"),
    "President Maria da Silva": ("person", "Maria da Silva", "person", ""),
    "Harbour Authority director Jens Olsen": ("person", "Jens Olsen", "person", ""),
    "Norway’s prime minister, Kari Lund": ("person", "Kari Lund", "person", "NOR"),
    "Minister of Transport Kari Lund": ("person", "Kari Lund", "person", ""),
    "the Harbour Times": ("body", "Harbour Times", "non_state_group", ""),
    "fishermen in the north": ("group", "fishermen in the north", "collective", ""),
    "a spokesman for the port": ("person", "spokesman for the port", "person", ""),
    "the port’s director": ("person", "the port’s director", "person", ""),
    "Hassan’s neighbour": ("person", "the neighbour of Hassan", "person", ""),
    "its spokesman, General Jens Olsen": ("person", "Jens Olsen", "person", ""),
    "Some analysts": ("group", "some analysts", "collective", ""),
    "Officials in Oslo": ("group", "officials in Oslo", "collective", "NOR"),
    "a new study": ("document", "a new study", "collective", ""),
    "The World Health Organisation (WHO)": ("body", "World Health Organization", "international_organisation", ""),
}


@pytest.mark.parametrize(("phrase", "expected"), PHRASES.items())
def test_a_source_is_read_by_its_words(phrase, expected):
    """Kind, name, type and country come from the phrase alone."""
    (found,) = described(phrase)
    assert (found.kind, found.name, found.type, found.country) == expected


@pytest.mark.parametrize(
    "phrase", ["the boats", "no official", "few ministers", "Ann Lee no longer", "x" * 10, "the ministry has been"]
)
def test_what_cannot_speak_is_nobody(phrase):
    """Things, negated sources and clauses are no sources."""
    assert [item.kind for item in described(phrase)] == [""]


def test_two_names_joined_are_two_sources():
    """Rule S1: one source a statement."""
    assert [item.country for item in described("Both Norway and Denmark")] == ["NOR", "DNK"]


def test_a_newspaper_is_not_the_narrator():
    """The type media is the publisher's: prose calls it the article."""
    assert described("the Harbour Times")[0].type != "media"
