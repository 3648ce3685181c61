"""Every format gives the same article, is known by its bytes, and what cannot be read is one line and no traceback."""

from __future__ import annotations

import tracemalloc
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onrecord.drafting.reading.dropped import read
from onrecord.drafting.reading.formats.registry import FORMATS, page_of
from onrecord.problems import ProblemsError

ENDINGS = [one.endings[0] for one in FORMATS]
BY_BYTES = [ending for ending in ENDINGS if ending not in (".txt", ".md")]
REFUSED = {"E-DRAFT-FORMAT", "E-DRAFT-LONG", "E-DRAFT-PAGE", "E-TEXT-EMPTY", "E-TEXT-ENCODING"}


def codes(data: bytes, name: str) -> list[str]:
    """The codes of the problems with a file; [] where it is read."""
    try:
        page_of(data, name)
    except ProblemsError as error:
        return [one.code for one in error.problems]
    return []


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_format_gives_the_same_article(ending, samples, article, tmp_path):
    """Headline and paragraphs, in order, and nothing else."""
    file = tmp_path / f"story{ending}"
    file.write_bytes(samples[ending])
    found = read(file)
    assert found.text.rstrip("\n").split("\n") == [article.headline, article.first, article.second]
    assert found.headline == article.headline


@pytest.mark.parametrize("ending", BY_BYTES)
@pytest.mark.parametrize("name", ["story.txt", "story", "story.docx", "story.pdf"])
def test_a_format_is_known_by_its_bytes(ending, name, samples, article):
    """Whatever the file is called."""
    assert article.first in page_of(samples[ending], name).text.split("\n")


def test_a_letter_that_begins_like_a_mail_stays_a_text():
    """Words behind a colon are no headers."""
    text = b"From: the mayor\nTo: the town\n\nThe mayor said that the dam will be rebuilt.\n"
    assert page_of(text, "letter.txt").text.encode() == text


UNREAD = {
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "story.doc"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "scan.png"),
    "picture called text": (b"\xff\xd8\xff\xe0" + b"\0" * 60, "scan.txt"),
    "packed": (b"\x1f\x8b\x08" + b"\0" * 60, "story.gz"),
}


@pytest.mark.parametrize(("data", "name"), UNREAD.values(), ids=UNREAD.keys())
def test_a_format_that_is_not_read_is_told_in_one_line_that_names_those_which_are(data, name):
    """Every ending that is read stands in it."""
    with pytest.raises(ProblemsError) as error:
        page_of(data, name)
    (found,) = error.value.problems
    assert found.code == "E-DRAFT-FORMAT"
    assert "\n" not in str(found)
    assert [ending for ending in ENDINGS if ending not in str(found)] == []


def test_a_spreadsheet_is_no_word_document(made):
    """Zipped as one, and called one."""
    sheet = made.zip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})
    assert codes(sheet, "table.xlsx") == ["E-DRAFT-FORMAT"]
    assert codes(sheet, "table.docx") == ["E-DRAFT-FORMAT"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf"], ids=["empty", "blank", "mark"])
def test_an_empty_file_says_so(ending, data):
    """Of every ending."""
    assert codes(data, f"story{ending}") in (["E-TEXT-EMPTY"], ["E-DRAFT-FORMAT"], ["E-DRAFT-PAGE"])


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_cut_short_is_read_or_refused(ending, samples):
    """At forty places."""
    data = samples[ending]
    for k in range(40):
        found = codes(data[: len(data) * k // 40], f"story{ending}")
        assert set(found) <= REFUSED


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(ending, data):
    """Of every ending."""
    assert set(codes(data, f"story{ending}")) <= REFUSED


@pytest.mark.parametrize("ending", BY_BYTES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=4)), max_size=6))
def test_a_damaged_file_is_read_or_refused(ending, samples, changes):
    """With bytes overwritten anywhere."""
    data = bytearray(samples[ending])
    for place, written in changes:
        at = int(place * len(data))
        data[at : at + len(written)] = written
    assert set(codes(bytes(data), f"story{ending}")) <= REFUSED


def bomb(made, ending: str, member: str) -> bytes:
    """A document one member of which unpacks to far more than any text."""
    kind = "application/vnd.oasis.opendocument.text" if ending == ".odt" else "x"
    return made.zip({"mimetype": kind, "content.xml": "<x/>", "word/document.xml": "<x/>", member: b" " * 60_000_000})


@pytest.mark.parametrize("ending", [".docx", ".odt"])
@pytest.mark.parametrize("member", ["big.xml", "media/big.png"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(ending, member, made):
    """By what it says of its members' sizes: no memory is taken."""
    data = bomb(made, ending, member)
    tracemalloc.start()
    assert codes(data, f"story{ending}") == ["E-DRAFT-LONG"]
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_document_of_thousands_of_files_is_refused(made):
    """More than any document holds."""
    members = {"mimetype": "x", "word/document.xml": "<x/>"} | {f"word/{k}.xml": "<x/>" for k in range(4_000)}
    assert codes(made.zip(members), "story.docx") == ["E-DRAFT-LONG"]


@pytest.mark.parametrize("ending", [".docx", ".odt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_a_document_are_refused(ending, encoding, samples, made, tmp_path):
    """Those that grow, and those that name a file of this machine."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    file = tmp_path / "story"
    file.write_bytes(samples[ending])
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    main = "word/document.xml" if ending == ".docx" else "content.xml"
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    xml = members[main].decode()
    head, _, rest = xml.partition("?>")
    body = rest if rest else xml
    members[main] = f'<?xml version="1.0" encoding="{encoding}"?>{declared}{body.replace("Mayor", "&e;")}'.encode(
        encoding
    )
    assert head
    assert codes(made.zip(members), f"story{ending}") == ["E-DRAFT-FORMAT"]


def test_marks_stacked_by_entities_are_refused(made):
    """A page may write them as numbers."""
    body = "<article>" + "".join(
        f"<p>The mayor said on day {k} that it is so and that it was e{'&#769;' * 50} and will be.</p>"
        for k in range(9)
    )
    assert codes(made.page(body).encode(), "page.html") == ["E-TEXT-ENCODING"]
