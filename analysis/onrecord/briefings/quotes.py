"""Quote sheet: what an editor copies, the speaker at its level, the words, the cue, the sentence."""

from onrecord.coding.case import open_case
from onrecord.prose.banner import banner
from onrecord.prose.sources import sources
from onrecord.tables.paraphrases_table import paraphrases_table
from onrecord.tables.quotes_table import quotes_table

__all__ = [
    "open_case",
    "banner",
    "quotes_table",
    "paraphrases_table",
    "sources",
]
