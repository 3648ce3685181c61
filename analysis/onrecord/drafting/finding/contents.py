"""Where the content of an attribution ends: before what the codebook leaves to the narrator (rule S6)."""

import re

from onrecord.drafting.finding.cues import PAST, PRESENT, forms
from onrecord.drafting.reading.tokens import OPEN, Tokens

REACH = 150  # tokens that content may run without an end
VERB = re.compile("[AHMvo]")
CONTACT = re.compile("[nN][DPo]")
STOP = re.compile(r"[.;:,\-“()cBWAHMoi]")
NARRATING = frozenset(["while", "although", "though", "whereas", "as", "after", "since", "before"])
ASIDE = frozenset(["according", "namely", "adding", "saying", "though", "speaking", "referring"])


def skip_adverbs(tags: str, i: int) -> int:
    while tags[i : i + 1] == "b":
        i += 1
    return i


def finite_cue(t: Tokens, i: int, last: int) -> bool:
    """Whether a finite verb of the lexicon, or another plain past, stands at `i` behind adverbs."""
    i = skip_adverbs(t.tags, i)
    if i >= last:
        return False
    form = forms().get(t.low[i])
    return bool(form and form.places & {PAST, PRESENT} and not (form.noun and not form.places & {PAST})) or (
        t.tags[i] in "vHM" and t.low[i] not in ("to", "told")
    )


def subordinate(t: Tokens, first: int, i: int) -> bool:
    """Whether the clause of the cue at `i` stands behind a subordinator: `While X says …, Y`."""
    k = t.tags.rfind("W", max(first, i - 15), i)
    return k >= 0 and not any(mark in t.tags[k:i] for mark in ",;:-“”")


def clause_end(t: Tokens, start: int, last: int) -> int:
    """End (exclusive) of a clause as content, from token `start` in a sentence that ends at `last`."""
    tags, i, limit = t.tags, start, min(last, start + REACH)
    while True:
        found = STOP.search(tags, i, limit)
        if not found:
            return limit
        p = found.start()
        letter = tags[p]
        i = p + 1
        if letter == OPEN:
            quote = t.quote_at.get(p)
            if quote:
                i = quote[1]
                if i >= limit or (tags[i - 2] == "," and ends_at_comma(t, i - 1, last)):
                    return i
        elif letter == "(":
            closed = tags.find(")", p, limit)
            i = closed + 1 if closed > 0 else i
            i += tags[i : i + 1] == ")"
        elif (letter == "." and p >= last - 2) or letter in ";)-":
            if p > start:
                return p
        elif letter == ",":
            fronted = tags[start] == "W" and "," not in tags[start:p]  # although it rained, they …
            begun = tags[start] in "tb" or VERB.search(tags, start, p)
            if begun and not fronted and ends_at_comma(t, p, last):
                return p
        elif letter == "c":
            if t.low[p] == "and" and goes_back_to_source(t, i, tags[start] == "t"):
                return p
        elif letter == "B":
            if tags[i : i + 1] in "ovM" and p > start:
                return p
        elif letter == "W" and p > start and (t.low[p] in ("while", "although", "whereas") or narrating_as(t, p, last)):
            return p


def goes_back_to_source(t: Tokens, i: int, infinitive: bool) -> bool:
    """Whether the verb behind `and` is again the source's: `confirmed X and said Y`, `wants to X and has Y`."""
    k = skip_adverbs(t.tags, i)
    letter = t.tags[k : k + 1]
    return (letter == "v" and t.low[k] in forms()) or (infinitive and letter in ("A", "H", "M"))


