"""Who is spoken about and not heard, and which views are given to nobody: three lines."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.claims import ADVERSE, Claimed, claims
from onrecord.measures.counted import attributed, with_attribution
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import joined
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.wording.actors import actor_name, actor_names, agree
from onrecord.wording.claim import Prose, absent, bullets, claim
from onrecord.wording.english import english
from onrecord.wording.naming import listed
from onrecord.wording.quoting import own_words
from onrecord.wording.reporting import through

_LINES = 3
_NAMED = 4  # actors in a line


def who_is_missing(case: Case) -> Prose:
    """At most three lines, cited; nothing of a draft, which does not know who else speaks in its article."""
    if is_draft(case):
        return absent("Who is missing is not known from a draft.")
    lines = [*_unheard(case), *_heard_through(case), *_nobodys(case)]
    if not lines:
        return absent("Everybody who is spoken about speaks, and every view has a holder.")
    return Prose((bullets(lines[:_LINES]),))


def _silent(case: Case, heard: bool) -> pd.DataFrame:
    """The silent actors of whose state or body somebody else is heard, or of which nobody is."""
    silent = spoken_about_not_heard(case)
    return silent[silent["root_heard"] == heard]


def _unheard(case: Case) -> Iterator[Markup]:
    silent = _silent(case, heard=False)
    if len(silent):
        actors = list(silent["actor"])
        aimed = [one for one in claims(case) if _is_aimed(case, one, actors)]
        by = (_what_is_said(case, aimed) if aimed else "") or "spoken about"
        are = agree(case, actors, "is", "are")
        yield claim(case, f"{_named(case, actors)} {are} {by}, and not heard", joined(silent["rows"]))


def _is_aimed(case: Case, one: Claimed, actors: list[str]) -> bool:
    return one.kind in ADVERSE and any(case.statements.at[row, "target"] in actors for row in one.statements)


def _what_is_said(case: Case, aimed: list[Claimed]) -> str:
    """ "blamed by Alexander Lukashenko"."""
    first = case.statements.loc[aimed[0].statements[0]]
    does = english("speech_act", first["speech_act"], "done to")
    return f"{does} by {actor_name(case, first['speaker'])}" if does else ""


def _heard_through(case: Case) -> Iterator[Markup]:
    """A state or body that does not speak itself though a part of it does: who, and through whom."""
    silent, own = _silent(case, heard=True), attributed(case)
    for root, found in silent.groupby("root", sort=False):
        parts = own[own["speaker"].map(case.root) == root]
        if root in set(found["actor"]):
            silent_root, speakers = str(root), list(dict.fromkeys(parts["speaker"]))
            silence = f"{actor_name(case, silent_root)} {agree(case, [silent_root], 'does', 'do')} not speak"
            voice = f"{actor_names(case, speakers)} {agree(case, speakers, 'does', 'do')}{_relayed(case, parts)}"
            yield claim(case, f"{silence}; {voice}", [*joined(found["rows"])[:1], *parts.index])


def _relayed(case: Case, parts: pd.DataFrame) -> str:
    names = dict.fromkeys(through(case, row)[0] for _, row in parts.iterrows())
    return f", relayed by {listed(list(names))}" if all(names) else ""


def _nobodys(case: Case) -> Iterator[Markup]:
    """Views that the article gives to nobody, and those that the coding gives to nobody surely."""
    rows = with_attribution(case, "unspecified")
    said = rows["speaker_text"].notna()
    for found, told in (
        (rows[~said], Markup("A view stands without a source: {}")),
        (rows[said], Markup("The coding leaves open whose {} is")),
    ):
        if len(found):
            words = Markup("; ").join(own_words(case, row) for row in found.index[:2])
            yield claim(case, told.format(words), found.index)


def _named(case: Case, actors: list[str]) -> str:
    more = f" and {len(actors) - _NAMED} others" if len(actors) > _NAMED else ""
    return actor_names(case, actors[:_NAMED]) + more
