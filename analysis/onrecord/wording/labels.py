"""Labels of figures and of their tables: names instead of ids, words instead of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.measures.draft import is_draft
from onrecord.wording.citations import evidence, sentence_of
from onrecord.wording.naming import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.coding.case import Case


def voice_name(case: Case, actor: object) -> str:
    """The actor's name; the publisher's for the narrator, "nobody named" for an implied holder, "" for none.

    In a draft such a holder is left open.
    """
    if not isinstance(actor, str):
        return ""
    if actor == case.narrator:
        return case.article.publisher.name
    if actor not in case.actors.index:
        return actor
    row = case.actors.loc[actor]
    if row["type"] == "unspecified":
        return "a holder left open" if is_draft(case) else "nobody named"
    return row["name"] if isinstance(row["name"], str) else actor


def speaker_label(case: Case, statement: str) -> str:
    """The name of who makes a statement, by `voice_name`."""
    return voice_name(case, case.statements["speaker"].get(statement))


def signed(stance: int) -> str:
    """A stance as it is printed: ``+2``, ``0``, ``−1`` (with a true minus)."""
    return f"{stance:+d}".replace("-", "−") if stance else "0"


def stance_label(stance: int, dagger: bool) -> str:
    """A stance with the dagger of a source that is not named or is heard through another: ``+2†``."""
    return signed(int(stance)) + ("†" if dagger else "")


def slug_words(slug: object) -> str:
    """A slug in words, with a capital: ``air-space_use`` gives "Air space use"."""
    return capital(slug.replace("-", " ").replace("_", " ").strip()) if isinstance(slug, str) else ""


def several(number: int, one: str, many: str = "") -> str:
    """``1 statement``, ``2 statements``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence_label(case: Case, row: str) -> str:
    """The label of the sentence, or range of sentences, that a row with words in the article stands in."""
    return sentence_of(case, row).replace("-", "–")


def sentence_labels(case: Case, rows: Iterable[str]) -> str:
    """Labels of the sentences that `rows` rest on, in text order, each once: ``S04, S09``."""
    return ", ".join(dict.fromkeys(sentence_label(case, row) for row in evidence(case, rows)))


def k_of_n(row: Any) -> str:
    """``11 of 14 (79%)`` of a row with `n`, `of` and `share`; a percentage only where there is a share."""
    return f"{row.n} of {row.of}" + (f" ({row.share:.0%})" if row.share == row.share else "")
