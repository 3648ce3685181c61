"""Cited sentences. None can be made without a row that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from onrecord.coding.case import Case
from onrecord.coding.vocabularies import LIKELIHOOD_WORDS
from onrecord.wording.citations import cites
from onrecord.wording.naming import capital
from onrecord.wording.places import apart

_VERBATIM = re.compile(r'<(q|span) class="(verbatim|content|analyst)".*?</\1>', re.DOTALL)


class WordingError(ValueError):
    """A generated sentence holds a word that only an analyst may use."""


@dataclass(frozen=True)
class Prose:
    """Blocks of HTML in the order in which they are read."""

    blocks: tuple[Markup, ...]

    def __repr__(self) -> str:
        return f"<Prose: {len(self.blocks)} blocks>"

    def __html__(self) -> str:
        return Markup("\n").join(self.blocks)

    def _repr_html_(self) -> str:
        return apart(self.__html__())


def claim(case: Case, text: str | Markup, rows: Iterable[str]) -> Markup:
    """A sentence with its citations; `text` without the final stop, escaped unless it is Markup.

    Raises NoEvidenceError where `rows` name nothing in the article, WordingError for a word of likelihood.
    """
    sentence = sentence_opened(escape(text))
    if found := LIKELIHOOD_WORDS.search(_VERBATIM.sub("", sentence)):
        raise WordingError(f"{found[0]!r} is the analyst's word, not the program's: {sentence}")
    stop = "" if re.search(r"[.?!](</q>)?(</span>)?$", sentence) else "."
    return Markup('<span class="claim">{}{} {}</span>').format(sentence, stop, cites(case, rows))


def sentence_opened(sentence: Markup) -> Markup:
    """`sentence` with a capital at its first letter, tags passed over; a quotation stays as it is."""
    tags = "".join(re.findall(r"\A(?:<[^>]*>)*", sentence))
    if "<q" in tags:
        return sentence
    return Markup(tags + capital(str(sentence).removeprefix(tags)))  # noqa: S704 – markup as it came, but for a letter


def paragraph(*claims: Markup) -> Markup:
    """Claims as one paragraph."""
    return Markup("<p>{}</p>").format(Markup(" ").join(claims))


def bullets(claims: Iterable[Markup]) -> Markup:
    """Claims as a list, one an item."""
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(item) for item in claims))


def subheading(text: str) -> Markup:
    """A heading under the notebook's own."""
    return Markup("<h3>{}</h3>").format(text)


def facts(lines: Iterable[tuple[str, str | Markup]]) -> Markup:
    """Names and what stands for them, as a list of definitions."""
    entries = Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*line) for line in lines)
    return Markup('<dl class="facts">{}</dl>').format(entries)


def note(text: str) -> Markup:
    """A sentence about the briefing itself: why something is not shown, how something is to be read."""
    return Markup('<p class="note">{}</p>').format(text)


def absent(text: str) -> Prose:
    """A note that something is not there. JupyterLab shows it; a document leaves it out, a heading of its own with it.

    Where the absence is what a reader has to know, `only_note` prints it.
    """
    return Prose((Markup('<p class="note absent">{}</p>').format(text),))


def only_note(text: str) -> Prose:
    """A paragraph that is one note: what is not coded, or not said."""
    return Prose((note(text),))
