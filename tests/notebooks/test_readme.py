"""notebooks/README.md: its example is a briefing, and it names every notebook."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
README = (NOTEBOOKS / "README.md").read_text(encoding="utf-8")
EXAMPLE = README.partition("## Write your own")[2].partition("### What makes a good one")[0]
BLOCK = re.compile(r"^\*\*(?:(?!^```).)*?```(json|markdown|python)\n(.*?)\n```$", flags=re.M | re.S)
KINDS = {"markdown": new_markdown_cell, "python": new_code_cell}


def example() -> nbformat.NotebookNode:
    """The briefing that the README tells how to write, cell by cell, with the tags that it names."""
    blocks = [(match[0].partition("\n")[0], match[1], match[2]) for match in BLOCK.finditer(EXAMPLE)]
    (metadata,) = (json.loads(text) for _, language, text in blocks if language == "json")
    cells = [
        KINDS[language](text, id=f"heard-{number:02}", metadata={"tags": re.findall(r"tagged `([\w-]+)`", head)})
        for number, (head, language, text) in enumerate(blocks)
        if language in KINDS
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel, **metadata})


@pytest.fixture
def written(project):
    """A project in which the example was written as the README says."""
    nbformat.write(example(), project.notebooks / "heard.ipynb")
    return project


def test_the_example_is_built_by_the_command_that_the_readme_gives(written):
    """A page with its banner, figure, cited sentence and sources; nothing of the lab."""
    (command,) = re.findall(r"^Then `onrecord (build .*)`\.$", EXAMPLE, flags=re.M)
    done = written.onrecord(*command.split(), "--to", "html")
    assert (done.returncode, "warning" in done.stderr) == (0, False), done.stderr
    page = (written.shelf / "heard.html").read_text(encoding="utf-8")
    for part in ("Who is heard", 'class="banner"', "<figure", "3 of 26 statements are quoted", 'class="sources"'):
        assert part in page
    assert "Run All" not in page


def test_the_example_is_a_thin_notebook():
    """As those in git: parameters first, calls of a few lines."""
    code = [cell for cell in example().cells if cell.cell_type == "code"]
    assert code[0].metadata.tags == ["parameters"]
    assert len(code) > 5
    assert max(len(cell.source.splitlines()) for cell in code) <= 6


def test_the_example_is_in_the_list_with_its_parameters(written):
    """`onrecord list` names it in the words of its metadata."""
    listed = written.onrecord("list").stdout
    assert "heard  Who is heard. The voices of one article" in listed
    assert "-p marking=STR  printed at the head of every page" in listed


def test_the_readme_names_every_notebook_and_no_other():
    """Its first table."""
    named = re.findall(r"^\| `([\w-]+\.ipynb)` \|", README, flags=re.M)
    assert sorted(named) == sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
