"""Situation brief: what one article reports, who says what in it, who is heard, and what it cannot tell."""

from onrecord.coding.case import open_case
from onrecord.figures.attribution import attribution
from onrecord.figures.stance_matrix import stance_matrix
from onrecord.figures.voices import voices
from onrecord.prose.banner import banner
from onrecord.prose.bottom_line import bottom_line
from onrecord.prose.judgement_box import judgement_box
from onrecord.prose.limits import limits
from onrecord.prose.reported_events import reported_events
from onrecord.prose.sources import sources
from onrecord.prose.tensions import tensions
from onrecord.prose.who_is_heard import who_is_heard
from onrecord.prose.who_says_what import who_says_what
from onrecord.tables.events_table import events_table

__all__ = [
    "open_case",
    "banner",
    "bottom_line",
    "reported_events",
    "events_table",
    "who_says_what",
    "stance_matrix",
    "who_is_heard",
    "voices",
    "attribution",
    "tensions",
    "limits",
    "judgement_box",
    "sources",
]
