"""What the situation brief prints of a draft: claims in their sentences, quotations as they stand."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from onrecord.briefings import situation
from onrecord.coding.case import Case, open_case
from onrecord.drafting.case.draft import draft_case
from onrecord.measures.draft import left_alone
from onrecord.prose.banner import banner
from onrecord.prose.sources import sources
from onrecord.tables.claims_table import claims_table
from onrecord.tables.quotes_table import quotes_table
from onrecord.tables.statements_table import statements_table

from tests.prose.conftest import text_of

SHIPS = """Harbour Board says the pier held in the storm

A storm hit the coast of Norway on Monday and left two villages without power for a night.
Its winds reached 180 kilometres an hour, according to Norway's Weather Institute.
In a letter of 2016, the Harbour Board said the pier would hold.
Mayor Bo Tarn told the court that, over the last five months, the pier had been closed.
"The pier was safe," said Tarn. "[T]he waves [of that night] were another matter [for us]."
"While we wait for the report," Tarn said, "we keep the harbour shut."
Last week, the roads were icy, the Holm Gazette reported.
Ivo Stern of the Fishers' League was angry on Tuesday.
"The board was slow," Stern said.
His brother Ole Hauge said he had lost his boat.
The pier was weak, Tarn said, adding it had to go.
Estimates suggest 40 boats are missing.
Both the Weather Institute and the Harbour Board have asserted that they acted in time.
The report of the ministry came late. The city ordered the quay closed until May.
Someone wrote on the wall: "The board knew of the cracks for two years".
He said it was late.
The Fishers' League said it was clear that boats were lost.
"""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory) -> Case:
    """The draft of an article with what the pages of drafts got wrong."""
    seeds = tmp_path_factory.mktemp("seeds")
    return open_case(draft_case(SHIPS.encode(), "ships", seeds=seeds, publisher="The Gazette").folder)


@pytest.fixture(scope="module")
def rows(drafted) -> list[list[str]]:
    """The cells of the table of claims."""
    return [[text_of(str(cell)) if cell else "" for cell in row] for row in claims_table(drafted, whole=True).rows]


def with_words(rows: list[list[str]], words: str) -> list[str]:
    (found,) = [row for row in rows if words in row[0]]
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "In a letter of 2016, the Harbour Board said the pier would hold.",
        "Mayor Bo Tarn told the court that, over the last five months, the pier had been closed.",
        "Both the Weather Institute and the Harbour Board have asserted that they acted in time.",
    ],
)
def test_a_claim_stands_in_its_sentence_where_that_says_more(rows, sentence):
    """A letter, an addressee that a program cut off is read all the same; joint speakers have one row."""
    assert with_words(rows, sentence[:30])[0].startswith(f"“{sentence}”")


def test_a_headline_is_no_claim(rows, drafted):
    """It sums up what the article says below; the count leaves it out, too."""
    assert not [row for row in rows if "held in the storm" in row[0]]
    headline = drafted.statements["sentence"] == "S01"
    assert (drafted.statements.loc[headline, "attribution"] == "attributed").any()
    assert "The draft has coded 14 statements with a source" in text_of(banner(drafted, "Situation brief"))


def test_two_claims_of_one_sentence_stand_in_one_row(rows):
    """The sentence is read once."""
    assert with_words(rows, "adding it had to go")[:3] == [
        "“The pier was weak, Tarn said, adding it had to go.”",
        "Tarn",
        "said, added",
    ]


def test_a_claim_that_is_all_of_its_sentence_stands_alone(rows):
    """Without a sentence that would only repeat it."""
    assert with_words(rows, "40 boats")[:3] == ["Suggest 40 boats are missing", "Estimates", "suggest"]


def test_what_a_claim_points_back_to_stands_below_it(rows):
    """Who "the city" is and what it answers; what says nothing without another sentence is no claim at all."""
    assert not [row for row in rows if "Its winds" in row[0]]
    assert "Before it: “The report of the ministry came late.”" in with_words(rows, "rdered the quay closed")[0]
    for alone in ("lost his boat", "clear that boats"):
        assert "Before it" not in with_words(rows, alone)[0]


def test_a_quotation_keeps_an_editor_s_insertions_and_marks_no_omission(rows, drafted):
    """Only an attribution stood between the pieces: none of the speaker's words is left out."""
    quotations = [*(row[0] for row in rows), *(text_of(str(row[0])) for row in quotes_table(drafted).rows)]
    assert sum("“[T]he waves [of that night] were another matter [for us].”" in one for one in quotations) == 2
    assert sum("“While we wait for the report, we keep the harbour shut.”" in one for one in quotations) == 2
    assert not [one for one in quotations if "[…]" in one]


