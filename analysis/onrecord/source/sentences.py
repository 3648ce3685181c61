"""Sentences of an article: where each one stands, and what part of the page it belongs to.

A line break ends a sentence (an article is stored a paragraph a line), unless the text is hard-wrapped.
Inside a paragraph a sentence ends at ``. ! ? …`` with the closing quote marks behind it, unless an
abbreviation, an initial or what follows says otherwise; a quotation of several sentences is several
sentences. The words that decide are data, ``sentence_words.csv``, in four classes:

    title    Mr, Gen: a name follows, never the end
    number   No, Sept: not the end before a digit
    other    Inc, Calif: the end only before a word that begins sentences
    starter  The, But: a word that begins sentences and no names

Every step looks a bounded distance around a mark, so time is linear in the length of the text.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple


class Sentence(NamedTuple):
    """One sentence: `text == article[start:end]`, offsets in code points, half-open.

    `id` is S01, S02, … S99, S100; `role` is headline, standfirst, dateline, caption or body.
    """

    id: str
    role: str
    start: int
    end: int
    text: str


LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
PARAGRAPH_GAP = re.compile(r"\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
MARK = re.compile(r"[.!?…]+([\"'”’»)\]]*)")
WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
LOOK = 40  # code points looked at before and after a mark
ASKED = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|adds|wrote|writes|tweeted|told|cried|shouted|yelled"
    r"|replied|continued|declared|exclaimed|joked|wondered)\b"
)

DATE_WORD = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?|first|last|published|updated|posted|modified|created|on|at|am|pm|a\.m|p\.m|noon"
    r"|e[sd]?t|p[sd]t|gmt|utc|bst|cet|cest|of|the|date|time|\d+(?:st|nd|rd|th)?)",
    re.I,
)
DATE_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+(?:st|nd|rd|th)?")
DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b",
    re.I,
)
BYLINE = re.compile(r"(?:By|BY)(?: [A-Z][\w.’'-]*,?(?: (?:and|AND|&|for|of|in|the))?){1,8}$")
PLACE = re.compile(r"[A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*){0,5} ?(?:\([\w ./&-]{1,40}\) ?)?[–—―-]+$")
PLACE_ALONE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}, [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}$")
CAPTION = re.compile(
    r"[(\[]?(?:(?:file )?(?:image|photo|photograph|picture|pic|illustration|graphic|video|map)s?"
    r"(?: credits?| courtesy| by| caption)?|credits?|caption|file)\s?[:/]"
    r"|[(\[]?file (?:photo|picture|image)\b|[(\[]?(?:photo|image|picture|illustration)s? (?:by|courtesy)\b",
    re.I,
)
CREDIT_SIGN = re.compile(r"[:/]|via |File|Photo|Image|Credit")  # every credit holds one
CREDIT = re.compile(
    r"(?P<split>(?<=[\s.])(?:Image|Photo|Photograph|Picture|Credit|Illustration)(?: credit)?:"
    r" [^.!?]{1,80}\.?)$"
    r"|[(\[](?:[^()\[\]]{0,80}(?:/|via )[^()\[\]]{1,60}"
    r"|(?:File|Photo|Image|Credit)\b[^()\[\]]{0,80})[)\]]\.?$"
    r"|[\w ]/(?:Getty Images|AFP|AP|Reuters|EPA)\.?$"
)


def split(text: str, headline: str = "", standfirst: str = "") -> list[Sentence]:
    """Every sentence of `text`, in order; white space between sentences belongs to none.

    The first line equal to `headline`, and to `standfirst`, takes that role and stays whole.
    """
    awaited = {
        line.strip(): role for line, role in ((standfirst, "standfirst"), (headline, "headline")) if line.strip()
    }
    found, in_head = [], True
    for start, end in paragraphs(text):
        role = awaited.pop(text[start:end], "") or line_role(text[start:end], in_head)
        in_head = in_head and role != "body"
        spans = {"body": sentence_spans, "caption": caption_spans}.get(role, whole)(text, start, end)
        found += [(role, *span) for span in spans]
    return [Sentence(f"S{n:02d}", role, a, b, text[a:b]) for n, (role, a, b) in enumerate(found, start=1)]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the paragraphs, trimmed: the lines, or blocks of lines when the text is hard-wrapped."""
    if is_hard_wrapped(text):
        edges = [0, *(edge for gap in PARAGRAPH_GAP.finditer(text) for edge in gap.span()), len(text)]
        spans = list(zip(edges[::2], edges[1::2], strict=True))
    else:
        spans = [line.span() for line in LINE.finditer(text)]
    for start, end in spans:
        start, end = trimmed(text, start, end)
        if start < end:
            yield start, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def is_hard_wrapped(text: str) -> bool:
    """Whether all lines keep within a fixed width, and most of those broken there end in mid-sentence."""
    lines = [line.strip() for line in text.splitlines()]
    broken = [line for line, after in pairwise(lines) if line and after]
    if len(broken) < 4 or "" not in lines:
        return False
    width = max(map(len, lines))
    inside = sum(line[-1] not in '.!?"”:;' and len(line) > 0.7 * width for line in broken)
    return width <= 120 and inside > 0.6 * len(broken)


