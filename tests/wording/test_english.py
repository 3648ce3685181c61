"""One place holds the English of the codebook's values: whole, used, and nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import onrecord
import pytest
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.wording.english import all_english, english, uses

PACKAGE = Path(onrecord.__path__[0])
ROOMS = ("figures", "tables", "prose", "briefing", "lab")
ORIGINS = {"published", "inferred", "coded", "given"}  # where an `as_of` comes from (Case.as_of)
KNOWN = {name: set(values) for name, values in VOCABULARIES.items()} | {"as_of": ORIGINS}


def modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of every module of the rooms."""
    for room in rooms:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("use", uses(), ids=" ".join)
def test_a_vocabulary_has_its_english_whole(use: tuple[str, str]):
    """Every value of the codebook, and no other, has words in each use of its vocabulary."""
    vocabulary, _ = use
    assert uses()[use].keys() == KNOWN[vocabulary]


def spoken() -> Iterator[tuple[str, str]]:
    """(vocabulary, use) of each look-up in the package."""
    for _, tree in modules(*ROOMS, "wording"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("english", "all_english"):
                words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                if words:
                    yield words[0], words[1] if len(words) > 1 else "in full"


def test_each_use_of_the_table_is_looked_up_and_each_look_up_is_in_the_table():
    """No line of the table is dead. (`issue_kind` and two more are looked up by a variable.)"""
    by_variable = {("issue_kind", "in full"), ("issue_kind", "to affirm is to")}
    by_variable |= {("status", "of one event"), ("status", "of several events")}
    by_variable |= {("status", "of one event in a draft"), ("status", "of several events in a draft")}
    assert set(spoken()) | by_variable == set(uses()) | {("issue_kind", "in full"), ("status", "in full")}


def test_the_origin_of_as_of_is_worded_for_each_place():
    """Long in the banner, short in the running line and under a figure, in a sentence of the annex."""
    assert english("as_of", "inferred", "banner") == "inferred; the text gives no date"
    assert english("as_of", "inferred", "running line") == "inferred"
    assert english("as_of", "published", "figure") == ""
    assert set(all_english("as_of", "shelf")) == ORIGINS


def test_an_unknown_value_has_no_english():
    """A value that the codebook lacks is an error, not a word of its own."""
    with pytest.raises(KeyError):
        english("status", "rumoured")


def of_one_vocabulary(keys: set[str]) -> list[str]:
    """The vocabularies that two or more of the keys are values of."""
    return [name for name, values in KNOWN.items() if len(keys & values) > 1]


CODES = set().union(*KNOWN.values())


def dictionaries_of_words(tree: ast.Module) -> Iterator[set[str]]:
    """The keys of each dict that gives words: not colours, functions or codes of another vocabulary."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict) and any(map(_words, node.values)):
            yield {str(ast.literal_eval(key)) for key in node.keys if isinstance(key, ast.Constant | ast.UnaryOp)}


def _words(node: ast.expr) -> bool:
    """Whether a string, or a tuple or list, holds words."""
    parts = node.elts if isinstance(node, ast.Tuple | ast.List) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(isinstance(part, ast.JoinedStr) for part in parts) or bool(set(texts) - CODES)


def test_no_other_module_words_a_vocabulary():
    """Nobody keeps a second list of words for the values of a vocabulary."""
    found = {
        (name, tuple(sorted(keys)))
        for name, tree in modules(*ROOMS, "wording")
        for keys in dictionaries_of_words(tree)
        if of_one_vocabulary(keys)
    }
    assert not found


def test_a_second_list_of_words_would_be_found():
    """The search sees plain words, words in pairs and words with places in them, and minds no colours."""
    seen = ast.parse(
        'A = {"asserted": "so", "denied": "no"}\nB = {"CT": ("a", "b"), "PR": ("c", "d")}\nC = {2: f"{x}", -1: "y"}\n'
        "D = {'attributed': design.BLUE, 'narrator': design.GREY}\nE = {'person': 'document', 'state': 'narrator'}"
    )
    assert [of_one_vocabulary(keys) for keys in dictionaries_of_words(seen)] == [["status"], ["certainty"], ["stance"]]
