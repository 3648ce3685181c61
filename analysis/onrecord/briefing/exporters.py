"""The two documents as nbconvert exporters: ``jupyter nbconvert --to briefing_html`` or ``briefing_pdf``.

JupyterLab's *Save and Export Notebook As* lists them under the same names.
"""

from __future__ import annotations

import sys

from nbconvert.exporters import Exporter
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.utils.exceptions import ConversionException
from nbformat import NotebookNode

from onrecord.briefing.document import Document
from onrecord.problems import ProblemsError


class ExportRefusedError(ConversionException):
    """The notebook cannot become a document; the message says why, a problem a line."""


class BriefingExporter(Exporter):
    """What both have in common: an executed notebook becomes a Document, its warnings are logged.

    It is executed here where that is asked for (``--execute``), by nbconvert's own preprocessor.
    """

    def document(self, nb: NotebookNode, resources: dict | None) -> Document:
        """The document of `nb` as the preprocessors that are enabled leave it.

        Raises ExportRefusedError with every problem when there can be none.
        """
        name = ((resources or {}).get("metadata") or {}).get("name", "notebook")
        nb, _ = super().from_notebook_node(nb, resources)
        try:
            document = Document.from_notebook(nb, f"{name}.ipynb")
        except ProblemsError as refused:
            message = f"{name}.ipynb cannot be exported:\n{refused}"
            if _is_command():
                sys.exit(message)  # nbconvert would print a traceback round it
            raise ExportRefusedError(message) from None
        for warning in document.problems:
            self.log.warning("%s", warning)
        return document

    def _resources(self, resources: dict | None) -> ResourcesDict:
        kept = ResourcesDict(str)
        kept.update(resources or {})
        kept["output_extension"] = self.file_extension
        return kept


def _is_command() -> bool:
    """Whether `jupyter nbconvert` itself is running, rather than a server or a program."""
    from nbconvert.nbconvertapp import NbConvertApp
    from traitlets.config import Application

    return Application.initialized() and isinstance(Application.instance(), NbConvertApp)


class BriefingPage(BriefingExporter):
    """An executed briefing as one HTML file."""

    export_from_notebook = "briefing_html"
    file_extension = ".html"
    output_mimetype = "text/html"

    def from_notebook_node(self, nb, resources=None, **kwargs):
        """The page and the resources."""
        from onrecord.briefing import page

        return page.render(self.document(nb, resources)), self._resources(resources)


class BriefingPDF(BriefingExporter):
    """An executed briefing as an accessible PDF."""

    export_from_notebook = "briefing_pdf"
    file_extension = ".pdf"
    output_mimetype = "application/pdf"

    def from_notebook_node(self, nb, resources=None, **kwargs):
        """The PDF's bytes and the resources."""
        from onrecord.briefing import pdf

        return pdf.render(self.document(nb, resources)), self._resources(resources)
