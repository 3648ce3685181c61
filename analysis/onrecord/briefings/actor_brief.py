"""Actor brief: who speaks for one actor, what it says and holds, what it is reported to do, what others say of it."""

from onrecord.coding.case import open_case
from onrecord.prose.banner import banner
from onrecord.prose.in_short import in_short
from onrecord.prose.sources import sources
from onrecord.tables.acts_table import acts_table
from onrecord.tables.attributed_positions_table import attributed_positions_table
from onrecord.tables.said_about_table import said_about_table
from onrecord.tables.statements_table import statements_table

__all__ = [
    "open_case",
    "banner",
    "in_short",
    "statements_table",
    "attributed_positions_table",
    "acts_table",
    "said_about_table",
    "sources",
]
