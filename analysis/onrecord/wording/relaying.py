"""Through whom the words of a second-hand statement come: said wherever the statement stands without its speaker."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.in_full import in_full
from onrecord.wording.reporting import reported, through


def relayed_through(case: Case, statement: str) -> str:
    """``through the Belarusian defence ministry, as the coder infers``; "" for what comes straight."""
    names, inferred = through(case, case.statements.loc[statement])
    return f"through {names}{', as the coder infers' if inferred else ''}" if names else ""


def without_speaker(case: Case, statement: str) -> Markup:
    """``said it will rain (through the ministry)``: the statement as a cell beside its speaker.

    Of a draft the whole sentence, where it says more.
    """
    if whole := in_full(case, [statement]):
        return whole
    told, relayed = reported(case, statement, naming=False), relayed_through(case, statement)
    return Markup("{} ({})").format(told, relayed) if relayed else told