def test_a_quotation_opens_as_the_speaker_began(tmp_path):
    """The table's capital is none of the speaker's."""
    text = b'Dam holds\n\n"It will hold," said Ana Roe. Roe says "many dams like ours will hold for a hundred years".\n'
    case = open_case(draft_case(text, "dam", seeds=tmp_path, publisher="The Gazette").folder)
    told = [text_of(str(row[0])) for row in claims_table(case).rows]
    assert [one[:5] for one in told] == ["“It w", "“many"]


def test_said_as_is_the_verb_of_the_article(rows, drafted):
    """What an act a verb makes, and how firmly, a program does not know; nor what is to come, nor a channel."""
    assert {row[2] for row in rows} <= {"said", "reported", "suggest", "asserted", "ordered", "said, added"}
    assert not [row for row in rows if "to come" in row[3]]
    assert not [row for row in rows if "in a document" in row[1]]
    board = drafted.actors.index[drafted.actors["name"] == "Harbour Board"][0]
    assert [row[1] for row in statements_table(drafted, board).rows] == ["says", "said", "asserted"]


def test_a_clause_before_its_source_follows_with_that(rows):
    """Else "last week" becomes the time of the report."""
    assert with_words(rows, "icy")[0] == "Reported that last week, the roads were icy"


def test_a_person_without_a_role_is_shown_where_first_named(rows):
    """And one whom the article names by a pronoun keeps it."""
    assert with_words(rows, "board was slow")[1] == (
        "Ivo SternFirst named: “Ivo Stern of the Fishers' League was angry on Tuesday.” [S10]"
    )
    assert with_words(rows, "lost his boat")[1] == "His brother Ole Hauge"


def test_a_draft_s_claims_stand_in_the_order_of_the_text(rows):
    """Its sentences point at each other."""
    cited = [row[-1] for row in rows if row[-1]]
    assert cited == sorted(cited)


def test_instead_of_a_bottom_line_stands_the_opening(drafted):
    """Which of its sentences matter, a program does not know; a positions matrix would say them over again."""
    told = text_of(situation.bottom_line(drafted))
    assert told == (
        "A draft has no bottom line. The article opens: “A storm hit the coast of Norway on Monday and left two "
        "villages without power for a night.” [S02]"
    )
    assert 'class="note absent"' in situation.positions_matrix(drafted)._repr_html_()


def test_what_a_draft_left_is_told_by_what_it_did_with_it(drafted):
    """Words in quote marks that nobody has are named; a sentence of which something is coded is not said to be left."""
    told = text_of(banner(drafted, "Situation brief"))
    assert "did not code it: S03, S18." in told
    assert "with who says it left open: S19." in told
    assert "S04" not in told
    assert text_of(sources(drafted)).count("what could be reported speech") == 2


def test_one_on_an_actor_says_where_that_stands(drafted):
    """Not the list again."""
    told = text_of(banner(drafted, "Actor brief", actor=drafted.statements["speaker"].iloc[1]))
    assert "drafts miss some; the sentences that it left alone are named in the situation brief" in told
    assert "S15" not in told


def test_days_without_a_date_are_the_article_s(drafted, tmp_path):
    """Where the page speaks of another date than the article."""
    assert "Its days, such as “monday”" not in (told := text_of(banner(drafted, "Situation brief")))
    assert "Its days, such as “Monday”, count from when it was published." in told
    text = b"Dam holds\n\nAna Roe said on 4 May 2023 the dam would hold.\n"
    plain = open_case(draft_case(text, "dam", seeds=Path(tmp_path), publisher="The Gazette").folder)
    assert "count from when" not in text_of(banner(plain, "Situation brief"))


def test_words_in_quote_marks_that_nobody_has_are_named(drafted):
    """Whether the draft noted them or not, and not those that somebody has."""
    silent = copy.copy(drafted)
    silent.__dict__["notes"] = drafted.notes.iloc[:0]
    assert left_alone(silent) == ("S18",)
