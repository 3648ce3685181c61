"""The pages of a draft speak for the draft; of the article they say no count, no share and nothing that it lacks."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import onrecord.briefings
import onrecord.figures
import onrecord.prose
import onrecord.tables
import pytest
from lxml import html
from onrecord.coding.case import Case, open_case
from onrecord.drafting.case.draft import draft_case
from onrecord.prose.banner import banner
from onrecord.prose.sources import sources

SEED = Path(__file__).parents[2] / "seeds" / "belarus-troops-2023"
ROOMS = (onrecord.prose, onrecord.tables, onrecord.figures)
BRIEFINGS = ("situation", "timeline", "quotes", "annex", "actor_brief", "issue_brief")
OF_TWO_CODINGS = "alignment"  # the parameter of what compares codings; it speaks of no article
GIVEN = ("extracted", "model_suggested")

ARTICLES = {
    "nobody": "Dam holds\n\nHe said the dam would hold. She said she had her doubts. Rain fell until Monday.\n",
    "paraphrase": (
        "Ferries sail late\n\nOfficials said the ferries would sail late. Harbour master Ana Roe said the quay was "
        "safe and warned that the storm could return. The quay was built in 1950. Keller did not say when it opens.\n"
    ),
    "quoted": (
        'Coach praised\n\n"We were tired but we held on," said Bo Tarn, the coach of Holm. "Nobody gave up," Tarn '
        "said. The hall was full.\n"
    ),
    "accused": (
        "Company accused\n\nThe Ministry of Health accused the company of hiding the leak. The company denied the "
        'accusation. "We will pay for everything," director Lena Ostrova said on 4 May 2023.\n'
    ),
    "demand": "Bakers ask\n\nThe Union of Bakers said citizens should ask for application of the law in every town.\n",
}
FOR_THE_ARTICLE = (
    r"attributes no statement to anybody",
    r"stands? in quote marks",
    r"the source is not named",
    r"name is withheld",
    r"\d of \d+ body sentences",
    r"[Ss]poken about,? (but )?not heard",
    r"[Oo]f \d+ counted statements",
    r"do(es)? not speak",
    r"characters of (the|its) body",
    r"\d of (the )?\d+ attributed statements?",
    r"No voices? but",
    r"\bare heard\b",
    r"The article itself says",
    r"without saying whose",
    r"and not heard",
    r"stands without a source",
    r"cites no independent confirmation",
    r"none is confirmed by a source without a stake",
    r"states? no position on",
    r"Nobody attributes",
    r"No actor states",
    r"No attributed statement of this article",
    r"Every attributed statement holds",
    r"Every speaker of the article",
    r"Nothing else in the article",
    r"No other issue of this article",
    r"not said by anyone else",
    r"has no date|have no date",
    r"can be placed on a date",
    r"carr(y|ies) a date of saying|None of its attributed statements",
    r"no source is given",
    r"without a source: “",
    r"The article mentions",
    r"\d+(\.\d+)? ?%",
    r"nobody named",
    r"not named or second-hand",
    r"by a source who is not named",
    r"No position is coded",
    r"the publisher’s own: ",
    r"draws? more than one actor",
)


def parts(of: ModuleType) -> Iterator[Callable]:
    """The public functions of a room, or of a briefing, that make something of a case."""
    found = (
        [getattr(importlib.import_module(f"{of.__name__}.{module.name}"), module.name, None) for module in modules(of)]
        if of in ROOMS
        else [getattr(of, name) for name in of.__all__]
    )
    yield from (one for one in found if callable(one) and next(iter(inspect.signature(one).parameters), "") == "case")


def modules(room: ModuleType) -> list[pkgutil.ModuleInfo]:
    return [module for module in pkgutil.iter_modules(room.__path__) if not module.ispkg]


def shown(case: Case, part: Callable) -> Iterator[str]:
    """What one part shows: of a part on an actor or an issue, of each of them."""
    needed = [
        name for name, one in inspect.signature(part).parameters.items() if one.default is inspect.Parameter.empty
    ]
    if part.__name__ == "banner":
        yield words(part(case, "Brief"))
    elif "actor" in needed:
        briefed = [actor for actor in case.actors.index if actor not in (case.narrator, "unspec")]
        yield from (words(part(case, actor)) for actor in briefed)
    elif "issue" in needed:
        yield from (words(part(case, issue)) for issue in case.issues.index)
    elif part.__name__ == "sources":
        yield from (words(part(case, codes=codes)) for codes in (False, True))
    elif part.__name__ != "open_case":
        yield words(part(case))


def words(made: object) -> str:
    """The text of a part with its alternatives, quote marks put in."""
    tree = html.fromstring(f"<div>{made._repr_html_()}</div>")
    for quote in tree.iter("q"):
        quote.text, quote.tail = "“" + (quote.text or ""), "”" + (quote.tail or "")
    alternatives = [value for node in tree.iter() for value in node.attrib.values() if " " in value]
    return " ".join([*tree.text_content().split(), *alternatives])


def pages(case: Case) -> str:
    return "\n".join(text for room in ROOMS for part in parts(room) for text in shown(case, part))


def coded(folder: Path, basis: str) -> Case:
    """The case with all its rows on that basis, whatever they were."""
    for path in [*folder.glob("*.csv"), folder / "article.yml"]:
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub("extracted|model_suggested|assistant_coded|analyst_coded", basis, text), encoding="utf-8"
        )
    return open_case(folder)


def folder_of(name: str, seeds: Path) -> Path:
    """A drafted case of that article; for the others the seed, which has every kind of row."""
    if name not in ("seed", "unconfirmed"):
        return draft_case(ARTICLES[name].encode(), name, seeds=seeds, publisher="The Gazette").folder
    folder = Path(shutil.copytree(SEED, seeds / name))
    (folder / "notes.csv").unlink()  # the coder's own words
    if name == "unconfirmed":
        path = folder / "events.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(",party,", ",none,"), encoding="utf-8")
    return folder


NAMES = (*ARTICLES, "seed", "unconfirmed")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("basis", GIVEN)
def test_a_page_of_a_draft_says_nothing_for_the_article(name, basis, tmp_path):
    """No part of a briefing counts, shares out or misses what a program may have missed."""
    text = pages(coded(folder_of(name, tmp_path), basis))
    found = [one for pattern in FOR_THE_ARTICLE if (one := re.search(pattern, text))]
    assert [text[max(one.start() - 60, 0) : one.end()] for one in found] == []
    assert "drafts miss some" in text


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory) -> str:
    """The parts of the same rows when a person has coded them."""
    seeds = tmp_path_factory.mktemp("seeds")
    return "\n".join(pages(coded(folder_of(name, seeds), "analyst_coded")) for name in NAMES)


@pytest.mark.parametrize("pattern", FOR_THE_ARTICLE)
def test_the_same_rows_of_a_person_speak_for_the_article(pattern, reviewed):
    """Each of these sentences does occur where a person coded the rows."""
    assert re.search(pattern, reviewed)
    assert "drafts miss some" not in reviewed


def test_six_briefings_have_no_part_that_is_not_read_here():
    """What the briefings show is of the three rooms, and every public function of these that takes a case is read."""
    briefings = [importlib.import_module(f"onrecord.briefings.{one}") for one in BRIEFINGS]
    read = {part.__name__ for room in ROOMS for part in parts(room)}
    of_two = {"summary", "codings", "same_everywhere", "agreement_text", "disagreements_table", "fields_table"}
    assert read | of_two | {"rows_found_table"} == {module.name for room in ROOMS for module in modules(room)}
    assert {part.__name__ for briefing in briefings for part in parts(briefing)} - {"open_case"} <= read


def test_one_row_of_a_program_makes_a_draft(tmp_path):
    """A coding that is in part a draft speaks like one, until who opened it signs it; an assistant's does not."""
    folder = folder_of("seed", tmp_path)
    assert "drafts miss some" not in pages(open_case(folder))
    path = folder / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("assistant_coded", "extracted", 1), encoding="utf-8")
    case = open_case(folder)
    assert "does not speak" not in pages(case)
    article = folder / "article.yml"
    text = article.read_text(encoding="utf-8")
    for key, value in (("by", "Ana Roe"), ("on", "2023-02-01"), ("sha256", case.coding_sha256)):
        text = re.sub(rf"(?m)^reviewed_{key}:.*\n?", "", text) + f"\nreviewed_{key}: {value}"
    article.write_text(text + "\n", encoding="utf-8")
    assert "does not speak" in pages(open_case(folder))
    article.write_text(text + "\nreviewed_unread: 1\n", encoding="utf-8")
    assert "does not speak" not in pages(open_case(folder))


def test_the_sentences_that_a_draft_left_alone_are_linked_and_kept(tmp_path):
    """Each page names them under its head, and its list of sources keeps them, though no row stands there."""
    case = open_case(folder_of("paraphrase", tmp_path))
    assert '<a href="#S05">S05</a>' in banner(case, "Brief")._repr_html_()
    assert "saw here what could be reported speech" in words(sources(case))
