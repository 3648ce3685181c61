"""Source and method annex: what the source is, how it was coded, how much of it is certain, and what was made of it."""

from onrecord.coding.case import open_case
from onrecord.figures.certainty import certainty
from onrecord.figures.ribbon import ribbon
from onrecord.prose.banner import banner
from onrecord.prose.coding_method import coding_method
from onrecord.prose.rights import rights
from onrecord.prose.source_descriptor import source_descriptor
from onrecord.prose.sources import sources
from onrecord.prose.terms import terms
from onrecord.tables.counts_table import counts_table
from onrecord.tables.measures_table import measures_table
from onrecord.tables.notes_table import notes_table
from onrecord.tables.warnings_table import warnings_table

__all__ = [
    "open_case",
    "banner",
    "source_descriptor",
    "ribbon",
    "certainty",
    "measures_table",
    "coding_method",
    "counts_table",
    "notes_table",
    "warnings_table",
    "terms",
    "rights",
    "sources",
]
