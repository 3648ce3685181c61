"""From an article to a case with a draft coding: `draft_case`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.coding.changing import article_yml
from onrecord.coding.changing.creating import COMMENTS
from onrecord.drafting.case.casefile import write_case
from onrecord.drafting.case.notes import notes
from onrecord.drafting.case.redraft import redraft
from onrecord.drafting.reading.dropped import Dropped, read
from onrecord.drafting.rows.tables import Rows, tables
from onrecord.drafting.sources.actors import slug
from onrecord.problems import ProblemsError, problem
from onrecord.source.reading import sha256
from onrecord.source.sentences import Sentence, split

WORDS_OF_AN_ID = 8


class Drafted(NamedTuple):
    """The case's folder, a sentence on each thing worth knowing, and the number of rows by table."""

    folder: Path
    said: list[str]
    counts: dict[str, int]


def draft_case(
    source: Path | str | bytes,
    case_id: str | None = None,
    *,
    seeds: Path,
    publisher: str = "",
    published: datetime.date | None = None,
    url: str | None = None,
    again: bool = False,
    today: datetime.date | None = None,
) -> Drafted:
    """Make ``seeds/case_id`` from the article `source` with a draft coding that passes every check.

    `case_id` is by default made of headline and date. With `again` the case is there: rows still marked `extracted`
    are drafted anew, all others stay, and what review.csv rejected does not come back.

    Raises ProblemsError, and writes nothing, for an article that cannot be read or is not English, and for a case that
    exists (without `again`) or does not (with it).
    """
    article = read(source, publisher=publisher, published=published, url=url)
    name = case_id or default_id(article)
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        found = f"{name!r} is no name of a case"
        raise ProblemsError([problem("E-PARAM", found=found, remedy="use small letters, digits and dashes")])
    folder = seeds / name
    if again:
        said, counts = redraft(folder, article)
        return Drafted(folder, [*article.said, *said], counts)
    if folder.exists():
        remedy = "choose another with --case, or draft its untouched rows anew with --again; nothing was written"
        raise ProblemsError([problem("E-FILE", name, found=f"{folder} exists already", remedy=remedy)])
    sentences = split(article.text, article.headline, article.standfirst)
    narrator = narrator_id(article.publisher)
    made = tables(article.text, sentences, narrator=narrator, publisher=article.publisher, published=article.published)
    rows = complete(made.rows, sentences, narrator, article.publisher)
    rows["notes"] = notes(article, made.left_out, rows)
    values = article_values(name, article, narrator, sentences, today or datetime.date.today())
    broken = write_case(folder, article.text, article_yml.made(values, COMMENTS), rows)
    return Drafted(folder, [*article.said, *said_of(article, rows, broken)], counted(rows))


def default_id(article: Dropped) -> str:
    """An id from the headline, or the first words, and the date if there is one."""
    words = article.headline or article.text[:200]
    name = "-".join(slug(words, "article").split("-")[:WORDS_OF_AN_ID])
    return f"{name}-{article.published.isoformat()}" if article.published else name


def narrator_id(publisher: str) -> str:
    return slug(publisher, "publisher")


def complete(rows: Rows, sentences: list[Sentence], narrator: str, publisher: str) -> Rows:
    """The drafted rows, with the sentences and the two actors of every case before them."""
    fixed = {"coding_basis": "extracted", "confidence": "high", "rule": "draft:every_case"}
    voice = {
        "id": narrator,
        "name": f"{publisher} (narrator)" if publisher else "The publisher (narrator)",
        "type": "media",
        "sector": "JRN",
        "side": "none",
        "wikidata_status": "unresolved",
        "named": bool(publisher),
        "note": "Voice of every unattributed assertion. Never receives a stance.",
    }
    nobody = {
        "id": "unspec",
        "name": "Unspecified holder",
        "type": "unspecified",
        "sector": "UNK",
        "side": "none",
        "wikidata_status": "not_applicable",
        "named": False,
        "note": "Nobody is named as holding it, or the draft leaves open who does.",
    }
    return (
        {"sentences": [s._asdict() for s in sentences]}
        | rows
        | {"actors": [voice | fixed, nobody | fixed, *rows["actors"]]}
    )


def article_values(
    name: str, article: Dropped, narrator: str, sentences: list[Sentence], today: datetime.date
) -> Mapping[str, Any]:
    roles = {sentence.role for sentence in sentences}
    return {
        "id": name,
        "headline": article.headline if "headline" in roles else "",
        "standfirst": article.standfirst if "standfirst" in roles else "",
        "language": "en",
        "publisher": {
            "actor": narrator,
            "name": article.publisher or "the publisher",
            "basis": article.publisher_basis or None,
        },
        "published": {
            "date": article.published,
            "inferred": None,
            "confidence": None,
            "basis": article.published_basis or None,
        },
        "url": article.url,
        "file": "article.txt",
        "sha256": sha256(article.text.encode()),
        "reliability": "F",
        "credibility": 6,
        "coder": coder(),
        "coding_basis": "extracted",
        "coded_on": today,
        "reviewed_by": None,
        "reviewed_on": None,
        "reviewed_sha256": None,
        "sides": {},
    }


def coder() -> str:
    """Who coded it, with the version of the program."""
    try:
        number = version("onrecord")
    except PackageNotFoundError:
        number = "(version unknown)"
    return f"onrecord draft {number}, not reviewed by a person"


def counted(rows: Rows) -> dict[str, int]:
    return {name: len(found) for name, found in rows.items() if found}


def said_of(article: Dropped, rows: Rows, broken: int) -> list[str]:
    """What the analyst should know of the draft."""
    said = []
    if not article.published:
        said.append("no date of publication was found: give it with --published, else dates stay as written")
    if not article.publisher:
        said.append("no publisher is known: give it with --publisher")
    if not any(row["attribution"] == "attributed" for row in rows["statements"]):
        said.append("no statement with a source was found: the draft holds the narrator's sentences only")
    if broken:
        said.append(f"{broken} rows that broke a rule of the codebook were left out")
    return said
