"""The fields of a drafted statement."""

import pytest
from onrecord.drafting.rows.tables import tables
from onrecord.source.sentences import split


def test_a_plain_said_is_no_statement_in_writing(one):
    """Rule L1: the channel is not stated unless the words say it."""
    assert one("Anna Lopez said the bridge is safe.")["channel"] == "not_stated"
    assert one("Anna Lopez said in a statement that the bridge is safe.")["channel"] == "written_statement"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In a public statement, the mayor said the bridge is safe.", "not_stated"),
        ("The mayor told reporters that the bridge is safe.", "not_stated"),
        ("The mayor told a press conference that the bridge is safe.", "press_conference"),
        ("The bridge is safe, the mayor said in a letter.", "document"),
        ("The mayor accused Anna Lopez of theft, threatening to give a news conference.", "not_stated"),
        ("The mayor warned the bridge would close, while a tweet by Anna Lopez praised it.", "not_stated"),
        ("The bridge is safe, according to reports.", "not_stated"),
        ("Estimates suggest the bridge is safe.", "not_stated"),
        ("The letter said the bridge is safe.", "document"),
        ("The bridge is safe, according to official statements.", "written_statement"),
    ],
)
def test_a_channel_is_only_what_the_words_of_the_saying_tell(text, channel, attributed):
    """Rule L1: what is said, or what goes on behind it, tells of no channel; reports and estimates are no paper."""
    assert {row["channel"] for row in attributed(text)} == {channel}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor announced that it is time for drivers to leave.", "assert"),
        ("The mayor announced Anna Lopez had died.", "report"),
        ("The mayor announced the bridge would close.", "announce"),
        ("The mayor announced he was leaving.", "announce"),
        ("The mayor announced a plan to close the bridge.", "announce"),
        ("The mayor said firms could easily mend it.", "assert"),
    ],
)
def test_only_what_is_planned_is_announced(text, act, one):
    """What is or was with others is told; what is to come, or the speaker's own, is announced."""
    assert one(text)["speech_act"] == act


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Thursday, Anna Lopez said the bridge is safe.", ("Thursday", "2023-06-08", "day")),
        ("Yesterday Anna Lopez said the bridge is safe.", ("Yesterday", "2023-06-08", "day")),
        ("On May 4, 2021, Anna Lopez said the bridge is safe.", ("May 4, 2021", "2021-05-04", "day")),
        ("In 2016, the Supreme Court declined to hear a case.", ("2016", "2016-01-01", "year")),
    ],
)
def test_a_time_that_opens_the_sentence_dates_the_saying(text, date, rows):
    """What stands before the source that speaks at once is the time of the saying."""
    (found,) = rows(text)["dates"]
    assert (found["text"], found["resolved"], found["precision"]) == date


@pytest.mark.parametrize("text", ["On Thursday, when it rained, Anna Lopez said the bridge is safe."])
def test_a_time_with_more_behind_it_dates_nothing(text, rows):
    """A clause between the time and the source may be what the time belongs to."""
    assert rows(text)["dates"] == []


def test_a_role_is_taken_from_where_the_text_brings_a_speaker_in(rows):
    """A mention by role and name, where no statement begins; none where the source holds it, or the text has none."""
    text = "On Friday, District Judge Clark Lund met Anna Berg. On Thursday, Lund wrote the bridge was safe."
    assert [row["text"] for row in rows(text)["mentions"]] == ["Lund", "District Judge Clark Lund"]
    assert [row["text"] for row in rows("Judge Clark Lund said it rained.")["mentions"]] == ["Judge Clark Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of vendors offered products.",
        "Photos of the scene showed debris.",
        "A bystander attempted to help.",
        "A machine called Flyboard Air crossed the Channel.",
        "The cows, commonly called buffalo, came from Montana.",
        "The Coast Guard called off its search.",
        "It is a condition characterised by brain damage.",
    ],
)
def test_a_deed_or_a_name_is_no_missed_speech(text):
    """Nobody speaks there, so that no note says that the draft missed it."""
    assert tables(text, split(text), narrator="paper").left_out == {}


def test_what_a_study_found_is_not_the_publishers(rows):
    """No rule reads it, so the sentence is named, and nobody asserts it."""
    text = "The scientists found the loss of yields by 2050 of ten."
    assert tables(text, split(text), narrator="paper").left_out
    assert rows(text)["statements"] == []


def test_a_weekday_behind_the_cue_dates_the_saying(rows):
    """Rules D1, D2: TIMEX first, then the day before publication that it names."""
    found = rows("Anna Lopez said on Thursday that the bridge is safe.")
    (date,) = found["dates"]
    assert (date["timex"], date["resolved"], date["text"]) == ("XXXX-WXX-4", "2023-06-08", "Thursday")
    assert found["statements"][0]["time_said"] == "dated"


def test_a_weekday_of_what_is_said_dates_nothing(rows):
    """A day inside the content is not the day of saying."""
    assert rows("Anna Lopez said the bridge was closed on Thursday.")["dates"] == []


def test_hedges_are_recorded_and_lower_the_certainty(one):
    """Rule C1."""
    row = one("Anna Lopez said the bridge could possibly close.")
    assert (row["certainty"], row["hedge_text"]) == ("PS", ("could", "possibly"))
    assert one("Anna Lopez said the bridge will close.")["certainty"] == "CT"
    assert one("Anna Lopez said the bridge will close in May.")["certainty"] == "CT"


def test_a_quotation_is_written_without_marks_style_comma_and_insertion(one):
    """Rules Q1, Q2."""
    row = one("“The bridge [over the Oder] is safe,” Anna Lopez said.")
    assert row["quote_type"] == "direct"
    assert row["quote_text"] == "The bridge [over the Oder] is safe"
    assert row["insertion_text"] == "[over the Oder]"


