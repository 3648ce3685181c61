"""The documents as nbconvert exporters: ``jupyter nbconvert --to briefing_html``, ``briefing_pdf`` and so on.

This module offers a class for each format, named by its label: `BriefingPage`, `BriefingPDF`. JupyterLab's *Save and
Export Notebook As* lists those that have an entry point, ``briefing_NAME``, in pyproject.toml.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, ClassVar

from nbconvert.exporters import Exporter
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.utils.exceptions import ConversionException
from nbformat import NotebookNode

from onrecord.briefing.document import Document
from onrecord.briefing.formats import FORMATS, Format
from onrecord.problems import ProblemsError


class ExportRefusedError(ConversionException):
    """The notebook cannot become a document; the message says why, a problem a line."""


class BriefingExporter(Exporter):
    """An executed notebook becomes a Document, set in the class's `format`; its warnings are logged.

    It is executed here where that is asked for (``--execute``), by nbconvert's own preprocessor.
    """

    format: ClassVar[Format]

    def from_notebook_node(  # type: ignore[override]  # nbconvert's own exporters give text or bytes as well
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kwargs: object
    ) -> tuple[str | bytes, ResourcesDict]:
        """What nbconvert writes, text where the format is text, and the resources."""
        made = self.format.set(self.document(nb, resources))
        return made.decode() if self.format.media_type.startswith("text/") else made, self._resources(resources)

    def document(self, nb: NotebookNode, resources: dict[str, Any] | None) -> Document:
        """The document of `nb` as the preprocessors that are enabled leave it.

        Raises ExportRefusedError with every problem when there can be none.
        """
        name = ((resources or {}).get("metadata") or {}).get("name", "notebook")
        nb, _ = super().from_notebook_node(nb, resources)
        try:
            document = Document.from_notebook(nb, f"{name}.ipynb", _place(resources))
        except ProblemsError as refused:
            message = f"{name}.ipynb cannot be exported:\n{refused}"
            if _is_command():
                sys.exit(message)  # nbconvert would print a traceback round it
            raise ExportRefusedError(message) from None
        for warning in document.problems:
            self.log.warning("%s", warning)
        return document

    def _resources(self, resources: dict[str, Any] | None) -> ResourcesDict:
        kept = ResourcesDict(str)
        kept.update(resources or {})
        kept["output_extension"] = self.file_extension
        return kept


def _place(resources: dict[str, Any] | None) -> Path | None:
    """Where the notebook's file is, as far as nbconvert says so."""
    facts = (resources or {}).get("metadata") or {}
    return Path(facts["path"] or ".") / f"{facts.get('name', 'notebook')}.ipynb" if "path" in facts else None


def _is_command() -> bool:
    """Whether `jupyter nbconvert` itself is running, rather than a server or a program."""
    from nbconvert.nbconvertapp import NbConvertApp
    from traitlets.config import Application

    return Application.initialized() and isinstance(Application.instance(), NbConvertApp)


def exporter(one: Format) -> type[BriefingExporter]:
    """The exporter class of a format."""
    facts = {
        "__doc__": f"An executed briefing as {one.label}.",
        "__module__": __name__,
        "format": one,
        "export_from_notebook": f"briefing_{one.name}",
        "file_extension": f".{one.name}",
        "output_mimetype": one.media_type,
    }
    return type(_class_name(one), (BriefingExporter,), facts)


def _class_name(one: Format) -> str:
    return "Briefing" + one.label.replace(" ", "")


def __getattr__(name: str) -> type[BriefingExporter]:
    for one in FORMATS.values():
        if _class_name(one) == name:
            made = globals()[name] = exporter(one)
            return made
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
