"""What one article cannot show, computed by hand: dyads, cosine, means, change, polarisation, corroboration."""

from __future__ import annotations

import datetime

import numpy as np
import pytest
from onrecord.measures.coded_stances import coded_stances
from onrecord.measures.congruence import dyads, dyads_between_roots, dyads_within_roots
from onrecord.measures.contested_issues import contested_issues
from onrecord.measures.corpus import Corpus
from onrecord.measures.corpus_mean import ambivalence, corpus_mean_stance
from onrecord.measures.corroboration import corroboration
from onrecord.measures.dyad_network import dyad_network
from onrecord.measures.origins import origin_clusters
from onrecord.measures.polarisation import agreement, polarisation
from onrecord.measures.position_change import position_change
from onrecord.measures.self_stated_positions import self_stated_positions
from onrecord.measures.signed_cosine import signed_cosine


def day(number: int) -> datetime.date:
    """A day of January 2023."""
    return datetime.date(2023, 1, number)


def test_congruence_and_conflict_by_hand(taking):
    """ukr +1 and blr −2 on one issue, both +2 on another: c = .25 + 1, f = .75 + 0; average activity (2 + 3) / 2."""
    found = dyads(
        taking(
            ("ukr", "iss-join", 1),
            ("blr", "iss-join", -2),
            ("ukr", "iss-deploy", 2),
            ("blr", "iss-deploy", 2),
            ("blr", "iss-coop", 2),
        )
    )
    (dyad,) = found.itertuples()
    assert (dyad.a, dyad.b, dyad.same_root, dyad.n_a, dyad.n_b) == ("blr", "ukr", False, 3, 2)
    assert (dyad.congruence, dyad.conflict, dyad.subtract) == (1.25, 0.75, 0.5)
    assert (dyad.congruence_normed, dyad.conflict_normed, dyad.subtract_normed) == (0.5, 0.3, 0.2)
    assert set(dyad.issues) == {"iss-join", "iss-deploy"}


def test_dyads_multiply_the_articles_of_both(taking):
    """Two articles of ukr (+2, +2) and one of blr (+2): x · x' = 2, so c = 2; n 2 and 1, so normed 2 / 1.5."""
    first = taking(("ukr", "iss-join", 2), ("blr", "iss-join", 2), name="one")
    second = taking(("ukr", "iss-join", 2), name="two")
    (dyad,) = dyads(Corpus([first, second])).itertuples()
    assert (dyad.congruence, dyad.conflict) == (2.0, 0.0)
    assert dyad.congruence_normed == pytest.approx(2 / 1.5)


def test_dyads_of_one_root_stand_apart(taking):
    """A ministry and its state are no two parties: their dyad is reported within the root, not between roots."""
    case = taking(("blr", "iss-coop", 2), ("blr-mod", "iss-coop", 2), ("ukr", "iss-coop", -2))
    within, between = dyads_within_roots(case), dyads_between_roots(case)
    assert list(zip(within["a"], within["b"], strict=True)) == [("blr", "blr-mod")]
    assert set(zip(between["a"], between["b"], strict=True)) == {("blr", "ukr"), ("blr-mod", "ukr")}


def test_only_what_actors_say_themselves_ties_them(case, taking):
    """Positions that others attribute, the narrator's and those of unspecified holders enter no dyad."""
    made = taking(*((actor, "iss-coop", 2) for actor in ("ukr", "blr", "west", "aje", "unspec", "rus")))
    made.positions.loc["p-3", "basis"] = "attributed_by_narrator"
    made.positions.loc["p-6", "basis"] = "attributed_by_actor"
    assert set(self_stated_positions(made)["actor"]) == {"ukr", "blr"}


def test_a_network_needs_three_dyads(taking):
    """Two dyads between roots are a sentence, three are a graph whose edges carry subtract and rows."""
    two = taking(("blr", "iss-coop", 2), ("blr-mod", "iss-coop", 2), ("ukr", "iss-coop", -2))
    assert dyad_network(two).graph is None
    assert dyad_network(two).reason.startswith("There are only 2 pairs of actors from different states")
    three = dyad_network(taking(("blr", "iss-coop", 2), ("west", "iss-coop", -1), ("ukr", "iss-coop", -2)))
    assert set(three.graph.nodes) == {"blr", "west", "ukr"}
    assert three.graph.edges["blr", "ukr"]["weight"] == -1.0
    assert three.graph.edges["ukr", "west"]["weight"] == 0.5
    assert three.graph.edges["blr", "ukr"]["rows"] == ("p-1", "st-01", "p-3", "st-03")