def without_insertions(t: Tokens, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The range without relative clauses between commas (`the ruling, which …, shows`), which are the narrator's."""
    pieces, i = [], start
    while True:
        p = t.tags.find(",w", i, end)
        q = t.tags.find(",", p + 2, end) if p > start else -1
        if q < 0:
            return (*pieces, (i, end)) if i < end else tuple(pieces)
        if p in t.quote_at or q in t.quote_at or q + 1 >= end:
            return (*pieces, (i, end))
        pieces.append((i, p))
        i = q + 1


def embedded_end(t: Tokens, start: int, end: int) -> int:
    """End of a clause that itself stands before the verb of its sentence: `his claim that … has angered`."""
    seen, joined = False, True
    for k in range(start, end):
        letter = t.tags[k]
        if letter in "AHMv":
            if seen and not joined and t.tags[k - 1] not in "AHMb":
                return k
            seen, joined = True, False
        elif letter in "cBwWhrt,":
            joined = True
    return end


def ends_at_comma(t: Tokens, p: int, last: int) -> bool:
    """Whether what follows the comma at `p` is no part of a reported clause."""
    if p + 1 >= last:
        return True
    letter, low = t.tags[p + 1], t.low[p + 1]
    if (
        letter == "w"
        or low in ASIDE
        or low in ("where", "whose", "when")
        or (letter == "i" and t.tags[p + 2 : p + 3] == "w")
    ):
        return True
    if letter == "W":
        return low in NARRATING
    if letter in "Bc" and t.tags[p + 2 : p + 3] == "h":
        return False
    if letter == "B":
        return True
    if letter == "c":
        return finite_cue(t, p + 2, last)
    if letter == "g":
        return low in forms()
    if letter == "v" and low in forms():
        return True
    return closes_with_source(t, p + 1, last)


def closes_with_source(t: Tokens, i: int, last: int) -> bool:
    """Whether `X said` and a mark follow: a source that closes or interrupts the sentence."""
    end = min(last, i + 8)
    for k in range(i, end):
        letter = t.tags[k]
        if letter in ",.;:“":
            form = forms().get(t.low[k - 1])
            return bool(k > i + 1 and form and form.verb and "say" in form.verb.frames and t.tags[k - 2] != "t")
    return False


def narrating_as(t: Tokens, p: int, last: int) -> bool:
    """`as` before a clause of its own (`as the two continue …`), not before a noun phrase."""
    if t.low[p] != "as" or t.low[p - 1] in ("such", "as", "same", "far", "just", "well"):
        return False
    if t.tags[p + 1 : p + 2] == "o":
        return True
    end = min(last, p + 9)
    for k in range(p + 1, end):
        if t.tags[k] in "vAHM" or (k > p + 2 and t.tags[k] == "n" and t.tags[k + 1 : k + 2] in ("D", "P", "o")):
            return t.tags[p + 1] in "DNPCq" and k > p + 1
        if t.tags[k] in ",.;:-ti":
            return False
    return False


def phrase_end(t: Tokens, start: int, last: int) -> int:
    """End (exclusive) of a noun phrase with its complements, as content."""
    tags, i, limit = t.tags, start, min(last, start + REACH)
    related = False  # behind a relative or `that` inside the phrase finite verbs are part of it
    while True:
        found = STOP.search(tags, i, limit)
        if not found:
            return limit
        p = found.start()
        letter = tags[p]
        i = p + 1
        if not related and any(letter in tags[start:p] for letter in "hwr"):
            related = True
        if letter == OPEN:
            quote = t.quote_at.get(p)
            if quote:
                i = quote[1]
                if i >= limit:
                    return i
        elif letter == "(":
            closed = tags.find(")", p, limit)
            i = closed + 1 if closed > 0 else i
            i += tags[i : i + 1] == ")"
        elif (letter == "." and p >= last - 2) or letter in ";:)-":
            if p > start:
                return p
        elif letter == ",":
            if not goes_on_as_list(t, p, limit):
                return p
        elif letter == "c":
            if finite_cue(t, i, last):
                return p
        elif letter == "B":
            return p
        elif letter == "W":
            if p > start and not (t.low[p] == "as" and not narrating_as(t, p, last)):
                return p
        elif letter in "AHM":
            if (
                t.low[p] not in ("being", "having")
                and not (related or CONTACT.search(tags, start, p))
                and p > start
                and tags[p - 1] not in "ov"
            ):
                return p
        elif letter == "i" and tags[i : i + 1] == "T" and p > start:
            return p


def goes_on_as_list(t: Tokens, p: int, limit: int) -> bool:
    """Whether the comma at `p` stands in a list of noun phrases: `A, B and C`."""
    end = min(limit, p + 14)
    if t.tags[p + 1 : p + 2] not in tuple("NnaCDPqc"):
        return False
    if t.tags[p + 1] == "c":
        for k in range(p + 2, end):
            if t.tags[k] in "vAHMo":
                return False
            if t.tags[k] in ".,;:-":
                break
        return t.tags[p + 2 : p + 3] in tuple("NnaCDPq") and not finite_cue(t, p + 2, end)
    for k in range(p + 2, end):
        letter = t.tags[k]
        if letter == "c":
            return not finite_cue(t, k + 1, end)
        if letter not in "NnaCDPqfiZ,g":
            return False
    return False
