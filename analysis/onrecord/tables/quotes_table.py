"""The verbatim quotations of an article, as an editor copies them: speaker at its level, words, cue, what to mind."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_drafted
from onrecord.measures.verbatim_quotes import verbatim_quotes
from onrecord.wording.citations import cites
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import english
from onrecord.wording.introducing import introduced
from onrecord.wording.naming import capital
from onrecord.wording.quoting import quoted, span_words, verbatim
from onrecord.wording.relaying import relayed_through
from onrecord.wording.table import Table


def quotes_table(case: Case) -> Table:
    """Words in quote marks as the speaker's own, verbatim, an editor's insertions in their brackets."""
    quotes = verbatim_quotes(case)
    return Table(
        "Verbatim quotations",
        ["Words, verbatim", "Speaker", "Cue", "Before printing", "Source"],
        [_quote(case, str(quote)) for quote in quotes["statement"]],
        empty=drafted_as(
            case,
            "no words in quote marks as a speaker’s own",
            "No attributed statement of this article holds words in quote marks.",
        ),
    )


def _quote(case: Case, statement: str) -> list[str | Markup]:
    return [
        quoted(case, statement),
        introduced(case, case.statements.at[statement, "speaker"], capital),
        _cue(case, statement),
        capital("; ".join(filter(None, _cautions(case, statement)))),
        cites(case, [statement]),
    ]


def _cue(case: Case, statement: str) -> Markup:
    """The cue in the article's words, or that it is shared with another statement."""
    cue = span_words(case, statement, "cue")
    return verbatim(statement, cue) if cue else Markup("shared")


def _cautions(case: Case, statement: str) -> Iterator[str]:
    """What an editor must know before printing it: unnamed, second-hand, part of a sentence, cut."""
    row = case.statements.loc[statement]
    if not is_drafted(case, statement):  # whether a source is named, a program does not know
        yield english("speaker_kind", row["speaker_kind"], "before printing")
    yield relayed_through(case, statement)
    if row["quote_type"] == "mixed":
        yield "part of what is said"
    if isinstance(row["insertion_text"], str):
        yield "words in square brackets are an editor’s"
