"""Every rule of the codebook that a program can see: one corrupted cell of the seed gives just that code."""

from __future__ import annotations

import pytest
from onrecord.problems import CATALOGUE

PERSONNEL = (
    "Personnel, weapons, military and special equipment of the armed forces of the Russian Federation"
    " will continue to arrive in the Republic of Belarus"
)
# code, table, id, cells, field of the problem, words of its message
BREACHES = [
    ("E-RULE-A9", "actors", "ukr", {"wikidata_status": "unresolved"}, "wikidata_status", "Q212"),
    ("E-RULE-C1", "statements", "st-08", {"certainty": "PR"}, "hedge_text", "PR without hedge words"),
    ("E-RULE-C1", "statements", "st-08", {"hedge_text": "discussed"}, "certainty", "'discussed'"),
    ("E-RULE-C2", "statements", "st-06", {"narrator_stance": "neutral"}, "narrator_stance", "factive"),
    ("E-RULE-C2", "statements", "st-20", {"cue_class": "distancing"}, "narrator_stance", "distancing"),
    ("E-RULE-D1", "dates", "d-friday", {"anchor": ""}, "anchor", "XXXX-WXX-5"),
    ("E-RULE-D1", "dates", "d-friday", {"basis": ""}, "basis", "2023-01-06"),
    ("E-RULE-E3", "events", "ev-02", {"confirmation": "party"}, "confirmation", "only 'blr-mod'"),
    ("E-RULE-E3", "events", "ev-15", {"confirmation": "independent"}, "confirmation", "hypothetical"),
    ("E-RULE-E4", "events", "ev-02", {"reported_by": "aje"}, "reported_by", "'blr-mod', the speaker of st-07"),
    ("E-RULE-E6", "events", "ev-16", {"plover_event": "ASSAULT"}, "plover_event", "outcome"),
    ("E-RULE-E6", "events", "ev-10", {"plover_event": "AGREE"}, "plover_event", "denied intention"),
    ("E-RULE-E6", "events", "ev-18", {"plover_aux": ""}, "plover_aux", "hypothetical"),
    ("E-RULE-E6", "events", "ev-09", {"plover_aux": "future"}, "plover_aux", "AGREE"),
    ("E-RULE-L1", "statements", "st-06", {"date": ""}, "date", "dated"),
    ("E-RULE-L1", "statements", "st-20", {"date": "d-friday"}, "time_said", "not_stated"),
    ("E-RULE-L1", "statements", "st-01", {"time_referred": "future"}, "time_referred", "st-04 is past"),
    ("E-RULE-P1", "positions", "p-13", {"evidence": ""}, "evidence", "no statement"),
    (
        "E-RULE-P1",
        "positions",
        "p-04",
        {"evidence": "st-08"},
        "evidence",
        "is report, which is not an act that commits (all do but express",
    ),
    ("E-RULE-P1", "positions", "p-02", {"evidence": "st-14"}, "evidence", "st-14 is a statement by 'blr-mod'"),
    ("E-RULE-P2", "positions", "p-07", {"stance": "2"}, "stance", "st-03 is PS"),
    ("E-RULE-P4", "positions", "p-11", {"evidence": "st-11"}, "evidence", "st-11 is attributed"),
    ("E-RULE-P4", "positions", "p-13", {"basis": "attributed_by_actor"}, "evidence", "by 'blr-mod'"),
    ("E-RULE-P4", "positions", "p-13", {"basis": "inferred_from_action"}, "note", "without the analyst's note"),
    ("E-RULE-P5", "positions", "p-11", {"actor": "aje"}, "actor", "'aje' is the publisher"),
    ("E-RULE-P5", "positions", "p-11", {"actor": "unspec"}, "actor", "unspecified holder"),
    ("E-RULE-P6", "positions", "p-13", {"flags": "contradictory"}, "stance", "stance of 2"),
    ("E-RULE-Q1", "statements", "st-20", {"quote_type": "mixed"}, "quote_text", "mixed, but no quote_text"),
    ("E-RULE-Q1", "statements", "st-09", {"quote_type": "none"}, "quote_type", "are ready"),
    ("E-RULE-Q1", "statements", "st-09", {"quote_type": "direct"}, "quote_type", "only a part"),
    ("E-RULE-Q1", "statements", "st-14", {"quote_type": "mixed"}, "quote_type", "the whole content"),
    ("E-RULE-Q1", "statements", "st-09", {"quote_text": "the representative"}, "quote_text", "not lie in the content"),
    ("E-RULE-Q2", "statements", "st-13", {"insertion_text": ""}, "insertion_text", "[of Russia and Belarus]"),
    (
        "E-RULE-Q2",
        "statements",
        "st-09",
        {"quote_text": "“are ready to carry out tasks as intended”"},
        "quote_text",
        "at the edge",
    ),
    (
        "E-RULE-Q2",
        "statements",
        "st-14",
        {"content_text": PERSONNEL + ",", "quote_text": PERSONNEL + ","},
        "quote_text",
        "style comma",
    ),
    ("E-RULE-R1", "relations", "rel-02", {"asserted_by": "blr"}, "asserted_by", "narrated, but asserted by 'blr'"),
    ("E-RULE-R1", "relations", "rel-04", {"asserted_by": "blr-mod"}, "statements", "st-11 is by 'blr'"),
    ("E-RULE-R1", "relations", "rel-11", {"asserted_by": "west"}, "basis", "alleged by 'west'"),
    ("E-RULE-R1", "relations", "rel-01", {"source": "rus", "target": "blr"}, "source", "'blr' comes before 'rus'"),
    ("E-RULE-R1", "relations", "rel-04", {"target": "rus"}, "target", "both 'rus'"),
    ("E-RULE-S2", "statements", "st-06", {"speaker_text": ""}, "speaker_text", "no words give the source"),
    ("E-RULE-S2", "statements", "st-06", {"cue_text": ""}, "cue_text", "no words are the cue"),
    ("E-RULE-S2", "statements", "st-06", {"cue_class": "none"}, "cue_class", "'confirmed'"),
    ("E-RULE-S2", "statements", "st-06", {"speaker_kind": "narrator"}, "speaker_kind", "narrator"),
    ("E-RULE-S2", "statements", "st-10", {"speaker_kind": "document"}, "speaker_kind", "document"),
    ("E-RULE-S2", "statements", "st-10", {"cue_text": "backed"}, "cue_text", "with a cue"),
    ("E-RULE-S2", "statements", "st-10", {"cue_class": "neutral"}, "cue_class", "neutral"),
    ("E-RULE-S2", "statements", "st-05", {"speaker_kind": "document"}, "speaker_kind", "document"),
    ("E-RULE-S2", "statements", "st-24", {"continues": "st-20"}, "continues", "by 'ukr'"),
    ("E-RULE-S2", "statements", "st-24", {"continues": "st-24"}, "continues", "continues itself"),
    ("E-RULE-S5", "statements", "st-10", {"frequency": "repeated"}, "frequency", "repeated"),
    ("E-RULE-S7", "statements", "st-08", {"source_chain": "blr-mod"}, "source_chain", "starts with 'blr-mod'"),
    ("E-RULE-S7", "statements", "st-08", {"source_chain": "aje|blr"}, "source_chain", "ends with 'blr'"),
    ("E-RULE-S7", "statements", "st-09", {"confidence": "high"}, "confidence", "nested_source_inferred"),
    ("E-RULE-S9", "statements", "st-03", {"flags": ""}, "flags", "standfirst_only"),
    ("E-RULE-S9", "statements", "st-08", {"counted": "false"}, "counted", "not counted"),
    ("E-RULE-S9", "statements", "st-08", {"repeat_of": "st-07"}, "repeat_of", "repeats st-07"),
    ("E-RULE-S9", "statements", "st-01", {"counted": "true"}, "counted", "yet is counted"),
    ("E-RULE-S9", "statements", "st-02", {"repeat_of": ""}, "repeat_of", "repeats nothing"),
    ("E-RULE-S9", "statements", "st-01", {"repeat_of": "st-06"}, "repeat_of", "by 'blr-mod'"),
    ("E-RULE-SA4", "statements", "st-18", {"speech_act": "report"}, "speech_act", "evaluates"),
    ("E-RULE-T1", "tensions", "t-01", {"left": ""}, "left", "empty"),
    ("E-RULE-T1", "tensions", "t-01", {"right": "ev-11|st-17"}, "right", "st-17 on both sides"),
    ("E-RULE-T1", "tensions", "t-01", {"compatible_reading": " "}, "compatible_reading", "no reading"),
    ("E-RULE-V0", "statements", "st-18", {"target": "aje"}, "target", "'aje' is the speaker"),
    ("E-RULE-V1", "statements", "st-20", {"target_valence": "2"}, "target_valence", "accuse"),
    ("E-RULE-V1", "statements", "st-18", {"target_valence": "-2"}, "target_valence", "narrator"),
    ("E-RULE-V1", "statements", "st-08", {"target_valence": "1"}, "target_valence", "without a target"),
    ("W-RULE-P2", "positions", "p-06", {"stance": "2"}, "stance", "negated"),
    ("W-RULE-P3", "issues", "iss-join", {"proposition": "Belarus will not join the war."}, "proposition", "'not'"),
    ("W-DATE", "dates", "d-friday", {"resolved": ""}, "resolved", "'Friday' resolves to no date"),
    ("W-CELL-FORMULA", "actors", "blr", {"note": "=HYPERLINK(1)"}, "note", "=HYPERLINK(1)"),
    ("W-CELL-FORMULA", "actors", "blr", {"note": "@SUM(1)"}, "note", "@SUM(1)"),
    ("W-CELL-FORMULA", "actors", "blr", {"note": "+cmd|' /C calc'!A0"}, "note", "+cmd"),
    ("W-CELL-FORMULA", "statements", "st-08", {"note": "-cmd|' /C calc'!A0"}, "note", "-cmd"),
    ("W-CELL-FORMULA", "statements", "st-08", {"note": "\t=1+1"}, "note", "=1+1"),
]
OF_THE_WHOLE = {"E-RULE-7", "E-RULE-U5", "W-SIGN-OFF"}  # below, they need another file than one row's


