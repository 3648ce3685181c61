"""The two tables of a situation brief: who claims what, and who affirms or rejects what."""

from __future__ import annotations

import copy

import pandas as pd
from lxml import html
from onrecord.coding.case import open_case
from onrecord.drafting.case.draft import draft_case
from onrecord.tables.claims_table import claims_table
from onrecord.tables.positions_matrix import MOST_ACROSS, positions_matrix

from tests.prose.conftest import text_of


def cells(table) -> list[list[str]]:
    """What stands in each row."""
    return [[text_of(str(cell)) if cell else "" for cell in row] for row in table.rows]


def test_each_claim_says_who_as_what_and_when(case):
    """In the words of the article, the speaker at its level with its role, the kind, the day; the rest in the annex."""
    rows = {row[0]: row[1:4] for row in cells(claims_table(case))}
    train = rows["“A train carrying Russian troops and equipment has arrived in Belarus”"]
    assert train[0] == "The article; the Belarusian defence ministry"
    assert train[1:] == ["reported, confirmed by a party", "by Friday, 6 January"]
    could = next(found for words, found in rows.items() if words.startswith("Belarus could be used"))
    assert could == ["Ukraine (standfirst only)", "warned of, “could”", "to come"]
    denial = rows["The country will not join Russia’s war in Ukraine"]
    assert denial == ["The Belarusian government", "ruled out, repeatedly", "to come"]
    ready = rows["Russian troops “are ready to carry out tasks as intended”"]
    assert "through the Belarusian defence ministry, as the coder infers" in ready[0]
    assert list(rows)[-1] == "Ten more in the annex"


def test_a_role_stands_where_a_person_is_named_first(case):
    """Then the last name."""
    who = [row[1] for row in cells(claims_table(case)) if "Lukashenko" in row[1]]
    assert who == ["President Alexander Lukashenko", "Lukashenko"]


def test_what_the_publisher_says_is_told_from_what_a_party_says_of_its_side(case):
    """And the publisher's words that judge are said to."""
    said = {row[0]: row[1:3] for row in cells(claims_table(case, whole=True))}
    visit = next(found for words, found in said.items() if "had visited a military base" in words)
    assert visit == ["The Belarusian defence ministry", "said of its own side"]
    pretext = next(found for words, found in said.items() if "pretext" in words)
    assert pretext == ["The article", "reported, in judging words"]
    assert len(said) == 22


def test_a_table_without_times_has_no_column_of_them(tmp_path):
    """A draft knows few; what it gave to nobody surely is not printed as a claim."""
    text = b"Dam holds\n\nMayor Ana Roe said the dam is safe. Rain fell until Monday. He said so again.\n"
    shown = claims_table(open_case(draft_case(text, "dam", seeds=tmp_path, publisher="The Gazette").folder))
    assert list(shown.columns) == ["Claim", "Who", "Said as", "Where"]
    assert [row[:2] for row in cells(shown)] == [["The dam is safe", "Mayor Ana Roe"]]


def test_every_mark_of_the_matrix_leads_to_its_words(case):
    """Sign and number, a link to what it rests on; frames for what others give; each row cites its positions."""
    tree = html.fromstring(f"<div>{positions_matrix(case)._repr_html_()}</div>")
    marks = tree.xpath("//td//a[contains(@class, 'stance')]")
    assert len(marks) == len(case.positions) - 1  # a gloss on a demand is no position
    evidence = {" ".join(found) for found in case.positions["evidence"]}
    assert {mark.get("data-rows") for mark in marks} <= evidence
    assert [mark.text for mark in marks if "given" in mark.get("class")] == ["+2"]
    assert {mark.text for mark in marks if "rejects" in mark.get("class")} == {"−2"}
    assert all(row.xpath(".//a[@class='cite']") for row in tree.xpath("//tbody/tr"))
    assert "loses the partly-occupied regions" not in tree.text_content()


def test_the_matrix_says_who_is_one_voice_and_what_its_marks_mean(case):
    """A state and its ministry are one; +1 is short of affirming."""
    shown = text_of(positions_matrix(case))
    assert "Belarus, the Belarusian defence ministry and Alexander Lukashenko count as one voice." in shown
    assert "+1 hedged or implied" in shown
    assert "Ukraine: puts it forward as possible (“could”)" in shown


def test_many_actors_stand_in_several_tables(case):
    """No table is wider than the column; every position is in one of them."""
    names = [f"a{n}" for n in range(15)]
    actors = pd.concat([case.actors.loc[["ukr"]].rename(index={"ukr": name}) for name in names])
    held = pd.concat([case.positions.loc[["p-07"]].assign(actor=name).rename(index={"p-07": name}) for name in names])
    crowd = copy.copy(case)
    crowd.__dict__.update(actors=pd.concat([case.actors, actors]), positions=held)
    crowd.__dict__["_parents"] = case._parents | dict.fromkeys(names)
    tree = html.fromstring(f"<div>{positions_matrix(crowd)._repr_html_()}</div>")
    across = [len(table.xpath(".//thead//th")) - 2 for table in tree.iter("table")]
    assert max(across) <= MOST_ACROSS
    assert sum(across) == 15


def test_without_positions_there_is_no_matrix(case):
    """Nor a heading of one, in a document."""
    bare = copy.copy(case)
    bare.__dict__["positions"] = case.positions.iloc[:0]
    assert 'class="note absent"' in positions_matrix(bare)._repr_html_()
