"""The one way out to a terminal or a log: what data hold is shown there, and nothing of it is obeyed."""

from __future__ import annotations

import json
import re
import unicodedata

_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\[)")  # what a workflow's runner takes for a command, in either form
_SPACE = frozenset({"Zs"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, bidirectional marks, halves of characters, line ends


def say(*lines: object, err: bool = False) -> None:
    """Print `lines`, each on one line as `unobeyed` makes it; `err`: on standard error."""
    import click

    for line in lines:
        click.echo(unobeyed(str(line)), err=err)


def numbered(count: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def unobeyed(text: str) -> str:
    """`text` as `visible`, with the signs broken by which a line would be a command to a workflow's runner."""
    return _COMMAND.sub(lambda match: f"{match[1] or ''}[U+{ord(match[0][-1]):04X}]", visible(text))


def visible(text: str) -> str:
    """`text` on one line: control and bidirectional characters as code points, so that a terminal obeys none."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char.isprintable() or unicodedata.category(char) in _SPACE:
        return char
    return " " if char in "\n\t" else f"[U+{ord(char):04X}]"


def as_json(value: object, indent: int | None = None) -> str:
    """`value` as JSON, in which what no terminal is to obey stands escaped; read again it is the same."""
    text = json.dumps(value, ensure_ascii=False, indent=indent).replace("##[", "\\u0023#[")
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in _UNSEEN else _escaped(char) for char in text
    )


def _escaped(char: str) -> str:
    """The character as JSON escapes it, in halves where it takes two."""
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
