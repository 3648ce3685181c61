"""What one cell of a statement fixes in others by the rules of the codebook, for a form that is being filled in."""

from __future__ import annotations

from onrecord.coding.changing.referring import listed
from onrecord.coding.changing.sheet import Cells
from onrecord.coding.checks.target_is_another_actor import VALENCE
from onrecord.coding.reading import Coding

KINDS = {  # of speaker, by the type of actor, where there is but one that fits
    "person": ("named_individual", "unnamed_individual"),
    "government_institution": ("named_institution", "named_institution"),
    "military": ("named_institution", "named_institution"),
    "international_organisation": ("named_institution", "named_institution"),
    "state": ("state_metonym", "state_metonym"),
    "collective": ("collective_unnamed", "collective_unnamed"),
    "unspecified": ("unspecified_holder", "unspecified_holder"),
}


def entailed(coding: Coding, cells: Cells, field: str) -> Cells:
    """The cells of a statement after `field` of it was set, with what follows from that alone."""
    follows = {
        "attribution": _attribution,
        "speaker": _speaker,
        "speech_act": _valence,
        "target": _valence,
        "date": lambda _, c: {"time_said": "dated" if c.get("date") else "not_stated"},
        "time_said": lambda _, c: {} if c.get("time_said") == "dated" else {"date": ""},
        "quote_type": lambda _, c: {"quote_text": "", "insertion_text": ""} if c.get("quote_type") == "none" else {},
    }
    return cells | follows[field](coding, cells) if field in follows else cells


def _attribution(coding: Coding, cells: Cells) -> Cells:
    """No cue: the narrator's; no holder: unspecified (rules S2, S5)."""
    narrator = coding.narrator
    if cells["attribution"] == "narrator":
        silent = dict.fromkeys(("speaker_text", "cue_text", "continues", "target_valence"), "")
        voice = {"speaker": narrator, "speaker_kind": "narrator", "source_chain": narrator}
        return silent | voice | {"cue_class": "none", "frequency": "once"}
    holders = [row.id for _, row in coding.table("actors") if row.__dict__.get("type") == "unspecified"]
    if cells["attribution"] == "unspecified" and holders:
        chain = f"{narrator}|{holders[0]}"
        return {
            "speaker": holders[0],
            "speaker_kind": "unspecified_holder",
            "source_chain": chain,
            "target_valence": "",
        }
    if cells.get("speaker") in (narrator, *holders):
        return {"speaker": "", "speaker_kind": "", "source_chain": ""}
    return {}


def _speaker(coding: Coding, cells: Cells) -> Cells:
    """The chain ends with the speaker (rule S7); most types of actor speak in one way only."""
    speaker, narrator = cells.get("speaker", ""), coding.narrator
    between = [name for name in listed(cells.get("source_chain", ""))[1:-1] if name != speaker]
    chain = [narrator] if speaker == narrator else [narrator, *between, speaker]
    found = {"source_chain": "|".join(filter(None, chain))}
    actor = next((row.__dict__ for _, row in coding.table("actors") if row.__dict__.get("id") == speaker), {})
    if actor.get("type") in KINDS:
        found["speaker_kind"] = KINDS[actor["type"]][0 if actor.get("named", True) else 1]
    if cells.get("target") == speaker:
        found |= {"target": "", "target_valence": ""}
    return found


def _valence(_: Coding, cells: Cells) -> Cells:
    """The speech act fixes the valence towards a target (rule V1)."""
    if not cells.get("target") or cells.get("attribution") != "attributed":
        return {"target_valence": ""}
    valence = VALENCE.get(cells.get("speech_act", ""))
    return {} if valence is None else {"target_valence": str(valence)}
