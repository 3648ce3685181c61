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
from onrecord.source.sentences import split


def attribution_lines(files: Iterable[Path], tell: Callable[[str], object] = str) -> Iterator[str]:
    """One JSON object an attribution; `doc` is the file's name without its ending.

    The text is taken as it is stored, so that spans count its code points; of what is no plain text, it is the words
    of the article in it, and `tell` gets a sentence on each thing that was left out. Raises ProblemsError, before the
    first line, for every file that cannot be read or is not English (E-DRAFT-LANGUAGE).
    """
    texts, problems = [], []
    for file in files:
        page, found = stored(file)
        problems += found
        texts.append((file.stem, page.text))
        for sentence in page.said:
            tell(sentence)
    if problems:
        raise ProblemsError(problems)
    for name, text in texts:
        yield from to_json_lines(name, find(text, split(text)))


def stored(file: Path) -> tuple[Page, list[Problem]]:
    """What one file holds, or what keeps it from being read."""
    try:
        data, name = read_bytes(file)
        page = page_of(data, name, as_stored=True)
        return page, [] if is_english(page.text) else [problem("E-DRAFT-LANGUAGE", name, file_name=name)]
    except ProblemsError as error:
        return Page(""), error.problems
