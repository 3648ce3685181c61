"""The codebook's vocabularies: every allowed value with its definition, in the codebook's order."""

from __future__ import annotations

import csv
import io
import re
from importlib.resources import files


def _read() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    text = files(__package__).joinpath("codebook", "vocabularies.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        found.setdefault(row["vocabulary"], {})[row["value"]] = row["definition"]
    return found


VOCABULARIES: dict[str, dict[str, str]] = _read()

# Vocabularies whose order carries a scale (codebook, section 7: agreement on them is ordinal).
ORDERED = frozenset({"certainty", "confidence", "stance", "likelihood", "reliability", "credibility"})

# Roles of the sentences set apart above the body (rule S9).
HEAD_ROLES = ("headline", "standfirst")

# Speech acts that commit the speaker to the proposition (rule P1): all but these.
NOT_COMMITTING = frozenset({"report", "gloss", "express_concern", "predict"})

# Relations that hold both ways; the pair stands in alphabetical order (rule R1).
UNDIRECTED = frozenset({"ally_of", "cooperates_militarily_with", "at_war_with", "negotiates_with"})

# Coding bases that no person stands behind (codebook, section 2).
BY_PROGRAM = frozenset({"extracted", "model_suggested"})  # drafts: what they lack may stand in the article
UNREVIEWED = BY_PROGRAM | {"assistant_coded"}

# Words of likelihood, which only an analyst's judgement may use (notebooks/README.md); not could, may.
LIKELIHOOD_WORDS = re.compile(
    r"\b(?:" + "|".join([*VOCABULARIES["likelihood"], "probably", "chances?", "odds"]) + r")\b", re.IGNORECASE
)
