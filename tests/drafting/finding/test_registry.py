"""A drafting rule is one whole record, or nothing can be imported."""

import importlib
import pkgutil
from types import ModuleType

import pytest
from onrecord.drafting.finding import registry, rules
from onrecord.drafting.finding.cues import lexicon
from onrecord.drafting.finding.registry import MODULES, ORDER, RULES, by_name, rules_for
from onrecord.drafting.finding.rule import DRAFTS, Rule, measured, rule

WHOLE = {"frames": {"say"}, "voices": {"active"}, "drafts": "clause", "headlines": False}


def that_clause(clause):
    """A function with the name of a measured rule."""


def unmeasured(clause):
    """A function whose precision nobody has measured."""


@pytest.mark.parametrize("missing", WHOLE)
def test_a_rule_that_forgets_a_fact_fails(missing):
    """No fact has a default."""
    with pytest.raises(TypeError, match=missing):
        rule(**{name: value for name, value in WHOLE.items() if name != missing})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"frames": {"shout"}}, "the frame 'shout'"),
        ({"voices": {"loud"}}, "the voice 'loud'"),
        ({"voices": set()}, "no voice"),
        ({"drafts": "song"}, "drafts 'song'"),
    ],
)
def test_a_rule_with_an_unknown_fact_fails(changed, said):
    """The message names the rule and the fact."""
    with pytest.raises(ValueError, match=f"that_clause has {said}"):
        rule(**WHOLE | changed)(that_clause)


@pytest.mark.parametrize("precision", [-0.1, 1.1, float("nan")])
def test_a_precision_is_a_part(precision):
    """0 to 1."""
    with pytest.raises(ValueError, match="the precision"):
        Rule("that_clause", that_clause, frozenset(["say"]), frozenset(["active"]), "clause", True, precision)


def test_a_rule_without_a_measured_precision_fails():
    """The message says which line to add."""
    with pytest.raises(ValueError, match=r"add unmeasured,0\.000,0"):
        rule(**WHOLE)(unmeasured)


def test_a_measured_precision_without_a_rule_fails():
    """A rule that was renamed or taken away leaves no line behind."""
    with pytest.raises(ValueError, match="no drafting rule: gone"):
        by_name(ORDER, MODULES, {*measured(), "gone"})


def test_a_rule_without_a_place_in_the_order_fails():
    """A rule that is written and never asked is none."""
    module = ModuleType("more")
    module.more = rule(**WHOLE)(that_clause)
    others = tuple(one for one in ORDER if one.name != "that_clause")
    with pytest.raises(ValueError, match="without a place in the order: that_clause"):
        by_name(others, (module,), set())


def test_two_rules_of_one_name_fail():
    """Rows are told by the name of their rule."""
    with pytest.raises(ValueError, match="one name"):
        by_name((*ORDER, ORDER[0]), MODULES, set())


def test_every_module_of_rules_is_read():
    """A file in `rules` that the registry does not name would draft nothing."""
    found = [importlib.import_module(m.name) for m in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}.")]
    assert set(found) == set(registry.MODULES)


def test_every_cue_and_every_kind_of_draft_has_a_rule():
    """No entry of the lexicon is one that no rule can read, and no kind of draft is one that nothing drafts."""
    read = frozenset[str]().union(*(one.frames for one in RULES.values()))
    assert [cue.lemma for cue in lexicon() if cue.frames.isdisjoint(read)] == []
    assert {one.drafts for one in RULES.values()} == DRAFTS


def test_rules_are_asked_in_order():
    """A quotation behind the cue goes before an object; a passive asks only what passives need."""
    names = [one.name for one in rules_for("active", frozenset(["say", "obj"]))]
    assert names.index("quote_after_cue") < names.index("object_phrase")
    assert [one.name for one in rules_for("passive", frozenset(["to_be"]))] == ["passive_agent", "agentless_passive"]
    assert rules_for("infinitive", frozenset(["say"])) == ()
