"""Issue brief: who affirms or rejects one proposition, in which words, and who is silent."""

from onrecord.coding.case import open_case
from onrecord.prose.banner import banner
from onrecord.prose.issue_brief import (
    also_said,
    held_according_to_others,
    near_issues,
    proposition,
    who_holds_it,
    who_is_silent,
)
from onrecord.prose.sources import sources

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
