"""A new case from an article: its folder with article.yml, the sentences, and empty tables to code in."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.changing.beginning import Beginning, sentence_rows, standing_actors
from onrecord.coding.changing.swapping import new_case
from onrecord.coding.fields import id_words
from onrecord.coding.storing.writing import write_table
from onrecord.coding.tables import TABLES
from onrecord.problems import ProblemsError, problem
from onrecord.source.reading import normalised, read_text
from onrecord.source.sentences import Sentence, split

REWRITTEN = ("E-TEXT-BOM", "E-TEXT-NEWLINE", "E-TEXT-NFC")


class Created(NamedTuple):
    """The folder of the new case, and a sentence on each thing that was rewritten or is worth knowing."""

    folder: Path
    said: list[str]


def create_case(
    source: Path | bytes,
    case_id: str,
    *,
    seeds: Path,
    headline: str = "",
    standfirst: str = "",
    publisher: str = "",
    publisher_basis: str | None = None,
    published: datetime.date | None = None,
    published_basis: str | None = None,
    url: str | None = None,
    language: str = "en",
    coder: str = "",
    coded_on: datetime.date | None = None,
) -> Created:
    """Make ``seeds/case_id`` from the article `source`, a file or its bytes.

    A byte order mark, line ends and Unicode form are put right, and each is said. The case passes every check;
    its tables hold the publisher and the unspecified holder, nothing else. `coded_on` is today if not given.

    Raises ProblemsError, and makes nothing, where the case exists, its id is no id, or the text cannot be read.
    """
    with new_case(seeds, case_id) as copy:
        text, said = article_text(source)
        publisher = " ".join(publisher.split())
        beginning = Beginning(
            case_id,
            text,
            narrator=_slug(publisher) or "publisher",
            coding_basis="analyst_coded",
            coder=coder,
            coded_on=coded_on or datetime.date.today(),
            headline=_line(headline),
            standfirst=_line(standfirst),
            language=language,
            publisher=publisher,
            publisher_basis=publisher_basis,
            published=published,
            published_basis=published_basis,
            url=url,
        )
        sentences = split(text, beginning.headline, beginning.standfirst, language)
        _write(copy, beginning, sentences)
    return Created(seeds / case_id, [*said, *_no_line(beginning, sentences)])


def article_text(source: Path | bytes) -> tuple[str, list[str]]:
    """The text of `source` in the form that a case holds, and what was rewritten; raises ProblemsError."""
    name = "article.txt" if isinstance(source, bytes) else source.name
    data = source if isinstance(source, bytes) else _bytes(source)
    problems = [p for p in read_text(data, name)[1] if p.code not in REWRITTEN]
    if problems:
        raise ProblemsError(problems)
    return normalised(data, name)


def _bytes(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        found = f"it is not readable: {error.strerror}"
        raise ProblemsError([problem("E-FILE", source.name, found=found, remedy="name a text file")]) from None


def _write(folder: Path, beginning: Beginning, sentences: Sequence[Sentence]) -> None:
    beginning.write(folder)
    actors = standing_actors(beginning.narrator, beginning.publisher)
    rows = {"sentences": sentence_rows(sentences), "actors": actors}
    for name in TABLES:
        write_table(folder, name, rows.get(name, ()))


def _no_line(beginning: Beginning, sentences: Sequence[Sentence]) -> Iterator[str]:
    """That a headline or standfirst is given which is no line of the article."""
    roles = {sentence.role for sentence in sentences}
    for role in ("headline", "standfirst"):
        if getattr(beginning, role) and role not in roles:
            yield f"article.yml: the {role} is no line of the article; no sentence has that role"


def _line(words: str) -> str:
    """A line as the article holds it: in the same Unicode form, without the blanks around it."""
    return unicodedata.normalize("NFC", words.strip())


def _slug(name: str) -> str:
    """An actor's id from a name: `Al Jazeera` is al-jazeera; '' where no letter of it can stand in an id."""
    slug = "-".join(id_words(name))
    return "publisher" if slug in ("unspec", "article") else slug
