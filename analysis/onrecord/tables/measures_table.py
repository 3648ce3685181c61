"""The measures of a case, each as k of n or with the reason why it is not given."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.measures.attribution import (
    attribution_rate,
    body_sentences_with_attributed,
    narrator_rate,
    unspecified_rate,
)
from onrecord.measures.certainty import hedge_rate
from onrecord.measures.concentration import concentration, effective_voices
from onrecord.measures.draft import is_draft
from onrecord.measures.evaluative_narrator import evaluative_narrator_rate
from onrecord.measures.identified_sources import identified_source_rate, named_individual_rate
from onrecord.measures.quote_share import quote_share, quoted_statement_rate
from onrecord.measures.rate import Rate
from onrecord.measures.value import Value
from onrecord.wording.table import Table

_RATES = {
    attribution_rate: "Counted statements attributed to a source",
    narrator_rate: "Counted statements in the publisher’s own voice",
    unspecified_rate: "Counted statements whose holder is not given",
    body_sentences_with_attributed: "Body sentences with an attributed statement",
    identified_source_rate: "Attributed statements with an identified source",
    named_individual_rate: "Attributed statements of a named person",
    quoted_statement_rate: "Attributed statements with quoted words",
    quote_share: "Characters of the body in quote marks",
    hedge_rate: "Attributed statements with a hedge",
    evaluative_narrator_rate: "Publisher’s statements in evaluative words",
}
_NUMBERS = ("Count", "Rate or value")


def measures_table(case: Case) -> Table:
    """Each measure as k of n, with its rate where n is large enough; of a draft none is given."""
    rows = [_rate(name, measure(case)) for measure, name in _RATES.items()] + _of_voices(case)
    if is_draft(case):
        rows = [[name, "", "not given while its rows are a draft"] for name, *_ in rows]
    return Table("Measures", ["Measure", *_NUMBERS], rows, _NUMBERS)


def _of_voices(case: Case) -> list[list[str]]:
    by_side = "Effective number of voices by side"
    sided = _value(by_side, effective_voices(case, by="side"))
    return [
        _value("Concentration of voices by state or body (Herfindahl, 0 to 1)", concentration(case)),
        _value("Effective number of voices by state or body", effective_voices(case, by="root")),
        sided if case.article.sides else [by_side, "", "the case declares no sides"],
    ]


def _rate(name: str, found: Rate) -> list[str]:
    return [name, found.text, "too few for a rate" if found.value is None else f"{found.value:.1%}"]


def _value(name: str, found: Value) -> list[str]:
    return [name, "", "too few" if found.value is None else f"{found.value:.2f}"]
