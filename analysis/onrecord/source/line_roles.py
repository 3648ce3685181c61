"""What part of the page a line of an article is: dateline, caption or body."""

from __future__ import annotations

import re
from functools import cache

from onrecord.english.verbs import PRESENT, PROGRESSIVE, verb_of, verbs

_DATE_WORD = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?|first|last|published|updated|posted|modified|created|on|at|am|pm|a\.m|p\.m|noon"
    r"|e[sd]?t|p[sd]t|gmt|utc|bst|cet|cest|of|the|date|time|\d+(?:st|nd|rd|th)?)",
    re.I,
)
_DATE_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+(?:st|nd|rd|th)?")
_DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b",
    re.I,
)
_BYLINE = re.compile(r"(?:By|BY)(?: [A-Z][\w.’'-]*,?(?: (?:and|AND|&|for|of|in|the))?){1,8}$")
_PLACE = re.compile(r"[A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*){0,5} ?(?:\([\w ./&-]{1,40}\) ?)?[–—―-]+$")
_PLACE_ALONE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}, [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}$")
_CAPTION = re.compile(
    r"[(\[]?(?:(?:file )?(?:image|photo|photograph|picture|pic|illustration|graphic|video|map)s?"
    r"(?: credits?| courtesy| by| caption)?|credits?|caption|file)\s?[:/]"
    r"|[(\[]?file (?:photo|picture|image)\b|[(\[]?(?:photo|image|picture|illustration)s? (?:by|courtesy)\b",
    re.I,
)
_CREDIT_SIGN = re.compile(r"[:/]|via |File|Photo|Image|Credit")  # every credit holds one
_CREDIT = re.compile(
    r"(?P<split>(?<=[\s.])(?:Image|Photo|Photograph|Picture|Credit|Illustration)(?: credit)?:"
    r" [^.!?]{1,80}\.?)$"
    r"|[(\[](?:[^()\[\]]{0,80}(?:/|via )[^()\[\]]{1,60}"
    r"|(?:File|Photo|Image|Credit)\b[^()\[\]]{0,80})[)\]]\.?$"
    r"|[\w ]/(?:Getty Images|AFP|AP|Reuters|EPA)\.?$"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SPOKEN = re.compile(
    r"[“”\"‘«»„:;?!\[\]•*|]|^[\W_]|^[QA] |\b(?:I|you|your|my|me|we|us|our)\b|^[a-z0-9]{1,2}[.)]|[’']\s|\d$"
)
_CONTRACTED = re.compile(r"(?:n[’']t|[’'](?:re|ve|ll|d|m))$|^(?:it|he|she|that|there|what|who|here)[’']s$")
_COMMON_VERBS = frozenset(
    "am is are was were be been has have had do does did will would can could shall should may might must cannot let "  # noqa: SIM905
    "says goes wants gives takes makes gets needs seeks shows tells asks calls comes becomes seems finds keeps holds "
    "say go want give take make get need see know think thank please come call".split()
)
_LONGEST_LABEL, _SHORTEST_SENTENCE = 12, 4  # words of a label, and of what ends in a stop
_LONGEST = 300  # characters of a line that is not of the body
_LONGEST_DATE = 80


def line_role(line: str, in_head: bool) -> str:
    """dateline, caption or body; a bare `Minsk, Belarus` or a byline counts only above the body.

    `line` is trimmed and not empty; `in_head` tells that no line of the body stands above it.
    """
    if len(line) > _LONGEST:
        return "body"
    if _is_date_line(line) or _names_a_place(line) or (in_head and _is_byline(line)):
        return "dateline"
    return "caption" if _is_caption(line) or _is_label(line) else "body"


def credit_of(caption: str) -> int:
    """Where the credit that ends a caption, ``Image: …``, starts in it, in code points; 0 where none does."""
    credit = _CREDIT.search(caption)
    return credit.start() if credit and credit["split"] else 0


def _is_date_line(line: str) -> bool:
    """Whether a line holds a date and nothing else but weekday, time and words such as `Published`."""
    if len(line) > _LONGEST_DATE or not _DATED.search(line):
        return False
    return _are_of_a_date(_DATE_TOKEN.findall(line))


def _are_of_a_date(tokens: list[str]) -> bool:
    """Whether each word is one of a date, and one of them a number."""
    return all(map(_DATE_WORD.fullmatch, tokens)) and any(token[0].isdigit() for token in tokens)


def _names_a_place(line: str) -> bool:
    return line[-1] in "–—―-" and bool(_PLACE.match(line))


def _is_byline(line: str) -> bool:
    return bool(_BYLINE.match(line) or _PLACE_ALONE.match(line))


def _is_label(line: str) -> bool:
    """Whether a line has letters, few words and no verb: what stands under a picture or over a part of the text."""
    words = _WORD.findall(line)
    few = 1 <= len(words) <= _LONGEST_LABEL and not (line.endswith(tuple(".!?")) and len(words) < _SHORTEST_SENTENCE)
    ended = line.endswith(".")
    return (
        few
        and not _SPOKEN.search(line)
        and not _PLACE_ALONE.match(line)
        and not any(_is_verb(word, ended and n > 0) for n, word in enumerate(words))
    )


@cache
def _verb_forms() -> frozenset[str]:
    """The pasts, participles and third persons of verbs, and common forms in the present that are no nouns."""
    return _COMMON_VERBS.union(*(verb.forms[PRESENT:PROGRESSIVE] for verb in verbs().values()))


def _is_verb(word: str, doubtful: bool) -> bool:
    """Whether a word can be the finite verb of a sentence: a modal, a past, a present; a `doubtful` one, a plural."""
    low = word.lower()
    finite = low in _verb_forms() or (low.endswith("ed") and len(low) > 3) or _CONTRACTED.search(low) is not None
    return finite or (doubtful and (verb_of(low) is not None or (low.endswith("s") and not low.endswith(("’s", "'s")))))


def _is_caption(line: str) -> bool:
    return bool(_CAPTION.match(line) or (_CREDIT_SIGN.search(line) and _CREDIT.search(line)))
