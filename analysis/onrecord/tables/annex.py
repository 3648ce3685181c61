"""The tables of the source and method annex: measures, vocabularies in use, counts, notes, warnings, hashes."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.coding.tables import OWN_WORDS, TABLES
from onrecord.measures.attribution import (
    attribution_rate,
    body_sentences_with_attributed,
    narrator_rate,
    unspecified_rate,
)
from onrecord.measures.certainty import hedge_rate
from onrecord.measures.concentration import concentration, effective_voices
from onrecord.measures.counted import drafted_narrator_rows
from onrecord.measures.evaluative_narrator import evaluative_narrator_rate
from onrecord.measures.identified_sources import identified_source_rate, named_individual_rate
from onrecord.measures.quote_share import quote_share, quoted_statement_rate
from onrecord.measures.rate import Rate
from onrecord.wording.citations import NoEvidenceError, cites
from onrecord.wording.naming import capital, plain, words
from onrecord.wording.table import Table

_RATES = (
    ("Counted statements attributed to a source", attribution_rate),
    ("Counted statements in the publisher’s own voice", narrator_rate),
    ("Counted statements whose holder is not given", unspecified_rate),
    ("Body sentences with an attributed statement", body_sentences_with_attributed),
    ("Attributed statements with an identified source", identified_source_rate),
    ("Attributed statements of a named person", named_individual_rate),
    ("Attributed statements with quoted words", quoted_statement_rate),
    ("Characters of the body in quote marks", quote_share),
    ("Attributed statements with a hedge", hedge_rate),
    ("Publisher’s statements in evaluative words", evaluative_narrator_rate),
)
# Shares that one narrator row a sentence, as a program drafts them, would make up.
_OF_NARRATOR_ROWS = (attribution_rate, narrator_rate, unspecified_rate, evaluative_narrator_rate)


def measures_table(case: Case) -> Table:
    """Each measure as k of n, with its rate where n is large enough; concentration stands only here."""
    drafted = drafted_narrator_rows(case)
    rows = [_rate(name, measure(case)) for name, measure in _RATES if not (drafted and measure in _OF_NARRATOR_ROWS)]
    if drafted:
        rows += [[name, "", "not given while its rows are a draft"] for name, m in _RATES if m in _OF_NARRATOR_ROWS]
    rows += [_value("Concentration of voices by state or body (Herfindahl, 0 to 1)", concentration(case))]
    rows += [_value("Effective number of voices by state or body", effective_voices(case, by="root"))]
    by_side = "Effective number of voices by side"
    sided = _value(by_side, effective_voices(case, by="side"))
    rows += [sided if case.article.sides else [by_side, "", "the case declares no sides"]]
    return Table("Measures", ["Measure", "Count", "Rate or value"], rows, frozenset({"Count", "Rate or value"}))


def _rate(name: str, found: Rate) -> list[str]:
    return [name, found.text, "too few for a rate" if found.value is None else f"{found.value:.1%}"]


def _value(name: str, found: object) -> list[str]:
    return [name, "", "too few" if found.value is None else f"{found.value:.2f}"]


def counts_table(case: Case) -> Table:
    """How many rows each table of the coding has."""
    rows = [
        [capital(name), f"{len(getattr(case, name)):,}" if case.coded(name) else "not coded", _first_line(model)]
        for name, model in TABLES.items()
    ]
    return Table("The coding, by table", ["Table", "Rows", "What a row is"], rows, frozenset({"Rows"}))


def _first_line(model: type) -> str:
    return model.__doc__.strip().splitlines()[0]


def notes_table(case: Case) -> Table:
    """Warnings about the source and the coder's hard judgements, with how each was settled."""
    return Table(
        "Judgements and warnings of the coding",
        ["Kind", "What", "Settled as", "Source"],
        [_note(case, row) for _, row in case.notes.iterrows()],
        empty="The coder left no note." if case.coded("notes") else "Notes are not coded in this case.",
    )


def _note(case: Case, row: pd.Series) -> list[str | Markup]:
    resolution = "" if pd.isna(row["resolution"]) else plain(case, row["resolution"])
    return [capital(words(row["kind"])), plain(case, row["detail"]), resolution, _cited(case, row["ref"])]


def _cited(case: Case, refs: tuple[str, ...]) -> Markup:
    if refs and set(refs) <= set(case.sentences.index):
        return Markup("{}").format(", ".join(refs))
    known = [ref for ref in refs if any(ref in getattr(case, table).index for table in TABLES if table != OWN_WORDS)]
    try:
        return cites(case, known)
    except (NoEvidenceError, KeyError):
        return Markup("whole article")


def warnings_table(case: Case) -> Table:
    """What the checks warn of; none of it stops a build."""
    rows = [[p.code, f"{p.file}:{p.row}" if p.row else p.file, p.message] for p in case.problems]
    return Table(
        "Warnings of the checks", ["Code", "Where", "What"], rows, empty="The checks of this case give no warning."
    )
