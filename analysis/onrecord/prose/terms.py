"""The codebook's terms that a coding uses, in words, for the annex."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding import fields as f
from onrecord.coding.case import Case
from onrecord.coding.tables import fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.measures.draft import is_draft
from onrecord.measures.tally import tally
from onrecord.wording.claim import Prose, facts
from onrecord.wording.naming import capital, typeset, words

# Whether there is a source, and whether it is named, a program does not know.
_OF_SOURCES = (("statements", "attribution"), ("statements", "speaker_kind"))
# The fields whose values a reader of the briefings meets.
_EXPLAINED = (
    *_OF_SOURCES,
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
    """The values of the codebook that this coding uses, by field, each with what it means and how often it stands.

    Of a draft not how often, nor how its sources are named.
    """
    shown = [field for field in _EXPLAINED if not (is_draft(case) and field in _OF_SOURCES)]
    meanings = {field: _meanings(case, *field) for field in shown}
    return Prose((facts((_name(*field), text) for field, text in meanings.items() if text),))


def _name(table: str, column: str) -> str:
    return capital(f"{words(column)} ({table})")


def _meanings(case: Case, table: str, column: str) -> Markup:
    """ "<em>confirm</em> 1, affirms a fact already raised; …", in the codebook's order."""
    meanings = VOCABULARIES[fields_with(table, f.Vocabulary)[column].name]
    return Markup("; ").join(
        Markup("<em>{}</em>{}: {}").format(words(value), _times(case, number), _opened_small(meanings[value]))
        for value, number, _ in tally(getattr(case, table), column).itertuples(index=False)
    )


def _times(case: Case, number: int) -> str:
    return "" if is_draft(case) else f" {number}"


def _opened_small(meaning: str) -> str:
    return typeset(meaning[0].lower() + meaning[1:])
