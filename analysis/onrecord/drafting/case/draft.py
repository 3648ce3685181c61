"""From an article to a case with a draft coding: `draft_case`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.coding.changing.beginning import Beginning, sentence_rows, standing_actors
from onrecord.coding.changing.swapping import case_folder, new_case
from onrecord.coding.storing.record import recorded, write_record
from onrecord.drafting.case.casefile import Rows, as_text, counts, write_checked
from onrecord.drafting.case.notes import notes
from onrecord.drafting.case.redraft import redraft
from onrecord.drafting.reading.dropped import Dropped, read
from onrecord.drafting.rows.tables import tables
from onrecord.drafting.sources.actors import slug
from onrecord.source.sentences import Sentence, split

WORDS_OF_AN_ID = 8
TAKEN = "choose another with --case, or draft its untouched rows anew with --again"
EVERY_CASE = {"coding_basis": "extracted", "confidence": "high", "rule": "draft:every_case"}
NEVER = (
    "never drafted: events, relations and tensions; until you code them the pages say that they are not coded, "
    "which says nothing of the article"
)
LEFT_OPEN = {"note": "Nobody is named as holding it, or the draft leaves open who does."}


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
    if again:
        said, counts = redraft(case_folder(seeds, name), article)
        return Drafted(seeds / name, [*article.said, *said], counts)
    return _drafted(article, seeds, name, today or datetime.date.today())


def _drafted(article: Dropped, seeds: Path, name: str, today: datetime.date) -> Drafted:
    """A new case."""
    with new_case(seeds, name, TAKEN, checked=True) as copy:
        sentences = split(article.text, article.headline, article.standfirst, labels=article.labels)
        begun = beginning(name, article, sentences, today)
        begun.write(copy)
        rows = drafted_rows(article, sentences, begun.narrator)
        left_out = write_checked(copy, rows)
        write_record(copy, recorded(rows))
    return Drafted(seeds / name, [*article.said, *said_of(article, rows, left_out)], counts(rows))


def default_id(article: Dropped) -> str:
    """An id from the headline, or the first words, and the date if there is one."""
    name = "-".join(slug(article.headline or article.text[:200], "article").split("-")[:WORDS_OF_AN_ID])
    return f"{name}-{article.published.isoformat()}" if article.published else name


def beginning(name: str, article: Dropped, sentences: Sequence[Sentence], today: datetime.date) -> Beginning:
    """What is known of the article; headline and standfirst only if they are lines of it."""
    roles = {sentence.role for sentence in sentences}
    return Beginning(
        name,
        article.text,
        narrator=slug(article.publisher, "publisher"),
        coding_basis="extracted",
        coder=coder(),
        coded_on=today,
        headline=article.headline if "headline" in roles else "",
        standfirst=article.standfirst if "standfirst" in roles else "",
        publisher=article.publisher,
        publisher_basis=article.publisher_basis or None,
        published=article.published,
        published_basis=article.published_basis or None,
        url=article.url,
    )


def coder() -> str:
    """Who coded it, with the version of the program."""
    try:
        number = version("onrecord")
    except PackageNotFoundError:
        number = "(version unknown)"
    return f"onrecord draft {number}, not reviewed by a person"


def drafted_rows(article: Dropped, sentences: Sequence[Sentence], narrator: str) -> Rows:
    """The draft's rows by table, with the sentences and the two actors of every case before them."""
    made = tables(article.text, sentences, narrator=narrator, publisher=article.publisher, published=article.published)
    actors = [*voices(narrator, article.publisher), *made.rows["actors"]]
    rows = as_text({"sentences": sentence_rows(sentences)} | made.rows | {"actors": actors})
    return rows | as_text({"notes": notes(article, made.left_out, rows["statements"])})


def voices(narrator: str, publisher: str) -> list[dict[str, Any]]:
    """The two actors of every case, as a draft has them."""
    voice, nobody = standing_actors(narrator, publisher)
    return [voice | EVERY_CASE, nobody | LEFT_OPEN | EVERY_CASE]


def said_of(article: Dropped, rows: Rows, left_out: int) -> Iterator[str]:
    """What the analyst should know of the draft."""
    if not article.published:
        yield "no date of publication was found: give it with --published, else dates stay as written"
    if not article.publisher:
        yield "no publisher is known: give it with --publisher"
    if not any(row["attribution"] == "attributed" for row in rows["statements"]):
        yield "no statement with a source was found: the draft holds the narrator's sentences only"
    if left_out:
        yield f"{left_out} rows that broke a rule of the codebook were left out"
