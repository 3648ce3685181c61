"""Whether an attribution may be drafted as a statement of its source.

What is printed of a row is `source cue content`. So nothing is drafted whose cue is negated, modal, conditional or
asked, or where words between the three change what is said; such a sentence has no row, and a note names it.
"""

from __future__ import annotations

import re

from onrecord.drafting.finding.boundaries import can_say
from onrecord.drafting.finding.cues import forms
from onrecord.drafting.lexicon import any_of
from onrecord.drafting.rows.acts import act_of, allowed
from onrecord.drafting.rows.between import parted
from onrecord.drafting.rows.placed import Placed
from onrecord.drafting.sources.mentions.nouns import kind_of

OPEN = re.compile(rf"\b(?:{any_of('conditional')}|{any_of('asking')})\b", re.IGNORECASE)
NEGATING = re.compile(rf"\b(?:{any_of('negating')}|\w+n[’']t)\b", re.IGNORECASE)
NEGATED_BEHIND = re.compile(r"\b(?:no longer|never|not)$")
OF_ANOTHER = re.compile(  # announced an order by X directing …: what is said is another's
    r"(?:an?|the) (?:\w+ )?"
    r"(?:order|statement|letter|request|call|demand|claim|report|plan|decision|message) (?:by|from)\b"
)
ELSEWHERE = re.compile(  # criticised the move, announced this change by television
    r"(?:(?:this|that|these|those) (?:\w+ ){0,2}?\w+|the (?:move|step|idea|news|change|matter)|it|this|that|them)"
    r"(?: (?:by|on|in|at|as) [^,]{1,40})?",
    re.IGNORECASE,
)
NEGATED_BEFORE = re.compile(
    rf"\b(?:{any_of('negating')})\s+(?:(?:even|just|only|has|have|had|did|does|do|is|was)\s+)?$", re.IGNORECASE
)
CONDITION = re.compile(r"\W*(?:even |only )?(?:if|unless|provided|supposing|suppose|in case|were|should)\b", re.I)
DISMISSED = re.compile(r"\b(?:any|allay|ease|dismiss\w*|calm|reject\w*|despite|if)\b", re.IGNORECASE)
IN_RELATIVE = re.compile(r"\b(?:not|which|who|(?<!\bin )(?<!\bof )(?<!\bto )that)[\s,–—-]*$", re.IGNORECASE)
BROKEN_OFF = re.compile(r"\b(?:that|which|who|whom|whose|where|but|because)\s*[,–—]\s*$", re.IGNORECASE)
TOLD_BY_ANOTHER = re.compile(r"\bthat\s+$", re.IGNORECASE)
HEARSAY = re.compile(r"\W*(?:allegedly|reportedly|purportedly|supposedly|apparently)\b", re.IGNORECASE)
TURNED_BEHIND = re.compile(  # what follows the content takes back, or binds, what is said
    r"[”\"’']*,?\s*(?:but|though|although|yet|despite|unless|if|until|except)\b", re.IGNORECASE
)
GOES_ON = re.compile(r"[”\"’']*,?\s*but((?:\s+[\w’'-]+){1,5})", re.IGNORECASE)
REASON = re.compile(
    r"\b(?:because|when|since|after|before|once|until)\s+(?:(?:the|an?|many|some|most|their|its)\s+)?$", re.IGNORECASE
)
SAYING_IT = frozenset(["announce", "warn", "confirm", "predict", "recommend"])  # acts done by saying so
SINCE = re.compile(r"(?:since|until|throughout)\s", re.IGNORECASE)  # protested since May
ASKED_PERSON = re.compile(r"(?:\w+ ){0,4}?(\w+)")
LACKING = re.compile(r"\b(?:what|(?<!\w )which|whom|whoever|whatever|how much|how many)\s+$", re.IGNORECASE)
LACKING_PLACE = re.compile(r"\bwhere\s+$", re.IGNORECASE)
ENDS_OPEN = re.compile(r".*\b(?:be|is|was|are|were|been)\W*", re.IGNORECASE | re.DOTALL)
CLAUSE_MARKS = re.compile(r"[,;:“”\"–—()]")
BEFORE_A_NOUN, BEFORE_ACCORDING, BEFORE_A_CLAUSE = 40, 20, 200  # code points that are looked at
END_MARKS = 3  # code points of closing marks behind a content that ends its sentence


def barred(at: Placed, shared: int | None = None) -> str:
    """Why the attribution may not be drafted; '' where it may.

    `shared`: where the statement ends that has the same source and stands before it in the sentence.
    """
    item = at.item
    if item.negated or item.modal:
        return "the cue is negated or modal"
    if at.drafts == "nothing":
        return "a rule of low precision"
    if at.drafts == "concern":
        return barred_noun(at)
    return barred_form(at) or barred_words(at, shared)


def barred_noun(at: Placed) -> str:
    """Only fears and concerns that nobody is named as holding, and that nothing negates."""
    if at.item.cue_class != "concern" or at.item.source or len(at.item.cue) != 1:
        return "a noun cue with a holder, or none of concern"
    before = at.before(at.cue.start, BEFORE_A_NOUN)
    return "the concern is negated or dismissed" if NEGATING.search(before) or DISMISSED.search(before) else ""


