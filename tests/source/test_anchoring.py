"""Words find their place, and a place its words: codebook U2 to U4."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from onrecord.coding.storing.writing import table_bytes
from onrecord.source import anchoring
from onrecord.source.anchoring import JOIN, AmbiguousError, NotFoundError, Span, anchor, cell_for, cuts_a_word
from onrecord.source.reading import read_text

TEXT = "Kyiv said Ukraine will go [...] and Ukraine’s army will go soon. A#1 stays."
WHOLE = Span(0, len(TEXT))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Kyiv", ["Kyiv"]),
        ("Ukraine#2 [...] soon", ["Ukraine", "soon"]),
        ("will go [...] and Ukraine", ["will go [...] and Ukraine"]),  # verbatim first
        ("Kyiv [...] will go [...] and [...] soon", ["Kyiv", "will go [...] and", "soon"]),
        ("A#1#1", ["A#1"]),
        ("Ukraine#0002", ["Ukraine"]),
    ],
)
def test_a_cell_names_its_pieces(cell, words):
    """A cell is taken whole where it stands verbatim, then in the longest pieces, in order."""
    assert [TEXT[a:b] for a, b in anchor(TEXT, WHOLE, cell)] == words


@pytest.mark.parametrize(
    "cell",
    ["Kyi", "kraine#1", "Ukraine#3", "Ukraine#0", "soon [...] Kyiv", "soon#1 [...] Kyiv#1", "", "x#" + "9" * 5000],
)
def test_what_does_not_stand_is_not_found(cell):
    """Parts of words, numbers out of range, pieces out of order."""
    with pytest.raises(NotFoundError):
        anchor(TEXT, WHOLE, cell)


def test_words_that_stand_twice_are_counted():
    """The error says how often, overlapping places too."""
    with pytest.raises(AmbiguousError) as raised:
        anchor("a b a b a", Span(0, 9), "a b a")
    assert raised.value.count == 2


def test_offsets_are_code_points():
    """A letter outside the basic plane is one."""
    assert anchor("𝔘 said", Span(0, 6), "said") == [Span(2, 6)]


# texts made of what makes spans hard: numbers, joins, list marks, quotes, line ends, marks, letters outside the plane
TOKENS = ["a", "ab", "a_b", "1", "#", "#1", "#01", "#2", " [...] ", "[...]", " ", "  ", "|", ",", '"', "“", "”", "’"]
TOKENS += ["\n", "\t", "=", "+", "é", "ש", "𝔘", ".", "-", "\u2028", "\x85", "\ufeff"]
TEXTS = st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), min_size=1, max_size=25).map("".join)


@st.composite
def spans(draw):
    """An accepted text, a region of it, and the pieces of a whole-word span within, in order."""
    text = draw(TEXTS)
    assume(text.strip() and not read_text(text.encode("utf-8", "replace"), "")[1])
    text = text.encode("utf-8", "replace").decode()
    edges = [at for at in range(len(text) + 1) if not cuts_a_word(text, Span(0, len(text)), at)]
    count = draw(st.integers(1, 4))
    chosen = sorted(draw(st.lists(st.sampled_from(edges), min_size=2 * count, max_size=2 * count)))
    pieces = [Span(a, b) for a, b in zip(chosen[::2], chosen[1::2], strict=True) if a < b]
    assume(pieces and any(text[a:b].strip() for a, b in pieces))
    start = draw(st.sampled_from([at for at in edges if at <= pieces[0].start]))
    end = draw(st.sampled_from([at for at in edges if at >= pieces[-1].end]))
    return text, Span(start, end), pieces


@given(spans())
def test_any_span_survives_being_saved_and_loaded(found):
    """A cell is written for it, goes through a CSV file, and is anchored at the same places."""
    text, region, pieces = found
    cell = cell_for(text, region, pieces)
    data = table_bytes(["id", "content_text"], [{"id": "st-1", "content_text": cell}])
    [read] = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    assert anchor(text, region, read["content_text"]) == pieces


def test_a_number_is_told_from_one_that_the_text_holds():
    """Pieces whose numbered cell would stand verbatim in the text take zeros before the number."""
    text = "A#1 [...] B A"
    pieces = [Span(0, 1), Span(10, 11)]
    assert anchor(text, Span(0, 13), cell_for(text, Span(0, 13), pieces)) == pieces


def test_a_span_that_cuts_a_word_has_no_cell():
    """cell_for raises rather than write what will not be found."""
    with pytest.raises(ValueError, match="whole words"):
        cell_for("Belarusian", Span(0, 10), [Span(0, 7)])


def short_quotations(times: int) -> tuple[str, list[str]]:
    """Cells of one word each, which stands all over."""
    return '"the" ' * times, [f"the#{1 + number}" for number in range(times)]


def one_span_of_many_pieces(times: int) -> tuple[str, list[str]]:
    """One cell, whose pieces stand far apart."""
    return f"a {'b ' * times}", [JOIN.join(["a", *(f"b#{1 + number}" for number in range(times))])]


def text_with_omissions(times: int) -> tuple[str, list[str]]:
    """What joins pieces stands in the text, too; no two pieces are one."""
    return JOIN.join("ab" * times), [JOIN.join(["a#1", *(f"b#{1 + number}" for number in range(times))])]


@pytest.mark.parametrize("made", [short_quotations, one_span_of_many_pieces, text_with_omissions])
def test_ten_times_the_spans_take_ten_times_the_looking(monkeypatch, made):
    """Edges of words looked at and words joined, there and back: a place once found is not looked for anew."""
    looked = Counter()

    class Counted(str):
        """What joins pieces, counting what it joins."""

        def join(self, parts):
            parts = list(parts)
            looked["joined"] += len(parts)
            return str(self).join(parts)

    def cuts(*place):
        looked["edges"] += 1
        return cuts_a_word(*place)

    monkeypatch.setattr(anchoring, "cuts_a_word", cuts)
    monkeypatch.setattr(anchoring, "JOIN", Counted(JOIN))
    cost = []
    for times in (50, 500):
        text, cells = made(times)
        looked.clear()
        for cell in cells:
            pieces = anchor(text, Span(0, len(text)), cell)
            assert anchor(text, Span(0, len(text)), cell_for(text, Span(0, len(text)), pieces)) == pieces
        cost.append(dict(looked))
    assert all(cost[1][kind] < 20 * cost[0][kind] for kind in cost[0]), cost
