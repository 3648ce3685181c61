"""Actors in running text: their names, and the verbs and pronouns that agree with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.wording.english import english
from onrecord.wording.naming import listed, typeset
from onrecord.wording.propositions import clause

# Kinds of actor that running text names with the article when their name ends in a common noun.
_INSTITUTIONS = {"government_institution", "military", "non_state_group"}
# Written large, a name that ends in one of these still takes the article: "the Civil Defence Authority".
_HEADS = """administration agency army assembly association authority board bureau cabinet commission committee
congress council court department directorate federation fleet force forces foundation government guard institute league
ministry movement navy office organisation organization parliament party police senate service society treasury
tribunal union"""
_COMMON_HEADS = frozenset(_HEADS.split())


def actor_name(case: Case, actor: str) -> str:
    """The actor's name in running text: "the Belarusian defence ministry", "an unnamed representative …", "Ukraine"."""
    row = case.actors.loc[actor]
    if instead := english("actor_type", row["type"], "instead of a name"):
        return "holders whom the draft leaves open" if row["type"] == "unspecified" and is_draft(case) else instead
    name = typeset(row["name"])
    if name.lower().startswith(("the ", "a ", "an ")):
        return name[0].lower() + name[1:]
    if row["type"] == "person" and not row["named"]:
        return f"the {name}" if _written_with_the(row) else _with_article(case, name)
    return f"the {name}" if _takes_article(row) else name


def actor_names(case: Case, actors: Iterable[str]) -> str:
    """Their names in running text: ``Ukraine, Belarus and an unnamed representative``."""
    return listed([actor_name(case, actor) for actor in actors])


def _with_article(case: Case, name: str) -> str:
    """ "an unnamed representative": what an unnamed person is called, after the indefinite article."""
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {clause(case, name)}"


def _takes_article(row: pd.Series) -> bool:
    return _written_with_the(row) or (row["type"] in _INSTITUTIONS and _one_of_many(row["name"]))


def _written_with_the(row: pd.Series) -> bool:
    return f"the {row['name']}".casefold() in {alias.casefold() for alias in row["aliases"]}


def _one_of_many(name: str) -> bool:
    """Whether a name ends in a common noun, and is not parted from others by its owner: not "Italy's Supreme Court"."""
    last = name.split()[-1]
    return (last.islower() or last.casefold() in _COMMON_HEADS) and "’s " not in name and "'s " not in name


def is_plural(case: Case, actor: str) -> bool:
    """Whether a verb after the actor's name is plural: "Western nations speak", "the armed forces speak"."""
    row = case.actors.loc[actor]
    last = row["name"].split()[-1]
    group = row["type"] in ("collective", "military", "non_state_group", "unspecified")
    return group and last.islower() and last.endswith("s") and not last.endswith("ss")


def agree(case: Case, actors: Sequence[str], one: str, several: str) -> str:
    """The verb form that agrees with these actors as a subject."""
    return several if len(actors) > 1 or is_plural(case, actors[0]) else one


def again(case: Case, actor: str) -> str:
    """How a sentence names an actor that the one before it named: "it", "they", a person's last name."""
    row = case.actors.loc[actor]
    if row["type"] == "person":
        return typeset(row["name"]).split()[-1] if row["named"] else "this speaker"
    return "they" if is_plural(case, actor) else "it"
