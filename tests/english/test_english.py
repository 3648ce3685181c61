"""The forms of English words."""

import pytest
from onrecord.drafting.finding.cues import lexicon
from onrecord.english.calendar import MONTHS, WEEKDAYS, month_number
from onrecord.english.nouns import noun_forms
from onrecord.english.verbs import past_of, verb_of, verbs


@pytest.mark.parametrize(
    ("form", "past"),
    [
        ("telling", "told"),
        ("says", "said"),
        ("agreeing", "agreed"),
        ("found", "found"),
        ("written", "wrote"),
        ("x", None),
    ],
)
def test_the_past_of_any_form(form, past):
    """Of an irregular verb too, and none of a word that is unknown."""
    assert past_of(form) == past


def test_every_verb_is_written_out():
    """Five forms each, no word of another verb's base form as base form, and endings as English has them."""
    for base, verb in verbs().items():
        assert len(verb.forms) == 5, base
        assert all(form.isalpha() and form.islower() for form in verb.forms), base
        assert verb.forms[1].endswith("s"), base
        assert verb.forms[4].endswith("ing"), base
        assert verb_of(base) is verb


def test_a_participle_is_the_past_or_ends_in_n():
    """said and said, showed and shown; a slip of the pen makes two of one."""
    others = [verb.forms[3] for verb in verbs().values() if verb.forms[3] not in (verb.past, verb.forms[0])]
    assert [form for form in others if not form.endswith(("n", "ne"))] == []


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("claim", ("claim", "claims")),
        ("worry", ("worry", "worries")),
        ("survey", ("survey", "surveys")),
        ("criticisms", ("criticisms",)),
        ("eagerness", ("eagerness",)),
    ],
)
def test_the_forms_of_a_noun(noun, forms):
    """Plurals by ending; a plural, and a noun without one, stands alone."""
    assert noun_forms(noun) == forms


def test_a_verb_that_is_a_cue_as_a_noun_is_marked():
    """The two tables say the same of `claim`."""
    nouns = {form for cue in lexicon() if cue.part == "n" for form in cue.forms}
    unmarked = [
        cue.lemma for cue in lexicon() if cue.part == "v" and cue.lemma in nouns and not verbs()[cue.lemma].noun
    ]
    assert unmarked == []


def test_months_by_their_names_and_first_letters():
    """The number of a month, 0 for a word that is none."""
    assert [month_number(month) for month in MONTHS] == list(range(1, 13))
    assert [month_number(word) for word in ("sept", "dec", "moon")] == [9, 12, 0]
    assert len(WEEKDAYS) == 7
