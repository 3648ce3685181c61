"""The members of a zipped document, within limits that are looked at before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile

from onrecord.drafting.reading.formats.refusing import refusal, too_long

MEMBERS = 3_000
UNPACKED = 200_000_000  # bytes of all members together
LONGEST_XML = 30_000_000  # bytes of one member that is parsed
PACKED_TIGHTLY = 250  # times: text packs to a tenth; what packs better by so much is a bomb
SMALL = 1_000_000  # bytes below which any ratio does no harm
DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
IS_ZIP = b"PK\x03\x04"


def member_names(data: bytes) -> set[str]:
    """The names in a zip file; empty for what is none or is damaged."""
    if not data.startswith(IS_ZIP):
        return set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return set(archive.namelist()[:MEMBERS])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return set()


def opened_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive in `data`; raises ProblemsError where it is encrypted, too large or holds XML with a DTD."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    cap_members(members, len(data), name)
    if any(member.flag_bits & 1 for member in members):
        raise refusal(name, "it is encrypted", "save it without a password")
    parsed = (one.filename for one in members if one.filename.endswith((".xml", ".rels")))
    if declaring := next((one for one in parsed if DECLARATION.search(archive.read(one))), None):
        raise refusal(name, f"{declaring} in it declares entities, which no document needs", "save it anew")
    return archive


def cap_members(members: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    """Raise ProblemsError where the members are more, or unpack to more, than those of any document."""
    if len(members) > MEMBERS:
        raise too_long(name, f"{len(members):,} files in one document", f"{MEMBERS:,}")
    unpacked = sum(member.file_size for member in members)
    if unpacked > UNPACKED or any(map(is_bomb, members)):
        raise too_long(name, f"{unpacked:,} bytes packed into {packed:,}", f"{UNPACKED:,}, and no bomb")


def is_bomb(member: zipfile.ZipInfo) -> bool:
    """Whether unpacking gives far more than any text would, or more XML than is parsed."""
    tight = member.file_size > SMALL and member.file_size > PACKED_TIGHTLY * max(1, member.compress_size)
    return tight or (member.filename.endswith(".xml") and member.file_size > LONGEST_XML)
