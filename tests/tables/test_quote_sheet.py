"""What an editor copies: the words first, then whose they are and what to know before printing them."""

from __future__ import annotations

from onrecord.tables.paraphrases_table import paraphrases_table
from onrecord.tables.quotes_table import quotes_table

from tests.prose.conftest import text_of


def rows(shown) -> dict[str, list[str]]:
    """First cell -> the others, as words."""
    return {text_of(str(row[0])): [text_of(str(cell) or " ") for cell in row[1:-1]] for row in shown.rows}


def test_the_words_stand_first_with_what_an_editor_must_know(case):
    """Who is not named, who relays, what is cut; nothing where there is nothing to mind."""
    found = rows(quotes_table(case))
    assert found["“are ready to carry out tasks as intended”"] == [
        "An unnamed representative of the Russian army",
        "“said”",
        "The speaker is not named; through the Belarusian defence ministry, as the coder infers; part of what is said",
    ]
    assert found["“strengthening the protection and defence of the Union State” [of Russia and Belarus]"][2] == (
        "Part of what is said; words in square brackets are an editor’s"
    )
    assert [one for one in found if one.startswith("“Personnel")]


def test_a_paraphrase_names_the_speaker_with_the_role(case):
    """As the article gives it somewhere."""
    speakers = {text_of(str(row[0])) for row in paraphrases_table(case).rows}
    assert speakers == {"Ukraine", "The Belarusian defence ministry", "Belarus", "President Alexander Lukashenko"}
