"""How it was said, where the words beside the cue tell; a plain `said` never becomes a statement (rule L1)."""

from __future__ import annotations

import re

CHANNELS = (
    ("press_conference", r"(?:press|news) (?:conference|briefing)|told reporters|told journalists"),
    ("interview", r"\bin an interview|interview with|told .{1,40} in an interview"),
    (
        "social_media",
        r"\btweet(?:ed|s)?\b|on (?:Twitter|Facebook|Instagram|Telegram|Mastodon|Bluesky|Weibo|social media)",
    ),
    ("speech", r"\bin (?:a|an|his|her|the) (?:televised |national |state of the \w+ )?(?:speech|address)\b"),
    (
        "written_statement",
        r"\bin (?:a|an|the|its|his|her|their) (?:\w+ ){0,2}(?:statement|press release|release)\b|statement said",
    ),
    ("document", r"\bin (?:a|an|the|its|his|her|their) (?:\w+ ){0,2}(?:letter|report|memo|filing|email|e-mail)\b"),
)
PATTERNS = [(channel, re.compile(words, re.IGNORECASE)) for channel, words in CHANNELS]
STATEMENT = re.compile(r"\b(?:statement|release|communiqu[eé])\b", re.IGNORECASE)


def channel(beside: str) -> str:
    """The channel that the words of a sentence outside its content give."""
    return next((name for name, pattern in PATTERNS if pattern.search(beside)), "not_stated")


def channel_of_document(words: str) -> str:
    """The channel of a source that is itself a document, by its words."""
    return "written_statement" if STATEMENT.search(words) else "document"
