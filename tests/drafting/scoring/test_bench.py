"""The bench: gold is read as written, and figures are right for a folder small enough to count by hand."""

import csv

import pytest
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.scoring import bench
from onrecord.drafting.scoring.gold import Document, read_gold
from onrecord.drafting.scoring.score import score
from onrecord.drafting.scoring.table import as_text

TEXT = "Norway backs the ban. “It rained,” said Karl Lund, a farmer.\nChad said it will, of course, pay.\n"


def relation(source, cue, content):
    """Spans of the first occurrence of each text; pieces joined by `|`."""
    roles = {"source": source, "cue": cue, "content": content}
    return {
        role: [(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces.split("|") if piece]
        for role, pieces in roles.items()
    }


GOLD = [
    relation("Norway", "backs", "the ban"),
    relation("Karl Lund, a farmer", "said", "“It rained,”"),
    relation("Chad", "said it", "it will|pay"),
    relation("", "course", "of"),
]


@pytest.fixture
def folder(tmp_path):
    """A gold folder of one document with two annotators; the second is not read."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a_b.txt").write_bytes(TEXT.encode())
    lines = []
    for n, gold in enumerate(GOLD):
        keys = []
        for m, (role, spans) in enumerate(gold.items()):
            if spans:
                places = ";".join(f"{a} {b}" for a, b in spans)
                lines.append(f"T{3 * n + m}\t{role.title()} {places}\tany words")
                keys.append(f"{role.title()}:T{3 * n + m}")
        lines.append(f"E{n}\tAttribution:T{3 * n + 1} {' '.join(keys)}")
    (tmp_path / "attributions" / "a_b_one.ann").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "attributions" / "a_b_two.ann").write_text("T1\tCue 0 1\tN\n", encoding="utf-8")
    return tmp_path


def test_gold_is_read_from_the_first_annotator(folder):
    """Pieces, empty roles and the text arrive as they were written."""
    assert list(read_gold(folder)) == [Document("a_b", TEXT, GOLD)]


def test_counts_are_those_of_a_hand_count():
    """Exact spans, whole relations, soft pairs and forms of three predictions against four gold relations."""
    predicted = [
        relation("Norway", "backs", "the ban."),
        relation("Karl Lund", "said", "It rained"),
        relation("Norway", "said", "it will, of course, pay"),
    ]
    result = score(Document("a", TEXT, GOLD), predicted)
    assert result.counts == {
        "source": (1, 2, 3),
        "cue": (2, 2, 4),
        "content": (2, 3, 5),
        "relation": (1, 3, 4),
        "soft": (2, 3, 4),
    }
    assert result.correct == {0, 1}
    assert result.forms == {"indirect + other": (1, 2), "indirect + say": (0, 1), "direct + say": (1, 1)}


@pytest.mark.parametrize(("content", "hits"), [("it will", 1), ("it", 0)])
def test_soft_wants_half_of_the_content(content, hits):
    """Two tokens of three are enough, one is not."""
    assert score(Document("a", TEXT, GOLD), [relation("Chad", "said", content)]).counts["soft"] == (
        hits,
        1,
        4,
    )


def test_the_bench_measures_a_folder(folder):
    """Measures, forms, rules and speed of the folder; a single document has no spread."""
    result = bench.run(folder)
    assert result.documents == 1
    assert result.speed > 0
    precision, recall, f1, low, high = result.measures["soft"]
    assert (precision, recall) == pytest.approx((200 / 3, 50))
    assert low == f1 == high
    assert result.forms["direct + say"] == (1.0, 1)
    assert result.rules["object_phrase"] == (1.0, 1)
    assert result.rules["bare_clause"] == (0.0, 1)
    assert "one human against another" in as_text(result)


def test_precision_is_kept_for_every_rule(folder, tmp_path):
    """The file that the records read: a line a rule, with 0 of 0 for one that found nothing."""
    path = tmp_path / "precision.csv"
    bench.keep_precision(bench.run(folder), path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert {"rule": "object_phrase", "precision": "1.000", "count": "1"} in rows
    assert {"rule": "as_reported", "precision": "0.000", "count": "0"} in rows
    assert {row["rule"] for row in rows} == set(RULES)


@pytest.mark.parametrize("words", [[], ["a", "b"], ["no-such-folder"]])
def test_bad_words_are_refused(words, capsys):
    """No folder, two folders or one without gold: exit 2 and a line that says so."""
    assert bench.main(words) == 2
    assert capsys.readouterr().err
