"""What the article holds on one actor: who speaks for it, its positions, what is said about it, and the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed, counted
from onrecord.wording.claim import Prose, bullets, claim, note, paragraph
from onrecord.wording.naming import actor_name, again, agree, capital, counted_word, is_plural, listed, times, words
from onrecord.wording.reporting import reported, speaker_name
from onrecord.wording.stances import holds, self_stated

_KIND = {
    "named_individual": "a named person",
    "unnamed_individual": "a person whose name is withheld",
    "named_institution": "a named institution",
    "state_metonym": "a state, by its name or its capital’s",
    "document": "a document",
    "collective_unnamed": "an unnamed group",
    "unspecified_holder": "a holder who is not given",
    "narrator": "the publisher",
}


def in_short(case: Case, actor: str) -> Prose:
    """Whether and how often the actor speaks, through whom, how specific that is, and what it is counted with."""
    own = statements_of(case, actor)
    claims = [_speaks(case, actor, own) if len(own) else _silent(case, actor)]
    claims += [made for made in (_counted_with(case, actor), _second_hand(case, actor, own)) if made]
    return Prose((paragraph(*claims),))


def statements_of(case: Case, actor: str) -> pd.DataFrame:
    """The actor's counted attributed statements, in text order."""
    statements = attributed(case)
    return statements[statements["speaker"] == actor]


def _speaks(case: Case, actor: str, own: pd.DataFrame) -> Markup:
    kinds = own["speaker_kind"].value_counts()[lambda counts: counts > 0]
    if len(kinds) == 1:
        how = f", as {_KIND[kinds.index[0]]}"
    else:
        how = ": " + listed([f"{counted_word(n)} as {_KIND[kind]}" for kind, n in kinds.items()])
    makes, total = agree(case, [actor], "makes", "make"), len(attributed(case))
    text = f"{actor_name(case, actor)} {makes} {len(own)} of the {total} attributed statements that are coded{how}"
    return claim(case, text, own.index)


def _silent(case: Case, actor: str) -> Markup:
    does, its = agree(case, [actor], "does", "do"), agree(case, [actor], "its", "their")
    text = f"{actor_name(case, actor)} {does} not speak in this source: no attributed statement is {its} own"
    return claim(case, text, about(case, actor))


def _counted_with(case: Case, actor: str) -> Markup | None:
    """The actors under this one that are heard, or the actor that this one is under."""
    speakers = dict.fromkeys(attributed(case)["speaker"])
    parts = [one for one in speakers if one != actor and actor in _above(case, one)]
    if parts:
        rows = attributed(case)[lambda frame: frame["speaker"].isin(parts)].index
        them = "them" if is_plural(case, actor) else "it"
        names = listed([actor_name(case, one) for one in parts])
        return claim(case, f"Counted with {them} and heard in this article: {names}", rows)
    above = _above(case, actor)
    if not above:
        return None
    are = agree(case, [actor], "is", "are")
    rows = list(statements_of(case, actor).index) or about(case, actor)
    return claim(case, f"{again(case, actor)} {are} counted with {actor_name(case, above[0])}", rows)


def _above(case: Case, actor: str) -> list[str]:
    """The actor's parent, its parent, and so on to the root."""
    found = []
    while not pd.isna(actor := case.actors.at[actor, "parent"]):
        found.append(actor)
    return found


def _second_hand(case: Case, actor: str, own: pd.DataFrame) -> Markup | None:
    """Through whom the actor's words reach the article, where not straight."""
    through = {statement: chain[1:-1] for statement, chain in own["source_chain"].items() if len(chain) > 2}
    if not through:
        return None
    between = dict.fromkeys(one for chain in through.values() for one in chain)
    names = listed([actor_name(case, one) for one in between])
    inferred = any("nested_source_inferred" in own.at[statement, "flags"] for statement in through)
    if len(through) == len(own):
        what = f"What {again(case, actor)} {agree(case, [actor], 'says', 'say')} reaches"
    else:
        what = f"{counted_word(len(through))} of these {'reaches' if len(through) == 1 else 'reach'}"
    return claim(case, f"{what} the article{', as the coder infers,' if inferred else ''} through {names}", through)


def about(case: Case, actor: str) -> list[str]:
    """Rows that name the actor: statements aimed at it, events and relations with it; else its mentions."""
    rows = list(counted(case).index[counted(case)["target"] == actor])
    rows += [row for row, event in case.events.iterrows() if actor in (*event["actors"], *event["recipients"])]
    rows += list(case.relations.index[(case.relations["source"] == actor) | (case.relations["target"] == actor)])
    return rows or list(case.mentions.index[case.mentions["entity"] == actor])


