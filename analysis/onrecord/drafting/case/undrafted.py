"""A case to be coded by hand, of whatever file a draft can be made of."""

from __future__ import annotations

import datetime
from pathlib import Path

from onrecord.coding.changing.creating import Created, create_case
from onrecord.drafting.reading.dropped import basis, read_bytes
from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.formats.registry import PLAIN, format_of, page_of


def undrafted_case(
    file: Path,
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
) -> Created:
    """Make ``seeds/case_id`` of the article in `file`, ``-`` for the standard input, in any language.

    What is given goes before what the file says.
    Plain text says nothing of itself. Raises ProblemsError, and makes nothing, for a file that cannot be read, and as
    `create_case` does.
    """
    data, name = read_bytes(file)
    plain = format_of(data, name) is PLAIN
    page = Page("") if plain else page_of(data, name)
    words = file if plain and file.is_file() else data if plain else page.whole.encode()
    made = create_case(
        words,
        case_id,
        seeds=seeds,
        headline=headline or page.headline,
        standfirst=standfirst or page.standfirst,
        publisher=publisher or page.publisher,
        publisher_basis=basis(publisher, page.publisher, page.publisher_basis) or None,
        published=published or page.published,
        published_basis=basis(published, page.published, page.published_basis) or None,
        url=url or page.url,
        language=language,
        coder=coder,
    )
    return made._replace(said=[*page.said, *made.said])
