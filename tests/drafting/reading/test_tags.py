"""Tags have names: no code in drafting compares one with letters, and no class of them is written twice."""

import ast
import importlib
import pkgutil
from pathlib import Path

import onrecord.drafting
import pytest
from onrecord.drafting.reading import tags

LETTERS = frozenset(
    value for name, value in vars(tags).items() if name.isupper() and isinstance(value, str) and len(value) == 1
)
ROOM = Path(onrecord.drafting.__path__[0])
FILES = sorted(file for file in ROOM.rglob("*.py") if file != Path(tags.__file__))
SEARCHES = {"find", "rfind", "index", "count", "replace", "startswith", "endswith", "strip", "lstrip", "rstrip"}
NAMES = {"tags", "tag", "letter", "letters"}


def modules():
    """Every module of drafting."""
    found = pkgutil.walk_packages(onrecord.drafting.__path__, "onrecord.drafting.")
    return [importlib.import_module(module.name) for module in found]


def written_letters(source):
    """The expressions that compare tags, or search them, with letters."""
    tree = ast.parse(source)
    tagged = NAMES | tag_variables(tree)
    return [ast.unparse(node) for node in ast.walk(tree) if is_comparison(node, tagged) or is_pattern(node)]


def tag_variables(tree):
    """Variables that hold tags: set from an expression that reads some."""
    pairs = [(node.targets, node.value) for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    pairs += [([n.target], n.value) for n in ast.walk(tree) if isinstance(n, ast.NamedExpr)]
    pairs += [([n.target], n.iter) for n in ast.walk(tree) if isinstance(n, ast.For | ast.comprehension)]
    held = [targets for targets, value in pairs if is_tag(value)]
    return {target.id for targets in held for target in targets if isinstance(target, ast.Name)}


def is_tag(node):
    """Whether an expression is a piece of the tags, or one where a condition holds."""
    if isinstance(node, ast.IfExp):
        return is_tag(node.body) or is_tag(node.orelse)
    return isinstance(node, ast.Subscript) and reads_tags(node.value, NAMES)


def reads_tags(node, tagged):
    return any(
        (isinstance(part, ast.Name) and part.id in tagged) or (isinstance(part, ast.Attribute) and part.attr in NAMES)
        for part in ast.walk(node)
    )


def is_letters(node):
    """Whether a literal, or a call or display of literals, is made of tags only."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and node.value != "" and LETTERS.issuperset(node.value)
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return bool(node.elts) and all(map(is_letters, node.elts))
    return isinstance(node, ast.Call) and len(node.args) == 1 and is_letters(node.args[0])


def is_comparison(node, tagged):
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        return any(map(is_letters, sides)) and any(reads_tags(side, tagged) for side in sides if not is_letters(side))
    if isinstance(node, ast.comprehension):
        return is_letters(node.iter)
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return called and node.func.attr in SEARCHES and reads_tags(node.func.value, tagged) and any(
        map(is_letters, node.args)
    )  # fmt: skip


def is_pattern(node):
    """Whether it compiles a class of tags that are no word: [AHMv]."""
    compiled = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile"
    pattern = node.args[0].value if compiled and isinstance(node.args[0], ast.Constant) else None
    if not isinstance(pattern, str):
        return False
    inside = pattern[1:-1].replace("\\", "")
    return pattern[:1] == "[" and pattern[-1:] == "]" and LETTERS.issuperset(inside) and any(map(str.isalpha, inside))


@pytest.mark.parametrize(
    "line",
    [
        'tags[k] in "AHMv"',
        'tags[k] == "h"',
        'tags[k + 1 : k + 2] not in tuple("vAHM")',
        't.tags[k] in ("D", "P")',
        't.tags.find(",h", 2)',
        'tags[i:j].rstrip("bq")',
        'letter in ".;"',
        'any(mark in t.tags[k:] for mark in ",;:-")',
        'before = tags[k]\nbefore in "NnC"',
        'before = t.tags[k] if k else "."\nbefore == "q"',
        'for letter in t.tags: letter == "v"',
        'VERB = re.compile("[AHMvo]")',
        'STOP = re.compile(r"[.;:,\\-c]")',
    ],
)
def test_a_comparison_with_letters_is_seen(line):
    """Each form in which letters stood in the rules."""
    assert written_letters(line)


@pytest.mark.parametrize(
    "line", ['t.low[k] == "to"', "tags[k] in FINITE", 'word in ("no", "that")', "voice == 'active'"]
)
def test_a_comparison_of_words_is_none(line):
    """Words, and tags by name, are compared freely."""
    assert not written_letters(line)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOM).as_posix())
def test_no_code_compares_tags_with_letters(file):
    """Letters stand in `tags` alone."""
    assert written_letters(file.read_text(encoding="utf-8")) == []


def test_no_class_of_tags_is_written_twice():
    """Two names for one class would drift apart."""
    seen = {}
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, frozenset) and len(value) > 1 and value <= LETTERS:
                seen.setdefault(value, set()).add(name)
    assert [sorted(names) for names in seen.values() if len(names) > 1] == []


def test_each_part_of_speech_has_a_letter_of_its_own():
    """Two names for one letter would make one class of two."""
    named = [value for name, value in vars(tags).items() if name.isupper() and isinstance(value, str)]
    assert len(named) == len(set(named))
