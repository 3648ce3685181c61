"""The same input gives the same bytes: in another folder, with another hash seed, clock zone and locale."""

from __future__ import annotations

import shutil

from tests.conftest import COMMAND, SETTINGS


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


SHUFFLED = f"""import random, sys
from onrecord.briefing import build
plan, chance = build.plan, random.Random(sys.argv.pop(1))
build.plan = lambda *given: (jobs := plan(*given), chance.shuffle(jobs))[0]
{COMMAND}"""


def test_neither_order_nor_number_of_processes_nor_what_stands_decides_a_byte(project, second_case, repository, warm):
    """Documents of two cases made in three orders by one, two and three processes, then some of them once more."""
    for name in ("timeline.ipynb", "quotes.ipynb"):
        shutil.copy(repository / "notebooks" / name, project.notebooks)
    project.notebook("told", "print(case, marking)")

    def build(jobs: int, folder: str) -> dict[str, bytes]:
        words = ["-c", SHUFFLED, f"{jobs} {folder}", "build", "--jobs", str(jobs), "--out", folder]
        done = warm.run(words, project.root, project.env())
        assert (done.returncode, done.stderr) == (0, "")
        project.reports = project.root / folder
        return project.files()

    first = build(1, "one")
    assert build(2, "two") == first
    assert build(3, "three") == first
    pages = [project.reports / name for name in first if name.endswith(".html")]
    for page in pages[::3]:
        page.unlink()
    for page in pages[1::3]:
        page.write_bytes(b"half")
    assert build(2, "three") == first
