"""Jobs in processes of their own, a few at a time, forked from one that has imported everything.

Where there is no fork (Windows), each process imports for itself; the rest is the same.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from multiprocessing import connection
from pathlib import Path

from onrecord.briefing.planning import Job
from onrecord.briefing.worker import Failed, Made, make

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def warm_up() -> None:
    """Starts the process that the others are forked from; it imports while this one goes on."""
    if METHOD == "forkserver":
        from multiprocessing import forkserver

        multiprocessing.get_context(METHOD).set_forkserver_preload(["__main__", "onrecord.briefing.preloading"])
        with _interrupts_ignored():  # inherited: Ctrl-C is this process's to handle, which then ends the others
            forkserver.ensure_running()


def run(jobs: list[Job], at_once: int) -> Iterator[tuple[Job, Made | Failed]]:
    """Runs `jobs`, `at_once` at a time, and gives each with its result as it ends.

    Closing the iterator, or an interrupt, ends every process that still runs.
    """
    context = multiprocessing.get_context(METHOD)
    waiting, running = list(reversed(jobs)), {}
    with tempfile.TemporaryDirectory(prefix="onrecord-") as scratch:
        try:
            while waiting or running:
                while waiting and len(running) < at_once:
                    job = waiting.pop()
                    receiver, process = _start(context, job, Path(scratch))
                    running[receiver] = job, process
                for receiver in connection.wait(list(running)):
                    job, process = running[receiver]
                    result = _result(receiver, process)
                    del running[receiver]
                    yield job, result
        finally:
            for _, process in running.values():
                _kill(process)


def _start(context, job: Job, scratch: Path):
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(job, scratch, sender), name=f"{job.case} {job.name}", daemon=False)
    process.start()
    sender.close()
    return receiver, process


def _work(job: Job, scratch: Path, sender: connection.Connection) -> None:
    """In the new process: a group of its own, so that what a cell starts ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        os.setsid()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sender.send(make(job, scratch))


def _end_with_parent() -> None:
    """However the build ends, even killed, nothing of it stays."""
    multiprocessing.parent_process().join()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _result(receiver: connection.Connection, process) -> Made | Failed:
    try:
        return receiver.recv()
    except EOFError:
        process.join()
        return Failed([f"{process.name}: its process ended with code {process.exitcode} and left nothing"])
    finally:
        receiver.close()
        _kill(process)


def _kill(process) -> None:
    """Ends a process and all that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
