"""What follows a cue in its own clause: a clause, an infinitive, an object, a phrase after a preposition."""

# ruff: noqa: SIM905

from onrecord.drafting.finding.clause import Clause, source_of
from onrecord.drafting.finding.contents import clause_end, phrase_end, skip_adverbs, subordinate, without_insertions
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import NEAR, PERIODS
from onrecord.drafting.reading.tokens import OPEN

CLAUSAL = frozenset(["say", "clause", "tell", "that", "that_only"])

NEARER = frozenset("last this next ago earlier later before previous following same late early".split())
LENGTHS = frozenset("the a an few several couple of hour hours day days weeks months years minutes".split())


def past_circumstance(clause: Clause) -> int:
    """Token behind time, place and medium between cue and complement: `said on Thursday that`."""
    t, k = clause.t, clause.end
    tags = t.tags
    while k < clause.last:
        if tags[k] == "b" or (tags[k] == "T" and tags[k + 1 : k + 2] != "Z"):
            k += 1
        elif tags[k] == "i" and tags[k + 1 : k + 2] == "T":
            k += 2
        else:
            break
    return k


def is_when(clause: Clause, end: int) -> bool:
    """Whether all that stands between cue and `end` tells a time: `last week`, `two days ago`, `the previous day`."""
    t, between = clause.t, range(clause.end, end)
    told = all(t.low[k] in NEARER | PERIODS | LENGTHS or t.tags[k] in "TCqb" for k in between)
    return told and t.tags[end + 1 : end + 2] not in tuple("vAHM") and any(t.low[k] in NEARER for k in between)


def that_clause(clause: Clause) -> Found | None:
    """`X said on Friday that …`, `X told reporters that …`: a clause behind `that`."""
    t = clause.t
    if not clause.cue.frames & CLAUSAL or clause.voice == "passive":
        return None
    end = min(clause.last - 1, clause.end + 14)
    k = clause.end
    if t.tags[k : k + 1] == ",":  # said, however, that
        closing = t.tags.find(",h", k + 1, k + 6)
        k = closing + 1 if closing > 0 else k
    while k < end and t.tags[k] not in "h.;:-vAHMwWB“":
        k += 1
    if k >= end or t.tags[k] != "h" or (t.tags[k - 1] == "," and t.tags[clause.end] != ","):
        return None
    if (
        k > clause.end
        and "tell" not in clause.cue.frames
        and t.tags[clause.end] not in "iTbt,"
        and not is_when(clause, k)
    ):
        return None
    start = k + 1 + (t.tags[k + 1 : k + 2] == ",")
    end = clause_end(t, start, clause.last)
    return complete(clause, start, end, "that_clause") if end > start + 1 else None


def bare_clause(clause: Clause) -> Found | None:
    """`X said Y has …`, `X believes Y is …`: a clause without `that`."""
    t = clause.t
    if not clause.cue.frames & {"say", "clause"} or clause.voice == "passive":
        return None
    k = past_circumstance(clause)
    if t.tags[k : k + 1] not in tuple("DPNnaCqobhri“gW(T") or k >= clause.last:
        return None
    if t.tags[k] == "h" and t.tags[k + 1 : k + 2] not in tuple("AHMvb"):
        return None
    if t.tags[k] == "i" and "o" not in t.tags[k : k + 12]:
        return None
    if ("say" not in clause.cue.frames or t.tags[k] in "ig(") and not is_clause(clause, k):
        return None
    return complete(clause, k, clause_end(t, k, clause.last), "bare_clause")


def is_clause(clause: Clause, k: int) -> bool:
    """Whether a finite verb follows a noun phrase at `k` before any mark."""
    tags = clause.t.tags
    end = min(clause.last, k + 25)
    for p in range(k, end):
        if tags[p] in ".;:,-":
            return False
        if tags[p] in "hwr" or (tags[p] == "v" and tags[p - 1] == "c"):
            return False
        if tags[p] in "AHM" and p > k:
            return True
        if tags[p] == "v" and p > k and tags[p - 1] in "oN":
            return True
    return False


