"""The bottom line of a situation brief: at most three cited sentences, or the analyst's own."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.speakers import root_counts, speaker_counts
from onrecord.wording.citations import evidence
from onrecord.wording.claim import Prose, claim, note, paragraph
from onrecord.wording.naming import actor_name, agree, date_words, issue_clause, listed, typeset
from onrecord.wording.quoting import own_words
from onrecord.wording.reporting import reported
from onrecord.wording.stances import holds, self_stated, verb


def bottom_line(case: Case) -> Prose:
    """What the analyst entered; else the first asserted event, the widest-held issue, and who is heard."""
    own = case.judgements[case.judgements["kind"] == "bottom_line"]
    if len(own):
        return Prose(tuple(paragraph(_analysts(case, row)) for _, row in own.iterrows()))
    claims = [made for made in (_first_event(case), _widest_issue(case), _who_is_heard(case)) if made]
    if not claims:
        return Prose((note("Nothing is coded yet that a bottom line could rest on."),))
    return Prose(tuple(paragraph(made) for made in claims))


def _analysts(case: Case, row: pd.Series) -> Markup:
    """The analyst's own sentence under their name; their evidence is cited where they gave it."""
    words = Markup('{}’s bottom line, {}: <span class="analyst">{}</span>')
    told = words.format(row["author"], date_words(row["date"]), row["text"])
    rows = [item for item in row["evidence"] if item not in case.sentences.index and item not in case.notes.index]
    return claim(case, told, rows) if rows and evidence(case, rows) else told


def _first_event(case: Case) -> Markup | None:
    asserted = case.events[case.events["status"] == "asserted"]
    if asserted.empty:
        return None
    order = [case.sentences.index.get_loc(cell.partition("-")[0]) for cell in asserted["sentence"]]
    event = asserted.assign(order=order).sort_values("order", kind="stable").iloc[0]
    teller = _teller(case, event)
    confirmation = _confirmation(case, event)
    return claim(case, Markup("{}; {}").format(teller, confirmation), (event.name, *event["statements"]))


def _teller(case: Case, event: pd.Series) -> Markup:
    """The event in the words of the statement that reports it in the event's own sentence."""
    there = [st for st in event["statements"] if case.statements.at[st, "sentence"] == event["sentence"]]
    for statement in there:
        if case.statements.at[statement, "attribution"] == "narrator":
            return Markup("The article reports, {}").format(own_words(case, statement))
        return reported(case, statement)
    return Markup("{} report: {}").format(
        listed([actor_name(case, actor) for actor in event["reported_by"]]), typeset(event["title"])
    )


def _confirmation(case: Case, event: pd.Series) -> str:
    confirming = [
        actor_name(case, case.statements.at[st, "speaker"])
        for st in event["statements"]
        if case.statements.at[st, "speech_act"] == "confirm"
    ]
    if event["confirmation"] == "party":
        who = listed(list(dict.fromkeys(confirming))) or "a party to it"
        return f"{who} confirmed it, which is a party’s confirmation and not an independent one"
    if event["confirmation"] == "independent":
        return f"{listed(list(dict.fromkeys(confirming))) or 'a source with no stake'} confirmed it independently"
    return "the article gives no confirmation of it"


def _widest_issue(case: Case) -> Markup | None:
    """The positions on the issue with most self-stating actors; ties by text order."""
    positions = self_stated(case)
    if positions.empty:
        return None
    first = {issue: _first_place(case, rows) for issue, rows in positions.groupby("issue")["evidence"]}
    holders = positions.groupby("issue")["actor"].nunique()
    issue = min(holders.index, key=lambda name: (-holders[name], first[name]))
    on_it = positions[positions["issue"] == issue].sort_values("stance", ascending=False, kind="stable")
    if len(on_it) == 1:
        return claim(case, _with_name(case, on_it.index[0]), on_it.index)
    if on_it["stance"].nunique() == 1 and abs(on_it["stance"].iloc[0]) == 2:
        names = listed([actor_name(case, actor) for actor in on_it["actor"]])
        names = _with_parts(case, list(on_it["actor"])) or names
        both = "both " if len(on_it) == 2 else "all "
        sign = verb(on_it["stance"].iloc[0], plural=True)
        return claim(case, f"{names} {both}{sign} that {issue_clause(case, issue)}", on_it.index)
    return claim(case, Markup("; ").join(_with_name(case, position) for position in on_it.index), on_it.index)


def _with_name(case: Case, position: str) -> Markup:
    return Markup("{} {}").format(actor_name(case, case.positions.at[position, "actor"]), holds(case, position))


def _with_parts(case: Case, actors: list[str]) -> str:
    """ "Belarus and, as a part of it, the Belarusian defence ministry": one voice must not pass for two."""
    root = case.root(actors[0])
    if root not in actors or any(case.root(actor) != root for actor in actors):
        return ""
    parts = listed([actor_name(case, actor) for actor in actors if actor != root])
    return f"{actor_name(case, root)} and, counted with it, {parts}"


def _first_place(case: Case, evidences: pd.Series) -> int:
    cells = [case.statements.at[st, "sentence"].partition("-")[0] for found in evidences for st in found]
    return min((case.sentences.index.get_loc(cell) for cell in cells), default=len(case.sentences))


def _who_is_heard(case: Case) -> Markup | None:
    """k of n attributed statements by the root heard most, and who is spoken about but not heard."""
    statements = attributed(case)
    if statements.empty:
        return None
    heard = _heard_most(case, len(statements))
    silent = spoken_about_not_heard(case)
    if silent.empty:
        return claim(case, heard, statements.index)
    names = listed([actor_name(case, actor) for actor in silent["actor"][:5]])
    more = f" and {len(silent) - 5} others" if len(silent) > 5 else ""
    are = agree(case, list(silent["actor"]), "is", "are")
    rows = [*statements.index, *(row for found in silent["rows"] for row in found)]
    return claim(case, f"{heard}; {names}{more} {are} spoken about but not heard{_through(case, silent)}", rows)


def _heard_most(case: Case, total: int) -> str:
    """The voices with most statements, those counted with the first of them named; all of them where they are level."""
    roots = root_counts(case)
    most = roots[roots["n"] == roots["n"].max()]
    n = int(most["n"].iloc[0])
    if len(most) > 1:
        named = listed([actor_name(case, root) for root in most["root"][:4]])
        more = f" and {len(most) - 4} more" if len(most) > 4 else ""
        return f"of {_statements(total)}, {n} {'comes' if n == 1 else 'come'} from each of {named}{more}"
    speakers = speaker_counts(case)
    within = speakers[speakers["root"] == most["root"].iloc[0]]
    heard = f"{n} of {_statements(total)} {'comes' if n == 1 else 'come'} from {actor_name(case, most['root'].iloc[0])}"
    members = [f"{actor_name(case, one)} {k}" for one, k in zip(within["speaker"], within["n"], strict=True)]
    return heard if len(members) == 1 else f"{heard} and those counted with it ({', '.join(members)})"


def _statements(total: int) -> str:
    return f"{total} attributed statement{'s' if total > 1 else ''}"


def _through(case: Case, silent: pd.DataFrame) -> str:
    """ ", the second only through an unnamed representative": a silent actor whose part or person speaks is said so."""
    parts = [
        actor_name(case, speaker)
        for speaker in speaker_counts(case)["speaker"]
        if speaker not in set(silent["actor"]) and case.root(speaker) in set(silent["actor"])
    ]
    return f", though {listed(parts)} {'is' if len(parts) == 1 else 'are'}" if parts else ""