def barred_form(at: Placed) -> str:
    """Source, cue and content in one piece each, and a content that the cue can take."""
    item = at.item
    if not allowed(at):
        return "the cue takes no such content"
    if not item.source or not item.cue or not item.content:
        return "no source or content"
    if at.drafts == "object" and (reason := barred_object(at.text[slice(*at.content)])):
        return reason
    if item.rule == "bare_clause" and SINCE.match(at.text, at.content.start):
        return "a time, and nothing that is said"
    if item.lemma == "question" and is_somebody(at.text[slice(*at.content)]):
        return "an act that says nothing"
    return "cue or source in pieces" if len(item.cue) > 1 or len(item.source) > 1 else ""


def is_somebody(content: str) -> bool:
    """Whether an object is a human or a group: `questioned the student`."""
    found = ASKED_PERSON.fullmatch(content.strip())
    return found is not None and kind_of(found[1]) in ("person", "group")


def barred_object(content: str) -> str:
    """Why an object tells no reader what is said, or ''."""
    if OF_ANOTHER.match(content):
        return "the words of another"
    return "an object that points elsewhere" if ELSEWHERE.fullmatch(content) else ""


def barred_words(at: Placed, shared: int | None) -> str:
    """What the words of the source, before it, and between the three say against it."""
    if NEGATING.match(at.source_words) or NEGATED_BEHIND.search(at.source_words):
        return "the source is negated"
    if NEGATED_BEFORE.search(at.before(at.source.start, BEFORE_A_NOUN)):
        return "the source is negated"
    if HEARSAY.match(at.before(at.cue.start, BEFORE_A_CLAUSE)):
        return "hearsay"
    if at.item.rule == "according_to":
        return barred_according(at)
    if is_broken_off(at):
        return "a clause that begins before the source and goes on behind it"
    if at.drafts in ("clause", "object") and is_gapped(at):
        return "a clause that lacks what stands before its source"
    if is_open(at):
        return "a condition or a question"
    if is_reason(at):
        return "the publisher's reason or time for something else"
    if shared is not None and at.item.lemma == "tell":
        return "who tells may be the one told of before"
    if is_turned(at):
        return "words behind it turn it"
    return "a question" if is_asked(at) else parted(at, shared)


def barred_according(at: Placed) -> str:
    """`not according to X`, `who, according to X, …`: the content is another's, or not what X says."""
    related = IN_RELATIVE.search(at.before(at.cue.start, BEFORE_ACCORDING))
    return "according to, negated or in a relative clause" if related else ""


def is_reason(at: Placed) -> bool:
    """Whether what somebody thought only tells why, or when, something else was: `fell because many feared …`."""
    act = act_of(at.item.lemma)
    told = at.item.lemma in SAYING_IT or (act.act == "assert" and not act.certainty)
    first = min(at.source.start, at.cue.start)
    return not told and REASON.search(at.before(first, BEFORE_A_CLAUSE)) is not None


def is_turned(at: Placed) -> bool:
    """Whether the sentence goes on against what is said: `…, but that is not so`, `…, although a poll found …`.

    Where it is again a source that speaks behind `but`, that is a statement of its own.
    """
    end = max(end for _, end in at.item.content)
    behind = at.text[end : max(end, at.sentence.end)]
    goes_on = GOES_ON.match(behind)
    speaks = goes_on is not None and any(can_say(forms().get(word)) for word in goes_on[1].lower().split())
    return TURNED_BEHIND.match(behind) is not None and not speaks


def is_broken_off(at: Placed) -> bool:
    """Whether the source is inserted into a part of the sentence, and what stands before that part is not its words.

    `He blamed Roe for the delay that, he said, cost two lives`: the blame is the sentence's, the cost is his.
    """
    first = min(at.source.start, at.cue.start)
    return at.content.start < first and BROKEN_OFF.search(at.text[at.content.start : first]) is not None


def is_told_by_another(at: Placed) -> bool:
    """Whether source and cue stand in a clause with `that`: `it emerged that Roe had promised to resign`."""
    first = min(at.source.start, at.cue.start) if at.item.source else at.cue.start
    opens = not at.item.content or at.content.start > first  # behind its content, `that` ends the content
    return opens and TOLD_BY_ANOTHER.search(at.before(first, BEFORE_ACCORDING)) is not None


def is_gapped(at: Placed) -> bool:
    """Whether source and cue are inserted in another's clause: `far from where the navy predicted it would be`."""
    first = min(at.source.start, at.cue.start)
    before = at.before(first, BEFORE_ACCORDING)
    lacks_place = LACKING_PLACE.search(before) and ENDS_OPEN.fullmatch(at.text[slice(*at.content)])
    return first < at.content.start and bool(LACKING.search(before) or lacks_place)


def is_open(at: Placed) -> bool:
    """Whether a condition or a question stands before source and cue in their clause, where these open the sentence."""
    first = min(at.source.start, at.cue.start)
    before = at.before(first, BEFORE_A_CLAUSE)
    is_condition = CONDITION.match(before) or OPEN.search(CLAUSE_MARKS.split(before)[-1])
    return at.content.start > first and bool(is_condition)


def is_asked(at: Placed) -> bool:
    """Whether the sentence is a question, and not its quoted content alone."""
    sentence, content = at.sentence, max(end for _, end in at.item.content)
    asked = at.text[sentence.start : sentence.end].rstrip(' ”"’)').endswith("?")
    return asked and (at.item.quote_type == "none" or content < sentence.end - END_MARKS)
