"""A build makes every briefing, says what went wrong, and leaves nothing stale or half-made."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import threading
from pathlib import Path

import pytest

SPEAKERS = ["blr-mod", "blr-luk", "ukr", "blr", "rus-mil-rep"]
SPOKEN_ABOUT = ["rus", "rus-mil", "west"]
DANGLING = 'HTML(\'<p><a class="cite" href="#st-99" data-rows="st-99">S99</a></p>\')'


def stems(project, ending: str) -> set[str]:
    """The documents of one format on the shelf."""
    return {path.stem for path in project.shelf.glob(f"*.{ending}")}


def test_every_briefing_of_every_subject_is_built_in_both_formats(project):
    """One document for a plain briefing, one for each actor heard or spoken about, one for each issue."""
    project.notebook("situation", "marking")
    project.notebook("actor", "actor", extra='actor: str = ""\n', for_each="actor", order=2)
    project.notebook("issue", "issue", extra='issue: str = ""\n', for_each="issue", order=3)
    done = project.onrecord("build")
    assert (done.returncode, done.stderr) == (0, "")
    expected = {"situation", *(f"actor-{actor}" for actor in SPEAKERS + SPOKEN_ABOUT)}
    issues = {name for name in stems(project, "pdf") if name.startswith("issue-iss-")}
    assert len(issues) == 12
    assert stems(project, "html") == stems(project, "pdf") == expected | issues
    for actor in SPEAKERS + SPOKEN_ABOUT:
        assert f"'{actor}'" in (project.shelf / f"actor-{actor}.html").read_text(encoding="utf-8")
    lines = done.stdout.splitlines()
    assert [line.startswith(f"[{n}/21]") for n, line in enumerate(lines[:-1], 1)] == [True] * 21
    assert re.fullmatch(r"21 briefings of 1 case in [\d.]+ s, 0 warnings: reports/index\.html", lines[-1])


def test_the_manifest_names_every_file_and_what_it_was_made_of(project):
    """Each file of the shelf stands there with its sha256, parameters and the hashes of what went in."""
    project.notebook("situation")
    assert project.onrecord("build", "-p", "marking=RESTRICTED").returncode == 0
    files = {name: data for name, data in project.files().items() if name.startswith(project.case.name)}
    listed = project.manifest()["files"]
    assert {f"{project.case.name}/{name}" for name in listed} == set(files) - {f"{project.case.name}/manifest.json"}
    for name, entry in listed.items():
        assert entry["sha256"] == hashlib.sha256(files[f"{project.case.name}/{name}"]).hexdigest()
        assert entry["article_sha256"] == hashlib.sha256((project.case / "article.txt").read_bytes()).hexdigest()
    made = listed["situation.pdf"]
    assert made["parameters"]["marking"] == "RESTRICTED"
    assert made["notebook"] == "notebooks/situation.ipynb"
    assert set(made["versions"]) >= {"onrecord", "python", "typst"}


def test_the_coding_lies_beside_the_briefings_as_a_data_package(project):
    """reports/CASE/data holds datapackage.json and the tables."""
    project.notebook("situation")
    project.onrecord("build")
    package = json.loads((project.shelf / "data" / "datapackage.json").read_text())
    assert {"statements.csv", "actors.csv"} <= {resource["path"] for resource in package["resources"]}


def test_a_failing_cell_is_quoted_and_the_other_briefings_are_built(project):
    """Exit 1; notebook, cell, source and error on the terminal; the executed notebook kept; nothing stale."""
    project.notebook("good")
    project.notebook("bad", "print('as far as this')")
    assert project.onrecord("build").returncode == 0
    project.notebook("bad", "print('as far as this')", "x = 1\nraise ValueError('no such thing')")
    done = project.onrecord("build")
    assert done.returncode == 1
    for part in ("notebooks/bad.ipynb: cell 4 failed:", "  | x = 1", "  | raise Value", "ValueError: no such thing"):
        assert part in done.stderr
    assert "Traceback" not in done.stderr
    assert "1 failed" in done.stdout.splitlines()[-1]
    evidence = project.shelf / "failed" / "bad.ipynb"
    assert str(evidence.relative_to(project.root)) in done.stderr
    assert "as far as this" in evidence.read_text()
    assert stems(project, "html") == stems(project, "pdf") == {"good"}
    assert not [name for name in project.manifest()["files"] if name.startswith("bad")]
    project.notebook("bad", "print('mended')")
    assert project.onrecord("build").returncode == 0
    assert not evidence.exists()
    assert stems(project, "html") == {"good", "bad"}


def test_a_citation_that_leads_nowhere_fails_its_document(project):
    """A fault found after the cells ran is named by its code, with the executed notebook as evidence."""
    project.notebook("good")
    project.notebook("bad", DANGLING)
    done = project.onrecord("build")
    assert done.returncode == 1
    assert "E-CITATION notebooks/bad.ipynb" in done.stderr
    assert (project.shelf / "failed" / "bad.ipynb").is_file()
    assert stems(project, "html") == {"good"}


def test_a_process_that_dies_is_said_and_the_others_are_built(project):
    """A cell that takes its process with it fails one briefing, not the build."""
    project.notebook("good")
    project.notebook("bad", "import os\nos._exit(7)")
    done = project.onrecord("build")
    assert done.returncode == 1
    assert "bad: its process ended with code 7" in done.stderr
    assert stems(project, "pdf") == {"good"}


def test_warnings_are_counted_and_stop_nothing(project):
    """What a document leaves out is said on standard error; the build succeeds."""
    project.notebook("x", "import sys\nprint('careful', file=sys.stderr)")
    done = project.onrecord("build")
    assert done.returncode == 0
    assert "W-OUTPUT notebooks/x.ipynb" in done.stderr
    assert "1 warning:" in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["no-such-case"], "E-CASE"),
        (["--briefing", "nothing"], "E-BRIEFING"),
        (["-p", "colour=red"], "E-PARAM"),
        (["-p", "actor=nobody", "--briefing", "actor"], "E-PARAM"),
        (["-p", "actor=rus,nobody", "--briefing", "actor"], "E-PARAM"),
        (["-p", "actor=rus,", "--briefing", "actor"], "E-PARAM"),
        (["-p", "actor=rus"], "E-PARAM"),
        (["-p", "actor=aje", "--briefing", "actor"], "E-PARAM"),
        (["-p", "actor=unspec", "--briefing", "actor"], "E-PARAM"),
        (["-p", "as_of=tomorrow"], "E-PARAM"),
        (["-p", "case=other"], "E-PARAM"),
        (["-p", "marking"], "E-PARAM"),
        (["--to", "docx"], "E-PARAM"),
        (["--out", "index/x"], "E-FILE"),
        (["--out", "seeds"], "E-PARAM"),
        (["--out", "notebooks"], "E-PARAM"),
        (["--out", "seeds/belarus-troops-2023"], "E-PARAM"),
        (["--out", "notebooks/new/reports"], "E-PARAM"),
        (["--out", "."], "E-PARAM"),
    ],
)
def test_bad_input_is_refused_before_anything_is_written(project, words: list[str], code: str):
    """Exit 2, a line a problem, no traceback, no reports."""
    project.notebook("situation", "open('ran', 'w').close()")
    project.notebook("actor", extra='actor: str = ""\n', for_each="actor")
    (project.root / "index").write_text("a file")
    before = sorted(project.root.rglob("*"))
    done = project.onrecord("build", *words)
    assert sorted(project.root.rglob("*")) == before
    assert done.returncode == 2
    assert {line.split()[0] for line in done.stderr.splitlines()} == {code}
    assert not project.reports.exists()
    assert not (project.notebooks / "ran").exists()


def test_a_case_with_errors_is_refused_with_all_of_them(project):
    """The coding is checked before a briefing is made of it."""
    project.notebook("situation")
    project.edit("actors.csv", "rus-mil-rep,", "rus-mil rep,")
    project.edit("statements.csv", ",blr-luk,", ",blr-look,")
    done = project.onrecord("build")
    assert done.returncode == 2
    found = [line.split() for line in done.stderr.splitlines()]
    assert {code for code, *_ in found} >= {"E-VALUE", "E-REF"}
    assert {place.rpartition("/")[0] for _, place, *_ in found} == {f"seeds/{project.case.name}"}
    assert not project.reports.exists()


def test_what_a_whole_build_would_not_write_it_takes_away(project):
    """Documents whose notebook or subject is gone go; a partial build and other people's files are left alone."""
    project.notebook("situation")
    project.notebook("actor", extra='actor: str = ""\n', for_each="actor")
    assert project.onrecord("build", "--to", "html").returncode == 0
    (project.shelf / "notes.html").write_text("mine")
    for path in project.case.glob("*.csv"):
        path.write_text(
            re.sub(r"(?<![\w-])ukr(?![\w-])", "ukraine", path.read_text(encoding="utf-8")), encoding="utf-8"
        )
    (project.notebooks / "situation.ipynb").unlink()
    done = project.onrecord("build", "--to", "html", "--briefing", "actor", "-p", "actor=rus")
    assert done.returncode == 0, done.stderr
    assert {"situation", "actor-ukr"} <= stems(project, "html")
    assert project.onrecord("build", "--to", "html").returncode == 0
    assert not {"situation", "actor-ukr"} & stems(project, "html")
    assert "actor-rus" in stems(project, "html")
    assert (project.shelf / "notes.html").read_text() == "mine"


