"""Actor brief: who speaks for one actor, what it affirms or rejects, what others say of it, and what is missing."""

from onrecord.coding.case import open_case
from onrecord.prose.actor_brief import attributed_positions, gaps, in_short, said_about, stated_positions
from onrecord.prose.banner import banner
from onrecord.prose.sources import sources
from onrecord.tables.coding import acts_table, received_table, statements_table

__all__ = [
    "open_case",
    "banner",
    "in_short",
    "stated_positions",
    "attributed_positions",
    "statements_table",
    "acts_table",
    "received_table",
    "said_about",
    "gaps",
    "sources",
]
