"""The seed, and a case that nothing is coded in yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from onrecord.coding.case import Case, open_case
from onrecord.coding.changing.creating import create_case

SEED = Path(__file__).parents[2] / "seeds" / "belarus-troops-2023"
ARTICLE = b"The mayor opened a bridge on Monday.\nTraffic was light.\n"


@pytest.fixture(scope="session")
def case() -> Case:
    """The seed."""
    return open_case(SEED)


@pytest.fixture
def uncoded(tmp_path: Path) -> Case:
    """A case as `onrecord new` makes it: sentences, and nothing coded."""
    (tmp_path / "seeds").mkdir()
    return open_case(create_case(ARTICLE, "bridge", seeds=tmp_path / "seeds", publisher="The Gazette").folder)


def text_of(shown: object) -> str:
    """What a reader sees, quote marks put in, citations left out."""
    tree = html.fromstring(f"<div>{shown if isinstance(shown, str) else shown._repr_html_()}</div>")
    for cites in tree.xpath("//span[@class='cites']"):
        cites.drop_tree()
    for quote in tree.iter("q"):
        quote.text, quote.tail = "“" + (quote.text or ""), "”" + (quote.tail or "")
    return " ".join(tree.text_content().split())
