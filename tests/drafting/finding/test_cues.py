"""The lexicon of cues."""

from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.drafting.finding.cues import FRAMES, forms, lexicon


def test_the_lexicon_speaks_the_codebooks_words():
    """Cue classes are the codebook's, frames are known, verbs have five forms."""
    for cue in lexicon():
        assert cue.cue_class in VOCABULARIES["cue_class"], cue.lemma
        assert cue.frames <= FRAMES, cue.lemma
        assert len(cue.forms) == 5 or cue.part != "v", cue.lemma


def test_a_form_knows_its_cues():
    """`claims` is a noun and a verb; cues of several words stand under their first."""
    assert forms()["claims"].verb.lemma == forms()["claims"].noun.lemma == "claim"
    assert any(rest == ("out",) and cue.lemma == "rule out" for rest, cue in forms()["ruled"].phrases)
