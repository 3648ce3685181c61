"""Jobs in processes of their own, a few at a time, forked from one that has imported everything.

Where there is no fork (Windows), each process imports for itself; the rest is the same.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

import onrecord
from onrecord.briefing.interrupting import interrupts_held_back
from onrecord.briefing.planning import Job
from onrecord.briefing.reads import Reads
from onrecord.briefing.scratch import for_sockets, scratch, temporary_files_in
from onrecord.briefing.worker import MEMORY, Failed, Made, make
from onrecord.coding.handed import Handed, take
from onrecord.problems import ProblemsError, problem

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

FORKS = "forkserver" in multiprocessing.get_all_start_methods()


def _context() -> ForkServerContext | SpawnContext:
    return multiprocessing.get_context("forkserver") if FORKS else multiprocessing.get_context("spawn")


def warm_up() -> None:
    """Starts the process that the others are forked from; it imports while this one goes on."""
    if FORKS:
        from multiprocessing import forkserver

        _context().set_forkserver_preload(["__main__", "onrecord.briefing.preloading"])
        # interrupts: inherited, Ctrl-C is this process's to handle, which then ends the others
        with _interrupts_ignored(), temporary_files_in(for_sockets()):
            forkserver.ensure_running()


@dataclass(frozen=True)
class Running:
    """A job in its process, and where its result arrives."""

    job: Job
    process: BaseProcess
    receiver: Connection

    def result(self) -> Made | Failed:
        """What it sent, once it did or has ended; nothing of it runs after that."""
        try:
            made: Made | Failed = self.receiver.recv()
            return made
        except EOFError:
            self.process.join()
            name, code = self.process.name, self.process.exitcode
            if code is not None and code < 0:
                how = signal.strsignal(-code) or f"signal {-code}"
                return Failed([f"{name}: the system ended its process ({how}); {MEMORY}"], keeps=True)
            return Failed([f"{name}: its process ended with code {code} and left nothing"])
        finally:
            self.receiver.close()
            self.end()

    def end(self) -> None:
        """Ends the process and all that it started."""
        if hasattr(os, "killpg") and self.process.pid:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()


def run(
    jobs: list[Job], at_once: int, hand_on: Callable[[str], Handed]
) -> Generator[tuple[Job, Made | Failed], None, None]:
    """Runs `jobs`, `at_once` at a time, and gives each with its result as it ends; `hand_on` gives the case of a name.

    Closing the generator, or an interrupt, ends every process that still runs.
    """
    scratch()  # also where nothing is to be run: what a killed build left there goes
    waiting = iter(jobs)
    running: list[Running] = []
    try:
        while _start_more(running, waiting, at_once, hand_on):
            for done in _ended(running):
                result = done.result()
                running.remove(done)
                yield done.job, result
    finally:
        for one in running:
            one.end()


def _start_more(running: list[Running], waiting: Iterator[Job], at_once: int, hand_on: Callable[[str], Handed]) -> bool:
    """Starts the next jobs until so many run; whether any does."""
    for job in itertools.islice(waiting, at_once - len(running)):
        handed = hand_on(job.case)
        with interrupts_held_back():  # else a process would read half of what it is to do, or be in no list
            running.append(_start(job, scratch(), handed))
    return bool(running)


def _ended(running: list[Running]) -> list[Running]:
    """Waits until there is a result; those that have one."""
    ready = connection.wait([one.receiver for one in running])
    return [one for one in running if one.receiver in ready]


def _start(job: Job, folder: Path, handed: Handed) -> Running:
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    name = f"{job.case} {job.name}"
    process = context.Process(target=_work, args=(job, folder, handed, sender), name=name, daemon=False)
    try:
        process.start()
    except (EOFError, ConnectionError):  # what the others are forked from is not there
        remedy = f"documents of an earlier build stay; {MEMORY}"
        raise ProblemsError([problem("E-FILE", found="no process can be started", remedy=remedy)]) from None
    sender.close()
    return Running(job, process, receiver)


def _work(job: Job, folder: Path, handed: Handed, sender: Connection) -> None:
    """In the new process: a group of its own, so that what a cell starts ends with it, and temporary files as well."""
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        os.setsid()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    take(handed)
    reads = Reads(folder, Path(onrecord.__file__).parent, job.notebook, handed[0])
    reads.watch()
    sender.send(make(job, folder, reads))


def _end_with_parent() -> None:
    """However the build ends, even killed, nothing of it stays."""
    if parent := multiprocessing.parent_process():
        parent.join()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