def stated_positions(case: Case, actor: str) -> Prose:
    """The positions that the actor states itself, each with the words it rests on."""
    positions = self_stated(case)[lambda frame: frame["actor"] == actor]
    if case.positions.empty:
        return Prose((note(f"No position of anybody is coded in this case, so none of {actor_name(case, actor)}."),))
    if positions.empty:
        states = agree(case, [actor], "states", "state")
        lead = f"{capital(actor_name(case, actor))} {states} no position on any coded issue."
        return Prose((note(f"{lead} No stance is coded for silence."),))
    return Prose((bullets(position_lines(case, positions.index)),))


def position_lines(case: Case, positions: Iterable[str], naming: bool = False) -> list[Markup]:
    """Each position as a claim, followed by the statements it rests on; `naming` opens with the actor."""
    return [_with_words(case, position, naming) for position in positions]


def _with_words(case: Case, position: str, naming: bool) -> Markup:
    row = case.positions.loc[position]
    who = f"{actor_name(case, row['actor'])} " if naming else ""
    doubt = "; the coder is not sure of it" if row["confidence"] == "low" else ""
    stance = claim(case, Markup("{}{}{}").format(who, holds(case, position), doubt), [position])
    told = [claim(case, _in_words(case, statement), [statement]) for statement in row["evidence"]]
    return Markup(" ").join([stance, *told])


def _in_words(case: Case, statement: str) -> Markup:
    """The statement, its speaker named as in a sentence that follows one on the same speaker."""
    speaker = case.statements.at[statement, "speaker"]
    if speaker_name(case, statement) != actor_name(case, speaker):
        return reported(case, statement)
    return Markup("{} {}").format(again(case, speaker), reported(case, statement, naming=False))


def attributed_positions(case: Case, actor: str) -> Prose:
    """Positions that others give the actor, apart from its own: never printed as what it says."""
    positions = case.positions[(case.positions["actor"] == actor) & (case.positions["basis"] != "self_stated")]
    if positions.empty:
        return Prose((note(f"No position is coded that somebody else gives {actor_name(case, actor)}."),))
    return Prose((bullets(attributed_lines(case, positions.index)),))


def attributed_lines(case: Case, positions: Iterable[str]) -> list[Markup]:
    """Each position given by others, with who gives it, followed by their statements."""
    return [_given_by_others(case, position) for position in positions]


def _given_by_others(case: Case, position: str) -> Markup:
    row = case.positions.loc[position]
    givers = dict.fromkeys(actor_name(case, case.statements.at[st, "speaker"]) for st in row["evidence"])
    by = f"According to {listed(list(givers))}, and not in words of its own,"
    if row["basis"] == "inferred_from_action":
        by = "By inference from what it does, as the analyst notes,"
    held = Markup("{} {} {}").format(by, actor_name(case, row["actor"]), holds(case, position))
    told = [claim(case, reported(case, statement), [statement]) for statement in row["evidence"]]
    return Markup(" ").join([claim(case, held, [position]), *told])


def said_about(case: Case, actor: str) -> Prose:
    """What others say of the actor, as their statements."""
    others = counted(case)[lambda frame: (frame["target"] == actor) & (frame["speaker"] != actor)]
    if others.empty:
        return Prose((note(f"No statement is coded as directed at {actor_name(case, actor)}."),))
    return Prose((bullets(claim(case, _with_act(case, statement), [statement]) for statement in others.index),))


def _with_act(case: Case, statement: str) -> Markup:
    row = case.statements.loc[statement]
    act = f" (coded as: {words(row['speech_act'])})" if row["attribution"] == "attributed" else ""
    return Markup("{}{}").format(reported(case, statement), act)


def gaps(case: Case, actor: str) -> Prose:
    """What this source leaves open on the actor."""
    found = list(_gaps(case, actor))
    return Prose((bullets(found) if found else note("None beyond those that the sections above show."),))


def _gaps(case: Case, actor: str) -> Iterator[Markup]:
    own, name = statements_of(case, actor), actor_name(case, actor)
    rows = list(own.index) or about(case, actor)
    if own.empty:
        does, they = agree(case, [actor], "does", "do"), agree(case, [actor], "it", "they")
        yield claim(case, f"{name} {does} not speak in this source; what {they} would say is not known from it", rows)
    elif own["quote_type"].eq("none").all():
        yield claim(case, f"No words of {name} stand in quote marks; all are the article’s paraphrase", rows)
    stated = set(self_stated(case)[lambda frame: frame["actor"] == actor]["issue"])
    left = len(case.issues) - len(stated)
    if stated and left:
        states = agree(case, [actor], "states", "state")
        on = f"{counted_word(left)} of the {times(len(case.issues), 'issue')} coded in this article"
        yield claim(case, f"{again(case, actor)} {states} no position on {on}", rows)
    if not case.events.empty and not any(actor in (*e["actors"], *e["recipients"]) for _, e in case.events.iterrows()):
        yield claim(case, f"{name} {agree(case, [actor], 'takes', 'take')} part in no coded event", rows)
