"""Every command and option is documented, with an example, in its help and in the README."""

from __future__ import annotations

import re

import click
import pytest
from onrecord.cli import main

COMMANDS = sorted(main.commands.items())
OPTIONS = [
    pytest.param(name, option, id=f"{name} {option.opts[-1]}")
    for name, command in COMMANDS
    for option in command.params
    if isinstance(option, click.Option)
]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_a_commands_help_holds_an_example_that_it_accepts(name: str, command: click.Command):
    """The help says what it does in one sentence and gives a command line that parses."""
    text = command.get_help(click.Context(command, info_name=name))
    examples = re.findall(rf"^\s+onrecord {name}\b(.*)$", text, flags=re.M)
    assert examples, text
    assert command.get_short_help_str(200).endswith(".")
    for example in examples:
        words = [word.strip("\"'") for word in re.findall(r"\"[^\"]*\"|'[^']*'|\S+", example)]
        command.make_context(name, words)


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_an_options_help_says_what_it_is_for_with_an_example(name: str, option: click.Option):
    """Each option has a sentence and an example that names it."""
    assert option.help
    assert "E.g. " in option.help
    assert set(option.opts) & set(option.help.split("E.g. ")[1].split())


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_readme_names_every_command(name: str, command: click.Command, repository):
    """A reader meets each command in the README."""
    assert f"onrecord {name}" in (repository / "README.md").read_text(encoding="utf-8")
