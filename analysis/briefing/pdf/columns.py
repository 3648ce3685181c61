"""Widths of a table's columns on paper, from the words in its cells."""

from __future__ import annotations

from analysis import design

LETTERS = 112  # of the text font at table size, across the full width
PADDING = 2  # letters between columns
LEAST = 4


def column_widths(rows: list[list[dict]], columns: int) -> tuple[list[float] | None, list[int]]:
    """Widths in points and capacities in letters of the `columns`; widths are None where each fits on its one line.

    Every column is as wide as its longest word where the page allows that; what is left goes to the columns with
    more to say, by the square root of it, so that one long column does not starve the rest.
    """
    longest_line, longest_word = [LEAST] * columns, [LEAST] * columns
    for row in rows:
        at = 0
        for cell in row:
            if cell["cols"] == 1 and at < columns:
                longest_line[at] = max(longest_line[at], len(cell["words"]))
                longest_word[at] = max([longest_word[at], *map(len, cell["words"].split())])
            at += cell["cols"]
    room = LETTERS - PADDING * (columns - 1)
    if sum(longest_line) <= room:
        return None, [max(width, LEAST) for width in longest_line]
    least = _shrunk(longest_word, room)
    wants = [max(line - width, 0) ** 0.5 for line, width in zip(longest_line, least, strict=True)]
    spare = max(room - sum(least), 0)
    letters = [width + spare * want / (sum(wants) or 1) for width, want in zip(least, wants, strict=True)]
    point = design.FIGURE_WIDTH_MM * 72 / 25.4 / sum(width + PADDING for width in letters)
    return [round((width + PADDING) * point, 2) for width in letters], [
        max(int(width), LEAST) for width in letters
    ]


def _shrunk(widths: list[int], room: int) -> list[float]:
    """`widths` that fit in `room`: the widest are cut to one common width until they do."""
    cap = max(widths)
    while sum(min(width, cap) for width in widths) > room and cap > LEAST:
        cap -= 1
    return [float(min(width, cap)) for width in widths]
