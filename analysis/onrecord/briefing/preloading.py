"""Imported once by the process that forks a child for each briefing: what every child would import."""

from __future__ import annotations

import contextlib
import gc
import importlib
import pkgutil
import sys
from collections.abc import Iterator

from onrecord.briefing.formats import FORMATS

# what notebooks, document, page and PDF import only when they need it
LATE = (
    "IPython.core.application",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.crashhandler",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "IPython.utils.wildcard",
    "bdb",
    "cssselect",
    "encodings.utf_16_be",
    "encodings.utf_16_le",
    "encodings.utf_8_sig",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "mistune.plugins.footnotes",
    "mistune.plugins.table",
    "mistune.plugins.task_lists",
    "mistune.plugins.url",
    "ruamel.yaml",
    "tinycss2",
    "typst",
)


def _import_jsonschema_quickly() -> None:
    """Import jsonschema without its optional check of international addresses, as it is where that is not installed.

    The check builds a grammar at import, 1.3 s, and nothing in a build asks for it. This process is the build's
    own; the module is out of sight for this one import only.
    """
    if "jsonschema" in sys.modules or "rfc3987_syntax" in sys.modules:
        return
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # as importlib documents: not to be imported
    try:
        importlib.import_module("jsonschema")
    finally:
        del sys.modules["rfc3987_syntax"]


def _names() -> Iterator[str]:
    for room in ("coding", "measures", "figures", "tables", "prose", "briefings"):
        package = importlib.import_module(f"onrecord.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield module.name
    for stage in ("briefing.execution", "briefing.document", "briefing.processes", "cli"):
        yield f"onrecord.{stage}"
    yield from (one.module for one in FORMATS.values())
    yield from LATE


SHOWN = """<header class="banner" data-case="x" data-title="X" data-as-of="2000-01-01"><h1>X</h1></header>
<p class="claim">x <q class="verbatim">y</q></p><table><tr><td style="text-align: right">1</td></tr></table>
<figure data-alt="x"><svg width="1pt" height="1pt"><path d="M 0 0" style="fill: red"/></svg></figure>"""


def _make_a_document() -> None:
    """What a first document waits for: patterns that are compiled, settings and versions that are looked up."""
    from matplotlib.backends import backend_registry

    from onrecord.briefing.document import Document

    backend_registry.list_all()
    v4 = nbformat.v4
    output = v4.new_output("display_data", {"text/html": SHOWN})
    cells = [v4.new_markdown_cell("## *x* $y$\n\n- [z](https://z)"), v4.new_code_cell("1", outputs=[output])]
    document = Document.from_notebook(v4.new_notebook(cells=cells))
    FORMATS["html"].set(document)


_import_jsonschema_quickly()
import nbformat  # noqa: E402 after jsonschema, which it imports

with contextlib.suppress(MemoryError):  # what cannot be imported says so in the cell that needs it
    for _name in _names():
        with contextlib.suppress(Exception):
            importlib.import_module(_name)
nbformat.validate(nbformat.v4.new_notebook())  # compiles the schema, 0.2 s
with contextlib.suppress(Exception):
    _make_a_document()
gc.collect()
gc.freeze()  # a child that looks for garbage leaves what it shares with the others alone
