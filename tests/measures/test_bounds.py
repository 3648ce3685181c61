"""Bounds that hold for any coding."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from onrecord.measures.concentration import concentration, effective_voices
from onrecord.measures.congruence import dyads
from onrecord.measures.corpus import Corpus
from onrecord.measures.corpus_mean import ambivalence
from onrecord.measures.polarisation import LEVELS, agreement
from onrecord.measures.signed_cosine import signed_cosine
from onrecord.measures.tally import tally

ACTORS = ["rus", "blr", "blr-mod", "blr-luk", "ukr", "west"]
ISSUES = ["iss-join", "iss-coop", "iss-deploy"]
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
frequencies = some.lists(some.integers(0, 50), min_size=3, max_size=7).filter(any)
stances = some.dictionaries(
    some.tuples(some.sampled_from(ACTORS), some.sampled_from(ISSUES)), some.sampled_from(LEVELS), min_size=1
)


@given(frequencies)
def test_agreement_lies_between_two_ends_and_one(counts: list[int]):
    """−1 ≤ A ≤ 1, whichever end one begins at and however often the whole is repeated."""
    a = agreement(counts)
    assert -1 - 1e-9 <= a <= 1 + 1e-9
    assert agreement(counts[::-1]) == pytest.approx(a)
    assert agreement([3 * count for count in counts]) == pytest.approx(a)


@given(some.integers(3, 7), some.data())
def test_only_one_category_is_full_agreement(k: int, data):
    """A = 1 exactly where one category holds all."""
    counts = data.draw(some.lists(some.integers(0, 9), min_size=k, max_size=k).filter(any))
    assert (agreement(counts) > 1 - 1e-9) == (sum(count > 0 for count in counts) == 1)


@FEW
@given(speakers=some.lists(some.sampled_from(ACTORS), min_size=14, max_size=14))
def test_concentration_lies_between_equal_voices_and_one(case, variant, speakers: list[str]):
    """1/number of roots ≤ HHI ≤ 1, and effective voices between 1 and that number."""
    statements = case.statements.copy()
    rows = statements["counted"] & (statements["attribution"] == "attributed")
    statements.loc[rows, "speaker"] = speakers
    made = variant(statements=statements)
    roots = len({case.root(actor) for actor in speakers})
    assert 1 / roots - 1e-9 <= concentration(made).value <= 1
    assert 1 <= effective_voices(made).value <= roots + 1e-9


@FEW
@given(stances)
def test_dyads_and_cosines_are_bounded(taking, drawn):
    """In one article congruence and conflict are 0 or more and add up to the shared issues; |cosine| ≤ 1."""
    made = taking(*((actor, issue, stance) for (actor, issue), stance in drawn.items()))
    found = dyads(made)
    assert (found[["congruence", "conflict"]] >= 0).all(axis=None)
    assert (found["congruence"] + found["conflict"]).tolist() == pytest.approx(found["issues"].map(len).tolist())
    assert (found["subtract"].abs() <= found["issues"].map(len)).all()
    assert (signed_cosine(made)["cosine"].dropna().abs() <= 1 + 1e-9).all()


@FEW
@given(some.lists(some.sampled_from(LEVELS), min_size=2, max_size=6))
def test_ambivalence_lies_between_none_and_full(taking, drawn: list[int]):
    """0 ≤ ambivalence ≤ 1, and 0 exactly where no two stances have opposite signs."""
    stack = Corpus([taking(("ukr", "iss-join", stance), name=f"c{at}") for at, stance in enumerate(drawn)])
    (found,) = ambivalence(stack).itertuples()
    if any(drawn):
        assert 0 <= found.ambivalence <= 1
        assert (found.ambivalence > 0) == (min(drawn) < 0 < max(drawn))


@FEW
@given(some.data())
def test_a_tally_parts_its_rows(case, data):
    """Counts add up to the rows with a value, and no row is in two of them."""
    rows = case.statements.loc[data.draw(some.lists(some.sampled_from(list(case.statements.index)), unique=True))]
    column = data.draw(some.sampled_from(["speaker", "issue", "speech_act", "certainty"]))
    found = tally(rows, column)
    assert sorted(row for ids in found["rows"] for row in ids) == sorted(rows.index[rows[column].notna()])
    assert found["n"].tolist() == found["rows"].map(len).tolist()