def test_one_briefing_of_one_subject_can_be_built_alone(project):
    """--briefing and subjects give a document of each, in the formats asked for."""
    project.notebook("situation")
    project.notebook("actor", "actor", extra='actor: str = ""\n', for_each="actor", order=2)
    done = project.onrecord("build", "--briefing", "actor", "-p", "actor=joint-force,rus", "--to", "pdf")
    assert done.returncode == 0
    assert stems(project, "pdf") == {"actor-joint-force", "actor-rus"}
    assert stems(project, "html") == set()


def test_a_format_left_out_stays_only_where_it_is_of_the_same_making(project):
    """A page of an earlier coding does not stand beside a PDF of this one."""
    project.notebook("situation")
    project.onrecord("build")
    project.onrecord("build", "--to", "pdf")
    assert stems(project, "html") == {"situation"}
    project.onrecord("build", "--to", "pdf", "-p", "marking=RESTRICTED")
    assert stems(project, "html") == set()
    assert "situation.html" not in project.manifest()["files"]


def test_every_case_has_a_folder_of_its_own(project, second_case):
    """Two cases, one command, one shelf that leads to both."""
    project.notebook("situation")
    done = project.onrecord("build", "--out", "elsewhere")
    assert done.returncode == 0
    assert not project.reports.exists()
    index = (project.root / "elsewhere" / "index.html").read_text()
    for case in (project.case.name, "second"):
        assert f'href="{case}/situation.pdf"' in index
        assert (project.root / "elsewhere" / case / "manifest.json").is_file()


