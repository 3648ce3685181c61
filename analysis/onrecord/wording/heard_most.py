"""Who is heard most, and who is spoken about but not heard, as one sentence."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.frames import joined
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.speakers import root_counts, speaker_counts
from onrecord.wording.actors import actor_name, actor_names, agree

_NAMED, _LEVEL = 5, 4  # silent actors, and voices level with each other, that are named


def heard_most(case: Case) -> tuple[str, tuple[str, ...]]:
    """The sentence without its stop, and the rows it rests on; of a case with an attributed statement."""
    silent = spoken_about_not_heard(case)
    rows = (*attributed(case).index, *joined(silent["rows"]))
    if silent.empty:
        return _heard(case), rows
    names = actor_names(case, silent["actor"][:_NAMED])
    more = f" and {len(silent) - _NAMED} others" if len(silent) > _NAMED else ""
    are = agree(case, list(silent["actor"]), "is", "are")
    return f"{_heard(case)}; {names}{more} {are} spoken about but not heard{_through(case, set(silent['actor']))}", rows


def _heard(case: Case) -> str:
    """The voices with most statements, those counted with the first of them named; all of them where they are level."""
    roots = root_counts(case)
    most = roots[roots["n"] == roots["n"].max()]
    n, total = int(most["n"].iloc[0]), int(roots["n"].sum())
    of, come = f"{total} attributed statement{'s' if total > 1 else ''}", "comes" if n == 1 else "come"
    if len(most) > 1:
        return f"of {of}, {n} {come} from each of {_level(case, list(most['root']))}"
    return f"{n} of {of} {come} from {_with_members(case, most['root'].iloc[0])}"


def _level(case: Case, roots: list[str]) -> str:
    more = f" and {len(roots) - _LEVEL} more" if len(roots) > _LEVEL else ""
    return f"{actor_names(case, roots[:_LEVEL])}{more}"


def _with_members(case: Case, root: str) -> str:
    """ "Belarus and those counted with it (the ministry 6, Belarus 2)"."""
    speakers = speaker_counts(case)
    within = speakers[speakers["root"] == root]
    members = [f"{actor_name(case, one)} {n}" for one, n in zip(within["speaker"], within["n"], strict=True)]
    counted = f" and those counted with it ({', '.join(members)})" if len(members) > 1 else ""
    return f"{actor_name(case, root)}{counted}"


def _through(case: Case, silent: set[str]) -> str:
    """ ", though an unnamed representative is": a silent actor whose part or person speaks is said so."""
    parts = [one for one in speaker_counts(case)["speaker"] if one not in silent and case.root(one) in silent]
    return f", though {actor_names(case, parts)} {'is' if len(parts) == 1 else 'are'}" if parts else ""
