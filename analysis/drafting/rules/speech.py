"""Reported and quoted speech: the source before, behind, or inside what is said."""

from analysis.drafting.clause import Clause, source_of
from analysis.drafting.contents import clause_end
from analysis.drafting.found import Found, Range
from analysis.drafting.phrases import before_insertion, noun_phrase_right, subject
from analysis.drafting.tokens import CLOSE, OPEN, Tokens

SAYING = frozenset(["say", "quote", "tell"])


def can_say(clause: Clause) -> bool:
    return bool(clause.cue.frames & SAYING)


def trailing_speech(clause: Clause) -> Found | None:
    """`…, X said`: the content stands before the source, whose verb ends a clause."""
    t = clause.t
    if clause.voice != "active" or not can_say(clause):
        return None
    end = past_addressee(t, clause.end, clause.last) if "tell" in clause.cue.frames else clause.end
    if not ends_clause(t, end, clause.last):
        return None
    source = subject(t, clause.first, clause.start)
    if not source or t.low[source[0]] == "who":
        return None
    edge = source[0] - 1
    content = content_before(t, clause.first, edge)
    if not content:
        return None
    more = content_after(t, clause.end, clause.last) if t.tags[edge] == "," or t.tags[edge] == CLOSE else ()
    return Found((source,), ((clause.at, clause.end),), (content, *more), clause.cue, "trailing_speech")


def inverted_speech(clause: Clause) -> Found | None:
    """`…, said X`: verb before source, both behind the content."""
    t = clause.t
    if not can_say(clause) or clause.voice not in ("active", "") or clause.start != clause.at or "tell" in clause.cue.frames:
        return None
    edge = clause.at - 1
    if edge < clause.first or t.tags[edge] not in f",{CLOSE}":
        return None
    if t.tags[clause.end : clause.end + 1] not in tuple("NDPqCnao"):
        return None
    if t.tags[edge] == "," and before_insertion(t, clause.first, edge):
        return None
    content = content_before(t, clause.first, edge)
    if not content or (t.tags[edge] == "," and not t.quote_at.get(edge - 1) and t.tags[clause.end] == "o"):
        return None
    end = noun_phrase_right(t, clause.end, clause.last)
    if end == clause.end:
        return None
    more = content_after(t, end, clause.last)
    return Found(((clause.end, end),), ((clause.at, clause.end),), (content, *more), clause.cue, "inverted_speech")


def quote_after_cue(clause: Clause) -> Found | None:
    """`X said: “…”`, `X said, “…”`, `X told reporters “…”`: direct words behind the cue."""
    t = clause.t
    if not clause.cue.frames & {"say", "quote", "tell"} or clause.voice == "passive":
        return None
    k = clause.end
    stop = min(clause.last, k + 16)
    while k < stop and t.tags[k] not in f"{OPEN}.;":
        if t.tags[k] in "hvAHMw" and t.tags[k - 1] != ",":
            return None
        k += 1
    if k >= stop or t.tags[k] != OPEN or not (t.tags[k - 1] in ",:" or k == clause.end):
        return None
    quote = t.quote_at.get(k)
    source = source_of(clause)
    if not quote or not source:
        return None
    end = quote[1]
    if end < clause.last - 1 and t.tags[end] not in ".,;:-(" and t.tags[end - 2] not in ",.":
        end = max(end, clause_end(t, k, clause.last))
    return Found((source,), ((clause.at, clause.end),), ((k, end),), clause.cue, "quote_after_cue")


def past_addressee(t: Tokens, i: int, last: int) -> int:
    """Token behind the addressee of `told`."""
    k = i
    while k < min(last, i + 20) and t.tags[k] in "DPNnaCqofZci":
        k += 1
    return k


def ends_clause(t: Tokens, i: int, last: int) -> bool:
    """Whether nothing that could be content follows the cue at once: a mark, a time, a place, an adverb."""
    if i >= last:
        return True
    letter = t.tags[i]
    if letter in ".,;:-(W" or letter == CLOSE:
        return True
    if letter in "ibTtgc" or t.low[i] in ("last", "this", "earlier", "late"):
        return not clause_follows(t, i, last)
    return False


def clause_follows(t: Tokens, i: int, last: int) -> bool:
    """Whether a finite verb stands between `i` and the next mark: then that clause is what is said."""
    for k in range(i, min(last, i + 30)):
        if t.tags[k] in ".,;:-(" or t.tags[k] == OPEN:
            return t.tags[k] == OPEN
        if t.tags[k] in "vAHMo" and not (t.tags[k] == "v" and t.tags[k - 1] in "nDac"):
            return True
        if t.tags[k] in "hwW":
            return t.tags[k] == "h"
    return False


def content_before(t: Tokens, first: int, edge: int) -> Range | None:
    """The clause or quotation that ends at the comma or quote mark at `edge`."""
    tags = t.tags
    if edge <= first or tags[edge] not in f",{CLOSE}.-":
        return None
    end = edge + 1 if tags[edge] == CLOSE else edge
    if tags[edge] == "." and not t.quote_at.get(edge):
        return None
    quote = t.quote_at.get(edge if tags[edge] == CLOSE else edge - 1)
    start = first
    if quote and quote[0] < first:
        start = quote[0]
    elif quote and tags[quote[0] - 1 : quote[0]] in tuple(":;") and quote[0] > first:
        start = quote[0]
    while start < end and tags[start] in "cB,.":
        start += 1
    if end - start < 2 or not (quote or any(letter in "vAHMo" for letter in tags[start:end])):
        return None
    return start, end


def content_after(t: Tokens, i: int, last: int) -> tuple[Range, ...]:
    """The rest of an interrupted quotation or clause: `“…,” X said, “…”`."""
    tags = t.tags
    k = i
    while k < min(last, i + 30):
        if tags[k] == OPEN:
            quote = t.quote_at.get(k)
            if quote and tags[k - 1] in ",:.-":
                return (quote,)
            return ()
        k += 1
    return ()
