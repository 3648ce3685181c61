"""What the notebook to explore a case shows: the statements under menus, the article, every figure of the briefings."""

from onrecord.coding.case import open_case
from onrecord.figures.attribution import attribution
from onrecord.figures.certainty import certainty
from onrecord.figures.positions_network import positions_network
from onrecord.figures.relations import relations
from onrecord.figures.stance_matrix import stance_matrix
from onrecord.figures.timeline import timeline
from onrecord.figures.voices import voices
from onrecord.lab.article_view import highlighted
from onrecord.lab.statement_explorer import explorer

__all__ = [
    "open_case",
    "explorer",
    "highlighted",
    "stance_matrix",
    "positions_network",
    "voices",
    "attribution",
    "certainty",
    "relations",
    "timeline",
]