@pytest.mark.parametrize(("code", "table", "row_id", "cells", "field", "words"), BREACHES)
def test_a_breach_is_named_by_its_rule_and_place(case, code, table, row_id, cells, field, words):
    """One corrupted row gives one problem: its code, level, file, row, field, what was found and what is expected."""
    number = case.set(table, row_id, **cells)
    [problem] = case.check()
    assert (problem.code, problem.file, problem.row, problem.field) == (code, f"{table}.csv", number, field)
    assert problem.level == ("error" if code.startswith("E-") else "warning")
    assert words in problem.message
    assert ";" in problem.message  # what was found; the rule or the remedy


def test_every_rule_of_the_catalogue_is_tested():
    """No rule's code is without a breach above."""
    rules = {code for code in CATALOGUE if code.startswith(("E-RULE-", "W-RULE-", "W-DATE", "W-CELL", "W-SIGN"))}
    assert {code for code, *_ in BREACHES} | OF_THE_WHOLE == rules


def test_the_headline_is_that_of_the_description(case):
    """A headline sentence that article.yml does not have as headline breaks U5."""
    case.replace("article.yml", "headline: Russia sends", "headline: Moscow sends")
    [problem] = case.check()
    assert (problem.code, problem.file, problem.row, problem.field) == ("E-RULE-U5", "sentences.csv", 2, "role")


