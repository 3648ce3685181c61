"""Situation brief: what one article reports, who claims what in it, who is missing, and what it cannot tell."""

from onrecord.coding.case import open_case
from onrecord.prose.banner import banner
from onrecord.prose.bottom_line import bottom_line
from onrecord.prose.judgement_box import judgement_box
from onrecord.prose.limits import limits
from onrecord.prose.sources import sources
from onrecord.prose.tensions import tensions
from onrecord.prose.who_is_missing import who_is_missing
from onrecord.tables.claims_table import claims_table
from onrecord.tables.positions_matrix import positions_matrix

__all__ = [
    "open_case",
    "banner",
    "bottom_line",
    "claims_table",
    "positions_matrix",
    "who_is_missing",
    "tensions",
    "limits",
    "judgement_box",
    "sources",
]
