"""What this source cannot tell: three lines that matter, each with its rows; then what no single article can show."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import named_rows
from onrecord.wording.actors import actor_name
from onrecord.wording.claim import Prose, bullets, claim, note
from onrecord.wording.dates import date_words
from onrecord.wording.naming import typeset
from onrecord.wording.quoting import own_words

_ALWAYS = "That something is reported does not show that it happened."
_OF_A_DRAFT = "From a draft it is not known who else speaks, nor what else is quoted, confirmed or given no source."
_LINES = 3


def limits(case: Case, whole: bool = False) -> Prose:
    """An analyst's gaps first, then those that the coding shows, three in all or the `whole` list; of a draft, which
    does not know them, what an analyst added."""
    gaps = [*_analysts(case)] if is_draft(case) else [gap for found in _GAPS for gap in found(case)]
    shown = gaps if whole else gaps[:_LINES]
    always = f"{_OF_A_DRAFT} {_ALWAYS}" if is_draft(case) else _ALWAYS
    return Prose((*((bullets(shown),) if shown else ()), note(always)))


def _uncorroborated(case: Case) -> Iterator[Markup]:
    """What is news and confirmed by nobody without a stake; what is taken for granted, and history, are left alone."""
    told = case.events[(case.events["status"] == "asserted") & (case.events["confirmation"] != "independent")]
    news = [row for row in told.index if "historical" not in told.at[row, "plover_context"]]
    by_party = [row for row in news if told.at[row, "confirmation"] == "party"]
    if news:
        first = (by_party or news)[0]
        title = typeset(told.at[first, "title"])
        beyond = "a party’s word" if by_party else "the word of who tells it"
        text = Markup("Whether this stands beyond {}: <em>{}</em>; the article cites no independent confirmation")
        yield claim(case, text.format(beyond, title), [first])


def _figures(case: Case) -> Iterator[Markup]:
    for statement, flags in case.statements["flags"].items():
        if "unattributed_figure" in flags:
            text = Markup("Where the figure in {} comes from: no source is given")
            yield claim(case, text.format(own_words(case, str(statement))), [str(statement)])


def _dates(case: Case) -> Iterator[Markup]:
    published, dates = case.article.published, case.dates.index
    if len(dates) and not published.date:
        rest = " and none is inferred, so its time expressions are shown as written"
        if published.inferred:
            inferred = date_words(published.inferred)
            rest = f"; {inferred} is inferred, and its weekdays with it"
        yield claim(case, f"When it was published: the text gives no date{rest}", dates)


def _unnamed(case: Case) -> Iterator[Markup]:
    statements = attributed(case)
    kinds = statements["speaker_kind"].isin(["unnamed_individual", "collective_unnamed"])
    for actor, rows in statements[kinds].groupby("speaker", sort=False).groups.items():
        yield claim(case, f"Who speaks as {actor_name(case, str(actor))}: the source is not named", rows)


def _analysts(case: Case) -> Iterator[Markup]:
    for row in named_rows(case.judgements[case.judgements["kind"] == "gap"]):
        yield Markup("{} (added by {}, {})").format(row.text, row.author, date_words(row.date))


_GAPS = (_analysts, _uncorroborated, _figures, _dates, _unnamed)
