"""The head of a briefing: what it speaks of, as of when, on what coding, and whether a person has reviewed it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.attribution import attribution_rate
from onrecord.measures.draft import is_draft
from onrecord.wording.actors import actor_name
from onrecord.wording.claim import Prose, facts, note
from onrecord.wording.coding_basis import basis_line, unread_part, unreviewed_line
from onrecord.wording.dates import date_words
from onrecord.wording.drafted import statements_drafted
from onrecord.wording.english import english
from onrecord.wording.naming import capital
from onrecord.wording.propositions import issue_clause


def banner(
    case: Case,
    briefing: str,
    *,
    actor: str = "",
    issue: str = "",
    marking: str = "UNMARKED",
    analyst: str = "",
) -> Prose:
    """The banner of the briefing named `briefing` ("Situation brief"), on one actor or issue where given."""
    head = _Head(case, briefing, _subject(case, actor, issue), marking, analyst)
    return Prose(
        (
            Markup('<header class="banner" {}>').format(_attributes(head)),
            Markup("<h1>{}</h1>").format(head.title),
            Markup('<p class="subtitle">On the article “{}”</p>').format(case.article.headline or case.id),
            facts(_shown(head).items()),
            _unreviewed(case),
            note(statements_drafted(case)) if is_draft(case) else Markup(""),
            Markup("</header>"),
        )
    )


def _attributes(head: _Head) -> Markup:
    return Markup(" ").join(Markup('data-{}="{}"').format(name, value) for name, value in _data(head).items())


def _unreviewed(case: Case) -> Markup:
    """The line in red: that no person has reviewed the coding, or that a person signed rows of it unread."""
    line = unreviewed_line(case) if case.unreviewed else unread_part(case)
    return Markup('<p class="unreviewed">{}</p>').format(f"{line.removesuffix('.')}.") if line else Markup("")


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


def _shown(head: _Head) -> dict[str, str]:
    """The facts that a reader sees."""
    case = head.case
    date, origin = case.as_of
    always = {
        "Source": _source(case),
        "As of": f"{date_words(date)} ({english('as_of', origin, 'banner')})",
        "Coding": basis_line(case),
        "Basis": _counts(case),
        "Reliability": _reliability(case),
        "Marking": head.marking,
    }
    return always | _signed(head)


def _signed(head: _Head) -> dict[str, str]:
    """Who answers for the briefing, and who has reviewed the coding, where there is somebody."""
    article = head.case.article
    found = {"Analyst": head.analyst} if head.analyst else {}
    if head.case.signed_off:
        by = f"by {article.reviewed_by} on {date_words(article.reviewed_on)}"
        found["Reviewed"] = "; ".join(filter(None, [by, unread_part(head.case)]))
    return found


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
        "source": article.publisher.name,
    }


def _unread(case: Case) -> dict[str, str]:
    """What stands in the running line of a page whose rows were signed unread."""
    return {"unread": unread_part(case)} if case.signed_unread else {}


def _source(case: Case) -> str:
    """Publisher, and where the name comes from when the text does not give it."""
    publisher = case.article.publisher
    return f"{publisher.name} ({publisher.basis})" if publisher.basis else publisher.name


def _counts(case: Case) -> str:
    """The n of the briefing; of a draft only how long the article is."""
    if is_draft(case):
        return f"one article, {len(case.sentences)} sentences"
    rate = attribution_rate(case)
    found = f"{len(case.sentences)} sentences, {rate.n} counted statements"
    return f"one article, {found}, {rate.k} of them attributed"


def _reliability(case: Case) -> str:
    """The analyst's rating of source and information on the Admiralty scale, or that there is none."""
    article = case.article
    if article.reliability == "F" and article.credibility == 6:
        return "source and information not judged (Admiralty F6)"
    return f"Admiralty {article.reliability}{article.credibility}"
