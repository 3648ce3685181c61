"""The main text of a web page or of a Markdown file, a paragraph a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from onrecord.drafting.reading.formats.page import Page, day, line, lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "pre", "td", "th")
FEWEST = 25  # words of an article on a page; fewer are a menu, a notice, a login
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def from_html(html: str) -> Page | None:
    """The article of a web page by trafilatura; None where it finds none."""
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parsers that trafilatura loads; what it found is judged below
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        from trafilatura import bare_extraction

        try:
            found = cast(
                "Document | None",
                bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False),
            )
        except Exception:  # a parser's error on broken markup is no article
            return None
    if found is None or len((found.text or "").split()) < FEWEST:
        return None
    headline = line(found.title or "")
    text = "\n".join(lines(found.text or ""))
    if text.split("\n", 1)[0] == headline:
        text = text.partition("\n")[2]
    return Page(text, headline, line(found.sitename or ""), day(found.date), found.url or None)


def from_markdown(markdown: str) -> Page:
    """The blocks of a Markdown file, each as a line; a first heading is the headline."""
    import mistune
    from lxml import html

    front = FRONT_MATTER.match(markdown)
    facts = front_matter(front[1]) if front else {}
    source = mistune.html(markdown[front.end() :] if front else markdown)
    tree = html.fromstring(f"<div>{source}</div>")
    blocks = [(b.tag, line(b.text_content())) for b in tree.iter(*BLOCKS) if not holds_blocks(b)]
    blocks = [(tag, words) for tag, words in blocks if words]
    headline = facts.get("title", "")
    if blocks and blocks[0][0] in ("h1", "h2") and headline in ("", blocks[0][1]):
        headline = blocks.pop(0)[1]
    return Page("\n".join(words for _, words in blocks), headline, "", day(facts.get("date")))


def holds_blocks(block: HtmlElement) -> bool:
    return any(True for _ in block.iterdescendants(*BLOCKS))


def front_matter(lines: str) -> dict[str, str]:
    """The `key: value` lines of a front matter, quote marks taken off."""
    pairs = (row.partition(":") for row in lines.splitlines() if ":" in row)
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}
