"""What a build costs: this one, the stock commands for the same documents, and the cells alone, in turn in one run.

`python -m onrecord.briefing.bench` in the project's folder; `make bench-build` does that. CPU-seconds are those of all
processes, the memory is the build's own process's. Linux only: elsewhere nothing counts what a grandchild costs.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.briefing.home import find_notebooks
from onrecord.printing import say

SUBREAPER = 36  # of prctl: what a child leaves running becomes a child of this process, and is counted
BROWSERS = ("chromium", "chromium-browser", "google-chrome")  # what prints a page where nbconvert finds no browser
STOCK = 2  # documents that the stock commands make in a run; each takes seconds
SIZES = (24, 240, 2400)


class Cost(NamedTuple):
    """Of a command: seconds of all its processes, seconds that passed, megabytes of its first process at most."""

    cpu: float
    wall: float
    megabytes: float


def cost(words: list[str], folder: Path) -> Cost:
    """What a command costs that is run in `folder`. Raises CalledProcessError where it fails."""
    before, started = _children(), time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(words, cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - started
        _wait_for_all()
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, words, said.read())
    return Cost(_children() - before, wall, usage.ru_maxrss / 1024)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _wait_for_all() -> None:
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


def project_of(cases: int, notebooks: Path, place: Path) -> Path:
    """A project in `place` with those notebooks and the first case of ``seeds/`` under so many names."""
    shutil.copytree(notebooks, place / "notebooks")
    seed = min(path for path in (notebooks.parent / "seeds").iterdir() if path.is_dir())
    for number in range(cases):
        case = place / "seeds" / f"case-{number:04}"
        shutil.copytree(seed, case)
        described = (case / "article.yml").read_text(encoding="utf-8")
        (case / "article.yml").write_text(described.replace(f"id: {seed.name}", f"id: {case.name}"), encoding="utf-8")
    return place


FLOOR = """import json, os, sys, time
import onrecord.briefing.preloading
os.chdir(sys.argv[1])
from IPython.core.interactiveshell import InteractiveShell
shell, used = InteractiveShell.instance(), 0.0
sys.stdout = open(os.devnull, "w")
for path, parameters in json.loads(sys.argv[2]):
    cells = json.load(open(path))["cells"]
    given = chr(10).join(f"{name} = {value!r}" for name, value in parameters.items())
    begun = time.process_time()
    for cell in cells:
        if cell["cell_type"] == "code":
            shell.run_cell("".join(cell["source"])).raise_error()
            if "parameters" in cell["metadata"].get("tags", []):
                shell.run_cell(given)
    used += time.process_time() - begun
print(used, file=sys.stderr)
"""


def floor(documents: list[tuple[str, dict[str, str]]], notebooks: Path) -> float:
    """CPU-seconds of the cells of those notebooks with those parameters, all imported, one after another."""
    words = [sys.executable, "-c", FLOOR, str(notebooks), json.dumps(documents)]
    done = subprocess.run(words, cwd=notebooks, capture_output=True, text=True, check=True)
    return float(done.stderr.splitlines()[-1])


def stock(documents: list[tuple[str, dict[str, str]]], notebooks: Path, place: Path) -> tuple[float, str]:
    """CPU-seconds a document of Papermill's and nbconvert's own commands, for page and PDF; what made the PDF."""
    used, printer, programs = 0.0, "", Path(sys.executable).parent
    for path, parameters in documents:
        given = [word for name, value in parameters.items() for word in ("-p", name, value)]
        executed = place / f"{len(given)}-{Path(path).name}"
        used += cost([str(programs / "papermill"), path, str(executed), *given, "--cwd", "."], notebooks).cpu
        convert = [str(programs / "jupyter"), "nbconvert", str(executed), "--to"]
        used += cost([*convert, "html"], place).cpu
        printing, printer = _printed([*convert, "webpdf"], executed.with_suffix(".html"), place)
        used += printing
    return used / len(documents), printer


def _printed(webpdf: list[str], page: Path, place: Path) -> tuple[float, str]:
    """CPU-seconds of the PDF, and what made it: nbconvert, else a browser that prints its page, else nothing."""
    with contextlib.suppress(subprocess.CalledProcessError):  # it needs a browser of Playwright's
        return cost(webpdf, place).cpu, "nbconvert --to webpdf"
    if browser := next(filter(None, map(shutil.which, BROWSERS)), None):
        words = [browser, "--headless", "--no-sandbox", f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]
        return cost(words, place).cpu, f"{Path(browser).name} --print-to-pdf"
    return 0.0, ""


def made_documents(shelf: Path) -> list[tuple[str, dict[str, str]]]:
    """Notebook and parameters of each document on a case's shelf."""
    files = json.loads((shelf / "manifest.json").read_text(encoding="utf-8"))["files"]
    entries = [entry for name, entry in files.items() if name.endswith(".html")]
    return [(Path(one["notebook"]).name, {k: v for k, v in one["parameters"].items() if v}) for one in entries]


