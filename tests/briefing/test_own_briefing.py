"""A briefing of one's own, as a journalist would write it: built, and exported from the notebook."""

import io

import nbformat
from lxml import html
from nbformat.v4 import new_code_cell, new_markdown_cell
from PIL import Image
from pypdf import PdfReader

WORDS = r"""## What it says

![Our logo](art/logo.png)

The ministry confirms the arrival [S04–S05].[^1] A share is $s = \frac{k}{n}$.

- [x] read
- [ ] checked

[^1]: Counted by *hand*.
"""
TABLE = """import pandas as pd
frame = pd.DataFrame({"who": ["Belarus", "Ukraine"], "said": [14, 3]})
frame.style.hide(axis="index").set_caption("Who said it").highlight_max(subset=["said"], props="font-weight: bold")"""
CHART = """from io import StringIO
from IPython.display import SVG, display
from matplotlib.figure import Figure
chart, out = Figure(figsize=(4, 2)), StringIO()
chart.subplots().barh(["Belarus", "Ukraine"], [14, 3])
chart.savefig(out, format="svg")
display(SVG(out.getvalue()), metadata={"alt": "two bars", "caption": "Two voices"})"""
SOURCES = """from onrecord.briefings import situation
situation.sources(opened)"""


def own(project):
    """The notebook in its project, its logo beside it."""
    path = project.notebook("own", TABLE, CHART, SOURCES)
    notebook = nbformat.read(path, 4)
    cells = [new_code_cell(cell.source, metadata=cell.metadata) for cell in notebook.cells]
    notebook.cells = [*cells[:2], new_markdown_cell(WORDS), *cells[2:]]
    (project.notebooks / "art").mkdir()
    Image.new("RGB", (120, 40), "navy").save(project.notebooks / "art" / "logo.png")
    nbformat.write(notebook, path)
    return path


def is_whole(page, pdf):
    """Whether page and PDF hold all that was put in."""
    main = html.fromstring(page).find(".//main")
    assert [image.get("alt") for image in main.iter("img")] == ["Our logo"]
    assert main.find(".//math//mfrac") is not None
    assert main.find(".//figure//svg") is not None
    assert main.find(".//td/strong").text == "14"
    assert [link.text for link in main.iterfind(".//article/p//a[@class='cite']")] == ["S04–S05"]
    assert [item.get("id") for item in main.iterfind(".//li[@data-sentence]")] == ["S04", "S05"]
    words = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages).split())
    for part in (
        "[S04–S05]",
        "Counted by hand.",
        "☑ read",
        "Who said it",
        "Figure 1. Two voices",
        "confirmed the arrival",
    ):
        assert part in words
    return True


def test_a_briefing_of_ones_own_is_built_without_loss(project):
    """Logo, citation, note, formula, tasks, styled table and chart, and no warning."""
    own(project)
    done = project.onrecord("build", "--briefing", "own")
    assert "1 briefing of 1 case" in done.stdout
    assert "0 warnings" in done.stdout
    assert is_whole((project.shelf / "own.html").read_text(encoding="utf-8"), (project.shelf / "own.pdf").read_bytes())


def test_the_same_is_exported(project, warm):
    """As JupyterLab's menu does it, from the notebook's own folder."""
    path = own(project)
    for name in ("briefing_html", "briefing_pdf"):
        done = warm.run(["-m", "nbconvert", "--execute", "--to", name, str(path)], project.root, project.env())
        assert done.returncode == 0, done.stderr
        assert "W-" not in done.stderr
    assert is_whole(path.with_suffix(".html").read_text(encoding="utf-8"), path.with_suffix(".pdf").read_bytes())
