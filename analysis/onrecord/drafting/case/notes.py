"""What a reader of the draft should be warned of, as rows of `notes`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.coding.changing.referring import list_values
from onrecord.coding.storing.sheet import Cells
from onrecord.drafting.reading.dropped import Dropped

DRAFTED = "Drafted by a program and not reviewed; events, relations and tensions are not drafted."
UNDATED = "No date of publication was given or found."
OPEN = "Who is meant is left open."
FIXED = {"coding_basis": "extracted", "rule": "draft:notes"}


def notes(article: Dropped, left_out: Mapping[str, Sequence[str]], statements: Sequence[Cells]) -> list[dict[str, Any]]:
    """That a program drafted the case, what it leaves out, and where it is not sure."""
    found = [{"level": "info", "kind": "draft", "ref": "article", "detail": DRAFTED}]
    if not article.published:
        found.append({"level": "warn", "kind": "no_publication_date", "ref": "article", "detail": UNDATED})
    found += [*_left_out(left_out), *_left_open(statements)]
    return [{"id": f"n-{number:02d}", **note, **FIXED} for number, note in enumerate(found, 1)]


def _left_out(left_out: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Possible attributions that were not drafted, why, and in which sentences."""
    if not left_out:
        return
    total = sum(map(len, left_out.values()))
    named = sorted({one for ids in left_out.values() for one in ids}, key=lambda one: int(one[1:]))
    detail = f"Possible attributions that were not drafted: {total} ({_why(left_out)})."
    yield {"level": "info", "kind": "left_out", "ref": "|".join(named), "detail": detail}


def _why(left_out: Mapping[str, Sequence[str]]) -> str:
    """Each reason with its sentences, the most frequent first."""
    by_number = sorted(left_out.items(), key=lambda pair: -len(pair[1]))
    return "; ".join(f"{reason}: {', '.join(dict.fromkeys(ids))}" for reason, ids in by_number)


def _left_open(statements: Sequence[Cells]) -> Iterator[dict[str, str]]:
    """Statements that leave open who is meant."""
    left_open = [row["id"] for row in statements if "source_open" in list_values(row.get("flags", ""))]
    if left_open:
        yield {"level": "warn", "kind": "source_open", "ref": "|".join(left_open), "detail": OPEN}
