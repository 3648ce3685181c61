"""What the article holds on one issue: who affirms or rejects it, in which words, who is silent, what is kept apart."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed, counted
from onrecord.prose.actor_brief import attributed_lines, position_lines
from onrecord.wording.citations import evidence
from onrecord.wording.claim import Prose, bullets, claim, note, paragraph
from onrecord.wording.naming import actor_name, agree, capital, is_plural, issue_clause, listed, plain, typeset, words
from onrecord.wording.reporting import reported
from onrecord.wording.stances import self_stated

_KIND = {
    "plan": "a course that is intended or announced",
    "fact": "a state of affairs",
    "forecast": "something that may come",
    "purpose": "what something is for",
    "responsibility": "who caused something or can end it",
    "demand": "what one requires of another",
    "alignment": "taking a side",
    "policy": "what should be done",
}
_AFFIRMING = {
    "plan": "say that it is to be so",
    "forecast": "say that it will or may come",
    "demand": "require it",
    "policy": "say that it should be done",
}


def proposition(case: Case, issue: str) -> Prose:
    """The issue as a proposition, its kind, and how a stance on it is to be read."""
    row = case.issues.loc[issue]
    on_it = _resting_on(case, issue)
    sentence = Markup("The proposition is: <em>{}</em>").format(typeset(row["proposition"]).rstrip("."))
    affirming = _AFFIRMING.get(row["kind"], "say that it is so")
    kind = f"It is about {_KIND[row['kind']]}; to affirm it is to {affirming}, not to approve of it"
    if not on_it:
        return Prose((note(f"{sentence}. {kind}. No statement of this article is coded on it."),))
    return Prose((paragraph(claim(case, sentence, on_it), claim(case, kind, on_it)),))


def _resting_on(case: Case, issue: str) -> list[str]:
    """Statements on the issue and evidence of positions on it."""
    rows = list(case.statements.index[case.statements["issue"] == issue])
    held = case.positions.index[case.positions["issue"] == issue]
    return list(dict.fromkeys([*rows, *evidence(case, held)]))


def who_holds_it(case: Case, issue: str) -> Prose:
    """Self-stated positions with their words."""
    positions = self_stated(case)[lambda frame: frame["issue"] == issue].sort_values(
        "stance", ascending=False, kind="stable"
    )
    if positions.empty:
        return Prose((note("No actor states a position on this proposition in this source."),))
    return Prose((bullets(position_lines(case, positions.index, naming=True)),))


def held_according_to_others(case: Case, issue: str) -> Prose:
    """Positions that others give an actor, apart."""
    positions = case.positions[(case.positions["issue"] == issue) & (case.positions["basis"] != "self_stated")]
    if positions.empty:
        return Prose((note("Nobody attributes a position on it to somebody else."),))
    return Prose((bullets(attributed_lines(case, positions.index)),))


def also_said(case: Case, issue: str) -> Prose:
    """Counted statements on the issue that carry no position: the publisher's, unattributed ones, reports."""
    carrying = {st for found in case.positions["evidence"] for st in found}
    rows = [st for st in counted(case).index[counted(case)["issue"] == issue] if st not in carrying]
    if not rows:
        return Prose((note("Nothing else in the article is coded on this issue."),))
    return Prose((bullets(claim(case, reported(case, st), [st]) for st in rows),))


def who_is_silent(case: Case, issue: str) -> Prose:
    """The speakers of the article that state no position on the issue."""
    held = list(dict.fromkeys(self_stated(case)[lambda frame: frame["issue"] == issue]["actor"]))
    statements = attributed(case)
    silent = [actor for actor in dict.fromkeys(statements["speaker"]) if actor not in held]
    if not silent:
        return Prose((note("Every speaker of the article states a position on it."),))
    names = listed([actor_name(case, actor) for actor in silent])
    speak, state = agree(case, silent, "speaks", "speak"), agree(case, silent, "states", "state")
    text = f"{names} {speak} in this article but {state} no position on this proposition; silence is not neutrality"
    rows = statements.index[statements["speaker"].isin(silent)]
    return Prose((paragraph(claim(case, text, rows), *_counted_with_holders(case, silent, held)),))


def _counted_with_holders(case: Case, silent: list[str], held: list[str]) -> list[Markup]:
    """That a silent actor belongs with one that states a position is said, not left to be known."""
    statements, made = attributed(case), []
    for holder in held:
        under = [actor for actor in silent if case.root(actor) == case.root(holder)]
        if under:
            rows = statements.index[statements["speaker"].isin([*under, holder])]
            are = agree(case, under, "is", "are")
            names = listed([actor_name(case, actor) for actor in under])
            does = "do" if is_plural(case, holder) else "does"
            made.append(claim(case, f"{names} {are} counted with {actor_name(case, holder)}, which {does}", rows))
    return made


def near_issues(case: Case, issue: str) -> Prose:
    """The other issues of the same group, which are kept apart (rule P3), and the coder's note on the difference."""
    group = case.issues.at[issue, "group"]
    near = [other for other in case.issues.index[case.issues["group"] == group] if other != issue]
    if not near:
        return Prose((note("No other issue of this article is near it."), *_coders_note(case, issue)))
    lead = note(f"Kept apart, since to merge them would make up a conflict or hide one; group: {words(group)}.")
    return Prose((lead, bullets(_as_title(case, other) for other in near), *_coders_note(case, issue)))


def _as_title(case: Case, issue: str) -> Markup:
    """The proposition in italics: it is named here, not asserted, and in the coder's words."""
    title = Markup("<em>{}</em>").format(capital(issue_clause(case, issue)))
    rows = _resting_on(case, issue)
    return claim(case, title, rows) if rows else title


def _coders_note(case: Case, issue: str) -> list[Markup]:
    """The coder's note on the issue, where there is one."""
    text = case.issues.at[issue, "note"]
    return [] if pd.isna(text) else [note(f"Coder’s note: {plain(case, text)}")]