def test_cosine_by_hand(taking):
    """ukr (2, 1) and blr (−2, 0 …): the cosine of (2, 1) and (−2, 2) is −2 / (√5 · √8)."""
    made = taking(("ukr", "iss-join", 2), ("ukr", "iss-coop", 1), ("blr", "iss-join", -2), ("blr", "iss-coop", 2))
    assert signed_cosine(made)["cosine"].tolist() == pytest.approx([-2 / (5**0.5 * 8**0.5)])


def test_a_neutral_actor_has_no_cosine(taking):
    """A vector of zeros has no direction; the reason says so."""
    (found,) = signed_cosine(taking(("ukr", "iss-join", 0), ("blr", "iss-join", -2))).itertuples()
    assert found.cosine != found.cosine
    assert found.reason


def test_contested_is_two_roots_on_opposite_sides(taking):
    """Opposite signs within one root, or a neutral against a side, contest nothing; across roots they do."""
    made = taking(
        ("blr", "iss-join", -2),
        ("blr-mod", "iss-join", 1),
        ("ukr", "iss-coop", 0),
        ("blr", "iss-coop", 2),
        ("ukr", "iss-back", 1),
        ("blr", "iss-back", -1),
    )
    found = contested_issues(made).set_index("issue")
    assert found["contested"].to_dict() == {"iss-coop": False, "iss-join": False, "iss-back": True}
    assert found.at["iss-back", "affirming"] == ("ukr",)
    assert found.at["iss-back", "rejecting"] == ("blr",)


@pytest.mark.parametrize(
    ("frequencies", "a"),
    [
        ([0, 0, 3, 0, 0], 1.0),
        ([5, 0, 0, 0, 5], -1.0),
        ([4, 4, 4, 4, 4], 0.0),
        ([1, 1, 0, 0, 0], 0.75),
        ([0, 1, 2, 1, 0], 0.625),  # layers 01110 (3 of 4: A .5) and 00100 (1 of 4: A 1)
        # layers 11001 (3 of 5) and 10000 twice; 11001 has 2 triples 110 and 4 triples 101: U = −10/18, A = −5/18
        ([3, 1, 0, 0, 1], 3 / 5 * -5 / 18 + 2 / 5),
        ([30, 40, 210, 130, 530, 50, 10], 0.6113333),  # the example of the R package agrmt
    ],
)
def test_agreement_by_hand(frequencies: list[int], a: float):
    """van der Eijk's A of distributions worked out on paper, and the published example."""
    assert agreement(frequencies) == pytest.approx(a, abs=1e-6)


@pytest.mark.parametrize("frequencies", [[1, 2], [0, 0, 0], [1, -1, 1]])
def test_agreement_refuses_what_is_no_distribution(frequencies: list[int]):
    """Too few categories, nothing counted, or a negative count is an error, not a number."""
    with pytest.raises(ValueError, match="three categories"):
        agreement(frequencies)


def test_polarisation_needs_five_actors_of_two_roots(taking):
    """Four actors, or five of one root, are a sentence; five of two roots at both ends have P near 1."""
    four = [("blr", "iss-coop", 2), ("rus", "iss-coop", 2), ("ukr", "iss-coop", -2), ("west", "iss-coop", -2)]
    (found,) = polarisation(taking(*four)).itertuples()
    assert found.polarisation != found.polarisation
    assert "needs at least 5" in found.reason
    (found,) = polarisation(taking(*four, ("union-state", "iss-coop", 2))).itertuples()
    # −2 twice, 2 three times: layers 10001 (4 of 5, A −1) and 00001 (1 of 5, A 1): A = −.6, P = .8
    assert (found.agreement, found.polarisation, found.reason) == (pytest.approx(-0.6), pytest.approx(0.8), "")


