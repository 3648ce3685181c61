"""How single rows enter the measures: ranges of sentences, shared cues, marks of the stance matrix, who is silent."""

from __future__ import annotations

from onrecord.measures.attribution import attribution_by_sentence, body_sentences_with_attributed
from onrecord.measures.coded_stances import coded_stances
from onrecord.measures.corpus import Corpus
from onrecord.measures.counted import attributed
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.speakers import side_counts, speaker_counts


def test_a_statement_of_several_sentences_counts_in_each(case, variant):
    """A range of sentences is all of them, in a case and in a corpus."""
    statements = case.statements.copy()
    statements.loc["st-25", "sentence"] = "S12-S14"
    made = variant(statements=statements)
    found = attribution_by_sentence(made).set_index("sentence")
    assert [("st-25" in found.at[name, "rows"]) for name in ("S11", "S12", "S13", "S14", "S16")] == [0, 1, 1, 1, 0]
    assert body_sentences_with_attributed(made).k == 12
    assert body_sentences_with_attributed(Corpus([case, made])).k == 23


def test_marks_of_the_stance_matrix(case):
    """Hollow is what others attribute; a dagger is an unnamed speaker or one heard through another source."""
    found = coded_stances(case).set_index("position")
    assert list(found.index[found["hollow"]]) == ["p-11", "p-12"]
    assert list(found.index[found["dagger"]]) == list(found.index[found["second_hand"]]) == ["p-05"]
    assert found.at["p-09", "rows"] == ("p-09", "st-23", "st-24")
    assert list(dict.fromkeys(found["group"])) == list(dict.fromkeys(case.issues["group"]))


def test_one_first_hand_statement_takes_the_dagger_away(case, variant):
    """A position that also rests on the actor's own words is not second-hand; a named actor with none of them is."""
    positions = case.positions.copy()
    positions.at["p-09", "evidence"] = ("st-09",)
    positions.at["p-10", "evidence"] = ("st-09", "st-25")
    found = coded_stances(variant(positions=positions)).set_index("position")
    assert (found.at["p-09", "second_hand"], found.at["p-10", "second_hand"]) == (True, False)


def test_inferred_positions_stand_only_where_asked_for(case, variant):
    """A position inferred from action is off by default (rule P4)."""
    positions = case.positions.copy()
    positions.loc["p-12", "basis"] = "inferred_from_action"
    made = variant(positions=positions)
    assert "p-12" not in set(coded_stances(made)["position"])
    assert "p-12" in set(coded_stances(made, inferred=True)["position"])


def test_uncounted_words_make_nobody_heard(case, variant):
    """Who speaks only in a statement that is not counted is not heard, and its target is not spoken about."""
    statements = case.statements.copy()
    statements.loc[["st-03", "st-20"], "counted"] = False
    statements.loc["st-01", "target"] = "joint-force"
    made = variant(statements=statements)
    assert "ukr" not in set(attributed(made)["speaker"])
    assert list(spoken_about_not_heard(made)["actor"]) == ["rus", "rus-mil", "ukr", "west"]
    silent = spoken_about_not_heard(made)
    assert set(silent["root"][~silent["root_heard"]]) == {"ukr", "west"}


def test_narrator_and_unspecified_holders_are_nobody(case, variant):
    """The publisher and an unspecified holder are never missed, even as targets."""
    statements = case.statements.copy()
    statements.loc["st-04", "target"] = "aje"
    statements.loc["st-05", "target"] = "unspec"
    assert list(spoken_about_not_heard(variant(statements=statements))["actor"]) == ["rus", "rus-mil", "west"]


def test_silent_actors_carry_the_rows_that_name_them(case):
    """The West is a target twice, the Russian forces take part in three events; the rows say where."""
    found = spoken_about_not_heard(case).set_index("actor")
    assert found.at["west", "rows"] == ("st-23", "st-24")
    assert found.at["rus-mil", "rows"] == ("ev-01", "ev-04", "ev-08")
    assert found["root_heard"].to_dict() == {"rus": True, "rus-mil": True, "west": False}


def test_speakers_stand_with_their_root_and_side(case):
    """A speaker keeps its own level; the root and the side of this text stand beside it."""
    found = speaker_counts(case).set_index("speaker")
    assert found.loc["rus-mil-rep", ["root", "root_name", "side", "n", "of"]].tolist() == [
        "rus",
        "Russia",
        "ru_by",
        1,
        14,
    ]
    assert side_counts(case)["side"].tolist() == ["ru_by", "ua"]
