"""What of the machine that built a document must not be in it: paths, keys, names of hosts."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

from onrecord.gate.rendered import PDF, Refusal, RenderedFile

_PATH = re.compile(
    r"file://|(?<![\w/.])/(?:home|Users|root|tmp|var|mnt|builds|private)/[\w.-]+|\b[A-Za-z]:\\+(?:Users|Windows|Temp)\\"
)
_KEY = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bgithub_pat_\w{30,}"
    r"|\bglpat-[\w-]{20}"
    r"|\bxox[abprs]-[\w-]{10,}|\bsk-[\w-]{30,}|\bAIza[\w-]{35}\b|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"
    r"|(?i:\b(?:password|passwd|secret|api[_-]?key|token)\b\s*[:=]\s*['\"]?[\w/+.-]{12,})"
)
_HOST = re.compile(
    r"\blocalhost:\d+|\b127\.0\.0\.1\b|\b192\.168\.\d+\.\d+\b|\b[\w-]+\.(?:local|internal|lan|localdomain)\b"
)
_DATA = re.compile(r"data:[\w/+.-]+;base64,[\w+/=]+")
_LEAST = 6  # letters of a host's or a folder's name that is looked for as it is
_SAID = "{} of the machine: {}"
_REMEDY = "take it out of the notebook or the coding, and build anew"


def of_the_machine(file: RenderedFile) -> Iterator[Refusal]:
    """Paths, keys and host names in the words, the source or the description of a file."""
    text = _text(file)
    for what, pattern in (("a path", _PATH), ("a key", _KEY), ("a host name", _HOST)):
        if found := pattern.search(text):
            shown = found[0] if what != "a key" else f"{found[0][:6]}…"
            yield _SAID.format(what, shown), _REMEDY
    for what, name in (
        ("a path", str(Path.home())),
        ("a path", str(Path.cwd())),
        ("a host name", socket.gethostname()),
    ):
        if len(name) >= _LEAST and re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-])", text):
            yield _SAID.format(what, name), _REMEDY


def _text(file: RenderedFile) -> str:
    """All that a file says; what its pictures and fonts are made of aside."""
    if file.path.suffix != PDF:
        return _DATA.sub("", file.text)
    described = " ".join(str(value) for value in (file.pdf.metadata or {}).values())
    addresses = (
        str(one.get_object().get("/A", {}).get("/URI", "")) for p in file.pdf.pages for one in p.get("/Annots", [])
    )
    return "\n".join([described, *addresses, *(page.extract_text() for page in file.pdf.pages)])
