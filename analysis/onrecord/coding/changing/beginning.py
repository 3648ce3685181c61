"""What every new case starts with: its text, article.yml, the sentences, and the two actors of every case."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.coding.changing import article_yml
from onrecord.coding.storing.files import ARTICLE, DESCRIPTION
from onrecord.source.reading import sha256
from onrecord.source.sentences import Sentence

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
NOT_JUDGED = {"reliability": "F", "credibility": 6}
NOT_SIGNED: dict[str, None] = dict.fromkeys(("reviewed_by", "reviewed_on", "reviewed_sha256"))
VOICE = {
    "type": "media",
    "sector": "JRN",
    "side": "none",
    "wikidata_status": "unresolved",
    "note": "Voice of every unattributed assertion. Never receives a stance.",
}
NOBODY = {
    "id": "unspec",
    "name": "Unspecified holder",
    "type": "unspecified",
    "sector": "UNK",
    "side": "none",
    "wikidata_status": "not_applicable",
    "named": False,
    "note": "Nobody is named as holding it.",
}


@dataclass(frozen=True)
class Beginning:
    """What is known of an article before anything of it is coded; `narrator` is the publisher's id in `actors`."""

    case_id: str
    text: str
    narrator: str
    coding_basis: str
    coder: str
    coded_on: datetime.date
    headline: str = ""
    standfirst: str = ""
    language: str = "en"
    publisher: str = ""
    publisher_basis: str | None = None
    published: datetime.date | None = None
    published_basis: str | None = None
    url: str | None = None

    def write(self, folder: Path) -> None:
        """Write article.txt and article.yml into `folder`."""
        (folder / ARTICLE).write_bytes(self.text.encode())
        (folder / DESCRIPTION).write_bytes(article_yml.made(self.values, COMMENTS))

    @property
    def values(self) -> dict[str, Any]:
        """What article.yml says, by key."""
        publisher = {"actor": self.narrator, "name": self.publisher or "the publisher", "basis": self.publisher_basis}
        published = {"date": self.published, "inferred": None, "confidence": None, "basis": self.published_basis}
        return {
            "id": self.case_id,
            "headline": self.headline,
            "standfirst": self.standfirst,
            "language": self.language,
            "publisher": publisher,
            "published": published,
            "url": self.url,
            "file": ARTICLE,
            "sha256": sha256(self.text.encode()),
            **NOT_JUDGED,
            "coder": self.coder,
            "coding_basis": self.coding_basis,
            "coded_on": self.coded_on,
            **NOT_SIGNED,
            "sides": {},
        }


def sentence_rows(sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    """The rows of `sentences`."""
    return [sentence._asdict() for sentence in sentences]


def standing_actors(narrator: str, publisher: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two actors of every case: its voice, and nobody."""
    name = f"{publisher} (narrator)" if publisher else "The publisher (narrator)"
    return {"id": narrator, "name": name, "named": bool(publisher), **VOICE}, dict(NOBODY)
