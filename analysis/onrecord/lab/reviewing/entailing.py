"""What one cell of a statement fixes in others by the rules of the codebook, for a form that is being filled in."""

from __future__ import annotations

from onrecord.coding.changing.referring import list_values
from onrecord.coding.checks.target_is_another_actor import VALENCE
from onrecord.coding.reading import Coding
from onrecord.coding.storing.sheet import Cells

KINDS = {  # of speaker, by the type of actor, where there is but one that fits
    "person": ("named_individual", "unnamed_individual"),
    "government_institution": ("named_institution", "named_institution"),
    "military": ("named_institution", "named_institution"),
    "international_organisation": ("named_institution", "named_institution"),
    "state": ("state_metonym", "state_metonym"),
    "collective": ("collective_unnamed", "collective_unnamed"),
    "unspecified": ("unspecified_holder", "unspecified_holder"),
}
SILENT = dict.fromkeys(("speaker_text", "cue_text", "continues", "target_valence"), "")


def entailed(coding: Coding, cells: Cells, field: str) -> Cells:
    """The cells of a statement after `field` of it was set, with what follows from that alone."""
    return cells | FOLLOWS[field](coding, cells) if field in FOLLOWS else cells


def _attribution(coding: Coding, cells: Cells) -> Cells:
    """No cue: the narrator's; no holder: unspecified (rules S2, S5)."""
    narrator = coding.narrator
    if cells["attribution"] == "narrator":
        voice = {"speaker": narrator, "speaker_kind": "narrator", "source_chain": narrator}
        return SILENT | voice | {"cue_class": "none", "frequency": "once"}
    holders = [row.id for _, row in coding.table("actors") if row.__dict__.get("type") == "unspecified"]
    if cells["attribution"] == "unspecified" and holders:
        chain = {"speaker": holders[0], "source_chain": f"{narrator}|{holders[0]}"}
        return chain | {"speaker_kind": "unspecified_holder", "target_valence": ""}
    if cells.get("speaker") in (narrator, *holders):
        return {"speaker": "", "speaker_kind": "", "source_chain": ""}
    return {}


def _speaker(coding: Coding, cells: Cells) -> Cells:
    """The chain ends with the speaker (rule S7); most types of actor speak in one way only."""
    speaker, narrator = cells.get("speaker", ""), coding.narrator
    between = [name for name in list_values(cells.get("source_chain", ""))[1:-1] if name != speaker]
    chain = [narrator] if speaker == narrator else [narrator, *between, speaker]
    found = {"source_chain": "|".join(filter(None, chain))}
    if cells.get("target") == speaker:
        found |= {"target": "", "target_valence": ""}
    return found | _kind_of(coding, speaker)


def _kind_of(coding: Coding, speaker: str) -> Cells:
    """The kind of speaker that the actor is, where its type leaves no choice."""
    for _, row in coding.table("actors"):
        actor = row.__dict__
        if actor.get("id") == speaker and actor.get("type") in KINDS:
            return {"speaker_kind": KINDS[actor["type"]][0 if actor.get("named", True) else 1]}
    return {}


def _valence(_: Coding, cells: Cells) -> Cells:
    """The speech act fixes the valence towards a target (rule V1)."""
    if not cells.get("target") or cells.get("attribution") != "attributed":
        return {"target_valence": ""}
    valence = VALENCE.get(cells.get("speech_act", ""))
    return {} if valence is None else {"target_valence": str(valence)}


def _time_said(_: Coding, cells: Cells) -> Cells:
    return {"time_said": "dated" if cells.get("date") else "not_stated"}


def _date(_: Coding, cells: Cells) -> Cells:
    return {} if cells.get("time_said") == "dated" else {"date": ""}


def _quote(_: Coding, cells: Cells) -> Cells:
    return {"quote_text": "", "insertion_text": ""} if cells.get("quote_type") == "none" else {}


FOLLOWS = {
    "attribution": _attribution,
    "speaker": _speaker,
    "speech_act": _valence,
    "target": _valence,
    "date": _time_said,
    "time_said": _date,
    "quote_type": _quote,
}
