"""`onrecord build --watch`: what a save touches is made, what is wrong is said, and Ctrl-C ends it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

PATIENCE = 60  # seconds that a loaded machine may take for a build
WRITER = "print('x', file=open('log.txt', 'a'))\nprint(open('words.txt').read())"


class Watch:
    """The command as it goes on, and what it says."""

    def __init__(self, project, *words: str):
        self.process = subprocess.Popen(
            project.command("build", "--watch", "--to", "html", *words),
            cwd=project.root,
            env=project.env(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def ready(self) -> list[str]:
        """What it says until it is ready for the next save."""
        said: list[str] = []
        while not said or not said[-1].startswith("ready; "):
            said.append(self.lines.get(timeout=PATIENCE))
        return said

    def says_nothing(self, seconds: float) -> bool:
        """Whether it stays quiet for so long."""
        time.sleep(seconds)
        return self.lines.empty()


@contextmanager
def watching(project, *words: str) -> Iterator[Watch]:
    """A watch that is over at the end, whatever happens."""
    watch = Watch(project, *words)
    try:
        yield watch
    finally:
        if watch.process.poll() is None:
            os.killpg(watch.process.pid, signal.SIGKILL)
        watch.process.wait()
        watch.process.stdout.close()


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Ctrl-C reaches a group of processes")
def test_a_save_is_made_an_error_is_said_and_an_interrupt_ends_it(project):
    """A coding, a notebook, a file beside it: each is seen, and what is no save of a person is not."""
    words = project.notebooks / "words.txt"
    words.write_text("first words")
    project.notebook("heard", "print(opened.actors.at['ukr', 'name'])")
    project.notebook("writer", WRITER, order=2)  # it writes beside itself in every build: that is no save
    page = project.shelf / "heard.html"
    table = project.case / "actors.csv"
    sound = table.read_bytes()
    with watching(project) as watch:
        first = watch.ready()
        assert first[-1] == "ready; waiting for a save in seeds/ or notebooks/, until Ctrl-C"
        assert "2 briefings of 1 case" in first[-2]
        assert watch.says_nothing(1)

        table.write_bytes(sound.replace(b"Ukraine", b"Kyivan Rus"))
        said = watch.ready()
        assert said[0] == f"saved: seeds/{project.case.name}/actors.csv"
        assert "Kyivan Rus" in page.read_text(encoding="utf-8")

        table.write_bytes(sound.replace(b"\nukr,", b"\nukr "))
        assert any(line.startswith("E-") and "actors.csv" in line for line in watch.ready())
        assert "Kyivan Rus" in page.read_text(encoding="utf-8")

        os.utime(table)
        (project.case / ".~lock.actors.csv#").write_text("a spreadsheet has it open")
        assert watch.says_nothing(1)
        table.write_bytes(sound)
        assert any("2 briefings of 1 case" in line for line in watch.ready())
        assert "Kyivan Rus" not in page.read_text(encoding="utf-8")

        project.notebook("heard", "raise ValueError('half of a thought')")
        assert any("half of a thought" in line for line in watch.ready())
        project.notebook("heard", "print('a whole thought')")
        assert any("2 briefings of 1 case" in line for line in watch.ready())
        assert "a whole thought" in page.read_text(encoding="utf-8")

        words.write_text("second words")
        assert watch.ready()[0] == "saved: notebooks/words.txt"
        assert "second words" in (project.shelf / "writer.html").read_text(encoding="utf-8")

        os.killpg(watch.process.pid, signal.SIGINT)
        assert watch.process.wait(timeout=PATIENCE) == 0
        assert watch.says_nothing(0.1)


def test_what_is_saved_while_it_builds_is_made_next(project, monkeypatch, capsys):
    """Nothing that comes in between is lost; a parameter that no save can mend is refused before anything is made."""
    from onrecord.briefing import watching as module
    from onrecord.problems import ProblemsError

    path = project.notebook("heard")
    builds: list[tuple[bool, str]] = []

    def build(cases, *, fresh, **asked) -> None:
        builds.append((fresh, path.read_text(encoding="utf-8")))
        if len(builds) == 1:
            (project.notebooks / "drawn.txt").write_text("a cell's")
            project.notebook("heard", "1 + 1")
        else:
            raise KeyboardInterrupt

    monkeypatch.setattr(module, "build", build)
    monkeypatch.chdir(project.root)
    with pytest.raises(ProblemsError, match="docx"):
        module.build_on_saves((), fresh=False, given=(), formats="docx")
    module.build_on_saves((), fresh=True, given=(), formats="html")
    assert [fresh for fresh, _ in builds] == [True, False]
    assert "1 + 1" in builds[1][1]
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if "saved" in line] == ["saved: notebooks/heard.ipynb"]
