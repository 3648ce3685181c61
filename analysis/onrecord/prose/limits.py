"""What this source cannot tell (briefings.md, section 6): gaps that the coding shows, each with its rows."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed, counted
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.wording.claim import Prose, bullets, claim, note
from onrecord.wording.naming import actor_name, agree, date_words, listed, times
from onrecord.wording.quoting import own_words


def limits(case: Case) -> Prose:
    """The gaps of this article, then what no single article can show."""
    gaps = list(_gaps(case))
    always = note(
        "One article shows what is reported and by whom. It cannot show that something happened, what anybody intends, "
        "how a position has changed, or that two voices in one text confirm each other."
    )
    return Prose((*((bullets(gaps),) if gaps else ()), *_left_out(case), always))


def _left_out(case: Case) -> Iterator[Markup]:
    """The sentences of a draft that report speech of which nothing is coded; they have no row to cite."""
    for refs in case.notes["ref"][case.notes["kind"] == "left_out"]:
        if sentences := [ref for ref in refs if ref in case.sentences.index]:
            yield note(
                "The draft left out what it took for reported speech and could not code surely, in "
                f"{listed(sentences)} of the article; read there before you conclude that somebody is silent."
            )


def _gaps(case: Case) -> Iterator[Markup]:
    yield from _silent(case)
    yield from _unnamed(case)
    yield from _holderless(case)
    yield from _uncorroborated(case)
    yield from _figures(case)
    yield from _dates(case)
    for row in case.judgements[case.judgements["kind"] == "gap"].itertuples():
        yield Markup("{} (added by {}, {})").format(row.text, row.author, date_words(row.date))


def _silent(case: Case) -> Iterator[Markup]:
    silent = spoken_about_not_heard(case)
    if len(silent):
        names = listed([actor_name(case, actor) for actor in silent["actor"][:8]])
        rows = [row for found in silent["rows"] for row in found]
        speak = agree(case, list(silent["actor"]), "it speaks", "they speak")
        yield claim(case, f"What {names} would say: {speak} in no attributed statement", rows)


def _unnamed(case: Case) -> Iterator[Markup]:
    statements = attributed(case)
    kinds = statements["speaker_kind"].isin(["unnamed_individual", "collective_unnamed"])
    for actor, rows in statements[kinds].groupby("speaker", sort=False).groups.items():
        yield claim(case, f"Who speaks as {actor_name(case, actor)}: the source is not named", rows)


def _holderless(case: Case) -> Iterator[Markup]:
    rows = counted(case)[lambda frame: frame["attribution"] == "unspecified"].index
    named = case.statements["speaker_text"].notna()
    open_rows, rows = [row for row in rows if named[row]], [row for row in rows if not named[row]]
    if open_rows:
        words = Markup("; ").join(own_words(case, row) for row in open_rows[:3])
        yield claim(case, Markup("Who says what the coding gives to nobody surely: {}").format(words), open_rows)
    if rows:
        words = Markup("; ").join(own_words(case, row) for row in rows[:3])
        yield claim(case, Markup("Who holds the view that the article gives without a source: {}").format(words), rows)


def _uncorroborated(case: Case) -> Iterator[Markup]:
    asserted = case.events[case.events["status"] == "asserted"]
    if len(asserted) and not (case.events["confirmation"] == "independent").any():
        what = (
            "the event reported as having happened"
            if len(asserted) == 1
            else f"any of the {times(len(asserted), 'event')} reported as having happened"
        )
        yield claim(case, f"Whether {what} took place: the article cites no independent confirmation", asserted.index)


def _figures(case: Case) -> Iterator[Markup]:
    flagged = [st for st, flags in case.statements["flags"].items() if "unattributed_figure" in flags]
    for statement in flagged:
        yield claim(
            case,
            Markup("Where the figure in {} comes from: no source is given").format(own_words(case, statement)),
            [statement],
        )


def _dates(case: Case) -> Iterator[Markup]:
    published, dates = case.article.published, case.dates.index
    if published.date or not len(dates):
        return
    text = "When it was published: the text gives no date"
    if published.inferred:
        text += f", and {date_words(published.inferred)} is inferred; so are the dates that its weekdays stand for"
    else:
        text += " and none is inferred, so its time expressions are shown as written"
    yield claim(case, text, dates)


def judgement_box(case: Case) -> Prose:
    """The analyst's judgements, with likelihood and confidence in sentences of their own; "none entered" when empty."""
    found = case.judgements[case.judgements["kind"] == "judgement"]
    blocks = [_judgement(row) for _, row in found.iterrows()]
    if not blocks:
        rest = "Nothing in this briefing is an estimate; all of it is read off the coding."
        if len(case.judgements):
            rest = "What an analyst added stands under their name."
        blocks = [Markup("<p>None entered. {}</p>").format(rest)]
    return Prose((Markup('<aside class="judgement">'), *blocks, Markup("</aside>")))


def _judgement(row: pd.Series) -> Markup:
    likelihood = "" if pd.isna(row["likelihood"]) else f" Likelihood: {row['likelihood']}."
    reason = "" if pd.isna(row["reason"]) else f" {row['reason']}"
    confidence = "" if pd.isna(row["confidence"]) else f" Confidence in this judgement is {row['confidence']}.{reason}"
    return Markup("<p>{}{}{} <em>({}, {})</em></p>").format(
        row["text"], likelihood, confidence, row["author"], date_words(row["date"])
    )
