"""Every drafting rule, in the order in which they are asked: at a cue the first that fits gives the attribution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from onrecord.drafting.finding.rule import PRECISIONS, Rule, measured
from onrecord.drafting.finding.rules import according, colons, complements, nominals, passives, speech

MODULES = (according, colons, complements, nominals, passives, speech)
ORDER = (
    speech.as_reported,
    speech.relative_speech,
    speech.quote_after_cue,
    speech.inverted_speech,
    complements.that_clause,
    speech.trailing_speech,
    complements.wh_clause,
    complements.infinitive,
    complements.prepositional,
    complements.addressee_clause,
    complements.object_phrase,
    complements.bare_clause,
    passives.passive_agent,
    passives.agentless_passive,
    passives.asked_about,
    passives.reduced_passive,
    passives.seeming,
    nominals.noun_cue,
    nominals.adjective_cue,
    according.according_to,
    colons.name_and_colon,
)


def by_name(order: tuple[Rule, ...], modules: tuple[ModuleType, ...], lines: set[str]) -> dict[str, Rule]:
    """Name → rule, in `order`.

    Raises ValueError for a name that two rules have, for a rule of `modules` that is not in the order, and for a name
    in `lines`, which have a measured precision, that no rule has.
    """
    names = [rule.name for rule in order]
    require_none("two drafting rules of one name", Counter(names) - Counter(set(names)))
    require_none("drafting rules without a place in the order", written(modules) - set(names))
    require_none(f"lines of {PRECISIONS.name} for no drafting rule", lines - set(names))
    return dict(zip(names, order, strict=True))


def written(modules: Iterable[ModuleType]) -> set[str]:
    """The names of the rules that stand in these modules."""
    return {found.name for module in modules for found in vars(module).values() if isinstance(found, Rule)}


def require_none(wrong: str, names: Iterable[str]) -> None:
    """Raises ValueError with these names of what is wrong, if there are any."""
    if found := sorted(names):
        raise ValueError(f"{wrong}: {', '.join(found)}")


RULES = by_name(ORDER, MODULES, set(measured()))


@cache
def rules_for(voice: str, frames: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that a cue in this voice with these frames can satisfy, in order."""
    return tuple(rule for rule in RULES.values() if rule.takes(voice, frames))
