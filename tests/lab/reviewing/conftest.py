"""Copies of the seed to decide on: as it is, and as a draft of which a part is left to review."""

import csv
import io
import shutil
from pathlib import Path

import pytest

CASE = "belarus-troops-2023"
SEED = Path(__file__).parents[3] / "seeds" / CASE
DOUBTS = ("high", "low", "moderate")


def tables(folder):
    """The bytes of every table of the case, the log aside."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv") if path.name != "review.csv"}


def rows(folder, table):
    """The rows of a table on disk by id."""
    text = (folder / f"{table}.csv").read_text(encoding="utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def logged(folder):
    """The lines of the log."""
    path = folder / "review.csv"
    text = path.read_bytes().decode() if path.exists() else ""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def changed(before, folder):
    """{(table, id): (row before, row after)} of every row that differs from the tables `before`."""
    found = {}
    for name, data in before.items():
        old = {row["id"]: row for row in csv.DictReader(io.StringIO(data.decode(), newline=""))}
        new = rows(folder, name.removesuffix(".csv"))
        for row in old.keys() | new.keys():
            if old.get(row) != new.get(row):
                found[name.removesuffix(".csv"), row] = old.get(row), new.get(row)
    return found


@pytest.fixture
def seed(tmp_path):
    """The seed as it is: no person has reviewed any row."""
    return Path(shutil.copytree(SEED, tmp_path / CASE))


@pytest.fixture
def draft(tmp_path):
    """The seed as if reviewed, but for statements st-03 … st-12 and all positions, which a program drafted."""
    folder = Path(shutil.copytree(SEED, tmp_path / CASE))
    article = folder / "article.yml"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("coding_basis: assistant_coded ", "coding_basis: analyst_coded "), encoding="utf-8")
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8").replace("assistant_coded", "analyst_coded")
        path.write_text(text, encoding="utf-8")
    for table, wanted in (("statements", {f"st-{n:02}" for n in range(3, 13)}), ("positions", None)):
        found = list(rows(folder, table).values())
        for number, row in enumerate(found):
            if wanted is None or row["id"] in wanted:
                row |= {"coding_basis": "extracted", "confidence": DOUBTS[number % 3]}
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(found[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(found)
    return folder
