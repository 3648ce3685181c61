"""Bad input to a case: each kind is named by its code, with the place, what was found and what to do."""

from __future__ import annotations

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.tables import TABLES
from onrecord.problems import ProblemsError


def named(problems, code):
    """The one problem of that code."""
    [problem] = [p for p in problems if p.code == code]
    return problem


@pytest.mark.parametrize("data", [b"", b" \n\n\t "])
def test_an_article_without_text(case, data):
    """Empty and blank articles are E-TEXT-EMPTY."""
    (case.folder / "article.txt").write_bytes(data)
    assert named(case.check(), "E-TEXT-EMPTY").file == "article.txt"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("’".encode(), b"\x92", "0x92 is not UTF-8"),
        (b"Russian", b"Rus\0ian", "NUL"),
        (b"Russian", "Rus�ian".encode(), "U+FFFD"),
        ("’".encode(), "â€™".encode(), "it should read '’'"),
    ],
)
def test_an_article_that_was_decoded_wrongly(case, old, new, words):
    """Bytes that are not UTF-8, NUL, U+FFFD and mojibake are E-TEXT-ENCODING with the byte offset."""
    path = case.folder / "article.txt"
    data = path.read_bytes()
    path.write_bytes(data.replace(old, new, 1))
    problems = case.check()
    message = named(problems, "E-TEXT-ENCODING").message
    assert words in message
    assert "E-TEXT-CHANGED" not in {p.code for p in problems}  # nobody knows what it says
    at = data.index(old) + (3 if new in (b"Rus\0ian", "Rus�ian".encode()) else 0)
    assert f"byte {at}:" in message


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: b"\xef\xbb\xbf" + data, "E-TEXT-BOM"),
        (lambda data: data.replace(b"\n", b"\r\n"), "E-TEXT-NEWLINE"),
        (lambda data: data + "e\u0301".encode(), "E-TEXT-NFC"),
    ],
)
def test_a_text_that_only_a_new_case_may_bring(case, change, code):
    """BOM, CRLF and decomposed letters are errors that name `onrecord new`."""
    path = case.folder / "article.txt"
    path.write_bytes(change(path.read_bytes()))
    assert "onrecord new" in named(case.check(), code).message


def test_a_changed_text_names_the_spans_that_no_longer_stand(case):
    """E-TEXT-CHANGED lists the spans of the changed sentence and of no other; span checks go on against the coding."""
    case.replace("article.txt", "According to Kyiv", "In the words of Kyiv")
    case.set("statements", "st-06", cue_text="confirms")
    problems = case.check()
    assert {p.code for p in problems} == {"E-TEXT-CHANGED", "E-SPAN-MISSING"}
    message = named(problems, "E-TEXT-CHANGED").message
    assert "st-20 cue_text 'According to' (S13)" in message
    assert "st-06" not in message
    assert "onrecord reanchor" in message


def test_a_span_that_is_missing_names_the_nearest_wording(case):
    """E-SPAN-MISSING gives the nearest wording of the sentence."""
    number = case.set("statements", "st-06", content_text="the arrival of the contingents")
    [problem] = case.check()
    assert (problem.code, problem.row, problem.field) == ("E-SPAN-MISSING", number, "content_text")
    assert "'the arrival of the contingent'" in problem.message


def test_half_a_word_is_no_span(case):
    """A span must stand as whole words."""
    case.set("statements", "st-06", cue_text="confirm")
    [problem] = case.check()
    assert (problem.code, problem.field) == ("E-SPAN-MISSING", "cue_text")


def test_a_span_found_twice_asks_for_its_number(case):
    """E-SPAN-AMBIGUOUS says how often the words stand there and how to number them; too high a number misses."""
    case.set("mentions", "m069", text="Ukraine")
    [problem] = case.check()
    assert problem.code == "E-SPAN-AMBIGUOUS"
    assert "2 times" in problem.message
    assert "Ukraine#1 … Ukraine#2" in problem.message
    case.set("mentions", "m069", text="Ukraine#3")
    [problem] = case.check()
    assert (problem.code, "Ukraine#2" in problem.message) == ("E-SPAN-MISSING", True)


