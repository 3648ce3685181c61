"""The main text of a web page or of a Markdown file, a paragraph a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.drafting.reading.formats.page import LeftOut, Page, day, line, lines
from onrecord.drafting.reading.formats.unshown import take_out

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "pre", "td", "th")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FEWEST = 25  # words of an article on a page; fewer are a menu, a notice, a login
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


class Block(NamedTuple):
    """A block of a page: its element's name and its words on one line."""

    tag: str
    words: str


def from_html(html: str) -> Page | None:
    """The article of a web page by trafilatura; None where it finds none."""
    found = extracted(html)
    if found is None or len((found.text or "").split()) < FEWEST:
        return None
    headline = line(found.title or "")
    text = without_first(headline, "\n".join(lines(found.text)))
    return Page(text, headline, line(found.sitename or ""), day(found.date), found.url or None)


def without_first(headline: str, text: str) -> str:
    """The text without its first line where that is the headline."""
    first, _, rest = text.partition("\n")
    return rest if first == headline else text


def extracted(html: str) -> Any:
    """What trafilatura makes of a page: its document, or None."""
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parsers that trafilatura loads; what it found is judged by `from_html`
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        from trafilatura import bare_extraction

        try:
            return bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
        except Exception:  # a parser's error on broken markup is no article
            return None


def from_markdown(markdown: str, name: str) -> Page:
    """The blocks of the Markdown file `name`, each as a line; a first heading is the headline."""
    left_out = LeftOut()
    front = FRONT_MATTER.match(markdown)
    facts = front_matter(front[1]) if front else {}
    found = blocks(markdown[front.end() :] if front else markdown, left_out)
    headline = facts.get("title", "")
    if found and is_title(found[0], headline):
        headline = found.pop(0).words
    text = "\n".join(block.words for block in found)
    labels = tuple(block.words for block in found if block.tag in HEADINGS)
    return Page(text, headline, "", day(facts.get("date")), said=left_out.said(name), labels=labels)


def is_title(block: Block, title: str) -> bool:
    """Whether the first block is the headline: a heading, and the `title` of the front matter if that has one."""
    return block.tag in ("h1", "h2") and title in ("", block.words)


def blocks(markdown: str, left_out: LeftOut) -> list[Block]:
    """The innermost blocks that hold words, in order, without what a reader of the page would not see."""
    import mistune
    from lxml import html

    tree = html.fromstring(f"<div>{mistune.html(markdown)}</div>")
    take_out(tree, left_out)
    found = (Block(str(b.tag), line(b.text_content())) for b in tree.iter(*BLOCKS) if not holds_blocks(b))
    return [block for block in found if block.words]


def holds_blocks(block: HtmlElement) -> bool:
    """Whether an element has a block inside it."""
    return any(True for _ in block.iterdescendants(*BLOCKS))


def front_matter(text: str) -> dict[str, str]:
    """The `key: value` lines of a front matter, quote marks taken off."""
    pairs = (row.partition(":") for row in text.splitlines() if ":" in row)
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}
