"""Attributions: what each rule finds, and what must never be found."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onrecord.drafting.finding.attributions import find, to_json_lines
from onrecord.drafting.finding.cues import lexicon
from onrecord.source.sentences import split
from ruamel.yaml import YAML

SEED = Path(__file__).parents[3] / "seeds" / "belarus-troops-2023"


def words(text, spans):
    return " … ".join(text[start:end] for start, end in spans)


def found(text):
    """(rule, source, cue, content) of every attribution of a text."""
    return [(a.rule, *(words(text, spans) for spans in (a.source, a.cue, a.content))) for a in find(text)]


@pytest.mark.parametrize(
    ("rule", "text", "source", "cue", "content"),
    [
        (
            "trailing_speech",
            "“The dam will hold,” Anna Berg said.",
            "Anna Berg",
            "said",
            "“The dam will hold,”",
        ),
        ("trailing_speech", "The dam will hold, the mayor said.", "the mayor", "said", "The dam will hold"),
        ("trailing_speech", "“It holds,” she told reporters.", "she", "told", "“It holds,”"),
        ("trailing_speech", "The dam, he said, is safe.", "he", "said", "The dam … is safe"),
        (
            "trailing_speech",
            "“We hope,” he said, “that it holds.”",
            "he",
            "said",
            "“We hope,” … “that it holds.”",
        ),
        ("trailing_speech", "“It holds,” he said. “It must.”", "he", "said", "“It holds,” … “It must.”"),
        (
            "inverted_speech",
            "“The dam will hold,” said Karl Lund.",
            "Karl Lund",
            "said",
            "“The dam will hold,”",
        ),
        ("quote_after_cue", "The mayor said: “It will hold.”", "The mayor", "said", "“It will hold.”"),
        ("quote_after_cue", "The mayor told us, “It holds.”", "The mayor", "told", "“It holds.”"),
        ("relative_speech", "It had a plan which he said was old.", "he", "said", "which … was old"),
        ("reduced_passive", "He won the contests known as Super Day.", "", "known as", "the contests … Super Day"),
        ("seeming", "The mayor appears to agree.", "", "appears", "The mayor … to agree"),
        ("asked_about", "Asked if it rained, he left.", "", "Asked", "if it rained"),
        ("asked_about", "When asked about the dam, he left.", "", "asked about", "the dam"),
        ("that_clause", "She said on Monday that it rained.", "She", "said", "it rained"),
        ("that_clause", "He told the council that it rained.", "He", "told", "it rained"),
        ("that_clause", "He said, however, that it rained.", "He", "said", "it rained"),
        ("bare_clause", "Norway said it will send grain.", "Norway", "said", "it will send grain"),
        ("bare_clause", "Many believe the dam is old.", "Many", "believe", "the dam is old"),
        (
            "as_reported",
            "As the Tribune reported, the dam is old.",
            "the Tribune",
            "reported",
            "the dam is old",
        ),
        ("wh_clause", "She asked whether the dam holds.", "She", "asked", "whether the dam holds"),
        ("infinitive", "Norway vowed to send grain.", "Norway", "vowed", "to send grain"),
        ("infinitive", "Norway decided not to send grain.", "Norway", "decided", "not to send grain"),
        ("prepositional", "Norway called for a ban on nets.", "Norway", "called for", "a ban on nets"),
        ("addressee_clause", "He told them it rained.", "He", "told", "it rained"),
        ("object_phrase", "The union backs the strike.", "The union", "backs", "the strike"),
        ("object_phrase", "Chad accused Mali of theft.", "Chad", "accused", "Mali of theft"),
        ("object_phrase", "Chad blames Mali for the flood.", "Chad", "blames", "Mali for the flood"),
        ("passive_agent", "Mali was accused by Chad of theft.", "Chad", "accused", "Mali … of theft"),
        ("agentless_passive", "Mali is expected to win.", "", "expected", "Mali … to win"),
        ("according_to", "According to Kyiv, the bridge fell.", "Kyiv", "According to", "the bridge fell"),
        ("according_to", "The bridge fell, according to Kyiv.", "Kyiv", "according to", "The bridge fell"),
        ("noun_cue", "There are fears that the dam breaks.", "", "fears", "the dam breaks"),
        ("noun_cue", "Lund’s claim that it rained is new.", "Lund", "claim", "it rained"),
        ("adjective_cue", "Norway is eager to send grain.", "Norway", "eager", "to send grain"),
        ("adjective_cue", "Norway is opposed to the ban.", "Norway", "opposed to", "the ban"),
        ("name_and_colon", "Lund: Dam Will Hold For Years", "Lund", ":", "Dam Will Hold For Years"),
    ],
)
def test_each_rule_finds_its_form(rule, text, source, cue, content):
    """One sentence for every form: the rule, and source, cue and content word by word."""
    assert found(text) == [(rule, source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The army sent its plans to the front.",
        "The report of the claim was lost.",
        "“I think we want to believe that,” the sign read on Monday in the rain",
        "It rained in the United States when the train left.",
    ],
)
def test_nothing_is_found_where_nobody_says_anything(text):
    """Nouns that look like cues, and cues inside a quotation, are no attributions of their own."""
    assert [item for item in found(text) if item[1] != "the sign" and item[0] != "trailing_speech"] == []


def test_conjoined_predicates_share_their_source():
    """`confirmed X and said Y` is two attributions of one source."""
    text = "The ministry confirmed the flood and said two bridges were closed."
    assert [item[1:] for item in found(text)] == [
        ("The ministry", "confirmed", "the flood"),
        ("The ministry", "said", "two bridges were closed"),
    ]


def test_a_participle_takes_the_source_of_its_sentence():
    """`blamed X, accusing them of Y`: both are the subject's."""
    text = "Chad has blamed Mali for the flood, accusing it of neglect."
    assert [item[1:] for item in found(text)] == [
        ("Chad", "blamed", "Mali for the flood"),
        ("Chad", "accusing", "it of neglect"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad said it will send grain as the two countries share a border.", "it will send grain"),
        ("Chad said it will send grain, while Mali sells it.", "it will send grain"),
        ("Chad said it will send grain – a lie.", "it will send grain"),
        ("Chad said it will send grain, which is dear.", "it will send grain"),
        ("Chad backs the ban, which Mali rejects.", "the ban"),
    ],
)
def test_the_narrators_clauses_are_left_out(text, content):
    """Rule S6: as, while, dashes and non-restrictive relatives belong to the narrator."""
    assert found(text)[0][3] == content


