"""Citations: each resolves to a row of the source list, and the list keeps only what the document rests on."""

from __future__ import annotations

from lxml import etree

from onrecord.briefing.document.subset import classes, default, element
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
        if place.xpath("ancestor::section[@id='sources']"):
            continue
        where = "".join(place.itertext()).strip()[:60] or place.get("aria-label", "")
        for row in place.get("data-rows", "").split():
            rows.setdefault(row, where)
        if place.xpath("ancestor::svg") and place.get("href", "").startswith("#"):
            rows.setdefault(place.get("href")[1:], f"a mark {where}".strip())
    return rows


def unresolved(root: etree._Element, file: str) -> list[Problem]:
    """A problem for each citation without a row and for each row that the source list does not hold."""
    rows = {item.get("data-row") for item in root.iterfind(".//section[@id='sources']//li[@data-row]")}
    problems = [
        problem(
            "E-CITATION",
            file=file,
            found=f"citation {row!r} (at {where!r}) leads to no row of the source list",
            remedy="cite a row of the case, and end the notebook with its sources",
        )
        for row, where in cited_rows(root).items()
        if row not in rows
    ]
    for link in root.iterfind(".//a"):
        if "cite" in classes(link) and not link.get("data-rows", "").split():
            found = f"the citation {''.join(link.itertext())!r} names no row"
            problems.append(problem("E-CITATION", file=file, found=found, remedy="give its data-rows"))
    for claim in root.iterfind(".//span[@class='claim']"):
        if claim.find(".//a[@class='cite']") is None:
            found = f"the sentence {''.join(claim.itertext()).strip()[:80]!r} has no citation"
            problems.append(problem("E-CITATION", file=file, found=found, remedy="cite the rows it rests on"))
    return problems


def prune(root: etree._Element) -> None:
    """Keep in the source list the rows that are cited, their sentences, and the marks of their words; add a legend.

    Marks that came apart where another row's mark began or ended are joined again.
    """
    section = root.find(".//section[@id='sources']")
    if section is None:
        return
    cited = set(cited_rows(root))
    for row in section.findall(".//li[@data-row]"):
        if row.get("data-row") not in cited:
            row.getparent().remove(row)
    for sentence in section.findall(".//li[@data-sentence]"):
        if sentence.find(".//li[@data-row]") is None:
            sentence.getparent().remove(sentence)
    for mark in section.findall(".//mark"):
        rows = [row for row in mark.get("data-rows", "").split() if row in cited]
        if rows:
            mark.set("data-rows", " ".join(rows))
        else:
            unwrap(mark)
    for parent in section.iterfind(".//span[@class='verbatim']"):
        _merge_marks(parent)
    _add_legend(section)


def _merge_marks(parent: etree._Element) -> None:
    """Join marks that touch and say the same, here and in what they hold, so that no highlight is broken."""
    before = None
    for mark in list(parent):
        if before is not None and not before.tail and mark.tag == "mark" and before.attrib == mark.attrib:
            _append(before, before[-1] if len(before) else None, mark.text)
            before.extend(mark)
            before.tail = mark.tail
            parent.remove(mark)
        else:
            before = mark
    for mark in parent:
        _merge_marks(mark)


def unwrap(node: etree._Element) -> None:
    """Put the content of `node` in its place."""
    parent, at = node.getparent(), node.getparent().index(node)
    before = node.getprevious()
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
    elif text:
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
        sample = element("mark", MARKS[kind], class_=kind)
        sample.tail = "." if kind == kinds[-1] else ", "
        legend.append(sample)
    heading = section.find("h2")
    section.insert(0 if heading is None else section.index(heading) + 1, legend)