def test_a_dateline_is_not_counted(case):
    """A counted statement of a dateline breaks U5."""
    case.set("sentences", "S05", role="dateline")
    [problem] = case.check()
    assert (problem.code, problem.row) == ("E-RULE-U5", case.row("statements", "st-08"))


def test_credibility_1_needs_an_independent_confirmation(case):
    """Section 7: credibility 1 in article.yml with no independent confirmation is an error, with one it is none."""
    case.replace("article.yml", "credibility: 6", "credibility: 1")
    [problem] = case.check()
    assert (problem.code, problem.file, problem.field) == ("E-RULE-7", "article.yml", "credibility")
    case.set("events", "ev-01", confirmation="independent")
    assert case.check() == []


def test_an_undated_article_is_a_warning(case):
    """Neither date nor inferred date: W-DATE, no error."""
    case.replace("article.yml", "inferred: 2023-01-06", "inferred:")
    [problem] = case.check()
    assert (problem.code, problem.level, problem.field) == ("W-DATE", "warning", "published")


def test_a_stance_in_a_note_is_no_formula(case):
    """A plus with a lone number is how stances are written, a minus too, or a place in the south: none is warned of."""
    case.set("actors", "blr", note="+2 affirms")
    case.set("actors", "ukr", note="-2")
    case.set("actors", "rus", note="-12.5")
    assert case.check() == []


@pytest.mark.parametrize("column", ["content_text", "speaker_text", "cue_text", "quote_text"])
def test_words_of_the_article_may_be_a_formula_too(case, column):
    """W-CELL-FORMULA for coded words as for notes: the article is as strange a text as any."""
    number = case.set("statements", "st-14", **{column: "=HYPERLINK(1)"})
    assert ("W-CELL-FORMULA", number, column) in [(p.code, p.row, p.field) for p in case.check()]


def test_a_relation_to_an_absent_table_is_not_coded(case):
    """Without dates.csv the case is valid: references to it are counted in one line, and missing in the frames."""
    from onrecord.coding.case import open_case

    (case.folder / "dates.csv").unlink()
    problems = case.check()
    assert {(p.code, p.level, p.file) for p in problems} == {("I-NOT-RUN", "info", "dates.csv")}
    assert len(problems) == 3  # statements, events, mentions
    assert open_case(case.folder).statements["date"].isna().all()
