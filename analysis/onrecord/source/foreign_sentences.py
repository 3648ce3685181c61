"""Sentences of a language other than English: where they end is the knowledge of sentencex, Wikimedia's segmenter."""

from __future__ import annotations

import re

_AFTER_AN_INITIAL = re.compile(r"(?:^|[\s(\[«„“‘'\"])[^\W\d_]\.$")  # `M.` and `Г.` end no sentence
_AFTER_A_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\.$")
# languages that write `2.` for the second
_ORDINALS = {"cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr"}


def foreign_spans(language: str, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, trimmed, in a `language` given by its tag."""
    import sentencex

    spans: list[tuple[int, int]] = []
    at, joined, code = start, False, language.partition("-")[0]
    for piece in sentencex.segment(code, text[start:end]):
        words = piece.strip()
        found = text.find(words, at, end) if words else -1
        if found < 0:
            continue
        at = found + len(words)
        spans.append((spans.pop()[0] if joined else found, at))
        joined = _goes_on(words, code)
    return spans


def _goes_on(words: str, code: str) -> bool:
    """Whether a piece that ends here ends in an initial or, where a language writes them so, in an ordinal number."""
    return bool(_AFTER_AN_INITIAL.search(words) or (code in _ORDINALS and _AFTER_A_NUMBER.search(words)))
