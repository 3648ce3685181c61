"""Rich text (.rtf): what is no text of the article is cut out, and striprtf turns the rest into words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.drafting.reading.formats.headed import Paragraph, page_from
from onrecord.drafting.reading.formats.page import LeftOut, Page, line

PIECE = re.compile(
    r"(?P<brace>[{}])|\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'..|\\[^a-z]|[^\\{}]+|\\",
    re.IGNORECASE | re.DOTALL,
)
GROUPS = {
    "footnote": "footnote",
    "annotation": "comment",
    "pict": "picture",
    "shppict": "picture",
    "shp": "drawing",
    "object": "embedded object",
    **dict.fromkeys(("header", "headerf", "headerl", "headerr"), "page header"),
    **dict.fromkeys(("footer", "footerf", "footerl", "footerr"), "page footer"),
}
UNSEEN = (
    "fldinst",
    "nonshppict",
    "info",
    "stylesheet",
    "listtable",
    "listtext",
    "atnid",
    "atnauthor",
    "atndate",
    "atnref",
)
GROUPS |= dict.fromkeys(UNSEEN, "")  # nothing that a reader of the document sees
WORDLESS = ("", "picture", "drawing", "embedded object")
SWITCHES = {"deleted": "tracked deletion", "v": "hidden run of words"}
SWITCHES |= dict.fromkeys(("strike", "striked"), "struck-out run of words")
STATES = ("f", "uc", "deff", "plain", "pard")  # control words that hold beyond what is cut
CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
TITLE = re.compile(r"\{\\title ([^{}]*)\}")
SURROGATES = re.compile("[\ud800-\udfff]")


def is_rtf(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def read_rtf(data: bytes, name: str) -> Page:
    """The paragraphs of the text; the title among its properties is the headline where it stands at the head."""
    source = decoded(data)
    left_out = LeftOut()
    kept = "".join(Cutter(left_out).kept(source))
    title = TITLE.search(source)
    paragraphs = [Paragraph(words) for words in to_text(kept).splitlines()]
    return page_from(
        paragraphs, title=line(to_text("{\\rtf1 " + title[1] + "}")) if title else "", said=left_out.said(name)
    )


def decoded(data: bytes) -> str:
    """The file's characters: ASCII by its rules, in practice those of the code page that it names."""
    named = CODE_PAGE.search(data[:2_000])
    try:
        return data.decode(f"cp{named[1].decode()}" if named else "cp1252", errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")


def to_text(source: str) -> str:
    """The words of rich text; halves of characters beyond the first plane are put together."""
    from striprtf.striprtf import rtf_to_text

    text = rtf_to_text(source, errors="replace")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if SURROGATES.search(text) else text


class Cutter:
    """Goes through rich text once, keeps what is text of the article, and notes what it cuts.

    `reason` is why the words in the group at hand are cut: a kind of thing left out, '' for what nobody sees, or None.
    """

    def __init__(self, left_out: LeftOut):
        self.left_out = left_out
        self.reason: str | None = None
        self.outer: list[str | None] = []
        self.in_row = False
        self.begins = False  # whether the next control word names the group
        self.pending: tuple[str, list[str]] | None = None

    def kept(self, source: str) -> Iterator[str]:
        """The pieces of `source` that are not cut; braces stay as they are."""
        for piece in pieces(source):
            if piece["brace"]:
                self.brace(piece["brace"])
                yield piece[0]
            elif piece["word"]:
                yield self.control(piece)
            elif piece[0] != "\\*":
                yield self.words(piece[0])
            else:
                yield piece[0]
        self.note()

    def brace(self, brace: str) -> None:
        """A group begins with what holds around it, and ends with it."""
        self.begins = brace == "{"
        if self.begins:
            self.outer.append(self.reason)
            return
        before = self.outer.pop() if self.outer else None
        if before != self.reason:
            self.note()
        self.reason = before

    def control(self, piece: re.Match[str]) -> str:
        """What stays of a control word; it may begin or end a cut."""
        word, begins, self.begins = piece["word"], self.begins, False
        if begins and word in GROUPS and self.reason is None:
            self.cut(GROUPS[word])
            return ""
        if word in SWITCHES or word == "plain":
            self.switch(word, off=piece["number"] == "0" or word == "plain")
        elif word in ("trowd", "row"):
            self.in_row = word == "trowd"
            return ""
        return piece[0] if word in STATES else self.words(piece[0])

    def switch(self, word: str, *, off: bool) -> None:
        """Formatting that hides words begins or ends."""
        if not off and self.reason is None:
            self.cut(SWITCHES[word])
        elif off and self.reason in SWITCHES.values():
            self.note()
            self.reason = None

    def cut(self, kind: str) -> None:
        self.note()
        self.reason, self.pending = kind, (kind, [])

    def words(self, source: str) -> str:
        """`source` where it is kept; '' where it is cut, and then it is noted."""
        reason = "table" if self.in_row and self.reason is None else self.reason
        if reason is None:
            if self.pending and not source.isspace() and not source.startswith("\\"):
                self.note()  # the rows of one table follow each other: it ends with the next words
            return source
        if self.pending is None or self.pending[0] != reason:
            self.note()
            self.pending = (reason, [])
        if reason not in WORDLESS and len(self.pending[1]) < MOST_PIECES:
            self.pending[1].append(" " if source.startswith(BREAKS) else source)
        return ""

    def note(self) -> None:
        """Name what was cut last."""
        if self.pending and self.pending[0]:
            self.left_out.add(self.pending[0], to_text("{\\rtf1 " + "".join(self.pending[1]) + "}"))
        self.pending = None


MOST_PIECES = 40  # of something cut: enough to know it again
BREAKS = ("\\par", "\\cell", "\\line", "\\tab")


def pieces(source: str) -> Iterator[re.Match[str]]:
    """Braces, control words, signs and runs of text in order, without binary data."""
    at = 0
    while found := PIECE.match(source, at):
        binary = found["word"] == "bin" and found["number"]
        at = found.end() + (max(0, int(found["number"])) if binary else 0)
        if not binary:
            yield found
