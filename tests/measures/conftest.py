"""The seed, cut copies of it for thin cases, and variants of it for what one article cannot show."""

from __future__ import annotations

import copy
import datetime
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from onrecord.coding.case import Case, open_case

from tests.conftest import Rows, edit

HERE = Path(__file__).parents[1]
SEED = HERE.parent / "seeds" / "belarus-troops-2023"
EXPECTED = json.loads((HERE / "fixtures/belarus-troops-2023/expected_measures.json").read_text(encoding="utf-8"))


def only(ids: set[str]) -> Callable[[Rows], Rows]:
    """Keeps the rows of these ids."""
    return lambda rows: [row for row in rows if row["id"] in ids]


@pytest.fixture(scope="session")
def case() -> Case:
    """The seed."""
    return open_case(SEED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the seed to change."""
    return Path(shutil.copytree(SEED, tmp_path / SEED.name))


@pytest.fixture
def one_sentence(folder: Path) -> Callable[..., Case]:
    """A case of one sentence of the seed's body, with the statements given, and the core tables only."""

    def cut(sentence: str, statements: set[str], positions: set[str], actors: set[str], issues: set[str]) -> Case:
        for table in ("events", "relations", "tensions", "mentions", "places", "dates", "notes"):
            (folder / f"{table}.csv").unlink()
        text = _cut_sentences(folder, sentence)
        (folder / "article.txt").write_bytes(text)
        lines = (folder / "article.yml").read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("headline:", "standfirst:", "sha256:"))]
        kept.append(f"sha256: {hashlib.sha256(text).hexdigest()}")
        (folder / "article.yml").write_text("\n".join(kept) + "\n", encoding="utf-8")
        edit(folder, "statements", lambda rows: [row | {"sentence": "S01"} for row in only(statements)(rows)])
        for table, ids in (("positions", positions), ("actors", actors), ("issues", issues)):
            edit(folder, table, only(ids))
        return open_case(folder)

    return cut


def _cut_sentences(folder: Path, sentence: str) -> bytes:
    """Leaves one sentence in the table, as S01; its text."""
    kept: Rows = []

    def cut(rows: Rows) -> Rows:
        row = next(row for row in rows if row["id"] == sentence)
        kept.append(row | {"id": "S01", "start": "0", "end": str(len(row["text"]))})
        return kept

    edit(folder, "sentences", cut)
    return kept[0]["text"].encode()


@pytest.fixture
def variant(case: Case) -> Callable[..., Case]:
    """The seed under another id and date, with tables replaced; for stacks that no folder need hold."""

    def made(name: str = "variant", date: datetime.date | None = None, text: str | None = None, **tables) -> Case:
        found = copy.copy(case)
        found.id = name
        if date:
            found.article = found.article.model_copy(
                update={"published": found.article.published.model_copy(update={"date": date})}
            )
        if text is not None:
            found.article = found.article.model_copy(update={"text": text})
        found.__dict__ |= tables
        return found

    return made


@pytest.fixture
def taking(case: Case, variant) -> Callable[..., Case]:
    """A variant in which the actors given take these stances: (actor, issue, stance), and nobody any other."""

    def made(*stances: tuple[str, str, int], name: str = "variant", date: datetime.date | None = None) -> Case:
        model = case.positions.iloc[[0] * len(stances)]
        positions = model.assign(
            actor=[actor for actor, _, _ in stances],
            issue=[issue for _, issue, _ in stances],
            stance=[stance for _, _, stance in stances],
            evidence=[(f"st-{at:02}",) for at, _ in enumerate(stances, 1)],
        ).astype({"actor": "str", "issue": "str", "stance": "Int64"})
        return variant(name, date, positions=positions.set_axis([f"p-{at}" for at, _ in enumerate(stances, 1)]))

    return made
