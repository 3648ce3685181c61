"""What this source cannot tell (notebooks/README.md): gaps that the coding shows, each with its rows."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed, with_attribution
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import joined, named_rows
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.wording.actors import actor_name, actor_names, agree
from onrecord.wording.claim import Prose, bullets, claim, note
from onrecord.wording.dates import date_words
from onrecord.wording.drafted import seen_only
from onrecord.wording.naming import times
from onrecord.wording.quoting import own_words

_ALWAYS = (
    "One article shows what is reported and by whom. It cannot show that something happened, what anybody intends, "
    "how a position has changed, or that two voices in one text confirm each other."
)


def limits(case: Case) -> Prose:
    """The gaps of this article, of a draft those of the draft; then what no single article can show."""
    gaps = [gap for found in (_OF_A_DRAFT if is_draft(case) else _GAPS) for gap in found(case)]
    return Prose((*((bullets(gaps),) if gaps else ()), *_drafted(case), note(_ALWAYS)))


def _drafted(case: Case) -> Iterator[Markup]:
    """That a draft is silent where the article need not be."""
    if is_draft(case):
        unknown = "who else speaks, and what else is quoted, confirmed or given no source"
        yield note(Markup("From a draft it is not known {}. {}").format(unknown, seen_only(case)))


def _silent(case: Case) -> Iterator[Markup]:
    silent = spoken_about_not_heard(case)
    if len(silent):
        speak = agree(case, list(silent["actor"]), "it speaks", "they speak")
        names = actor_names(case, silent["actor"][:8])
        yield claim(case, f"What {names} would say: {speak} in no attributed statement", joined(silent["rows"]))


def _unnamed(case: Case) -> Iterator[Markup]:
    statements = attributed(case)
    kinds = statements["speaker_kind"].isin(["unnamed_individual", "collective_unnamed"])
    for actor, rows in statements[kinds].groupby("speaker", sort=False).groups.items():
        yield claim(case, f"Who speaks as {actor_name(case, str(actor))}: the source is not named", rows)


def _open(case: Case) -> Iterator[Markup]:
    rows = with_attribution(case, "unspecified")
    said = rows.index[rows["speaker_text"].notna()]
    yield from _whose(case, said, "Who says what the coding gives to nobody surely: {}")


def _holderless(case: Case) -> Iterator[Markup]:
    rows = with_attribution(case, "unspecified")
    unsaid = rows.index[rows["speaker_text"].isna()]
    yield from _whose(case, unsaid, "Who holds the view that the article gives without a source: {}")


def _whose(case: Case, rows: pd.Index, text: str) -> Iterator[Markup]:
    if len(rows):
        yield claim(case, Markup(text).format(Markup("; ").join(own_words(case, row) for row in rows[:3])), rows)


def _uncorroborated(case: Case) -> Iterator[Markup]:
    asserted = case.events.index[case.events["status"] == "asserted"]
    if len(asserted) and not (case.events["confirmation"] == "independent").any():
        what = f"any of the {times(len(asserted), 'event')}" if len(asserted) > 1 else "the event"
        lead = f"Whether {what} reported as having happened took place"
        yield claim(case, f"{lead}: the article cites no independent confirmation", asserted)


def _figures(case: Case) -> Iterator[Markup]:
    for statement, flags in case.statements["flags"].items():
        if "unattributed_figure" in flags:
            figure = own_words(case, str(statement))
            text = Markup("Where the figure in {} comes from: no source is given").format(figure)
            yield claim(case, text, [str(statement)])


def _dates(case: Case) -> Iterator[Markup]:
    published, dates = case.article.published, case.dates.index
    if len(dates) and not published.date:
        rest = " and none is inferred, so its time expressions are shown as written"
        if published.inferred:
            inferred = date_words(published.inferred)
            rest = f", and {inferred} is inferred; so are the dates that its weekdays stand for"
        yield claim(case, f"When it was published: the text gives no date{rest}", dates)


def _analysts(case: Case) -> Iterator[Markup]:
    for row in named_rows(case.judgements[case.judgements["kind"] == "gap"]):
        yield Markup("{} (added by {}, {})").format(row.text, row.author, date_words(row.date))


_GAPS = (_silent, _unnamed, _open, _holderless, _uncorroborated, _figures, _dates, _analysts)
_OF_A_DRAFT = (_open, _analysts)  # of the others only a reader of the whole article knows
