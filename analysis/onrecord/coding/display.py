"""How a case shows itself in JupyterLab."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from onrecord.coding.tables import TABLES

if TYPE_CHECKING:
    from onrecord.coding.case import Case


def case_html(case: Case) -> str:
    """Counts of every table, the coding basis, whether a person has reviewed it, and the warnings."""
    article = case.article
    date, origin = article.as_of
    counts = "".join(
        f"<tr><th scope='row'>{name}</th><td class='num'>{rows}</td></tr>"
        for name, rows in ((name, len(getattr(case, name)) if case.coded(name) else "not coded") for name in TABLES)
    )
    basis = ", ".join(f"{count} rows {name.replace('_', ' ')}" for name, count in case.basis_counts.items())
    review = (
        f"reviewed by {escape(article.reviewed_by or 'a person')}"
        if not case.unreviewed
        else f"{case.unreviewed} rows not reviewed by a person"
    )
    warnings = "".join(f"<li>{escape(str(p))}</li>" for p in case.problems)
    return (
        f"<section><h3>{escape(article.headline or case.id)}</h3>"
        f"<p>{escape(article.publisher.name)}, {date.isoformat()} ({origin}). Coding: {basis}; {review}.</p>"
        f"<table class='data'><caption>Case {escape(case.id)}</caption>"
        "<thead><tr><th scope='col'>Table</th><th scope='col'>Rows</th></tr></thead>"
        f"<tbody>{counts}</tbody></table>" + (f"<p>Warnings:</p><ul>{warnings}</ul>" if warnings else "") + "</section>"
    )
