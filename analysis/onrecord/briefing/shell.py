"""An IPython shell in this process whose outputs are kept as a notebook keeps them."""

from __future__ import annotations

import base64
import contextlib
import io
import os
from collections.abc import Iterator
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from traitlets import Type
from traitlets.config import Config

Data = dict[str, Any]  # of an output, by media type; or its metadata


class Outputs:
    """The outputs of the cell that runs; displays with an id can be updated from later cells."""

    def __init__(self) -> None:
        self.cell: list[NotebookNode] = []
        self._shown: dict[str, list[NotebookNode]] = {}

    def stream(self, name: str, text: str) -> None:
        last = self.cell[-1] if self.cell else None
        if last is not None and last.output_type == "stream" and last.name == name:
            last.text += text
        elif text:
            self.cell.append(new_output("stream", name=name, text=text))

    def show(self, data: Data, metadata: Data, display_id: str, update: bool) -> None:
        """A display; with `update` it takes the place of those shown under the same id."""
        if update:
            for output in self._shown.get(display_id, []):
                output.data, output.metadata = NotebookNode(_text(data)), NotebookNode(metadata)
            return
        output = new_output("display_data", data=_text(data), metadata=metadata)
        self.cell.append(output)
        if display_id:
            self._shown.setdefault(display_id, []).append(output)

    def result(self, data: Data, metadata: Data, count: int) -> None:
        self.cell.append(new_output("execute_result", data=_text(data), metadata=metadata, execution_count=count))

    def error(self, name: str, value: str, traceback: list[str]) -> None:
        self.cell.append(new_output("error", ename=name, evalue=value, traceback=traceback))


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
        self.shell.outputs.cell.clear()


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

    def __init__(self, outputs: Outputs, name: str):
        self.name = name
        self._outputs = outputs

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._outputs.stream(self.name, text)
        return len(text)


class NotebookShell(InteractiveShell):
    """Runs cells as a kernel does: rich displays, magics, top-level await, one namespace for the notebook."""

    display_pub_class = Type(Publisher)
    displayhook_class = Type(Hook)

    def __init__(self, **kwargs: Any):
        self.outputs = Outputs()
        super().__init__(**kwargs)

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        self.outputs.error(etype.__name__, str(evalue), stb)

    def run(self, source: str) -> tuple[int, list[NotebookNode]]:
        """Runs a cell; its execution count and outputs, an error among them where it failed."""
        self.outputs.cell = []
        count = self.execution_count
        with self._streams():
            self.run_cell(source, store_history=True)
        return count, self.outputs.cell

    @contextlib.contextmanager
    def _streams(self) -> Iterator[None]:
        out, err = Stream(self.outputs, "stdout"), Stream(self.outputs, "stderr")
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            yield


def start() -> NotebookShell:
    """The shell of this process; it reads nothing of the user's own profile and keeps no history."""
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")  # as a kernel sets it
    config = Config()
    config.HistoryManager.enabled = False
    shell: NotebookShell = NotebookShell.instance(config=config)
    return shell
