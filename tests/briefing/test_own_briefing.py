"""A briefing of one's own, as a journalist would write it: built, and exported from the notebook."""

import io
import subprocess
import sys

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
GREAT = """from great_tables import GT, loc
listed = GT(frame, rowname_col="who").tab_header("Voices counted").tab_source_note("Source: the coding, by hand.")
listed.tab_footnote("Without repeats", loc.body("said", [1]))"""
PLOT = """import matplotlib.pyplot as plt
plot = frame.plot.barh(x="who", y="said", legend=False).figure
display(plot, metadata={"alt": "the same two bars", "caption": "Two voices, by pandas"})
plt.close(plot)"""
CHART = """from io import StringIO
from IPython.display import SVG, display
from matplotlib.figure import Figure
chart, out = Figure(figsize=(4, 2), layout="constrained"), StringIO()
chart.subplots().barh(["Belarus", "Ukraine"], [14, 3])
chart.savefig(out, format="svg")
display(SVG(out.getvalue()), metadata={"alt": "two bars", "caption": "Two voices"})"""
ASKED = """from IPython.display import Markdown
Markdown(f"At least **{least}** statements were asked for.")"""
SOURCES = """from onrecord.briefings import situation
situation.sources(opened)"""


def own(project):
    """The notebook in its project, its logo beside it."""
    path = project.notebook("own", TABLE, GREAT, CHART, PLOT, ASKED, SOURCES, extra="least: int = 3  # of statements\n")
    notebook = nbformat.read(path, 4)
    cells = [new_code_cell(cell.source, metadata=cell.metadata) for cell in notebook.cells]
    notebook.cells = [*cells[:2], new_markdown_cell(WORDS), *cells[2:]]
    (project.notebooks / "art").mkdir()
    Image.new("RGB", (120, 40), "navy").save(project.notebooks / "art" / "logo.png")
    nbformat.write(notebook, path)
    return path


def is_whole(page, pdf, lost_words, pdf_faults):
    """Whether page and PDF hold all that was put in, and the same words and pictures."""
    main = html.fromstring(page).find(".//main")
    assert [image.get("alt") for image in main.iter("img")] == ["Our logo", "the same two bars"]
    assert main.find(".//math//mfrac") is not None
    assert main.find(".//figure//svg") is not None
    assert [cell.text for cell in main.iterfind(".//td/strong")] == ["14"]
    assert [mark.text_content() for mark in main.iterfind(".//td//sup")] == ["1", "1"]  # of great-tables' note
    assert [link.text for link in main.iterfind(".//article/p//a[@class='cite']")] == ["S04–S05"]
    assert [item.get("id") for item in main.iterfind(".//li[@data-sentence]")] == ["S04", "S05"]
    words = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages).split())
    for part in (
        "[S04–S05]",
        "Counted by hand.",
        "☑ read",
        "Who said it",
        "Figure 1. Two voices",
        "Figure 2. Two voices, by pandas",
        "confirmed the arrival",
        "Voices counted",
        "Source: the coding, by hand.",
        "At least 3 statements",
    ):
        assert part in words
    assert lost_words(page, pdf) == []
    assert pdf_faults(pdf) == []
    pictures = main.xpath(".//figure | .//img[not(ancestor::figure)]")
    assert len([one for one in structure(pdf) if one["/S"] == "/Figure"]) == len(pictures) == 3
    return True


def structure(pdf):
    """Every element of the tree of tags."""
    waiting = [PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        waiting += node if isinstance(node, list) else []
        if isinstance(node, dict):
            waiting += [node["/K"]] if "/K" in node else []
            yield from [node] if "/S" in node else []


def files(stem):
    """Page and PDF of that name."""
    return stem.with_suffix(".html").read_text(encoding="utf-8"), stem.with_suffix(".pdf").read_bytes()


def test_a_briefing_of_ones_own_is_built_without_loss(project, lost_words, pdf_faults):
    """Logo, citation, note, formula, tasks, styled table and chart, and no warning."""
    own(project)
    done = project.onrecord("build", "--briefing", "own")
    assert "1 briefing of 1 case" in done.stdout
    assert "0 warnings" in done.stdout
    assert is_whole(*files(project.shelf / "own"), lost_words, pdf_faults)


def test_the_same_is_exported(project, lost_words, pdf_faults):
    """As JupyterLab's menu does it, from the notebook's own folder."""
    path = own(project)
    for name in ("briefing_html", "briefing_pdf"):
        command = [sys.executable, "-m", "nbconvert", "--execute", "--to", name, str(path)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert "W-" not in done.stderr
    assert is_whole(*files(path.with_suffix("")), lost_words, pdf_faults)
