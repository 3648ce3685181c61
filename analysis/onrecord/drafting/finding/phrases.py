"""Phrases around a cue, found in the string of letters: verb groups, subjects, noun phrases, ends of content.

All positions are token indices; every search is bounded, so that a sentence of any length costs linear time.
"""

from onrecord.drafting.reading.tokens import Tokens

NEAR = 40  # tokens that a subject may be long
FLOATING = frozenset(["both", "all", "each"])
PERIODS = frozenset(
    "week month year summer fall autumn winter spring weekend night morning afternoon evening".split()  # noqa: SIM905
)
NOMINAL = frozenset("NnoCqTaZ)g")
WITHIN_SUBJECT = frozenset("NnaCDPZqfTgviboyz")


def verb_group_start(t: Tokens, first: int, i: int) -> int:
    """First token of the verb group that ends in the verb at `i`: adverbs and auxiliaries before it."""
    tags, j, low = t.tags, i, max(first, i - NEAR)
    while j > low:
        letter, word = tags[j - 1], t.low[j - 1]
        floating = letter == "q" and word in FLOATING and j < i and tags[j - 2] in "AHM"
        longer = word == "no" and t.low[j] == "longer"
        if not (longer or letter in "bAHM" or (letter == "g" and word in ("being", "having")) or floating):
            break
        j -= 1
    return j


def skip_time_left(t: Tokens, first: int, j: int) -> int:
    """Position left of time words that stand between subject and verb (`on Monday`, `last week`)."""
    tags = t.tags
    while j > first:
        if tags[j] == "T":
            j -= 1
        elif t.low[j] in PERIODS and t.low[j - 1] in ("last", "this", "next", "late", "early", "earlier"):
            j -= 2
        else:
            break
        if j > first and (tags[j] == "i" or t.low[j] in ("earlier", "late", "early")):
            j -= 1
    return max(j, first)


def subject(t: Tokens, first: int, i: int) -> tuple[int, int] | None:
    """Token range of the noun phrase or pronoun that is subject of the verb group starting at `i`."""
    tags = t.tags
    j = i - 1
    if j < first:
        return None
    j = skip_time_left(t, first, j)
    if tags[j] == "q" and t.low[j] in FLOATING and j > first and tags[j - 1] in "NnoT)":
        j -= 1
    letter = tags[j]
    if letter == ")":
        opened = tags.rfind("(", max(first, j - NEAR), j)
        inner = noun_phrase_left(t, first, opened - 1) if opened > first else None
        return (inner[0], j + 1) if inner else None
    if letter == "o" or (letter == "w" and t.low[j] == "who"):
        return j, j + 1
    if letter in ",-":
        return before_insertion(t, first, j)
    if letter in NOMINAL or letter in "DPvi":
        return before_relative(t, first, j) or noun_phrase_left(t, first, j)
    return None


def before_insertion(t: Tokens, first: int, j: int) -> tuple[int, int] | None:
    """Subject before an insertion between commas or dashes that ends at `j`: `X, a former Y, said`."""
    tags, mark = t.tags, t.tags[j]
    low = max(first, j - NEAR)
    k = tags.rfind(mark, low, j)
    while k > first:
        if tags[k - 1] in "NnoCTZ)q" and tags[k + 1] in "DwNnPaCqgvbiWrT":
            found = noun_phrase_left(t, first, k - 1) if tags[k - 1] != "o" else (k - 1, k)
            if found and "v" not in tags[found[0] : found[1]]:
                return found[0], k if tags[k + 1] == "w" else j  # `, who …,` is the narrator's
        k = tags.rfind(mark, low, k)
    return None


def before_relative(t: Tokens, first: int, j: int) -> tuple[int, int] | None:
    """Subject whose restrictive relative clause ends at `j`: `those who had seen him say`."""
    tags = t.tags
    p = max(tags.rfind("w", max(first, j - 25), j), tags.rfind("h", max(first, j - 25), j))
    if p <= first or tags[p - 1] not in "Nnq)Z" or t.low[p] not in ("who", "that"):
        return None
    inside = tags[p + 1 : j + 1]
    if any(mark in inside for mark in ",:;“”-.") or not any(letter in "vAHM" for letter in inside[:3]):
        return None
    found = noun_phrase_left(t, first, p - 1)
    return (found[0], j + 1) if (found and t.low[p] == "who") or (found and tags[found[0]] in "DqC") else None


def noun_phrase_left(t: Tokens, first: int, j: int) -> tuple[int, int] | None:
    """The noun phrase, with its prepositional phrases, that ends at `j`."""
    tags = t.tags
    low = max(first, j - NEAR)
    a = j
    while a >= low:
        letter = tags[a]
        if letter == ")":
            opened = tags.rfind("(", low, a)
            if opened < 0:
                break
            a = opened - 1
            continue
        if letter == "o" and a < j:
            break
        if letter == "c":
            if not joins_nouns(tags, low, a):
                break
        elif letter not in WITHIN_SUBJECT:
            break
        a -= 1
    a += 1
    a = after_verb(tags, a, j + 1)
    while a <= j and tags[a] in "bcBT":
        a += 1
    if a < j and tags[a] == "i" and not (tags[a + 1] in "Cq" and t.low[a] in ("about", "around", "over", "near")):
        a = last_simple(tags, a, j)
    if a > j or not any(letter in "NnoqCDg" for letter in tags[a : j + 1]):
        return None
    return a, j + 1


def joins_nouns(tags: str, low: int, c: int) -> bool:
    """Whether the conjunction at `c` joins two noun phrases of one subject: no verb in the clause before it."""
    if c <= low or tags[c - 1] not in "NnoT)Cq":
        return False
    a = c - 1
    while a >= low and tags[a] in WITHIN_SUBJECT:
        if tags[a] in "vo":
            return tags[a] == "o" and a == c - 1
        a -= 1
    return a < low or tags[a] not in "AHMt"


def after_verb(tags: str, a: int, end: int) -> int:
    """Start of the phrase behind the last finite verb between `a` and `end`; reduced relatives stay in."""
    p = max(tags.rfind("v", a, end), tags.rfind("o", a, end - 1))
    if p < 0 or p + 1 >= end:
        return a
    if tags[p] == "v" and p > a and tags[p + 1] in "iTbft":
        return a
    return p + 1


def last_simple(tags: str, a: int, j: int) -> int:
    """Start of the last simple noun phrase of the range: behind its last preposition that is not `of`."""
    p = tags.rfind("i", a, j)
    start = p + 1 if p >= 0 else a
    d = max(tags.rfind("D", start, j + 1), tags.rfind("P", start, j + 1))
    return d if d > start and tags[d - 1] not in "fi" else start


def noun_phrase_right(t: Tokens, i: int, end: int) -> int:
    """End (exclusive) of the noun phrase that starts at `i`, with `of`- and other short prepositional phrases."""
    tags, k = t.tags, i
    end = min(end, i + NEAR)
    while k < end:
        letter = tags[k]
        if letter == "(":
            closed = tags.find(")", k, end)
            if closed < 0:
                break
            k = closed + 1
            continue
        if (
            letter in "NnaCDPZqfTo"
            or (letter == "g" and k > i)
            or (letter == "c" and tags[k + 1 : k + 2] in list("NDPq"))
        ):
            k += 1
            continue
        break
    while k > i and tags[k - 1] in "TDPfc":
        k -= 1
    return k
