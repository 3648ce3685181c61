"""Problems as text, JSON and workflow annotations."""

from __future__ import annotations

import json

from onrecord.problem_report import report, under
from onrecord.problems import problem

PROBLEMS = [
    problem("W-CELL-FORMULA", "places.csv", 4, "note", found="=1"),
    problem("E-REF", "statements.csv", 7, "speaker", expected="actor", found="x", remedy="100% sure:\ntwo, lines"),
    problem("I-NOT-RUN", "dates.csv", found="there is no dates.csv"),
]


def test_text_parts_errors_from_warnings_and_counts():
    """Errors stand before warnings, a line each, and a count closes."""
    lines = report(PROBLEMS, "text").splitlines()
    assert lines[0] == "Errors:"
    assert lines[1].startswith("E-REF statements.csv:7 speaker there is no actor 'x'")
    assert lines.index("Warnings:") > 1
    assert lines[-1] == "1 error, 1 warning, 1 not checked."
    assert len(lines) == 10
    assert report([], "text") == "No problems."


def test_json_holds_every_field():
    """JSON gives level, code, file, row, field and message of each problem."""
    found = json.loads(report(PROBLEMS, "json"))
    assert found["counts"] == {"error": 1, "warning": 1, "info": 1}
    first = found["problems"][0]
    assert (first["level"], first["code"], first["file"], first["row"], first["field"]) == (
        "warning",
        "W-CELL-FORMULA",
        "places.csv",
        4,
        "note",
    )


def test_annotations_are_escaped_and_stand_at_file_and_line():
    """One workflow command a line; per cent, colons, commas and line ends are escaped where they must be."""
    odd = under("seeds/a,b:c", PROBLEMS)
    warning, error, notice = report(odd, "github").splitlines()
    assert warning.startswith("::warning file=seeds/a%2Cb%3Ac/places.csv,line=4,title=W-CELL-FORMULA::note: ")
    assert error.startswith("::error file=seeds/a%2Cb%3Ac/statements.csv,line=7,title=E-REF::speaker: ")
    assert error.endswith("100%25 sure: two, lines")
    assert notice.startswith("::notice file=seeds/a%2Cb%3Ac/dates.csv,title=I-NOT-RUN::")