def test_a_folder_with_braces_and_blanks_can_be_built_in(tmp_path, project):
    """Papermill reads braces in a path as fields; a project may lie anywhere."""
    project.notebook("situation", "marking")
    project.root.rename(tmp_path / "a {b} c")
    project.root = tmp_path / "a {b} c"
    assert project.onrecord("build").returncode == 0
    assert (project.root / "reports" / "index.html").is_file()


def test_on_a_terminal_a_bar_takes_the_place_of_the_lines(project):
    """The bar counts briefings, a failure is said above it, and the summary comes last."""
    pty = pytest.importorskip("pty", reason="this system has no terminals to imitate")
    project.notebook("good")
    project.notebook("bad", "1 / 0")
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb") as terminal:
        done = subprocess.run(
            project.command("build"),
            cwd=project.root,
            env=project.env(),
            stdout=subprocess.PIPE,
            stderr=theirs,
            text=True,
        )
        os.set_blocking(ours, False)
        shown = terminal.read().decode()
        os.close(theirs)
    assert done.returncode == 1
    assert "0/2 [" in shown
    assert "notebooks/bad.ipynb: cell 3 failed:" in shown
    assert len(done.stdout.splitlines()) == 1


def test_two_builds_at_once_leave_both_briefings_on_the_shelf(project):
    """A build that began before another ended keeps what that one saved."""
    project.notebook("one", "import time, pathlib\nwhile not pathlib.Path('go').exists(): time.sleep(0.05)")
    project.notebook("two")
    words = project.command("build", "--to", "html", "--briefing", "one")
    slow = subprocess.Popen(words, cwd=project.root, env=project.env(), stdout=subprocess.DEVNULL)
    try:
        assert project.onrecord("build", "--to", "html", "--briefing", "two").returncode == 0
    finally:
        (project.notebooks / "go").touch()
        assert slow.wait(timeout=120) == 0
    assert {"one.html", "two.html"} <= set(project.manifest()["files"])
    index = (project.reports / "index.html").read_text(encoding="utf-8")
    assert "one.html" in index
    assert "two.html" in index


