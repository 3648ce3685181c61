"""Agreement: what two codings of one article both found, how far they agree on each field, and every difference."""

from onrecord.coding.case import open_case
from onrecord.coding.changing.opening import open_coding
from onrecord.measures.agreement.alignment import Alignment
from onrecord.prose.banner import banner
from onrecord.prose.codings import codings
from onrecord.prose.same_everywhere import same_everywhere
from onrecord.prose.sources import sources
from onrecord.prose.summary import summary
from onrecord.tables.disagreements_table import disagreements_table
from onrecord.tables.fields_table import fields_table
from onrecord.tables.rows_found_table import rows_found_table

__all__ = [
    "open_case",
    "banner",
    "Alignment",
    "open_coding",
    "summary",
    "codings",
    "rows_found_table",
    "fields_table",
    "same_everywhere",
    "disagreements_table",
    "sources",
]
