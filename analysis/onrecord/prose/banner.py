"""The head of a briefing: what it speaks of, as of when, on what coding, and whether a person has reviewed it."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.coding.vocabularies import UNREVIEWED
from onrecord.measures.attribution import attribution_rate
from onrecord.wording.claim import Prose
from onrecord.wording.naming import actor_name, capital, date_words, issue_clause

_ORIGIN = {
    "published": "date of publication",
    "inferred": "inferred; the text gives no date",
    "coded": "date of the coding; the article’s own date is not known",
    "given": "set by whoever made this briefing",
}
_BASIS = {
    "extracted": "drafted by a program",
    "model_suggested": "suggested by a model",
    "assistant_coded": "coded by an AI assistant",
    "analyst_coded": "coded or reviewed by a person",
    "adjudicated": "settled between two coders",
}


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
    date, origin = case.as_of
    subject = capital(actor_name(case, actor)) if actor else ""
    if issue:  # in quote marks: the proposition is the subject, not something that the briefing asserts
        subject = f"“{capital(issue_clause(case, issue))}”"
    title = f"{briefing}: {subject}" if subject else briefing
    facts = {
        "Source": source_line(case),
        "As of": f"{date_words(date)} ({_ORIGIN[origin]})",
        "Coding": basis_line(case),
        "Basis": counts_line(case),
        "Reliability": reliability_line(case),
        "Marking": marking,
        **({"Analyst": analyst} if analyst else {}),
        **(
            {"Reviewed": f"by {case.article.reviewed_by} on {date_words(case.article.reviewed_on)}"}
            if case.signed_off
            else {}
        ),
    }
    data = {
        "case": case.id,
        "briefing": briefing,
        "title": f"{title} – {case.article.headline}" if case.article.headline and not subject else title,
        "subject": subject,
        "as-of": date.isoformat(),
        "as-of-basis": origin,
        "marking": marking,
        "analyst": analyst,
        "language": "en",
        "article-language": case.article.language,
        "article-sha256": case.article.sha256,
        "coding-sha256": case.coding_sha256,
        "basis": basis_line(case),
        "reviewed": "false" if case.unreviewed else "true",
        "source": case.article.publisher.name,
    }
    attributes = Markup(" ").join(Markup('data-{}="{}"').format(name, value) for name, value in data.items())
    return Prose(
        (
            Markup('<header class="banner" {}>').format(attributes),
            Markup("<h1>{}</h1>").format(title),
            Markup('<p class="subtitle">On the article “{}”</p>').format(case.article.headline or case.id),
            Markup('<dl class="facts">{}</dl>').format(
                Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*fact) for fact in facts.items())
            ),
            Markup('<p class="unreviewed">{}</p>').format(unreviewed_line(case)) if case.unreviewed else Markup(""),
            Markup("</header>"),
        )
    )


def source_line(case: Case) -> str:
    """Publisher, and where the name comes from when the text does not give it."""
    publisher = case.article.publisher
    return f"{publisher.name} ({publisher.basis})" if publisher.basis else publisher.name


def basis_line(case: Case) -> str:
    """How many rows were coded how: "215 rows coded by an AI assistant"."""
    parts = [f"{count:,} {_BASIS[basis]}" for basis, count in case.basis_counts.items()]
    first, *rest = parts or ["nothing coded yet"]
    return ", ".join([first.replace(" ", " rows ", 1) if parts else first, *rest])


def counts_line(case: Case) -> str:
    """The n of the briefing."""
    rate = attribution_rate(case)
    found = f"{len(case.sentences)} sentences, {rate.n} counted statements"
    return f"one article, {found}, {rate.k} of them attributed"


def reliability_line(case: Case) -> str:
    """The analyst's rating of source and information on the Admiralty scale, or that there is none."""
    article = case.article
    if article.reliability == "F" and article.credibility == 6:
        return "source and information not judged (Admiralty F6)"
    return f"Admiralty {article.reliability}{article.credibility}"


def unreviewed_line(case: Case) -> str:
    """The sentence that stays on every page until a person has reviewed the coding."""
    total = sum(case.basis_counts.values())
    share = f"All {total:,}" if case.unreviewed == total else f"{case.unreviewed:,} of the {total:,}"
    makers = [_BASIS[basis] for basis in case.basis_counts if basis in UNREVIEWED]
    return f"Not reviewed by a person. {share} rows of the coding were {' or '.join(makers)}."
