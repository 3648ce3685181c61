"""In JupyterLab each notebook has its own names for places; a document has none of them."""

import re

import pytest
from markupsafe import Markup
from onrecord.figures.voices import voices
from onrecord.lab.article_view import highlighted
from onrecord.prose.sources import sources
from onrecord.tables.claims_table import claims_table
from onrecord.wording.places import NOTEBOOK, apart, together

MARKUP = Markup('<p id="st-01" data-row="st-01" data-id="x"><a href="#st-01">id="st-01" &amp; url(#a)</a></p>')
DRAWING = '<svg><g id="p1"/><a xlink:href="#st-01"><path style="fill: url(#p1)" clip-path="url(#p1)"/></a></svg>'


def test_where_no_notebook_is_known_the_names_are_as_they_are(monkeypatch):
    """A build, a script."""
    monkeypatch.delenv(NOTEBOOK, raising=False)
    assert apart(MARKUP) == MARKUP


def test_every_place_and_link_is_named_for_its_notebook_and_nothing_else(monkeypatch):
    """Two notebooks share none; the words, the rows and what stands in between stay."""
    found = []
    for path in ("notebooks/a.ipynb", "notebooks/b.ipynb"):
        monkeypatch.setenv(NOTEBOOK, path)
        made = apart(MARKUP + Markup(DRAWING))
        assert together(made) == str(MARKUP) + DRAWING
        assert 'data-row="st-01" data-id="x"' in made
        assert "id=&#34;" not in made
        found.append(set(re.findall(r"nb[0-9a-f]{8}-(?:st-01|p1)", made)))
    assert [len(one) for one in found] == [2, 2]
    assert not found[0] & found[1]


@pytest.mark.parametrize("show", [sources, claims_table, voices, highlighted])
def test_whatever_shows_places_or_links_keeps_them_apart(monkeypatch, case, show):
    """Prose, tables, figures and the article: as many names as before, each of the notebook's own."""
    made = show(case)
    monkeypatch.delenv(NOTEBOOK, raising=False)
    before = made._repr_html_()
    monkeypatch.setenv(NOTEBOOK, "notebooks/a.ipynb")
    after = made._repr_html_()
    place = re.compile(r'(?:\sid="|href="#)([^"]*)')
    assert place.findall(before)
    assert all(name.startswith("nb") for name in place.findall(after))
    assert together(after) == before
