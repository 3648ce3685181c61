"""Who in the article a source is."""


def test_short_and_full_names_are_one_actor(speakers):
    """A last name is the person that the text names in full."""
    text = (
        "President Anna Lopez said the bridge is safe. Lopez said the bridge is new. Ms Lopez said the bridge is old."
    )
    assert set(speakers(text)) == {"anna-lopez"}


def test_two_persons_of_one_last_name_are_never_merged(speakers):
    """A last name that two persons share is left open."""
    text = "Anna Lopez said the bridge is safe. Juan Lopez said the bridge is old. Lopez said the bridge is new."
    assert speakers(text) == ["anna-lopez", "juan-lopez"]


def test_a_ministry_is_found_again_by_its_noun(attributed):
    """The ministry, it and the statement are the ministry, with less confidence."""
    text = (
        "The Norwegian fisheries ministry said the fleet is safe. The ministry said the fleet is small. "
        "The fleet is old, it said. The statement said the fleet will sail."
    )
    found = attributed(text)
    assert {row["speaker"] for row in found} == {"norwegian-fisheries-ministry"}
    assert [row["confidence"] for row in found][1:] == ["moderate"] * 3
    assert found[-1]["speaker_kind"] == "document"


def test_a_capital_its_country_and_its_government_are_one_state(speakers):
    """Rule A2."""
    text = "Norway said the sea is calm. Oslo said the sea is wide. The Norwegian government said the sea is cold."
    assert set(speakers(text)) == {"nor"}


def test_a_ministry_belongs_to_its_state_only_where_that_is_an_actor(rows):
    """Parent and country come from the words; no actor is made to be a parent."""
    ministry = "The Norwegian fisheries ministry said the fleet is safe."
    (alone,) = rows(ministry)["actors"]
    assert (alone["country"], alone["parent"]) == ("NOR", None)
    both = {row["id"]: row for row in rows(f"{ministry} Norway said the sea is calm.")["actors"]}
    assert both["norwegian-fisheries-ministry"]["parent"] == "nor"


def test_unnamed_persons_stay_separate(speakers):
    """Rule A4: each spokesman without a name is another person."""
    text = "A spokesman said the port is open. The sea is calm. A spokesman said the port is closed."
    assert len(set(speakers(text))) == 2


def test_a_pronoun_goes_to_the_one_who_spoke_before(rows, speakers):
    """He after a speaker is that speaker, and the mention says pronoun."""
    text = "Mr Jens Olsen said the port is open. He said the sea is calm."
    assert set(speakers(text)) == {"jens-olsen"}
    assert [row["form"] for row in rows(text)["mentions"]] == ["proper_name", "pronoun"]


def test_a_pronoun_between_two_is_left_open(rows):
    """Two persons in the sentence before: nobody is guessed (rule S8)."""
    text = "Mr Jens Olsen met Ms Kari Lund and Mr Ole Berg at the port. He said the sea is calm."
    (open_row,) = [row for row in rows(text)["statements"] if row["attribution"] != "narrator"]
    assert (open_row["attribution"], open_row["speaker"]) == ("unspecified", "unspec")
    assert "source_open" in open_row["flags"]


def test_she_is_not_a_mr(speakers):
    """A title that speaks against the pronoun leaves it open."""
    assert speakers("Mr Jens Olsen said the port is open. She said the sea is calm.") == ["jens-olsen"]


def test_a_speech_inside_a_report_has_its_chain(attributed):
    """According to a paper, a person said: the person speaks, through the paper (rule S7)."""
    (row,) = attributed("According to the Harbour Times, Mayor Anna Lopez said the bridge is safe.")
    assert row["source_chain"] == ("paper", "harbour-times", "anna-lopez")


def test_it_is_left_open_where_another_body_stands_between(speakers):
    """A ministry that speaks in no attribution may be meant as well."""
    text = (
        "The fisheries ministry said the sea is calm. The finance ministry would like peace. It said the sea is wide."
    )
    assert speakers(text) == ["fisheries-ministry"]


def test_it_never_points_to_a_name_that_may_be_a_persons(speakers):
    """A lone name is nobody's pronoun."""
    assert speakers("Biden said the sea is calm. It said the sea is wide.") == ["biden"]
