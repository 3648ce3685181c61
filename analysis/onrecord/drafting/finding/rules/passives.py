"""Passive cues: with the source behind `by`, or with a source that the text does not give."""

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.contents import clause_end, phrase_end, skip_adverbs
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import noun_phrase_right, subject


def passive_agent(clause: Clause) -> Found | None:
    """`Y was accused by X of …`, `… was first reported by X`."""
    t = clause.t
    if clause.voice not in ("passive", "attributive"):
        return None
    k = skip_adverbs(t.tags, clause.end)
    by = k
    while by < min(clause.last, k + 12) and t.low[by] != "by":
        if t.tags[by] in ".,;:-“wh":
            return None
        by += 1
    if by >= clause.last - 1 or t.low[by] != "by" or t.tags[by + 1] in "gT":
        return None
    end = noun_phrase_right(t, by + 1, clause.last)
    of = t.tags.find("f", by + 1, end) if "of" in clause.cue.frames else -1
    end = of if of > 0 else end  # accused by X of Y: the accusation is no part of X
    if end == by + 1:
        return None
    content = [subject(t, clause.first, clause.start)]
    if content[0] is None or t.tags[content[0][0]] in "w":
        return None
    if by > clause.end:
        content.append((clause.end, by))
    elif end < clause.last and t.tags[end] in "fti" and t.tags[end + 1 : end + 2] != "T":
        content.append((end, phrase_end(t, end, clause.last)))
    return Found(((by + 1, end),), ((clause.at, clause.end),), tuple(content), clause.cue, "passive_agent")


def agentless_passive(clause: Clause) -> Found | None:
    """`X is expected to …`, `X is known as …`: somebody expects it, and the text does not say who."""
    t = clause.t
    if clause.voice != "passive" or "to_be" not in clause.cue.frames:
        return None
    k = skip_adverbs(t.tags, clause.end)
    if k >= clause.last or t.low[k] not in ("to", "as", "of", "about"):
        return None
    told = subject(t, clause.first, clause.start)
    end = clause_end(t, k, clause.last)
    if not told or t.tags[told[0]] == "w" or end <= k + 1:
        return None
    return Found((), ((clause.at, clause.end),), (told, (k, end)), clause.cue, "agentless_passive")
