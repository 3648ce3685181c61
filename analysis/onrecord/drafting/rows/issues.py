"""The rows of issues: what statements commit their speakers to, each proposition once (rules P1 to P4)."""

from __future__ import annotations

import re

from onrecord.coding.vocabularies import NOT_COMMITTING
from onrecord.drafting.rows.acts import act_of
from onrecord.drafting.rows.drafted import Drafted, significant
from onrecord.drafting.rows.propositions import Proposition, blamed, proposition, urged
from onrecord.drafting.rows.row import IssueRow, StatementRow
from onrecord.drafting.sources.actors import Actor, slug, unique

ARTICLES = ("the", "a", "an")
WORDS_OF_AN_ID = 4
UNFIRM = ("U", "PS")  # certainties that commit to nothing
INSERTION = re.compile(r" ?\[[^\]]*\]")
QUOTE_MARK = re.compile(r"[“”\"]")


class Issues:
    """The issues of a draft; `actors` by id, and `names`: how a proposition names an actor."""

    def __init__(self, actors: dict[str, Actor], names: dict[str, str]):
        self.actors, self.names = actors, names
        self.by_words: dict[tuple[str, ...], IssueRow] = {}
        self.taken: set[str] = set()

    def proposition(self, one: Drafted) -> Proposition | None:
        """What the statement commits its speaker to, or None."""
        if not commits(one.row) or self.actors[one.speaker.actor].kind == "document":
            return None
        return proposition_of(one, self.names.get(one.speaker.actor, ""))

    def issue(self, found: Proposition, one: Drafted) -> IssueRow:
        """The issue whose proposition has the same words but for articles; a near one is another (rule P3)."""
        words = compared(found.text)
        if words not in self.by_words:
            self.by_words[words] = self.new(found, one)
        return self.by_words[words]

    def rows(self) -> list[IssueRow]:
        """The rows of the issues that were met, in the order of their first statements."""
        return list(self.by_words.values())

    def new(self, found: Proposition, one: Drafted) -> IssueRow:
        """The row of an issue that was not met before."""
        return IssueRow(
            id=unique(id_of(found.text), self.taken),
            proposition=found.text,
            kind=found.kind,
            group=self.first_named(found.text) or one.speaker.actor,
            confidence="low",
            rule="draft:proposition_of_a_clause",
        )

    def first_named(self, text: str) -> str:
        """The actor that a text names first, or ''."""
        names = ((name, actor.id) for actor in self.actors.values() for name in (actor.name, *actor.aliases))
        return min(((text.find(name), actor) for name, actor in names if name in text), default=(0, ""))[1]


def compared(text: str) -> tuple[str, ...]:
    """The words, in small letters and without articles, by which two propositions are one."""
    return tuple(word for word in re.findall(r"\w+", text.casefold()) if word not in ARTICLES)


def id_of(text: str) -> str:
    """An issue's id from the first words that tell its proposition from others."""
    telling = significant(text)
    words = [word for word in re.findall(r"[\w’'-]+", text) if word.lower() in telling]
    return "iss-" + slug(" ".join(words[:WORDS_OF_AN_ID]), "issue")


def commits(row: StatementRow) -> bool:
    """Whether a statement, by its codes, can commit its speaker to what it says in this one sentence."""
    return (
        row.attribution == "attributed"
        and row.counted
        and row.speech_act not in NOT_COMMITTING
        and row.quote_type != "direct"
        and row.cue_class != "distancing"
        and row.certainty not in UNFIRM
        and "source_open" not in row.flags
        and "-" not in row.sentence
    )


def proposition_of(one: Drafted, subject: str) -> Proposition | None:
    """The proposition in a statement's content, by what its cue makes of it; `subject` names the speaker."""
    made_of = act_of(one.item.lemma).issue
    if made_of == "demand":
        return urged(one.content)
    if made_of == "blame" and one.item.rule == "object_phrase":
        return blamed(one.content)
    if made_of != "statement" or one.at.drafts != "clause":
        return None
    return proposition(unmarked(one.content) if one.row.quote_type == "mixed" else one.content, subject)


def unmarked(content: str) -> str:
    """The content without quote marks and what an editor put in."""
    return QUOTE_MARK.sub("", INSERTION.sub("", content))
