"""The words of the article with their marks: one pass, whatever overlaps."""

import pandas as pd
from onrecord.wording.marking import marked

TEXT = "It could rain. Then it did. No more."
SENTENCES = [(0, 14), (15, 27), (28, 36)]


def shown(*spans, pointing=False):
    """The sentences with marks for (field, owner, start, end)."""
    frame = pd.DataFrame(spans, columns=["field", "owner", "start", "end"])
    return list(map(str, marked(TEXT, SENTENCES, frame, pointing)))


def test_marks_lie_in_one_another_by_kind_and_name_all_their_rows():
    """The widest kind outside, whatever comes first; rows of one kind in one mark, in their order."""
    first, *_ = shown(("content", "a", 0, 13), ("hedge", "b", 3, 8), ("content", "c", 3, 13))
    assert first == (
        '<mark class="content" data-rows="a">It </mark><mark class="content" data-rows="a c">'
        '<mark class="hedge" data-rows="b">could</mark></mark><mark class="content" data-rows="a c"> rain</mark>.'
    )


def test_a_span_over_several_sentences_is_marked_in_each():
    """Up to their edges; a sentence without one has none."""
    first, second, third = shown(("quote", "a", 9, 22))
    assert first == 'It could <mark class="quote" data-rows="a">rain.</mark>'
    assert second == '<mark class="quote" data-rows="a">Then it</mark> did.'
    assert third == "No more."


def test_who_points_at_a_mark_reads_its_rows():
    """In JupyterLab; a document has no such title."""
    assert 'title="cue: a"' in shown(("cue", "a", 0, 2), pointing=True)[0]


def test_each_span_is_looked_at_once_however_many_sentences_there_are():
    """The work grows with the text, not with its square: steps are counted, not seconds."""

    class Counted(int):
        seen = 0

        def __lt__(self, other):
            Counted.seen += 1
            return int(self) < int(other)

        def __gt__(self, other):
            Counted.seen += 1
            return int(self) > int(other)

        __hash__ = int.__hash__

    def steps(number):
        Counted.seen = 0
        places = [(Counted(10 * n), Counted(10 * n + 8)) for n in range(number)]
        spans = pd.DataFrame([("cue", f"r{n}", *place) for n, place in enumerate(places)], dtype=object)
        spans.columns = ["field", "owner", "start", "end"]
        assert len(list(marked("x" * 10 * number, places, spans))) == number
        return Counted.seen

    assert steps(2000) < 15 * steps(200)
