"""Positions are drafted only where the words commit their speaker."""

import pytest

HELD = {
    "Norway said it will send more ships to the north.": ("Norway will send more ships to the north.", 2, "plan"),
    "Norway said it will not join the war in the north.": ("Norway will join the war in the north.", -2, "plan"),
    "Mayor Anna Lopez said the old bridge is safe for buses.": ("The old bridge is safe for buses.", 2, "fact"),
    "Mayor Anna Lopez believes the old bridge is safe for buses.": ("The old bridge is safe for buses.", 1, "fact"),
    "The town council blamed heavy trucks for the damage to the bridge.": (
        "Heavy trucks are to blame for the damage to the bridge.",
        2,
        "responsibility",
    ),
    "Anna Lopez urged the ministry to close the old bridge.": (
        "The ministry should close the old bridge.",
        2,
        "demand",
    ),
}


@pytest.mark.parametrize(("text", "expected"), HELD.items())
def test_a_clear_clause_gives_an_issue_and_a_stance(rows, text, expected):
    """The proposition is affirmative; a negated verb turns the stance."""
    found = rows(text)
    (issue,), (position,) = found["issues"], found["positions"]
    assert (issue["proposition"], position["stance"], issue["kind"]) == expected
    assert position["basis"] == "self_stated"


NOT_HELD = [
    "Norway said ships could be sent to the north.",  # hedged by a modal
    "Norway said it will send ships if the war goes on.",  # conditional
    "Norway said the old ship sank in the storm.",  # a report
    "Norway fears the old bridge is not safe.",  # a concern
    "Anna Lopez urged the ministry to close the bridge and to open the road.",  # `should` would not reach the second
    "Anna Lopez said the bridge is ''fit for use'' by buses.",  # marks that are no quote marks to the text
    "Norway said prices will rise in the north.",  # a prediction
    "Norway claimed the old bridge is safe for buses.",  # distanced by the narrator
    "Anna Lopez said they are on the way to the north.",  # nobody knows who
    "Anna Lopez said this is a good day for the town.",
    "Anna Lopez said no bridge is safe for buses.",
    "The old bridge is safe for buses.",  # the narrator
    "According to a study, the old bridge is safe for buses.",  # a document
]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_commits_nobody_gives_none(rows, text):
    """No position is no row (rules P1, P2, P5)."""
    assert rows(text)["positions"] == []
    assert rows(text)["issues"] == []


def test_the_same_proposition_is_one_issue_and_near_ones_are_two(rows):
    """Rule P3."""
    text = (
        "Mayor Anna Lopez said the old bridge is safe for buses. Minister Jens Olsen said the old bridge is not safe "
        "for buses. The town council said the new bridge is safe for buses."
    )
    found = rows(text)
    assert len(found["issues"]) == 2
    assert [row["stance"] for row in found["positions"]] == [2, -2, 2]


def test_who_says_both_holds_none(rows):
    """An actor who affirms and rejects is left to a person."""
    text = "Anna Lopez said the old bridge is safe for buses. Lopez said the old bridge is not safe for buses."
    assert rows(text)["positions"] == []


def test_scare_quotes_give_no_position(rows):
    """Whose word the marked one is stays open, so no proposition is made of it."""
    assert rows("Mayor Anna Lopez said the old “safe” bridge is open for buses.")["positions"] == []
    assert rows("Mayor Anna Lopez said the old safe bridge is open for buses.")["positions"]


def test_two_sources_of_a_statement_each_rest_on_their_own(rows):
    """The evidence of a position is a statement of its holder."""
    found = rows("Norway and Denmark said the old bridge is safe for buses.")
    speakers = {row["id"]: row["speaker"] for row in found["statements"]}
    held = [(row["actor"], [speakers[one] for one in row["evidence"]]) for row in found["positions"]]
    assert held == [("nor", ["nor"]), ("dnk", ["dnk"])]
