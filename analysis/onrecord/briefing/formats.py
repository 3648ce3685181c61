"""The formats of a document. To add one: a module whose `render` sets a document in it, and a line below.

Plan, worker, shelf, exporters and the command's ``--to`` read them here. JupyterLab's menu takes an entry point as
well: ``briefing_NAME = "onrecord.briefing.exporters:BriefingLABEL"`` in pyproject.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.problems import ProblemsError, problem

if TYPE_CHECKING:
    from onrecord.briefing.document import Document


@dataclass(frozen=True)
class Format:
    """One format.

    `name` is its files' ending and what ``--to`` calls it, `label` what the shelf calls it. `module` is imported when
    a document is set; its ``render(document)`` gives bytes, or text that is written as UTF-8.
    """

    name: str
    label: str
    media_type: str
    module: str

    def set(self, document: Document) -> bytes:
        """A file's bytes for `document`; the same document gives the same bytes."""
        made: str | bytes = import_module(self.module).render(document)
        return made.encode() if isinstance(made, str) else made


FORMATS: dict[str, Format] = {}


def register(one: Format) -> None:
    """Makes a format known; it stands behind those that are. Raises ValueError where the name is taken."""
    if one.name in FORMATS:
        raise ValueError(f"there is a format {one.name!r} already")
    FORMATS[one.name] = one


register(Format("html", "Page", "text/html", "onrecord.briefing.page"))
register(Format("pdf", "PDF", "application/pdf", "onrecord.briefing.pdf"))


def all_names() -> str:
    """What ``--to`` takes for all of them."""
    return ",".join(FORMATS)


def read_formats(text: str) -> tuple[str, ...]:
    """The names of the formats that ``--to`` gives, each once; raises ProblemsError."""
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        found = f"there is no format {unknown[0]!r}" if unknown else f"--to {text!r} names no format"
        raise ProblemsError([problem("E-PARAM", found=found, remedy=f"the formats are: {', '.join(FORMATS)}")])
    return names
