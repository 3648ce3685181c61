"""Sentences: roles, boundaries, offsets."""

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onrecord.source.sentences import split
from ruamel.yaml import YAML

SEED = Path(__file__).parents[2] / "seeds" / "belarus-troops-2023"


def texts(text, **fields):
    return [sentence.text for sentence in split(text, **fields)]


def test_the_seed_is_cut_as_its_case_records():
    """The seed's sentences.csv is reproduced: ids, roles, offsets and texts."""
    article = YAML(typ="safe").load(SEED / "article.yml")
    text = (SEED / "article.txt").read_bytes().decode()
    found = split(text, article["headline"], article["standfirst"])
    with (SEED / "sentences.csv").open(encoding="utf-8", newline="") as file:
        recorded = [tuple(row.values()) for row in csv.DictReader(file)]
    assert [tuple(map(str, sentence)) for sentence in found] == recorded


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mr. Brown met Gen. Al-Amr in Washington, D.C. on Jan. 5.|They left at 5 p.m. on Friday.",
        "J. K. Rowling praised George W. Bush.|The U.S. Senate did not.|He left the U.S.|The vote is near.",
        "“We will go.|We will win,” she said.|“Nobody can stop us.”|He agreed.",
        "“Will it hold?” Anna Berg asked.|“No!” he said.|“Why?”|Nobody knew.",
        "Sen. Ann Lee (R-Fla.) voted no.|Prices rose 3.5 percent in No. 10 Street.",
        "Acme Inc. Chairman Lee resigned.|Acme Inc.|The rest stayed.",
        "Well ... he paused.|Then he left…|Nobody spoke.",
        "He said it [...] twice.|See www.example.org for more.",
        "It rained (heavily.)|Nobody came.",
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(paragraph):
    """Abbreviations, initials, quotations and omissions cut no sentence in two, and ends are seen."""
    sentences = paragraph.split("|")
    assert texts(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Monday, May 18, 2015", "dateline"),
        ("Published 5 January 2023 10:30 GMT", "dateline"),
        ("2023-01-06", "dateline"),
        ("Minsk, Belarus –", "dateline"),
        ("LONDON (Reuters) -", "dateline"),
        ("Minsk, Belarus", "dateline"),
        ("By Anna Berg and Karl Lund", "dateline"),
        ("Image: Nick Moreau.", "caption"),
        ("File photo of the base", "caption"),
        ("The base near Minsk [File: Karl Lund/AP]", "caption"),
        ("May 5 was a bad day for the army.", "body"),
        ("By Friday the army had left.", "body"),
        ("2023", "body"),
    ],
)
def test_a_line_takes_its_role(line, role):
    """Date, place and by-lines and picture captions are told from the body."""
    assert [sentence.role for sentence in split(f"The title\n{line}\nText follows here.", "The title")] == [
        "headline",
        role,
        "body",
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("pilgrims at Mecca's Grand Mosque in 2008.", "caption"),
        ("The Plains of Arafat on the day of Hajj", "caption"),
        ("Displays of charity at event", "caption"),
        ("Video games, movies, and more", "caption"),
        ("The union backs the strike.", "body"),
        ("Drivers fear floods.", "body"),
        ("The dam broke at noon", "body"),
        ("Never again.", "body"),
        ("Over to you.", "body"),
        ("— Commissioner Joel Starkey", "body"),
        ("Q Two questions to start", "body"),
        ("“A disgrace”", "body"),
    ],
)
def test_a_line_without_a_verb_is_no_sentence_of_the_article(line, role):
    """What stands under a picture, or over a part of the text, has no verb; turns and quotations stay."""
    text = f"The dam broke at noon and the road was closed.\n{line}\nThe mayor came to see it at night."
    assert [one.role for one in split(text)] == ["body", role, "body"]


def test_an_omission_mark_is_no_sentence():
    """`[...]` belongs to the sentence before it."""
    found = split('"No lamps or anything?" [...] Was that all of the crew?')
    assert [one.text for one in found] == ['"No lamps or anything?" [...]', "Was that all of the crew?"]


def test_a_bare_place_below_the_first_body_line_is_body():
    """Two capitalised words with a comma are a dateline only above the body."""
    assert [sentence.role for sentence in split("It rained today.\nMinsk, Belarus")] == ["body", "body"]


def test_a_credit_behind_a_caption_stands_for_itself():
    """A caption and its credit on one line are two sentences, both captions."""
    found = split("A castle at night Image: Karl Lund.")
    assert [(sentence.role, sentence.text) for sentence in found] == [
        ("caption", "A castle at night"),
        ("caption", "Image: Karl Lund."),
    ]


def test_a_headline_of_two_sentences_stays_whole():
    """The line that equals the field is one sentence, and only the first such line."""
    line = "War is over. Now what?"
    assert [sentence.role for sentence in split(f"{line}\n{line}", line)] == ["headline", "body", "body"]


def test_a_hard_wrapped_text_is_cut_at_its_sentences():
    """Lines broken at a fixed width end no sentence; empty lines do."""
    text = (
        "The ministry said on Friday that it\nwould send forty more vehicles to the\n"
        "Bakhmut district before the end of\nwinter. Nobody in the village knew of\nit.\n\nA new paragraph"
    )
    assert [sentence.replace("\n", " ") for sentence in texts(text)] == [
        "The ministry said on Friday that it would send forty more vehicles "
        "to the Bakhmut district before the end of winter.",
        "Nobody in the village knew of it.",
        "A new paragraph",
    ]


def test_ids_widen_after_ninety_nine():
    """The hundredth sentence is S100."""
    assert [sentence.id for sentence in split("Yes.\n" * 100)][-2:] == ["S99", "S100"]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('.!?"“”’()[] \n\rAa1–'))))
def test_sentences_hold_every_word_of_any_text(text):
    """For any text: spans are verbatim, in order, trimmed, and leave out nothing but white space."""
    found = split(text)
    at = 0
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.skipif(
    "SENTENCES_GOLD" not in os.environ, reason="SENTENCES_GOLD names no folder of NAME.txt, NAME.sentences"
)
def test_boundaries_agree_with_gold():
    """Sentence ends, the first line being the headline: F1 of .97 or more over all files of the folder."""
    hits = found = gold = 0
    for path in Path(os.environ["SENTENCES_GOLD"]).glob("*.sentences"):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        mine = {len("".join(text[: s.end].split())) for s in split(text, text.partition("\n")[0])}
        lengths = [len("".join(line.split())) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        theirs = {sum(lengths[: n + 1]) for n in range(len(lengths))}
        hits, found, gold = hits + len(mine & theirs), found + len(mine), gold + len(theirs)
    assert 2 * hits / (found + gold) >= 0.97
