"""Widths of a table's columns on paper, from the words in its cells."""

from __future__ import annotations

from analysis import design
from analysis.glyphs import LONG_WORD

LETTERS = 112  # of the text font at table size, across the full width
PADDING = 2.5  # letters between columns
LEAST = 4
ROOMY = 1.1  # a column is this much wider than its longest word of average letters
WIDE = 0.8  # a word of wide letters takes more than the average; it is broken that much earlier


def column_widths(rows: list[list[dict]], columns: int) -> tuple[list[float] | None, list[int]]:
    """Widths in points of the `columns`, None where each fits on its one line; and the longest words they take whole.

    Every column is as wide as its longest word where the page allows that; what is left goes to the columns with
    more to say, by the square root of it, so that one long column does not starve the rest.
    """
    longest_line, longest_word = [float(LEAST)] * columns, [float(LEAST)] * columns
    for row in rows:
        at = 0
        for cell in row:
            if cell["cols"] == 1 and at < columns:
                longest_line[at] = max(longest_line[at], len(cell["words"]))
                longest_word[at] = max(
                    [longest_word[at], *(len(word) * ROOMY for word in cell["words"].split())]
                )
            at += cell["cols"]
    room = LETTERS - PADDING * (columns - 1)
    if sum(longest_line) <= room:
        return None, [LONG_WORD] * columns
    least = _shrunk(longest_word, room)
    wants = [max(line - width, 0) ** 0.5 for line, width in zip(longest_line, least, strict=True)]
    spare = max(room - sum(least), 0)
    letters = [width + spare * want / (sum(wants) or 1) for width, want in zip(least, wants, strict=True)]
    point = design.FIGURE_WIDTH_MM * 72 / 25.4 / sum(width + PADDING for width in letters)
    widths = [round((width + PADDING) * point, 2) for width in letters]
    whole = [
        LONG_WORD if width >= word else max(int(width * WIDE), LEAST)
        for width, word in zip(letters, longest_word, strict=True)
    ]
    return widths, whole


def _shrunk(widths: list[float], room: float) -> list[float]:
    """`widths` that fit in `room`: the widest are cut to one common width until they do."""
    cap = max(widths)
    while sum(min(width, cap) for width in widths) > room and cap > LEAST:
        cap -= 1
    return [min(width, cap) for width in widths]
