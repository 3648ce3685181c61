"""The codebook is whole: every rule that is cited, every column and every value stands in it, and no other."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from onrecord.coding.codebook.entries import ARTICLE, EVERY, demands, sections, table_entries, vocabularies
from onrecord.coding.tables import TABLES, Row, columns
from onrecord.problems import CATALOGUE
from onrecord.source.article import Article, Published, Publisher

ROOT = Path(__file__).parents[3]
SEED = ROOT / "seeds" / "belarus-troops-2023"
RULES = {rule.id: rule for section in sections() for rule in section.rules}
SECTIONS = {section.number for section in sections()}
RULE = r"[A-Z]{1,2}\d+[a-z]?\b"
CITATION = re.compile(rf"\brules? ({RULE}(?:(?:, | and | to ){RULE})*)")
SECTION = re.compile(r"\bcodebook[,:]? sections? (\d(?:(?:, | and | to )\d)*)")


def texts() -> list[Path]:
    """What may cite a rule: code, its data, notebooks, and the pages for readers."""
    package = [path for path in (ROOT / "analysis").rglob("*") if path.suffix in (".py", ".csv", ".toml", ".md")]
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    return [*package, *tests, *ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("notebooks/*.ipynb")]


def cited(pattern: re.Pattern[str], word: str) -> dict[str, str]:
    """Each rule or section cited by `pattern`, and a file that cites it."""
    return {
        one: path.relative_to(ROOT).as_posix()
        for path in texts()
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
        for one in re.findall(word, match[1])
    }


def test_every_rule_that_is_cited_stands_in_the_codebook():
    """In messages, docstrings, data, notebooks and READMEs."""
    found = cited(CITATION, RULE)
    assert len(found) > 40
    assert {rule: path for rule, path in found.items() if rule not in RULES} == {}


def test_every_section_that_is_cited_stands_in_the_codebook():
    """Where a docstring says `codebook, section 2`."""
    found = cited(SECTION, r"\d")
    assert found
    assert {number: path for number, path in found.items() if number not in SECTIONS} == {}


@pytest.mark.parametrize("code", [code for code in CATALOGUE if "-RULE-" in code])
def test_a_problem_with_a_rule_is_named_for_it_and_says_it_in_words(code: str):
    """E-RULE-S9 cites rule S9, which stands in the codebook, and what it demands."""
    name = code.rpartition("-")[2]
    assert name in RULES.keys() | SECTIONS
    assert len(demands(name)[code]) > 20


def test_every_rule_cited_in_a_message_is_in_words():
    """No message only points at a rule."""
    for code, message in CATALOGUE.items():
        for rule in re.findall(rf"\b(?:rule ({RULE})|section \d)\b", message):
            assert code in demands(rule or message.partition("section ")[2][0]), code


def test_every_column_of_every_table_has_its_meaning_and_no_other():
    """The definitions of the tables and of article.yml, in their order."""
    own = {name: [column for column in columns(name) if column not in Row.model_fields] for name in TABLES}
    parts = {"publisher": Publisher, "published": Published}
    keys = [
        name if name not in parts else f"{name}.{part}"
        for name in Article.model_fields
        for part in (parts[name].model_fields if name in parts else [name])
    ]
    keys.remove("text")  # it stands in article.txt
    expected = {ARTICLE: keys, **own, EVERY: list(Row.model_fields)}
    assert {table.name: [column.name for column in table.columns] for table in table_entries()} == expected
    assert [column.path for table in table_entries() for column in table.columns if len(column.meaning) < 5] == []


def test_every_column_of_a_table_has_its_form_in_words():
    """An enumerated cell names its vocabulary, a reference its tables; what may be empty says so."""
    forms = {column.path: column.form for table in table_entries() for column in table.columns if table.name != ARTICLE}
    assert all(forms.values())
    assert forms["statements.certainty"] == "value of `certainty`"
    assert forms["statements.hedge_text"] == "words of the `sentence`, verbatim, several parted by `|`; may be empty"
    assert forms["tensions.signal_text"] == "words of the `signal_sentence`, verbatim; may be empty"
    assert forms["mentions.entity"] == "id of `actors` or `places` or `dates`"
    assert forms["statements.target_valence"] == "one of -2, -1, 1, 2; may be empty"
    assert forms["actors.named"] == "true or false"
    assert forms["sentences.start"] == "whole number"
    assert forms["events.sentence"] == "sentence, `S04`, or a run of them, `S04-S06`"


@pytest.mark.parametrize("vocabulary", vocabularies(), ids=lambda vocabulary: vocabulary.name)
def test_every_value_is_explained_and_every_vocabulary_is_used(vocabulary):
    """A definition in words that is not the value again, and a column that holds it."""
    assert vocabulary.used_in
    for value in vocabulary.values:
        assert value.definition.strip()
        assert value.definition.casefold() != value.name.casefold()


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_says_what_to_do_with_an_example_of_the_seed(rule):
    """The ids in an example are rows of the seed case, and words in curly quotes stand in its article."""
    article = (SEED / "article.txt").read_text(encoding="utf-8")
    ids = {line["id"] for path in SEED.glob("*.csv") for line in csv.DictReader(path.read_text("utf-8").splitlines())}
    named = re.findall(r"`((?:st|p|ev|rel|t|pl|iss|n)-[\w-]+|S\d\d)`", rule.example)
    assert rule.title
    assert rule.text
    assert set(named) <= ids
    quoted = [" ".join(words.split()) for words in re.findall("“([^”]*)”", rule.example)]
    assert [words for words in quoted if words not in article] == []
    assert named or quoted or "Invented" in rule.example or set(re.findall(r"`([\w-]+)`", rule.example)) & ids


def test_rules_stand_once():
    """No number is given twice."""
    ids = [rule.id for section in sections() for rule in section.rules]
    assert len(ids) == len(set(ids)) == len(RULES)
