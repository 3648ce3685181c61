"""What stands beside the picture: the same facts in words, each with its way back to the article."""

from __future__ import annotations

import pytest
from lxml import html
from onrecord.figures.drawing.beside import ALT_MOST, alternative
from onrecord.figures.drawing.figure import Figure
from onrecord.figures.drawing.style import MOST_PANELS
from onrecord.wording.labels import voice_name
from onrecord.wording.propositions import proposition_text

from .conftest import NAMES, draw

KINDS = ["seed", "long", "many", "undated", "one_date"]


def rows_of(case) -> set[str]:
    """Every id of the case."""
    tables = ("statements", "positions", "events", "relations", "mentions", "dates")
    return {row for table in tables for row in getattr(case, table).index}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_marks_and_citations_lead_to_rows(name, kind, cases, drawn):
    """Every link of a mark and of the table names a row of the case, and what a mark links to the table cites."""
    figure, _ = drawn(name, kind)
    tree = html.fromstring(f"<div>{figure._repr_html_()}</div>")
    cited = {row for link in tree.xpath("//a[@class='cite']") for row in link.get("data-rows").split()}
    marks = {link.get("xlink:href")[1:] for link in tree.xpath("//svg//a")}
    assert marks
    assert cited <= rows_of(cases[kind])
    assert marks <= cited


@pytest.mark.parametrize("name", NAMES)
def test_the_figure_keeps_its_contract(name, case, drawn):
    """Alternative, caption, note with n, date, source and basis, a table with scopes: all are there, no id is shown."""
    figure, _ = drawn(name, "seed")
    tree = html.fromstring(f"<div>{figure._repr_html_()}</div>")
    first = tree.find("figure")
    assert first.get("id") == f"fig-{figure.name}"
    assert 0 < len(first.get("data-alt")) <= ALT_MOST
    assert first.findtext("figcaption").endswith(".")
    for words in ("n = ", "6 January 2023, an inferred date", case.id, "coded by an AI assistant", "not reviewed"):
        assert words in tree.xpath("string(//p[@class='figure-note'])")
    assert not tree.xpath("//table//th[not(@scope)]")
    assert set(figure.rows) <= rows_of(case)
    shown = tree.text_content() + figure.alt
    assert not [row for row in [*rows_of(case), *case.actors.index, *case.issues.index] if "-" in row and row in shown]


def test_the_matrix_says_every_position(case):
    """The alternative and the table of the matrix give actor, sign, proposition and basis of each position."""
    figure = draw("stance_matrix", case)
    assert figure.table._repr_html_().count("<tr>") == 1 + len(case.positions)
    facts = str(figure.table._repr_html_()).replace("&#39;", "'")
    for row in case.positions.itertuples():
        assert proposition_text(case, row.issue) in facts
        assert voice_name(case, row.actor) in facts
    assert figure.alt.startswith("Matrix of 12 propositions by 6 actors")
    assert "given to it by the publisher" in facts


def test_the_alternative_of_each_short_figure_is_whole(drawn):
    """Where there is room the alternative leaves nothing out: counts, speakers, hedges, the silent."""
    assert "And" not in drawn("voices", "seed")[0].alt.split()
    for words in ("Belarusian defence ministry: 6.", "1, not named", "Spoken about, not heard: Western nations"):
        assert words in drawn("voices", "seed")[0].alt
    for words in ("14 of 24", "9 of 24", "1 of 24", "S07: 1 source given and 2 publisher's own voice."):
        assert words in drawn("attribution", "seed")[0].alt
    for words in (": 13.", ": 8.", "“could” (S02)", "“Any”, “would” (S14)"):
        assert words in drawn("certainty", "seed")[0].alt


def test_a_long_alternative_says_what_it_leaves_out():
    """It stops at a whole fact below the limit and counts the rest."""
    text = alternative("Opening.", [f"Fact number {n} is this one." for n in range(200)])
    told = text.count("Fact number")
    assert len(text) <= ALT_MOST
    assert told > 40
    assert text.endswith(f"And {200 - told} more, in the table.")
    assert alternative("Opening.", ["One.", "Two."]) == "Opening. One. Two."


