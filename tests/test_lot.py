"""The lot: what stands at the top, what no file in git may hold, and that the ways to install agree."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
TOP = {
    *("seeds", "notebooks", "analysis", "reports", "tests"),
    *("environment.yml", "README.md", "pyproject.toml", "Makefile", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"),
}
CONDA = {"typst": "typst-py"}  # what conda-forge calls otherwise
PIP_ONLY = {"countryinfo", "sentencex"}  # what conda-forge lacks; pip's own install of the project brings it
OF_ONE_MACHINE = re.compile(
    rb"files\.pythonhosted\.org|pypi\.org/simple|--(extra-)?index-url|--find-links|/(?:work|home|root|Users)/[\w.]"
)


def tracked() -> list[Path]:
    """The files in git, as they lie here."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    if listed.returncode:
        pytest.skip("not a checkout: git lists no files here")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def notebooks() -> list[Path]:
    """The notebooks of the repository."""
    return sorted((ROOT / "notebooks").glob("*.ipynb"))


def code_cells(path: Path) -> list[dict]:
    """The code cells of a notebook."""
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def test_the_top_level_is_what_the_house_says():
    """These files and folders, dot files, and no others."""
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} == TOP


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    """What is in git works for whoever clones it."""
    found = {}
    for path in tracked():
        if path != Path(__file__):
            match = OF_ONE_MACHINE.search(path.read_bytes())
            if match:
                found[path.relative_to(ROOT).as_posix()] = match[0]
    assert found == {}


def test_reports_are_not_in_git():
    """A build's files stay out of git, but for the README."""
    assert [path.name for path in tracked() if path.is_relative_to(ROOT / "reports")] == ["README.md"]


@pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.stem)
def test_a_notebook_in_git_holds_no_outputs(path: Path):
    """Neither outputs nor execution counts."""
    cells = code_cells(path)
    assert [cell["source"] for cell in cells if cell["outputs"] or cell["execution_count"] is not None] == []


def requirements(lines: list[str]) -> dict[str, str]:
    """Name and range of each requirement."""
    return {match[1]: match[2] for line in lines if (match := re.fullmatch(r"([\w.-]+)(.*)", line))}


def pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_conda_environment_says_the_same_as_pyproject():
    """The same names, through the map, and the same ranges; pip's own install comes last."""
    project = pyproject()["project"]
    *conda, last = YAML(typ="safe").load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    wanted = requirements(project["dependencies"])
    expected = {CONDA.get(name, name): spec for name, spec in wanted.items() if name not in PIP_ONLY}
    assert requirements(conda) == expected | {"python": project["requires-python"], "pip": ""}
    assert last == {"pip": ["-e ."]}