@pytest.mark.parametrize("system", [True, False])
def test_a_folder_is_held_by_one_build_at_a_time(tmp_path, monkeypatch, system: bool):
    """Who comes second waits; where the system has no locks, a lock that stays is named with what to do."""
    from onrecord.briefing import writing
    from onrecord.problems import ProblemsError

    if not system:
        monkeypatch.setattr(writing, "fcntl", None)
    monkeypatch.setattr(writing, "PATIENCE", 0.2)
    said = []

    def second() -> None:
        try:
            with writing.alone_in(tmp_path):
                said.append("in")
        except ProblemsError as error:
            said.append(str(error))

    thread = threading.Thread(target=second)
    with writing.alone_in(tmp_path):
        thread.start()
        thread.join(timeout=1)
        assert "in" not in said
    thread.join(timeout=30)
    assert said == ["in"] if system else "delete this file if no build is running" in said[0]
    assert list(tmp_path.iterdir()) == []


def test_after_a_sign_off_the_shelf_marks_what_was_made_before_it(project):
    """A partial build after `sign` leaves pages that still say that no person has reviewed the coding."""
    project.notebook("one")
    project.notebook("two")
    assert project.onrecord("build", "--to", "html").returncode == 0
    assert "made before" not in (project.reports / "index.html").read_text(encoding="utf-8")
    path = project.case / "article.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("coded_on: 2026", "coded_on: 2023"), encoding="utf-8")
    assert project.onrecord("sign", project.case.name, "--by", "A. Analyst", "--unread").returncode == 0
    assert project.onrecord("build", "--to", "html", "--briefing", "one").returncode == 0
    index = (project.reports / "index.html").read_text(encoding="utf-8")
    assert index.count("made before article.yml was last edited or signed off") == 1


def test_a_subject_of_one_of_several_cases_asks_for_the_case(project, second_case):
    """One line says which case has the actor and how to name it; with the case named the build goes on."""
    project.notebook("actor", extra='actor: str = ""\n', for_each="actor")
    for path in second_case.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?<![\w-])ukr(?![\w-])", "ukraine", text), encoding="utf-8")
    words = ["--briefing", "actor", "-p", "actor=ukraine", "--to", "html"]
    done = project.onrecord("build", *words)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"E-PARAM actor there is no actor 'ukraine' in {project.case.name}; name the case:")
    assert "onrecord build second --briefing actor -p actor=ukraine" in line
    assert project.onrecord("build", "second", *words).returncode == 0


def test_a_file_that_cannot_be_written_is_named(project):
    """Exit 1 and E-FILE with the file of the shelf; what an earlier build left stands."""
    project.notebook("situation")
    assert project.onrecord("build", "--to", "html").returncode == 0
    before = project.files()
    (project.shelf / "manifest.json").unlink()
    (project.shelf / "manifest.json").mkdir()
    done = project.onrecord("build", "--to", "html")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("E-FILE ")
    assert f"reports/{project.case.name}/manifest.json Is a directory; see that" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert set(project.files()) == set(before) - {f"{project.case.name}/manifest.json"}


