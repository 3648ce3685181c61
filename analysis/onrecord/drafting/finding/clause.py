"""A cue verb in its clause: where its verb group starts, its voice, whether it can be a verb there at all."""

from typing import NamedTuple

from onrecord.drafting.finding.cues import BASE, PAST, PERFECT, PRESENT, PROGRESSIVE, Cue, Form
from onrecord.drafting.finding.phrases import subject, verb_group_start
from onrecord.drafting.reading.tokens import Tokens


class Clause(NamedTuple):
    """`cue` stands at tokens [`at`, `end`) of the sentence [`first`, `last`); its verb group starts at `start`.

    `voice` is active, passive, infinitive, participle (an -ing form without auxiliary) or attributive.
    """

    t: Tokens
    cue: Cue
    first: int
    last: int
    start: int
    at: int
    end: int
    voice: str
    shared: tuple[int, int] | None


DOCUMENTS = frozenset(
    "statement letter tweet email message memo ad video release note post resolution op-ed column".split()  # noqa: SIM905
)


def voice_of(t: Tokens, form: Form, first: int, start: int, i: int) -> str:
    """Voice of the verb at `i`, or an empty string where the form is no verb."""
    tags = t.tags
    group = tags[start:i].replace("b", "").replace("q", "")
    auxiliary = group[-1:]
    before = tags[start - 1] if start > first else "."
    places = form.places
    if auxiliary == "M":
        return "active" if BASE in places else ""
    if auxiliary == "H":
        return "active" if PERFECT in places else ""
    if auxiliary in ("A", "g"):
        if PROGRESSIVE in places:
            return "active"
        if places & {PAST, PERFECT}:
            return "active" if t.low[i - len(tags[start:i]) : i][-1:] in (["'s"], ["’s"]) else "passive"
        return ""
    if before == "t":
        return "infinitive" if BASE in places else ""
    if PROGRESSIVE in places:
        if before == "Z" and t.low[start - 1] != "'":
            return "active" if tags[start - 2 : start - 1] in ("o", "N", "w", "n") else ""
        return "participle" if before not in "DPa" else ""
    if places & {PAST, PERFECT}:
        if before == "q" and t.low[start - 1] in ("most", "more", "less", "least"):
            return ""
        if before in "DPaZf" or (before == "i" and start > first):
            return ""
        return "attributive" if t.low[i + 1 : i + 2] == ["by"] and before in "NnCq)T" else "active"
    if before in "DPaZfi":
        return ""
    if PRESENT in places:
        return "active" if before in "NnowhTbC),qcB-”.(" else ""
    if BASE in places:
        if tags[i] == "v" and before in "Nn,TC)q-" and start > first:
            return "active"
        found = plural_before(t, first, start, before)
        concern = form.verb and form.verb.cue_class == "concern" and before in "Nng"
        return found or ("active" if concern and plural_head(t, first, start) else "")
    return ""


def plural_head(t: Tokens, first: int, start: int) -> bool:
    """Whether the noun phrase before `start` has a plural before its first preposition: `firms in Odesa fear …`."""
    found = subject(t, first, start)
    low = found[0] if found else first
    at = next((k for k in range(low, start) if t.tags[k] in "ifg"), start)
    marks = any(mark in t.tags[low:start] for mark in ",.;:-“”AHMvw")
    return not marks and low < at and is_plural(t.low[at - 1]) and t.tags[at - 1] in "Nn"


def is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in ("men", "women", "people", "police", "aides")


def plural_before(t: Tokens, first: int, start: int, before: str) -> str:
    """Voice of a base form: a verb after a plural noun or pronoun, else taken for a noun or an imperative."""
    if before in "owhq":
        return "active" if t.low[start - 1] not in ("he", "she", "it", "him", "them", "us", "me") else ""
    if before in "Nn":
        return "active" if is_plural(t.low[start - 1]) else ""
    if before in ",)cT" and start - 1 > first:
        infinitive = "t" in t.tags[max(first, start - 25) : start]  # to go and see
        return "active" if before != "," and not infinitive else ""
    return ""


def source_of(clause: Clause) -> tuple[int, int] | None:
    """Token range of the source of an active or participial cue; the subject shared with the verb before."""
    t, first, start = clause.t, clause.first, clause.start
    tags = t.tags
    before = tags[start - 1] if start > first else "."
    if clause.voice == "participle":
        if start > first and before in "Nn)" and start - 1 >= first:
            near = subject(t, first, start)
            if near and t.low[near[1] - 1] in DOCUMENTS and near[0] > first and tags[near[0] - 1] in "vngb":
                return main_subject(t, first, near[0]) or near
            if near:
                return near
        return clause.shared or main_subject(t, first, start) or following_subject(t, start, clause.last)
    if clause.voice == "infinitive":
        return clause.shared or main_subject(t, first, start)
    if before in "cB" or (before == "," and tags[start - 2 : start - 1] != "o"):
        found = subject(t, first, start) if before == "," else None
        return found or clause.shared or main_subject(t, first, start)
    return subject(t, first, start)


def main_subject(t: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """Subject of the first finite verb of the sentence before `end`."""
    tags = t.tags
    i = first
    if tags[i : i + 1] in ("W", "g", "i"):  # an introductory clause or phrase ends at its comma
        comma = tags.find(",", i, min(end, first + 40))
        i = comma + 1 if comma > 0 else i
    for k in range(i + 1, min(end, i + 60)):
        if tags[k] in "AHMv":
            start = verb_group_start(t, i, k)
            found = subject(t, i, start)
            if found:
                return found
    return None


def following_subject(t: Tokens, start: int, last: int) -> tuple[int, int] | None:
    """Subject of the main clause behind an introductory participle: `Noting that …, Tester added`."""
    tags = t.tags
    comma = tags.find(",", start, min(last, start + 60))
    if comma < 0:
        return None
    for k in range(comma + 1, min(last, comma + 20)):
        if tags[k] in "AHMv":
            return subject(t, comma + 1, verb_group_start(t, comma + 1, k))
    return None
