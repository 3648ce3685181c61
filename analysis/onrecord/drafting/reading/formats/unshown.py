"""What a web page holds within its article and the publisher does not say there: hidden, struck out, or another's."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.drafting.reading.formats.page import LeftOut, line
from onrecord.drafting.reading.formats.page_styles import hidden_elements

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNDISPLAYED = ("template", "noscript")  # what a browser that runs programs shows nothing of
STRUCK = ("del", "s", "strike")
STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through", re.IGNORECASE)
ARTICLE = ("h1", "article", "main")
LEAVES = ("p", "li", "div")
POST = re.compile(
    r"\b(?:twitter-(?:tweet|video)|tweet|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-embed-bq"
    r"|reddit-card|fb-post|threads-post|text-post-media|telegram-post)\b"
)
ADDRESS_OF_POST = re.compile(
    r"^https?://(?:www\.|mobile\.)?(?:(?:twitter|x)\.com/\w+/status/|instagram\.com/(?:p|reel)/|tiktok\.com/@|t\.me/\w+/\d"
    r"|bsky\.app/profile/|threads\.(?:net|com)/@|facebook\.com/\w[\w.]*/posts/)"
)
TEASER = re.compile(
    r"(?:read|see|watch|listen)(?: also| more| next| here| on)?|also read|related(?: (?:articles?|stor(?:y|ies)|news))?"
    r"|more(?: on this(?: story)?)?|recommended|don[’']t miss",
    re.IGNORECASE,
)
STOP = re.compile(r"[.!?…][”\"’')\]]{0,3}$")
WITHIN = re.compile(r"#|$")  # an address in the page itself
FEWEST = 3  # words of a link that names another article
LEAST_SHOWN = 25  # words: a page that shows fewer, and hides more, waits for its programs to show the rest


def take_out(tree: HtmlElement, left_out: LeftOut) -> bool:
    """Take out of a page what is not seen, what is struck out, teasers and posts; returns whether there is any."""
    before = len(left_out.kinds)
    for kind, found in KINDS.items():
        for element in found(tree):
            if tree in element.iterancestors():
                words = line(" ".join(map(str, element.itertext())))
                element.drop_tree()
                if words:
                    left_out.add(kind, words)
    return len(left_out.kinds) > before


def hidden_blocks(tree: HtmlElement) -> list[HtmlElement]:
    """What a browser does not show; none of it where the page would be empty then."""
    hidden = {one for one in hidden_elements(tree) if one.tag not in ("html", "body")}
    hidden |= {one for one in tree.xpath("//*[@aria-hidden='true']") if is_block(one) and not holds_article(one)}
    hidden |= set(tree.iter(*UNDISPLAYED))
    found = [one for one in tree.iter() if one in hidden and hidden.isdisjoint(one.iterancestors())]
    unseen = sum(map(words_in, found))
    shown = words_in(tree) - unseen
    return found if shown >= min(LEAST_SHOWN, unseen) else [one for one in found if one.tag in UNDISPLAYED]


def words_in(element: HtmlElement) -> int:
    """The words of an element, without programs and style sheets."""
    texts = element.xpath(".//text()[not(parent::script or parent::style or parent::title)]")
    return sum(len(text.split()) for text in texts)


def is_block(element: HtmlElement) -> bool:
    return element.tag not in ("span", "i", "b", "em", "strong", "a", "svg", "html", "body")


def holds_article(element: HtmlElement) -> bool:
    """Whether an element is or holds the head or the main part of a page, which a window over it hides for a while."""
    return element.tag in ARTICLE or any(True for _ in element.iterdescendants(*ARTICLE))


def struck_out(tree: HtmlElement) -> list[HtmlElement]:
    """What was deleted and stays readable."""
    styled = (one for one in tree.xpath("//*[@style]") if STRUCK_STYLE.search(one.get("style")))
    return [*tree.iter(*STRUCK), *styled]


def posts(tree: HtmlElement) -> list[HtmlElement]:
    """Posts of social networks that are set into the page: the words of whoever posted them."""
    named = [one for one in tree.xpath("//*[@class]") if is_block(one) and POST.search(one.get("class"))]
    quoted = [one for one in tree.iter("blockquote") if any(map(is_post, one.iter("a")))]
    return [one for one in (*named, *quoted) if not holds_article(one)]


def is_post(link: HtmlElement) -> bool:
    return ADDRESS_OF_POST.match(link.get("href", "").strip()) is not None


def teasers(tree: HtmlElement) -> list[HtmlElement]:
    """Paragraphs that only lead to another article."""
    return [one for one in tree.iter(*LEAVES) if is_teaser(one)]


def is_teaser(leaf: HtmlElement) -> bool:
    """Whether a paragraph is a link alone that ends in no stop, or one behind words such as `Read also:`."""
    links = [line(one.text_content()) for one in filter(leads_away, leaf.iter("a"))]
    if not links or any(True for _ in leaf.iterdescendants(*LEAVES, "blockquote")):
        return False
    words = line(leaf.text_content())
    before, behind = words.partition(links[0])[::2]
    title = before.strip(" :|–—->»•*")
    long = max(len(link.split()) for link in links) >= FEWEST
    if title:
        return long and TEASER.fullmatch(title) is not None and len(behind.split()) < FEWEST
    return long and not behind.strip(" |–—->»•*") and not STOP.search(words)


def leads_away(link: HtmlElement) -> bool:
    return WITHIN.match(link.get("href", "")) is None


KINDS: dict[str, Callable[[HtmlElement], list[HtmlElement]]] = {
    "hidden run of words": hidden_blocks,
    "struck-out run of words": struck_out,
    "embedded post": posts,
    "teaser": teasers,
}
