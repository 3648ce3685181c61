"""From bytes to the article's text, or to the problems that forbid it. Nothing is guessed silently."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NamedTuple, TypedDict

from onrecord.problems import Problem, problem

BOM = b"\xef\xbb\xbf"
# What UTF-8 quote marks, dashes and accents turn into when they are read as Windows-1252 and written again.
_MOJIBAKE = re.compile("â€[\u0080-\u00bf™œ˜“”¦\u009d]|Ã[\u0080-\u00bf©¨¤¶¼]|Â[\u00a0-\u00bf]")
# Candidates for marks that are stacked on one letter: beyond any writing, and slow to put into a normal form.
_STACK = re.compile(r"[^\x00-\x7f\w\s]{31,}")
HIGHEST_STACK = 30  # combining marks on one letter; Unicode's own limit for streams
_FFFD = "a letter was lost in a conversion; restore it from the source"
_NUL = "the file is binary or damaged; paste the article's words anew"


class _Facts(TypedDict):
    """What a problem of the encoding says: what was found, and what to do."""

    found: str
    remedy: str


_STACKED: _Facts = {
    "found": f"over {HIGHEST_STACK} combining marks on one letter",
    "remedy": "take them out: no writing has so many",
}


class _Trace(NamedTuple):
    """A sign that the bytes were decoded wrongly before: where it stands in the text, what it is, what to do."""

    at: int
    found: str
    remedy: str


def sha256(data: bytes) -> str:
    """Hex digest of the raw bytes."""
    return hashlib.sha256(data).hexdigest()


def read_text(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text held by `data`, and every problem that keeps it from being an article ('' where unreadable)."""
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [problem("E-TEXT-ENCODING", file, offset=error.start, **_undecodable(data, error.start))]
    if (stack := _stacked(text)) is not None:
        return "", [problem("E-TEXT-ENCODING", file, offset=len(text[:stack].encode()), **_STACKED)]
    problems = [*_characters(text, data.startswith(BOM), file), *_form(text, data, file)]
    if not text.strip():
        problems.append(problem("E-TEXT-EMPTY", file))
    return text, problems


def normalised(data: bytes, file: str) -> tuple[str, list[str]]:
    """The text with BOM, line ends and Unicode form put right, and a sentence on each thing that was rewritten.

    Only the commands that make a case call this. Raises nothing; encoding problems are `read_text`'s.
    """
    text, said = data.removeprefix(BOM).decode("utf-8"), []
    if data.startswith(BOM):
        said.append(f"{file}: took off a byte order mark")
    if "\r" in text:
        said.append(f"{file}: rewrote line ends as LF")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        said.append(f"{file}: rewrote to Unicode form NFC")
        text = unicodedata.normalize("NFC", text)
    return text, said


def _stacked(text: str) -> int | None:
    """Code point offset of the first stack of more combining marks than any letter carries, or None."""
    for run in _STACK.finditer(text):
        height = 0
        for at, char in enumerate(run[0], run.start()):
            height = height + 1 if unicodedata.combining(char) else 0
            if height > HIGHEST_STACK:
                return at - HIGHEST_STACK
    return None


def _undecodable(data: bytes, offset: int) -> _Facts:
    byte = data[offset]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return {"found": "looks like UTF-16", "remedy": "save the file as UTF-8"}
    around = data[max(0, offset - 12) : offset + 12].decode("cp1252", errors="replace")
    return {
        "found": f"0x{byte:02X} is not UTF-8",
        "remedy": f"if the file is Windows-1252 it reads {around!r} there: convert it and save it as UTF-8",
    }


def _characters(text: str, bom: bool, file: str) -> list[Problem]:
    """NUL, the replacement character and mojibake: signs that the bytes were decoded wrongly before."""
    shift = len(BOM) if bom else 0
    return [
        problem("E-TEXT-ENCODING", file, offset=len(text[:at].encode()) + shift, found=found, remedy=remedy)
        for at, found, remedy in _traces(text)
        if at >= 0
    ]


def _traces(text: str) -> list[_Trace]:
    mojibake = _MOJIBAKE.search(text)
    return [
        _Trace(text.find("\0"), "a NUL character", _NUL),
        _Trace(text.find("\ufffd"), "U+FFFD, the replacement character", _FFFD),
        *([_read_twice(mojibake)] if mojibake else []),
    ]


def _read_twice(match: re.Match[str]) -> _Trace:
    found = f"{match[0]!r}, UTF-8 read as Windows-1252"
    return _Trace(match.start(), found, f"it should read {_meant(match[0])!r}; convert the text once more")


def _meant(mojibake: str) -> str:
    try:
        return mojibake.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return "another character"


def _form(text: str, data: bytes, file: str) -> list[Problem]:
    """Byte order mark, line ends and Unicode form, where they are not those of a case."""
    problems = [problem("E-TEXT-BOM", file)] if data.startswith(BOM) else []
    if "\r" in text:
        problems.append(problem("E-TEXT-NEWLINE", file, found="CRLF" if "\r\n" in text else "CR"))
    if not unicodedata.is_normalized("NFC", text):
        at = _first_unnormalised(text)
        problems.append(problem("E-TEXT-NFC", file, offset=at, found=repr(text[at : at + 2])))
    return problems


def _first_unnormalised(text: str) -> int:
    """Code point offset of the first place that NFC changes."""
    whole = unicodedata.normalize("NFC", text)
    changed = (at for at, (old, new) in enumerate(zip(text, whole, strict=False)) if old != new)
    return min(next(changed, len(whole)), len(text) - 1)
