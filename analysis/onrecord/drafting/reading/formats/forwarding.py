"""Mails within mails: one that was sent on is the article, one that is quoted is none of it."""

from __future__ import annotations

import datetime
import re
from itertools import takewhile
from typing import NamedTuple

from onrecord.drafting.reading.formats.page import LeftOut, line
from onrecord.drafting.reading.heads import FULL_DATE, date_of

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
    start = next((k for k, row in enumerate(rows) if FORWARDED.match(row) or FIELD.match(row)), None)
    if start is None:
        return Facts(facts.subject, "", None), "\n".join(rows)
    if note := line(" ".join(rows[:start])):
        left_out.add("covering note", note)
    rows = rows[start + bool(FORWARDED.match(rows[start])) :]
    head = list(takewhile(lambda row: not row or FIELD.match(row), rows))
    fields = [found for found in map(FIELD.match, head) if found]
    return forwarded_facts(facts, {found[1].lower(): found[2] for found in reversed(fields)}), "\n".join(
        rows[len(head) :]
    )


def forwarded_facts(facts: Facts, fields: dict[str, str]) -> Facts:
    """What the head of a mail sent on says."""
    sender = line(re.sub(r"[<\[(].*", "", fields.get("from", ""))).strip("\"' *")
    day = FULL_DATE.search(fields.get("date", fields.get("sent", "")))
    subject = PREFIX.sub("", fields.get("subject", "")) or facts.subject
    return Facts(line(subject), "" if "@" in sender else sender, date_of(day) if day else None)


def without_quotes(text: str, left_out: LeftOut) -> str:
    """The rows of a mail without those that quote another mail, and without its signature."""
    rows = text.split("\n")
    first = next((k for k, row in enumerate(rows) if row.strip() and not is_quoting(row)), 0)
    end = next((k for k, row in enumerate(rows) if k > first and ENDS.match(row.strip())), len(rows))
    for row in rows[:end]:
        if row.startswith(">"):
            left_out.add("quoted line", row.lstrip("> "))
    if rest := rows[end + 1 :]:
        left_out.add("signature" if SIGNATURE.match(rows[end].strip()) else "quoted mail", " ".join(rest))
    return "\n".join(row for row in rows[:end] if not is_quoting(row))


def is_quoting(row: str) -> bool:
    """Whether a row quotes another mail, or says that it does."""
    return row.startswith(">") or ANSWERED.match(row.strip()) is not None
