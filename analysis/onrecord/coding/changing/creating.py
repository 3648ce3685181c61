"""A new case from an article: its folder with article.yml, the sentences, and empty tables to code in."""

from __future__ import annotations

import datetime
import re
import shutil
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from onrecord.coding.changing import article_yml
from onrecord.coding.changing.writing import write_table
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.coding.tables import TABLES
from onrecord.problems import ProblemsError, problem
from onrecord.source.reading import normalised, read_text, sha256
from onrecord.source.sentences import split

REWRITTEN = ("E-TEXT-BOM", "E-TEXT-NEWLINE", "E-TEXT-NFC")
COMMENTS = {
    "headline": "exactly as a line of article.txt, else that line is body text",
    "standfirst": "the summary under the headline, likewise",
    "publisher.actor": "the narrator in actors.csv",
    "publisher.basis": "how the publisher is known",
    "published.date": "as the article says, 2023-01-06",
    "published.inferred": "else what you infer, with its basis",
    "reliability": "Admiralty scale A to F: F is not judged",
    "credibility": "1 to 6: 6 is not judged",
    "coding_basis": "of every row that does not say otherwise",
    "reviewed_by": "`onrecord sign` fills these three",
    "sides": "key: words, as this text portrays them, beside third and none",
}


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
    published: datetime.date | None = None,
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
    folder = seeds / case_id
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", case_id):
        found = f"{case_id!r} is no name of a case"
        raise ProblemsError([problem("E-PARAM", found=found, remedy="use small letters, digits and dashes")])
    if folder.exists():
        remedy = "choose another name; nothing was written"
        raise ProblemsError([problem("E-FILE", case_id, found=f"{folder} exists already", remedy=remedy)])
    text, said = article_text(source)
    heads = {"headline": _line(headline), "standfirst": _line(standfirst)}
    sentences = split(text, **heads)
    said += [
        f"article.yml: the {role} is no line of the article; no sentence has that role"
        for role, line in heads.items()
        if line and role not in {sentence.role for sentence in sentences}
    ]
    publisher = " ".join(publisher.split())
    narrator = _slug(publisher) or "publisher"
    values = {
        "id": case_id,
        **heads,
        "language": language,
        "publisher": {"actor": narrator, "name": publisher or "the publisher", "basis": None},
        "published": {"date": published, "inferred": None, "confidence": None, "basis": None},
        "url": url,
        "file": "article.txt",
        "sha256": sha256(text.encode()),
        "reliability": "F",
        "credibility": 6,
        "coder": coder,
        "coding_basis": "analyst_coded",
        "coded_on": coded_on or datetime.date.today(),
        "reviewed_by": None,
        "reviewed_on": None,
        "reviewed_sha256": None,
        "sides": {},
    }
    rows = {"sentences": [s._asdict() for s in sentences], "actors": _actors(narrator, publisher)}
    _write(folder, text, article_yml.made(values, COMMENTS), rows)
    return Created(folder, said)


def article_text(source: Path | bytes) -> tuple[str, list[str]]:
    """The text of `source` in the form that a case holds, and what was rewritten; raises ProblemsError."""
    name = "article.txt" if isinstance(source, bytes) else source.name
    try:
        data = source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        found = f"{source} is not readable: {error.strerror}"
        raise ProblemsError([problem("E-FILE", name, found=found, remedy="name a text file")]) from None
    problems = [p for p in read_text(data, name)[1] if p.code not in REWRITTEN]
    if problems:
        raise ProblemsError(problems)
    return normalised(data, name)


def _actors(narrator: str, publisher: str) -> list[dict[str, Any]]:
    """The two actors of every case: its voice, and nobody."""
    nobody = {
        "type": "unspecified",
        "sector": "UNK",
        "side": "none",
        "wikidata_status": "not_applicable",
        "named": False,
    }
    voice = {
        "type": "media",
        "sector": "JRN",
        "side": "none",
        "wikidata_status": "unresolved",
        "named": bool(publisher),
    }
    name = f"{publisher} (narrator)" if publisher else "The publisher (narrator)"
    return [
        {
            "id": narrator,
            "name": name,
            "note": "Voice of every unattributed assertion. Never receives a stance.",
            **voice,
        },
        {"id": "unspec", "name": "Unspecified holder", "note": "Nobody is named as holding it.", **nobody},
    ]


def _write(folder: Path, text: str, article: bytes, rows: dict[str, list[dict[str, Any]]]) -> None:
    """The case's files, first in a folder beside it: the case is there whole or not at all."""
    beside = folder.with_name(f".{folder.name}.{uuid4().hex}")
    try:
        beside.mkdir(parents=True)
        (beside / "article.txt").write_bytes(text.encode())
        (beside / "article.yml").write_bytes(article)
        for name in TABLES:
            write_table(beside, name, rows.get(name, ()))
        problems = [p for p in check(read_coding(beside)) if p.level == "error"]
        if problems:
            raise ProblemsError(problems)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _line(words: str) -> str:
    """A line as the article holds it: in the same Unicode form, without the blanks around it."""
    return unicodedata.normalize("NFC", words.strip())


def _slug(name: str) -> str:
    """An actor's id from a name: `Al Jazeera` is al-jazeera; '' where no letter of it can stand in an id."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return "publisher" if slug in ("unspec", "article") else slug
