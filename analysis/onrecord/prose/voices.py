"""Who speaks, how much, and how specifically they are named."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.attribution import attribution_rate, body_sentences_with_attributed
from onrecord.measures.counted import attributed, drafted_narrator_rows
from onrecord.measures.identified_sources import identified_source_rate, named_individual_rate
from onrecord.measures.quote_share import quote_share
from onrecord.measures.speakers import root_counts, speaker_counts
from onrecord.wording.claim import Prose, bullets, claim, note, paragraph
from onrecord.wording.naming import actor_name, again, counted_word, listed
from onrecord.wording.reporting import reported, speaker_name
from onrecord.wording.stances import self_stated

_SHOWN = 3  # statements told of one speaker


def who_says_what(case: Case) -> Prose:
    """One item a speaker, most statements first: what they say, those that carry a position before the others."""
    speakers = speaker_counts(case)
    if speakers.empty:
        return Prose(
            (note("The article attributes no statement to anybody, so there are no positions to set side by side."),)
        )
    return Prose((bullets(_told(case, speaker) for speaker in speakers["speaker"]),))


def _told(case: Case, speaker: str) -> Markup:
    statements = attributed(case)
    statements = statements[statements["speaker"] == speaker]
    carrying = {st for found in self_stated(case)["evidence"] for st in found}
    order = sorted(range(len(statements)), key=lambda i: (statements.index[i] not in carrying, i))[:_SHOWN]
    shown = [statements.index[i] for i in sorted(order)]
    told = [claim(case, _named_once(case, shown, number), [st]) for number, st in enumerate(shown)]
    left = len(statements) - len(shown)
    if left:
        rest = [st for st in statements.index if st not in shown]
        told.append(claim(case, f"{counted_word(left)} more {'is' if left == 1 else 'are'} in the quote sheet", rest))
    return Markup(" ").join(told)


def _named_once(case: Case, shown: list[str], number: int) -> Markup:
    """The speaker's name first; after it a person's last name or "It", while the level named stays the same."""
    statement = shown[number]
    if number == 0 or speaker_name(case, statement) != speaker_name(case, shown[number - 1]):
        return reported(case, statement)
    speaker = again(case, case.statements.at[statement, "speaker"])
    return Markup("{} {}").format(speaker, reported(case, statement, naming=False))


def who_is_heard(case: Case) -> Prose:
    """How much of the article is attributed, to whom, and how far the sources are named."""
    rate = attribution_rate(case)
    if not rate.n:
        return Prose((note("No statement is coded yet."),))
    claims = [_attributed(case)]
    if len(attributed(case)):
        claims += [_roots(case), _identified(case), _quoted(case)]
    return Prose((paragraph(*claims),))


def _attributed(case: Case) -> Markup:
    """By statement; while a program's narrator rows stand, one a sentence, by sentence instead."""
    by_sentence = body_sentences_with_attributed(case)
    if drafted_narrator_rows(case):
        text = f"{by_sentence.text} body sentences hold a statement attributed to a source"
        return claim(case, text, attribution_rate(case).of)
    rate = attribution_rate(case)
    text = (
        f"Of {rate.n} counted statements, {rate.k} {'is' if rate.k == 1 else 'are'} attributed to a source; "
        f"{by_sentence.text} body sentences hold at least one"
    )
    return claim(case, text, rate.of)


def _roots(case: Case) -> Markup:
    roots = root_counts(case)
    shares = [f"{actor_name(case, root)} {n}" for root, n in zip(roots["root"], roots["n"], strict=True)]
    if len(shares) == 1:
        return claim(case, _one_voice(case, roots["root"].iloc[0]), roots["rows"].iloc[0])
    rows = [row for found in roots["rows"] for row in found]
    grouped = any(case.root(one) != one for one in speaker_counts(case)["speaker"])
    lead = "Counted with those who speak for them" if grouped else "By speaker"
    return claim(case, f"{lead}: {', '.join(shares)}", rows)


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
    voices = listed([actor_name(case, actor) for actor in dict.fromkeys(quotes["speaker"])])
    text = f"Words in quote marks make up {share.k:,} of the {share.n:,} characters of the body, and come from {voices}"
    return claim(case, text, quotes.index)
