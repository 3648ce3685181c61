"""A speaker with the role that the article gives, in its words."""

from onrecord.coding.case import open_case
from onrecord.drafting.case.draft import draft_case
from onrecord.measures.counted import attributed
from onrecord.wording.introducing import introduced
from onrecord.wording.reporting import reported

from tests.prose.conftest import text_of


def test_a_speaker_is_given_with_the_role_of_the_first_mention(tmp_path):
    """In the article's words, closed by a comma behind an apposition; a role that points at somebody is left out."""
    text = (
        "Ferries sail late\n\nBode Akande, the master of Holm harbour, said the quay was safe. "
        "Akande said the storm had passed. His brother Ivo Stern said he had doubts. "
        "Opposition MP Lotte Brun said the plan was too dear.\n"
    )
    drafted = open_case(draft_case(text.encode(), "ferries", seeds=tmp_path, publisher="The Gazette").folder)
    told = [text_of(reported(drafted, row)) for row in attributed(drafted).index]
    assert "Bode Akande, the master of Holm harbour, said the quay was safe" in told
    assert "Bode Akande, the master of Holm harbour, said the storm had passed" in told
    assert "opposition MP Lotte Brun said the plan was too dear" in [line[0].lower() + line[1:] for line in told]
    assert not [line for line in told if line.startswith(("his", "His"))]


def test_a_title_where_somebody_else_names_the_speaker_is_taken(case):
    """ "President Alexander Lukashenko" stands in what the ministry says; an institution has no such title."""
    assert text_of(str(introduced(case, "blr-luk"))) == "President Alexander Lukashenko"
    assert text_of(str(introduced(case, "blr-mod"))) == "the Belarusian defence ministry"
