"""How a case shows itself in JupyterLab."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from onrecord.problems import Problem
from onrecord.source.article import Article

PAGE = (
    "<section><h3>{title}</h3><p>{publisher}, {date} ({origin}). Coding: {bases}; {review}.</p>"
    "<table class='data'><caption>Case {case}</caption>"
    "<thead><tr><th scope='col'>Table</th><th scope='col'>Rows</th></tr></thead>"
    "<tbody>{tables}</tbody></table>{warnings}</section>"
)
TABLE = "<tr><th scope='row'>{}</th><td class='num'>{}</td></tr>"


@dataclass(frozen=True)
class Overview:
    """A case at a glance: counts of every table, the coding basis, whether a person has reviewed it, the warnings."""

    article: Article
    rows: Mapping[str, int | None]  # of each table; None: not coded
    bases: Mapping[str, int]  # rows by coding basis
    unreviewed: int  # rows that no person has reviewed
    unread: int  # rows that were signed off though nobody had opened them
    problems: Iterable[Problem]

    def html(self) -> str:
        """The overview as one section, everything of the case escaped."""
        date, origin = self.article.as_of
        return PAGE.format(
            title=escape(self.article.headline or self.article.id),
            publisher=escape(self.article.publisher.name),
            date=date.isoformat(),
            origin=origin,
            bases=", ".join(f"{count} rows {name.replace('_', ' ')}" for name, count in self.bases.items()),
            review=self._review(),
            case=self.article.id,
            tables="".join(TABLE.format(name, "not coded" if n is None else n) for name, n in self.rows.items()),
            warnings=self._warnings(),
        )

    def _review(self) -> str:
        if self.unreviewed:
            return f"{self.unreviewed} rows not reviewed by a person"
        unread = f"; {self.unread} rows signed unread" if self.unread else ""
        return f"{'signed' if unread else 'reviewed'} by {escape(self.article.reviewed_by or 'a person')}{unread}"

    def _warnings(self) -> str:
        found = "".join(f"<li>{escape(str(problem))}</li>" for problem in self.problems)
        return f"<p>Warnings:</p><ul>{found}</ul>" if found else ""
