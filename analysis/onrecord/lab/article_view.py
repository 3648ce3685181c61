"""The article with its coded words marked, for JupyterLab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Template

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.house.style import house
from onrecord.wording.citations import rows_by_sentence
from onrecord.wording.marking import marked
from onrecord.wording.places import apart

# Never by colour alone: source underlined, cue bold italic, content shaded, quotation dotted.
_STYLE = Template("""<style>
.onrecord-article { max-width: 46em; line-height: 1.7; color: $ink; background: $paper; padding: 0 1em 1em; }
.onrecord-article mark { background: none; color: inherit; }
.onrecord-article mark.content { background: $marked; }
.onrecord-article mark.speaker { text-decoration: underline 2px; text-underline-offset: 3px; }
.onrecord-article mark.cue { font-weight: bold; font-style: italic; }
.onrecord-article mark.quote { border-bottom: 2px dotted $accent; }
.onrecord-article mark.hedge { text-decoration: underline wavy; }
.onrecord-article .sentence-id { font-size: .7em; color: $accent; vertical-align: super; margin-right: .2em; }
.onrecord-article .sentence:is(:target, :has(:target)) { outline: 2px solid $accent; outline-offset: 2px; }
</style>""")
_LEGEND = Markup(
    '<p><mark class="speaker">who speaks</mark> · <mark class="cue">the cue</mark> · <mark class="content">what is '
    'said</mark> · <mark class="quote">quoted</mark> · <mark class="hedge">a hedge</mark></p>'
)
Sentence = tuple[str, int, int]  # its id, and its code points
_SENTENCE = Markup('<span class="sentence" id="{0}">{1}<span class="sentence-id">{0}</span>{2}</span>')
SHOWN = ("speaker", "cue", "content", "quote", "hedge")


@dataclass(frozen=True)
class Highlighted:
    """HTML for a notebook; not part of a document."""

    html: str

    def __repr__(self) -> str:
        return "<Highlighted article>"

    def _repr_html_(self) -> str:
        return apart(self.html)


def highlighted(case: Case) -> Highlighted:
    """The whole article, a paragraph a line, statements marked; pointing at a mark names its rows.

    A citation of the notebook leads to the sentence of its row.
    """
    spans, anchors = case.spans[case.spans["field"].isin(SHOWN)], _anchors(case)
    stretches = case.sentences[["start", "end"]].itertuples(index=False)
    shown = marked(case.article.text, stretches, spans, pointing=True)
    paragraphs = (_paragraph(found, anchors, shown) for found in _paragraphs(case))
    blocks = Markup("").join(Markup("<p>{}</p>").format(one) for one in paragraphs)
    style = Markup(_STYLE.substitute(house().colours()))  # noqa: S704 – ours, and colours are checked
    return Highlighted(Markup('{}<div class="onrecord-article">{}{}</div>').format(style, _LEGEND, blocks))


def _paragraphs(case: Case) -> list[list[Sentence]]:
    """The sentences of each paragraph."""
    text, last = case.article.text, 0
    found: list[list[Sentence]] = []
    for sentence, start, end in case.sentences[["start", "end"]].itertuples():
        if not found or "\n" in text[last:start]:
            found.append([])
        found[-1].append((sentence, start, end))
        last = end
    return found


def _anchors(case: Case) -> dict[str, Markup]:
    """Sentence -> where the citations of the rows lead that start in it."""
    anchor = Markup('<span id="{}"></span>')
    return {
        sentence: Markup("").join(anchor.format(row) for row, first in rows if first)
        for sentence, rows in rows_by_sentence(case).items()
    }


def _paragraph(sentences: list[Sentence], anchors: dict[str, Markup], shown: Iterator[Markup]) -> Markup:
    """The sentences with their names; `shown` gives the words of each."""
    return Markup(" ").join(_SENTENCE.format(name, anchors.get(name, ""), next(shown)) for name, *_ in sentences)