def test_five_actors_of_one_root_are_no_two_camps(case, variant, taking):
    """Actors that belong together are refused as one camp."""
    made = taking(*((actor, "iss-coop", 2) for actor in ("blr", "blr-mod", "blr-luk", "rus-mil", "rus")))
    made.root = lambda actor: "blr"
    (found,) = polarisation(made).itertuples()
    assert "needs at least 2" in found.reason


def test_an_actor_of_several_articles_has_its_mean_once(taking):
    """Stances 2 and 1 of one actor average 1.5, which rounds to the weaker 1, and count as one value."""
    rest = [("blr", "iss-coop", 1), ("rus", "iss-coop", 1), ("blr-luk", "iss-coop", 1), ("union-state", "iss-coop", 1)]
    first = taking(("ukr", "iss-coop", 2), *rest, name="one")
    second = taking(("ukr", "iss-coop", 1), name="two")
    (found,) = polarisation(Corpus([first, second])).itertuples()
    assert (found.actors, found.agreement, found.polarisation) == (5, 1.0, 0.0)


def test_corpus_mean_and_its_window(taking):
    """Stances 2, 1 and −2 on three days: mean 1/3 of all, −.5 of the last two; an undated article is in no window."""
    cases = [
        taking(("ukr", "iss-join", stance), name=f"c{at}", date=day(at)) for at, stance in ((1, 2), (2, 1), (3, -2))
    ]
    (whole,) = corpus_mean_stance(Corpus(cases)).itertuples()
    assert (whole.mean, whole.n, whole.first.day, whole.last.day) == (pytest.approx(1 / 3), 3, 1, 3)
    (late,) = corpus_mean_stance(Corpus(cases), start=day(2)).itertuples()
    assert (late.mean, late.n) == (-0.5, 2)
    (early,) = corpus_mean_stance(Corpus(cases), end=day(2)).itertuples()
    assert (early.mean, early.n) == (1.5, 2)
    undated = taking(("ukr", "iss-join", -2), name="undated")
    undated.article = undated.article.model_copy(update={"published": type(undated.article.published)()})
    (dated,) = corpus_mean_stance(Corpus([*cases, undated]), start=day(1)).itertuples()
    assert dated.n == 3
    assert early.rows == ("c1/p-1", "c1/st-01", "c2/p-1", "c2/st-01")


def test_ambivalence_by_hand(taking):
    """Stances 2, −1, 0: 1 − |1| / 3 = 2/3; one article, or only neutral ones, give a reason."""
    cases = [taking(("ukr", "iss-join", stance), ("blr", "iss-coop", 0), name=f"c{stance}") for stance in (2, -1, 0)]
    found = ambivalence(Corpus(cases)).set_index("issue")
    assert found.at["iss-join", "ambivalence"] == pytest.approx(2 / 3)
    assert found.at["iss-coop", "reason"].startswith("Every stated position on this issue is neutral")
    assert ambivalence(cases[0])["reason"].str.contains("needs at least 2").all()


def test_another_wording_is_another_issue(case, taking):
    """One issue id with two propositions is two issues; a mean never runs across them."""
    first, second = (taking(("ukr", "iss-join", 2), name=name) for name in ("one", "two"))
    second.issues = case.issues.assign(proposition=case.issues["proposition"] + " Again.")
    assert set(corpus_mean_stance(Corpus([first, second]))["issue"]) == {"iss-join", "two/iss-join"}


def test_unnamed_actors_are_nobody_beyond_their_article(taking):
    """The unnamed representatives of two articles are two actors (rule A4), and no network ties them."""
    stack = Corpus([taking(("rus-mil-rep", "iss-ready", 2), name=name) for name in ("one", "two")])
    assert {"one/rus-mil-rep", "two/rus-mil-rep"} <= set(stack.actors.index)
    assert set(coded_stances(stack)["actor"]) == {"one/rus-mil-rep", "two/rus-mil-rep"}
    assert stack.root("two/rus-mil-rep") == "rus"
    assert len(self_stated_positions(stack)) == 0


