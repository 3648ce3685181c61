"""Quote sheet: what an editor copies, the speaker at its level, the words, the cue, the sentence."""

from onrecord.coding.case import open_case
from onrecord.prose.banner import banner
from onrecord.prose.sources import sources
from onrecord.tables.quotes import paraphrases_table, quotes_table

__all__ = [
    "open_case",
    "banner",
    "quotes_table",
    "paraphrases_table",
    "sources",
]
