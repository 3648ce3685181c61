"""Nothing that was not said is drafted as said."""

import pytest
from onrecord.coding.case import open_case
from onrecord.drafting.case.draft import draft_case

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
    "He blamed Mayor Anna Lopez for the delay that, she said, cost two lives.",
    "Carl Voss attacked the firm, in which, he said, the mayor owns shares.",
    "The minister accused the town of theft, but, he said, there was no proof.",
    "It emerged on Monday that Mayor Anna Lopez said that the bridge is safe.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_negated_modal_conditional_or_asked_is_no_statement(attributed, text):
    """The cue makes no row."""
    assert [row["cue_text"] for row in attributed(text) if row["cue_text"].startswith(("sa", "announ", "fear"))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Rumours spread that Mayor Anna Lopez had vowed to resign.",
        "It emerged on Monday that Mayor Anna Lopez had promised to resign.",
        "The Courier reported on Sunday, citing two aides, that Mayor Anna Lopez had threatened to resign.",
    ],
)
def test_what_another_tells_is_not_drafted_as_known(attributed, text):
    """Of a plan that stands in a clause with `that` whose teller no rule read."""
    assert [row["cue_text"] for row in attributed(text) if row["cue_text"] in ("vowed", "promised", "threatened")] == []


TOLD = [
    *UNSAID,
    "The minister called the plan a shame.",
    "The daily Bridge News reported heavy losses.",
    "Some have blamed the town for the flood.",
    "He also added that the road was closed.",
    "The road was reportedly closed in the night.",
    "The bridge is, according to some, not safe.",
    "The plan has been criticised.",
    "The court ruled that the plan is void.",
    "The magazine Bridge describe the judgement as historic.",
    "The bridge, it was claimed, had been safe.",
]


@pytest.mark.parametrize("text", TOLD)
def test_what_somebody_may_have_said_is_not_given_to_the_publisher(rows, text):
    """A sentence with a reporting frame that was not drafted has no narrator's row; the one beside it has."""
    found = rows(f"The river rose in the night. {text}")["statements"]
    assert [row["content_text"] for row in found if row["attribution"] == "narrator"] == ["The river rose in the night"]


@pytest.mark.parametrize(
    "text",
    [
        "The United States is large.",
        "A state of calm set in.",
        "The report has ten pages.",
        "A phone call came at ten.",
    ],
)
def test_a_noun_that_looks_like_a_cue_leaves_the_sentence_to_the_publisher(rows, text):
    """Only a verb frames speech."""
    (row,) = rows(text)["statements"]
    assert row["attribution"] == "narrator"


def test_the_note_names_the_sentences_that_were_left_out(tmp_path):
    """By reason in its detail, and all of them in its reference."""
    text = b"The river rose in the night. Norway did not say when it would act. The daily Z has hit out, as reported."
    folder = draft_case(text, "note", seeds=tmp_path).folder
    (note,) = [row for _, row in open_case(folder).notes.iterrows() if row["kind"] == "left_out"]
    assert note["ref"] == ("S02", "S03")
    assert "the cue is negated or modal: S02" in note["detail"]
    assert "a word of reporting that no rule reads: S03" in note["detail"]


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
