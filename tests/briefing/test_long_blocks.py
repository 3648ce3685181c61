"""Blocks longer than a page: they break over pages, and every word of the page is on paper."""

from __future__ import annotations

import pytest
from onrecord.briefing import page, pdf
from onrecord.briefing.document import Document


def words(stem, count=1500):
    """So many different words."""
    return " ".join(f"{stem}{number}" for number in range(count))


def table(head, rows, caption=""):
    """A table of one head row; `rows` are lists of cells."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    heads = "".join(f"<th>{cell}</th>" for cell in head)
    caption = caption and f"<caption>{caption}</caption>"
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{cells}</tbody></table>"


LONG = words("long")
ROWS = [[f"r{number}", words(f"q{number}of", 9)] for number in range(90)]
IN_HALVES = [[f"r{number}", words("one", 900) if number == 3 else "x"] for number in range(20)]
BLOCKS = {
    "a bullet": f"<ul><li>{LONG}</li></ul>",
    "a bullet in a bullet": f"<ul><li>a<ul><li>{LONG}</li></ul></li></ul>",
    "a numbered item beside its heading": f"<h2>Gaps</h2><ol><li>{LONG}</li></ol>",
    "a cell": table(("H", "I"), [[LONG, "x"]]),
    "a cell of a table with a caption": table(("H", "I"), [[LONG, "x"]], "Caption"),
    "a head": table((LONG, "I"), [["a", "b"]], "Caption"),
    "a caption": table(("H", "I"), [["a", "b"]], LONG),
    "a cell of a table in two halves": table(("H", "I"), IN_HALVES),
    "a code block": f"<pre>{LONG.replace(' ', chr(10))}</pre>",
    "a heading": f"<h2>{words('long', 900)}</h2><p>after</p>",
    "a heading beside its text": f"<h2>{words('k', 300)}</h2><p>{LONG}</p>",
    "a smaller heading": f"<h3>{words('long', 900)}</h3><p>after</p>",
    "a judgement": f"<aside class='judgement'><h3>J</h3><p>{LONG}</p></aside>",
    "a quotation": f"<blockquote><p>{LONG}</p></blockquote>",
    "a fact": f"<dl><dt>a</dt><dd>{LONG}</dd></dl>",
    "a legend beside its heading": f"<h2>Gaps</h2><p class='legend'>{LONG}</p><p>after</p>",
    "a warning": f"<p class='warning'>{LONG}</p>",
}
FIGURES = {
    "its caption": {"caption": LONG},
    "its note": {"note": LONG},
    "its table": {"table": table(("Row", "Words"), ROWS, "Caption")},
    "its pictures": {"times": 9},
}


def lost(lost_words, notebook):
    """The words of a notebook's page that its PDF has lost."""
    document = Document.from_notebook(notebook)
    return lost_words(page.render(document), pdf.render(document))


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_longer_than_a_page_breaks(by_hand, lost_words, kind):
    """Whatever the block is."""
    assert lost(lost_words, by_hand.small(BLOCKS[kind])) == []


@pytest.mark.parametrize("part", FIGURES)
def test_a_figure_longer_than_a_page_breaks(by_hand, lost_words, part):
    """By its words, by its table, by many pictures; text before and after would let it float."""
    given = {"caption": "Caption", "note": "n = 1", "table": "", "times": 1} | FIGURES[part]
    svg = by_hand.counts_figure() * given["times"]
    figure = by_hand.figure("long", "alt", given["caption"], svg, given["note"], given["table"])
    before, after = f"<p>{words('before', 500)}</p>", f"<p>{words('after', 500)}</p>"
    assert lost(lost_words, by_hand.small(before, figure, after)) == []


def test_a_sentence_longer_than_a_page_breaks(by_hand, lost_words):
    """In the source list, where one of usual length stands whole."""
    cells = by_hand.situation_cells()
    sources = by_hand.sources().replace(" on Friday and ", f" on Friday {LONG} and ")
    cells[-1] = by_hand.cell(by_hand.shown(sources))
    assert "long1499" in sources
    assert lost(lost_words, by_hand.notebook(*cells)) == []


def test_a_word_off_the_paper_is_noticed(by_hand, lost_words, monkeypatch):
    """The tests above can fail: where nothing counts as long, the end of a sentence is missed."""
    from onrecord import design

    monkeypatch.setattr(design, "WHOLE_LETTERS", 10**6)
    cells = by_hand.situation_cells()
    cells[-1] = by_hand.cell(by_hand.shown(by_hand.sources().replace(" on Friday and ", f" on Friday {LONG} and ")))
    assert "long1499" in lost(lost_words, by_hand.notebook(*cells))
