"""What draft and attribute print of files: what was left out, and one line for each that is not read."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from onrecord.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    return lambda *arguments: CliRunner().invoke(main, arguments)


@pytest.fixture
def document(made, article, tmp_path):
    """A Word document with a table."""

    def change(document):
        document.add_table(1, 1).cell(0, 0).text = "Town"

    data = made.docx(article.headline, article.first, article.second, styles=["Title"], change=change)
    (tmp_path / "story.docx").write_bytes(data)
    return "story.docx"


def test_draft_says_what_it_left_out(run, document, tmp_path):
    """And makes the case."""
    result = run("draft", document, "--case", "dam")
    assert result.exit_code == 0, result.output
    assert "story.docx: left out 1 table (“Town”)" in result.stderr.splitlines()
    assert (tmp_path / "seeds" / "dam" / "article.txt").read_text(encoding="utf-8").startswith("Dam breaks in valley\n")


def test_attribute_says_it_beside_the_lines(run, document):
    """The lines are JSON and nothing else."""
    result = run("attribute", document)
    assert result.exit_code == 0, result.output
    assert {json.loads(line)["doc"] for line in result.stdout.splitlines()} == {"story"}
    assert result.stderr.splitlines() == ["story.docx: left out 1 table (“Town”)"]


@pytest.mark.parametrize("command", ["draft", "attribute"])
def test_what_is_not_read_is_one_line_and_no_traceback(command, run, tmp_path):
    """With the formats that are."""
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run(command, "scan.png")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("E-DRAFT-FORMAT scan.png")
    assert ".docx, .odt, .rtf" in line
    assert list((tmp_path / "seeds").iterdir()) == []


@pytest.mark.parametrize("command", ["draft", "attribute"])
def test_a_symbolic_link_is_refused_by_name(command, run, tmp_path):
    """It may lead anywhere on this machine."""
    (tmp_path / "secret.txt").write_text("The mayor said that it is a secret.", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("secret.txt")
    result = run(command, "link.txt")
    assert result.exit_code == 2
    assert "link.txt is a symbolic link" in result.stderr
    assert "secret" not in result.output


def test_a_device_without_end_is_refused(run):
    """No more is read than any file may hold."""
    result = run("draft", "/dev/zero")
    assert result.exit_code == 2
    assert "E-DRAFT-LONG" in result.stderr