@pytest.mark.parametrize(
    ("table", "row_id", "cells", "words"),
    [
        ("statements", "st-20", {"speaker": "ukra"}, "'ukr'"),
        ("statements", "st-20", {"issue": "iss-airspce"}, "'iss-airspace'"),
        ("positions", "p-01", {"evidence": "st-14|st-99"}, "no statement 'st-99'"),
        ("statements", "st-20", {"sentence": "S99"}, "no sentence 'S99'"),
        ("events", "ev-02", {"place": "pl-bas"}, "'pl-base'"),
        ("events", "ev-01", {"date": "d-firday"}, "'d-friday'"),
        ("mentions", "m001", {"entity": "pl-blr"}, "no actor 'pl-blr'"),
        ("notes", "n-01", {"ref": "st-999"}, "no row 'st-999'"),
        ("actors", "blr", {"side": "ru-by"}, "'ru_by'"),
        ("actors", "blr-mod", {"parent": "blrr"}, "'blr'"),
        ("tensions", "t-01", {"left": "st-17|"}, "take out the |"),
    ],
)
def test_a_reference_to_nothing_names_the_nearest_id(case, table, row_id, cells, words):
    """E-REF stands at the cell and gives the nearest id."""
    number = case.set(table, row_id, **cells)
    problem = named(case.check(), "E-REF")
    assert (problem.file, problem.row, problem.field) == (f"{table}.csv", number, next(iter(cells)))
    assert words in problem.message


def test_an_id_unlike_any_has_no_hint(case):
    """One wrong id in many cells: a line each, and no "did you mean" for an id that is only somewhat like it."""
    ids = [line[0] for line in case.records("statements")[1:]]
    for one in ids:
        case.set("statements", one, speaker="bleak")
    problems = [p for p in case.check() if (p.code, p.field) == ("E-REF", "speaker")]
    assert len(problems) == len(ids)
    assert not any("did you mean" in p.message for p in problems)


def test_the_publisher_is_an_actor(case):
    """E-REF for a publisher that actors.csv does not hold."""
    case.replace("article.yml", "actor: aje ", "actor: ajes ")
    problem = named(case.check(), "E-REF")
    assert (problem.file, problem.field) == ("article.yml", "publisher.actor")
    assert "'aje'" in problem.message


def test_an_id_given_twice_names_both_rows(case):
    """E-ID-DUP, within a table and across tables."""
    case.set("issues", "iss-coop", id="iss-deploy")
    problem = named(case.check(), "E-ID-DUP")
    assert (problem.row, "rows 3 and 4" in problem.message) == (4, True)
    case.set("actors", "west", id="d-friday")
    assert "actors.csv:9 and dates.csv:2" in [p for p in case.check() if p.code == "E-ID-DUP"][-1].message


@pytest.mark.parametrize(
    ("table", "row_id", "cells", "words"),
    [
        ("positions", "p-01", {"stance": "3"}, "-2, -1, 0, 1, 2"),
        ("positions", "p-01", {"stance": "1.5"}, "'1.5' is not one of: -2, -1, 0, 1, 2"),
        ("statements", "st-09", {"certainty": "sure"}, "CT, PR, PS, U"),
        ("statements", "st-20", {"target_valence": "0"}, "-2, -1, 1, 2"),
        ("statements", "st-09", {"counted": "yes"}, "true, false"),
    ],
)
def test_a_value_outside_its_vocabulary_lists_what_is_allowed(case, table, row_id, cells, words):
    """E-ENUM gives the allowed values in the codebook's order."""
    number = case.set(table, row_id, **cells)
    problem = named(case.check(), "E-ENUM")
    assert (problem.file, problem.row, problem.field) == (f"{table}.csv", number, next(iter(cells)))
    assert words in problem.message


@pytest.mark.parametrize(
    ("table", "row_id", "cells", "code"),
    [
        ("issues", "iss-coop", {"proposition": " "}, "E-EMPTY"),
        ("dates", "d-friday", {"resolved": "2023-02-30"}, "E-VALUE"),
        ("dates", "d-friday", {"resolved": "Friday"}, "E-VALUE"),
        ("sentences", "S05", {"start": "x"}, "E-VALUE"),
        ("tensions", "t-01", {"signal_sentence": ""}, "E-EMPTY"),
    ],
)
def test_a_cell_that_is_empty_or_of_the_wrong_form(case, table, row_id, cells, code):
    """E-EMPTY and E-VALUE stand at the cell."""
    number = case.set(table, row_id, **cells)
    [problem] = case.check()
    assert (problem.code, problem.row, problem.field) == (code, number, next(iter(cells)))


