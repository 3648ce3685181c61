"""A case: an article and its coding, as data frames whose spans are anchored in the text."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.coding.checks import sound
from onrecord.coding.display import Overview
from onrecord.coding.fingerprint import coding_sha256, signed_sha256
from onrecord.coding.folders import case_names, find_seeds
from onrecord.coding.handed import at_hand
from onrecord.coding.offers import offered
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.tables import OWN_WORDS, TABLES
from onrecord.coding.vocabularies import UNREVIEWED
from onrecord.problems import Problem, ProblemsError, nearest, problem
from onrecord.source.anchoring import Span
from onrecord.source.article import Article

if TYPE_CHECKING:
    import pandas as pd

_AS_OF_FORM = "write it as 2023-01-06, or leave it empty"
_NO_SEEDS = "there is no seeds/ folder here or above; go to the project's folder"


class TableFrame(cached_property["pd.DataFrame"]):
    """The table of its own name in a case, made into a data frame when it is first asked for.

    Tables stand in the class, not in a ``__getattr__``: of a class with that, a completer that runs nothing of it, as
    IPython's without jedi, completes no further than `record.`.
    """

    def __init__(self) -> None:
        super().__init__(self._made)

    def _made(self, case: Case) -> pd.DataFrame:
        from onrecord.coding.frames import frame

        return frame(str(self.attrname), case._coding)


class Case:
    """An article and its coding, read and checked.

    Each table is a data frame with the row's id as index. Vocabularies are categoricals (ordered where the
    codebook orders them), ``stance`` and ``target_valence`` are Int64, true/false are bool, lists are tuples of str,
    an empty text or reference is missing, and so is a reference to a table that the case does not have; that
    table is an empty frame.
    """

    sentences = TableFrame()
    actors = TableFrame()
    issues = TableFrame()
    statements = TableFrame()
    positions = TableFrame()
    events = TableFrame()
    relations = TableFrame()
    tensions = TableFrame()
    mentions = TableFrame()
    places = TableFrame()
    dates = TableFrame()
    notes = TableFrame()
    judgements = TableFrame()

    def __init__(self, coding: Coding, problems: list[Problem], as_of: datetime.date | None = None):
        self._coding = coding
        self.folder: Path = coding.folder
        self.article: Article = coding.described.model_copy(update={"text": coding.text})
        self.id: str = self.article.id
        self.problems: list[Problem] = problems
        self.decided: frozenset[tuple[str, str]] | None = None  # of a draft: (table, id) of what a review decided
        self.as_of: tuple[datetime.date, str] = (as_of, "given") if as_of else self.article.as_of

    @cached_property
    def figures(self) -> Any:
        """The figures of the case: ``case.figures.voices()``; completion names them."""
        return offered("figures", self)

    @cached_property
    def spans(self) -> pd.DataFrame:
        """Every coded span, a piece a row: owner, field, piece (0 …), sentence, start, end (code points), text."""
        from onrecord.coding.frames import spans_frame

        return spans_frame(self._coding)

    @cached_property
    def _pieces(self) -> dict[tuple[str, str], list[Span]]:
        found: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
        for span in self._coding.spans:
            found[span.record.cells.get("id", ""), span.name] += span.pieces
        return dict(found)

    def pieces(self, row: str, field: str) -> list[Span]:
        """Code points of a row's span `field` (speaker, cue, content …), a piece each; empty where it has none."""
        return self._pieces.get((row, field), [])

    @cached_property
    def narrator(self) -> str:
        """The publisher's id in `actors`: the voice of every unattributed assertion."""
        return self.article.publisher.actor

    @cached_property
    def _parents(self) -> dict[str, str | None]:
        return {row.id: row.parent for _, row in self._coding.table("actors")}

    def root(self, actor: str) -> str:
        """The actor at the end of the parents of `actor` (rule A2: roll-up is computed, never coded).

        Raises KeyError where `actors` has no such id.
        """
        while parent := self._parents[actor]:
            actor = parent
        return actor

    def coded(self, table: str) -> bool:
        """Whether the case holds this table; without it the briefings say that it is not coded."""
        return table in self._coding.records

    @cached_property
    def coding_sha256(self) -> str:
        """The hash, in hex, of the tables as they stand."""
        return coding_sha256(self.folder)

    @cached_property
    def basis_counts(self) -> dict[str, int]:
        """Rows of the coding by coding basis, most first (judgements and sentences are left out)."""
        coded = [rows for name, rows in self._coding.rows.items() if name not in ("sentences", OWN_WORDS)]
        counts = Counter(row.coding_basis or self.article.coding_basis for rows in coded for _, row in rows)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def unreviewed(self) -> int:
        """Rows that no person has reviewed; 0 when every row is a person's or the coding is signed off as it stands."""
        if self.signed_off:
            return 0
        return sum(count for basis, count in self.basis_counts.items() if basis in UNREVIEWED)

    @cached_property
    def signed_off(self) -> bool:
        """Whether article.yml holds a whole sign-off, given for it and the coding as both stand."""
        article = self.article
        return article.is_signed and article.reviewed_sha256 == signed_sha256(self.coding_sha256, article)

    @cached_property
    def signed_unread(self) -> int:
        """Rows that were signed off though nobody had opened them; 0 where no sign-off stands."""
        return (self.article.reviewed_unread or 0) if self.signed_off else 0

    def __repr__(self) -> str:
        return f"<Case {self.id}: {len(self.sentences)} sentences, {len(self.statements)} statements>"

    def _repr_html_(self) -> str:
        rows = {name: len(self._coding.table(name)) if self.coded(name) else None for name in TABLES}
        review = self.unreviewed, self.signed_unread
        return Overview(self.article, rows, self.basis_counts, *review, self.problems).html()


def open_case(case: str | Path, as_of: str = "") -> Case:
    """The case of that name in the nearest ``seeds/`` at or above the working folder, or of that folder.

    An empty name is the only case that is there. `as_of`, an ISO date, is the date that its briefings speak of instead
    of the article's own. Raises ProblemsError where there is no such case, where its article or coding has errors, or
    where `as_of` is no date.
    """
    folder = case_meant(case)
    found = at_hand(folder)
    if found is None:
        coding = read_coding(folder)
        return Case(coding, sound(coding), _date(as_of))
    if as_of:
        found.as_of = _date(as_of) or found.as_of[0], "given"
    return found


def _date(as_of: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(as_of) if as_of else None
    except ValueError:
        found = f"as_of is {as_of!r}, expected a date"
        raise ProblemsError([problem("E-PARAM", field="as_of", found=found, remedy=_AS_OF_FORM)]) from None


def case_meant(case: str | Path) -> Path:
    """As `find_case`; an empty name is the only case in ``seeds/``, and ProblemsError says where it is not alone."""
    if str(case) or not (known := case_names(find_seeds())):
        return find_case(case)
    if len(known) > 1:
        remedy = f"there are several, write the name of one: {', '.join(known)}"
        raise ProblemsError([problem("E-CASE", found=str(case), remedy=remedy)])
    return find_case(known[0])


def find_case(case: str | Path) -> Path:
    """The folder of a case; raises ProblemsError with the nearest name where there is none."""
    path = Path(case)
    if any((path / name).is_file() for name in ("article.yml", "article.txt")):
        return path.resolve()
    seeds = find_seeds()
    known = case_names(seeds)
    if seeds and str(case) in known:
        return seeds / str(case)
    remedy = nearest(str(case), known, "cases") if seeds else _NO_SEEDS
    raise ProblemsError([problem("E-CASE", found=str(case), remedy=remedy)])
