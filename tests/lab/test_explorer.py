"""The explorer shows just the statements that fit, and the article unchanged."""

from pathlib import Path

import pytest
from lxml import html
from onrecord.coding.case import open_case
from onrecord.lab.article_view import highlighted
from onrecord.lab.statement_explorer import explorer, matching


@pytest.fixture(scope="module")
def case():
    """The seed."""
    return open_case(Path(__file__).parents[2] / "seeds" / "belarus-troops-2023")


def test_filters_combine(case):
    """Speaker and issue together leave the statements that fit both."""
    assert list(matching(case, actor="blr-mod", issue="iss-deploy").index) == ["st-14"]
    assert len(matching(case, attribution="narrator")) == 10


def test_choosing_in_a_menu_changes_the_table(case):
    """The table follows the menus."""
    widget = explorer(case)
    menus, found = widget.children
    menus.children[0].value = "blr-luk"
    assert "3 of 26 statements" in found.value
    menus.children[2].value = "narrator"
    assert "None of the 26 statements" in found.value


def test_the_highlighted_article_changes_no_letter(case):
    """Marks wrap words and add none."""
    tree = html.fromstring(f"<div>{highlighted(case).html}</div>")
    for ours in tree.xpath("//span[@class='sentence-id'] | //style"):
        ours.drop_tree()
    paragraphs = tree.xpath("//div[@class='onrecord-article']/p")[1:]
    assert [p.text_content() for p in paragraphs] == case.article.text.splitlines()
