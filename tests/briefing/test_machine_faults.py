"""Too little memory and a full disk, for real, over an existing shelf: what was good stays, and why is said."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory and small disks as Linux has them")
ROOM = 12  # KiB that a nearly full disk still has: a test of writing fits, no document does


@pytest.fixture(scope="module")
def shelved(tmp_path_factory, project_in) -> tuple:
    """A project with a shelf of two briefings, and every file of the shelf."""
    project = project_in(tmp_path_factory.mktemp("machine") / "project")
    project.notebook("one", "open_case(case)")
    project.notebook("two", "open_case(case)")
    assert project.onrecord("build").returncode == 0
    return project, project.files()


@pytest.fixture
def disk(tmp_path) -> Iterator[Callable[[str], Path]]:
    """Mounts a disk of a size of its own; only root may."""
    made: list[Path] = []

    def mounted(size: str) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", folder], capture_output=True, text=True
        )
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
        made.append(folder)
        return folder

    yield mounted
    for folder in made:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("kib", [60_000, 400_000, 600_000])
def test_too_little_memory_costs_no_document(shelved, kib):
    """Whether it is short for the command, for an import, a cell or the setter."""
    project, before = shelved
    command = ["sh", "-c", f'ulimit -v {kib}; exec "$@"', "sh", *project.command("build", "--fresh")]
    done = subprocess.run(command, cwd=project.root, env=project.env(), capture_output=True, text=True)
    after = project.files()
    assert {name: data for name, data in before.items() if after.get(name) != data} == {}
    assert all(after.values())  # nothing empty is kept
    if done.returncode:
        assert "memory" in done.stderr
    assert "please report" not in done.stderr


def test_a_full_disk_for_temporary_files_costs_no_document(shelved, disk):
    """It is said what to do, and nothing stays there."""
    project, before = shelved
    folder = disk("8k")
    done = project.onrecord("build", "--fresh", TMPDIR=str(folder))
    assert project.files() == before
    assert done.returncode == 1
    assert "No space left on device; make room on the disk, or in the folder for temporary files" in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("room", [0, ROOM])
def test_a_full_disk_for_documents_costs_none(shelved, disk, room):
    """Before anything runs, or while the first document is written."""
    project, before = shelved
    folder = disk("2m")
    copied = {name: folder / "reports" / name for name in before}
    for name, place in copied.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(before[name])
    free = int(subprocess.run(["df", "--output=avail", "-k", folder], capture_output=True, text=True).stdout.split()[1])
    (folder / "others").write_bytes(bytes((free - room) * 1024))
    done = project.onrecord("build", "-p", "marking=RESTRICTED", "--out", str(folder / "reports"))
    assert done.returncode
    assert "No space left on device" in done.stderr
    found = {path.relative_to(folder / "reports").as_posix(): path for path in (folder / "reports").rglob("*.*")}
    documents = {name: data for name, data in before.items() if name.endswith((".html", ".pdf"))}
    assert {name for name, data in documents.items() if found[name].read_bytes() != data} == set()
    assert [name for name, path in found.items() if path.is_file() and not path.stat().st_size] == []
