"""The attributions of files alone, as JSON lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.drafting.finding.attributions import find, to_json_lines
from onrecord.drafting.reading.dropped import read_bytes
from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.formats.registry import page_of
from onrecord.drafting.reading.language import is_english
from onrecord.problems import Problem, ProblemsError, problem


def attribution_lines(files: Iterable[Path], tell: Callable[[str], object] = str) -> Iterator[str]:
    """One JSON object an attribution; `doc` is the file's name without its ending.

    The text is taken as it is stored, so that spans count its code points; of what is no plain text, it is the words
    of the article in it, and `tell` gets a sentence on each thing that was left out. Raises ProblemsError, before the
    first line, for every file that cannot be read or is not English (E-DRAFT-LANGUAGE).
    """
    read = [(file.stem, *stored(file)) for file in files]
    for sentence in (one for _, page, _ in read for one in page.said):
        tell(sentence)
    if problems := [one for _, _, found in read for one in found]:
        raise ProblemsError(problems)
    for name, page, _ in read:
        yield from to_json_lines(name, find(page.text))


def stored(file: Path) -> tuple[Page, list[Problem]]:
    """What one file holds, or what keeps it from being read."""
    try:
        return english_page(*read_bytes(file)), []
    except ProblemsError as error:
        return Page(""), error.problems


def english_page(data: bytes, name: str) -> Page:
    """The article in the bytes of a file; raises ProblemsError where they cannot be read or are not English."""
    page = page_of(data, name, as_stored=True)
    if not is_english(page.text):
        raise ProblemsError([problem("E-DRAFT-LANGUAGE", name, file_name=name)])
    return page
