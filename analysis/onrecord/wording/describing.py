"""A row of the coding in one line, for the list of sources: what it says, in plain words, without judging it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_drafted
from onrecord.wording.dates import as_written
from onrecord.wording.english import all_english, english
from onrecord.wording.naming import label, listed, typeset, words
from onrecord.wording.quoting import span_words, verbatim


def describe(case: Case, row: str) -> Markup:
    """The row's id, then what it says. KeyError for a row that has no words in the article."""
    for table, describer in _DESCRIBERS.items():
        frame = getattr(case, table)
        if row in frame.index:
            return Markup("<code>{}</code> {}").format(row, describer(case, frame.loc[row]))
    raise KeyError(row)


def _statement(case: Case, row: pd.Series) -> str:
    parts = [
        f"{_voice(case, row)}: {words(row['speech_act'])}",
        english("certainty", row["certainty"], "source list"),
        _through(case, row),
        "" if row["counted"] else "not counted",
    ]
    return _with_doubt(", ".join(filter(None, parts)), row)


def _voice(case: Case, row: pd.Series) -> str:
    if is_drafted(case, str(row.name)):  # whether a source is named, a program does not know
        return english("attribution", row["attribution"], "source list of a draft") or label(case, row["speaker"])
    voice = english("attribution", row["attribution"], "source list")
    return voice or f"{label(case, row['speaker'])} ({words(row['speaker_kind'])})"


def _through(case: Case, row: pd.Series) -> str:
    between = row["source_chain"][1:-1]
    return f"through {listed([label(case, actor) for actor in between])}" if between else ""


def _event(case: Case, row: pd.Series) -> str:
    by = listed([label(case, actor) for actor in row["reported_by"]])
    return _with_doubt(f"{words(row['status'])}: {typeset(row['title'])} ({by})", row)


def _relation(case: Case, row: pd.Series) -> str:
    tie = f"{label(case, row['source'])} {words(row['type'])} {label(case, row['target'])}"
    return _with_doubt(f"{words(row['basis'])}: {tie} ({label(case, row['asserted_by'])})", row)


def _mention(case: Case, row: pd.Series) -> Markup:
    shown = verbatim("", span_words(case, str(row.name), "mention"))
    return Markup("{} names {}").format(shown, _named(case, row))


def _named(case: Case, row: pd.Series) -> str:
    """What a mention names: an actor, a place or a date; of a case without such a table no more than the kind."""
    if pd.isna(row["entity"]):
        return f"a {row['kind']}"
    if row["kind"] == "date":
        return as_written(case, row["entity"])
    known = case.actors if row["kind"] == "actor" else case.places
    return known.at[row["entity"], "name"]


def _date(case: Case, row: pd.Series) -> str:
    return f"date: {as_written(case, str(row.name))}"


def _with_doubt(text: str, row: pd.Series) -> str:
    """The confidence of the coding, where it is not high."""
    return text + all_english("confidence", "source list").get(row["confidence"], "")


_DESCRIBERS: dict[str, Callable[[Case, pd.Series], str | Markup]] = {
    "statements": _statement,
    "events": _event,
    "relations": _relation,
    "mentions": _mention,
    "dates": _date,
}