def test_a_missing_column_is_said_once(case):
    """E-COLUMN-MISSING for the header; the rows' other cells are still checked."""
    lines = case.records("statements")
    at = lines[0].index("certainty")
    case.write("statements", [line[:at] + line[at + 1 :] for line in lines])
    case.set("statements", "st-20", target="ukr")
    problems = case.check()
    assert [(p.code, p.row, p.field) for p in problems] == [
        ("E-COLUMN-MISSING", 1, "certainty"),
        ("E-RULE-V0", case.row("statements", "st-20"), "target"),
    ]


def test_an_unknown_column_names_the_nearest(case):
    """E-COLUMN-EXTRA gives the nearest column."""
    case.replace("issues.csv", "group", "grop")
    problems = case.check()
    assert {p.code for p in problems} == {"E-COLUMN-EXTRA", "E-COLUMN-MISSING"}
    assert "'group'" in named(problems, "E-COLUMN-EXTRA").message


def test_a_ragged_row_is_said_once(case):
    """E-ROW counts the cells; nothing is read from shifted ones, and references to the row still hold."""
    lines = case.records("issues")
    case.write("issues", [*lines[:2], lines[2][:3], *lines[3:]])
    case.add("events", ["ev-19", "one cell too many", *case.records("events")[1][1:]])
    problems = case.check()
    assert [(p.code, p.file, p.row) for p in problems] == [("E-ROW", "issues.csv", 3), ("E-ROW", "events.csv", 20)]
    assert "3 cells, but the header has 5" in problems[0].message


@pytest.mark.parametrize("table", [name for name in TABLES if name != "judgements"])
def test_a_short_row_has_no_other_problem(case, table):
    """E-ROW only: nothing is said of the cells that a short row lacks, whatever its table."""
    lines = case.records(table)
    case.write(table, [lines[0], lines[1][:2], *lines[2:]])
    assert [(p.code, p.file, p.row) for p in case.check()] == [("E-ROW", f"{table}.csv", 2)]


@pytest.mark.parametrize("file", ["article.txt", "article.yml", "statements.csv"])
def test_a_missing_file_is_named_and_what_rests_on_it(case, file):
    """E-FILE for the file, I-NOT-RUN once for what was not checked."""
    (case.folder / file).unlink()
    problems = [p for p in case.check() if p.file == file]
    assert [p.code for p in problems][:2] == ["E-FILE", "I-NOT-RUN"]
    assert not [p for p in case.check() if p.code == "E-REF"]


def test_a_lost_description_has_a_remedy_that_works(case):
    """`onrecord new` refuses the id of a case that is there, so it is told to take another."""
    (case.folder / "article.yml").unlink()
    message = named(case.check(), "E-FILE").message
    assert "restore it from version control" in message
    assert "under another id with `onrecord new`" in message


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (b"id: [1", 1),
        (b"- a\n- b\n", None),
        (b"a: 1\na: 2\n", 2),
        (b"[" * 5000, None),
        (b"&a {b: *a}", None),
        (b"id: x\ncoded_on: yesterday\n", None),
    ],
)
def test_a_description_that_cannot_be_read(case, data, row):
    """E-YAML, with the line where the parser stopped."""
    (case.folder / "article.yml").write_bytes(data)
    problems = [p for p in case.check() if p.code == "E-YAML"]
    assert problems
    assert all(p.file == "article.yml" for p in problems)
    if row:
        assert problems[0].row == row


def test_a_description_that_lacks_a_key_or_has_one_too_many(case):
    """E-YAML names the key, and for an unknown one the nearest."""
    case.replace("article.yml", "headline:", "headlin:")
    [problem] = [p for p in case.check() if p.code == "E-YAML"]
    assert (problem.field, "'headline'" in problem.message) == ("headlin", True)


