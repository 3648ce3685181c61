"""The article: what `article.yml` says of it, and its text."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SIGN_OFF = ("reviewed_by", "reviewed_on", "reviewed_sha256", "reviewed_unread")


class Published(BaseModel):
    """When the article was published: `date` if it says so, else what was `inferred`, with the grounds."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    date: datetime.date | None = None
    inferred: datetime.date | None = None
    confidence: Literal["high", "moderate", "low"] | None = None
    basis: str | None = None
    sources: list[str] = []


class Publisher(BaseModel):
    """The publisher, with its id in `actors.csv`: the narrator of every unattributed assertion."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    actor: str
    name: str
    basis: str | None = None


class Article(BaseModel):
    """A news article and its provenance (schema.org NewsArticle). `text` is the file, decoded, never edited."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    headline: str = ""
    standfirst: str = ""
    language: str = Field("en", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
    publisher: Publisher
    published: Published = Published()
    url: str | None = None
    file: Literal["article.txt"] = "article.txt"
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    reliability: Literal["A", "B", "C", "D", "E", "F"] = "F"
    credibility: Literal[1, 2, 3, 4, 5, 6] = 6
    coder: str = ""
    coding_basis: Literal["extracted", "model_suggested", "assistant_coded", "analyst_coded", "adjudicated"]
    coded_on: datetime.date
    reviewed_by: str | None = None
    reviewed_on: datetime.date | None = None
    reviewed_sha256: str | None = None
    reviewed_unread: int | None = Field(None, ge=0)
    sides: dict[str, str] = {}
    text: str = Field("", repr=False)

    @property
    def is_signed(self) -> bool:
        """Whether a sign-off is there whole; not whether it still holds."""
        return not self.unsigned

    @property
    def unsigned(self) -> list[str]:
        """The keys that a sign-off lacks; all four where nobody signed."""
        return [name for name in SIGN_OFF if getattr(self, name) in (None, "")]

    @property
    def as_of(self) -> tuple[datetime.date, str]:
        """The date a briefing speaks of, and where it comes from: ``published``, ``inferred`` or ``coded``."""
        if self.published.date:
            return self.published.date, "published"
        if self.published.inferred:
            return self.published.inferred, "inferred"
        return self.coded_on, "coded"