@pytest.mark.parametrize(("lock", "groups"), [("lock.txt", ["build"]), ("lock-test.txt", ["build", "test"])])
def test_a_lock_pins_every_dependency_with_hashes(lock: str, groups: list[str]):
    """Each requirement of pyproject stands in the lock, exact, hashed, without an address."""
    text = (ROOT / ".ci" / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    assert [block.splitlines()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []
    assert "://" not in text
    declared = pyproject()
    wanted = [
        *declared["project"]["dependencies"],
        *(one for group in groups for one in declared["dependency-groups"][group]),
    ]
    pinned = {block.split("==")[0] for block in blocks}
    assert {name.replace("_", "-").lower().replace(".", "-") for name in requirements(wanted)} <= {
        name.replace(".", "-") for name in pinned
    }


def test_the_locks_agree():
    """What is tested is what is installed: the tests' lock pins all that the other pins, to the same releases."""
    pins = [
        {line.split()[0] for line in (ROOT / ".ci" / name).read_text(encoding="utf-8").splitlines() if "==" in line}
        for name in ("lock.txt", "lock-test.txt")
    ]
    assert pins[0] <= pins[1]


def test_nothing_that_is_installed_is_gpl_alone():
    """An MIT project installs nothing whose only licence is the GPL or AGPL; a choice that has another is one."""
    found = {}
    for line in (ROOT / ".ci" / "lock.txt").read_text(encoding="utf-8").splitlines():
        pinned = re.match(r"([\w.-]+)==", line)
        if pinned and (licence := _licence(pinned[1])) and not any(_is_free_to_use(one) for one in licence):
            found[pinned[1]] = licence
    assert found == {}


def _licence(package: str) -> list[str]:
    """The licences among which a user of an installed package may choose; [] where it is not for this system."""
    try:
        said = metadata(package)
    except PackageNotFoundError:
        return []
    expression = said.get("License-Expression") or "; ".join(
        one for one in said.get_all("Classifier", []) if one.startswith("License")
    )
    return re.split(r" OR |; ", expression or said.get("License") or "nothing said")


def _is_free_to_use(licence: str) -> bool:
    return licence != "nothing said" and not re.search(r"(?<!Lesser )(?<!L)GPL|(?<!Lesser )General Public", licence)


TEMPLATE = "analysis/onrecord/starting/template"


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        (
            "github-workflows",
            [".github/workflows/briefings.yml", ".github/workflows/release.yml", f"{TEMPLATE}/github.yml"],
        ),
        ("github-actions", [".github/actions/briefings/action.yml"]),
        ("gitlab-ci", [f"{TEMPLATE}/gitlab.yml"]),
    ],
)
def test_a_pipeline_fits_its_schema(schema: str, files: list[str]):
    """The schema of whoever runs it, as check-jsonschema brings it; those of a new project among them."""
    checker = str(Path(sys.executable).parent / "check-jsonschema")
    extra = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    command = [checker, "--builtin-schema", f"vendor.{schema}", *extra, *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_obeys_nothing_that_a_build_prints(tmp_path):
    """Commands are stopped around it, by a word that nobody can guess; the build's exit code stays."""
    action = YAML(typ="safe").load(ROOT / ".github" / "actions" / "briefings" / "action.yml")
    [step] = [one for one in action["runs"]["steps"] if one.get("name") == "Build the briefings"]
    command = tmp_path / "onrecord"
    command.write_text("#!/bin/sh\necho ::warning::owned\nexit 1\n")
    command.chmod(0o755)
    tokens = set()
    for _ in range(2):
        run = ["bash", "-eo", "pipefail", "-c", step["run"]]
        there = os.environ | {"RUNNER_TEMP": str(tmp_path), "PATH": f"{tmp_path}:{os.environ['PATH']}", "CASES": ""}
        done = subprocess.run(run, cwd=tmp_path, env=there, capture_output=True, text=True)
        first, *_, last = done.stdout.splitlines()
        token = first.removeprefix("::stop-commands::")
        assert (done.returncode, last, len(token) >= 32) == (1, f"::{token}::", True)
        tokens.add(token)
    assert len(tokens) == 2


def test_the_citation_fits_its_schema_and_names_the_version():
    """Citation File Format 1.2.0; the version, the title and the licence are those of pyproject."""
    path = ROOT / ".github" / "CITATION.cff"
    checker = str(Path(sys.executable).parent / "check-jsonschema")
    done = subprocess.run(
        [checker, "--builtin-schema", "vendor.citation-file-format", str(path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    cited, project = YAML(typ="safe").load(path.read_text(encoding="utf-8")), pyproject()["project"]
    same = {"title": "name", "version": "version", "license": "license", "abstract": "description"}
    assert {key: str(cited[key]) for key in same} == {key: project[name] for key, name in same.items()}


@pytest.mark.parametrize("path", [".github/workflows/briefings.yml", f"{TEMPLATE}/github.yml"])
def test_the_shelf_is_published_only_where_it_is_asked_for(path: str):
    """Every step and job that hands the shelf to Pages asks for the variable, the push and the default branch."""
    jobs = YAML(typ="safe").load((ROOT / path).read_text(encoding="utf-8"))["jobs"]
    pages = [step for job in jobs.values() for step in job["steps"] if "upload-pages" in step.get("uses", "")]
    conditions = [jobs["publish"]["if"], *(step["if"] for step in pages)]
    assert len(conditions) == 2
    for condition in conditions:
        assert "vars.PUBLISH_REPORTS == 'true'" in condition
        assert "github.event_name == 'push'" in condition
        assert "github.event.repository.default_branch" in condition


def test_a_release_is_published_only_where_it_is_asked_for():
    """By a tag, after the wheel was used in a fresh environment, and where the variable says so."""
    workflow = YAML(typ="safe").load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))
    assert workflow["on"] == {"push": {"tags": ["v*"]}}
    assert workflow["jobs"]["publish"]["needs"] == "wheel"
    assert workflow["jobs"]["publish"]["if"] == "vars.PUBLISH_PACKAGE == 'true'"


@pytest.mark.parametrize(("user", "options"), [("0", "--allow-root"), ("1000", "")])
def test_jupyterlab_starts_as_root_and_takes_options(tmp_path: Path, user: str, options: str):
    """As in a container; for anybody else without that option."""
    for name, words in (("id", f"echo {user}"), ("jupyter", 'echo "$@"')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{words}\n")
        (tmp_path / name).chmod(0o755)
    command = [
        "make",
        "--no-print-directory",
        f"BIN={tmp_path}",
        "LAB=--ip 0.0.0.0 --no-browser",
        "-o",
        ".venv/.ready",
        "lab",
    ]
    env = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    url = "--LabApp.default_url=/lab/tree/notebooks/explore.ipynb"
    assert done.stdout.split() == ["lab", *options.split(), url, "--ip", "0.0.0.0", "--no-browser"], done.stderr


def test_every_target_of_the_makefile_has_a_line_of_help():
    """`make help` names them all, each once, and make itself has nothing to say."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, flags=re.M)[1].split()
    done = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    assert [line.split()[0] for line in done.stdout.splitlines()] == phony
    assert len(set(phony)) == len(phony)