def bench(sizes: list[int], runs: int, with_stock: bool) -> Iterator[str]:
    """Lines with what was measured, each as soon as it is."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    notebooks = find_notebooks()
    build = [str(Path(sys.executable).parent / "onrecord"), "build"]
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
            place = project_of(max(size // sizes[0], 1), notebooks, Path(folder))
            fresh = [cost([*build, "--fresh"], place) for _ in range(runs if size == sizes[0] else 1)]
            unchanged = cost(build, place)
            (min((place / "seeds").iterdir()) / "note.txt").write_text("changed")
            one_case = cost(build, place)
            made = [one for shelf in (place / "reports").glob("case-*") for one in made_documents(shelf)]
            yield from _lines(len(made), fresh, unchanged, one_case)
            if size == sizes[0]:
                yield from _ratios(made, fresh, place, runs, with_stock)


def _lines(count: int, fresh: list[Cost], unchanged: Cost, one_case: Cost) -> Iterator[str]:
    cpu = statistics.median(one.cpu for one in fresh)
    wall, most = statistics.median(one.wall for one in fresh), max(one.megabytes for one in fresh)
    yield f"{count} documents: {cpu:.1f} CPU-s, {wall:.1f} s, {most:.0f} MB; a document {1000 * cpu / count:.0f} CPU-ms"
    yield f"  unchanged: {unchanged.cpu:.2f} CPU-s, {unchanged.wall:.2f} s, {unchanged.megabytes:.0f} MB"
    yield f"  one case changed: {one_case.cpu:.1f} CPU-s, {one_case.wall:.1f} s, {one_case.megabytes:.0f} MB"


def _ratios(
    made: list[tuple[str, dict[str, str]]], fresh: list[Cost], place: Path, runs: int, with_stock: bool
) -> Iterator[str]:
    """The floor and the stock commands, as often and in the same run."""
    cpu = statistics.median(one.cpu for one in fresh)
    cells = statistics.median(floor(made, place / "notebooks") for _ in range(runs))
    yield f"  the cells alone: {cells:.1f} CPU-s; the build takes {cpu / cells:.2f} times that"
    if with_stock:
        found = [stock(made[:STOCK], place / "notebooks", place) for _ in range(runs)]
        each, printer = statistics.median(used for used, _ in found), found[0][1]
        pdf = f"the PDF by {printer}" if printer else "without the PDF: no browser was found"
        yield f"  stock commands ({pdf}): {each:.1f} CPU-s a document; {each * len(made) / cpu:.1f} times the build"


def main() -> None:
    """Prints the lines; the sizes and the runs are options."""
    parser = argparse.ArgumentParser(prog="python -m onrecord.briefing.bench", description="What a build costs.")
    parser.add_argument("--documents", type=int, nargs="+", default=list(SIZES), help="about so many, smallest first")
    parser.add_argument("--runs", type=int, default=3, help="of the smallest build, the floor and the stock commands")
    parser.add_argument("--without-stock", action="store_true", help="leave out papermill and nbconvert")
    asked = parser.parse_args()
    for line in bench(asked.documents, asked.runs, not asked.without_stock):
        say(line)


if __name__ == "__main__":
    main()
