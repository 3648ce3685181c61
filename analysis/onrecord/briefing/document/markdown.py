"""HTML of an analyst's Markdown, as JupyterLab shows it; HTML in it is shown, not used, but for pictures."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

import mistune
from markupsafe import escape

if TYPE_CHECKING:
    from mistune.block_parser import BlockParser
    from mistune.core import BlockState, InlineState
    from mistune.inline_parser import InlineParser

PLUGINS = ["table", "strikethrough", "footnotes", "task_lists", "url"]
OPEN, DONE = "☐", "☑"

# A sum of money is no formula: an opening sign stands before a word, a closing one behind it and before no figure.
_INLINE_MATHS = (
    r"\$\$(?P<display_tex>[^$]+?)\$\$|\$(?![\s$])(?P<tex>(?:\\[\s\S]|[^$\\\n]|\n(?!\n))+?)(?<!\s)\$(?![\d$])"
)
_BRACKETS = r"\\\\\((?P<round_tex>[\s\S]+?)\\\\\)|\\\\\[(?P<square_tex>[\s\S]+?)\\\\\]"
_BLOCK_MATHS = (
    r"^ {0,3}(?:\$\$(?P<block_tex>[\s\S]+?)\$\$"
    r"|(?P<environment>\\begin\{(?P<of>[a-z]+\*?)\}[\s\S]+?\\end\{(?P=of)\}))[ \t]*$"
)
_PICTURE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)


class _Renderer(mistune.HTMLRenderer):
    """HTML is words. Addresses stay as they are written: the document's own subset decides on them."""

    def inline_html(self, html: str) -> str:
        return html if _PICTURE.fullmatch(html.strip()) else str(escape(html))

    def block_html(self, html: str) -> str:
        kept = html.strip()
        return f"<p>{kept}</p>\n" if _PICTURE.fullmatch(kept) else f"<p>{escape(kept)}</p>\n"


def html_of(markdown: str) -> str:
    """HTML of `markdown`; a formula is ``span.math``, or ``p.math`` where it stands alone."""
    return str(_reader()(markdown))


@functools.cache
def _reader() -> mistune.Markdown:
    return mistune.create_markdown(
        renderer=_Renderer(escape=False, allow_harmful_protocols=True), plugins=[*PLUGINS, _maths, _tasks]
    )


def _maths(md: mistune.Markdown) -> None:
    """Formulas between dollars or brackets, and environments."""
    md.block.register("block_maths", _BLOCK_MATHS, _block_maths, before="list")
    md.inline.register("brackets", _BRACKETS, _inline_maths, before="escape")
    md.inline.register("maths", _INLINE_MATHS, _inline_maths, before="link")
    if md.renderer is not None:
        md.renderer.register("maths", _render_inline)
        md.renderer.register("block_maths", _render_block)


def _block_maths(block: BlockParser, found: re.Match[str], state: BlockState) -> int:
    state.append_token({"type": "block_maths", "raw": found["block_tex"] or found["environment"]})
    return found.end() + 1


def _inline_maths(inline: InlineParser, found: re.Match[str], state: InlineState) -> int:
    groups = found.groupdict()
    tex = next(value for name, value in groups.items() if name.endswith("tex") and value)
    alone = bool(groups.get("display_tex") or groups.get("square_tex"))
    state.append_token({"type": "maths", "raw": tex, "attrs": {"alone": alone}})
    return found.end()


def _render_inline(renderer: Any, text: str, alone: bool = False) -> str:
    return f'<span class="math{" alone" if alone else ""}">{escape(text)}</span>'


def _render_block(renderer: Any, text: str) -> str:
    return f'<p class="math">{escape(text)}</p>\n'


def _tasks(md: mistune.Markdown) -> None:
    """A box that is ticked or not, in the place of a field that a reader cannot fill."""
    if md.renderer is not None:
        md.renderer.register("task_list_item", _render_task)


def _render_task(renderer: Any, text: str, checked: bool = False) -> str:
    box = DONE if checked else OPEN
    opening = "<p>" if text.startswith("<p>") else ""
    return f'<li class="task">{opening}{box} {text.removeprefix(opening)}</li>\n'
