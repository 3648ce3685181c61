"""An IPython shell in this process whose outputs are kept as a notebook keeps them, the same as a kernel's.

It differs on purpose: a magic that installs something, and a usage error, fail the cell; what is written within an
Output widget stays in the cell, since a document shows no widget; windows and the user's own MPLBACKEND do not count.
"""

from __future__ import annotations

import asyncio
import base64
import builtins
import contextlib
import getpass
import io
import os
from collections.abc import Iterator
from typing import Any, ClassVar

from IPython.core import page
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError, UsageError
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from traitlets import Any as AnyTrait
from traitlets import Type
from traitlets.config import Config

from onrecord.briefing.spooling import Spool

INLINE = "module://matplotlib_inline.backend_inline"
INSTALLERS = ("pip", "conda", "mamba", "micromamba", "uv")
SALT = "onrecord"  # of the ids in an SVG of matplotlib's, which else are random
Data = dict[str, Any]  # of an output, by media type; or its metadata


class Outputs:
    """The outputs of the cell that runs; displays with an id can be updated from later cells."""

    def __init__(self, spools: list[Spool]) -> None:
        self.cell: list[NotebookNode] = []
        self._shown: dict[str, list[NotebookNode]] = {}
        self._spools = spools
        self._clear_before_next = False

    def begin(self) -> None:
        """Another cell runs now."""
        self.cell, self._clear_before_next = [], False

    def gather(self) -> None:
        """Takes in what was written past Python, by a program that a cell runs."""
        for spool in self._spools:
            self._write(spool.name, spool.taken())

    def stream(self, name: str, text: str) -> None:
        """Words on standard output or standard error, behind those written past Python."""
        self.gather()
        self._write(name, text)

    def _write(self, name: str, text: str) -> None:
        if not text:
            return
        self._clear_if_due()
        last = self.cell[-1] if self.cell else None
        if last is not None and last.output_type == "stream" and last.name == name:
            last.text += text
        else:
            self.cell.append(new_output("stream", name=name, text=text))

    def show(self, data: Data, metadata: Data, display_id: str, update: bool) -> None:
        """A display; it takes the place of those shown under the same id, and with `update` only that."""
        for output in self._shown.get(display_id, []):
            output.data, output.metadata = NotebookNode(_text(data)), NotebookNode(metadata)
        if update:
            return
        output = self._add("display_data", data=_text(data), metadata=metadata)
        if display_id:
            self._shown.setdefault(display_id, []).append(output)

    def result(self, data: Data, metadata: Data, count: int) -> None:
        self._add("execute_result", data=_text(data), metadata=metadata, execution_count=count)

    def error(self, name: str, value: str, traceback: list[str]) -> None:
        self._add("error", ename=name, evalue=value, traceback=traceback)

    def clear(self, wait: bool) -> None:
        """Takes away what the cell shows; with `wait` when there is something else to show."""
        self.gather()
        self._clear_before_next = wait
        if not wait:
            self.cell.clear()

    def _add(self, kind: str, **facts: Any) -> NotebookNode:
        self.gather()
        self._clear_if_due()
        output: NotebookNode = new_output(kind, **facts)
        self.cell.append(output)
        return output

    def _clear_if_due(self) -> None:
        if self._clear_before_next:
            self.clear(wait=False)


def _text(data: Data) -> Data:
    """`data` with pictures in base64, as JSON needs them."""
    return {
        mime: base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value
        for mime, value in data.items()
    }


class Publisher(DisplayPublisher):
    """Where `display` goes."""

    shell: NotebookShell

    def publish(  # as its base has it
        self,
        data: Data,
        metadata: Data | None = None,
        source: object = None,
        *,
        transient: Data | None = None,
        update: bool = False,
        **_: object,
    ) -> None:
        self.shell.outputs.show(data, metadata or {}, (transient or {}).get("display_id", ""), update)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear(wait)


class Hook(DisplayHook):
    """Where the value of a cell's last line goes."""

    shell: NotebookShell

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Data, md_dict: Data | None = None) -> None:
        self.shell.outputs.result(format_dict, md_dict or {}, self.prompt_count)

    def finish_displayhook(self) -> None:
        self._is_active = False


