"""A speaker with the role that the article gives: "Ana Roe, the mayor of Holm"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_drafted
from onrecord.wording.actors import actor_name
from onrecord.wording.propositions import clause
from onrecord.wording.quoting import span_words

_POINTING = re.compile(
    r"(his|her|its|their|my|our|your|he|she|they|who)\b", re.IGNORECASE
)  # at somebody not named here
_OWNED = re.compile(r"[’']s\b|[,;]")  # words that lead to the name over somebody else's
_LONGEST = 200  # characters; more is no longer a name with a role


def introduced(case: Case, actor: str, opened: Callable[[str], str] = str) -> Markup:
    """`opened` of the words of the article that first name a person with more than the name; the name where none do."""
    row = case.actors.loc[actor]
    adds = _adds_a_role if row["type"] == "person" else _adds_an_owner
    for text in _named_as(case, actor):
        if adds(text, row["name"]):
            return Markup('<span class="content">{}</span>').format(opened(clause(case, text)))
    return Markup("{}").format(opened(actor_name(case, actor)))


def _named_as(case: Case, actor: str) -> Iterator[str]:
    """The words that stand for the actor: where it speaks, then titles before its name, as in "Mayor Ana Roe"."""
    for statement in case.statements.index[case.statements["speaker"] == actor]:
        yield span_words(case, statement, "speaker")
    for text in case.mentions["text"][case.mentions["entity"] == actor]:
        if text.endswith(case.actors.at[actor, "name"]) and not _OWNED.search(text):
            yield text


def _adds_a_role(text: str, name: str) -> bool:
    return name in text and len(name) + 1 < len(text) <= _LONGEST and not _POINTING.match(text)


def _adds_an_owner(text: str, name: str) -> bool:
    """ "Norway's Ministry of Works" before a body's name, or behind it whom it cites."""
    owner = re.fullmatch(rf"(?:the )?[A-Z][\w. -]*[’']s {re.escape(name)}", text, re.IGNORECASE)
    cites = re.fullmatch(rf"(?:the )?{re.escape(name)}, (?:citing|quoting) .+", text, re.IGNORECASE)
    return len(text) <= _LONGEST and bool(owner or cites)


def drafted_owner(case: Case, statement: str) -> Markup:
    """ "his father Bo Roe", "their government" where a draft has the speaker so; "" elsewhere."""
    text, name = (
        span_words(case, statement, "speaker"),
        case.actors.at[case.statements.at[statement, "speaker"], "name"],
    )
    owned = re.fullmatch(rf"(his|her|its|their) (.+ )?{re.escape(name)}", text, re.IGNORECASE)
    told = is_drafted(case, statement) and owned and len(text) <= _LONGEST
    return Markup('<span class="content">{}</span>').format(clause(case, text)) if told else Markup("")


def opening(case: Case, actor: str) -> Markup:
    """`introduced` as a subject: with a comma behind a role that stands between commas."""
    words = introduced(case, actor)
    return words + "," if "," in words else words
