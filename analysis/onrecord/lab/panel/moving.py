"""Messages that move about in the queue; nothing is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.lab.panel.desk import Desk, Said, ShownRow
from onrecord.lab.reviewing.queue import RowKey

Content = dict[str, Any]


def following(desk: Desk, _: Content) -> Said:
    """The next open row."""
    desk.to_next(after=desk.row.key if desk.row else None)
    return Said()


def back(desk: Desk, _: Content) -> Said:
    """The row before."""
    desk.back()
    return Said()


def go(desk: Desk, content: Content) -> Said:
    """The row that is named."""
    desk.go(RowKey(content["table"], content["id"]))
    return Said()


def order(desk: Desk, content: Content) -> Said:
    """Another order of the queue, or other tables."""
    desk.order, desk.table = content["order"], content["table"]
    desk.to_next()
    return Said()


def again(_: Desk, __: Content) -> Said:
    """What is shown is read again."""
    return Said("Read again from the files.")


def skip(desk: Desk, row: ShownRow, _: Content) -> Said:
    """The row comes later."""
    desk.skip(row.key)
    desk.to_next()
    return Said(f"Skipped {row.key.id}; it comes again at the end.")


MOVES: dict[str, Callable[[Desk, Content], Said | None]] = {
    "next": following,
    "back": back,
    "go": go,
    "order": order,
    "reload": again,
}
