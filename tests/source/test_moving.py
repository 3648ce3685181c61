"""A span moves with its context, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onrecord.source.anchoring import Span
from onrecord.source.moving import Folded, moved

OLD = "The minister said on Monday that the plan stands. The army said on Tuesday that the plan fell."


def move(new: str, words: str, old: str = OLD) -> str | None:
    """The words and what follows them at the new place, or None."""
    at = old.index(words)
    span = moved(Folded(old), Folded(new), Span(at, at + len(words)))
    return None if span is None else new[span.start : span.start + len(words) + 10]


@pytest.mark.parametrize(
    ("new", "words", "found"),
    [
        ("News. " + OLD, "Monday", "Monday that the "),
        (OLD.replace(" ", "\n "), "said on Tuesday", "said\n on\n Tuesday\n that"),
        ("The army said on Tuesday that the plan fell.", "Monday", None),
        ("The other said on Monday that the post stands.", "Monday", None),  # eleven characters are too few
        (OLD + " " + OLD, "Monday", None),  # twice with the same context
        (OLD.replace("Monday", "Mondays"), "Monday", None),
    ],
)
def test_a_span_moves_only_with_its_context(new, words, found):
    """Found once with twelve characters of context on one side it moves, white space folded; else it is lost."""
    got = move(new, words)
    assert (got is None) == (found is None)
    if found:
        assert " ".join(got.split())[:12] == " ".join(found.split())[:12]


def test_a_bare_match_in_another_sentence_is_no_move():
    """Cutting the headline does not move "new attack" into the sentence that also has these words."""
    old = "Fears of new attack grow\nAny new attack on Ukraine would open a front."
    assert move("Any new attack on Ukraine would open a front.", "new attack", old) is None


@given(st.text(alphabet="ab \n.", min_size=1, max_size=40), st.data())
def test_nothing_moves_within_the_same_text(text, data):
    """In an unchanged text a span stays or is lost, whatever repeats; it never goes elsewhere."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    folded = Folded(text)
    found = moved(folded, folded, span)
    if found is not None:
        assert "".join(text[found.start : found.end].split()) == "".join(text[span.start : span.end].split())
        assert folded.inward(found) == folded.inward(span)
