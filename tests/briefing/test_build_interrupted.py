"""A build that is told to end leaves no process and no partial file."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
import uuid
from pathlib import Path

import pytest

MARK = "ONRECORD_TEST_BUILD"
SLOW = """import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open("ready", "w").close()
time.sleep(600)"""
pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are looked up in /proc")


def processes(mark: str) -> dict[int, str]:
    """Number and command line of every live process that this build started, its cells' own among them."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={mark}".encode() in (folder / "environ").read_bytes():
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
    return found


def end(mark: str) -> None:
    """Ends what is left of this build."""
    for number in processes(mark):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


def gone(mark: str) -> bool:
    """Whether they end, within what a loaded machine needs."""
    for _ in range(200):
        if not processes(mark):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 130), (signal.SIGKILL, -9)])
def test_an_interrupted_build_leaves_no_process_and_no_partial_file(project, number: int, code: int):
    """Told to end while cells run, it does, with every process below it; what an earlier build wrote stands."""
    project.notebook("good", order=1)
    project.notebook("slow", order=2)
    assert project.onrecord("build").returncode == 0
    before = project.files()
    project.notebook("slow", SLOW, order=2)
    temporary = project.root / "temporary"
    temporary.mkdir()
    mark = str(uuid.uuid4())
    said = project.root / "stderr.txt"  # a pipe would wait for every process that holds it
    with said.open("wb") as stderr:
        process = subprocess.Popen(
            project.command("build", "--briefing", "slow"),
            cwd=project.root,
            env=project.env(**{MARK: mark}, TMPDIR=str(temporary)),
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            start_new_session=True,
        )
    try:
        while not (project.notebooks / "ready").exists():
            assert process.poll() is None, said.read_text()
            time.sleep(0.05)
        if number == signal.SIGINT:  # Ctrl-C reaches the whole group
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        assert process.wait(timeout=60) == code
        assert gone(mark), processes(mark)
    finally:
        end(mark)
        process.wait()
    expected = "" if number == signal.SIGKILL else "interrupted; nothing is half-written\n"
    assert said.read_text() == expected
    assert project.files() == before
    if number != signal.SIGKILL:
        assert list(temporary.iterdir()) == []
        return
    (project.shelf / ".manifest.json.0123456789abcdef0123456789abcdef").write_text("half")
    (project.shelf / ".data.abcdefgh").mkdir()
    (project.shelf / ".notes.txt.mine").write_text("mine")
    assert project.onrecord("build", "--briefing", "good", TMPDIR=str(temporary)).returncode == 0
    assert list(temporary.iterdir()) == []  # the next build clears up
    assert [path.name for path in project.shelf.glob(".*")] == [".notes.txt.mine"]


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    """A file is put in place in one step, and what was begun is taken away."""
    from onrecord.briefing.writing import write

    path = tmp_path / "x.html"
    write(path, b"whole")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write(path, b"half")
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]