def test_data_are_all_new_or_all_as_they_were(project, monkeypatch):
    """A disk that is full after the first table: the earlier package is whole, and the folder is named."""
    from onrecord.briefing import shelving
    from onrecord.coding import datapackage
    from onrecord.coding.cases import checked

    shelf = shelving.opened(checked([project.case])[0], project.shelf)
    shelving.write_data(shelf)
    before = project.files()

    def full(folder: Path, out: Path, _: object) -> None:
        out.mkdir()
        (out / "actors.csv").write_text("half")
        raise OSError(28, "No space left on device", str(folder / "actors.csv"))

    with monkeypatch.context() as patched:
        patched.setattr(datapackage, "write_datapackage", full)
        with pytest.raises(OSError, match="No space left") as caught:
            shelving.write_data(shelf)
    assert caught.value.filename == str(project.shelf / "data")
    assert project.files() == before
    shelving.write_data(shelf)
    assert project.files() == before
    assert [path.name for path in project.shelf.iterdir()] == ["data"]


def test_a_folder_that_cannot_be_written_to_is_refused_before_anything_runs(project, monkeypatch):
    """A case's folder of reports that refuses: E-FILE, the folder named, whoever asks."""
    from onrecord.briefing import places
    from onrecord.problems import ProblemsError

    monkeypatch.setattr(places.tempfile, "TemporaryFile", lambda **_: (_ for _ in ()).throw(OSError(30, "Read-only")))
    with pytest.raises(ProblemsError, match=r"E-FILE .*project nothing can be written there: Read-only; give another"):
        places.writable([project.root / "reports", project.root / "reports" / "one"])


def test_files_have_the_permissions_that_the_umask_leaves(project):
    """Pages, tables, manifest and shelf alike: 0666 less the umask."""
    project.notebook("situation")
    words = ["sh", "-c", 'umask 077; exec "$@"', "sh", *project.command("build")]
    assert subprocess.run(words, cwd=project.root, env=project.env(), capture_output=True).returncode == 0
    found = [path for path in project.reports.rglob("*") if path.is_file()]
    assert {oct(path.stat().st_mode & 0o777) for path in found} == {"0o600"}
    assert {path.suffix for path in found} >= {".html", ".pdf", ".csv", ".json"}


def test_a_folder_for_temporary_files_with_a_long_name_is_used_and_left_empty(project):
    """Sockets need a short name, and lie elsewhere then; whatever the cells put there goes as well."""
    temporary = project.root / "t" / ("x" * 120)
    temporary.mkdir(parents=True)
    project.notebook("situation", "import tempfile\nassert 'x' * 120 in tempfile.mkdtemp()")
    done = project.onrecord("build", TMPDIR=str(temporary))
    assert (done.returncode, done.stderr) == (0, "")
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("raise OSError(28, 'No space left on device')", "No space left on device"),
        ("raise MemoryError", "MemoryError"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "--jobs 1 runs one process at a time"),
    ],
)
def test_the_machines_faults_cost_no_document(project, cell: str, said: str):
    """A full disk and too little memory are said, and what an earlier build made stays."""
    project.notebook("situation")
    assert project.onrecord("build").returncode == 0
    before = project.files()
    project.notebook("situation", cell)
    done = project.onrecord("build")
    assert done.returncode == 1
    assert said in done.stderr
    assert "please report" not in done.stderr
    after = project.files()
    assert [name for name, data in before.items() if name.endswith((".html", ".pdf")) and after.get(name) != data] == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device", "x.ipynb"), "E-FILE x.ipynb No space left on device; make room on the"),
        (OSError(24, "Too many open files"), "E-FILE Too many open files; raise the limit of open files (ulimit -n)"),
        (MemoryError(), "E-FILE there is not enough memory; memory may be short: --jobs 1 runs one process"),
        (ImportError("x.so: failed to map segment from shared object"), "E-FILE there is not enough memory"),
    ],
)
def test_a_fault_of_the_machine_is_one_line_and_no_evidence(tmp_path, monkeypatch, error: Exception, said: str):
    """What was being written is half a notebook, or an empty one: not kept."""
    from onrecord.briefing import execution, worker
    from onrecord.briefing.planning import Job

    def refuse(*given: object) -> None:
        given[2].write_text("")
        raise error

    monkeypatch.setattr(execution, "execute", refuse)
    monkeypatch.setenv("IPYTHONDIR", "")
    found = worker.make(Job("one", "x", "x", (1, 0), tmp_path / "x.ipynb", {}, ("html",)), tmp_path)
    assert isinstance(found, worker.Failed)
    assert found.keeps
    assert found.notebook is None
    (line,) = found.reason
    assert line.startswith(said)


