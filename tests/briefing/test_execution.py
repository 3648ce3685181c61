"""Papermill's shell engine leaves in a notebook what a kernel would leave there."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from pathlib import Path

import nbformat
import pytest
from onrecord.briefing.execution import FailedCell

from tests.conftest import STATE

CELLS = (
    "print('a'); print('b')\nmarking",
    "import sys\nprint('to stderr', file=sys.stderr)",
    "from IPython.display import HTML, display\ndisplay(HTML('<p>x</p>'), metadata={'alt': 'y'})\nHTML('<b>z</b>')",
    "handle = display('first', display_id='one')",
    "handle.update('second')",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "%config InlineBackend.figure_formats = ['svg']\n'a magic'",
    "import pandas\npandas.DataFrame({'n': [1, 2]})",
    "1 + 1;",
    "import os\nos.path.basename(os.getcwd())",
    "import warnings\nwarnings.warn('mind the gap')",
    # charts
    "import matplotlib.pyplot as plt\nfigure, axes = plt.subplots(); axes.plot([1, 2]); plt.show()",
    "%matplotlib inline",
    "pandas.DataFrame({'n': [1, 2]}).plot()",
    "for n in (1, 2, 3):\n    plt.figure(); plt.plot([n])",
    "print('before'); plt.plot([1]); plt.show(); print('after')",
    "display(figure)",
    "figure",
    "_, drawn = plt.subplots(); plt.close('all')",
    "%config InlineBackend.figure_formats = ['png']\nplt.plot([1]);",
    # magics and programs
    "%%time\nprint('timed')",
    "%timeit -n1 -r1 pass",
    "!echo a program",
    "lines = !echo kept\nlines",
    "%%bash\necho out; echo err >&2",
    "%%html\n<b>x</b>",
    "%%markdown\n# x",
    "%%latex\n$x$",
    "%%capture held\nprint(1)",
    "held.show()",
    "len?",
    "os.environ['PAGER'], plt.get_backend()",
    # displays that change
    "from IPython.display import clear_output\nprint('gone'); clear_output(); print('kept')",
    "print('gone'); clear_output(wait=True); print('kept')",
    "print('not gone'); clear_output(wait=True)",
    "handle = display('a', display_id='two'); display('b', display_id='two'); handle.update('c')",
    "from IPython.display import update_display\nupdate_display('nowhere', display_id='never shown')",
    # widgets, tasks, what is asked of the stream
    "import ipywidgets\nipywidgets.IntSlider(3)",
    "display(ipywidgets.HBox([ipywidgets.Button(description='x')]))",
    "async def later():\n    await asyncio.sleep(0.01)\n    return 'later'\ntask = asyncio.create_task(later())",
    "await task",
    "sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.writable()",
    "get_ipython().has_trait('kernel'), 'IPKernelApp' in get_ipython().config",
    "from IPython.display import Markdown, JSON, SVG\n"
    "display(Markdown('x'), JSON({'a': 1}), SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>'))",
    "import threading\nthread = threading.Thread(target=print, args=('by a thread',)); thread.start(); thread.join()",
    "_",
)
# The shell's own kinds, the kernel's, and why they are not the same
ON_PURPOSE = {
    # what a widget would show stays in the cell, since no document shows the widget
    "with ipywidgets.Output():\n    print('not lost')": ([("stream", "stdout")], []),
    # the order in which it was written, not that of two buffers
    "import sys\nprint(1); print(2, file=sys.stderr); print(3)": (
        [("stream", "stdout"), ("stream", "stderr"), ("stream", "stdout")],
        [("stream", "stderr"), ("stream", "stdout")],
    ),
}


SCRIPT = """import dataclasses, json, signal, sys
from pathlib import Path
signal.alarm(120)
from onrecord.briefing.execution import execute
path, evidence, engine = sys.argv[1:]
_, failed = execute(Path(path), {"marking": "RESTRICTED"}, Path(evidence), engine or None)
print(json.dumps(failed and dataclasses.asdict(failed)))
"""


@pytest.fixture
def python(warm):
    """Runs a script in a process of its own, with these words."""

    def run(script: str, *words: str) -> subprocess.CompletedProcess[str]:
        unheard = ("PYTEST_CURRENT_TEST",)  # a kernel looks for it
        env = {name: value for name, value in (os.environ | STATE).items() if name not in unheard}
        done = warm.run(["-c", script, *words], Path.cwd(), env)
        done.check_returncode()
        return done

    return run


@pytest.fixture
def executed(python, tmp_path):
    """The notebook as `engine` leaves it, run in a process of its own."""
    return lambda path, engine: _executed(python, path, tmp_path / f"{engine}.ipynb", engine)


def _executed(
    python, path: Path, evidence: Path, engine: str | None
) -> tuple[nbformat.NotebookNode, FailedCell | None]:
    try:
        done = python(SCRIPT, str(path), str(evidence), engine or "")
    except subprocess.CalledProcessError as error:
        if engine is not None or error.returncode != -signal.SIGALRM:
            raise
        done = python(SCRIPT, str(path), str(evidence), "")  # ipykernel 7 now and then never answers
    failed = json.loads(done.stdout.splitlines()[-1])
    return nbformat.read(evidence, as_version=4), FailedCell(**failed) if failed else None


def outputs(nb: nbformat.NotebookNode) -> list:
    """Every output, streams joined, without what differs from run to run: pixels, times, places of warnings."""
    found = []
    for cell in nb.cells:
        own: list[dict] = []
        for output in cell.get("outputs", []):
            plain = dict(output)
            plain.pop("traceback", None)
            if kind(plain) == kind(own[-1] if own else {}) and "text" in plain:
                own[-1]["text"] += plain["text"]
            else:
                own.append(plain)
        found += [_settled(plain) for plain in own]
    return found


def kind(output: dict) -> tuple:
    """What kind of output it is: the stream, the media types, the error."""
    return (output.get("output_type"), *(output.get("data") or [output.get("name") or output.get("ename")]))


def _settled(plain: dict) -> dict:
    if "data" in plain:
        plain["data"] = {mime: text if mime.startswith("text/") else "" for mime, text in plain["data"].items()}
    if plain.get("name") == "stderr":
        plain["text"] = plain["text"].splitlines()[-1]
    if "text" in plain:
        plain["text"] = re.sub(r"[\d.]+ (ns|[μm]?s)\b", "TIME", plain["text"])
    return plain


def test_the_shell_leaves_what_a_kernel_leaves(project, executed):
    """Streams, displays, charts, updates, magics, widgets, top-level await: output for output the same."""
    path = project.notebook("x", *CELLS, *ON_PURPOSE)
    shell, kernel = (executed(path, engine)[0] for engine in ("shell", None))
    number = len(ON_PURPOSE)
    assert len(outputs(shell)) >= len(CELLS)
    for cell, same in zip(shell.cells[:-number], kernel.cells[:-number], strict=True):
        ours, theirs = ([one] for one in (cell, same))
        assert outputs(nbformat.v4.new_notebook(cells=ours)) == outputs(nbformat.v4.new_notebook(cells=theirs)), cell
    assert [cell.execution_count for cell in shell.cells] == [cell.execution_count for cell in kernel.cells]
    # a kernel flushes its buffers by the clock: in how many pieces, and which first, is left to chance
    found = [
        ([kind(one) for one in cell.outputs], sorted({kind(one) for one in same.outputs}))
        for cell, same in zip(shell.cells[-number:], kernel.cells[-number:], strict=True)
    ]
    assert found == list(ON_PURPOSE.values())


def test_an_error_leaves_what_a_kernel_leaves(project, executed):
    """The same error, and the chart that was drawn before it."""
    path = project.notebook("x", "import matplotlib.pyplot as plt\nplt.plot([1])\n1 / 0")
    found = [executed(path, engine) for engine in ("shell", None)]
    ours, theirs = ([kind(output) for output in outputs(nb)] for nb, _ in found)
    assert ours == theirs
    assert [failed.name for _, failed in found] == ["ZeroDivisionError"] * 2


REFUSED = {
    "%pip install somewhere": "a build installs nothing; install it beforehand",
    "%conda install somewhere": "a build installs nothing; install it beforehand",
    "%no_such_magic": "Line magic function `%no_such_magic` not found",
    "%%no_such_magic\nx": "Cell magic `%%no_such_magic` not found",
    "%matplotlib notebook": "a build has no window for nbagg; write %matplotlib inline",
    "exit()": "exit and quit would leave out the rest of the notebook; take them out",
    "input('who?')": "the cell asks 'who?', and in a build nobody is there to answer; make it a parameter",
    "import getpass; getpass.getpass('word?')": "nobody is there to answer",
    "breakpoint()": "nobody is there to answer",
}
RUN = """import json, sys
from onrecord.briefing import shell
ours = shell.start()
print(json.dumps([ours.run(source)[1] for source in json.loads(sys.argv[1])]))
"""


def test_what_a_build_cannot_do_fails_the_cell_in_words(python):
    """A kernel would go on, or stop half-way without a word: here the cell fails, and says what to do."""
    done = python(RUN, json.dumps([*REFUSED, "print('and on')"]))
    *found, last = json.loads(done.stdout.splitlines()[-1])
    for (source, said), shown in zip(REFUSED.items(), found, strict=True):
        errors = [output["evalue"] for output in shown if output["output_type"] == "error"]
        assert [said in value for value in errors] == [True], (source, shown)
    assert last[0]["text"] == "and on\n"


def test_what_programs_write_stands_where_it_was_written(python):
    """Past Python, by a program or by the descriptor: in the cell, in its order. (A kernel mixes it up.)"""
    cell = (
        "import os, subprocess, sys\nos.system('echo 1'); print('2'); subprocess.run(['echo', '3'], stdout=sys.stdout);"
    )
    cells = [cell, "os.write(2, b'err\\n'); None", "print('next')"]
    done = python(RUN, json.dumps(cells))
    found = json.loads(done.stdout)
    assert [[(one["name"], one["text"]) for one in outputs if "name" in one] for outputs in found] == [
        [("stdout", "1\n2\n3\n")],
        [("stderr", "err\n")],
        [("stdout", "next\n")],
    ]
    assert done.stderr == ""


def test_the_analysts_own_backend_decides_nothing(project, executed, monkeypatch):
    """MPLBACKEND of the machine: the chart is there all the same, and its ids are those of any other run."""
    cell = "import matplotlib.pyplot as plt\n%config InlineBackend.figure_formats = ['svg']\nplt.plot([1]);"
    path = project.notebook("x", cell)
    monkeypatch.setenv("MPLBACKEND", "agg")
    first, again = (executed(path, "shell")[0].cells[-1].outputs[0].data for _ in range(2))
    ids = [re.findall(r'id="([^"]+)"', one["image/svg+xml"]) for one in (first, again)]
    assert ids[0] == ids[1] != []


def test_parameters_are_injected_and_the_folder_is_the_notebooks_own(project, executed):
    """A cell sees the value given, and runs where JupyterLab would run it."""
    path = project.notebook("x", "import os\nprint(marking, os.getcwd())")
    nb, failed = executed(path, "shell")
    assert failed is None
    assert nb.cells[-1].outputs[0].text == f"RESTRICTED {project.notebooks}\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("x = 1\nraise ValueError('no')", "ValueError"),
        ("x ==", "SyntaxError"),
        ("import sys\nsys.exit(3)", "SystemExit"),
    ],
)
def test_a_failing_cell_stops_the_notebook_and_is_numbered_as_written(project, executed, source: str, name: str):
    """The number counts the notebook's own cells; what follows is not run; the evidence is written."""
    path = project.notebook("x", source, "print('never')")
    nb, failed = executed(path, "shell")
    assert (failed.number, failed.source, failed.name) == (3, source, name)
    assert "never" not in str(outputs(nb))


