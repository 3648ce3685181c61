"""Mails within mails: one that was sent on is the article, one that is quoted is none of it."""

from __future__ import annotations

import datetime
import re
from itertools import takewhile
from typing import NamedTuple

from onrecord.drafting.reading.formats.page import LeftOut, line
from onrecord.drafting.reading.heads import FULL_DATE, date_written

SENT_ON = re.compile(r"^(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
PREFIX = re.compile(r"^(?:(?:re|aw|fwd?|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
FORWARDED = re.compile(
    r"^-{2,}\s*(?:forwarded message|original message)\s*-{2,}\s*$|^begin forwarded message:\s*$", re.I
)
ANSWERED = re.compile(r"^on\b.{5,200}\bwrote:\s*$", re.IGNORECASE)
FIELD = re.compile(r"^\W{0,2}(from|sent|date|to|cc|subject|reply-to)\W{0,2}:\W{0,2}\s+(.*)$", re.IGNORECASE)
SIGNATURE = re.compile(r"^--\s?$|^sent from my \w+", re.IGNORECASE)
ENDS = re.compile(f"{SIGNATURE.pattern}|{FORWARDED.pattern}", re.IGNORECASE)  # what follows is no text of the mail


class Facts(NamedTuple):
    """What the headers say: subject, sender and day ('' or None: nothing that the article can be told by)."""

    subject: str
    sender: str
    day: datetime.date | None


def sent_on(facts: Facts, text: str, left_out: LeftOut) -> tuple[Facts, str]:
    """Facts and text of the mail that another one sends on; what stands before it is left out.

    Whoever sends it on did not write it: without a head of its own there is neither sender nor day.
    """
    rows = [re.sub(r"^(?:>\s?)+", "", row).strip() for row in text.split("\n")]
    note = list(takewhile(lambda row: not FORWARDED.match(row) and not FIELD.match(row), rows))
    if len(note) == len(rows):
        return Facts(facts.subject, "", None), "\n".join(rows)
    if any(note):
        left_out.add("covering note", " ".join(note))
    inner = rows[len(note) + bool(FORWARDED.match(rows[len(note)])) :]
    head = list(takewhile(lambda row: not row or FIELD.match(row), inner))
    return forwarded_facts(facts, head), "\n".join(inner[len(head) :])


def forwarded_facts(facts: Facts, head: list[str]) -> Facts:
    """What the head of a mail sent on says."""
    found = [field for field in map(FIELD.match, reversed(head)) if field]
    fields = {field[1].lower(): field[2] for field in found}
    sender = line(re.sub(r"[<\[(].*", "", fields.get("from", ""))).strip("\"' *")
    day = FULL_DATE.search(fields.get("date", fields.get("sent", "")))
    subject = line(PREFIX.sub("", fields.get("subject", "")))
    return Facts(subject or facts.subject, "" if "@" in sender else sender, date_written(day) if day else None)


def without_quotes(text: str, left_out: LeftOut) -> str:
    """The rows of a mail without those that quote another mail, and without its signature."""
    own, last, rest = own_rows(text.split("\n"))
    for row in own:
        if row.startswith(">"):
            left_out.add("quoted line", row.lstrip("> "))
    if any(rest):
        left_out.add("signature" if SIGNATURE.match(last) else "quoted mail", " ".join(rest))
    return "\n".join(row for row in own if not is_quoting(row))


def own_rows(rows: list[str]) -> tuple[list[str], str, list[str]]:
    """The rows before the signature or a mail that is repeated below, the row that begins it, and what follows."""
    first = next((k for k, row in enumerate(rows) if row.strip() and not is_quoting(row)), 0)
    for k, row in enumerate(rows):
        if k > first and ENDS.match(row.strip()):
            return rows[:k], row.strip(), rows[k + 1 :]
    return rows, "", []


def is_quoting(row: str) -> bool:
    """Whether a row quotes another mail, or says that it does."""
    return row.startswith(">") or ANSWERED.match(row.strip()) is not None
