"""Issues and the positions on them, where a statement commits its speaker surely (rules P1 to P4)."""

# ruff: noqa: SIM905, RUF005
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from onrecord.coding.vocabularies import NOT_COMMITTING
from onrecord.drafting.rows.gates import is_clause
from onrecord.drafting.rows.propositions import Proposition, blamed, proposition, urged
from onrecord.drafting.rows.statements import Drafted, significant
from onrecord.drafting.sources.actors import Actor, slug, unique

SPOKEN = frozenset(
    (
        "say tell add state insist announce confirm declare stress argue maintain vow promise pledge write tweet "
        "recommend demand warn reiterate repeat assert contend emphasise emphasize reaffirm note believe think"
    ).split()
    + ["according to", "point out"]
)
URGING = frozenset(["urge", "call on", "order", "encourage", "implore"])


def positions(
    drafted: Iterable[Drafted], actors: dict[str, Actor], names: dict[str, str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of issues and of positions; sets `issue` in the rows of the statements that they rest on.

    `names`: actor → how a proposition names it.
    """
    issues: list[dict[str, Any]] = []
    held: dict[tuple[str, str], list[tuple[int, Drafted]]] = {}
    taken: set[str] = set()
    for one in drafted:
        found = said(one, actors, names)
        if found is None:
            continue
        issue = same_issue(found, issues)
        if issue is None:
            issue = issue_row(found, one, actors, taken)
            issues.append(issue)
        one.row["issue"] = issue["id"]
        stance = found.sign * (2 if one.row["certainty"] == "CT" else 1)
        held.setdefault((one.speaker.actor, issue["id"]), []).append((stance, one))
    rows = [made for (actor, issue), cited in held.items() if (made := position_row(actor, issue, cited))]
    kept = {row["issue"] for row in rows}
    for number, row in enumerate(rows, 1):
        row["id"] = f"p-{number:02d}"
    for one in drafted:
        if one.row.get("issue") not in kept:
            one.row["issue"] = None
    return [issue for issue in issues if issue["id"] in kept], rows


def said(one: Drafted, actors: dict[str, Actor], names: dict[str, str]) -> Proposition | None:
    """The proposition that the statement commits its speaker to, or None."""
    row, lemma = one.row, one.item.lemma
    if row["attribution"] != "attributed" or row["speech_act"] in NOT_COMMITTING or not row["counted"]:
        return None
    if row["quote_type"] == "direct" or "source_open" in row["flags"] or row["cue_class"] == "distancing":
        return None
    if actors[one.speaker.actor].kind == "document" or row["sentence"].count("-"):
        return None
    if row["certainty"] == "U" or row["certainty"] == "PS":
        return None
    if lemma == "blame" and one.item.rule == "object_phrase":
        return blamed(one.content)
    if lemma in URGING:
        return urged(one.content)
    if lemma not in SPOKEN or not is_clause(one.item.rule):
        return None
    content = one.content
    if row["quote_type"] == "mixed":
        content = re.sub(r" ?\[[^\]]*\]", "", content)
        content = re.sub(r"[“”\"]", "", content)
    return proposition(content, names.get(one.speaker.actor, ""))


def same_issue(found: Proposition, issues: list[dict[str, Any]]) -> dict[str, Any] | None:
    """An issue whose proposition has the same words but for articles; a near one is another (rule P3)."""
    return next((issue for issue in issues if plain(issue["proposition"]) == plain(found.text)), None)


def plain(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in ("the", "a", "an")]


def issue_row(found: Proposition, one: Drafted, actors: dict[str, Actor], taken: set[str]) -> dict[str, Any]:
    content_words = [word for word in re.findall(r"[\w’'-]+", found.text) if word.lower() in significant(found.text)]
    return {
        "id": unique("iss-" + slug(" ".join(content_words[:4]), "issue"), taken),
        "proposition": found.text,
        "kind": found.kind,
        "group": group_of(found, one, actors),
        "confidence": "low",
        "coding_basis": "extracted",
        "rule": "draft:proposition_of_a_clause",
    }


def group_of(found: Proposition, one: Drafted, actors: dict[str, Actor]) -> str:
    """The actor that the proposition names first, else its speaker's."""
    places = [
        (found.text.find(name), a.id) for a in actors.values() for name in (a.name, *a.aliases) if name in found.text
    ]
    named = [pair for pair in places if pair[0] >= 0]
    return min(named)[1] if named else one.speaker.actor


def position_row(actor: str, issue: str, cited: list[tuple[int, Drafted]]) -> dict[str, Any] | None:
    """One position from the statements of an actor on an issue; None where they do not agree (left to a person)."""
    stances = [stance for stance, _ in cited]
    if min(stances) < 0 < max(stances):
        return None
    return {
        "id": "",
        "actor": actor,
        "issue": issue,
        "stance": max(stances, key=abs),
        "basis": "self_stated",
        "evidence": tuple(one.row["id"] for _, one in cited),
        "confidence": "low" if any(one.row["confidence"] == "low" for _, one in cited) else "moderate",
        "coding_basis": "extracted",
        "rule": "draft:committing_clause",
    }
