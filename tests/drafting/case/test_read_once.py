"""An article is cut into sentences and words once in a draft."""

import importlib
import pkgutil

import onrecord.drafting
import pytest
from onrecord.drafting.case.draft import draft_case
from onrecord.drafting.reading.tokens import Tokens

TEXT = (
    b"Dam breaks in valley\nThe dam broke on Tuesday. Mayor Anna Lopez said the town will rebuild the dam.\n"
    b"\xe2\x80\x9cWe will not leave,\xe2\x80\x9d she said. The state accused the builder of saving money on the dam.\n"
)


def modules():
    """Every module of drafting."""
    found = pkgutil.walk_packages(onrecord.drafting.__path__, "onrecord.drafting.")
    return [importlib.import_module(module.name) for module in found]


@pytest.fixture
def counted(monkeypatch):
    """The texts that were cut into words."""
    made, init = [], Tokens.__init__

    def counting(self, text, sentences):
        made.append(text)
        init(self, text, sentences)

    monkeypatch.setattr(Tokens, "__init__", counting)
    return made


def test_an_article_is_cut_into_words_once(counted, tmp_path):
    """Attributions, sources, quotations and framing read the same words."""
    draft_case(TEXT, "dam", seeds=tmp_path)
    assert len(counted) == 1


def test_drafting_again_cuts_the_article_into_words_once(counted, tmp_path):
    """A draft of the untouched rows reads it once, too."""
    draft_case(TEXT, "dam", seeds=tmp_path)
    counted.clear()
    draft_case(TEXT, "dam", seeds=tmp_path, again=True)
    assert len(counted) == 1


def test_an_article_is_split_into_sentences_once(monkeypatch, tmp_path):
    """Whatever module of drafting asks for them."""
    calls = []
    for module in modules():
        if split := vars(module).get("split"):

            def counted(*args, split=split, **more):
                calls.append(args)
                return split(*args, **more)

            monkeypatch.setattr(module, "split", counted)
    draft_case(TEXT, "dam", seeds=tmp_path)
    assert len(calls) == 1
