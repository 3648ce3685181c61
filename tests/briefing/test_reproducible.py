"""The same input gives the same bytes: in another folder, with another hash seed, clock zone and locale."""

from __future__ import annotations

import shutil


def test_two_builds_give_the_same_bytes(project, repository, tmp_path):
    """Every briefing of the repository, HTML, PDF, manifest and shelf, built twice under different conditions."""
    for path in (repository / "notebooks").glob("*.ipynb"):
        shutil.copy(path, project.notebooks)
    elsewhere = str(tmp_path / "another folder")
    settings = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "UTC"},
    )
    first = project.onrecord("build", **settings[0])
    assert (first.returncode, first.stderr) == (0, "")
    one = project.files()
    second = project.onrecord("build", "--out", elsewhere, "--jobs", "1", **settings[1])
    assert (second.returncode, second.stderr) == (0, "")
    project.reports = tmp_path / "another folder"
    two = project.files()
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
