"""What a build does once: the process that plans it reads and checks each case a single time."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

COUNTING = """import collections, json, sys

def counting(name, function):
    def counted(given):
        seen[name, getattr(given, "folder", given).name] += 1
        return function(given)
    return counted

if __name__ == "__main__":  # not in the processes that run notebooks
    seen = collections.Counter()
    from onrecord.coding import reading
    reading.read_coding = counting("read", reading.read_coding)
    from onrecord.coding import checks
    checks.check = counting("checked", checks.check)
    from onrecord.cli import main
    try:
        main(sys.argv[1:])
    finally:
        print(json.dumps(sorted([*key, number] for key, number in seen.items())))
"""
ONCE = [["checked", "belarus-troops-2023", 1], ["checked", "second", 1]]
ONCE += [["read", "belarus-troops-2023", 1], ["read", "second", 1]]


def counted(project, *words: str) -> list[list]:
    """How often the build read and checked each case."""
    (project.root / "counting.py").write_text(COUNTING)
    command = [sys.executable, "counting.py", "build", "--to", "html", *words]
    done = subprocess.run(command, cwd=project.root, env=project.env(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_each_case_is_read_and_checked_once(project, second_case):
    """Subjects given and found, manifest, data and shelf: all of it from one reading."""
    project.notebook("situation")
    project.notebook("actor", extra='actor: str = ""\n', for_each="actor", order=2)
    assert counted(project) == ONCE
    assert counted(project, "--briefing", "actor", "-p", "actor=rus") == ONCE


def test_a_coding_to_compare_with_is_read_once(project, second_case):
    """It may be one of the cases that are built, or the same one for each of them."""
    project.notebook("agreement", extra='other: str = ""\n', needs="other")
    words = "--briefing", "agreement", "-p", "other=second"
    assert counted(project, *words) == ONCE
    assert counted(project, project.case.name, *words) == ONCE


def test_data_are_described_as_they_stand_at_the_end(project):
    """A table that was edited while the briefings were made is described as what is copied, not as what was read."""
    from onrecord.briefing import shelving
    from onrecord.coding.cases import checked

    shelf = shelving.opened(checked([project.case])[0], project.shelf)
    path = project.case / "places.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [name for name in rows[0] if name != "note"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    package = json.loads((shelving.write_data(shelf) / "datapackage.json").read_text(encoding="utf-8"))
    (places,) = (one for one in package["resources"] if one["name"] == "places")
    assert [one["name"] for one in places["schema"]["fields"]] == [name for name in rows[0] if name != "note"]
