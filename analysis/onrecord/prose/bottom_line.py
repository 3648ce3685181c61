"""The bottom line of a situation brief: at most three cited sentences, or the analyst's own."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft, is_drafted
from onrecord.measures.sentences import place_of
from onrecord.wording.actors import actor_name, actor_names
from onrecord.wording.citations import evidence
from onrecord.wording.claim import Prose, claim, only_note, paragraph
from onrecord.wording.dates import date_words
from onrecord.wording.drafted import seen_only, statements_drafted, voices_drafted
from onrecord.wording.heard_most import heard_most
from onrecord.wording.naming import listed, typeset
from onrecord.wording.propositions import issue_clause
from onrecord.wording.quoting import own_words
from onrecord.wording.reporting import reported
from onrecord.wording.stances import actor_holds, self_stated, stance_verb


def bottom_line(case: Case) -> Prose:
    """What the analyst entered; else the first asserted event, the widest-held issue, and who is heard."""
    own = case.judgements[case.judgements["kind"] == "bottom_line"]
    if len(own):
        return Prose(tuple(paragraph(_analysts(case, row)) for _, row in own.iterrows()))
    claims = [*_first_event(case), *_widest_issue(case), *_who_is_heard(case)]
    if not claims:
        none = "Nothing is coded yet that a bottom line could rest on."
        return only_note(statements_drafted(case) if is_draft(case) else none)
    return Prose(tuple(paragraph(made) for made in claims))


def _analysts(case: Case, row: pd.Series) -> Markup:
    """The analyst's own sentence under their name; their evidence is cited where they gave it."""
    words = Markup('{}’s bottom line, {}: <span class="analyst">{}</span>')
    told = words.format(row["author"], date_words(row["date"]), row["text"])
    rows = [item for item in row["evidence"] if item not in case.sentences.index and item not in case.notes.index]
    return claim(case, told, rows) if rows and evidence(case, rows) else told


def _first_event(case: Case) -> Iterator[Markup]:
    asserted = case.events[case.events["status"] == "asserted"]
    if len(asserted):
        first = min(asserted.index, key=lambda row: place_of(case, asserted.at[row, "sentence"]))
        event = asserted.loc[first]
        told = Markup("; ").join(filter(None, (_teller(case, event), _confirmation(case, event))))
        yield claim(case, told, (first, *event["statements"]))


def _teller(case: Case, event: pd.Series) -> Markup:
    """The event in the words of the statement that reports it in the event's own sentence."""
    there = [row for row in event["statements"] if case.statements.at[row, "sentence"] == event["sentence"]]
    if not there:
        return Markup("{} report: {}").format(actor_names(case, event["reported_by"]), typeset(event["title"]))
    if case.statements.at[there[0], "attribution"] == "narrator" and not is_drafted(case, there[0]):
        return Markup("The article reports, {}").format(own_words(case, there[0]))
    return reported(case, there[0])


def _confirmation(case: Case, event: pd.Series) -> str:
    who = _confirming(case, event)
    if event["confirmation"] == "party":
        return f"{who or 'a party to it'} confirmed it, which is a party’s confirmation and not an independent one"
    if event["confirmation"] == "independent":
        return f"{who or 'a source with no stake'} confirmed it independently"
    return "" if is_draft(case) else "the article gives no confirmation of it"


def _confirming(case: Case, event: pd.Series) -> str:
    """The names of those who confirm an event; "" for nobody."""
    rows = case.statements.loc[list(event["statements"])]
    speakers = rows["speaker"][rows["speech_act"] == "confirm"]
    return listed(list(dict.fromkeys(actor_name(case, speaker) for speaker in speakers)))


def _widest_issue(case: Case) -> Iterator[Markup]:
    """The positions on the issue with most self-stating actors; ties by text order."""
    if self_stated(case).empty:
        return
    on_it = _positions_on(case, _most_held(case))
    if len(on_it) > 1 and set(on_it["stance"]) in ({2}, {-2}):
        yield claim(case, _all_alike(case, on_it), on_it.index)
    else:
        yield claim(case, Markup("; ").join(actor_holds(case, position) for position in on_it.index), on_it.index)


def _most_held(case: Case) -> str:
    groups = {str(issue): rows for issue, rows in self_stated(case).groupby("issue")}
    order = {issue: (-rows["actor"].nunique(), _first_place(case, rows)) for issue, rows in groups.items()}
    return min(order, key=order.__getitem__)


def _first_place(case: Case, positions: pd.DataFrame) -> int:
    """The place of the first sentence that the positions rest on."""
    cells = [case.statements.at[row, "sentence"] for found in positions["evidence"] for row in found]
    return min((place_of(case, cell) for cell in cells), default=len(case.sentences))


def _positions_on(case: Case, issue: str) -> pd.DataFrame:
    """The self-stated positions on an issue, those that affirm first."""
    positions = self_stated(case)
    return positions[positions["issue"] == issue].sort_values("stance", ascending=False, kind="stable")


def _all_alike(case: Case, positions: pd.DataFrame) -> str:
    """ "Belarus and Russia both affirm that …": several without qualification, all on one side."""
    actors = list(positions["actor"])
    names = _with_parts(case, actors) or actor_names(case, actors)
    both = "both" if len(actors) == 2 else "all"
    verb = stance_verb(positions["stance"].iloc[0], plural=True)
    return f"{names} {both} {verb} that {issue_clause(case, positions['issue'].iloc[0])}"


def _with_parts(case: Case, actors: list[str]) -> str:
    """ "Belarus and, as a part of it, the Belarusian defence ministry": one voice must not pass for two."""
    root = case.root(actors[0])
    if root not in actors or any(case.root(actor) != root for actor in actors):
        return ""
    parts = actor_names(case, [actor for actor in actors if actor != root])
    return f"{actor_name(case, root)} and, counted with it, {parts}"


def _who_is_heard(case: Case) -> Iterator[Markup]:
    """k of n attributed statements by the root heard most, and who is spoken about but not heard.

    Of a draft how much it has coded, and where it saw more.
    """
    if len(attributed(case)) and is_draft(case):
        text = f"The draft has coded {voices_drafted(case)}, and drafts miss some"
        yield Markup("{} {}").format(claim(case, text, attributed(case).index), seen_only(case))
    elif len(attributed(case)):
        text, rows = heard_most(case)
        yield claim(case, text, rows)