def test_a_document_that_prints_another_value_than_asked_for_fails(project):
    """A cell sets the marking anew: named, and no document says UNMARKED where RESTRICTED was asked for."""
    project.notebook("situation")
    path = project.notebooks / "situation.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][1]["source"] = 'marking = "UNMARKED"\n' + notebook["cells"][1]["source"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert project.onrecord("build").returncode == 0
    done = project.onrecord("build", "-p", "marking=RESTRICTED")
    assert done.returncode == 1
    words = "E-PARAM notebooks/situation.ipynb marking the document says 'UNMARKED', asked for was 'RESTRICTED'; hand"
    assert words in done.stderr
    assert stems(project, "html") == set()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_notebook_in_another_encoding_is_read(project, encoding: str):
    """A byte order mark, as some editors leave it."""
    from onrecord.briefing.catalogue import choose
    from onrecord.briefing.execution import read_notebook

    path = project.notebook("situation")
    path.write_text(path.read_text(encoding="utf-8"), encoding=encoding)
    assert [one.path for one in choose((), project.notebooks)] == [path]
    assert "parameters" in read_notebook(path).cells[0].metadata.tags


@pytest.mark.parametrize("change", [{"metadata": {"kernelspec": 5}}, {"nbformat_minor": "x"}, {"cells": [{}]}])
def test_what_is_no_whole_notebook_is_a_line(project, change: dict):
    """Broken metadata, a version that is none, a cell without a kind: E-NOTEBOOK."""
    from onrecord.briefing.execution import read_notebook
    from onrecord.problems import ProblemsError

    path = project.notebook("situation")
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(ProblemsError, match="is not a whole notebook: "):
        read_notebook(path)


@pytest.mark.parametrize(
    "text",
    ['{"files": {}}', '{"files": {"a.html": {}}}', '{"files": {"a.html": 5}, "case": "x"}', '{"files": []}', "[]"],
)
def test_the_manifest_of_another_program_is_taken_as_absent(tmp_path, text: str):
    """What says not all that the shelf reads is no manifest."""
    from onrecord.briefing import manifest
    from onrecord.briefing.shelf import write_shelf

    (tmp_path / "case").mkdir()
    (tmp_path / "case" / manifest.NAME).write_text(text, encoding="utf-8")
    assert manifest.read(tmp_path / "case") == {"files": {}}
    assert "No case has been built yet" in write_shelf(tmp_path).read_text(encoding="utf-8")


def test_an_analysts_own_chart_is_in_page_and_pdf(project):
    """pyplot, pandas and a figure shown again: three pictures in each format."""
    import pypdf

    cell = "import pandas, matplotlib.pyplot as plt\nfigure, axes = plt.subplots(); axes.plot([1, 2]); plt.show()"
    project.notebook("situation", cell, "pandas.DataFrame({'n': [1, 2]}).plot();", "figure")
    done = project.onrecord("build")
    assert done.returncode == 0
    assert (project.shelf / "situation.html").read_text(encoding="utf-8").count("<img ") == 3
    reader = pypdf.PdfReader(project.shelf / "situation.pdf")
    assert sum(len(page.images) for page in reader.pages) >= 2  # the same picture is held once
