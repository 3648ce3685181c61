"""Actor brief: who speaks for one actor, what it affirms or rejects, what others say of it, and what is missing."""

from onrecord.coding.case import open_case
from onrecord.prose.attributed_positions import attributed_positions
from onrecord.prose.banner import banner
from onrecord.prose.gaps import gaps
from onrecord.prose.in_short import in_short
from onrecord.prose.said_about import said_about
from onrecord.prose.sources import sources
from onrecord.prose.stated_positions import stated_positions
from onrecord.tables.acts_table import acts_table
from onrecord.tables.received_table import received_table
from onrecord.tables.statements_table import statements_table

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
