"""Several cases taken as one: the same tables, with the case's id before every id that is not shared."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from onrecord.coding import fields as f
from onrecord.coding.tables import TABLES, fields_with

if TYPE_CHECKING:
    from onrecord.coding.case import Case
    from onrecord.source.article import Article

SHARED = ("actors", "issues")


class Corpus:
    """Cases, stacked. What measures read of a case they read of a corpus: its tables, `spans`, `root`, `article`.

    A row's id is ``CASE/id``, and each table gains a column `case`. Named actors of one id are one actor; an unnamed
    person, or a group of unstated members, belongs to its article (rules A4, A7) and is ``CASE/id``. Issues of one id
    and one proposition are one issue; another wording is another version, ``CASE/id``. Of an actor that several cases
    describe, the first counts.
    """

    def __init__(self, cases: list[Case]):
        self.cases = list(cases)
        if len({case.id for case in self.cases}) < len(self.cases):
            raise ValueError("two cases have one id; a corpus needs the id of each case once")

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise AttributeError(f"a corpus has no {name!r}; its tables are {', '.join(TABLES)}")
        found = self._stacked(name)
        self.__dict__[name] = found[~found.index.duplicated()] if name in SHARED else found
        return self.__dict__[name]

    @cached_property
    def spans(self) -> pd.DataFrame:
        """The coded spans; offsets are into the article of their case."""
        frames = [
            case.spans.assign(
                case=case.id,
                owner=f"{case.id}/" + case.spans["owner"],
                sentence=f"{case.id}/" + case.spans["sentence"],
            )
            for case in self.cases
        ]
        return pd.concat(frames, ignore_index=True)

    @cached_property
    def article(self) -> Article:
        """The first article, with the names of all cases' sides."""
        sides: dict[str, str] = {}
        for case in reversed(self.cases):
            sides |= case.article.sides
        return self.cases[0].article.model_copy(update={"sides": sides})

    def root(self, actor: str) -> str:
        """The actor at the end of the parents of `actor`."""
        return self._roots[actor]

    @cached_property
    def _roots(self) -> dict[str, str]:
        roots: dict[str, str] = {}
        for case in self.cases:
            names = self._names[case.id]
            for actor in case.actors.index:
                roots.setdefault(names[actor], names[case.root(actor)])
        return roots

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """What each case's actors and issues are called in the corpus."""
        wording: dict[str, str] = {}
        names: dict[str, dict[str, str]] = {}
        for case in self.cases:
            own = names[case.id] = {}
            for actor, named in zip(case.actors.index, case.actors["named"], strict=True):
                own[actor] = actor if named else f"{case.id}/{actor}"
            for issue, proposition in zip(case.issues.index, case.issues["proposition"], strict=True):
                same = wording.setdefault(issue, proposition) == proposition
                own[issue] = issue if same else f"{case.id}/{issue}"
        return names

    def _stacked(self, name: str) -> pd.DataFrame:
        """One table of all cases, with its ids and references as the corpus calls them."""
        found = pd.concat([getattr(case, name) for case in self.cases])
        owners = [case.id for case in self.cases for _ in range(len(getattr(case, name)))]
        for column in fields_with(name, f.Reference):
            called = [self._called(owner, value) for owner, value in zip(owners, found[column], strict=True)]
            found[column] = pd.Series(called, index=found.index, dtype=object).astype(found[column].dtype)
        ids = [self._called(owner, row) for owner, row in zip(owners, found.index, strict=True)]
        found.insert(0, "case", pd.Series(owners, index=found.index, dtype="str"))
        return found.set_axis(pd.Index(ids, dtype="str", name="id"))

    def _called(self, case: str, identifier: Any) -> Any:
        """What the corpus calls a row of a case; lists of ids one by one, a missing id stays missing."""
        if isinstance(identifier, tuple):
            return tuple(self._called(case, one) for one in identifier)
        if not isinstance(identifier, str):
            return identifier
        return self._names[case].get(identifier, f"{case}/{identifier}")
