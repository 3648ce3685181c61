"""The exporters as nbconvert and JupyterLab reach them."""

import nbformat
import pytest
from nbconvert.exporters import get_exporter
from onrecord.briefing import page, pdf
from onrecord.briefing.document import Document
from onrecord.briefing.exporters import BriefingPage, BriefingPDF, ExportRefusedError


@pytest.mark.parametrize(("name", "exporter"), [("briefing_html", BriefingPage), ("briefing_pdf", BriefingPDF)])
def test_the_entry_points_lead_to_the_exporters(name, exporter):
    """The names that `jupyter nbconvert --to` and JupyterLab's menu know."""
    assert get_exporter(name) is exporter
    assert exporter.export_from_notebook == name


def test_an_export_is_the_same_document_as_a_build(situation):
    """Text for the page, bytes for the PDF, each with its extension."""
    document = Document.from_notebook(situation)
    html, html_resources = BriefingPage().from_notebook_node(situation)
    made, pdf_resources = BriefingPDF().from_notebook_node(situation)
    assert (html, html_resources["output_extension"]) == (page.render(document), ".html")
    assert (made, pdf_resources["output_extension"]) == (pdf.render(document), ".pdf")


def test_the_command_writes_both_documents(situation, tmp_path):
    """`jupyter nbconvert --to briefing_pdf`, as a person would run it."""
    from nbconvert.nbconvertapp import NbConvertApp

    nbformat.write(situation, tmp_path / "situation.ipynb")
    for name in ("briefing_html", "briefing_pdf"):
        app = NbConvertApp(log_level="ERROR")
        app.initialize(["--to", name, str(tmp_path / "situation.ipynb")])
        app.start()
    assert (tmp_path / "situation.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "situation.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("exporter", [BriefingPage, BriefingPDF])
def test_a_notebook_that_cannot_be_exported_says_why(by_hand, exporter):
    """The message names the notebook, the problem and the remedy; no trace of the inside."""
    with pytest.raises(
        ExportRefusedError,
        match=r"draft\.ipynb cannot be exported:\nE-NOTEBOOK draft\.ipynb .* run every cell",
    ):
        exporter().from_notebook_node(by_hand.notebook(by_hand.cell()), {"metadata": {"name": "draft"}})


def test_the_command_refuses_without_a_traceback(by_hand, tmp_path):
    """A terminal gets the problem in a line and exit code 1, no document, no half of one."""
    import subprocess
    import sys

    nbformat.write(by_hand.notebook(by_hand.cell()), tmp_path / "draft.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "briefing_pdf", str(tmp_path / "draft.ipynb")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "E-NOTEBOOK draft.ipynb no output holds a briefing's banner" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["draft.ipynb"]


def test_a_notebook_without_outputs_is_executed_where_that_is_asked_for(project, warm):
    """`jupyter nbconvert --execute --to briefing_html`: the cells run beside the notebook, then comes the document."""
    path = project.notebook("situation", "HTML('<p>made just now</p>')")
    words = ["-m", "nbconvert", "--execute", "--to", "briefing_html", str(path)]
    done = warm.run(words, project.root, project.env())
    assert done.returncode == 0, done.stderr
    assert "made just now" in path.with_suffix(".html").read_text(encoding="utf-8")


def test_warnings_are_logged(by_hand, caplog):
    """What was left out of an exported document is in the log."""
    BriefingPage().from_notebook_node(by_hand.small("<script>x</script>"))
    assert "W-OUTPUT notebook.ipynb cell 2: an output of type text/html with <script> was left out" in caplog.text
