"""A table that a reader sees: caption, headers with scope, cells that carry their citations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from onrecord.wording.places import apart

_WORDS = Markup(' style="text-align: left"')  # JupyterLab sets every cell to the right
_MIDDLE = Markup(' class="mid" style="text-align: center"')


@dataclass(frozen=True)
class Table:
    """`rows` hold one cell per column; the first is the row's header. str cells are escaped, Markup is kept.

    `numbers` names the columns that are set to the right, `middle` those that are
    centred. A table without rows prints `empty`, a sentence; nothing
    where that is None. Where it is `optional` a document leaves that sentence out (`claim.absent`).
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str | Markup]]
    numbers: Collection[str] = ()
    empty: str | None = ""
    optional: bool = False
    middle: Collection[str] = ()

    def __repr__(self) -> str:
        return f"<Table {self.caption!r}: {len(self.rows)} rows>"

    def __html__(self) -> str:
        if not self.rows and self.empty is None:
            return ""
        if not self.rows:
            kind = "note absent" if self.optional else "note"
            return Markup('<p class="{}">{}</p>').format(kind, self.empty or f"{self.caption}: none.")
        head = Markup("").join(Markup('<th scope="col"{}>{}</th>').format(self._kind(c), c) for c in self.columns)
        body = Markup("\n").join(self._row(row) for row in self.rows)
        return Markup(
            '<table class="data"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>\n{}\n</tbody></table>'
        ).format(self.caption, head, body)

    def _repr_html_(self) -> str:
        return apart(self.__html__())

    def _row(self, row: Sequence[str | Markup]) -> Markup:
        first, *rest = (escape(cell) for cell in row)
        cells = [
            Markup("<td{}>{}</td>").format(self._kind(column), cell)
            for column, cell in zip(self.columns[1:], rest, strict=True)
        ]
        return Markup('<tr><th scope="row"{}>{}</th>{}</tr>').format(_WORDS, first, Markup("").join(cells))

    def _kind(self, column: str) -> Markup:
        if column in self.middle:
            return _MIDDLE
        return Markup(' class="num"') if column in self.numbers else _WORDS
