"""Annotated news to measure drafts on.

A gold folder holds `text/DOC.txt` and `attributions/DOC_ANNOTATOR.ann`; a document's first annotator is its gold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROLES = ("source", "cue", "content")
NUMBER = re.compile(r"\d+")
Span = tuple[int, int]
Relation = dict[str, list[Span]]  # by role, in code points


class Document(NamedTuple):
    """A text with its gold relations."""

    name: str
    text: str
    gold: list[Relation]


def read_gold(folder: Path) -> Iterator[Document]:
    """Every document of a gold folder, by name. Raises FileNotFoundError when a text is missing."""
    for name, file in first_annotations(folder).items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Document(name, text, read_relations(file.read_text(encoding="utf-8")))


def first_annotations(folder: Path) -> dict[str, Path]:
    """Document → the file of its first annotator."""
    found: dict[str, Path] = {}
    for file in sorted((folder / "attributions").glob("*.ann")):
        found.setdefault(file.stem.rpartition("_")[0], file)
    return found


def read_relations(annotation: str) -> list[Relation]:
    """Relations of one brat file: T lines are spans, E lines tie them together."""
    spans = {key: spans_of(body) for key, body in rows(annotation, "T")}
    return [relation(body.split(), spans) for _, body in rows(annotation, "E")]


def rows(annotation: str, kind: str) -> Iterator[tuple[str, str]]:
    """Key and body of the lines of one kind."""
    cells = (line.split("\t") for line in annotation.split("\n") if "\t" in line and line.startswith(kind))
    return ((row[0], row[1]) for row in cells)


def spans_of(body: str) -> list[Span]:
    """The spans of `Content 12 17;20 25`."""
    numbers = [int(number) for number in NUMBER.findall(body.partition(" ")[2])]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def relation(parts: Sequence[str], spans: Mapping[str, list[Span]]) -> Relation:
    """The relation of `Source:T1 Cue:T2 Content:T3 Content2:T4`."""
    pairs = [part.split(":") for part in parts]
    named = [(role.rstrip("0123456789").lower(), spans.get(key, [])) for role, key in pairs]
    return {role: sorted({span for name, found in named if name == role for span in found}) for role in ROLES}
