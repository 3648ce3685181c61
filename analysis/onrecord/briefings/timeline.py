"""Timeline: when things were said and when they are said to have happened; what has no date stays apart."""

from onrecord.coding.case import open_case
from onrecord.figures.timeline import timeline
from onrecord.prose.banner import banner
from onrecord.prose.chronology import chronology
from onrecord.prose.sources import sources

__all__ = ["open_case", "banner", "chronology", "timeline", "sources"]
