"""Words between source, cue and content: which of them leave what is said as it is, and which change it."""

from __future__ import annotations

import re

from onrecord.drafting.lexicon import any_of
from onrecord.drafting.reading.tags import ADVERB, FINITE
from onrecord.drafting.reading.tokens import TAG_OF
from onrecord.drafting.rows.acts import act_of
from onrecord.drafting.rows.placed import Placed
from onrecord.english.calendar import MONTHS, WEEKDAYS
from onrecord.english.verbs import verb_of

_DAY = "|".join(WEEKDAYS)
BETWEEN = re.compile(
    rf"(?:[\s,–—-]|\b(?:{any_of('between')}|(?!{any_of('doubtful')}\b)\w{{3,}}ly"
    rf"|[’']s|[’']ve|\d{{1,2}}|{_DAY}|{'|'.join(MONTHS)})\b)*",
    re.IGNORECASE,
)
ADJUNCT = re.compile(
    rf"(?:\s|[,:–—-]|that\b|(?:{any_of('adjunct')}|{_DAY}"
    rf"|(?:\d+|{any_of('amount')}) (?:\w+ ){{0,2}}(?:ago|earlier|later|before))\b.*"
    r"|(?:him|her|them|us|it|me)\b\s*|and\s+)*",
    re.IGNORECASE | re.DOTALL,
)
JOINED = re.compile(r"[^,;“”\"\n]{0,40},?\s+(?:and|but)\s+((?:\w+\s+){0,3})")  # `… on Friday and also`
INSERTED = re.compile(r"^\s*[,(–—-].*[,)–—-]", re.DOTALL)
HEARER = re.compile(
    r"^(?!\s*(?:against|about|of|for|from|by|over|not|never)\b|[^,:]*\w{2}ing\b)\s*(?:[\w’'-]+\s*){1,5}?"
    r"(?:, (?:an?|the) [^,:“”\"]{1,60}(?=, that\b))?(?=\bthat\b|[,:]|$)"
)
WORD = re.compile(r"\w")
WORDS = re.compile(r"[\w’'-]+")
PREDICATE = re.compile(r"([^;:“”\"\n]{1,160}?),?\s+(?:and|but)\s+((?:\w+\s+){0,3})")
OTHER_SUBJECT = re.compile(r"\b(?:I|we|he|she|they|who|which|that|whom|whose)\b", re.I)
OTHER_CLAUSE = re.compile(r"\b(?:it|when|where|while|because|as|if|after|before|until)\b", re.I)
WHILE = re.compile(r"\b(?:while|whilst|when|before|after)\s+$")  # before a participle: it is the subject's
ISSUED = re.compile(  # a statement of the source, whose participle is its own: `issued a statement saying`
    r"\s*(?:(?:has|have|had|also)\s+)*"
    r"(?:issued|released|published|posted|made|wrote|signed|sent|gave|put out|has|have)\b"
    rf"[^,;“”\"]*\b(?:{any_of('words of a source')})\b[^,;“”\".]*"
)
ACCUSED = re.compile(  # what follows is done by the one accused: `accused X of …, threatening to`
    r"\b(?:accus|blam|charg|arrest|criticis|criticiz|condemn|sued|sue|convict|fault)\w*\b.*,\s*$", re.DOTALL
)
ANNOUNCING = re.compile(
    r"\s*(?:using|via|with|through|from|on|in|at|under|after|before|as|about)\b[^.;“”\":]{1,80}:\s*"
)
BEHIND_HEARER = frozenset(["that_clause", "quote_after_cue", "wh_clause", "as_reported"])  # rules
FARTHEST = 300  # code points before a participle in which somebody is accused
BE_BEFORE = re.compile(r"\b(?:is|are|was|were|been)\b[\w\s]*$")


def parted(at: Placed, shared: int | None) -> str:
    """Why words between source, cue and content may change what is said, or ''; `shared` as for `gates.barred`."""
    between = before_cue(at, shared)
    if at.cue_words.endswith("ing") and at.item.rule == "infinitive" and of_the_accused(at):
        return "a participle that may be another's"
    if is_participle(between, at.cue_words):  # its content is as it may be
        own = (between.rstrip().endswith(",") and at.item.rule != "infinitive") or ISSUED.fullmatch(between)
        own = own or WHILE.search(between)
        return "" if own else "a participle that may be another's"
    return before_is_other(between) or behind_is_other(at)


def of_the_accused(at: Placed) -> bool:
    """Whether the cue stands behind what somebody is accused of: `accused X of Y, threatening to`."""
    return ACCUSED.search(at.text, max(at.source.end, at.cue.start - FARTHEST), at.cue.start) is not None


def before_cue(at: Placed, shared: int | None) -> str:
    """The words between a source and the cue behind it, without those of a statement that shares the source."""
    source, cue = at.source.end, at.cue.start
    if source > cue:
        return ""
    if shared is None or not source < shared <= cue:
        return at.text[source:cue]
    joined = JOINED.fullmatch(at.text, shared, cue)
    return joined[1] if joined else at.text[shared:cue]


def is_participle(between: str, cue: str) -> bool:
    """Whether a cue in small letters, behind these words, is a participle and no progressive form."""
    return cue.endswith("ing") and bool(WORD.search(between)) and not BE_BEFORE.search(between)


def before_is_other(between: str) -> str:
    """Why the words between a source and its cue keep them apart, or ''."""
    as_it_is = not WORD.search(between) or BETWEEN.fullmatch(INSERTED.sub(" ", between)) or is_predicate(between)
    return "" if as_it_is else "other words between source and cue"


def is_predicate(between: str) -> bool:
    """Whether the words are one predicate of the source and what joins another: `approached the mayor and`."""
    found = PREDICATE.fullmatch(between)
    if not found or not BETWEEN.fullmatch(found[2]):
        return False
    closed = between[found.end(1) : found.end(1) + 1] == ","  # a comma closes a clause of circumstances
    if OTHER_SUBJECT.search(found[1]) or (OTHER_CLAUSE.search(found[1]) and not closed):
        return False
    first = next((word for word in WORDS.findall(found[1]) if TAG_OF[word] != ADVERB), "")
    return TAG_OF[first.lower()] in FINITE or verb_of(first.lower()) is not None


def behind_is_other(at: Placed) -> str:
    """Why the words between a cue and the content behind it may belong to what is said, or ''."""
    if at.content.start < at.cue.end or at.drafts == "addressee":
        return ""
    gap = at.text[end_of_cue(at) : at.content.start]
    if "hearer" in act_of(at.item.lemma).takes and at.item.rule in BEHIND_HEARER:
        gap = HEARER.sub("", gap)
    return "" if leaves_as_it_is(gap) or announces(at, gap) else "other words between cue and content"


def announces(at: Placed, gap: str) -> bool:
    """Whether the words end in a colon, before direct words: `tweeted using his account: “…”`."""
    is_quoted = at.item.rule == "quote_after_cue" and at.item.quote_type == "direct"
    return is_quoted and ANNOUNCING.fullmatch(gap) is not None


def end_of_cue(at: Placed) -> int:
    """Where the cue ends, with the source where that stands behind it."""
    return at.source.end if at.item.source and at.source.start >= at.cue.end else at.cue.end


def leaves_as_it_is(gap: str) -> bool:
    """Whether words between cue and content only tell when, where or to whom it was said."""
    return not WORD.search(gap) or ADJUNCT.fullmatch(gap) is not None
