"""The lists of words."""

import pytest
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.drafting.lexicon import any_of, entries, listed
from onrecord.drafting.rows.targets import VALENCE

TAKEN = {"clause", "object", "infinitive", "addressee", "hearer"}


def test_a_kind_without_phrases_is_an_error():
    """A misspelt kind never becomes a pattern that finds everything."""
    with pytest.raises(KeyError):
        any_of("conditionnal")


def test_no_phrase_stands_twice_in_a_kind():
    """A list names each phrase once."""
    rows = [(row["kind"], row["phrase"]) for row in entries("phrases")]
    assert len(rows) == len(set(rows))
    assert "unless" in listed("conditional")


def test_acts_speak_the_codebooks_words():
    """What a cue verb does, how it hedges and whom it aims at are words that the rows know."""
    for row in entries("acts"):
        assert row["act"] in VOCABULARIES["speech_act"], row
        assert row["certainty"] in ("", *VOCABULARIES["certainty"]), row
        assert set(row["takes"].split()) <= TAKEN, row
        assert row["target"] in ("", *VALENCE), row
        assert row["issue"] in ("", "statement", "demand", "blame"), row
