"""The article with its coded words marked, for JupyterLab."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.design import ACCENT, INK, MARKED, PAPER
from onrecord.wording.marking import marked

# Never by colour alone: source underlined, cue bold italic, content shaded, quotation dotted.
_STYLE = f"""<style>
.onrecord-article {{ max-width: 46em; line-height: 1.7; color: {INK}; background: {PAPER}; padding: 0 1em 1em; }}
.onrecord-article mark {{ background: none; color: inherit; }}
.onrecord-article mark.content {{ background: {MARKED}; }}
.onrecord-article mark.speaker {{ text-decoration: underline 2px; text-underline-offset: 3px; }}
.onrecord-article mark.cue {{ font-weight: bold; font-style: italic; }}
.onrecord-article mark.quote {{ border-bottom: 2px dotted {ACCENT}; }}
.onrecord-article mark.hedge {{ text-decoration: underline wavy; }}
.onrecord-article .sentence-id {{ font-size: .7em; color: {ACCENT}; vertical-align: super; margin-right: .2em; }}
</style>"""
_LEGEND = (
    '<p><mark class="speaker">who speaks</mark> · <mark class="cue">the cue</mark> · <mark class="content">what is '
    'said</mark> · <mark class="quote">quoted</mark> · <mark class="hedge">a hedge</mark></p>'
)
Sentence = tuple[str, int, int]  # its id, and its code points
SHOWN = ("speaker", "cue", "content", "quote", "hedge")


@dataclass(frozen=True)
class Highlighted:
    """HTML for a notebook; not part of a document."""

    html: str

    def __repr__(self) -> str:
        return "<Highlighted article>"

    def _repr_html_(self) -> str:
        return self.html


def highlighted(case: Case) -> Highlighted:
    """The whole article, a paragraph a line, statements marked; pointing at a mark names its rows."""
    spans = case.spans[case.spans["field"].isin(SHOWN)]
    stretches = case.sentences[["start", "end"]].itertuples(index=False)
    shown = marked(case.article.text, stretches, spans, pointing=True)
    blocks = Markup("").join(Markup("<p>{}</p>").format(_paragraph(found, shown)) for found in _paragraphs(case))
    return Highlighted(
        Markup('{}<div class="onrecord-article">{}{}</div>').format(Markup(_STYLE), Markup(_LEGEND), blocks)
    )


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


def _paragraph(sentences: list[Sentence], shown: Iterator[Markup]) -> Markup:
    """The sentences with their names; `shown` gives the words of each."""
    said = Markup('<span class="sentence-id">{}</span>{}')
    return Markup(" ").join(said.format(name, next(shown)) for name, *_ in sentences)
