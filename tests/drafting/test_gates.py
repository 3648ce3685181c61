"""Nothing that was not said is drafted as said."""

import pytest

UNSAID = [
    "Mayor Anna Lopez did not say that the bridge will be closed.",
    "Mayor Anna Lopez never said the bridge was safe.",
    "Mayor Anna Lopez no longer says the bridge is safe.",
    "Mayor Anna Lopez would say that the bridge is safe.",
    "Mayor Anna Lopez may announce that the bridge will be closed.",
    "Mayor Anna Lopez will say that the bridge is safe.",
    "If Mayor Anna Lopez says the bridge is safe, the town will use it.",
    "Unless Mayor Anna Lopez says the bridge is safe, nobody will use it.",
    "The paper asked whether Mayor Anna Lopez said the bridge is safe.",
    "Did Mayor Anna Lopez say that the bridge is safe?",
    "Nobody said that the bridge is safe.",
    "No minister said that the bridge is safe.",
    "Neither the mayor nor the minister said that the bridge is safe.",
    "Mayor Anna Lopez is expected to say that the bridge is safe.",
    "Mayor Anna Lopez refused to say that the bridge is safe.",
    "Mayor Anna Lopez reportedly said that the bridge is safe.",
    "It was not clear what the town said.",
    "The town has no fears of a flood this year.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_negated_modal_conditional_or_asked_is_no_statement(attributed, text):
    """The sentence stays the narrator's."""
    assert [row["cue_text"] for row in attributed(text) if row["cue_text"].startswith(("sa", "announ", "fear"))] == []


SAID = {
    "Mayor Anna Lopez said that the bridge will be closed.": "the bridge will be closed",
    "“The bridge is safe,” Mayor Anna Lopez said.": "The bridge is safe",
    "According to the interior ministry, the bridge is safe.": "the bridge is safe",
    "A study found only a few of the bridges in use are safe, researchers said.": None,
    "Mayor Anna Lopez urged the government to close the bridge.": "the government to close the bridge",
    "Mayor Anna Lopez asked the town not to use the bridge.": "the town not to use the bridge",
}


@pytest.mark.parametrize(("text", "content"), SAID.items())
def test_what_is_said_is_drafted_without_losing_a_word_that_matters(attributed, text, content):
    """Content starts where the cue ends: an addressee or `only` is no word to lose."""
    contents = [row["content_text"] for row in attributed(text)]
    assert content in contents if content else not any(words.startswith("a few") for words in contents)