@pytest.mark.parametrize(
    ("data", "code"),
    [(b'id,name\n"a"b,c\n', "E-FILE"), (b"id\n\xff\n", "E-TEXT-ENCODING"), (b"name\nA\n", "E-COLUMN-MISSING")],
)
def test_a_table_that_cannot_be_read(case, data, code):
    """A table that is no CSV, not UTF-8 or empty is named, and references into it are not run, once a table."""
    (case.folder / "actors.csv").write_bytes(data)
    problems = case.check()
    assert code in {p.code for p in problems if p.file == "actors.csv"}
    assert "E-REF" not in {p.code for p in problems}
    assert "I-NOT-RUN" in {p.code for p in problems}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\r\n", "the file is empty"),
        (b"\nid,name\n", "the first line is empty"),
        (b'id;name;type\nblr;"Belarus, the state";state\n', "saved with semicolons; save it with commas"),
        (b'"id"\t"name"\nblr\tBelarus\n', "saved with tabs; save it with commas"),
    ],
)
def test_a_file_without_a_header_of_columns_is_said_once(case, data, words):
    """Empty, or parted by other marks than commas: one E-FILE, and no column that is missing."""
    (case.folder / "actors.csv").write_bytes(data)
    problems = case.check()
    [problem] = [p for p in problems if p.level == "error"]
    assert (problem.code, problem.file, words in problem.message) == ("E-FILE", "actors.csv", True)
    assert {p.code for p in problems} == {"E-FILE", "I-NOT-RUN"}


def test_two_stances_on_one_issue(case):
    """E-POSITION-CONFLICT for one actor, issue and basis; the same stance by another basis is none."""
    case.add("positions", ["p-20", "blr", "iss-join", "-1", "self_stated", "st-17", "high", "assistant_coded", "", ""])
    [problem] = case.check()
    assert (problem.code, problem.row) == ("E-POSITION-CONFLICT", case.row("positions", "p-20"))
    assert "-2 and -1" in problem.message
    case.set("positions", "p-20", stance="-2")
    assert case.check() == []


def test_a_cycle_of_parents_is_said_once(case):
    """E-PARENT-CYCLE gives the way round."""
    case.set("actors", "rus", parent="rus-mil-rep")
    [problem] = case.check()
    assert problem.code == "E-PARENT-CYCLE"
    assert "rus → rus-mil-rep → rus-mil → rus" in problem.message


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"text": "A train carrying Russian troops"}, "the article holds"),
        ({"start": "180"}, "the row before ends at 183"),
        ({"start": "190"}, "'A trai'"),
    ],
)
def test_sentences_that_are_not_the_article_s(case, cells, words):
    """E-SENTENCE for other words, overlaps and words left out; spans are still found in the recorded sentences."""
    case.set("sentences", "S03", **cells)
    problems = case.check()
    assert {p.code for p in problems if p.file == "sentences.csv"} == {"E-SENTENCE"}
    assert any(words in p.message for p in problems)


def test_a_sentence_left_out(case):
    """E-SENTENCE where no sentence holds some words of the article, also at its end."""
    case.write("sentences", case.records("sentences")[:-1])
    problem = named(case.check(), "E-SENTENCE")
    assert "The 67-year-old says" in problem.message


def test_a_range_runs_forward(case):
    """E-SENTENCE for a range that runs backwards, with the range turned round."""
    case.set("statements", "st-08", sentence="S06-S05")
    [problem] = case.check()
    assert (problem.code, problem.field, "S05-S06" in problem.message) == ("E-SENTENCE", "sentence", True)


def judged(case, kind, text, likelihood="", confidence="", reason="", evidence="st-17"):
    """The problems of a case with one judgement."""
    header = ["id", "kind", "text", "likelihood", "confidence", "reason", "evidence", "author", "date"]
    case.write("judgements", [header, ["j-1", kind, text, likelihood, confidence, reason, evidence, "A", "2026-01-01"]])
    return case.check()


