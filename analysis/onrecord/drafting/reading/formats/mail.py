"""What mails and saved pages have in common: parts, headers, and a cap on what is parsed."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from onrecord.drafting.reading.formats.page import line
from onrecord.drafting.reading.formats.refusing import refusal, too_long

PARTS = 500
LONGEST_HEADER = 4_000  # characters of a header that is read
READ = (
    "subject",
    "from",
    "date",
    "content-type",
    "content-disposition",
    "content-transfer-encoding",
    "content-location",
)
ENCRYPTED = ("application/pkcs7-mime", "multipart/encrypted")
HEADER = re.compile(rb"(?:^|\n)([A-Za-z][\w-]{1,40}):[ \t\r\n]")
HEAD = 64_000  # bytes in which a mail's headers begin


def header_names(data: bytes) -> set[bytes]:
    """The names of the headers that `data` begins with, in small letters; empty where it does not begin with one."""
    if not re.match(rb"\s*(?:From |[A-Za-z][\w-]{1,40}:)", data[:100]):
        return set()
    head = re.split(rb"\r?\n\r?\n", data[:HEAD].lstrip(), maxsplit=1)[0]
    return {name.lower() for name in HEADER.findall(head)}


def message(data: bytes, name: str) -> EmailMessage:
    """The message in `data`; raises ProblemsError where it has more parts or longer headers than any mail."""
    if data.lower().count(b"content-type:") > PARTS:
        raise too_long(name, f"more than {PARTS} parts", f"{PARTS}")
    found = message_from_bytes(data, policy=policy.default)
    headers = (pair for part in found.walk() for pair in part.raw_items())
    longest = max((len(str(value)) for header, value in headers if header.lower() in READ), default=0)
    if longest > LONGEST_HEADER:
        raise too_long(name, f"{longest:,} characters in a header", f"{LONGEST_HEADER:,}")
    if found.get_content_type() in ENCRYPTED:
        raise refusal(name, "it is encrypted", "open it in a mail program and save its words as a text file")
    return found


def decoded(part: EmailMessage) -> bytes:
    """The bytes of a part, whatever they were encoded in."""
    return cast(bytes, part.get_payload(decode=True) or b"")


def header(part: EmailMessage, name: str) -> str:
    """A header's words on one line, '' where there is none."""
    return line(str(part.get(name, "")))
