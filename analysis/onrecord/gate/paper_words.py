"""Whether page and PDF have the same words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from lxml import html
from pypdf import PdfReader

_FOLDED = ("title", "desc", "metadata", "details")  # what is not read on the page, or folded away


def lost_words(page: str, reader: PdfReader, foot_mm: float) -> list[str]:
    """The words of a page that its PDF does not show on paper, above its foot, as often as the page does; sorted."""
    tree = html.document_fromstring(page)
    articles = tree.xpath("//article")
    for hidden in [node for name in _FOLDED for one in articles for node in one.xpath(f".//*[local-name()='{name}']")]:
        hidden.drop_tree()
    wanted = _words(" ".join(words for one in articles for words in one.itertext()))
    shown = _on_paper(reader, foot_mm)
    missing = Counter(wanted) - Counter(_words(shown))
    run_in = _squeezed(shown)  # a long word may be broken over lines, letters side by side may stand as one word
    return sorted(word for word, times in missing.items() if run_in.count(word) < times)


def _on_paper(reader: PdfReader, foot_mm: float) -> str:
    """The text of every page that stands between head and foot of the sheet."""
    foot = (foot_mm - 2) * 72 / 25.4
    pieces: list[str] = []

    def seen(words: str, around: list[float], matrix: list[float], *_: object) -> None:
        if matrix[5] * around[3] + around[5] > foot or not words.strip():
            pieces.append(words)

    for page in reader.pages:
        page.extract_text(visitor_text=seen)
        pieces.append("\n")
    return "".join(pieces)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text.replace("\u200b", "")))


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text))