def test_the_users_own_profile_stays_out(project, executed, tmp_path, monkeypatch):
    """A start-up file and a history of the user's own neither run nor grow."""
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("leaked = 1")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    path = project.notebook("x", "'leaked' in globals()")
    nb, _ = executed(path, "shell")
    assert nb.cells[-1].outputs[0].data["text/plain"] == "False"
    assert not list((tmp_path / "ipython").rglob("history*"))


def errors(nb: nbformat.NotebookNode) -> list:
    """The errors that are shown."""
    return [output for cell in nb.cells for output in cell.get("outputs", []) if output.output_type == "error"]


def test_problems_are_a_short_table_in_a_notebook(project, executed):
    """A kernel, as JupyterLab and Papermill use it, and our shell show the same few lines, nothing of the inside."""
    project.edit("statements.csv", ",blr-luk,", ",blr-look,")
    path = project.notebook("x")
    (shell,), (kernel,) = (errors(executed(path, engine)[0]) for engine in ("shell", None))
    assert shell == kernel
    lines = shell.traceback
    assert lines[0].split() == ["E-REF", *lines[0].split()[1:]]
    assert "did you mean 'blr-luk'?" in lines[0]
    assert all(len(line) <= 100 for line in lines)
    assert not [line for line in lines if "Traceback" in line or "\x1b" in line or ".py" in line]
    assert shell.evalue.splitlines()[0].startswith("E-REF statements.csv:")
    assert len([line for line in lines if line.startswith("E-")]) == len(shell.evalue.splitlines())
