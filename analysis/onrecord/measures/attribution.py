"""Who vouches for what the article says: a source, the narrator, or nobody in particular.

Frames:
- ``attribution_counts``: attribution, n, of, share, rows
- ``attribution_by_sentence``: sentence, role, attributed, narrator, unspecified, rows (counts; every sentence)
- ``body_sentence_shares``: voice, n, of, share, rows (rows are sentences)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from onrecord.measures.counted import counted, with_attribution
from onrecord.measures.frames import data_frame, named_rows
from onrecord.measures.rate import Rate, rate
from onrecord.measures.sentences import body, sentences_of
from onrecord.measures.tally import tally, with_share

if TYPE_CHECKING:
    from onrecord.coding.case import Case

ATTRIBUTIONS = ("attributed", "narrator", "unspecified")
_BY_SOURCE = ("attributed", "unspecified", "narrator")  # the best sourced first


def attribution_rate(case: Case) -> Rate:
    """|A| / |C|: counted statements that have a source. Unit: statements."""
    return _share_of(case, "attributed")


def narrator_rate(case: Case) -> Rate:
    """Narrator statements / |C|. Unit: statements."""
    return _share_of(case, "narrator")


def unspecified_rate(case: Case) -> Rate:
    """Statements of a holder who is implied but not given / |C|. Unit: statements."""
    return _share_of(case, "unspecified")


def _share_of(case: Case, attribution: str) -> Rate:
    return rate(with_attribution(case, attribution).index, counted(case).index)


def attribution_counts(case: Case) -> pd.DataFrame:
    """Counted statements by attribution; `share` of |C|, 0 to 1."""
    return with_share(tally(counted(case), "attribution"))


def attribution_by_sentence(case: Case) -> pd.DataFrame:
    """Counted statements by attribution in each sentence; one of several sentences counts in each of them."""
    found: dict[str, list[Any]] = {sentence: [] for sentence in case.sentences.index}
    for row in named_rows(counted(case)):
        for sentence in sentences_of(case, row.sentence):
            found[sentence].append(row)
    numbers = {kind: [sum(row.attribution == kind for row in rows) for rows in found.values()] for kind in ATTRIBUTIONS}
    return data_frame(
        {"sentence": list(found), "role": list(case.sentences["role"])}
        | numbers
        | {"rows": [tuple(row.Index for row in rows) for rows in found.values()]},
        {"sentence": "str", "role": "str", **dict.fromkeys(ATTRIBUTIONS, "int64")},
    )


def body_sentences_with_attributed(case: Case) -> Rate:
    """Body sentences with a counted attributed statement / body sentences. Unit: sentences.

    Unlike a share of statements it does not move with how finely narrator rows were cut, or drafted one a sentence.
    """
    shares = body_sentence_shares(case).set_index("voice")["rows"]
    return rate(shares.get("attributed", ()), body(case).index, "body sentences")


def body_sentence_shares(case: Case) -> pd.DataFrame:
    """Body sentences by the best sourced of their counted statements; the four voices add up to the body.

    `voice`: `attributed`, else `unspecified`, else `narrator`, else `none` (no counted statement).
    """
    sentences = attribution_by_sentence(case).set_index("sentence")
    voices = _best_sourced(sentences[sentences["role"] == "body"])
    order = pd.CategoricalDtype([*_BY_SOURCE, "none"])
    return with_share(tally(voices.astype(order).to_frame("voice"), "voice"))


def _best_sourced(sentences: pd.DataFrame) -> pd.Series:
    """Sentence -> the best sourced attribution that one of its statements has."""
    voices = pd.Series("none", index=sentences.index, dtype=object)
    for attribution in reversed(_BY_SOURCE):
        voices[sentences[attribution] > 0] = attribution
    return voices