def test_a_case_stands_in_a_corpus_once(case):
    """Two cases of one id would be one; that is an error."""
    with pytest.raises(ValueError, match="two cases have one id"):
        Corpus([case, case])


def test_position_change_by_hand(taking):
    """−2, −2, −1 before and 1, 2, 2 after: Δ = 5/3 + 5/3, and the interval holds it."""
    stances = [-2, -2, -1, 1, 2, 2]
    stack = Corpus([taking(("blr", "iss-join", s), name=f"c{at}", date=day(at)) for at, s in enumerate(stances, 1)])
    found = position_change(stack, "blr", "iss-join", day(4), seed=7)
    assert found.delta == pytest.approx(10 / 3)
    assert (found.n_before, found.n_after) == (3, 3)
    assert 2.0 <= found.low < found.delta < found.high <= 4.0


def test_the_seed_makes_the_interval(taking, monkeypatch):
    """The bootstrap draws with the seed that the result reports, so that the interval can be made again."""
    seeds, real = [], np.random.default_rng
    monkeypatch.setattr(np.random, "default_rng", lambda *seed: seeds.append(seed) or real(*seed))
    stack = Corpus([taking(("blr", "iss-join", 1), name=f"c{at}", date=day(at)) for at in range(1, 7)])
    assert position_change(stack, "blr", "iss-join", day(4), seed=7).seed == 7
    assert seeds == [(7,)]


def test_position_change_needs_three_articles_a_side(taking):
    """Two before are a sentence; undated articles are on no side."""
    cases = [taking(("blr", "iss-join", -2), name=f"c{at}", date=day(at)) for at in range(1, 6)]
    found = position_change(Corpus(cases), "blr", "iss-join", day(3))
    assert (found.delta, found.low, found.n_before, found.n_after) == (None, None, 2, 3)
    assert found.reason.startswith("There are only 2 stated positions before that date; a change of position needs")
    assert position_change(Corpus(cases), "nobody", "iss-join", day(3)).n_after == 0


TEXTS = {
    "wire": "Troops arrived by train on Friday, the ministry said, and more of them are expected within days.",
    "copy": "Troops arrived by train on Friday, the ministry said, and more of them are expected. Our view follows.",
    "own": "Residents near the station saw soldiers unload crates all morning while police kept people away.",
}


def test_near_duplicates_have_one_origin(variant, case):
    """Half of the shorter text in common is one origin; another text is another."""
    quiet = case.spans[case.spans["field"] != "quote"]
    cases = [variant(name, text=text, spans=quiet) for name, text in TEXTS.items()]
    assert origin_clusters(cases) == [("wire", "copy"), ("own",)]


def test_a_shared_quotation_is_one_origin(variant, case):
    """Different texts that quote the same words go back to one origin; fewer than four words do not tell."""
    cases = [variant(name, text=text) for name, text in TEXTS.items()]
    assert origin_clusters(cases) == [("wire", "copy", "own")]
    quotes = case.spans["field"] == "quote"
    short = case.spans.assign(text=case.spans["text"].where(~quotes, "will not join"))
    cases = [variant(name, text=text, spans=short) for name, text in TEXTS.items()]
    assert origin_clusters(cases) == [("wire", "copy"), ("own",)]


def test_corroboration_counts_origins_not_articles(variant, case):
    """Three articles of two origins corroborate an event twice; a planned mention does not; one article says why."""
    quiet = case.spans[case.spans["field"] != "quote"]
    stack = Corpus([variant(name, text=text, spans=quiet) for name, text in TEXTS.items()])
    same = {
        "arrival": [f"{name}/ev-01" for name in TEXTS],
        "plan": [f"{name}/ev-06" for name in TEXTS],
        "visit": ["own/ev-02"],
    }
    found = corroboration(stack, same).set_index("event")
    assert found.loc["arrival", ["articles", "origins"]].tolist() == [3, 2]
    assert found.at["arrival", "clusters"] == (("wire", "copy"), ("own",))
    assert found.at["plan", "reason"].startswith("There are no articles that say it happened")
    assert found.at["visit", "reason"].startswith("There is only one article that says it happened; corroboration")
    with pytest.raises(KeyError):
        corroboration(stack, {"strange": ["own/ev-99"]})
