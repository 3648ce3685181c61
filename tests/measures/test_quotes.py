"""A quote counts without its insertion and the blank before it, trimmed (rule Q2)."""

from __future__ import annotations

import pandas as pd
import pytest
from onrecord.measures.quote_share import quote_share
from onrecord.measures.verbatim_quotes import verbatim_quotes

BODY = 1000  # a code point within the body of the seed (S08 starts at 987)


def spans(owner: str, quote: str, insertions: list[str], at: int = BODY) -> list[dict]:
    """The spans of one quoting statement: its quote, and its insertions found within."""
    found = [("quote", quote, at)] + [("insertion", words, at + quote.index(words)) for words in insertions]
    return [
        {"owner": owner, "field": name, "piece": 0, "sentence": "S08", "start": s, "end": s + len(words), "text": words}
        for name, words, s in found
    ]


@pytest.mark.parametrize(
    ("quote", "insertions", "words"),
    [
        ("we stay", [], ("we stay",)),
        ("the Union State [of both]", ["[of both]"], ("the Union State",)),
        ("[The] troops stay", ["[The]"], ("troops stay",)),
        ("they [the troops] stay", ["[the troops]"], ("they", " stay")),
        ("they [a] and [b] stay", ["[a]", "[b]"], ("they", " and", " stay")),
        ("they[sic] stay", ["[sic]"], ("they", " stay")),
        ("[all of it]", ["[all of it]"], ()),
    ],
)
def test_insertions_are_taken_out(variant, quote: str, insertions: list[str], words: tuple[str, ...]):
    """What is left are the speaker's own words, where they stand, and their length is the count."""
    found = verbatim_quotes(variant(spans=pd.DataFrame(spans("st-13", quote, insertions)))).iloc[0]
    assert found["words"] == words
    assert found["code_points"] == sum(map(len, words))
    assert [quote[start - BODY : end - BODY] for start, end in found["ranges"]] == list(words)


def test_words_that_two_statements_quote_count_once(variant):
    """Overlapping quotes do not add up."""
    both = spans("st-13", "twelve words", []) + spans("st-14", "words again", [], at=BODY + 7)
    assert quote_share(variant(spans=pd.DataFrame(both))).k == len("twelve words again")


def test_a_quote_outside_the_body_is_no_part_of_it(variant):
    """Words quoted in the standfirst do not count towards the body."""
    found = quote_share(variant(spans=pd.DataFrame(spans("st-03", "opening up", [], at=164))))
    assert (found.k, found.ids) == (0, ())


def test_an_uncounted_statement_quotes_nothing(variant):
    """A headline that repeats the body is not counted, nor are its quotes."""
    assert len(verbatim_quotes(variant(spans=pd.DataFrame(spans("st-01", "more troops", []))))) == 0
