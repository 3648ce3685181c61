"""From the cells of an executed notebook to elements of the subset, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

from lxml import etree
from lxml.builder import E
from nbformat import NotebookNode

from onrecord.briefing.document import maths
from onrecord.briefing.document.footnotes import number_notes
from onrecord.briefing.document.markdown import html_of
from onrecord.briefing.document.pictures import Album, Attachments
from onrecord.briefing.document.sentences import link_sentences
from onrecord.briefing.document.styles import apply_styles
from onrecord.briefing.document.subset import classes, clean, element, parent_of, text_of
from onrecord.problems import Problem, problem
from onrecord.wording.places import together

INJECTED = "injected-parameters"
LAB_ONLY = "lab-only"
NOTE = "note"  # of a cell of words on the briefing itself, which need no citation
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif")  # the one wanted most comes first
RUNS = re.compile(r"<(script|iframe|video|audio)\b|\bbk-notebook-logo\b", re.IGNORECASE)
WAITS = re.compile(r"|Make this Notebook Trusted to load map: .*|Loading BokehJS \W*")  # words for want of what runs
CHARTS = {
    "plotly": "plotly.io.renderers.default = 'svg' (with kaleido)",
    "vega": "altair.renderers.enable('svg') (with vl-convert-python)",
    "bokeh": "bokeh.io.export_svg, then display(SVG(filename=…))",
    "holoviews": "hv.extension('matplotlib')",
    "leaflet": "save one of the map beside the notebook, and show it as ![what it shows](map.png)",
}  # what the name of an output tells of its library -> how that shows an SVG
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

    def __init__(self, file: str, album: Album | None = None):
        self.file = file
        self.album = album or Album()
        self.problems: list[Problem] = []
        self._number = 0
        self._notes = 0

    def read(self, nb: NotebookNode) -> Iterator[etree._Element]:
        """The elements that the document is made of; cells tagged lab-only give none."""
        for self._number, cell in enumerate(authored(nb), start=1):
            if LAB_ONLY not in tags(cell):
                yield from self._cell(cell)

    def _cell(self, cell: NotebookNode) -> Iterator[etree._Element]:
        if cell.cell_type == "markdown":
            for made in self._markdown(cell.source, cell.get("attachments", {})):
                if NOTE in tags(cell) and made.tag == "p":
                    made.set("class", NOTE)
                yield made
        elif cell.cell_type == "code":
            for output in cell.get("outputs", []):
                yield from self._output(output, cell)

    def _markdown(self, text: str, attachments: Attachments | None = None) -> list[etree._Element]:
        """An analyst's own words: with formulas, footnotes and citations of sentences."""
        made = element("div", "", *self._clean(html_of(text), attachments or {}))
        for place in [node for node in made.iter("span", "p") if "math" in classes(node)]:
            self._formula(place)
        self._notes = number_notes(made, self._number, self._notes)
        link_sentences(made, self._number)
        return list(made)

    def _formula(self, place: etree._Element) -> None:
        tex = place.text or ""
        alone = place.tag == "p" or "alone" in classes(place)
        made = self._set_formula(tex, alone and place.tag == "p")
        made.tail, place.tail = place.tail, None
        parent_of(place).replace(place, made)

    def _set_formula(self, tex: str, alone: bool) -> etree._Element:
        try:
            made = maths.formula(tex, alone)
            return element("p", "", made, class_="formula") if alone else made
        except maths.NoFormulaError as why:
            found = f"the formula {tex.strip()[:60]!r} is shown as it is written: {why}"
            self._left_out(found, "write it with other commands, or as a picture")
            return maths.shown_as_written(tex, alone)

    def _latex(self, words: str) -> etree._Element:
        """A formula, or a paragraph with formulas among its words."""
        parts = list(maths.pieces(words))
        if len(parts) == 1:
            ((tex, how),) = parts
            return self._set_formula(tex, how == "alone")
        return E.p(*(part if how == "words" else self._set_formula(part, False) for part, how in parts))

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
        picture = next((mime for mime in PICTURES if mime in data), None)
        if "text/html" in data and not _is_live(data):
            yield from self._clean(together(_joined(data["text/html"])))
        elif picture:
            facts = {**metadata, **metadata.get(picture, {})}
            yield from self._picture(_markup(picture, _joined(data[picture])), facts)
        elif "text/markdown" in data:
            yield from self._markdown(_joined(data["text/markdown"]))
        elif "text/latex" in data:
            yield self._latex(_joined(data["text/latex"]))
        elif set(data) <= {"text/plain"}:
            yield from _as_is(_joined(data.get("text/plain", "")))
        else:
            yield from self._live(data)

    def _live(self, data: Data) -> list[etree._Element]:
        """What stays of an output that a browser or a kernel would bring to life: its words, if there are any."""
        before = len(self.problems)
        made = [] if _is_widget(data) else self._clean(_joined(data.get("text/html", "")))
        if any(map(_is_drawn, made)) or not WAITS.fullmatch(" ".join(" ".join(map(text_of, made)).split())):
            return made
        del self.problems[before:]  # of what is in it, now that all of it is named
        self._unshown(data)
        return []

    def _unshown(self, data: Data) -> None:
        """Says what was left out, and how its library shows a picture."""
        named, markup = ", ".join(sorted(set(data) - {"text/plain"})), _joined(data.get("text/html", "")).lower()
        words = named + markup[:100_000]
        if runs := " ".join(f"<{tag}>" for tag in sorted({one for one in RUNS.findall(markup) if one})):
            named += f" with {runs}"
        instead = next((how for library, how in CHARTS.items() if library in words), "")
        remedy = f"show it as a picture: {instead}" if instead else "show it as HTML, SVG, PNG or a table"
        self._left_out(f"an output of type {named} was left out", remedy)

    def _picture(self, markup: str, facts: Data) -> Iterator[etree._Element]:
        """An analyst's own picture as a figure; its text alternative travels in the output's metadata."""
        alt = str(facts.get("alt", "")).strip()
        figure = element("figure", data_alt=alt or NO_DESCRIPTION)
        if facts.get("caption"):
            figure.append(element("figcaption", str(facts["caption"])))
        figure.extend(self._clean(_named(markup, alt or NO_DESCRIPTION)))
        if next(figure.iter("svg", "img"), None) is None:
            return
        if not alt:
            figure.append(element("p", NO_DESCRIPTION + ".", class_="figure-note"))
            remedy = "give one: display(figure, metadata={'alt': 'what it shows'})"
            self._left_out("a figure has no text alternative", remedy)
        yield figure

    def _clean(self, markup: str, attachments: Attachments | None = None) -> list[etree._Element]:
        left_out: dict[str, None] = {}
        album = replace(self.album, attachments=attachments or {})
        elements = clean(markup, lambda what: left_out.setdefault(what), lambda root: self._prepare(root, album))
        for what in left_out:
            self._left_out(f"{what} was left out", "a document holds text, tables and figures only")
        return elements

    def _prepare(self, root: etree._Element, album: Album) -> None:
        album.settle(root, self._left_out)
        if next(root.iter("style", "td"), None) is not None:
            apply_styles(root, self._left_out)

    def _left_out(self, found: str, remedy: str) -> None:
        self.problems.append(problem("W-OUTPUT", file=self.file, cell=self._number, found=found, remedy=remedy))

    def _cell_failed(self, output: NotebookNode, cell: NotebookNode) -> None:
        first = next((line for line in cell.source.splitlines() if line.strip()), "")
        found = f"{output.ename}: {output.evalue} (the cell starts {first.strip()[:80]!r})"
        remedy = "mend the cell and run the notebook again"
        self.problems.append(problem("E-CELL", file=self.file, cell=self._number, found=found, remedy=remedy))


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _is_live(data: Data) -> bool:
    """Whether its HTML shows nothing without a script or a kernel."""
    return _is_widget(data) or bool(RUNS.search(_joined(data["text/html"])))


def _is_drawn(made: etree._Element) -> bool:
    """Whether it has a picture."""
    return any(node.tag == "img" or len(node) for node in made.iter("img", "svg"))


def _is_widget(data: Data) -> bool:
    return any("widget-view" in mime for mime in data)


def _as_is(text: str) -> Iterator[etree._Element]:
    if text:
        yield element("pre", text)


def _named(markup: str, alt: str) -> str:
    """The picture with its text alternative."""
    kind, name = ("img", "alt") if markup.startswith("<img") else ("svg", "aria-label")
    return markup.replace(f"<{kind}", f'<{kind} {name}="{escape(alt)}"', 1)


def _markup(mime: str, data: str) -> str:
    """HTML that shows a picture: an SVG itself, another in base64."""
    if mime == "image/svg+xml":
        return data[max(data.find("<svg"), 0) :]
    return f'<img src="data:{mime};base64,{_BLANK.sub("", data)}">'