@pytest.mark.parametrize("name", ["stance_matrix", "positions_network", "relations", "voices", "timeline"])
def test_below_its_minimum_a_figure_is_a_sentence(name, drawn):
    """With nothing to show there is a note that says so, and no empty picture."""
    figure, _ = drawn(name, "thin")
    assert figure.svgs == ()
    assert figure._repr_html_() == f'<p class="note">{figure.reason}</p>'
    assert figure.reason.endswith(".")


@pytest.mark.parametrize("name", ["attribution", "certainty", "ribbon"])
def test_one_statement_is_enough_and_gives_no_percentage(name, drawn):
    """A single counted statement is drawn and counted; a rate of one is not."""
    figure, _ = drawn(name, "thin")
    assert len(figure.svgs) == 1
    assert "%" not in figure.svg


def test_a_figure_of_one_actor_or_issue_shows_only_its_rows(case):
    """An actor or issue brief gets its own rows; an actor without any gets a sentence."""
    own = draw("stance_matrix", case, actors="blr-luk")
    assert set(own.rows) == {"p-09", "p-10", "st-23", "st-24", "st-25"}
    assert set(draw("stance_matrix", case, issues=["iss-deploy"]).rows) == {"p-01", "p-02", "st-11", "st-14"}
    assert draw("stance_matrix", case, actors="west").reason
    assert set(draw("relations", case, actors="union-state").rows) == {"rel-16", "rel-17"}
    assert "ev-12" in draw("timeline", case, actors=["ukr"]).rows
    assert "ev-02" not in draw("timeline", case, actors=["ukr"]).rows
    assert "west" not in str(draw("positions_network", case, actors="blr").rows)


def test_many_rows_go_on_over_numbered_parts(cases, drawn):
    """A matrix of forty propositions by twenty actors is shared out over numbered parts."""
    figure, _ = drawn("stance_matrix", "many")
    tree = html.fromstring(f"<div>{figure._repr_html_()}</div>")
    captions = [caption.text_content() for caption in tree.iter("figcaption")]
    assert 1 < len(captions) <= MOST_PANELS
    assert captions[0].endswith(f"Part 1 of {len(captions)}.")
    assert len(tree.xpath("//table//tbody/tr")) == len(cases["many"].positions)
    assert len({part.get("id") for part in tree.iter("figure")}) == len(captions)


def test_what_did_not_happen_stays_off_the_axis(case, cases):
    """A hypothetical event has no place on the axis, even with a date; an announcement's date is not the event's."""
    from onrecord.figures.drawing.timeline_items import timeline_items

    found = {item.row: item for item in timeline_items(case, None)}
    dated = timeline_items(cases["many"], None)  # there hypothetical events have a date
    assert len([item for item in dated if item.mark == "hypothetical" and item.written]) > 3
    assert not [item for item in dated if item.mark == "hypothetical" and item.date]
    assert found["ev-06"].date == ""
    assert found["ev-06"].written == "announced “Thursday” (5 January 2023)"
    assert found["ev-11"].date == "2022-02-24"
    assert found["ev-11"].relation == "before"


def test_dates_keep_their_precision(cases):
    """A date known to the month shows no day; one that is not resolved shows the words of the article alone."""
    figure = draw("timeline", cases["one_date"])
    assert "January 2023" in figure.svg
    assert "6 January 2023" not in figure.svg
    assert "“February 24” (not resolved)" in figure.table._repr_html_()
    assert "nothing in the coding can be placed on a date" in draw("timeline", cases["undated"]).caption


def test_an_alleged_tie_is_dashed_and_a_planned_one_dotted(case):
    """The line says how sure the tie is, and so do the words beside it."""
    svg = draw("relations", case).svg
    assert svg.count("stroke-dasharray: 3,1.8") == 1
    assert svg.count("stroke-dasharray: 0.9,1.6") == 2
    assert "alleged by Alexander Lukashenko; S15" in svg
    assert "stated by Belarus; planned; S07" in svg
    assert "narrated by Al Jazeera; S07" in svg  # not "Al Jazeera (narrator)"


def test_a_figure_shows_itself_briefly():
    """In a list or a traceback a figure is one line."""
    assert repr(Figure("voices", reason="Nobody speaks.")) == "<Figure voices: Nobody speaks.>"
