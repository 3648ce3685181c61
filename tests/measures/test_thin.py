"""Thin cases are measured: nothing raises, counts stand, and reasons come where a number would mislead."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator

import onrecord.measures
import pandas as pd
import pytest
from onrecord.coding.case import Case, open_case
from onrecord.measures.attribution import attribution_rate, body_sentence_shares
from onrecord.measures.coded_stances import coded_stances
from onrecord.measures.concentration import concentration, effective_voices
from onrecord.measures.congruence import dyads
from onrecord.measures.contested_issues import contested_rate
from onrecord.measures.corpus import Corpus
from onrecord.measures.dyad_network import Network, dyad_network
from onrecord.measures.evaluative_narrator import evaluative_narrator_rate
from onrecord.measures.minimums import SINGULAR, too_few
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.quote_share import quote_share
from onrecord.measures.rate import Rate
from onrecord.measures.speakers import root_counts
from onrecord.measures.value import Value

from .conftest import edit

GIVEN = ("pd.DataFrame", "Rate", "Value", "Network", "bool")


def measures() -> Iterator[tuple[str, Callable]]:
    """Every measure that takes nothing but a case."""
    for module in pkgutil.iter_modules(onrecord.measures.__path__):
        loaded = importlib.import_module(f"onrecord.measures.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            parameters = list(inspect.signature(function).parameters.values())
            alone = [p for p in parameters if p.default is inspect.Parameter.empty]
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            measure = inspect.signature(function).return_annotation in GIVEN
            if own and measure and [p.name for p in alone] in (["case"], ["cases"]):
                yield f"{module.name}.{name}", function


MEASURES = dict(measures())
ROWS_THEMSELVES = {"counted.counted", "counted.attributed", "counted.narrated", "sentences.body"}


@pytest.fixture
def thin(folder, one_sentence, request) -> Case:
    """One of the thin cases, by name."""
    if request.param == "no positions":
        edit(folder, "positions", lambda rows: [])
        for table in ("tensions", "notes"):  # some of their rows rest on positions
            (folder / f"{table}.csv").unlink()
        return open_case(folder)
    if request.param == "one attributed sentence":
        return one_sentence("S13", {"st-20"}, {"p-08"}, {"ukr", "rus", "aje"}, {"iss-airspace"})
    if request.param == "one actor":
        return one_sentence("S14", {"st-21", "st-22"}, set(), {"aje"}, set())
    if request.param == "no statements":
        return one_sentence("S14", set(), set(), {"aje"}, set())
    raise ValueError(request.param)


THIN = ["no positions", "one attributed sentence", "one actor", "no statements"]


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("thin", THIN, indirect=True)
def test_a_thin_case_has_the_columns_of_the_seed(thin: Case, case: Case, name: str):
    """Each measure of a thin case has the columns and dtypes that it has of the seed, or a number or a reason."""
    found, full = MEASURES[name](thin), MEASURES[name](case)
    assert type(found) is type(full)
    if isinstance(found, pd.DataFrame):
        assert list(found.columns) == list(full.columns)
        assert found.dtypes.astype(str).to_dict() == full.dtypes.astype(str).to_dict()
    elif isinstance(found, Rate | Value):
        assert (found.value is None) == bool(found.reason)


@pytest.mark.parametrize("name", [name for name in MEASURES if name not in ROWS_THEMSELVES])
def test_every_frame_and_number_rests_on_rows_of_the_case(case: Case, name: str):
    """Each row of a frame names rows of the case, tuples of ids; so do rates and values."""
    known = set()
    for table in ("statements", "positions", "events", "relations", "tensions", "sentences", "issues"):
        known |= set(getattr(case, table).index)
    found = MEASURES[name](case)
    if isinstance(found, pd.DataFrame):
        assert found["rows"].map(lambda rows: isinstance(rows, tuple)).all()
        cited = {row for rows in found["rows"] for row in rows}
    elif isinstance(found, Rate):
        cited = set(found.ids) | set(found.of)
        assert len(found.of) == found.n or "code points" in found.what
    elif isinstance(found, Value | Network):
        cited = set(found.ids)
    else:
        assert isinstance(found, bool)
        return
    assert cited <= known


@pytest.mark.parametrize("thin", ["no statements"], indirect=True)
def test_nothing_said_gives_reasons(thin: Case):
    """Without a statement there is no rate, no concentration and no voice, and each says why."""
    assert attribution_rate(thin).text == "0 of 0"
    assert attribution_rate(thin).reason.startswith("There are no counted statements; a rate needs at least 10")
    assert concentration(thin).value is None
    assert effective_voices(thin, by="side").reason.startswith("There are no attributed statements")
    assert quote_share(thin).value == 0.0
    assert body_sentence_shares(thin)["voice"].tolist() == ["none"]


@pytest.mark.parametrize("thin", ["one attributed sentence"], indirect=True)
def test_one_sentence_gives_counts(thin: Case):
    """One statement is counted, not turned into a share of 100 per cent; its target is not heard."""
    assert attribution_rate(thin).text == "1 of 1"
    assert attribution_rate(thin).reason.startswith("There is only one counted statement; ")
    assert root_counts(thin)["n"].tolist() == [1]
    assert root_counts(thin)["share"].isna().all()
    assert spoken_about_not_heard(thin)["actor"].tolist() == ["rus"]
    assert coded_stances(thin)["stance"].tolist() == [2]


@pytest.mark.parametrize("thin", ["no positions"], indirect=True)
def test_no_positions_leave_the_rest_standing(thin: Case):
    """Without positions there are no dyads and no contested issues; what is said is measured all the same."""
    assert attribution_rate(thin).text == "14 of 24"
    assert len(dyads(thin)) == 0
    assert contested_rate(thin).reason.startswith("There are no issues with a stated position")
    assert dyad_network(thin).graph is None


def test_the_minimum_parts_nine_from_ten(case: Case, variant):
    """A rate of nine is a count with a reason, a rate of ten a number."""
    nine = evaluative_narrator_rate(case)
    assert (nine.n, nine.value) == (9, None)
    assert nine.reason == (
        "There are only 9 narrator statements; a rate needs at least 10, "
        "because one more or less would move it by more than ten points."
    )
    statements = case.statements
    ten = evaluative_narrator_rate(variant(statements=statements.assign(counted=True)))
    assert (ten.n, ten.value, ten.reason) == (10, 0.2, "")


def test_every_unit_has_its_singular():
    """A reason can be worded for none, one and two of everything that is counted."""
    for plural, singular in SINGULAR.items():
        assert too_few("network", 0, plural).startswith(f"There are no {plural};")
        assert too_few("network", 1, plural).startswith(f"There is only one {singular};")
        assert too_few("network", 2, plural).startswith(f"There are only 2 {plural};")
        assert too_few("network", 3, plural) == ""


def test_a_stack_of_one_measures_as_its_case(case: Case):
    """Measures of a corpus of one case equal those of the case; ids carry the case, unnamed actors too."""
    stack = Corpus([case])
    assert attribution_rate(stack).text == attribution_rate(case).text
    assert root_counts(stack)[["root", "n", "share"]].equals(root_counts(case)[["root", "n", "share"]])
    assert quote_share(stack).text == quote_share(case).text
    assert list(spoken_about_not_heard(stack)["actor"]) == ["rus", "rus-mil", f"{case.id}/west"]
    assert attribution_rate(stack).ids[0] == f"{case.id}/st-03"


@pytest.mark.parametrize("name", MEASURES)
def test_a_stack_is_measured_like_a_case(case: Case, variant, name: str):
    """Each measure takes several cases and gives the shape that it gives of one."""
    found, full = MEASURES[name](Corpus([case, variant("second")])), MEASURES[name](case)
    assert type(found) is type(full)
    if isinstance(found, pd.DataFrame):
        assert [column for column in found.columns if column != "case"] == [c for c in full.columns if c != "case"]
    elif isinstance(found, Rate):
        assert (found.k, found.n) == (2 * full.k, 2 * full.n) or "stated position" in found.what
