"""The codebook for a terminal: its contents, and what one word means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import singledispatch

from click import HelpFormatter, wrap_text

from onrecord.coding.codebook.entries import (
    Column,
    RuleEntry,
    Section,
    TableEntry,
    ValueEntry,
    VocabularyEntry,
    demands,
    sections,
    table_entries,
    vocabularies,
)
from onrecord.coding.codebook.lookup import AnyEntry, entries_for

_BLOCK = re.compile(r"\n\n|\n(?=- )")  # where a paragraph or an item of a list begins


def contents(width: int) -> str:
    """The sections with their rules, the tables and the vocabularies, in lines of at most `width`."""
    parts = [_section(section, width) for section in sections()]
    parts += [_list("Tables", (table.name for table in table_entries()), width)]
    parts += [_list("Vocabularies", (vocabulary.name for vocabulary in vocabularies()), width)]
    hint = "onrecord codebook WORD tells of any of these, of a column and of a value."
    return "\n\n".join([*parts, _line(hint, width)])


def meaning(word: str, width: int) -> str:
    """What `word` means, all of it, in lines of at most `width`; raises ProblemsError for a word it does not know."""
    return "\n\n".join(_said(entry, width) for entry in entries_for(word))


def _section(section: Section, width: int) -> str:
    title = f"{section.number}  {section.title}"
    return _listing(title, ((rule.id, rule.title) for rule in section.rules), width).rstrip()


def _listing(head: str, rows: Iterable[tuple[str, str]], width: int) -> str:
    """A line, and pairs under it."""
    return "\n".join([_line(head, width), _pairs(rows, width)])


def _line(text: str, width: int) -> str:
    """`text`, set in where it runs over."""
    return wrap_text(text, width, "", "  ")


def _list(title: str, names: Iterable[str], width: int) -> str:
    return f"{title}\n{wrap_text(', '.join(names), width, '  ', '  ')}"


def _pairs(rows: Iterable[tuple[str, str]], width: int) -> str:
    """Two columns: a name, and what it means."""
    page = HelpFormatter(width=width)
    page.indent()
    if pairs := [(name, _plain(words)) for name, words in rows]:
        page.write_dl(pairs)
    return page.getvalue().rstrip("\n")


def _text(markdown: str, width: int) -> str:
    """Paragraphs and lists, wrapped."""
    return "\n".join(_block(block, width) for block in _BLOCK.split(markdown)).lstrip("\n")


def _block(block: str, width: int) -> str:
    """An item of a list, its further lines set in; or a paragraph, with a blank line before it."""
    item = block.startswith("- ")
    return ("" if item else "\n") + wrap_text(_plain(block), width, "  ", "    " if item else "  ")


def _plain(markdown: str) -> str:
    return " ".join(markdown.replace("**", "").split())


@singledispatch
def _said(entry: AnyEntry, width: int) -> str:
    """All that is to be said of `entry`."""
    raise NotImplementedError(type(entry))


@_said.register
def _(entry: Section, width: int) -> str:
    return "\n\n".join(filter(None, [_section(entry, width), _text(entry.text, width), _checked(entry.number, width)]))


@_said.register
def _(entry: RuleEntry, width: int) -> str:
    parts = [entry.text, entry.why and f"Why: {entry.why}", f"Example: {entry.example}"]
    said = [_text(part, width) for part in parts if part]
    return "\n\n".join(filter(None, [_line(f"{entry.id}  {entry.title}", width), *said, _checked(entry.id, width)]))


def _checked(cited: str, width: int) -> str:
    return "\n\n".join(_text(f"Checked as {code}: {words}.", width) for code, words in demands(cited).items())


@_said.register
def _(entry: TableEntry, width: int) -> str:
    columns = ((column.name, _column(column)) for column in entry.columns)
    return _listing(f"{entry.name}  {entry.meaning}", columns, width)


def _column(column: Column) -> str:
    return f"{column.meaning} {column.form and f'[{column.form}]'}".rstrip()


@_said.register
def _(entry: Column, width: int) -> str:
    return _line(f"{entry.path}  {_column(entry)}", width)


@_said.register
def _(entry: VocabularyEntry, width: int) -> str:
    values = ((value.name, value.definition) for value in entry.values)
    return _listing(f"{entry.name}  {_used(entry)}", values, width)


@_said.register
def _(entry: ValueEntry, width: int) -> str:
    (vocabulary,) = (one for one in vocabularies() if one.name == entry.vocabulary)
    return _line(f"{entry.name}  {entry.definition} ({entry.vocabulary}, {_used(vocabulary)})", width)


def _used(vocabulary: VocabularyEntry) -> str:
    return f"vocabulary of {', '.join(vocabulary.used_in)}"
