"""The codebook's terms that a coding uses, in words, for the annex."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding import fields as f
from onrecord.coding.case import Case
from onrecord.coding.tables import fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.measures.tally import tally
from onrecord.wording.claim import Prose, facts
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
    meanings = {field: _meanings(case, *field) for field in _EXPLAINED}
    return Prose((facts((_name(*field), text) for field, text in meanings.items() if text),))


def _name(table: str, column: str) -> str:
    return capital(f"{words(column)} ({table})")


def _meanings(case: Case, table: str, column: str) -> Markup:
    """ "<em>confirm</em> 1, affirms a fact already raised; …", in the codebook's order."""
    meanings = VOCABULARIES[fields_with(table, f.Vocabulary)[column].name]
    return Markup("; ").join(
        Markup("<em>{}</em> {}: {}").format(words(value), number, _opened_small(meanings[value]))
        for value, number, _ in tally(getattr(case, table), column).itertuples(index=False)
    )


def _opened_small(meaning: str) -> str:
    return typeset(meaning[0].lower() + meaning[1:])
