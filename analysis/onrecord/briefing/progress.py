"""How a build shows that it goes on: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
import sys

from tqdm import tqdm

from onrecord.briefing.planning import Job
from onrecord.printing import say, unobeyed, visible


class Progress:
    """A context: one step a document; what has to be said is said above the bar."""

    def __init__(self, total: int):
        tqdm.monitor_interval = 0  # no thread of its own
        self._total, self._done = total, 0
        size = shutil.get_terminal_size()  # a terminal may say that it has no size
        self._bar = tqdm(
            total=total,
            unit="briefing",
            disable=not sys.stderr.isatty(),
            leave=False,
            ncols=size.columns - 1,
            nrows=size.lines,
        )

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def step(self, job: Job, outcome: str) -> None:
        """`job` is done, and how."""
        self._done += 1
        if self._bar.disable:
            say(f"[{self._done}/{self._total}] {job.case} {job.name}: {outcome}")
        else:
            self._bar.set_postfix_str(visible(job.name), refresh=False)
            self._bar.update()

    def leave(self, count: int) -> None:
        """So many are done already: nothing is said of each."""
        self._done += count
        self._bar.update(count)

    def say(self, lines: list[str]) -> None:
        """Problems, on standard error."""
        for line in lines:
            for part in line.splitlines() or [""]:
                self._bar.write(unobeyed(part), file=sys.stderr)
