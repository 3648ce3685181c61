"""Countries that a text speaks of as places."""

import pytest
from onrecord.drafting.sources.mentions.places import places
from onrecord.source.sentences import split

TEXTS = {
    "Rain fell in Norway and across Denmark.": ["NOR", "DNK"],
    "Rain fell throughout the day near Norway.": [],
    "Rain fell in Norway’s north.": [],
    "Rain fell in Norway House.": [],
    "Rain fell in Norwegian towns.": [],
    "Rain fell in Oslo.": [],
}


@pytest.mark.parametrize(("text", "found"), TEXTS.items())
def test_a_country_behind_in_is_a_place(text, found):
    """By its own name, standing alone; a capital or a demonym may mean the government."""
    assert [place.iso for place in places(text, split(text))] == found
