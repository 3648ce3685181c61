"""The bench on annotated statements: counts are those of a hand count, and what is no gold is said to be none."""

import json

import numpy as np
import pytest
from onrecord.drafting.scoring import bench
from onrecord.drafting.scoring.mouths import Mouths, Row, mouths, named
from onrecord.drafting.scoring.statement_bench import F1, MEASURES, figures, run_statements
from onrecord.drafting.scoring.statement_gold import Speaker, read_statement_gold
from onrecord.problems import ProblemsError

TEXT = (
    "Bridge opens\n\nMayor Anna Lopez said the old bridge is safe for all buses. Karl Lund said that it will fall. "
    "“We paid. We will pay again,” Lopez said.\n"
)
ENTRY = {
    "id": "bridge",
    "speakers": [
        {"id": "lopez", "name": "Anna Lopez", "aliases": ["Mayor Anna Lopez", "Lopez"], "role": "mayor"},
        {"id": "lund", "name": "Karl Lund", "aliases": []},
    ],
    "statements": [
        {"speaker": "lopez", "content": ["the old bridge is safe for all buses"]},
        {"speaker": "lund", "content": ["it will fall"]},
        {"speaker": "lopez", "content": ["We paid", "We will pay again"]},
    ],
}


@pytest.fixture
def folder(tmp_path):
    """A gold folder of one article, with three statements of 8, 3 and 6 words."""
    return write(tmp_path, ENTRY)


def write(folder, *entries, text=TEXT):
    (folder / "bridge.txt").write_bytes(text.encode())
    lines = "\n".join(map(json.dumps, entries)) + "\n"
    (folder / "statements.jsonl").write_text(lines, encoding="utf-8")
    return folder


