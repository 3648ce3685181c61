"""How it was said, where the words beside the cue tell; a plain `said` never becomes a statement (rule L1)."""

from __future__ import annotations

import re

UNSPOKEN = (  # what may stand before a statement that is one on paper, as long as nothing tells otherwise
    r"(?:(?!public\b|televised|video|recorded|live\b|oral|verbal|spoken|radio|audio|sworn|court)[\w-]+ ){0,2}"
)
PAPERS = re.compile(
    r"\b(?:letter|report|memo|filing|e-?mail|paper|document|article|manifesto|book|study|survey)\b", re.I
)
CHANNELS = (
    ("press_conference", r"(?:press|news) (?:conference|briefing)"),
    ("interview", r"\bin an interview|interview with|told .{1,40} in an interview"),
    (
        "social_media",
        r"\btweet(?:ed|s)?\b|on (?:Twitter|Facebook|Instagram|Telegram|Mastodon|Bluesky|Weibo|social media)",
    ),
    ("speech", r"\bin (?:a|an|his|her|the) (?:televised |national |state of the \w+ )?(?:speech|address)\b"),
    (
        "written_statement",
        rf"\bin (?:a|an|the|its|his|her|their) {UNSPOKEN}(?:statement|press release|release)\b|statement said",
    ),
    ("document", r"\bin (?:a|an|the|its|his|her|their) (?:\w+ ){0,2}(?:letter|report|memo|filing|email|e-mail)\b"),
)
PATTERNS = [(channel, re.compile(words, re.IGNORECASE)) for channel, words in CHANNELS]
ADJUNCT = re.compile(r"\W*(?:in|at|on|during|via|through)\b", re.IGNORECASE)  # … in a speech
STATEMENT = re.compile(r"\b(?:statements?|release|communiqu[eé])\b", re.IGNORECASE)


def told_with(beside: str, behind: str) -> str:
    """The words of a sentence outside its content, without those `behind` it that tell not where it was said."""
    return beside if not behind or ADJUNCT.match(behind) else beside.removesuffix(behind)


def channel(beside: str) -> str:
    """The channel that the words of a sentence outside its content give."""
    return next((name for name, pattern in PATTERNS if pattern.search(beside)), "not_stated")


def channel_of_document(words: str) -> str:
    """The channel of a source that is itself a document, by its words; of what may be none (estimates), not told."""
    if STATEMENT.search(words):
        return "written_statement"
    return "document" if PAPERS.search(words) else "not_stated"