@pytest.mark.parametrize(
    ("cells", "field", "words"),
    [
        (["judgement", "It is likely, with high confidence."], "text", "'likely'"),
        (["judgement", "Troops stay.", "likely"], "confidence", "without confidence"),
        (["judgement", "Troops stay.", "likely", "high"], "reason", "without its reason"),
        (["judgement", "Troops stay.", "", "high", "It is likely, I am confident."], "reason", "one sentence"),
        (["judgement", "It is very likely.", "very likely", "high", "Two sources."], "text", "in `likelihood` only"),
        (["judgement", "It is unlikely.", "likely", "high", "Two sources."], "text", "`likelihood` 'likely'"),
        (["judgement", "Chances are good."], "text", "'Chances'"),
        (["bottom_line", "Minsk will probably stay out."], "text", "'probably'"),
        (["bottom_line", "Minsk stays out.", "likely"], "likelihood", "a bottom_line with the likelihood"),
        (["gap", "Whether war is likely is not said."], "text", "a gap is printed without one"),
        (["gap", "How many came.", "roughly even"], "likelihood", "a gap with the likelihood"),
    ],
)
def test_likelihood_stands_in_its_field_only_and_apart_from_confidence(case, cells, field, words):
    """E-WORDING for its words in a text, for another kind with one, without confidence or reason, mixed with it."""
    [problem] = judged(case, *cells)
    assert (problem.code, problem.file, problem.row, problem.field) == ("E-WORDING", "judgements.csv", 2, field)
    assert words in problem.message


def test_judgements_that_keep_them_apart_are_right(case):
    """Likelihood, confidence and reason in their fields; a bottom line with evidence; a source's could is no breach."""
    assert judged(case, "judgement", "Troops could stay.", "likely", "high", "Two sources say so.") == []
    assert judged(case, "bottom_line", "Minsk may stay out.") == []
    assert judged(case, "gap", "How many came.", evidence="") == []


def test_a_bottom_line_rests_on_rows(case):
    """E-EMPTY without evidence, E-VALUE where it is sentences and notes only: both would be printed uncited."""
    [problem] = judged(case, "bottom_line", "Minsk stays out.", evidence=" ")
    assert (problem.code, problem.row, problem.field) == ("E-EMPTY", 2, "evidence")
    assert "st-04|p-02" in problem.message
    [problem] = judged(case, "bottom_line", "Minsk stays out.", evidence="S04|n-01")
    assert (problem.code, problem.row, problem.field) == ("E-VALUE", 2, "evidence")
    assert judged(case, "bottom_line", "Minsk stays out.", evidence="S04|st-17") == []


def test_everything_is_named_at_once(case):
    """Corruptions of article, description and tables, several in one row, all stand in one list, in order of files."""
    case.replace("article.txt", "According to Kyiv", "In the words of Kyiv")
    case.replace("article.yml", "credibility: 6", "credibility: 1")
    case.set("actors", "rus", parent="rus-mil", side="x")
    case.set("statements", "st-20", certainty="sure", issue="iss-x", target="ukr", content_text="no such words")
    case.set("positions", "p-07", stance="2")
    case.set("events", "ev-02", id="ev-01")
    case.set("places", "pl-base", note="=1")
    found = [(p.code, p.file) for p in case.check()]
    expected = [
        ("E-TEXT-CHANGED", "article.txt"),
        ("E-RULE-7", "article.yml"),
        ("E-REF", "actors.csv"),
        ("E-PARENT-CYCLE", "actors.csv"),
        ("E-ENUM", "statements.csv"),
        ("E-REF", "statements.csv"),
        ("E-SPAN-MISSING", "statements.csv"),
        ("E-RULE-V0", "statements.csv"),
        ("E-RULE-P2", "positions.csv"),
        ("E-ID-DUP", "events.csv"),
        ("W-CELL-FORMULA", "places.csv"),
    ]
    assert set(expected) <= set(found)
    order = ["article.txt", "article.yml", "actors.csv", "statements.csv", "positions.csv", "events.csv", "places.csv"]
    assert [file for file in dict.fromkeys(file for _, file in found) if file in order] == order


def test_a_case_with_errors_is_not_opened(case):
    """open_case raises with every problem; with warnings only it opens and keeps them."""
    case.set("actors", "blr", note="=1")
    assert [p.code for p in open_case(case.folder).problems] == ["W-CELL-FORMULA"]
    case.set("positions", "p-07", stance="2")
    with pytest.raises(ProblemsError) as raised:
        open_case(case.folder)
    assert {p.code for p in raised.value.problems} == {"E-RULE-P2", "W-CELL-FORMULA"}
