"""The attributions of files alone, as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.drafting.finding.attributions import find, to_json_lines
from onrecord.drafting.reading.dropped import page_of, read_bytes
from onrecord.drafting.reading.language import is_english
from onrecord.problems import Problem, ProblemsError, problem
from onrecord.source.reading import read_text
from onrecord.source.sentences import split


def attribution_lines(files: Iterable[Path]) -> Iterator[str]:
    """One JSON object an attribution; `doc` is the file's name without its ending.

    The text is taken as it is stored, so that spans count its code points. Raises ProblemsError, before the first
    line, for every file that cannot be read or is not English (E-DRAFT-LANGUAGE).
    """
    texts, problems = [], []
    for file in files:
        text, found = stored_text(file)
        problems += found
        texts.append((file.stem, text))
    if problems:
        raise ProblemsError(problems)
    for name, text in texts:
        yield from to_json_lines(name, find(text, split(text)))


def stored_text(file: Path) -> tuple[str, list[Problem]]:
    """The words of one file, or what keeps them from being read."""
    try:
        data, name = read_bytes(file)
        text, found = read_text(data, name)
        wrong = [p for p in found if p.code in ("E-TEXT-ENCODING", "E-TEXT-EMPTY")]
        if wrong:
            return "", wrong
        words = page_of(text, data, name).text
        return words, [] if is_english(words) else [problem("E-DRAFT-LANGUAGE", name, file_name=name)]
    except ProblemsError as error:
        return "", error.problems
