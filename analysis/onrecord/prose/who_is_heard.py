"""How much of the article is attributed, to whom, and how far the sources are named."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.attribution import attribution_rate, body_sentences_with_attributed
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import joined
from onrecord.measures.identified_sources import identified_source_rate, named_individual_rate
from onrecord.measures.quote_share import quote_share
from onrecord.measures.speakers import root_counts, speaker_counts
from onrecord.wording.actors import actor_name, actor_names
from onrecord.wording.claim import Prose, claim, note, only_note, paragraph
from onrecord.wording.drafted import drafted_as, voices_drafted
from onrecord.wording.naming import listed


def who_is_heard(case: Case) -> Prose:
    """One paragraph, or a note where no statement is coded; of a draft only whose statements it has coded."""
    if is_draft(case):
        return Prose((_drafted(case),))
    if not attribution_rate(case).n:
        return only_note("No statement is coded yet.")
    claims = [_attributed(case)]
    if len(attributed(case)):
        claims += [_roots(case), _identified(case), _quoted(case)]
    return Prose((paragraph(*claims),))


def _drafted(case: Case) -> Markup:
    speakers = speaker_counts(case)
    if speakers.empty:
        return note(drafted_as(case, "no statement with a source", ""))
    names = [f"{actor_name(case, one)} ({n})" for one, n in zip(speakers["speaker"], speakers["n"], strict=True)]
    text = f"The draft has coded {voices_drafted(case)}: {listed(names)}"
    told = claim(case, f"{text}; who else is heard is not known from a draft", joined(speakers["rows"]))
    return paragraph(told)


def _attributed(case: Case) -> Markup:
    rate, by_sentence = attribution_rate(case), body_sentences_with_attributed(case)
    are = "is" if rate.k == 1 else "are"
    text = f"Of {rate.n} counted statements, {rate.k} {are} attributed to a source"
    return claim(case, f"{text}; {by_sentence.text} body sentences hold at least one", rate.of)


def _roots(case: Case) -> Markup:
    roots = root_counts(case)
    text = _one_voice(case, roots["root"].iloc[0]) if len(roots) == 1 else _shares(case, roots)
    return claim(case, text, joined(roots["rows"]))


def _shares(case: Case, roots: pd.DataFrame) -> str:
    """ "Counted with those who speak for them: Belarus 11, Ukraine 2"."""
    speakers = speaker_counts(case)
    grouped = (speakers["root"] != speakers["speaker"]).any()
    lead = "Counted with those who speak for them" if grouped else "By speaker"
    shares = [f"{actor_name(case, root)} {n}" for root, n in zip(roots["root"], roots["n"], strict=True)]
    return f"{lead}: {', '.join(shares)}"


def _one_voice(case: Case, root: str) -> str:
    """That all attributed statements are one actor's, or one actor's and of those counted with it."""
    speakers = speaker_counts(case)["speaker"]
    if len(speakers) == 1:
        return f"No voice but that of {actor_name(case, speakers.iloc[0])} is heard"
    return f"No voices but {actor_name(case, root)} and those counted with it are heard"


def _identified(case: Case) -> Markup:
    identified, named = identified_source_rate(case), named_individual_rate(case)
    text = (
        f"{identified.text} attributed statements have a named person, a named institution or a document as their "
        f"source; {named.k} {'is' if named.k == 1 else 'are'} a named person’s"
    )
    return claim(case, text, identified.of)


def _quoted(case: Case) -> Markup:
    quotes = attributed(case)[lambda frame: frame["quote_type"] != "none"]
    if quotes.empty:
        return claim(case, "Nothing in the body stands in quote marks as a speaker’s own words", attributed(case).index)
    share = quote_share(case)
    voices = actor_names(case, dict.fromkeys(quotes["speaker"]))
    text = f"Words in quote marks make up {share.k:,} of the {share.n:,} characters of the body, and come from {voices}"
    return claim(case, text, quotes.index)