class Stream(io.TextIOBase):
    """Standard output or standard error of a cell."""

    encoding = "UTF-8"

    def __init__(self, outputs: Outputs, spool: Spool):
        self.name = spool.name
        self._outputs, self._number = outputs, spool.number

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        """Where a program that a cell runs may write."""
        return self._number

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outputs.stream(self.name, text)
        return len(text)


class NotebookShell(InteractiveShell):
    """Runs cells as a kernel does: rich displays, magics, top-level await, one namespace for the notebook."""

    display_pub_class = Type(Publisher)
    displayhook_class = Type(Hook)
    kernel = AnyTrait(None, allow_none=True)  # chart libraries look for it before they open a browser
    environment: ClassVar[dict[str, str]] = {"PAGER": "cat", "GIT_PAGER": "cat", "MPLBACKEND": INLINE}

    def __init__(self, **kwargs: Any):
        self.spools = [Spool(1, "stdout"), Spool(2, "stderr")]
        self.outputs = Outputs(self.spools)
        super().__init__(**kwargs)
        for name in INSTALLERS:
            self.magics_manager.register_function(_installs_nothing, magic_name=name)
        self.set_hook("show_in_pager", page.as_hook(_pages_nothing), 99)

    def init_environment(self) -> None:
        """What a kernel sets for cells and for the programs that they run."""
        os.environ.update(self.environment)

    def should_run_async(self, raw_cell: str, **facts: Any) -> bool:
        """Whether `raw_cell` runs in a loop: as a kernel's cells do, and those that it runs where they await."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return True
        return super().should_run_async(raw_cell, **facts)

    def enable_gui(self, gui: str | None = None) -> None:
        """Pictures go into the notebook; raises UsageError for one that would open a window."""
        if gui:
            raise UsageError(f"a build has no window for {gui}; write %matplotlib inline")

    def ask_exit(self) -> None:
        raise UsageError("exit and quit would leave out the rest of the notebook; take them out")

    def show_usage_error(self, exc: BaseException) -> None:
        """An error as any other: the cell did not do what it says."""
        self._showtraceback(type(exc), exc, [f"UsageError: {exc}"])

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        self.outputs.error(etype.__name__, str(evalue), stb)

    def run(self, source: str) -> tuple[int, list[NotebookNode]]:
        """Runs a cell; its execution count and outputs, an error among them where it failed."""
        self.outputs.begin()
        count = self.execution_count
        with self._streams(), _nobody_answers():
            self.run_cell(source, store_history=True)
            self.outputs.gather()
        return count, self.outputs.cell

    @contextlib.contextmanager
    def _streams(self) -> Iterator[None]:
        out, err = (Stream(self.outputs, spool) for spool in self.spools)
        with contextlib.ExitStack() as stack:
            for spool in self.spools:
                stack.enter_context(spool.filling())
            stack.enter_context(contextlib.redirect_stdout(out))
            stack.enter_context(contextlib.redirect_stderr(err))
            yield


def _installs_nothing(line: str) -> None:
    """Refuses: a build leaves the environment as it is."""
    raise UsageError("a build installs nothing; install it beforehand, on a terminal, and take this line out")


def _pages_nothing(*_: object, **__: object) -> None:
    """What ``name?`` shows beside a notebook is no output of it."""


@contextlib.contextmanager
def _nobody_answers() -> Iterator[None]:
    """While it lasts, a cell that asks for something typed gets an error, not the terminal's next line."""
    before = builtins.input, getpass.getpass
    builtins.input = getpass.getpass = _asked
    try:
        yield
    finally:
        builtins.input, getpass.getpass = before


def _asked(prompt: object = "", *_: object, **__: object) -> str:
    raise StdinNotImplementedError(
        f"the cell asks {str(prompt)!r}, and in a build nobody is there to answer; make it a parameter"
    )


def start() -> NotebookShell:
    """The shell of this process; it reads nothing of the user's own profile and keeps no history."""
    import matplotlib

    matplotlib.use(INLINE)  # as a kernel has it; it is imported by now, and looks no more at its variable
    matplotlib.rcParams["svg.hashsalt"] = SALT
    config = Config()
    config.HistoryManager.enabled = False
    config.IPKernelApp.outputs = "as a kernel's"  # the name by which libraries know that they are in a notebook
    shell: NotebookShell = NotebookShell.instance(config=config)
    return shell
