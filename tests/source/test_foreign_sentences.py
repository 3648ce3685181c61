"""Sentences of other languages than English end where that language ends them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onrecord.coding.case import open_case
from onrecord.coding.changing.creating import create_case
from onrecord.source.sentences import split

pytest.importorskip("sentencex")  # an environment of before it was needed

PARAGRAPHS = [
    ("zh", "俄罗斯军队抵达白俄罗斯。|总统说一切正常！|真的吗？|是的。"),
    ("ja", "部隊が到着した。|大統領は参戦を否定した。"),
    ("hi", "सेना बेलारूस पहुँची।| राष्ट्रपति ने कहा कि हम युद्ध नहीं करेंगे।| क्या यह सच है?"),
    ("ar", "وصلت القوات إلى بيلاروسيا.| هل هذا صحيح؟| نعم، إنه صحيح."),
    ("de", "Die Truppen kamen am 3. Mai an.| Der Präsident sagte, z. B. Dr. Müller sei da.| Er blieb."),
    ("de-AT", "Am 17. Jänner kam der 2. Zug.| Er hielt nicht."),
    ("fr", "M. Dupont est arrivé le 3 mai.| Il a dit cela."),
    ("ru", "Войска прибыли 3 мая.| Г. Иванов ушёл.| Он вернулся."),
    ("ur", "فوج پہنچ گئی۔| صدر نے کہا۔"),
    ("am", "ወታደሮች ደረሱ።| ፕሬዚዳንቱ ተናገሩ።"),
]


@pytest.mark.parametrize(("language", "paragraph"), PARAGRAPHS, ids=[language for language, _ in PARAGRAPHS])
def test_a_paragraph_is_cut_by_the_rules_of_its_language(language: str, paragraph: str):
    """The stops of its script end a sentence; its ordinals, abbreviations and initials do not."""
    found = [sentence.text for sentence in split(paragraph.replace("|", ""), language=language)]
    assert found == [part.strip() for part in paragraph.split("|")]


@given(
    st.sampled_from(["de", "zh", "hi", "ar", "xx"]),
    st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("。।.!? \nA1"))),
)
def test_any_text_of_any_language_is_held_whole(language: str, text: str):
    """Spans are verbatim, in order, trimmed, and leave out nothing but white space."""
    at = 0
    for sentence in (found := split(text, language=language)):
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()
    assert len({sentence.id for sentence in found}) == len(found)


def test_a_new_case_is_cut_by_its_language(tmp_path):
    """`onrecord new --language`: the recorded sentences pass the check."""
    (tmp_path / "seeds").mkdir()
    text = "标题\n军队抵达。总统说一切正常。\n"
    made = create_case(text.encode(), "zh-2023", seeds=tmp_path / "seeds", headline="标题", language="zh")
    assert list(open_case(made.folder).sentences["text"]) == ["标题", "军队抵达。", "总统说一切正常。"]
