"""What article.yml says of the whole: its date, its credibility, its sign-off (codebook, sections 2 and 7)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.fingerprint import coding_sha256, signed_sha256
from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem
from onrecord.source.article import SIGN_OFF

_FILE = "article.yml"


def article_is_dated(coding: Coding) -> Iterator[Problem]:
    """W-DATE for an article with neither a date of publication nor an inferred one."""
    article = coding.article
    if article and article.as_of[1] == "coded":
        found = "neither a date of publication nor an inferred one"
        remedy = f"dates are shown as written, and briefings are as of the coding, {article.coded_on.isoformat()}"
        yield problem("W-DATE", _FILE, None, "published", found=found, remedy=remedy)


def credibility_is_earned(coding: Coding) -> Iterator[Problem]:
    """E-RULE-7 for credibility 1 where no event is confirmed by a source of independent origin."""
    if coding.article is None or coding.article.credibility != 1:
        return
    confirmed = {row.read("confirmation", otherwise="independent") for _, row in coding.table("events")}
    if "independent" not in confirmed:
        found = "credibility 1, but no event is confirmed independently"
        yield problem("E-RULE-7", _FILE, None, "credibility", found=found)


def sign_off_holds(coding: Coding) -> Iterator[Problem]:
    """W-SIGN-OFF for a sign-off that is incomplete, or that a later edit undid."""
    article = coding.article
    if article is None:
        return
    missing = article.unsigned
    if not missing and article.reviewed_sha256 != signed_sha256(coding_sha256(coding.folder), article):
        found = (
            f"the coding or article.yml was edited after {article.reviewed_by} signed it off on {article.reviewed_on}"
        )
        yield _not_signed("reviewed_sha256", found)
    elif 0 < len(missing) < len(SIGN_OFF):
        yield _not_signed(missing[0], f"the sign-off lacks {' and '.join(missing)}")


def _not_signed(field: str, found: str) -> Problem:
    remedy = "the banner stands until a person signs off again with `onrecord sign`"
    return problem("W-SIGN-OFF", _FILE, None, field, found=found, remedy=remedy)
