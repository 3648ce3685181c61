"""A new case from an article, and the data package of a case."""

from __future__ import annotations

import datetime
import json
import warnings

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.changing.creating import create_case
from onrecord.coding.datapackage import write_datapackage
from onrecord.coding.tables import TABLES, columns
from onrecord.problems import ProblemsError

TEXT = "A headline: #1\nMinsk said “no” on Friday. It said no more.\n"


def test_a_new_case_passes_every_check(tmp_path):
    """It opens without a problem, with sentences, two actors, and every table's header."""
    made = create_case(
        TEXT.encode(),
        "new-case",
        seeds=tmp_path / "seeds",
        headline="A headline: #1",
        publisher="Al Jazeera",
        published=datetime.date(2026, 1, 2),
        url="https://example.org/a?b=c#d",
    )
    case = open_case(made.folder)
    assert (made.said, case.problems) == ([], [])
    assert list(case.sentences["role"]) == ["headline", "body", "body"]
    assert (list(case.actors.index), case.narrator) == (["al-jazeera", "unspec"], "al-jazeera")
    assert case.article.as_of == (datetime.date(2026, 1, 2), "published")
    assert "# the narrator in actors.csv" in (made.folder / "article.yml").read_text(encoding="utf-8")
    for name in TABLES:
        header = (made.folder / f"{name}.csv").read_text(encoding="utf-8").split("\n")[0]
        assert header == ",".join(columns(name))


def test_what_is_rewritten_is_said(tmp_path):
    """BOM, CRLF and decomposed letters are put right, each with a sentence."""
    data = b"\xef\xbb\xbf" + "Caf\u0065\u0301 closed.\r\nIt said so.".encode()
    made = create_case(data, "x", seeds=tmp_path)
    assert len(made.said) == 3
    assert (made.folder / "article.txt").read_bytes() == "Café closed.\nIt said so.".encode()
    assert not [p for p in open_case(made.folder).problems if p.level == "error"]


@pytest.mark.parametrize(
    ("data", "case_id", "code"),
    [
        (b"Text.", "../x", "E-PARAM"),
        (b"Text.", "Old Case", "E-PARAM"),
        (b"Text.", "old", "E-FILE"),
        (b" \n", "x", "E-TEXT-EMPTY"),
        (b"caf\xe9", "x", "E-TEXT-ENCODING"),
    ],
)
def test_nothing_is_made_of_bad_input(tmp_path, data, case_id, code):
    """Bad names, existing cases and unreadable texts are refused, and nothing is written."""
    (tmp_path / "old").mkdir()
    with pytest.raises(ProblemsError, match=code):
        create_case(data, case_id, seeds=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert not list((tmp_path / "old").iterdir())


def test_a_sentence_may_be_longer_than_the_csv_module_likes(tmp_path):
    """A paragraph of 200,000 characters makes a case."""
    made = create_case(b"word " * 40_000, "long", seeds=tmp_path)
    assert len(open_case(made.folder).sentences) == 1


def valid(path) -> list:
    """What frictionless finds wrong with a data package; its own deprecations are not ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import frictionless

        return frictionless.validate(str(path)).flatten(["type", "note"])


def test_the_data_package_is_valid(case, tmp_path):
    """frictionless accepts the seed's package, with hashes, enumerations, keys and foreign keys; and a new case's."""
    path = write_datapackage(case.folder, tmp_path / "out")
    assert valid(path) == []
    package = json.loads(path.read_text(encoding="utf-8"))
    statements = next(r for r in package["resources"] if r["name"] == "statements")
    assert statements["schema"]["primaryKey"] == ["id"]
    assert {"fields": ["speaker"], "reference": {"resource": "actors", "fields": ["id"]}} in statements["schema"][
        "foreignKeys"
    ]
    made = create_case(TEXT.encode(), "new", seeds=tmp_path)
    assert valid(write_datapackage(made.folder, tmp_path / "out-new")) == []


def test_the_data_package_says_what_the_tables_say(case, tmp_path):
    """frictionless refuses the package once a copied table breaks its definition."""
    path = write_datapackage(case.folder, tmp_path / "out")
    table = path.parent / "positions.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("blr-mod,iss-deploy,2", "blr-mud,iss-deploy,3"), "utf-8")
    kinds = {kind for kind, _ in valid(path)}
    assert {"constraint-error", "foreign-key"} <= kinds | {"constraint-error"} & kinds
    assert "foreign-key" in kinds


def test_the_data_package_warns_of_formulas_and_changes_none(case, tmp_path):
    """A cell that a spreadsheet would run is copied as it is, and the package's description says what that means."""
    case.set("actors", "blr", note="=HYPERLINK(1)")
    path = write_datapackage(case.folder, tmp_path / "out")
    assert (path.parent / "actors.csv").read_bytes() == (case.folder / "actors.csv").read_bytes()
    description = json.loads(path.read_text(encoding="utf-8"))["description"]
    assert "kept verbatim" in description
    assert "may run as a formula" in description


def test_a_case_that_fails_halfway_leaves_nothing(tmp_path, monkeypatch):
    """A full disk while the tables are written leaves no folder, hidden or not."""

    def full(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr("onrecord.coding.changing.creating.write_table", full)
    with pytest.raises(OSError, match="no space"):
        create_case(TEXT.encode(), "x", seeds=tmp_path)
    assert list(tmp_path.iterdir()) == []
