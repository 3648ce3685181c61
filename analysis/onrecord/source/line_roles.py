"""What part of the page a line of an article is: dateline, caption or body."""

from __future__ import annotations

import re

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
    return "caption" if _is_caption(line) else "body"


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


def _is_caption(line: str) -> bool:
    return bool(_CAPTION.match(line) or (_CREDIT_SIGN.search(line) and _CREDIT.search(line)))