def addressee_clause(clause: Clause) -> Found | None:
    """`X told Y he would …`: an addressee, then a clause without `that`."""
    t = clause.t
    if "tell" not in clause.cue.frames or clause.voice == "passive":
        return None
    k = clause.end
    tags = t.tags
    if tags[k : k + 1] == "o" and k + 1 < clause.last:
        k += 1
    else:
        while k < min(clause.last, clause.end + NEAR) and tags[k] in "DPNnaCZfi":
            k += 1
    while k < clause.last and tags[k] in "bT" and t.low[k] != "not":
        k += 1
    if t.low[k : k + 1] == ["not"] and tags[k + 1 : k + 2] == "t":
        return complete(clause, k, clause_end(t, k, clause.last), "addressee_clause")
    if k == clause.end or k >= clause.last or tags[k] not in "othriD“":
        return None
    if tags[k] == OPEN or tags[k] in "othr" or is_clause(clause, k):
        return complete(clause, k, clause_end(t, k, clause.last), "addressee_clause")
    return None


def infinitive(clause: Clause) -> Found | None:
    """`X vowed to …`, `X plans to …`."""
    t = clause.t
    if "inf" not in clause.cue.frames or clause.voice == "passive":
        return None
    k = skip_adverbs(t.tags, clause.end)
    if t.tags[k : k + 1] != "t" or t.tags[k + 1 : k + 2] in tuple("NDPo"):
        return None
    k -= t.low[k - 1] == "not"
    return complete(clause, k, clause_end(t, k, clause.last), "infinitive")


def wh_clause(clause: Clause) -> Found | None:
    """`X asked whether …`, `X knows what …`."""
    t = clause.t
    if not clause.cue.frames & {"wh", "say", "obj", "clause"} or clause.voice == "passive":
        return None
    k = clause.end
    if t.tags[k : k + 1] != "r" and t.low[k : k + 1] not in (["if"], ["who"], ["which"], ["when"], ["where"]):
        return None
    return complete(clause, k, clause_end(t, k, clause.last), "wh_clause")


def prepositional(clause: Clause) -> Found | None:
    """`X called for …`, `X spoke about …`."""
    t = clause.t
    wanted = clause.cue.frames & FRAMES_OF_WORDS
    if not wanted or clause.voice == "passive":
        return None
    k = skip_adverbs(t.tags, clause.end)
    if k >= clause.last or t.low[k] not in wanted:
        return None
    found = complete(clause, k + 1, phrase_end(t, k + 1, clause.last), "prepositional")
    preposition = (clause.at, k + 1) if k == clause.end else (k, k + 1)
    return found and found._replace(cue=(*found.cue, preposition) if k > clause.end else (preposition,))


def object_phrase(clause: Clause) -> Found | None:
    """`X backs …`, `X criticised …`, `X accused Y of …`: a noun phrase."""
    t = clause.t
    if "obj" not in clause.cue.frames or clause.voice == "passive":
        return None
    k = skip_adverbs(t.tags, clause.end)
    if k >= clause.last or t.tags[k] not in "DPNnaCqog“" or (t.tags[k - 1] == "b" and t.tags[k] == "T"):
        return None
    if clause.cue.frames & {"clause"} and is_clause(clause, k):
        return complete(clause, k, clause_end(t, k, clause.last), "bare_clause")
    return complete(clause, k, phrase_end(t, k, clause.last), "object_phrase")


def complete(clause: Clause, start: int, end: int, rule: str) -> Found | None:
    if end <= start:
        return None
    if subordinate(clause.t, clause.first, clause.at):
        comma = clause.t.tags.find(",", start, end)
        end = comma if comma > 0 else end
    source = source_of(clause)
    if not source or source[0] >= start:
        return None
    content = without_insertions(clause.t, start, end)
    return Found((source,), ((clause.at, clause.end),), content, clause.cue, rule)
