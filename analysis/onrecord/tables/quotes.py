"""The quote sheet: what an editor copies, with the speaker at its level, the cue and the sentence."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.verbatim_quotes import verbatim_quotes
from onrecord.wording.citations import cites
from onrecord.wording.naming import actor_name, capital, label, listed, words
from onrecord.wording.reporting import reported
from onrecord.wording.table import Table


def quotes_table(case: Case) -> Table:
    """Words in quote marks as the speaker's own, verbatim, an editor's insertions left out."""
    quotes = verbatim_quotes(case)
    rows = [_quote(case, quote.statement, " […] ".join(filter(None, quote.words))) for quote in quotes.itertuples()]
    return Table(
        "Verbatim quotations",
        ["Speaker", "Words", "Cue", "Note", "Source"],
        rows,
        empty="No attributed statement of this article holds words in quote marks.",
    )


def _quote(case: Case, statement: str, text: str) -> list[str | Markup]:
    row = case.statements.loc[statement]
    own = Markup('<q class="verbatim" data-rows="{}">{}</q>').format(statement, text)
    return [
        capital(actor_name(case, row["speaker"])),
        own,
        cue_cell(case, statement),
        _caution(case, statement),
        cites(case, [statement]),
    ]


def cue_cell(case: Case, statement: str) -> Markup:
    """The cue in the article's words, or that it is shared with another statement."""
    cue = _words(case, statement, "cue")
    return Markup('<q class="verbatim" data-rows="{}">{}</q>').format(statement, cue) if cue else Markup("shared")


def _words(case: Case, statement: str, field: str) -> str:
    return " […] ".join(case.article.text[start:end] for start, end in case.pieces(statement, field))


def _caution(case: Case, statement: str) -> str:
    """What an editor must know before printing it: unnamed, second-hand, part of a sentence, cut."""
    row = case.statements.loc[statement]
    cautions = [words(row["speaker_kind"])]
    if len(row["source_chain"]) > 2:
        inferred = ", as the coder infers" if "nested_source_inferred" in row["flags"] else ""
        cautions.append(f"through {listed([actor_name(case, one) for one in row['source_chain'][1:-1]])}{inferred}")
    if row["quote_type"] == "mixed":
        cautions.append("part of the proposition")
    if isinstance(row["insertion_text"], str):
        cautions.append("an editor’s insertion is left out")
    return "; ".join(cautions)


def paraphrases_table(case: Case) -> Table:
    """Attributed statements without quote marks: the article's words for what a speaker said, not the speaker's own."""
    statements = attributed(case)[lambda frame: frame["quote_type"] == "none"]
    return Table(
        "Paraphrases: the article’s words, not the speaker’s",
        ["Speaker", "As the article reports it", "Source"],
        [_paraphrase(case, statement) for statement in statements.index],
        empty="Every attributed statement holds words in quote marks.",
    )


def _paraphrase(case: Case, statement: str) -> list[str | Markup]:
    speaker = capital(label(case, case.statements.at[statement, "speaker"]))
    return [speaker, reported(case, statement, naming=False), cites(case, [statement])]
