"""What a build leaves alone: documents that would be made the same again, known by content and by nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from onrecord.briefing import cache, keeping, processes
from onrecord.briefing.plainness import modules_of_a_plain_one
from onrecord.briefing.worker import Made


@pytest.fixture
def built(project, monkeypatch, capsys):
    """Builds in this process, with documents that need none of their own; gives what was made and the last line."""
    made: list[str] = []

    def run(jobs, *_):
        for job in jobs:
            made.append(job.name)
            text = json.dumps([job.name, job.parameters, (job.notebook).read_text(encoding="utf-8")])
            files = {name: f"{name} {text}".encode() for name in job.formats}
            words = project.root / "words.txt"
            reads = {str(words): cache.path_sha256(words)}
            yield job, Made(files, {"title": job.name}, "", job.parameters, [], None if job.name == "clock" else reads)

    def build(*cases: str, **asked) -> tuple[set[str], str]:
        made.clear()
        assert keeping.build(cases, **asked) == 0
        return set(made), capsys.readouterr().out.splitlines()[-1]

    monkeypatch.chdir(project.root)
    monkeypatch.setattr(processes, "warm_up", lambda: None)
    monkeypatch.setattr(processes, "run", run)
    for name in ("one", "two"):
        project.notebook(name)
    return build


def test_only_what_changed_is_made(built, project):
    """A notebook, a parameter, a table, a file that was read: each makes anew what rests on it, and nothing else."""
    (project.root / "words.txt").write_text("words")
    assert built()[0] == {"one", "two"}
    before = project.files()
    nothing, said = built()
    assert nothing == set()
    assert "2 briefings of 1 case in " in said
    assert ", 0 made, 2 as they were, 0 warnings: " in said
    project.notebook("one", "1 + 1")
    made, said = built()
    assert made == {"one"}
    assert ", 1 made, 1 as it was, " in said
    project.notebook("one")
    assert built()[0] == {"one"}
    assert project.files() == before
    (project.root / "words.txt").write_text("other words")
    assert built()[0] == {"one", "two"}
    project.edit("statements.csv", "certain", "certain")
    assert built()[0] == set()
    assert built(given=("marking=SECRET",))[0] == {"one", "two"}
    assert built(given=("marking=SECRET",))[0] == set()
    (project.case / "mine.txt").write_text("a file of the case")
    assert built(given=("marking=SECRET",))[0] == {"one", "two"}


def test_time_is_no_reason(built, project):
    """Files written anew as they were, on the shelf and off it, are the same files."""
    built()
    for path in [*project.notebooks.iterdir(), *project.case.iterdir(), *project.shelf.glob("*.*")]:
        os.utime(path, (1, 1))
    assert built()[0] == set()


def test_what_is_not_there_as_it_was_made_is_made(built, project):
    """Taken away, cut short, written over, or without its table of data, manifest or index: whole again."""
    built()
    before = project.files()
    for spoil in (
        lambda: (project.shelf / "one.pdf").unlink(),
        lambda: (project.shelf / "one.html").write_bytes(before[f"{project.case.name}/one.html"][:9]),
        lambda: (project.shelf / "manifest.json").write_text("{}"),
        lambda: (project.shelf / "data" / "actors.csv").unlink(),
        lambda: (project.reports / "index.html").unlink(),
        lambda: (project.shelf / f".one.html.{'0' * 32}").write_text("half"),
        lambda: shutil.rmtree(project.shelf),
    ):
        spoil()
        built()
        assert project.files() == before


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"documents": 5, "asked": {}}', '{"documents": {"o": 5}, "asked": {}}']
)
def test_the_cache_may_be_deleted_or_broken(built, project, text):
    """Then all is made again, the same; and it is whole afterwards."""
    built()
    before = project.files()
    (project.reports / cache.FOLDER / f"{project.case.name}.json").write_text(text)
    assert built()[0] == {"one", "two"}
    shutil.rmtree(project.reports / cache.FOLDER)
    assert built()[0] == {"one", "two"}
    assert built()[0] == set()
    assert project.files() == before


def test_fresh_makes_all(built, project):
    """--fresh believes nothing, and leaves the same bytes."""
    built()
    before = project.files()
    made, said = built(fresh=True)
    assert made == {"one", "two"}
    assert "as they were" not in said
    assert project.files() == before


def test_another_program_makes_all(built, monkeypatch):
    """Code, installed versions, fonts and settings are part of what a document was made of."""
    from onrecord.briefing import build, making, request

    built()
    for module in (build, keeping, request):
        monkeypatch.setattr(module, "program_sha256", lambda: "another")
    assert built()[0] == {"one", "two"}
    monkeypatch.setenv("MPLBACKEND", "agg")
    assert making.program_sha256.__wrapped__() != making.program_sha256()


def test_a_changed_case_among_many_is_made_alone(built, project, second_case):
    """The others are not even read; the cache of a case that left the shelf goes."""
    built()
    project.edit("actors.csv", "Belarus", "Belarus")
    (second_case / "note.txt").write_text("new")
    made, said = built()
    assert made == {"one", "two"}
    assert "4 briefings of 2 cases" in said
    assert ", 2 made, 2 as they were, " in said
    shutil.rmtree(second_case)
    shutil.rmtree(project.reports / second_case.name)
    built(fresh=True)
    assert sorted(path.name for path in (project.reports / cache.FOLDER).iterdir()) == [
        f"{project.case.name}.json",
        cache.SHELF,
    ]


def test_ways_of_asking_are_forgotten_one_after_the_other(built, project):
    """The cache does not grow with every parameter that was ever given."""
    for number in range(cache.ASKED + 3):
        built(given=(f"marking=M{number}",))
    known = cache.remembered(project.reports, project.case.name)
    assert len(known.asked) == cache.ASKED
    assert set(known.documents) == {"one", "two"}


def test_an_edit_while_it_is_built_is_not_remembered(built, project, monkeypatch):
    """Nobody knows which of the two a document was made of, so it is made again."""
    from onrecord.briefing import build

    finish = build.finish
    monkeypatch.setattr(build, "finish", lambda *given: (finish(*given), (project.case / "late.txt").write_text("x")))
    built()
    monkeypatch.setattr(build, "finish", finish)
    assert built()[0] == {"one", "two"}


PLAIN = [
    "from onrecord.briefings.situation import open_case, banner",
    "%matplotlib inline\nimport pandas as pd, matplotlib.pyplot as plt\npd.read_csv('a.csv').plot();",
    "import math\nprint(math.pi)",
    "open('a.txt').read()",
]
NOT_PLAIN = [
    "import datetime",
    "import time",
    "from random import choice",
    "import os",
    "import requests",
    "import pandas\npandas.Timestamp.now()",
    "import pandas\npandas.Timestamp(' Now')",
    "import numpy as np\nnp.random.rand()",
    "import pandas\npandas.io.common.os.environ",
    "from onrecord.cli import datetime",
    "from onrecord.cli import *",
    "frame.sample(3)",
    "__import__('time')",
    "(1).__class__",
    "getattr(record, 'x')",
    "record.folder.exists()",
    "!date",
    "%time 1",
    "%%bash\ndate",
    "from . import x",
    "import pandas\npandas.read_sql('', '')",
    "eval('1')",
]


@pytest.mark.parametrize("cell", [*PLAIN, *NOT_PLAIN])
def test_only_what_takes_nothing_from_elsewhere_is_kept(project, cell):
    """Clock, chance, network, environment and other programs: such a notebook is made in every build."""
    path = project.notebook("mine", cell)
    assert (modules_of_a_plain_one(path) is not None) == (cell in PLAIN)


def test_the_modules_beside_a_notebook_are_read_as_it_is(project):
    """Those that it imports, and those that they import, are part of it; one that looks at the clock spoils it."""
    path = project.notebook("mine", "import first")
    (project.notebooks / "first.py").write_text("from second import x\n")
    (project.notebooks / "second.py").write_text("import math, first\nx = math.pi\n")
    assert [one.name for one in modules_of_a_plain_one(path)] == ["first.py", "second.py"]
    (project.notebooks / "second.py").write_text("import time\n")
    assert modules_of_a_plain_one(path) is None


READING = """import sys, pathlib
from onrecord.briefing.reads import Reads
reads = Reads(pathlib.Path(sys.argv[1]))
reads.watch()
exec(sys.argv[2])
print(reads.found())
"""


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("open('inside/a.txt')", "{}"),
        ("open('a.txt').close(); open('a.txt').close()", "a.txt"),
        ("pathlib.Path('none.txt').exists() or pathlib.Path('a.txt').read_bytes()", "a.txt"),
        ("import os; os.close(os.open('.', os.O_RDONLY))", "{}"),
        ("import shutil; shutil.rmtree('inside')", "{}"),
        ("open('new.txt', 'w').close()", "None"),
        ("import subprocess; subprocess.run(['true'])", "None"),
        ("import socket; socket.socket().connect_ex(('127.0.0.1', 9))", "None"),
        ("h = open('a.txt'); pathlib.Path('b.txt').replace('a.txt')", "None"),
    ],
)
def test_what_a_cell_opens_is_seen(tmp_path, code, found):
    """Files by their content; writing, programs and the network as what no later build can know of."""
    (tmp_path / "inside").mkdir()
    for name in ("inside/a.txt", "a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    words = [sys.executable, "-c", READING, str(tmp_path / "inside"), code]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)
    said = done.stdout.strip()
    assert said == found if found in ("None", "{}") else str(tmp_path / found) in said


def test_by_the_command_a_notebook_of_ones_own_is_made_when_its_file_changed(project):
    """Real cells in real processes: a file beside the notebook, and the clock."""
    (project.notebooks / "words.txt").write_text("first words")
    project.notebook("reader", "print(open('words.txt').read())")
    project.notebook("clock", "import datetime\nprint(datetime.date.today())")
    words = ["build", "--to", "html"]
    assert project.onrecord(*words).returncode == 0
    (project.notebooks / "words.txt").write_text("second words")
    assert "2 made" not in project.onrecord(*words).stdout  # nothing stood: no count of the two
    assert "second words" in (project.shelf / "reader.html").read_text(encoding="utf-8")
    assert ", 1 made, 1 as it was, " in project.onrecord(*words).stdout


def test_nothing_is_loaded_for_what_stands(project):
    """No frames, no notebooks run, no process started where there is nothing to make."""
    project.notebook("one")
    assert project.onrecord("build").returncode == 0
    code = "import sys; from onrecord.cli import main; main(['build'], standalone_mode=False)"
    seen = f"import atexit, sys; atexit.register(lambda: print(sorted(sys.modules)));{code}"
    done = subprocess.run(
        [sys.executable, "-c", seen], cwd=project.root, env=project.env(), capture_output=True, text=True
    )
    assert "0 made, 1 as it was" in done.stdout
    assert not {"pandas", "pydantic", "IPython", "matplotlib", "onrecord.briefing.build"} & set(
        json.loads(done.stdout.splitlines()[-1].replace("'", '"'))
    )