def row(form, *pieces):
    return Row(frozenset([form]), [(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces])


def counted(folder, *rows):
    (article,) = read_statement_gold(folder)
    return mouths(article, rows)


def test_all_that_is_drafted_right_is_counted_right(folder):
    """Every word, statement and row; how a draft cuts them is its own."""
    rows = (
        row("Anna Lopez", "the old bridge is safe for all buses"),
        row("Lund", "it will fall"),
        row("the mayor", "We paid"),
        row("Lopez", "We will pay again"),
    )
    assert counted(folder, *rows) == Mouths(17, 17, 17, 17, 0, 0, 3, 3, 4, 4)


def test_words_in_other_mouths_and_in_nobody_s_are_told_apart(folder):
    """Lund gets 3 words of Lopez, the narrator's 2 go to Lopez; of her 8 the draft has 4, which is F1 .67."""
    rows = (
        row("Karl Lund", "We will pay"),
        row("Anna Lopez", "Bridge opens"),
        row("Anna Lopez", "the old bridge is"),
    )
    assert counted(folder, *rows) == Mouths(17, 4, 9, 4, 3, 2, 3, 0, 3, 0)


def test_a_statement_is_whole_at_nine_words_of_ten(folder):
    """7 of 8 are too few, though the row is faithful."""
    found = counted(folder, row("Anna Lopez", "the old bridge is safe for all"))
    assert (found.covered, found.whole, found.faithful) == (7, 0, 1)


def test_a_part_word_is_no_word(folder):
    """Words count where they stand whole in the span."""
    start = TEXT.index("the old")
    found = counted(folder, Row(frozenset(["Lopez"]), [(start + 1, start + 9)]))
    assert (found.drafted_words, found.right) == (1, 1)


def test_nothing_drafted_and_nobody_meant_is_nothing_right(folder):
    """A speaker whom the gold does not know has nothing in the right mouth."""
    assert counted(folder) == Mouths(17, 0, 0, 0, 0, 0, 3, 0, 0, 0)
    assert counted(folder, row("Jens Olsen", "it will fall")) == Mouths(17, 0, 3, 0, 3, 0, 3, 0, 1, 0)


ANNA, JOHN = Speaker("anna", ("Anna Lopez", "Ms. Lopez"), "mayor of Springfield"), Speaker("john", ("John Lopez",), "")


@pytest.mark.parametrize(
    ("forms", "who"),
    [
        (["Anna Lopez"], {"anna"}),  # in full
        (["the Anna  Lopez's"], {"anna"}),
        (["Lopez"], {"anna", "john"}),  # may be both
        (["Lopez", "John Lopez"], {"john"}),
        (["mayor of Springfield"], {"anna"}),
        (["mayor"], {"anna"}),
        (["of"], set()),
        (["President Lopez Anna"], {"anna"}),
        (["President"], set()),
        (["", "the"], set()),
        ([], set()),
    ],
)
def test_a_form_names_whom_it_can(forms, who):
    """In full before alike, and no title names anybody."""
    assert named(forms, [ANNA, JOHN]) == who


def test_measures_are_shares_of_sums_with_the_spread_of_articles():
    """Two articles, one all right and one all wrong: half of the words, between none and all."""
    found = figures([Mouths(10, 10, 10, 10, 0, 0, 2, 2, 2, 2), Mouths(10, 0, 10, 0, 10, 0, 2, 0, 2, 0)])
    assert list(found) == list(MEASURES)
    assert [one.value for one in found.values()] == pytest.approx([50, 50, 50, 50, 0, 50, 50])
    assert (found[F1].low, found[F1].high) == pytest.approx((0, 100))
    assert found == figures([Mouths(10, 10, 10, 10, 0, 0, 2, 2, 2, 2), Mouths(10, 0, 10, 0, 10, 0, 2, 0, 2, 0)])
    assert np.isfinite(figures([Mouths(*[0] * 10)])[F1]).all()


def test_the_command_knows_gold_of_statements(folder, capsys):
    """It drafts each article as `onrecord draft` does, and prints every measure with its interval."""
    assert bench.main([str(folder)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("1 article drafted in ")
    assert " 3 gold statements, " in out
    for name in MEASURES:
        assert f"\n{name}" in out
    result = run_statements(folder)
    assert result.undrafted == []
    assert result.counts.gold_words == 17
    assert result.counts.right > 10
    assert result.seconds > 0


def test_an_article_that_cannot_be_drafted_is_a_draft_of_nothing(tmp_path, capsys):
    """It is named, and its statements are missed."""
    text = "Der Bürgermeister sagte, die Brücke sei sicher. " * 20
    entry = ENTRY | {"statements": [{"speaker": "lund", "content": ["die Brücke sei sicher"]}]}
    assert bench.main([str(write(tmp_path, entry, text=text))]) == 0
    out = capsys.readouterr().out
    assert "not drafted, and counted as nothing: bridge.txt" in out
    assert run_statements(tmp_path).counts == Mouths(4, 0, 0, 0, 0, 0, 1, 0, 0, 0)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": "bridge"}',
        json.dumps(ENTRY | {"id": "nowhere"}),
        json.dumps(ENTRY | {"statements": [{"speaker": "lund", "content": ["it will fly"]}]}),
        json.dumps(ENTRY | {"statements": [{"speaker": "lund", "content": ["will fall", "it"]}]}),
        json.dumps(ENTRY | {"statements": [{"speaker": "olsen", "content": ["it will fall"]}]}),
    ],
)
def test_a_line_that_is_no_gold_is_named(folder, line, capsys):
    """File, line and what is wrong, on one line; exit 2."""
    path = folder / "statements.jsonl"
    path.write_text(f"{json.dumps(ENTRY)}\n{line}\n", encoding="utf-8")
    assert bench.main([str(folder)]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("E-FILE statements.jsonl:2 not readable as gold: ")


def test_a_text_that_no_case_holds_as_it_is_is_refused(tmp_path):
    """The spans would be of another text."""
    with pytest.raises(ProblemsError, match="no case holds it as it is"):
        run_statements(write(tmp_path, ENTRY, text=TEXT.replace("\n", "\r\n")))


def test_a_folder_without_an_article_is_refused(tmp_path):
    """Nothing can be measured."""
    with pytest.raises(ProblemsError, match="no article"):
        run_statements(write(tmp_path))


@pytest.mark.parametrize("words", [[], ["--keep"]])
def test_a_folder_of_neither_kind_says_what_gold_is(tmp_path, words, capsys):
    """Both kinds are named, and that rules are kept of the first kind only."""
    if words:
        write(tmp_path, ENTRY)
    assert bench.main([str(tmp_path), *words]) == 2
    said = capsys.readouterr().err
    assert "attributions/" in said
    assert ("statements.jsonl" in said) is not bool(words)
