"""Issue brief: who affirms or rejects one proposition, in which words, and who is silent."""

from onrecord.coding.case import open_case
from onrecord.prose.also_said import also_said
from onrecord.prose.banner import banner
from onrecord.prose.near_issues import near_issues
from onrecord.prose.proposition import proposition
from onrecord.prose.sources import sources
from onrecord.prose.who_is_silent import who_is_silent
from onrecord.tables.held_according_to_others_table import held_according_to_others_table
from onrecord.tables.holders_table import holders_table

__all__ = [
    "open_case",
    "banner",
    "proposition",
    "holders_table",
    "held_according_to_others_table",
    "also_said",
    "who_is_silent",
    "near_issues",
    "sources",
]
