"""The attributions of files: every file is read before a line is given."""

import json

import pytest
from onrecord.drafting.case.attributing import attribution_lines
from onrecord.problems import ProblemsError

GERMAN = (
    "Der Minister sagte am Montag, die Brücke sei sicher und werde nicht geschlossen, solange der Fluss nicht steigt. "
    "Die Stadt widersprach ihm und warnte vor dem Hochwasser, das in der Nacht gekommen war."
)
ENGLISH = "Anna Lopez said that the bridge is safe and that the town will use it again when the river has fallen."


@pytest.fixture
def file(tmp_path):
    """Name and words → a file."""

    def made(name, words):
        path = tmp_path / name
        path.write_text(words, encoding="utf-8")
        return path

    return made


def test_a_text_in_another_language_is_refused_by_name(file):
    """As in drafting; nothing is printed for the English file beside it either."""
    with pytest.raises(ProblemsError) as error:
        next(attribution_lines([file("story.txt", ENGLISH), file("geschichte.txt", GERMAN)]))
    (found,) = error.value.problems
    assert (found.code, found.file) == ("E-DRAFT-LANGUAGE", "geschichte.txt")


def test_english_gives_a_line_an_attribution(file):
    """The refusal is for other languages only."""
    (line,) = attribution_lines([file("story.txt", ENGLISH)])
    assert json.loads(line)["doc"] == "story"
