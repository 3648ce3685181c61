"""The head of a briefing: what it speaks of, as of when, on what coding, and whether a person has reviewed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.house.style import house
from onrecord.measures.attribution import attribution_rate
from onrecord.measures.draft import is_draft
from onrecord.measures.sentences import body
from onrecord.wording.actors import actor_name
from onrecord.wording.claim import Prose, note
from onrecord.wording.coding_basis import basis_line, signing_word, unread_part, unreviewed_line
from onrecord.wording.dates import date_words
from onrecord.wording.drafted import ELSEWHERE, statements_drafted
from onrecord.wording.english import english
from onrecord.wording.naming import capital, counted_word, times
from onrecord.wording.propositions import issue_clause

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".replace(" ", "|")
_DISTANT = re.compile(
    rf"\b(?:yesterday|today|tomorrow|tonight|(?:this|last|next) (?:week|month|year)|(?:{_DAYS})(?!,? \d| \w+ \d))\b",
    re.IGNORECASE,
)


def banner(
    case: Case,
    briefing: str,
    *,
    actor: str = "",
    issue: str = "",
    marking: str = "",
    analyst: str = "",
) -> Prose:
    """The banner of the briefing named `briefing` ("Situation brief"), on one actor or issue where given.

    The house's marking and analyst stand where none is given.
    """
    own = house()
    head = _Head(case, briefing, _subject(case, actor, issue), marking or own.marking, analyst or own.analyst)
    return Prose(
        (
            Markup('<header class="banner" {}>').format(_attributes(head)),
            _line("marking", head.marking),
            _line("kind", briefing if head.subject else ""),
            Markup("<h1>{}</h1>").format(head.subject or briefing),
            _line("subtitle", f"On the article “{case.article.headline or case.id}”"),
            _line("about", _source_and_date(case)),
            _line("about", Markup(" ").join(_basis(head))),
            note(_drafted(head)) if is_draft(case) else Markup(""),
            Markup("</header>"),
        )
    )


def _drafted(head: _Head) -> str | Markup:
    """How much the draft has coded, and where it saw more; on one actor or issue, where that stands."""
    return ELSEWHERE if head.subject else statements_drafted(head.case)


def _line(name: str, text: str) -> Markup:
    return Markup('<p class="{}">{}</p>').format(name, text) if text else Markup("")


def _attributes(head: _Head) -> Markup:
    return Markup(" ").join(Markup('data-{}="{}"').format(name, value) for name, value in _data(head).items())


@dataclass(frozen=True)
class _Head:
    """What a banner is made of; `subject` is the name of the actor or the proposition, "" for neither."""

    case: Case
    briefing: str
    subject: str
    marking: str
    analyst: str

    @property
    def title(self) -> str:
        return f"{self.briefing}: {self.subject}" if self.subject else self.briefing

    @property
    def document(self) -> str:
        """The title of the document, with the article's headline where the subject does not tell it apart."""
        headline = self.case.article.headline
        return f"{self.title} – {headline}" if headline and not self.subject else self.title


def _subject(case: Case, actor: str, issue: str) -> str:
    if issue:  # in quote marks: the proposition is the subject, not something that the briefing asserts
        return f"“{capital(issue_clause(case, issue))}”"
    return capital(actor_name(case, actor)) if actor else ""


def _source_and_date(case: Case) -> str:
    """Whose article it is, how reliable that was judged to be, and the date that the briefing speaks of."""
    date, origin = case.as_of
    of = f"{date_words(date)} ({english('as_of', origin, 'banner')})"
    return f"From {_source(case)}{_reliability(case)}, as of {of}.{_counted_from(case, origin)}"


def _counted_from(case: Case, origin: str) -> str:
    """That days named by their distance are the article's, where the briefing speaks of another date."""
    found = _DISTANT.search(case.article.text) if origin in ("coded", "given") else None
    return f" Its days, such as “{found[0]}”, count from when it was published." if found else ""


def _basis(head: _Head) -> Iterator[str]:
    """What it rests on, how that was coded, and who answers for it."""
    case, article = head.case, head.case.article
    of_one_kind = case.unreviewed == sum(case.basis_counts.values()) and len(case.basis_counts) == 1
    yield "; ".join([_counts(case), *([] if of_one_kind else [basis_line(case)])]) + "."
    if case.signed_off:
        yield f"{signing_word(case)} by {article.reviewed_by} on {date_words(article.reviewed_on)}."
    if line := unreviewed_line(case) if case.unreviewed else unread_part(case):
        yield Markup('<strong class="unreviewed">{}.</strong>').format(line.removesuffix("."))
    if head.analyst:
        yield f"Analyst: {head.analyst}."


def _data(head: _Head) -> dict[str, str]:
    """The facts that the document is made from: they stand as ``data-`` attributes."""
    case, article = head.case, head.case.article
    date, origin = case.as_of
    return {
        "case": case.id,
        "briefing": head.briefing,
        "title": head.document,
        "subject": head.subject,
        "as-of": date.isoformat(),
        "as-of-basis": origin,
        "marking": head.marking,
        "analyst": head.analyst,
        "language": "en",
        "article-language": article.language,
        "article-sha256": article.sha256,
        "coding-sha256": case.coding_sha256,
        "basis": basis_line(case),
        "reviewed": "false" if case.unreviewed else "true",
        **_unread(case),
        "source": "" if _is_unnamed(case) else article.publisher.name,
    }


def _unread(case: Case) -> dict[str, str]:
    """What stands in the running line of a page whose rows were signed unread."""
    return {"unread": unread_part(case)} if case.signed_unread else {}


def _source(case: Case) -> str:
    """Publisher, and where the name comes from when the text does not give it."""
    publisher = case.article.publisher
    if _is_unnamed(case):
        return "a publisher whom nobody has named yet"
    return f"{publisher.name} ({publisher.basis})" if publisher.basis else publisher.name


def _is_unnamed(case: Case) -> bool:
    """Whether the publisher is called no more than that, as in a case that was begun without a name for it."""
    return case.article.publisher.name == "the publisher"


def _counts(case: Case) -> str:
    """The n of the briefing; of a draft, and where nothing is counted, only how long the article is."""
    rate = attribution_rate(case)
    if is_draft(case) or not rate.n:
        return f"One article, {times(len(body(case)), 'sentence')} without headline and captions"
    return f"One article, {times(rate.n, 'statement')}, {counted_word(rate.k) if rate.k else 'none'} attributed"


def _reliability(case: Case) -> str:
    """The analyst's rating of source and information on the Admiralty scale; nothing where it is not judged."""
    article = case.article
    unjudged = article.reliability == "F" and article.credibility == 6
    return "" if unjudged else f", rated {article.reliability}{article.credibility} on the Admiralty scale"
