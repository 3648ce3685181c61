"""A case to be coded by hand is made of every format that a draft is made of."""

from __future__ import annotations

import datetime

import pytest
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.drafting.case.undrafted import undrafted_case
from onrecord.problems import ProblemsError

GERMAN = """<html lang="de"><head><title>Der Deich hält</title><meta property="og:site_name" content="Der Bote">
<meta property="article:published_time" content="2023-02-01"></head><body><article><h1>Der Deich hält</h1>
<p>Der alte Deich an der Küste hält, sagte die Bürgermeisterin am 3. Februar in Husum.</p>
<p>Der Minister widersprach ihr am Abend und forderte einen neuen Deich für die Stadt.</p></article></body></html>"""


def coded(folder):
    """What was made, when no check has anything against it."""
    coding = read_coding(folder)
    assert [one for one in check(coding) if one.level == "error"] == []
    return coding


def test_a_web_page_in_another_language_says_what_it_is(tmp_path):
    """Headline, publisher and date as it gives them, sentences by its language's rules; what is given goes first."""
    file = tmp_path / "deich.html"
    file.write_text(GERMAN, encoding="utf-8")
    made = undrafted_case(file, "deich", seeds=tmp_path / "seeds", language="de", published=datetime.date(2023, 2, 3))
    coding = coded(made.folder)
    article = coding.article
    assert (article.headline, article.publisher.name, article.language) == ("Der Deich hält", "Der Bote", "de")
    assert article.published.date == datetime.date(2023, 2, 3)
    assert article.published.basis == "given with the article"
    assert [one.cells["role"] for one in coding.records["sentences"]] == ["headline", "body", "body"]


@pytest.mark.parametrize("name", ["old.doc", "photo.png", "broken.pdf"])
def test_what_no_reader_is_for_is_refused_in_one_line(tmp_path, name):
    """And no case is made; the line says which formats are read."""
    marks = {"old.doc": b"\xd0\xcf\x11\xe0rest", "photo.png": b"\x89PNGrest", "broken.pdf": b"%PDF-1.7 broken"}
    (tmp_path / name).write_bytes(marks[name])
    with pytest.raises(ProblemsError) as refused:
        undrafted_case(tmp_path / name, "none", seeds=tmp_path / "seeds")
    assert [".docx" in str(one) for one in refused.value.problems] == [True]
    assert not (tmp_path / "seeds" / "none").exists()
