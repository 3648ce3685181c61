"""One registry of formats serves the command, the build, the shelf and the exporters."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from lxml import html
from onrecord.briefing import exporters
from onrecord.briefing.formats import FORMATS, Format, read_formats, register

ROOT = Path(__file__).parents[2]
TOY = "def render(document):\n    return ' '.join(''.join(document.tree.itertext()).split())\n"
WITH_TOY = """import sys
from onrecord.briefing.formats import Format, register

register(Format("txt", "Plain text", "text/plain", "toy"))

if __name__ == "__main__":
    from onrecord.cli import main

    main(sys.argv[1:])
"""


@pytest.fixture
def with_toy(project, monkeypatch):
    """The command, with one more format: a module that sets it, and the one line that registers it."""
    (project.root / "toy.py").write_text(TOY)
    (project.root / "with_toy.py").write_text(WITH_TOY)
    monkeypatch.syspath_prepend(project.root)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "with_toy.py", *words]
        return subprocess.run(command, cwd=project.root, env=project.env(), capture_output=True, text=True)

    return run


@pytest.fixture
def toy(with_toy, monkeypatch) -> Format:
    """The same format in this process."""
    made = Format("txt", "Plain text", "text/plain", "toy")
    monkeypatch.setitem(FORMATS, "txt", made)
    return made


def test_a_new_format_is_built_shelved_and_taken_away(project, with_toy):
    """`--to` takes it, unasked it is made as well, the shelf has a column for it, and a failure removes its file."""
    project.notebook("situation", "'made of words'")
    assert with_toy("build", "--to", "txt").returncode == 0
    assert [path.name for path in project.shelf.glob("situation.*")] == ["situation.txt"]
    assert "made of words" in (project.shelf / "situation.txt").read_text(encoding="utf-8")
    done = with_toy("build")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.suffix for path in project.shelf.glob("situation.*")) == [".html", ".pdf", ".txt"]
    index = html.fromstring((project.reports / "index.html").read_bytes())
    assert [link.text for link in index.iterfind(".//li/a")][1:] == ["PDF", "Plain text"]
    assert f"{project.case.name}/situation.txt" in [link.get("href") for link in index.iter("a")]
    project.notebook("situation", "1 / 0")
    assert with_toy("build").returncode == 1
    assert not list(project.shelf.glob("situation.*"))


def test_a_new_format_is_offered_by_help_and_by_the_refusal_of_another(project, with_toy):
    """Nobody has to write its name a second time."""
    project.notebook("situation")
    assert "html,pdf,txt" in with_toy("build", "--help").stdout
    assert "the formats are: html, pdf, txt" in with_toy("build", "--to", "docx").stderr


def test_a_new_format_is_exported(toy, situation):
    """Its exporter is made from the registry alone: text where the format is text."""
    made, resources = exporters.BriefingPlaintext().from_notebook_node(situation)
    assert made.startswith("Situation")
    assert resources["output_extension"] == ".txt"
    assert exporters.BriefingPlaintext.export_from_notebook == "briefing_txt"
    assert exporters.BriefingPlaintext.output_mimetype == "text/plain"


def test_a_name_is_taken_once():
    """A second format of the name would hide the first."""
    with pytest.raises(ValueError, match="there is a format 'pdf' already"):
        register(Format("pdf", "Other", "application/pdf", "other"))
    assert read_formats(" pdf,html, pdf") == ("pdf", "html")


def test_every_format_has_an_entry_point():
    """JupyterLab's menu and `jupyter nbconvert --to` know it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    offered = project["entry-points"]["nbconvert.exporters"]
    for one in FORMATS.values():
        module, _, name = offered[f"briefing_{one.name}"].partition(":")
        assert module == exporters.__name__
        assert getattr(exporters, name).format is one
