"""What counts as a claim, and which claims come first."""

from __future__ import annotations

import copy

import pandas as pd
from onrecord.coding.case import Case
from onrecord.measures.claims import KINDS, bottom_line_claims, claims, leading_claims


def changed(case: Case, **frames: pd.DataFrame) -> Case:
    """The case with other tables."""
    other = copy.copy(case)
    other.__dict__.update(frames)
    return other


def leads(found) -> list[str]:
    return [one.statements[0] for one in found]


def test_a_confirmation_and_a_second_blame_are_no_claims_of_their_own(case):
    """Twenty-four counted statements are twenty-two claims."""
    found = {one.rows: one for one in claims(case)}
    assert found["st-04", "st-06"].confirming == ("st-06",)
    assert ("st-23", "st-24") in found
    assert len(found) == 22
    assert sorted(row for rows in found for row in rows) == sorted(case.statements.index[case.statements["counted"]])


def test_the_table_holds_what_carries_a_position_and_then_what_is_adverse(case):
    """The seed's twelve: eleven on issues, and the pretext; visits and talks stand in the annex; grouped by kind."""
    found = leading_claims(case)
    assert set(leads(found)) == {f"st-{n:02}" for n in (3, 4, 9, 11, 13, 14, 15, 17, 18, 20, 23, 25)}
    order = [(KINDS.index(one.kind), one.place) for one in found]
    assert order == sorted(order)


def test_the_bottom_line_is_spread_over_the_voices(case):
    """What is confirmed; a fear and an accusation of one side, a plan of the other; what is denied."""
    assert [leads(found) for found in bottom_line_claims(case)] == [["st-04"], ["st-03", "st-20", "st-11"], ["st-17"]]


def test_the_voice_told_least_comes_first(case):
    """Where Ukraine alone fears, the accusation of somebody else goes before a second one of Ukraine's."""
    rows = case.statements.copy()
    rows.loc["st-06", "counted"] = False
    rows.loc["st-07":"st-08", "counted"] = False  # Belarus reports nothing
    quiet = changed(case, statements=rows)
    assert leads(bottom_line_claims(quiet)[1])[:2] == ["st-03", "st-23"]


def test_a_case_without_positions_and_events_has_claims(case):
    """Then adverse acts and what is to come lead, and sources before the publisher."""
    bare = changed(case, positions=case.positions.iloc[:0], events=case.events.iloc[:0])
    assert all(not one.confirming for one in claims(bare))
    found = leads(leading_claims(bare, most=9))
    assert {"st-03", "st-17", "st-20", "st-23", "st-11"} <= set(found)
    assert "st-07" not in found
    assert [len(one) for one in bottom_line_claims(bare)] == [1, 3, 1]


def test_an_event_without_a_statement_is_a_claim(case):
    """Of an event that the coder tied to no counted statement; what is taken for granted is none."""
    rows = case.statements.assign(counted=False)
    found = claims(changed(case, statements=rows))
    assert {one.event for one in found} == set(case.events.index[case.events["status"] != "presupposed"])
    assert {one.rows for one in found} == {(one.event,) for one in found}


def test_who_rejects_a_proposition_denies_it(case):
    """Whatever the act is coded as."""
    rows = case.statements.astype({"speech_act": "str"})
    rows.loc["st-17", "speech_act"] = "assert"
    (denied,) = [one for one in claims(changed(case, statements=rows)) if "st-17" in one.rows]
    assert denied.kind == "denied"


def test_a_long_claim_gives_way_to_a_shorter_one(case):
    """In the bottom line; alone it stays."""
    rows = case.statements.copy()
    rows.loc["st-20", "content_text"] = "word " * 50
    assert "st-23" in leads(bottom_line_claims(changed(case, statements=rows))[1])
    rows.loc["st-03", "content_text"] = "word " * 50
    assert "st-03" in leads(bottom_line_claims(changed(case, statements=rows))[1])


def test_two_hundred_statements_fill_no_more_than_the_table(case):
    """The voices in turn: no speaker fills the table while another waits."""
    many = [case.statements.assign(issue=None).rename(lambda row, n=n: f"{row}-{n}") for n in range(9)]
    rows = pd.concat([frame[frame["attribution"] == "attributed"] for frame in many])
    crowd = changed(case, statements=rows, positions=case.positions.iloc[:0], events=case.events.iloc[:0])
    found = leading_claims(crowd)
    assert len(claims(crowd)) > 100
    assert len(found) == 12
    assert len({crowd.root(crowd.statements.at[one.statements[0], "speaker"]) for one in found}) > 1
