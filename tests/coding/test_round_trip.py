"""Whatever is written is read again, and whatever is read raises nothing."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from onrecord.coding.changing.creating import create_case
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.coding.records import read_records
from onrecord.coding.storing.writing import table_bytes, write_table
from onrecord.coding.tables import TABLES
from onrecord.problems import ProblemsError

SEED = Path(__file__).parents[2] / "seeds" / "belarus-troops-2023"
FILES = {path.name: path.read_bytes() for path in SEED.iterdir()}
CELLS = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ['"', ",", "\r", "\n", "\r\n", "|"]
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_any_cells_survive_being_saved_and_loaded(lines):
    """Quotes, commas and line ends of every kind come back as they were."""
    header = ["id", "proposition", "note"]
    rows = [dict(zip(header, line, strict=True)) for line in lines]
    data = table_bytes(header, rows)
    assert list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True)) == rows
    assert data.count(b"\n") >= 1 + len(lines)


def test_every_table_of_the_seed_is_written_as_it_was(tmp_path):
    """read_records and write_table are the same cells both ways."""
    for name in TABLES:
        problems: list = []
        table = read_records(SEED, name, problems)
        if table:
            written = write_table(tmp_path, name, [record.cells for record in table.records], table.header)
            assert read_records(tmp_path, name, problems) == table
            assert b"\r" not in written.read_bytes()


@st.composite
def damaged(draw) -> dict[str, bytes]:
    """The seed's files, one or two of them with bytes cut out, put in, or thrown away."""
    files = dict(FILES)
    for name in draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=2, unique=True)):
        data = files[name]
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 200)))
        put = draw(
            st.binary(max_size=12) | st.sampled_from([b'"', b",", b"\n", b"|", b"#1", b"S01", b"-", b"\0", b"st-01"])
        )
        files[name] = data[:start] + put + data[end:]
    return files


@given(damaged())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_damage_makes_the_checks_raise(files):
    """Reading and checking answer damaged files with problems only, each on one line."""
    with tempfile.TemporaryDirectory() as name:
        for file, data in files.items():
            (Path(name) / file).write_bytes(data)
        for problem in check(read_coding(Path(name))):
            assert "\n" not in str(problem)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.text(max_size=10), st.text(max_size=10))
@settings(max_examples=60, deadline=None)
def test_any_article_makes_a_case_or_is_refused(text, headline, publisher):
    """create_case makes a case without errors of any text, or raises the problems of its text."""
    with tempfile.TemporaryDirectory() as name:
        seeds = Path(name)
        try:
            made = create_case(text.encode(), "x", seeds=seeds, headline=headline, publisher=publisher)
        except ProblemsError as error:
            refused = {p.code for p in error.problems}
        else:
            refused = set()
            assert not [p for p in check(read_coding(made.folder)) if p.level == "error"]
        assert refused <= {"E-TEXT-EMPTY", "E-TEXT-ENCODING"}
        assert bool(refused) != (seeds / "x").exists()
