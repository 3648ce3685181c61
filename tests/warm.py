"""Processes that have imported everything already: each is a fork of one that did, and starts in milliseconds.

Each has its own exit code, streams, folder and environment, and what was registered to be done at its end is done;
what it has imported is not taken apart, which takes longer than most commands. The process from which a build forks
its own is a fork as well, where it would be an interpreter that imports all of it again.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import runpy
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from pathlib import Path
from typing import NoReturn

OF_THE_START = ("PYTHON", "LC_", "LANG", "MPL")  # what an interpreter or an import reads once


class Warm:
    """The process that the others are forked from, started when it is first asked for."""

    def __init__(self, env: dict[str, str]):
        self.env = env
        self.process: subprocess.Popen[str] | None = None

    def fits(self, env: dict[str, str]) -> bool:
        """Whether a fork would see this environment as a new interpreter does."""
        names = [name for name in env.keys() | self.env.keys() if name.startswith(OF_THE_START)]
        return hasattr(os, "fork") and all(env.get(name) == self.env.get(name) for name in names)

    def run(self, words: list[str], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Runs `python WORDS`: -c SCRIPT or -m MODULE, with what follows them, cold where a fork would not do.

        It has no standard input.
        """
        if not self.fits(env):
            command, none = [sys.executable, *words], subprocess.DEVNULL
            return subprocess.run(command, cwd=cwd, env=env, stdin=none, capture_output=True, text=True)
        process = self._started()
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, "stdout"), Path(folder, "stderr")]
            asked = {"words": words, "cwd": str(cwd), "env": env, "streams": [str(path) for path in paths]}
            print(json.dumps(asked), file=process.stdin, flush=True)
            code = int(process.stdout.readline())
            out, err = (path.read_text(encoding="utf-8") for path in paths)
        return subprocess.CompletedProcess(words, code, out, err)

    def _started(self) -> subprocess.Popen[str]:
        if self.process is None:
            command = [sys.executable, __file__]
            self.process = subprocess.Popen(
                command, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        return self.process

    def stop(self) -> None:
        """Ends it."""
        if self.process:
            self.process.communicate()


def serve() -> dict | None:
    """Forks a process for each line that arrives and says its exit code; in the fork, what it was asked for."""
    while line := _line():
        if not (number := os.fork()):
            return json.loads(line)
        _, status = os.waitpid(number, 0)
        os.write(1, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    return None


def _line() -> bytes:
    """A line of standard input; nothing is read ahead, which the forks would hold too."""
    line = b""
    while (byte := os.read(0, 1)) not in (b"", b"\n"):
        line += byte
    return line


def become(asked: dict) -> None:
    """Takes on folder, environment and streams."""
    for number, path in ((0, os.devnull), *enumerate(asked["streams"], 1)):
        opened = os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT)
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    tempfile.tempdir = None
    time.tzset()


def run(how: str, what: str, *words: str) -> None:
    """As the interpreter would with these words."""
    sys.argv = [how, *words]
    if how == "-c":
        sys.path.insert(0, "")
        exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})
    else:
        sys.path.insert(0, str(Path.cwd()))
        runpy.run_module(what, run_name="__main__", alter_sys=True)


def end(code: object) -> NoReturn:
    """Ends this process as `sys.exit(code)` would, without taking its modules apart."""
    threading._shutdown()
    atexit._run_exitfuncs()
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code or 0)


def fork_instead(_: object, arguments: list[bytes | str], kept: tuple[int, ...]) -> int:
    """What multiprocessing starts its helpers by, for one that is an interpreter with -c."""
    if number := os.fork():
        return number
    code = 1
    try:
        for one in map(int, os.listdir("/dev/fd")):  # noqa: PTH208 numbers
            if one > 2 and one not in kept:
                with contextlib.suppress(OSError):
                    os.close(one)
        exec(os.fsdecode(arguments[-1]), {"__name__": "__main__"})
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    import multiprocessing.util

    import onrecord.briefing.preloading
    import onrecord.cli  # noqa: F401

    sys.path.pop(0)  # this file's folder
    multiprocessing.util.spawnv_passfds = fork_instead
    if (asked := serve()) is not None:
        become(asked)
        try:
            run(*asked["words"])
        except SystemExit as asked_for:
            end(asked_for.code)
        except BaseException:
            traceback.print_exc()
            end(1)
        end(0)
