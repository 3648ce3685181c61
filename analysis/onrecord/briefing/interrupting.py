"""Being told to end, by whatever signal, is the same as Ctrl-C."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from types import FrameType


def ended_as_interrupted() -> AbstractContextManager[None]:
    """While it lasts, a signal to end raises KeyboardInterrupt."""
    return _handled(_interrupt, "SIGTERM", "SIGHUP")


@contextlib.contextmanager
def interrupts_held_back() -> Iterator[None]:
    """While it lasts, Ctrl-C and signals to end wait; one that came is obeyed afterwards."""
    came: list[int] = []
    try:
        with _handled(lambda number, _: came.append(number), "SIGINT", "SIGTERM", "SIGHUP"):
            yield
    finally:
        for number in came[:1]:
            signal.raise_signal(number)


@contextlib.contextmanager
def _handled(handler: Callable[[int, FrameType | None], object], *names: str) -> Iterator[None]:
    """While it lasts, `handler` handles those signals that the system has; nothing changes outside the main thread."""
    ours = threading.current_thread() is threading.main_thread()
    signals = [getattr(signal, name) for name in names if ours and hasattr(signal, name)]
    before = {number: signal.signal(number, handler) for number in signals}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
