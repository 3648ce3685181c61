"""Source and method annex: what the source is, how it was coded, how much of it is certain, and what was made of it."""

from onrecord.coding.case import open_case
from onrecord.figures.attribution import attribution
from onrecord.figures.certainty import certainty
from onrecord.figures.ribbon import ribbon
from onrecord.figures.stance_matrix import stance_matrix
from onrecord.figures.voices import voices
from onrecord.prose.banner import banner
from onrecord.prose.coding_method import coding_method
from onrecord.prose.how_chosen import how_chosen
from onrecord.prose.limits import limits
from onrecord.prose.reported_events import reported_events
from onrecord.prose.rights import rights
from onrecord.prose.source_descriptor import source_descriptor
from onrecord.prose.sources import sources
from onrecord.prose.tensions import tensions
from onrecord.prose.terms import terms
from onrecord.prose.who_is_heard import who_is_heard
from onrecord.tables.claims_table import claims_table
from onrecord.tables.counts_table import counts_table
from onrecord.tables.events_table import events_table
from onrecord.tables.measures_table import measures_table
from onrecord.tables.notes_table import notes_table
from onrecord.tables.warnings_table import warnings_table

__all__ = [
    "open_case",
    "banner",
    "source_descriptor",
    "ribbon",
    "who_is_heard",
    "voices",
    "attribution",
    "certainty",
    "claims_table",
    "stance_matrix",
    "reported_events",
    "events_table",
    "tensions",
    "limits",
    "measures_table",
    "how_chosen",
    "coding_method",
    "counts_table",
    "notes_table",
    "warnings_table",
    "terms",
    "rights",
    "sources",
]
