"""The queue: statements and positions above all, least sure first; what is left is counted by table."""

from onrecord.coding.tables import OWN_WORDS, TABLES
from onrecord.lab.reviewing.queue import DOUBT, TIERS
from onrecord.lab.reviewing.session import Review


def test_every_table_that_is_drafted_is_reviewed():
    """All but the sentences and a person's own words."""
    assert TIERS.keys() == TABLES.keys() - {"sentences", OWN_WORDS}


def test_the_least_sure_come_first(seed):
    """Within each tier of tables."""
    review = Review(seed, "Ann")
    ranks = [(TIERS[key.table], DOUBT[review.row(key).get("confidence", "")]) for key in review.queue()]
    assert ranks == sorted(ranks)
    assert len(ranks) == 215


def test_the_order_of_the_article(seed):
    """Rows of the headline first, those of the last sentence last, whatever their table."""
    review = Review(seed, "Ann")
    found = review.queue("text")
    sentences = [review.row(key)["sentence"] for key in found if key.table == "statements"]
    assert sentences == sorted(sentences)
    assert len(sentences) == 26


def test_only_what_no_person_stands_behind_is_left(draft):
    """Ten statements and thirteen positions of the draft."""
    left = Review(draft, "Ann").left()
    assert {table: opened for table, (opened, _) in left.items() if opened} == {"statements": 10, "positions": 13}
    assert left["actors"] == (0, 12)
