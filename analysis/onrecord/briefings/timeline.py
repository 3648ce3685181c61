"""Timeline: when things were said and when they are said to have happened; what has no date stays apart."""

from onrecord.coding.case import open_case
from onrecord.prose.banner import banner
from onrecord.prose.chronology import chronology
from onrecord.prose.sources import sources
from onrecord.tables.timeline_table import timeline_table
from onrecord.tables.undated_table import undated_table

__all__ = ["open_case", "banner", "timeline_table", "undated_table", "chronology", "sources"]
