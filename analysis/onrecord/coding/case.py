"""A case: an article and its coding, as data frames whose spans are anchored in the text."""

from __future__ import annotations

import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.coding.fingerprint import coding_sha256
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.tables import OWN_WORDS, TABLES
from onrecord.coding.vocabularies import UNREVIEWED
from onrecord.problems import Problem, ProblemsError, nearest, problem
from onrecord.source.article import Article

if TYPE_CHECKING:
    import pandas as pd


class Case:
    """An article and its coding, read and checked.

    Each table is a data frame with the row's id as index: ``sentences actors issues statements positions events
    relations tensions mentions places dates notes judgements``. Vocabularies are categoricals (ordered where the
    codebook orders them), ``stance`` and ``target_valence`` are Int64, true/false are bool, lists are tuples of str,
    an empty text or reference is missing, and so is a reference to a table that the case does not have; that
    table is an empty frame.
    """

    def __init__(self, coding: Coding, problems: list[Problem], as_of: datetime.date | None = None):
        self._coding = coding
        self.folder: Path = coding.folder
        self.article: Article = coding.article.model_copy(update={"text": coding.text})
        self.id: str = self.article.id
        self.problems: list[Problem] = problems
        self.as_of: tuple[datetime.date, str] = (as_of, "given") if as_of else self.article.as_of

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise AttributeError(f"a case has no {name!r}; its tables are {', '.join(TABLES)}")
        from onrecord.coding.frames import frame

        self.__dict__[name] = frame(name, self._coding)
        return self.__dict__[name]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *TABLES]

    @cached_property
    def spans(self) -> pd.DataFrame:
        """Every coded span, a piece a row: owner, field, piece (0 …), sentence, start, end (code points), text."""
        from onrecord.coding.frames import spans_frame

        return spans_frame(self._coding)

    @cached_property
    def _pieces(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        found: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for owner, field, start, end in self.spans[["owner", "field", "start", "end"]].itertuples(index=False):
            found.setdefault((owner, field), []).append((start, end))
        return found

    def pieces(self, row: str, field: str) -> list[tuple[int, int]]:
        """Code points of a row's span `field` (speaker, cue, content …), a piece each; empty where it has none."""
        return self._pieces.get((row, field), [])

    @cached_property
    def narrator(self) -> str:
        """The publisher's id in `actors`: the voice of every unattributed assertion."""
        return self.article.publisher.actor

    @cached_property
    def _roots(self) -> dict[str, str]:
        parents = {row.id: row.parent for _, row in self._coding.table("actors")}
        roots = {}
        for actor in parents:
            root = actor
            while parents.get(root):
                root = parents[root]
            roots[actor] = root
        return roots

    def root(self, actor: str) -> str:
        """The actor at the end of the parents of `actor` (rule A2: roll-up is computed, never coded)."""
        return self._roots[actor]

    def coded(self, table: str) -> bool:
        """Whether the case holds this table; without it the briefings say that it is not coded."""
        return table in self._coding.records

    @cached_property
    def coding_sha256(self) -> str:
        return coding_sha256(self.folder)

    @cached_property
    def basis_counts(self) -> dict[str, int]:
        """Rows of the coding by coding basis, most first (judgements and sentences are left out)."""
        counts: dict[str, int] = {}
        for name, rows in self._coding.rows.items():
            if name not in ("sentences", OWN_WORDS):
                for _, row in rows:
                    basis = row.coding_basis or self.article.coding_basis
                    counts[basis] = counts.get(basis, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def unreviewed(self) -> int:
        """Rows that no person has reviewed; 0 when every row is a person's or the coding is signed off as it stands."""
        if self.signed_off:
            return 0
        return sum(count for basis, count in self.basis_counts.items() if basis in UNREVIEWED)

    @cached_property
    def signed_off(self) -> bool:
        """Whether `reviewed_by`, `reviewed_on` and the hash of the coding as it stands are in article.yml."""
        article = self.article
        return bool(article.reviewed_by and article.reviewed_on) and article.reviewed_sha256 == self.coding_sha256

    def __repr__(self) -> str:
        return f"<Case {self.id}: {len(self.sentences)} sentences, {len(self.statements)} statements>"

    def _repr_html_(self) -> str:
        from onrecord.coding.display import case_html

        return case_html(self)


def open_case(case: str | Path, as_of: str = "") -> Case:
    """The case of that name in the nearest ``seeds/`` at or above the working folder, or of that folder.

    `as_of`, an ISO date, is the date that its briefings speak of instead of the article's own. Raises ProblemsError
    where there is no such case, where its article or coding has errors, or where `as_of` is no date.
    """
    from onrecord.coding.checks import check

    coding = read_coding(find_case(case))
    problems = check(coding)
    errors = [p for p in problems if p.level == "error"]
    if errors:
        raise ProblemsError(problems, case=coding.folder.name)
    return Case(coding, problems, _date(as_of))


def _date(as_of: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(as_of) if as_of else None
    except ValueError:
        found, remedy = f"as_of is {as_of!r}, expected a date", "write it as 2023-01-06, or leave it empty"
        raise ProblemsError([problem("E-PARAM", field="as_of", found=found, remedy=remedy)]) from None


def find_case(case: str | Path) -> Path:
    """The folder of a case; raises ProblemsError with the nearest name where there is none."""
    path = Path(case)
    if (path / "article.yml").is_file() or (path / "article.txt").is_file():
        return path.resolve()
    seeds = find_seeds()
    known = case_names(seeds)
    if seeds and str(case) in known:
        return seeds / str(case)
    remedy = (
        nearest(str(case), known, "cases")
        if seeds
        else "there is no seeds/ folder here or above; go to the project's folder"
    )
    raise ProblemsError([problem("E-CASE", found=str(case), remedy=remedy)])


def find_seeds(start: Path | None = None) -> Path | None:
    """The nearest ``seeds/`` at or above `start` (default: the working folder), or None."""
    here = (start or Path.cwd()).resolve()
    return next((folder / "seeds" for folder in (here, *here.parents) if (folder / "seeds").is_dir()), None)


def case_names(seeds: Path | None) -> list[str]:
    """The names of the cases in `seeds`, sorted."""
    if seeds is None:
        return []
    return sorted(path.name for path in seeds.iterdir() if path.is_dir() and not path.name.startswith("."))
