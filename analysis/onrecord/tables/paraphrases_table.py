"""What speakers are reported to say without quote marks."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.wording.citations import cites
from onrecord.wording.drafted import drafted_as
from onrecord.wording.introducing import introduced
from onrecord.wording.naming import capital
from onrecord.wording.relaying import without_speaker
from onrecord.wording.table import Table


def paraphrases_table(case: Case) -> Table:
    """Attributed statements without quote marks: the article's words for what a speaker said, not the speaker's own."""
    statements = attributed(case)[lambda frame: frame["quote_type"] == "none"]
    return Table(
        "Paraphrases: the article’s words, not the speaker’s",
        ["Speaker", "As the article reports it", "Source"],
        [_paraphrase(case, statement) for statement in statements.index],
        empty=drafted_as(case, "no other statement", "Every attributed statement holds words in quote marks."),
    )


def _paraphrase(case: Case, statement: str) -> list[str | Markup]:
    speaker = introduced(case, case.statements.at[statement, "speaker"], capital)
    return [speaker, without_speaker(case, statement), cites(case, [statement])]