def line_role(line: str, in_head: bool) -> str:
    """dateline, caption or body; a bare `Minsk, Belarus` or a byline counts only above the body."""
    if len(line) > 300:
        return "body"
    if (len(line) <= 80 and is_date_line(line)) or (line[-1] in "–—―-" and PLACE.match(line)):
        return "dateline"
    if in_head and (BYLINE.match(line) or PLACE_ALONE.match(line)):
        return "dateline"
    if CAPTION.match(line) or (CREDIT_SIGN.search(line) and CREDIT.search(line)):
        return "caption"
    return "body"


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and nothing else but weekday, time and words such as `Published`."""
    if not DATED.search(line):
        return False
    tokens = DATE_TOKEN.findall(line)
    known = all(DATE_WORD.fullmatch(token) for token in tokens)
    return bool(known and any(token[0].isdigit() for token in tokens))


def whole(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start, end)]


def caption_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of a caption; a credit at its end (`Image: …`) stands for itself."""
    credit = CREDIT.search(text[start:end])
    if not (credit and credit["split"] and credit.start()):
        return sentence_spans(text, start, end)
    at = start + credit.start()
    return [*sentence_spans(text, *trimmed(text, start, at)), (at, end)]


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph."""
    spans, begin = [], start
    for mark in MARK.finditer(text, start, end):
        stop = mark.end()
        if stop < end and text[stop].isspace() and ends_sentence(text, mark, end):
            spans.append((begin, stop))
            rest = text[stop : stop + LOOK]
            begin = stop + len(rest) - len(rest.lstrip())
            while begin < end and text[begin].isspace():
                begin += 1
    return [*spans, (begin, end)] if begin < end else spans


def ends_sentence(text: str, mark: re.Match, end: int) -> bool:
    """Whether the marks end a sentence, judged by the word before and the words after."""
    after = text[mark.end() : min(mark.end() + 2 * LOOK, end)].lstrip()
    opened = after.lstrip("\"'“‘«([—–- *•")
    if not opened or not (opened[0].isupper() or opened[0].isdigit() or not opened[0].isalnum()):
        return opened != "" and opened[0].isalpha() and not opened[0].islower()  # a script without capitals
    following = WORD.match(opened)
    first = following.group() if following else ""
    if mark.group(1) == "]":  # an omission [...] may stand inside a sentence or between two
        return first in words_of("starter")
    if mark.group()[0] != "." or mark.group().startswith(".."):
        return not (mark.group(1) and opened is after and ASKED.match(after))
    if mark.group(1):
        return not inside_bracket_name(text, mark)
    return not (opened is after or after[0] in "\"“‘'(") or not abbreviates(text, mark.start(), first, opened[0])


def inside_bracket_name(text: str, mark: re.Match) -> bool:
    """`(R-Fla.)` and `(b. 1950 in Ill.)`: a full stop of an abbreviation closed by a bracket."""
    return mark.group(1) == ")" and word_class(word_before(text, mark.start())) in (
        "title",
        "other",
        "initials",
    )


def abbreviates(text: str, at: int, following: str, letter: str) -> bool:
    """Whether the full stop at `at` belongs to the word before it and ends no sentence."""
    kind = word_class(word_before(text, at))
    if kind == "title":
        return True
    if kind == "number":
        return letter.isdigit()
    return kind in ("other", "initials") and following not in words_of("starter")


def word_before(text: str, at: int) -> str:
    piece = text[max(0, at - LOOK) : at]
    return re.split(r"[\s(\[\"“‘/—–-]", piece)[-1]


def word_class(word: str) -> str:
    if re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])*", word):
        return "initials"
    return next((kind for kind in ("title", "number", "other") if word in words_of(kind)), "")


@cache
def words_of(kind: str) -> frozenset[str]:
    with (Path(__file__).parent / "sentence_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["class"] == kind)
