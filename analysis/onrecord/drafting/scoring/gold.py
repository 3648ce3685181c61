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
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    for name, path in annotations.items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Document(name, text, read_relations(path.read_text(encoding="utf-8")))


def read_relations(annotation: str) -> list[Relation]:
    """Relations of one brat file: T lines are spans, E lines tie them together."""
    rows = [line.split("\t") for line in annotation.split("\n") if "\t" in line]
    spans = {row[0]: spans_of(row[1].partition(" ")[2]) for row in rows if row[0].startswith("T")}
    return [relation(row[1].split(), spans) for row in rows if row[0].startswith("E")]


def spans_of(offsets: str) -> list[Span]:
    """The spans of `12 17;20 25`."""
    numbers = [int(number) for number in NUMBER.findall(offsets)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def relation(parts: Sequence[str], spans: Mapping[str, list[Span]]) -> Relation:
    """The relation of `Source:T1 Cue:T2 Content:T3 Content2:T4`."""
    pairs = [part.split(":") for part in parts]
    named = [(role.rstrip("0123456789").lower(), spans.get(key, [])) for role, key in pairs]
    return {role: sorted({span for name, found in named if name == role for span in found}) for role in ROLES}
