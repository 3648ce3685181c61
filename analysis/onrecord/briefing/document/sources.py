"""Citations: each resolves to a row of the source list, and the list keeps only what the document rests on."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from onrecord.briefing.document.sentences import cited_sentences, resolve_sentences
from onrecord.briefing.document.subset import classes, default, element, parent_of, text_of
from onrecord.problems import Problem, problem

# kind of coded words -> what the legend calls it; the order of the legend
MARKS = {
    "speaker": "who speaks",
    "cue": "the verb of speaking",
    "content": "what is said",
    "quote": "quoted words",
    "hedge": "a hedge",
    "insertion": "an editor’s insertion",
    "trigger": "what happens",
    "evidence": "what a relation rests on",
    "signal": "a signal of tension",
    "mention": "a name",
    "date": "a time",
}


def cited_rows(root: etree._Element) -> dict[str, str]:
    """Row id -> words of the first place that rests on it: citations, verbatim words, links in a figure."""
    rows: dict[str, str] = {}
    for place in root.iter("a", "q", "blockquote"):
        if not _is_in_sources(place):
            for row, where in _rests_on(place):
                rows.setdefault(row, where)
    return rows


def _is_in_sources(place: etree._Element) -> bool:
    return any(section.get("id") == "sources" for section in place.iterancestors("section"))


def _rests_on(place: etree._Element) -> Iterator[tuple[str, str]]:
    """The rows that one place names, each with the words there."""
    where = text_of(place).strip()[:60] or place.get("aria-label", "")
    for row in place.get("data-rows", "").split():
        yield row, where
    href = place.get("href", "")
    if href.startswith("#") and any(True for _ in place.iterancestors("svg")):
        yield href[1:], f"a mark {where}".strip()


def unresolved(root: etree._Element, file: str) -> list[Problem]:
    """A problem for each citation without a row and for each row that the source list does not hold."""
    rows = {place.get("data-row") for place in root.iterfind(".//section[@id='sources']//*[@data-row]")}
    unknown = list(resolve_sentences(root))
    dangling = [(row, where) for row, where in cited_rows(root).items() if row not in rows]
    empty = [
        link
        for link in root.iterfind(".//a")
        if "cite" in classes(link) and not (link.get("data-rows", "") + link.get("data-sentences", "")).split()
    ]
    bare = [one for one in root.iterfind(".//span[@class='claim']") if one.find(".//a[@class='cite']") is None]
    return [
        *(_no_sentence(file, cell, citation, name) for cell, citation, name in unknown),
        *(_no_row(file, row, where) for row, where in dangling),
        *(_wrong(file, f"the citation {text_of(link)!r} names no row", "give its data-rows") for link in empty),
        *(_uncited(file, one) for one in bare),
    ]


def _no_row(file: str, row: str, where: str) -> Problem:
    found = f"citation {row!r} (at {where!r}) leads to no row of the source list"
    return _wrong(file, found, "cite a row of the case, and end the notebook with its sources")


def _no_sentence(file: str, cell: str, citation: str, name: str) -> Problem:
    found = f"cell {cell}: citation [{citation}] leads to no sentence of the source list ({name})"
    return _wrong(file, found, "cite a sentence of the article, and end the notebook with its sources")


def _uncited(file: str, claim: etree._Element) -> Problem:
    found = f"the sentence {text_of(claim).strip()[:80]!r} has no citation"
    return _wrong(file, found, "cite the rows it rests on")


def _wrong(file: str, found: str, remedy: str) -> Problem:
    return problem("E-CITATION", file=file, found=found, remedy=remedy)


def prune(root: etree._Element) -> None:
    """Keep in the source list what is cited, rows with their sentences, and the marks of their words; add a legend.

    A sentence that is linked to stays, with or without a row; of a list with ``data-whole`` everything does.

    Marks that came apart where another row's mark began or ended are joined again.
    """
    section = root.find(".//section[@id='sources']")
    if section is None:
        return
    if section.get("data-whole") is None:
        _keep(section, root)
    for parent in section.iterfind(".//span[@class='verbatim']"):
        _merge_marks(parent)
    _add_legend(section)


def _keep(section: etree._Element, root: etree._Element) -> None:
    """Take away what `root` neither cites nor links to."""
    cited = set(cited_rows(root))
    for place in section.findall(".//span[@data-row]"):
        if place.get("data-row") not in cited:
            unwrap(place)
    _remove([row for row in section.iterfind(".//li[@data-row]") if row.get("data-row") not in cited])
    named = _linked(root) | set(cited_sentences(root))
    sentences = section.iterfind(".//li[@data-sentence]")
    _remove([one for one in sentences if one.find(".//*[@data-row]") is None and one.get("data-sentence") not in named])
    _remove([rows for rows in section.iterfind(".//ul[@class='rows']") if not len(rows)])
    for mark in section.findall(".//mark"):
        _keep_cited(mark, cited)


def _linked(root: etree._Element) -> set[str]:
    """What the document links to outside its drawings: sentences among it that no row stands for."""
    return {link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "").startswith("#")}


def _remove(items: list[etree._Element]) -> None:
    for item in items:
        parent_of(item).remove(item)


def _keep_cited(mark: etree._Element, cited: set[str]) -> None:
    """A mark names cited rows only; without one it goes, and its words stay."""
    rows = [row for row in mark.get("data-rows", "").split() if row in cited]
    if rows:
        mark.set("data-rows", " ".join(rows))
    else:
        unwrap(mark)


def _merge_marks(parent: etree._Element) -> None:
    """Join marks that touch and say the same, here and in what they hold, so that no highlight is broken."""
    before: etree._Element | None = None
    for mark in list(parent):
        if before is not None and _goes_on(before, mark):
            _append(before, before[-1] if len(before) else None, mark.text)
            before.extend(mark)
            before.tail = mark.tail
            parent.remove(mark)
        else:
            before = mark
    for mark in parent:
        _merge_marks(mark)


def _goes_on(before: etree._Element, mark: etree._Element) -> bool:
    return not before.tail and mark.tag == "mark" and before.attrib == mark.attrib


def unwrap(node: etree._Element) -> None:
    """Put the content of `node` in its place."""
    parent, before = parent_of(node), node.getprevious()
    at = parent.index(node)
    _append(parent, before, node.text)
    children = list(node)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
    _append(parent, children[-1] if children else before, node.tail)
    node.tail = None
    parent.remove(node)


def _append(parent: etree._Element, after: etree._Element | None, text: str | None) -> None:
    if text and after is None:
        parent.text = (parent.text or "") + text
    elif text and after is not None:
        after.tail = (after.tail or "") + text


def mark_language(root: etree._Element, language: str) -> None:
    """Say of the article's own words that they are in its `language` (BCP 47)."""
    for node in root.iter("q", "blockquote", "span"):
        if classes(node) & {"verbatim", "content"}:
            default(node, "lang", language)


def _add_legend(section: etree._Element) -> None:
    present = {kind for mark in section.iter("mark") for kind in classes(mark)}
    kinds = [kind for kind in MARKS if kind in present]
    if not kinds:
        return
    legend = element("p", "Marked in the sentences: ", class_="legend")
    for kind in kinds:
        legend.append(element("mark", MARKS[kind], class_=kind))
        legend[-1].tail = "." if kind == kinds[-1] else ", "
    heading = section.find("h2")
    section.insert(0 if heading is None else section.index(heading) + 1, legend)
