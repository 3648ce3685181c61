"""From the cells of an executed notebook to elements of the subset, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from nbformat import NotebookNode

from onrecord.briefing.document.subset import clean, element
from onrecord.problems import Problem, problem

INJECTED = "injected-parameters"
LAB_ONLY = "lab-only"
PICTURES = ("image/svg+xml", "image/png", "image/jpeg")  # the one that is wanted most comes first
NO_DESCRIPTION = "Figure without a description"
_BLANK = re.compile(r"\s")
Data = dict[str, Any]  # of an output, by media type; or its metadata


def authored(nb: NotebookNode) -> list[NotebookNode]:
    """The cells that a person wrote: all but the parameters that a build injects."""
    return [cell for cell in nb.cells if INJECTED not in tags(cell)]


def tags(cell: NotebookNode) -> list[str]:
    """The tags of `cell`."""
    found: list[str] = cell.metadata.get("tags", [])
    return found


class CellReader:
    """Reads cell after cell and gathers what has to be said about them in `problems`."""

    def __init__(self, file: str):
        self.file = file
        self.problems: list[Problem] = []
        self._number = 0

    def read(self, nb: NotebookNode) -> Iterator[etree._Element]:
        """The elements that the document is made of; cells tagged lab-only give none."""
        for self._number, cell in enumerate(authored(nb), start=1):
            if LAB_ONLY not in tags(cell):
                yield from self._cell(cell)

    def _cell(self, cell: NotebookNode) -> Iterator[etree._Element]:
        if cell.cell_type == "markdown":
            yield from self._clean(_html(cell.source))
        elif cell.cell_type == "code":
            for output in cell.get("outputs", []):
                yield from self._output(output, cell)

    def _output(self, output: NotebookNode, cell: NotebookNode) -> Iterator[etree._Element]:
        if output.output_type == "error":
            self._cell_failed(output, cell)
        elif output.output_type == "stream":
            yield from self._written(output)
        else:
            yield from self._shown(output.get("data", {}), output.get("metadata", {}))

    def _written(self, output: NotebookNode) -> Iterator[etree._Element]:
        if output.name == "stderr":
            last = output.text.strip().splitlines()[-1:] or [""]
            self._left_out(f"wrote to stderr: {last[0][:200]}", "mend what it warns of")
        else:
            yield element("pre", output.text.rstrip("\n"))

    def _shown(self, data: Data, metadata: Data) -> Iterator[etree._Element]:
        """The richest form of an output that a document can hold."""
        widget = any("widget-view" in mime for mime in data)
        picture = next((mime for mime in PICTURES if mime in data), None)
        if "text/html" in data and not widget:
            yield from self._clean(_joined(data["text/html"]))
        elif picture:
            yield self._picture(_markup(picture, _joined(data[picture])), {**metadata, **metadata.get(picture, {})})
        elif "text/markdown" in data:
            yield from self._clean(_html(_joined(data["text/markdown"])))
        elif set(data) <= {"text/plain"}:
            yield from _as_is(_joined(data.get("text/plain", "")))
        else:
            named = ", ".join(sorted(set(data) - {"text/plain"}))
            self._left_out(f"an output of type {named} was left out", "show it as HTML, SVG, PNG or a table")

    def _picture(self, markup: str, facts: Data) -> etree._Element:
        """An analyst's own picture as a figure; its text alternative travels in the output's metadata."""
        alt = str(facts.get("alt", "")).strip()
        figure = element("figure", data_alt=alt or NO_DESCRIPTION)
        if facts.get("caption"):
            figure.append(element("figcaption", str(facts["caption"])))
        figure.extend(self._clean(markup))
        if not alt:
            figure.append(element("p", NO_DESCRIPTION + ".", class_="figure-note"))
            remedy = "give one: display(figure, metadata={'alt': 'what it shows'})"
            self._left_out("a figure has no text alternative", remedy)
        return figure

    def _clean(self, markup: str) -> list[etree._Element]:
        left_out: dict[str, None] = {}
        elements = clean(markup, lambda what: left_out.setdefault(what))
        for what in left_out:
            self._left_out(f"{what} was left out", "a document holds text, tables and figures only")
        return elements

    def _left_out(self, found: str, remedy: str) -> None:
        self.problems.append(problem("W-OUTPUT", file=self.file, cell=self._number, found=found, remedy=remedy))

    def _cell_failed(self, output: NotebookNode, cell: NotebookNode) -> None:
        first = next((line for line in cell.source.splitlines() if line.strip()), "")
        found = f"{output.ename}: {output.evalue} (the cell starts {first.strip()[:80]!r})"
        remedy = "mend the cell and run the notebook again"
        self.problems.append(problem("E-CELL", file=self.file, cell=self._number, found=found, remedy=remedy))


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _as_is(text: str) -> Iterator[etree._Element]:
    if text:
        yield element("pre", text)


def _markup(mime: str, data: str) -> str:
    """HTML that shows a picture: an SVG itself, another in base64."""
    if mime == "image/svg+xml":
        return data[max(data.find("<svg"), 0) :]
    return f'<img src="data:{mime};base64,{_BLANK.sub("", data)}">'


def _html(markdown: str) -> str:
    """HTML of an analyst's Markdown; HTML in it is shown, not used."""
    import mistune

    return str(mistune.create_markdown(escape=True, plugins=["table"])(markdown))
