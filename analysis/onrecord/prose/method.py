"""The source and how it was coded, for the annex."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.speakers import speaker_counts
from onrecord.prose.banner import basis_line
from onrecord.wording.claim import Prose, claim, note, paragraph
from onrecord.wording.naming import actor_name, agree, capital, date_words, listed, times

_RULES = {
    "Spans": "An analyst types the words, never offsets; the program finds them in their sentence as whole words.",
    "Statement": "One source, one cue, one proposition. Without a cue it is the publisher’s own.",
    "Scope": "Outside quote marks, asides and non-restrictive clauses belong to the publisher; where both readings "
    "hold, the words are not put in an actor’s mouth.",
    "Speaker": "Coded at the level that the text names; what is counted together follows the actor’s parent.",
    "Certainty": "The speaker’s commitment to what is said, not its truth.",
    "Position": "Rests only on the actor’s own statements that commit it to the proposition. No position is no row, "
    "never 0.",
    "Stance": "+2 affirms and −2 rejects without qualification; +1 and −1 with a hedge, a condition or by "
    "implication; to affirm is not to approve.",
    "Event": "Status says how it is presented, confirmation who confirms it; a party’s is not independent.",
    "Tension": "Two coded items that do not sit easily together, always with a reading on which both hold.",
    "Confidence": "High, moderate or low is about the coding; it says nothing about the source.",
}


def source_descriptor(case: Case) -> Prose:
    """What bears on the quality of the source: publisher, date, rating, and how it names its sources."""
    article = case.article
    date, origin = article.as_of
    dated = {"published": "published", "inferred": "with an inferred date of", "coded": "undated; coded on"}[origin]
    basis = ""
    if article.published.basis and origin == "inferred":
        basis = f" ({article.published.basis.strip().rstrip('.')})"
    where = f" {article.url}." if article.url else ""
    rating = f"Admiralty rating {article.reliability}{article.credibility}"
    if article.reliability == "F":
        rating += ", which means that the source has not been judged"
    title = f"{article.publisher.name}, “{article.headline or case.id}”"
    first = f"{title}, {dated} {date_words(date)}{basis}.{where} {rating}."
    return Prose((Markup("<p>{}</p>").format(first), paragraph(*_summary(case))))


def _summary(case: Case) -> list[Markup]:
    statements = attributed(case)
    if statements.empty:
        return [Markup("It attributes no statement to anybody.")]
    speakers = speaker_counts(case)
    names = listed(
        [f"{actor_name(case, one)} ({n})" for one, n in zip(speakers["speaker"], speakers["n"], strict=True)]
    )
    are = agree(case, list(speakers["speaker"]), "is", "are")
    claims = [claim(case, f"{times(len(speakers), 'speaker')} {are} heard: {names}", statements.index)]
    silent = spoken_about_not_heard(case)
    if len(silent):
        rows = [row for found in silent["rows"] for row in found]
        text = f"Spoken about but not heard: {listed([actor_name(case, one) for one in silent['actor']])}"
        claims.append(claim(case, text, rows))
    return claims


def coding_method(case: Case) -> Prose:
    """Who coded the article, when and on what basis, whether it was double-coded, and the rules in brief."""
    article = case.article
    coder = article.coder or "not recorded"
    lines = [
        ("Coder", capital(coder)),
        ("Coded on", date_words(article.coded_on)),
        ("Basis of the rows", basis_line(case)),
        ("Reviewed by", _reviewer(case)),
        (
            "Agreement",
            "not measured for this case, which holds one coding; it takes a second coding of the same article",
        ),
    ]
    entries = Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*line) for line in (*lines, *_RULES.items()))
    return Prose((Markup('<dl class="facts">{}</dl>').format(entries),))


def _reviewer(case: Case) -> str:
    article = case.article
    return f"{article.reviewed_by}, {date_words(article.reviewed_on)}" if case.signed_off else "no person"


def rights(case: Case) -> Prose:
    """Whose words these are: the licence of the code does not cover the article."""
    owner = case.article.publisher.name
    licence = "the licence of the program that made this document covers the program only"
    return Prose((note(f"The article is quoted from {owner}, to whom its words belong; {licence}."),))
