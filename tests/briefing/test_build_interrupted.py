"""A build that is told to end leaves no process and no partial file."""

from __future__ import annotations

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


def marked(mark: str) -> list[str]:
    """The command lines of every live process that was started by this build, the grandchildren among them."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={mark}".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def gone(mark: str) -> bool:
    """Whether they end, within what a loaded machine needs."""
    for _ in range(200):
        if not marked(mark):
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
    mark = str(uuid.uuid4())
    process = subprocess.Popen(
        project.command("build", "--briefing", "slow"),
        cwd=project.root,
        env=project.env(**{MARK: mark}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with process:
        while not (project.notebooks / "ready").exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.05)
        if number == signal.SIGINT:  # Ctrl-C reaches the whole group
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        assert process.wait(timeout=60) == code
        stderr = process.stderr.read()
    assert "Traceback" not in stderr
    if number != signal.SIGKILL:
        assert stderr == "interrupted; nothing is half-written\n"
    assert gone(mark), marked(mark)
    assert project.files() == before


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    """A file is put in place in one step, and what was begun is taken away."""
    from analysis.briefing.writing import write

    path = tmp_path / "x.html"
    write(path, b"whole")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write(path, b"half")
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]