def test_a_statement_within_a_statement_is_the_outer_sources():
    """`X said he wants Y` is one statement of X."""
    assert [item[2] for item in found("The mayor said he wants a new dam.")] == ["said"]


@pytest.mark.parametrize(
    ("text", "negated", "modal"),
    [
        ("Norway did not say that it rained.", True, ""),
        ("Norway wouldn’t say that it rained.", True, "wouldn’t"),
        ("Norway could back the ban.", False, "could"),
        ("Norway backs the ban.", False, ""),
    ],
)
def test_negation_and_modality_of_the_cue_are_told(text, negated, modal):
    """What was not said, or only might be, can be told from what was."""
    (item,) = find(text)
    assert (item.negated, item.modal) == (negated, modal)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The dam will hold,” he said.", "direct"),
        ("He said the dam “will hold”.", "mixed"),
        ("He said the dam will hold.", "none"),
    ],
)
def test_the_quote_type_follows_the_marks(text, kind):
    """Direct when all the content is quoted, mixed when a part is, none otherwise."""
    assert find(text)[0].quote_type == kind


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    """A paragraph that opens with a mark after an unclosed quotation is still the same speaker's."""
    text = "Lund said: “It rained.\n“It poured.”\n“Nobody came.”"
    assert words(text, find(text)[0].content) == "“It rained. … “It poured.”"


def test_captions_and_datelines_say_nothing():
    """Lines that are not counted give no attributions."""
    assert find("Image: the mayor said it rained.") == []


def seed():
    article = YAML(typ="safe").load(SEED / "article.yml")
    text = (SEED / "article.txt").read_bytes().decode()
    with (SEED / "statements.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return text, split(text, article["headline"], article["standfirst"]), rows


def spans_of(text, sentences, row, column):
    start = next(sentence.start for sentence in sentences if sentence.id == row["sentence"])
    at = text.index(row[column].split("#")[0], start)
    return set(range(at, at + len(row[column].split("#")[0])))


def test_the_seeds_attributed_statements_are_found():
    """At least 12 of 14 with their speaker, their cue and most of their content."""
    text, sentences, rows = seed()
    drafted = [
        [{k for a, b in spans for k in range(a, b)} for spans in (item.source, item.cue, item.content)]
        for item in find(text, sentences)
    ]
    hits = 0
    for row in (row for row in rows if row["attribution"] == "attributed"):
        source, cue, content = (
            spans_of(text, sentences, row, f"{column}_text") for column in ("speaker", "cue", "content")
        )
        hits += any(s & source and c & cue and len(content & d) >= 0.8 * len(content | d) for s, c, d in drafted)
    assert hits >= 12


def test_the_seeds_narrator_is_put_in_nobodys_mouth():
    """Neither content nor source of an attribution with a source touches a narrator row."""
    text, sentences, rows = seed()
    drafted = [item for item in find(text, sentences) if item.source]
    said = {k for item in drafted for a, b in (*item.source, *item.content) for k in range(a, b)}
    for row in (row for row in rows if row["attribution"] == "narrator"):
        assert not said & spans_of(text, sentences, row, "content_text"), row["id"]


def test_json_lines_hold_spans_rule_and_confidence():
    """The form that the scorer reads, and two fields more."""
    text = "Norway backs the ban."
    (line,) = to_json_lines("n", find(text))
    assert json.loads(line) == {
        "doc": "n",
        "source": [[0, 6]],
        "cue": [[7, 12]],
        "content": [[13, 20]],
        "rule": "object_phrase",
        "confidence": "moderate",
    }


CUES = sorted({form for cue in lexicon() for form in cue.forms})
WORDS = st.one_of(
    st.sampled_from(CUES),
    st.sampled_from(["the", "a", "he", "who", "that", "to", "of", "by", "and", "but", "as", "if", "not", "is", "has"]),
    st.sampled_from(["would", "Chad", "Monday", "said", "told", "according"]),
    st.sampled_from([*".,;:()“”\"'’–\n", "\n\n", "''", "'s", "n't", "İ", "ß", "\u0301", "\U0001f600", "\xa0"]),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", ""])), max_size=50))
def test_no_text_raises_and_every_span_lies_in_it(pieces):
    """For any text: spans are not empty, inside the text, apart from each other, and not the cue itself."""
    text = "".join(word + blank for word, blank in pieces)
    for item in find(text):
        assert item.cue
        assert item.content
        covered = [set(range(*span)) for spans in (item.source, item.cue, item.content) for span in spans]
        assert all(places and max(places) < len(text) for places in covered)
        assert sum(map(len, covered)) == len(set().union(*covered))


@settings(deadline=None)
@given(st.text())
def test_no_string_of_characters_raises(text):
    """Any string at all gives a list."""
    assert isinstance(find(text), list)


def test_a_sentence_of_ten_thousand_words_is_read():
    """Length is no obstacle: content is cut, nothing overflows."""
    text = "Chad said it " + "and has all " * 10_000 + "said."
    assert find(text)[0].source == ((0, 4),)
