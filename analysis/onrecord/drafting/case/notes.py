"""What a reader of the draft should be warned of, as rows of `notes`."""

from __future__ import annotations

from typing import Any

from onrecord.drafting.reading.dropped import Dropped


def notes(
    article: Dropped, left_out: dict[str, list[str]], rows: dict[str, list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """That a program drafted the case, what it leaves out, and where it is not sure."""
    found = [
        (
            "info",
            "draft",
            "article",
            "Drafted by a program and not reviewed; events, relations and tensions are not drafted.",
        )
    ]
    if not article.published:
        found.append(("warn", "no_publication_date", "article", "No date of publication was given or found."))
    if left_out:
        total = sum(map(len, left_out.values()))
        by_number = sorted(left_out.items(), key=lambda pair: -len(pair[1]))
        why = "; ".join(f"{reason}: {', '.join(dict.fromkeys(ids))}" for reason, ids in by_number)
        named = "|".join(sorted({one for ids in left_out.values() for one in ids}, key=lambda one: int(one[1:])))
        found.append(("info", "left_out", named, f"Possible attributions that were not drafted: {total} ({why})."))
    open_sources = [row["id"] for row in rows["statements"] if "source_open" in (row.get("flags") or ())]
    if open_sources:
        found.append(("warn", "source_open", "|".join(open_sources), "Who is meant is left open."))
    return [
        {
            "id": f"n-{number:02d}",
            "level": level,
            "kind": kind,
            "ref": ref,
            "detail": detail,
            "coding_basis": "extracted",
            "rule": "draft:notes",
        }
        for number, (level, kind, ref, detail) in enumerate(found, 1)
    ]
