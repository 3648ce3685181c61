"""Rows shared out over panels: as few as they need, none much fuller than the next."""

from __future__ import annotations

from collections.abc import Sequence


def pages(heights: Sequence[float], room: float, heads: Sequence[bool] = ()) -> list[range]:
    """Rows shared out over as few panels of `room` points as they need, in order and as evenly as that allows.

    A panel rather ends before one of the `heads`, if that leaves it more than a third full. A row higher than `room`
    has a panel of its own.
    """
    fewest = _filled(heights, room, heads)
    even = sum(heights) / len(fewest)
    tried = [_filled(heights, even + (room - even) * part / 10, heads) for part in range(10)]
    found = [shared for shared in [*tried, fewest] if len(shared) == len(fewest)]
    return max(found, key=lambda shared: sum(bool(heads) and heads[page.start] for page in shared[1:]))


def _filled(heights: Sequence[float], room: float, heads: Sequence[bool]) -> list[range]:
    """Panels filled one after the other."""
    found, first = [], 0
    while sum(heights[first:]) > room and first < len(heights) - 1:
        end = _end(heights, first, room, heads)
        found.append(range(first, end))
        first = end
    return [*found, range(first, len(heights))]


def _end(heights: Sequence[float], first: int, room: float, heads: Sequence[bool]) -> int:
    """Where a panel that starts with row `first` ends: full, or before the last head that leaves it well filled."""
    end = first + 1
    while sum(heights[first : end + 1]) <= room:
        end += 1
    good = [n for n in range(first + 1, end + 1) if heads and heads[n] and sum(heights[first:n]) > room / 3]
    return good[-1] if good else end
