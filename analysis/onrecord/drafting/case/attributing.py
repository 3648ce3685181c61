"""The attributions of files alone, as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.drafting.finding.attributions import find, to_json_lines
from onrecord.drafting.reading.dropped import page_of, read_bytes
from onrecord.drafting.reading.language import is_english
from onrecord.problems import Problem, ProblemsError, problem
from onrecord.source.reading import read_text

UNREADABLE = ("E-TEXT-ENCODING", "E-TEXT-EMPTY")


def attribution_lines(files: Iterable[Path]) -> Iterator[str]:
    """One JSON object an attribution; `doc` is the file's name without its ending.

    The text is taken as it is stored, so that spans count its code points. Raises ProblemsError, before the first
    line, for every file that cannot be read or is not English (E-DRAFT-LANGUAGE).
    """
    read = [(file.stem, *stored_text(file)) for file in files]
    if problems := [one for _, _, found in read for one in found]:
        raise ProblemsError(problems)
    for name, text, _ in read:
        yield from to_json_lines(name, find(text))


def stored_text(file: Path) -> tuple[str, list[Problem]]:
    """The words of one file, or what keeps them from being read."""
    try:
        return english_words(*read_bytes(file)), []
    except ProblemsError as error:
        return "", error.problems


def english_words(data: bytes, name: str) -> str:
    """The article in the bytes of a file; raises ProblemsError where they cannot be read or are not English."""
    text, found = read_text(data, name)
    wrong = [one for one in found if one.code in UNREADABLE]
    words = "" if wrong else page_of(text, data, name).text
    if not wrong and not is_english(words):
        wrong = [problem("E-DRAFT-LANGUAGE", name, file_name=name)]
    if wrong:
        raise ProblemsError(wrong)
    return words