def test_a_quotation_that_nobody_closes_is_not_drafted_as_speech(attributed):
    """Where a quotation ends nobody knows, so it is not put in a mouth."""
    assert attributed("Anna Lopez said: “The bridge is safe. The town paid for it.") == []


def test_an_accusation_has_its_target(one):
    """Rule V1: the accused is named, and is an actor though it does not speak."""
    row = one("Norway accused Denmark of taking the ships.")
    assert (row["speech_act"], row["target"], row["target_valence"]) == ("accuse", "dnk", -2)


def test_a_quoted_sentence_without_a_source_is_not_the_narrators(rows):
    """The publisher does not say what stands in quote marks."""
    text = "The hall was full. “We will never give up this bridge, not in a hundred years.” The meeting ended late."
    narrated = [row["content_text"] for row in rows(text)["statements"]]
    assert narrated == ["The hall was full", "The meeting ended late"]


def test_a_sentence_without_attribution_is_one_narrator_row(rows):
    """The whole sentence without its stop."""
    (row,) = rows("The old bridge fell into the river at night.")["statements"]
    assert (row["attribution"], row["content_text"]) == ("narrator", "The old bridge fell into the river at night")


def test_a_headline_that_the_body_repeats_is_not_counted(attributed):
    """Rule S9."""
    text = (
        "Norway says old bridge over the Oder is safe\n"
        "The rain went on for a third day and the river rose above the road in the old town.\n"
        "Norway said the old bridge over the Oder is safe, and that was all that was known in the evening.\n"
        "The water is expected to fall again in the coming days, and the road will be cleaned.\n"
    )
    head, body = attributed(text)
    assert (head["counted"], head["repeat_of"], body["counted"]) == (False, body["id"], True)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lopez added that the “war” is over.",
        "Anna Lopez said the “peace talks” are over.",
        "Anna Lopez said the so-called “special military operation” is over.",
        "Anna Lopez condemned the so-called “special military operation” in the north.",
        "Anna Lopez said the “special” “operation” is over.",
    ],
)
def test_scare_quotes_are_no_quotation(one, text):
    """A marked word or two in indirect speech, or what is so called, is not given as the speaker's words."""
    row = one(text)
    assert (row["quote_type"], row["quote_text"]) == ("none", None)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Anna Lopez condemned the “massacre” of birds.", "massacre"),
        ("Anna Lopez denounced the plan as “dangerous”.", "dangerous"),
        ("Anna Lopez said the plan was “a very bad idea” and the “war” is over.", "a very bad idea"),
        ("Anna Lopez said “yes”.", "yes"),
    ],
)
def test_words_that_the_cue_governs_or_that_are_many_stay_a_quotation(one, text, quote):
    """So does the whole content in quote marks."""
    assert one(text)["quote_text"] == quote


@pytest.mark.parametrize(
    ("text", "certainty", "time"),
    [
        ("Anna Lopez said the bridge would close.", "CT", "future"),
        ("Norway told reporters that it wouldn’t attack the town.", "CT", "future"),
        ("Anna Lopez said the bridge would have to close.", "CT", "future"),
        ("Anna Lopez said the bridge would have closed.", "U", "hypothetical"),
        ("Anna Lopez said she would like to see the bridge.", "U", "hypothetical"),
        ("Anna Lopez says the bridge would close.", "U", "hypothetical"),
        ("“The bridge would close,” Anna Lopez said.", "U", "hypothetical"),
        ("Anna Lopez said the bridge would close if it rained.", "U", "future"),
        ("Anna Lopez said: “Why is the bridge closed?”", "U", "present"),
    ],
)
def test_would_behind_a_past_cue_is_will_told_afterwards(one, text, certainty, time):
    """Rule C1: unhedged will is CT; a condition, direct speech, a question and a present cue leave it open."""
    row = one(text)
    assert (row["certainty"], row["time_referred"]) == (certainty, time)


def test_what_could_not_be_done_is_a_firm_denial(one, rows):
    """Of the source and of the publisher alike."""
    said = one("Anna Lopez said the rescuers could not reach the village.")
    (told,) = rows("Rescuers could not reach the village.")["statements"]
    for row in (said, told):
        assert (row["certainty"], row["polarity"], row["time_referred"]) == ("CT", "negative", "past")


def test_a_question_of_the_publisher_commits_it_to_nothing(rows):
    """Rule C1: U."""
    (row,) = rows("Will the bridge close?")["statements"]
    assert row["certainty"] == "U"


def test_plural_and_fear_is_a_verb(one):
    """`companies fear` has a holder; the noun has none."""
    for text in (
        "Shipping companies fear losses in the town.",
        "Grain traders in the port fear that losses will grow.",
    ):
        row = one(text)
        assert (row["cue_text"], row["cue_class"], row["attribution"]) == ("fear", "concern", "attributed")
        assert "cue_not_finite" not in row["flags"]


@pytest.mark.parametrize(
    "when",
    [
        "last week",
        "late last month",
        "two days ago",
        "a few days earlier",
        "the previous day",
        "earlier this month",
        "",
    ],
)
def test_when_it_was_said_is_no_part_of_what_is_said(one, when):
    """The content starts behind `that`, whatever tells the time between it and the cue."""
    row = one(f"Anna Lopez said {when} that the bridge is safe.".replace("  ", " "))
    assert (row["cue_text"], row["content_text"]) == ("said", "the bridge is safe")


def test_a_time_that_is_what_is_said_stays_in_it(one):
    """`the day that he left` is a noun phrase."""
    assert one("Anna Lopez said the day that he left was cold.")["content_text"] == "the day that he left was cold"
