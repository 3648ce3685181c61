"""Whether an attribution may be drafted as a statement of its source.

What is printed of a row is `source cue content`. So nothing is drafted whose cue is negated, modal, conditional or
asked, or where words between the three change what is said; such a sentence has no row, and a note names it.
"""

from __future__ import annotations

import re

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.rows.acts import CLAUSES, allowed

CONDITIONAL = re.compile(
    r"\b(?:if|unless|whether|until|before|lest|should|would|could|may|might|once|till|in case|in order|so that"
    r"|suppose|supposing|imagine|not that)\b",
    re.IGNORECASE,
)
NEGATING = re.compile(
    r"\b(?:not|never|no|nobody|none|nor|neither|hardly|scarcely|rarely|without|few|\w+n[’']t)\b", re.I
)
BETWEEN = re.compile(
    r"(?:[\s,–—-]|\b(?:has|have|had|is|are|was|were|also|then|later|earlier|previously|repeatedly|again|now|today"
    r"|yesterday|recently|already|further|furthermore|however|meanwhile|both|all|each|who|once|publicly|openly|strongly"
    r"|clearly|explicitly|simply|just|still|immediately|quickly|been|on|last|this|week|month|year|night|morning|evening"
    r"|afternoon|since|always|often|frequently|officially|formally|categorically|flatly|firmly"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in|a|statement|turn|fact|part|it|s|[’']s|[’']ve|\d{1,2}"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b)*",
    re.IGNORECASE,
)
JOINED = re.compile(r"[^,;“”\"\n]{0,40},?\s+(?:and|but)\s+((?:\w+\s+){0,3})")  # `… on Friday and also`
ADJUNCT = re.compile(
    r"(?:\s|[,:–—-]|that\b|(?:on|in|at|to|during|by|after|through|via|from|of|before|over|about|for|late|early|earlier"
    r"|last|this|next|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:previous|following|same|next)"
    r"|(?:\d+|an?|a few|several|some|one|two|three|four|five|six|seven|eight|nine|ten|just|only) (?:\w+ ){0,2}"
    r"(?:ago|earlier|later|before))\b.*|(?:him|her|them|us|it|me)\b\s*|and\s+)*",
    re.IGNORECASE | re.DOTALL,
)
ADDRESSING = frozenset(["tell", "inform", "remind", "assure", "notify", "warn"])


def barred(text: str, item: Attribution, start: int, end: int, shared: int | None = None) -> str:
    """Why the attribution, in the sentence [start, end), may not be drafted; '' where it may.

    `shared`: where the statement ends that has the same source and stands before it in the sentence.
    """
    if item.negated or item.modal:
        return "the cue is negated or modal"
    drafts = RULES[item.rule].drafts
    if drafts == "nothing":
        return "a rule of low precision"
    if drafts == "concern":
        return barred_noun(text, item, start)
    if not allowed(item.lemma, item.rule):
        return "the cue takes no such content"
    if not item.source or not item.cue or not item.content:
        return "no source or content"
    if len(item.cue) > 1 or len(item.source) > 1:
        return "cue or source in pieces"
    return barred_words(text, item, start, end, shared)


def barred_noun(text: str, item: Attribution, start: int) -> str:
    """Only fears and concerns that nobody is named as holding, and that nothing negates."""
    if item.cue_class != "concern" or item.source or len(item.cue) != 1:
        return "a noun cue with a holder, or none of concern"
    before = text[max(start, item.cue[0][0] - 40) : item.cue[0][0]]
    if NEGATING.search(before) or re.search(
        r"\b(?:any|allay|ease|dismiss\w*|calm|reject\w*|despite|if)\b", before, re.I
    ):
        return "the concern is negated or dismissed"
    return ""


def barred_words(text: str, item: Attribution, start: int, end: int, shared: int | None) -> str:
    (source_start, source_end), (cue_start, cue_end) = item.source[0], item.cue[0]
    content_start = item.content[0][0]
    source = text[source_start:source_end]
    if NEGATING.match(source) or re.search(r"\b(?:no longer|never|not)$", source):
        return "the source is negated"
    if item.rule == "according_to":
        lead = text[max(start, cue_start - 20) : cue_start]
        return (
            "according to, negated or in a relative clause"
            if re.search(r"\b(?:not|which|who|that)[\s,–—-]*$", lead, re.I)
            else ""
        )
    first = min(source_start, cue_start)
    lead = text[max(start, first - 200) : first]
    lead = re.split(r"[,;:“”\"–—()]", lead)[-1] if content_start > first else ""
    if CONDITIONAL.search(lead) or re.search(r"\b(?:asked?|wonders?|wondered|asks)\b", lead, re.IGNORECASE):
        return "a condition or a question"
    if text[start:end].rstrip(' ”"’)').endswith("?") and not covers_end(item, end):
        return "a question"
    if source_end <= cue_start:
        between = text[source_end:cue_start]
        if shared is not None and source_end < shared <= cue_start:
            joined = JOINED.fullmatch(text, shared, cue_start)
            between = joined[1] if joined else text[shared:cue_start]
        if re.search(r"\w", between):
            participle = text[cue_start:cue_end].lower().endswith("ing")
            if participle and not re.search(r"\b(?:is|are|was|were|been)\b[\w\s]*$", between):
                return "" if re.search(r",\s*$", between) else "a participle that may be another's"
            if not BETWEEN.fullmatch(inserted_away(between)):
                return "other words between source and cue"
    if content_start >= cue_end and RULES[item.rule].drafts != "addressee":
        gap = text[cue_end:content_start]
        if source_start >= cue_end:
            gap = text[max(cue_end, source_end) : content_start]
        if item.lemma in ADDRESSING and item.rule in ("that_clause", "quote_after_cue", "wh_clause"):
            gap = re.sub(r"^\s*(?:[\w’'-]+\s*){1,5}?(?=\bthat\b|[,:]|$)", "", gap)
        if re.search(r"\w", gap) and not ADJUNCT.fullmatch(gap):
            return "other words between cue and content"
    return ""


def inserted_away(words: str) -> str:
    """`words` without what stands between two commas, dashes or brackets at their start."""
    return re.sub(r"^\s*[,(–—-].*[,)–—-]", " ", words, flags=re.DOTALL)


def covers_end(item: Attribution, end: int) -> bool:
    return item.quote_type != "none" and max(b for _, b in item.content) >= end - 3


def is_clause(rule: str) -> bool:
    return rule in CLAUSES
