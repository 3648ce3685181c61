"""Each measure of the seed has the value that was computed apart from this package."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from onrecord.coding.case import Case
from onrecord.measures import (
    attribution,
    certainty,
    concentration,
    congruence,
    contested_issues,
    counted,
    evaluative_narrator,
    events,
    identified_sources,
    not_heard,
    quote_share,
    sentences,
    speakers,
    verbatim_quotes,
)
from onrecord.measures.tally import tally

from .conftest import EXPECTED


def counts(frame, by: str, value: str = "n") -> dict[str, Any]:
    """A frame of counts as the fixture writes it."""
    return dict(zip(frame[by], frame[value], strict=True))


def nested(frame) -> dict[str, dict[str, int]]:
    """Certainty by attribution as the fixture writes it."""
    return {name: counts(group, "certainty") for name, group in frame.groupby("attribution")}


def dyads(case: Case) -> dict[str, dict[str, Any]]:
    """Dyads as the fixture writes them."""
    return {
        f"{dyad.a}~{dyad.b}": {
            "congruence": dyad.congruence,
            "conflict": dyad.conflict,
            "subtract": dyad.subtract,
            "average_activity": dyad.subtract_normed,
            "same_root": dyad.same_root,
        }
        for dyad in congruence.dyads(case).itertuples()
    }


def tallied(table: str, column: str) -> Callable[[Case], dict[str, Any]]:
    """How many rows of a table have each value of a column."""
    return lambda case: counts(tally(getattr(case, table), column), column)


def of_attributed(column: str) -> Callable[[Case], dict[str, Any]]:
    """How many attributed statements have each value of a column."""
    return lambda case: counts(tally(counted.attributed(case), column), column)


def voices(case: Case) -> dict[str, tuple[str, ...]]:
    """Body sentences by the best sourced of their statements."""
    return dict(attribution.body_sentence_shares(case).set_index("voice")["rows"])


def roots_not_heard(case: Case) -> list[str]:
    """Roots of those not heard for which nobody speaks."""
    silent = not_heard.spoken_about_not_heard(case)
    return list(dict.fromkeys(silent["root"][~silent["root_heard"]]))


def issues_of_two(case: Case, who: str) -> list[str]:
    """Issues with positions of two or more `who`."""
    found = contested_issues.contested_issues(case)
    return list(found["issue"][found[who].map(len) >= 2])


MEASURED: dict[str, Callable[[Case], Any]] = {
    "sentences": lambda c: len(c.sentences),
    "body_sentences": lambda c: len(sentences.body(c)),
    "statements": lambda c: len(c.statements),
    "counted_statements": lambda c: len(counted.counted(c)),
    "attribution_counts": lambda c: counts(attribution.attribution_counts(c), "attribution"),
    "attribution_rate": lambda c: attribution.attribution_rate(c).value,
    "body_sentences_with_attributed": lambda c: attribution.body_sentences_with_attributed(c).k,
    "narrator_only_body_sentences": lambda c: list(voices(c)["narrator"]),
    "speaker_counts": lambda c: counts(speakers.speaker_counts(c), "speaker"),
    "root_counts": lambda c: counts(speakers.root_counts(c), "root"),
    "root_share": lambda c: counts(speakers.root_counts(c), "root", "share"),
    "side_counts": lambda c: counts(speakers.side_counts(c), "side"),
    "concentration_by_root": lambda c: concentration.concentration(c).value,
    "effective_voices_by_root": lambda c: concentration.effective_voices(c).value,
    "effective_voices_by_side": lambda c: concentration.effective_voices(c, by="side").value,
    "speaker_kinds": of_attributed("speaker_kind"),
    "identified_source_rate": lambda c: identified_sources.identified_source_rate(c).value,
    "named_individual_rate": lambda c: identified_sources.named_individual_rate(c).value,
    "quoted_code_points": lambda c: counts(verbatim_quotes.verbatim_quotes(c), "statement", "code_points"),
    "body_code_points": lambda c: quote_share.quote_share(c).n,
    "quote_share": lambda c: quote_share.quote_share(c).value,
    "quoted_statement_rate": lambda c: quote_share.quoted_statement_rate(c).value,
    "certainty_by_attribution": lambda c: nested(certainty.certainty_by_attribution(c)),
    "hedge_rate": lambda c: certainty.hedge_rate(c).value,
    "speech_acts": of_attributed("speech_act"),
    "cue_classes": of_attributed("cue_class"),
    "evaluative_narrator_statements": lambda c: list(evaluative_narrator.evaluative_narrator_rate(c).ids),
    "positions_self_stated": lambda c: tallied("positions", "basis")(c)["self_stated"],
    "positions_attributed": lambda c: sum(
        n for basis, n in tallied("positions", "basis")(c).items() if basis.startswith("attributed")
    ),
    "issues_with_self_stated_position": lambda c: contested_issues.contested_rate(c).n,
    "issues_with_two_roots": lambda c: len(issues_of_two(c, "roots")),
    "issues_with_two_actors": lambda c: issues_of_two(c, "actors"),
    "dyads": dyads,
    "dyads_between_roots": lambda c: len(congruence.dyads_between_roots(c)),
    "spoken_about_not_heard": lambda c: list(not_heard.spoken_about_not_heard(c)["actor"]),
    "roots_not_heard": roots_not_heard,
    "events_by_status": lambda c: counts(events.events_by_status(c), "status"),
    "events_by_confirmation": tallied("events", "confirmation"),
    "relations_by_basis": tallied("relations", "basis"),
    "tensions_by_logic": tallied("tensions", "logic"),
}


def test_every_expected_value_is_compared():
    """No key of the fixture is left over, and none is measured that it does not hold."""
    assert set(MEASURED) == set(EXPECTED)


@pytest.mark.parametrize("key", EXPECTED)
def test_the_seed_measures_as_expected(case: Case, key: str):
    """The measure equals the fixture; fractions to the four decimals that it gives."""
    assert rounded(MEASURED[key](case)) == EXPECTED[key]


def rounded(value: Any) -> Any:
    """`value` with every fraction to four decimals."""
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return round(float(value), 4) if isinstance(value, float) else value


def test_counts_of_the_designs(case: Case):
    """What briefings.md gives for the seed beside the fixture: narrator 9 of 24, contested 0 of 10."""
    assert attribution.narrator_rate(case).text == "9 of 24"
    assert attribution.unspecified_rate(case).text == "1 of 24"
    assert contested_issues.contested_rate(case).text == "0 of 10"
    assert quote_share.quote_share(case).text == "246 of 2,082"
    assert evaluative_narrator.evaluative_narrator_rate(case).text == "2 of 9"
