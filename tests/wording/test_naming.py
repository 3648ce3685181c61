"""Names, numbers and dates as a reader meets them."""

import copy

import pytest
from onrecord.wording.actors import actor_name, agree
from onrecord.wording.dates import as_written, date_words
from onrecord.wording.naming import listed, times, typeset
from onrecord.wording.propositions import coders_text, issue_clause


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        ("blr-mod", "the Belarusian defence ministry"),
        ("rus-mil", "the Russian armed forces"),
        ("rus-mil-rep", "an unnamed representative of the Russian army"),
        ("blr-luk", "Alexander Lukashenko"),
        ("ukr", "Ukraine"),
        ("aje", "the article"),
    ],
)
def test_actors_are_named_at_their_level(case, actor, name):
    """With an article where English wants one."""
    assert actor_name(case, actor) == name


def test_verbs_agree(case):
    """Forces and nations speak, a ministry speaks alone."""
    assert [agree(case, [a], "speaks", "speak") for a in ("west", "rus-mil", "blr-mod")] == ["speak", "speak", "speaks"]


def test_an_issue_opens_small_inside_a_sentence_unless_a_name_opens_it(case):
    """ "Ending the conflict" loses its capital, "Belarus" does not."""
    assert issue_clause(case, "iss-end").startswith("ending the conflict")
    assert issue_clause(case, "iss-join").startswith("Belarus joins")


def test_dates_stand_as_written_and_as_resolved(case):
    """The article's words come first."""
    assert as_written(case, "d-thursday") == "Thursday (5 January 2023)"
    assert [date_words(d) for d in ("2022-02-24", "2022-02", "2022")] == ["24 February 2022", "February 2022", "2022"]


def test_ids_in_a_coder_s_note_become_names(case):
    """A reader sees no id of an actor or issue."""
    assert coders_text(case, "blr|blr-mod; see iss-join") == (
        "Belarus / Belarusian defence ministry; see “Belarus joins Russia’s war in Ukraine”"
    )


def test_straight_quote_marks_are_set_as_curly_ones():
    """Both kinds, and the apostrophe."""
    assert typeset("Russia's \"pretext\" ('so')") == "Russia’s “pretext” (‘so’)"


def test_lists_and_numbers_are_words():
    """Small numbers in words, an and before the last."""
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert [times(n, "event") for n in (0, 1, 13)] == ["no events", "one event", "13 events"]


def test_an_institution_written_large_takes_the_article_but_not_after_a_possessive(case):
    """ "the Civil Defence Authority", but "Mecca's Grand Mosque"."""
    named = copy.copy(case)
    named.__dict__["actors"] = case.actors.assign(name=["Civil Defence Authority", *case.actors["name"][1:]]).assign(
        type=["government_institution", *case.actors["type"][1:]]
    )
    assert actor_name(named, "rus") == "the Civil Defence Authority"
    named.__dict__["actors"] = named.actors.assign(name=["Italy's Supreme Court", *case.actors["name"][1:]])
    assert actor_name(named, "rus") == "Italy’s Supreme Court"
