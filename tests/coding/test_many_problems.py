"""A check of what is broken all over ends soon: the nearest word is looked for where that is quick."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from onrecord.problems import LONGEST, LOOKED_AT, nearest
from onrecord.source.anchoring import NotFoundError, Span, anchor
from onrecord.source.reading import HIGHEST_STACK, read_text


@contextmanager
def soon(seconds: float = 6.0) -> Iterator[None]:
    """Within so many seconds of the processor's time."""
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds


def test_a_long_span_missing_in_a_long_sentence(case):
    """2,000 words that do not stand in 4,000, a hundred times."""
    text = " ".join(f"w{number}" for number in range(4000)) + "."
    (case.folder / "article.txt").write_text(text)
    described = (case.folder / "article.yml").read_text(encoding="utf-8")
    found = hashlib.sha256(text.encode()).hexdigest()
    (case.folder / "article.yml").write_text(re.sub("sha256: [0-9a-f]+", f"sha256: {found}", described, count=1))
    header = case.records("sentences")[0]
    row = {"id": "S01", "role": "body", "start": "0", "end": str(len(text)), "text": text}
    case.write("sentences", [header, [row.get(column, "") for column in header]])
    words = " ".join("zz" if number % 7 == 0 else f"w{number}" for number in range(2000))
    header, first, *_ = case.records("mentions")
    row = dict(zip(header, first, strict=True)) | {"sentence": "S01", "text": words}
    case.write("mentions", [header, *(list((row | {"id": f"m{n:03}"}).values()) for n in range(100))])
    with soon():
        problems = case.check()
    assert sum(one.code == "E-SPAN-MISSING" and one.file == "mentions.csv" for one in problems) == 100


@pytest.mark.parametrize("column", ["parent", "side"])
def test_thousands_of_unknown_references(case, column):
    """20,000 actors, each with a parent or a side that there is not."""
    header, first, *rest = case.records("actors")
    row = dict(zip(header, first, strict=True))
    many = [row | {"id": f"actor-{number}", column: f"nobody-{number}"} for number in range(20_000)]
    case.write("actors", [header, first, *rest, *(list(one.values()) for one in many)])
    with soon(10):
        problems = case.check()
    assert sum((one.code, one.field) == ("E-REF", column) for one in problems) == 20_000


def test_accents_without_end():
    """They are refused before anything normalises them; as many as scripts use are not."""
    with soon(3):
        _, [problem] = read_text(("a" + "\u0301\u0316" * 300_000).encode(), "article.txt")
    assert problem.code == "E-TEXT-ENCODING"
    assert f"over {HIGHEST_STACK} combining marks on one letter" in problem.message
    assert "E-TEXT-ENCODING" not in {one.code for one in read_text(("x" + "\u0316" * HIGHEST_STACK).encode(), "a")[1]}


def test_the_nearest_is_named_where_that_is_quick():
    """Among many, or for a long word, it is not looked for; both limits are far from what a case holds."""
    known = [f"actor-{number}" for number in range(LOOKED_AT)]
    assert nearest("actor-77x", known, "actors") == "did you mean 'actor-77'?"
    assert nearest("actor-77x", [*known, "one more"], "actors") == f"there are {LOOKED_AT + 1:,} actors"
    assert nearest("x" * LONGEST, ["x"], "actors") == "actors: x"
    assert nearest("x" * (LONGEST + 1), ["x", "y"], "actors") == "actors: x, y"


def test_the_nearest_wording_of_a_long_sentence_is_still_found():
    """A span of 40 words in a sentence of 60."""
    words = [f"{chr(97 + number % 26)}word{number}" for number in range(60)]
    meant = " ".join(words[10:50])
    text = " ".join(words)
    with pytest.raises(NotFoundError) as raised:
        anchor(text, Span(0, len(text)), meant.replace("word30", "wrd30"))
    assert raised.value.nearest == meant
