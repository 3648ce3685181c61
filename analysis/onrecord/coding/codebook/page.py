"""The codebook as Markdown, for seeds/README.md: `python -m onrecord.coding.codebook.page seeds/README.md`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from onrecord.coding.codebook.entries import (
    ARTICLE,
    Column,
    RuleEntry,
    Section,
    TableEntry,
    VocabularyEntry,
    demands,
    sections,
    table_entries,
    vocabularies,
)

MARK = "<!-- Made by `make codebook` of analysis/onrecord/coding/codebook/ from here on; by hand above. -->"
_CITED = re.compile(r"(?<=\brule )\w+|(?<=\()\w+(?=\))")
_NAMED = re.compile(r"`(\w+)`")


def page() -> str:
    """The contents, then every section; the tables stand in section 2, the vocabularies in section 8."""
    return "\n\n".join([_contents(), *map(_section, sections())]) + "\n"


def renewed(readme: str) -> str:
    """`readme` as it stands down to the mark, and below it the page as it is now."""
    return f"{readme.partition(MARK)[0]}{MARK}\n\n{page()}"


def _contents() -> str:
    lines = (f"- {_link(_title(one), _title(one))}: {_links(one)}".rstrip(": ") for one in sections())
    return "\n".join(["## The codebook", "", *lines])


def _links(section: Section) -> str:
    """To each rule of the section, or each table or vocabulary where it holds these."""
    rules = [_link(rule.id, _heading(rule)) for rule in section.rules]
    return " · ".join(rules + [_link(one.name, one.name) for one in _held(section)])


def _held(section: Section) -> tuple[TableEntry | VocabularyEntry, ...]:
    if section.number == "2":
        return table_entries()
    return vocabularies() if section.number == "8" else ()


def _section(section: Section) -> str:
    held = (*map(_rule, section.rules), *map(_reference, _held(section)))
    parts = [f"## {_title(section)}", section.text, *_checked(section.number), *held]
    return "\n\n".join(map(_with_links, parts))


def _reference(held: TableEntry | VocabularyEntry) -> str:
    return _table(held) if isinstance(held, TableEntry) else _vocabulary(held)


def _title(section: Section) -> str:
    return f"{section.number}. {section.title}"


def _heading(rule: RuleEntry) -> str:
    return f"{rule.id}. {rule.title}"


def _rule(rule: RuleEntry) -> str:
    why = [f"*Why:* {rule.why}"] if rule.why else []
    return "\n\n".join([f"### {_heading(rule)}", rule.text, *why, f"*Example:* {rule.example}", *_checked(rule.id)])


def _checked(cited: str) -> list[str]:
    return [f"*Checked as `{code}`:* {words}." for code, words in demands(cited).items()]


def _table(table: TableEntry) -> str:
    if table.name == ARTICLE:
        rows: Iterable[tuple[str, ...]] = ((f"`{one.name}`", one.meaning) for one in table.columns)
        return _set(table.name, table.meaning, ("key", "meaning"), rows)
    rows = ((f"`{one.name}`", _form(one), one.meaning) for one in table.columns)
    return _set(table.name, table.meaning, ("column", "form", "meaning"), rows)


def _form(column: Column) -> str:
    """The form, its tables and its vocabulary linked."""
    return _NAMED.sub(lambda name: _link(name[0], name[1]) if name[1] in _headed() else name[0], column.form)


@cache
def _headed() -> frozenset[str]:
    """The names of tables and vocabularies: each is a heading of the page."""
    return frozenset((*(table.name for table in table_entries()), *(vocabulary.name for vocabulary in vocabularies())))


def _vocabulary(vocabulary: VocabularyEntry) -> str:
    used = "Held by " + ", ".join(f"`{path}`" for path in vocabulary.used_in) + "."
    rows = ((f"`{value.name}`", value.definition) for value in vocabulary.values)
    return _set(vocabulary.name, used, ("value", "meaning"), rows)


def _set(name: str, said: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A heading, a sentence, and a table."""
    lines = [_line(head), "|---" * len(head) + "|", *map(_line, rows)]
    return "\n".join([f"### {name}", "", said, "", *lines])


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _with_links(text: str) -> str:
    """`text` with the rules that it cites linked."""
    return _CITED.sub(lambda cited: _link(cited[0], _rules()[cited[0]]) if cited[0] in _rules() else cited[0], text)


@cache
def _rules() -> dict[str, str]:
    return {rule.id: _heading(rule) for section in sections() for rule in section.rules}


def _link(words: str, heading: str) -> str:
    """A link to `heading` on this page, as GitHub names it."""
    anchor = re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
    return f"[{words}](#{anchor})"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
