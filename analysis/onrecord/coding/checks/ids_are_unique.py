"""An id names one row of the case (codebook, section 2)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem


def ids_are_unique(coding: Coding) -> Iterator[Problem]:
    """E-ID-DUP at the later row, with both rows named."""
    first: dict[str, tuple[str, int]] = {}
    for table, records in coding.records.items():
        for record in records:
            name, here = record.cells["id"], (f"{table}.csv", record.number)
            if not name.strip() or first.setdefault(name, here) == here:
                continue
            (file, number), (_, again) = first[name], here
            rows = (number, again) if file == here[0] else (f"{file}:{number}", f"{here[0]}:{again}")
            yield problem("E-ID-DUP", *here, "id", found=name, first=rows[0], second=rows[1])
