"""Words between source, cue and content: which of them leave what is said as it is, and which change it."""

from __future__ import annotations

import re

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.lexicon import any_of
from onrecord.drafting.rows.acts import act_of
from onrecord.english.calendar import MONTHS, WEEKDAYS

_DAY = "|".join(WEEKDAYS)
BETWEEN = re.compile(
    rf"(?:[\s,–—-]|\b(?:{any_of('between')}|[’']s|[’']ve|\d{{1,2}}|{_DAY}|{'|'.join(MONTHS)})\b)*", re.IGNORECASE
)
ADJUNCT = re.compile(
    rf"(?:\s|[,:–—-]|that\b|(?:{any_of('adjunct')}|{_DAY}"
    rf"|(?:\d+|{any_of('amount')}) (?:\w+ ){{0,2}}(?:ago|earlier|later|before))\b.*"
    r"|(?:him|her|them|us|it|me)\b\s*|and\s+)*",
    re.IGNORECASE | re.DOTALL,
)
JOINED = re.compile(r"[^,;“”\"\n]{0,40},?\s+(?:and|but)\s+((?:\w+\s+){0,3})")  # `… on Friday and also`
INSERTED = re.compile(r"^\s*[,(–—-].*[,)–—-]", re.DOTALL)
HEARER = re.compile(r"^\s*(?:[\w’'-]+\s*){1,5}?(?=\bthat\b|[,:]|$)")
WORD = re.compile(r"\w")
BE_BEFORE = re.compile(r"\b(?:is|are|was|were|been)\b[\w\s]*$")


def parted(text: str, item: Attribution, shared: int | None) -> str:
    """Why words between source, cue and content may change what is said, or ''; `shared` as for `gates.barred`."""
    between = before_cue(text, item, shared)
    if is_participle(between, text[slice(*item.cue[0])].lower()):  # its content is as it may be
        return "" if between.rstrip().endswith(",") else "a participle that may be another's"
    return before_is_other(between) or behind_cue(text, item)


def before_cue(text: str, item: Attribution, shared: int | None) -> str:
    """The words between a source and the cue behind it, without those of a statement that shares the source."""
    source_end, cue_start = item.source[0][1], item.cue[0][0]
    if source_end > cue_start or item.rule == "name_and_colon":
        return ""
    if shared is None or not source_end < shared <= cue_start:
        return text[source_end:cue_start]
    joined = JOINED.fullmatch(text, shared, cue_start)
    return joined[1] if joined else text[shared:cue_start]


def is_participle(between: str, cue: str) -> bool:
    """Whether a cue in small letters, behind these words, is a participle and no progressive form."""
    return cue.endswith("ing") and bool(WORD.search(between)) and not BE_BEFORE.search(between)


def before_is_other(between: str) -> str:
    """Why the words between a source and its cue keep them apart, or ''."""
    as_it_is = not WORD.search(between) or BETWEEN.fullmatch(INSERTED.sub(" ", between))
    return "" if as_it_is else "other words between source and cue"


def behind_cue(text: str, item: Attribution) -> str:
    """Why words between a cue and the content behind it may belong to what is said, or ''."""
    source_start, source_end = item.source[0]
    cue_end, content_start = item.cue[0][1], item.content[0][0]
    if content_start < cue_end or item.rule in ("addressee_clause", "name_and_colon"):
        return ""
    gap = text[max(cue_end, source_end) if source_start >= cue_end else cue_end : content_start]
    if "hearer" in act_of(item.lemma).takes and item.rule in ("that_clause", "quote_after_cue", "wh_clause"):
        gap = HEARER.sub("", gap)
    return "" if leaves_as_it_is(gap) else "other words between cue and content"


def leaves_as_it_is(gap: str) -> bool:
    """Whether words between cue and content only tell when, where or to whom it was said."""
    return not WORD.search(gap) or ADJUNCT.fullmatch(gap) is not None
