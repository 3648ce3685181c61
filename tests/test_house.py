"""analysis/README.md is true: its rooms are the package's, its paths exist, its examples run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "analysis" / "onrecord"
README = (ROOT / "analysis" / "README.md").read_text(encoding="utf-8")
NEW = re.compile(r"^ *```python\n(.*?)^ *```$", flags=re.M | re.S)
SCRIPT = """
import shutil, sys
from pathlib import Path
from onrecord import open_case
from onrecord.coding.changing.dismissing import dismiss_notes
from onrecord.coding.checks.actors_have_a_name import a_name_is_no_id
from onrecord.coding.reading import read_coding
from onrecord.drafting.finding.attributions import find
from onrecord.measures.unnamed_sources import unnamed_source_rate
from onrecord.prose.who_is_unnamed import who_is_unnamed

case = open_case("belarus-troops-2023")
print(unnamed_source_rate(case).text)
figure = case.figures.unnamed_voices()
print(figure.rows, "<svg" in figure.svg, "S06" in figure.table._repr_html_())
print(who_is_unnamed(case)._repr_html_())
print(list(a_name_is_no_id(read_coding(case.folder))))
print([one.rule for one in find("The dam will hold, or so the mayor said.")])
copy = Path(shutil.copytree(case.folder, Path(sys.argv[1]) / case.id))
dismiss_notes(copy)
print(open_case(copy).coded("notes"))
"""
PLACED = [  # what the recipe of a drafting rule adds to files that are there
    ("registry.py", "MODULES = (", "MODULES = (hearsay, "),
    ("registry.py", "ORDER = (\n", "ORDER = (\n    hearsay.or_so_speech,\n"),
    ("registry.py", "nominals, passives, speech\n", "hearsay, nominals, passives, speech\n"),
    ("../lexicon/precision.csv", "rule,precision,count\n", "rule,precision,count\nor_so_speech,0.000,0\n"),
]


def examples() -> dict[str, str]:
    """The new files that the recipes show, by the path in their first line."""
    found = (textwrap.dedent(match[1]).split("\n", 1) for match in NEW.finditer(README))
    return {path.removeprefix("# "): source for path, source in found}


def modules() -> set[str]:
    """The rooms and the modules beside them, as the README writes them."""
    rooms = {f"{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")}
    return rooms | {path.name for path in PACKAGE.glob("*.py") if path.name != "__init__.py"}


def test_the_readme_names_every_room_and_no_other():
    """The first column of the table of rooms."""
    table = README.partition("## The rooms")[2].partition("Inside the larger rooms")[0]
    assert set(re.findall(r"^\| `([\w./]+)` \|", table, flags=re.M)) == modules()


def test_the_rooms_stand_in_the_order_of_the_contract():
    """From top to bottom, as import-linter holds it."""
    contract = (
        (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("Each room imports only rooms below it")[2]
    )
    layers = contract.partition("\nlayers = [")[2].partition("\n]")[0].replace("onrecord.", "")
    there = {name.removesuffix("/").removesuffix(".py") for name in modules()}
    table = README.partition("## The rooms")[2].partition("Inside the larger rooms")[0]
    named = re.findall(r"^\| `(\w+)(?:/|\.py)` \|", table, flags=re.M)
    assert named == [name for name in re.findall(r"\w+", layers) if name in there]


def test_every_path_that_the_readme_names_exists():
    """From the top, from the package, or as a link."""
    prose = NEW.sub("", README)
    named = [path for path in re.findall(r"`([\w./-]+/[\w./-]*)`", prose) if "CASE" not in path]
    assert len(named) > 40
    missing = [path for path in named if not any((base / path).exists() for base in (ROOT, PACKAGE))]
    assert missing == []
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if not (ROOT / "analysis" / link).exists()]
    assert links == []


def test_nothing_cites_a_document_that_is_not_here():
    """The codebook is cited by rule or section, other documents by their path."""
    absent = re.compile(r"\b(?:briefings|dossier|rendering|models|architecture)(?:\.md)?, sections? \d")
    files = [path for folder in ("analysis", "tests") for path in (ROOT / folder).rglob("*.py")]
    assert [path.name for path in files if absent.search(path.read_text(encoding="utf-8"))] == []


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with the new files of the recipes."""
    analysis = tmp_path_factory.mktemp("house") / "analysis"
    shutil.copytree(PACKAGE, analysis / "onrecord", ignore=shutil.ignore_patterns("__pycache__"))
    for path, source in examples().items():
        assert not (analysis.parent / path).exists(), path
        (analysis.parent / path).write_text(source, encoding="utf-8")
    for name, old, new in PLACED:
        path = analysis / "onrecord" / "drafting" / "finding" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return analysis


def run(scratch: Path, *command: str, where: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A command that sees the copy."""
    environment = os.environ | {"PYTHONPATH": str(scratch), "MYPYPATH": str(scratch)}
    return subprocess.run([sys.executable, *command], cwd=where, env=environment, capture_output=True, text=True)


def test_the_examples_do_on_the_seed_what_the_recipes_say(scratch: Path, tmp_path: Path):
    """A measure, a figure, a paragraph, a check, a drafting rule and a change."""
    done = run(scratch, "-W", "error", "-c", SCRIPT, str(tmp_path))
    assert done.returncode == 0, done.stderr
    rate, figure, paragraph, problems, rules, notes = done.stdout.splitlines()
    assert rate == "1 of 14"
    assert figure == "('st-09',) True True"
    assert "1 of 14 attributed statements come from a source without a name." in paragraph
    assert (problems, rules, notes) == ("[]", "['or_so_speech']", "False")


def test_the_examples_keep_to_the_rules_of_the_house(scratch: Path):
    """Ruff finds nothing in them, and the contract of imports has nothing against them."""
    paths = [str(scratch.parent / path) for path in examples()]
    config = ["--config", str(ROOT / "pyproject.toml")]
    for command in (["check", *config, "--no-cache", *paths], ["format", *config, "--no-cache", "--check", *paths]):
        done = run(scratch, "-m", "ruff", *command)
        assert done.returncode == 0, done.stdout
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = run(scratch, "-c", linter, "--no-cache")
    assert "Contracts: " in done.stdout, done.stderr
    names = [path.removeprefix("analysis/").removesuffix(".py").replace("/", ".") for path in examples()]
    assert [name for name in names if name in done.stdout] == []
