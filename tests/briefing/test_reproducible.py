"""The same input gives the same bytes: in another folder, with another hash seed, clock zone and locale."""

from __future__ import annotations

from tests.conftest import SETTINGS


def test_two_builds_give_the_same_bytes(seed_shelf, project, repository, tmp_path):
    """Every briefing of the repository, HTML, PDF, manifest and shelf, built again under different conditions."""
    shelf, first = seed_shelf
    assert (first.returncode, first.stderr) == (0, "")
    for path in (repository / "notebooks").glob("*.ipynb"):
        (project.notebooks / path.name).write_bytes(path.read_bytes())
    settings = {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "UTC"}
    assert {name for name in SETTINGS if settings[name] == SETTINGS[name]} == set()
    second = project.onrecord("build", "--out", str(tmp_path / "another folder"), "--jobs", "1", **settings)
    assert (second.returncode, second.stderr) == (0, "")
    project.reports = tmp_path / "another folder"
    one, two = shelf.files(), project.files()
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
