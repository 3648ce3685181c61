"""Reported and quoted speech: the source before, behind, or inside what is said."""

from onrecord.drafting.finding.clause import Clause, source_of
from onrecord.drafting.finding.contents import REACH, clause_end
from onrecord.drafting.finding.found import Found, Range
from onrecord.drafting.finding.phrases import before_insertion, noun_phrase_right, subject
from onrecord.drafting.reading.tokens import CLOSE, OPEN, Tokens

SAYING = frozenset(["say", "quote", "tell"])


def can_say(clause: Clause) -> bool:
    return bool(clause.cue.frames & SAYING)


def trailing_speech(clause: Clause) -> Found | None:
    """`…, X said`: the content stands before the source, whose verb ends a clause; it may go on behind."""
    t = clause.t
    if clause.voice != "active" or not can_say(clause):
        return None
    source = subject(t, clause.first, clause.start)
    if not source or t.low[source[0]] == "who":
        return None
    source = with_apposition(t, clause.first, source)
    edge = source[0] - 1
    end = past_addressee(t, clause.end, clause.last) if "tell" in clause.cue.frames else clause.end
    quoted = edge > clause.first and t.tags[edge] == CLOSE and t.tags[edge - 1] in ",.-"
    if not (quoted and t.tags[end : end + 1] in tuple("ibTtgcf")) and not ends_clause(t, end, clause.last):
        return None
    more = content_after(t, end, clause.last) if t.tags[edge : edge + 1] in (",", CLOSE) else ()
    content = content_before(t, clause.first, edge, bool(more))
    if not content:
        return None
    return Found((source,), ((clause.at, clause.end),), (content, *more), clause.cue, "trailing_speech")


def with_apposition(t: Tokens, first: int, source: Range) -> Range:
    """`“…,” a friend, Ann Lee, told`: the noun phrase between the quotation and the comma is source, too."""
    comma = source[0] - 1
    closed = t.tags.rfind(CLOSE, max(first, comma - 8), comma)
    if (
        closed >= 0
        and t.tags[comma] == ","
        and comma - closed > 1
        and not set(t.tags[closed + 1 : comma]) - set("DPNnaCqf")
    ):
        return closed + 1, source[1]
    return source


def as_reported(clause: Clause) -> Found | None:
    """`As X reported, …`: the content is the main clause."""
    t, comma = clause.t, clause.end
    if clause.voice != "active" or t.low[clause.first] != "as" or "say" not in clause.cue.frames:
        return None
    source = subject(t, clause.first + 1, clause.start)
    while comma < min(clause.last, clause.end + 8) and t.tags[comma] in "bTitDnN":
        comma += 1
    if not source or source[0] != clause.first + 1 or t.tags[comma : comma + 1] != ",":
        return None
    end = clause_end(t, comma + 1, clause.last)
    return Found((source,), ((clause.at, clause.end),), ((comma + 1, end),), clause.cue, "as_reported")


def inverted_speech(clause: Clause) -> Found | None:
    """`…, said X`: verb before source, both behind the content."""
    t = clause.t
    if not can_say(clause) or clause.voice not in ("active", "") or clause.start != clause.at:
        return None
    edge = clause.at - 1
    if edge < clause.first or t.tags[edge] not in f",{CLOSE}":
        return None
    if "tell" in clause.cue.frames and (t.tags[edge] == "," or clause.cue.lemma == "tell"):
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
    more = content_after(t, end, clause.last, quotes_only=True)
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
    if not quote or not source or (source[0] > clause.first and t.tags[source[0] - 1] == CLOSE):
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
            return t.tags[k] == OPEN and (k == i or t.tags[k - 1] in ",:")
        if t.tags[k] in "vAHMo" and not (t.tags[k] == "v" and t.tags[k - 1] in "nDac"):
            return True
        if t.tags[k] in "hwW":
            return t.tags[k] == "h"
    return False


def content_before(t: Tokens, first: int, edge: int, goes_on: bool = False) -> Range | None:
    """The clause or quotation that ends at the comma or quote mark at `edge`.

    A phrase without a verb is content only where the content goes on behind the cue.
    """
    tags = t.tags
    if edge < first or tags[edge] not in f",{CLOSE}.-":
        return None
    end = edge + 1 if tags[edge] == CLOSE else edge
    if tags[edge] == "." and not t.quote_at.get(edge):
        return None
    quote = t.quote_at.get(edge if tags[edge] == CLOSE else edge - 1)
    start = first
    if quote and (quote[0] < first or (quote[0] > first and tags[quote[0] - 1] in ":;")):
        start = quote[0]
    while start < end and tags[start] in "cB,.":
        start += 1
    if (end - start < 2 and not goes_on) or end <= start:
        return None
    if not (quote or goes_on or any(letter in "vAHMo" for letter in tags[max(start, end - REACH) : end])):
        return None
    return start, end


def content_after(t: Tokens, i: int, last: int, quotes_only: bool = False) -> tuple[Range, ...]:
    """The rest of an interrupted quotation or clause: `“…,” X said, “…”`, `…, X said, is …`."""
    tags = t.tags
    for k in range(i, min(last, i + 30)):
        if tags[k] == OPEN:
            quote = t.quote_at.get(k)
            return (quote,) if quote and tags[k - 1] in ",:.-" else ()
        if tags[k] in ".;":
            return ()
        if tags[k] == "," and k == i and not quotes_only:
            end = clause_end(t, k + 1, last)
            if tags[k + 1 : k + 2] in tuple("DPNnoCqAHMv") and any(letter in "AHMv" for letter in tags[k + 1 : end]):
                return ((k + 1, end),)
    return ()
