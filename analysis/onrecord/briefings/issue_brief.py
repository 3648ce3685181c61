"""Issue brief: who affirms or rejects one proposition, in which words, and who is silent."""

from onrecord.coding.case import open_case
from onrecord.prose.also_said import also_said
from onrecord.prose.banner import banner
from onrecord.prose.held_according_to_others import held_according_to_others
from onrecord.prose.near_issues import near_issues
from onrecord.prose.proposition import proposition
from onrecord.prose.sources import sources
from onrecord.prose.who_holds_it import who_holds_it
from onrecord.prose.who_is_silent import who_is_silent

__all__ = [
    "open_case",
    "banner",
    "proposition",
    "who_holds_it",
    "held_according_to_others",
    "also_said",
    "who_is_silent",
    "near_issues",
    "sources",
]
