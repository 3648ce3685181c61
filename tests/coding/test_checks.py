"""Every check of the folder is made, once."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest
from onrecord.coding import checks
from onrecord.coding.reading import Coding

FILES = sorted({module.name for module in iter_modules(checks.__path__)} - {"rule"})


def test_no_check_is_made_twice():
    """CHECKS lists each once."""
    assert len(set(checks.CHECKS)) == len(checks.CHECKS)


@pytest.mark.parametrize("file", FILES)
def test_every_public_function_of_a_check_s_file_is_made(file: str):
    """A check that CHECKS forgets would never be made; whatever else a file needs is private to it."""
    name = f"{checks.__name__}.{file}"
    own = [f for _, f in inspect.getmembers(import_module(name), inspect.isfunction) if f.__module__ == name]
    public = {function for function in own if not function.__name__.startswith("_")}
    assert public
    assert public <= set(checks.CHECKS)


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_a_check_says_what_it_demands_and_finds_nothing_in_nothing(check, tmp_path):
    """Each has a docstring, and passes over a case of which nothing could be read."""
    assert inspect.getdoc(check)
    assert {problem.code for problem in check(Coding(tmp_path))} <= {"I-NOT-RUN"}
