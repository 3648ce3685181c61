"""seeds/README.md holds the codebook as it is now, and its own words are true of the seed."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from onrecord.coding.codebook.page import renewed

ROOT = Path(__file__).parents[3]
README = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")


def test_the_readme_is_what_the_codebook_makes():
    """After a change to rules, columns, values or tables: `make codebook`."""
    assert renewed(README) == README


def test_every_link_leads_to_a_heading():
    """As GitHub names headings; every heading has a name of its own."""
    headings = re.findall(r"^#+ (.*)$", README, flags=re.M)
    names = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(names) == len(set(names))
    assert set(re.findall(r"\]\(#([^)]*)\)", README)) <= set(names)


def test_no_cell_of_a_table_breaks_it():
    """Each line of a table has as many cells as its head."""
    for block in re.findall(r"(?:^\|.*\n)+", README, flags=re.M):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1, block


def test_the_statement_shown_cell_by_cell_is_the_seeds():
    """Every cell of the worked example, st-06."""
    with (ROOT / "seeds" / "belarus-troops-2023" / "statements.csv").open(encoding="utf-8", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["id"] == "st-06")
    shown = README.partition("### One statement, cell by cell")[2].partition("###")[0]
    lines = re.findall(r"^\| (`.*?) \| (.*?) \| .* \|$", shown, flags=re.M)
    assert len(lines) > 15
    for columns, cells in lines:
        names, values = re.findall(r"`([^`]*)`", columns), re.findall(r"`([^`]*)`", cells) or [""] * 2
        assert [row[name] for name in names] == [value.replace("\\|", "|") for value in values][: len(names)]
