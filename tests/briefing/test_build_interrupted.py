"""A build that is told to end leaves no process and no partial file."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
import uuid
from pathlib import Path

import pytest

from tests.conftest import COMMAND

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


KILLED = f"""import os, signal, sys
from pathlib import Path
from onrecord.briefing import processes
from onrecord.briefing.worker import Made
left = int(sys.argv.pop(1))

def run(jobs, *_):
    for job in jobs:
        files = {{name: f"{{name}} {{job.name}} {{job.parameters}}\\n".encode() * 999 for name in job.formats}}
        yield job, Made(files, {{"title": job.name}}, "", job.parameters, [], {{}})

def killed(step, half):
    def counted(path, *given, **named):
        global left
        left -= 1
        if left == -1:
            step(path, given[0][:len(given[0]) // 2]) if half else None
            os.kill(os.getpid(), signal.SIGKILL)
        return step(path, *given, **named)
    return counted

processes.warm_up, processes.run = lambda: None, run
for name in ("touch", "write_bytes", "replace", "mkdir", "unlink"):
    setattr(Path, name, killed(getattr(Path, name), name == "write_bytes"))
{COMMAND}"""
EACH = 3  # of the steps that touch the disk, so many are one killed build; odd: both shelves are met


def test_a_build_killed_at_any_step_leaves_whole_files_and_the_next_one_is_whole(project, warm, tmp_path):
    """Over an earlier build's shelf, and over the very same, each file is the old one or the new one.

    The next build takes away what was begun, also where it finds all its documents made.
    """
    for name in ("one", "two"):
        project.notebook(name)

    def build(marking: str, *words: str, steps: int = 10_000) -> int:
        asked = ["-c", KILLED, str(steps), "build", "-p", f"marking={marking}", *words]
        return warm.run(asked, project.root, project.env()).returncode

    shelf = {}
    for marking in ("OLD", "NEW"):
        assert build(marking) == 0
        shelf[marking] = project.files()
        project.reports.rename(tmp_path / marking)
    steps = 0
    while True:
        before = ("OLD", "NEW")[steps % 2]
        shutil.copytree(tmp_path / before, project.reports)
        if (code := build("NEW", "--fresh", steps=steps)) != -signal.SIGKILL:
            break
        left = {name: data for name, data in project.files().items() if "/." not in f"/{name}"}
        wholes = [shelf[before], shelf["NEW"]]
        half = [
            name
            for name in left
            if not name.endswith("manifest.json") and left[name] not in [one.get(name) for one in wholes]
        ]
        assert half == [], steps
        assert all(json.loads(left[name]) for name in left if name.endswith("manifest.json"))
        assert build("NEW") == 0, steps
        assert project.files() == shelf["NEW"], steps
        assert [path.name for path in project.reports.rglob(".*")] == [".cache"], steps
        shutil.rmtree(project.reports)
        steps += EACH
    assert code == 0
    assert steps > 5 * EACH


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
