"""`onrecord update`: newer notebooks come in, and nothing that a person did goes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from onrecord.packaged import NOTEBOOKS
from onrecord.problems import ProblemsError
from onrecord.starting.starting import start
from onrecord.starting.updating import RECORD, update

ALL = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project."""
    start(tmp_path / "desk")
    return tmp_path / "desk"


def edit(path: Path, **changes: object) -> None:
    """Changes the first code cell of a notebook."""
    notebook = json.loads(path.read_text())
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code").update(changes)
    path.write_text(json.dumps(notebook))


def as_older(desk: Path, name: str) -> None:
    """Makes the notebook one that came with an older version, and was not changed since."""
    from onrecord.starting.updating import record

    edit(desk / "notebooks" / name, source='case: str = ""  # older')
    record(desk / "notebooks")


def test_a_new_project_has_nothing_to_bring(desk: Path):
    """Every notebook is named, as it was; the bytes stay."""
    before = {path: path.read_bytes() for path in (desk / "notebooks").iterdir()}
    assert update(desk) == [f"{name}: as it was" for name in ALL]
    assert {path: path.read_bytes() for path in (desk / "notebooks").iterdir()} == before


def test_a_newer_one_takes_the_place_of_one_that_nobody_changed(desk: Path):
    """And is known from then on."""
    as_older(desk, "timeline.ipynb")
    assert "timeline.ipynb: a newer one brought" in update(desk)
    assert (desk / "notebooks" / "timeline.ipynb").read_bytes() == (NOTEBOOKS / "timeline.ipynb").read_bytes()
    assert "timeline.ipynb: as it was" in update(desk)


def test_to_have_run_a_notebook_is_no_change(desk: Path):
    """Outputs and counts are not what a person wrote."""
    as_older(desk, "timeline.ipynb")
    output = {"output_type": "stream", "name": "stdout", "text": "7"}
    edit(desk / "notebooks" / "timeline.ipynb", execution_count=7, outputs=[output])
    assert "timeline.ipynb: a newer one brought" in update(desk)


@pytest.mark.parametrize("record", [True, False])
def test_what_was_changed_stays_and_is_said(desk: Path, record: bool):
    """Also where nobody knows what it was when it came; by name it is refused."""
    path = desk / "notebooks" / "timeline.ipynb"
    edit(path, source='case: str = "mine"  # changed')
    if not record:
        (desk / "notebooks" / RECORD).unlink()
    mine = path.read_bytes()
    [line] = [line for line in update(desk) if line.startswith("timeline")]
    assert line.startswith("timeline.ipynb: changed here, left as it is")
    with pytest.raises(ProblemsError, match=r"timeline\.ipynb was changed here"):
        update(desk, ("timeline",))
    assert path.read_bytes() == mine


def test_what_was_taken_away_comes_only_by_name(desk: Path):
    """A desk that needs no timeline keeps none; others are left alone when one is named."""
    path = desk / "notebooks" / "timeline.ipynb"
    path.unlink()
    as_older(desk, "quotes.ipynb")
    record = json.loads((desk / "notebooks" / RECORD).read_text()) | {"timeline.ipynb": "came once"}
    (desk / "notebooks" / RECORD).write_text(json.dumps(record))
    assert update(desk, ("timeline",)) == ["timeline.ipynb: brought"]
    path.unlink()
    said = update(desk)
    assert next(line for line in said if line.startswith("timeline")).startswith("timeline.ipynb: taken away here")
    assert "quotes.ipynb: a newer one brought" in said
    assert not path.exists()


def test_a_project_without_notebooks_gets_them_all(tmp_path: Path):
    """One that was begun by a draft."""
    (tmp_path / "seeds").mkdir()
    assert update(tmp_path) == [f"{name}: brought" for name in ALL]


def test_a_name_that_is_none_is_answered_with_the_nearest(desk: Path):
    """Nothing is written."""
    with pytest.raises(ProblemsError, match="did you mean"):
        update(desk, ("timelin",))


def test_the_package_s_own_are_left_alone():
    """In a checkout, where they are the project's."""
    with pytest.raises(ProblemsError, match="the package's own"):
        update(NOTEBOOKS.parent)
