"""Papermill runs a notebook in this process: no kernel to start, no socket, no other program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from papermill import PapermillExecutionError, execute_notebook
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines

from onrecord.briefing import shell
from onrecord.briefing.home import work_folder
from onrecord.problems import ProblemsError, problem


class ShellEngine(Engine):
    """A Papermill engine that runs the cells in an IPython shell of this process.

    One notebook a process: the shell is IPython's only one, and Papermill changes the working folder.
    """

    @classmethod
    def execute_managed_notebook(cls, nb_man: NotebookExecutionManager, kernel_name: str, **kwargs: object) -> None:
        ipython = shell.start()
        for index, cell in enumerate(nb_man.nb.cells):
            if cell.cell_type == "code" and cell.source.strip() and not _succeeds(cell, index, nb_man, ipython):
                break


def _succeeds(
    cell: nbformat.NotebookNode, index: int, nb_man: NotebookExecutionManager, ipython: shell.NotebookShell
) -> bool:
    """Runs a cell, keeps its outputs in it, and tells the manager how it went."""
    nb_man.cell_start(cell, index)
    cell.execution_count, cell.outputs = ipython.run(cell.source)
    failed = any(output.output_type == "error" for output in cell.outputs)
    if failed:
        nb_man.cell_exception(cell, index)
    nb_man.cell_complete(cell, index)
    return not failed


papermill_engines.register("shell", ShellEngine)


@dataclass(frozen=True)
class FailedCell:
    """The cell that stopped a notebook: its number among the notebook's own cells, from 1, and what it raised."""

    number: int
    source: str
    name: str
    value: str


def execute(
    notebook: Path, parameters: dict[str, Any], evidence: Path, engine: str | None = "shell"
) -> tuple[nbformat.NotebookNode, FailedCell | None]:
    """`notebook` executed with `parameters`, as JupyterLab would run it, in its `work_folder`.

    `evidence` is where Papermill writes the executed notebook, whether a cell failed or not. `engine` None is
    Papermill's own, which starts a kernel.
    """
    node = read_notebook(notebook)  # a node, not a path: Papermill would read braces in a path
    try:
        executed = execute_notebook(
            node,
            str(evidence).replace("{", "{{").replace("}", "}}"),
            parameters=parameters,
            engine_name=engine,
            cwd=str(work_folder(notebook)),
            **HOW,
        )
    except PapermillExecutionError as error:
        kept = nbformat.read(evidence, as_version=4)
        return kept, FailedCell(_number(kept, error.exec_count), error.source, error.ename, error.evalue)
    return executed, None


MALFORMED = (ValueError, LookupError, TypeError, AttributeError, AssertionError)  # what nbformat raises, beside its own


def read_notebook(path: Path) -> nbformat.NotebookNode:
    """The notebook at `path`, in whatever encoding JSON may have; ProblemsError where it is none that can be run."""
    data = path.read_bytes()
    try:
        text = data.decode(json.detect_encoding(data))
        node = nbformat.reads(text.removeprefix("\ufeff"), as_version=4)
        nbformat.validate(node)
    except (*MALFORMED, nbformat.ValidationError) as error:
        file = f"{path.parent.name}/{path.name}"
        found = f"is not a whole notebook: {type(error).__name__} {error}".splitlines()[0]
        remedy = f"restore it, for example with git checkout {file}"
        raise ProblemsError([problem("E-NOTEBOOK", file, found=found, remedy=remedy)]) from None
    return node


HOW = {"kernel_name": "python3", "language": "python", "request_save_on_cell_execute": False, "progress_bar": False}
NOT_OURS = {"injected-parameters", "papermill-error-cell-tag"}


def _number(nb: nbformat.NotebookNode, count: int | None) -> int:
    """The number of the cell executed as `count` among those that a person wrote; 0 where none was."""
    own = [cell for cell in nb.cells if not NOT_OURS & set(cell.metadata.get("tags", []))]
    return next((n for n, cell in enumerate(own, 1) if cell.get("execution_count") == count), 0)
