"""The codebook's terms that a coding uses, in words, for the annex."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding import fields as f
from onrecord.coding.case import Case
from onrecord.coding.tables import fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.wording.claim import Prose
from onrecord.wording.naming import capital, typeset, words

# The fields whose values a reader of the briefings meets.
_EXPLAINED = (
    ("statements", "attribution"),
    ("statements", "speaker_kind"),
    ("statements", "cue_class"),
    ("statements", "speech_act"),
    ("statements", "certainty"),
    ("statements", "narrator_stance"),
    ("positions", "basis"),
    ("events", "status"),
    ("events", "confirmation"),
    ("events", "plover_event"),
    ("relations", "type"),
    ("relations", "basis"),
    ("tensions", "logic"),
)


def terms(case: Case) -> Prose:
    """The values of the codebook that this coding uses, by field, each with how often it stands and what it means."""
    entries = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(capital(f"{words(column)} ({table})"), meanings)
        for table, column in _EXPLAINED
        if (meanings := _meanings(case, table, column))
    )
    return Prose((Markup('<dl class="facts">{}</dl>').format(entries),))


def _meanings(case: Case, table: str, column: str) -> Markup:
    """ "<em>confirm</em> 1, affirms a fact already raised; …", in the codebook's order."""
    counts = getattr(case, table)[column].value_counts()
    vocabulary = fields_with(table, f.Vocabulary)[column].name
    return Markup("; ").join(
        Markup("<em>{}</em> {}: {}").format(words(value), counts[value], typeset(meaning[0].lower() + meaning[1:]))
        for value, meaning in VOCABULARIES[vocabulary].items()
        if counts.get(value, 0)
    )
