"""What article.yml says of the whole: its date, its credibility, its sign-off (codebook, sections 2 and 7)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.fingerprint import coding_sha256
from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem

FILE = "article.yml"


def article_is_dated(coding: Coding) -> Iterator[Problem]:
    """W-DATE for an article with neither a date of publication nor an inferred one."""
    article = coding.article
    if article and not (article.published.date or article.published.inferred):
        yield problem(
            "W-DATE",
            FILE,
            None,
            "published",
            found="neither a date of publication nor an inferred one",
            remedy=f"dates are shown as written, and briefings are as of the coding, {article.coded_on.isoformat()}",
        )


def credibility_is_earned(coding: Coding) -> Iterator[Problem]:
    """E-RULE-7 for credibility 1 where no event is confirmed by a source of independent origin."""
    if coding.article is None or coding.article.credibility != 1:
        return
    rows = coding.table("events")
    if not any(row.__dict__.get("confirmation", "independent") == "independent" for _, row in rows):
        found = "credibility 1, but no event is confirmed independently"
        yield problem("E-RULE-7", FILE, None, "credibility", found=found)


def sign_off_holds(coding: Coding) -> Iterator[Problem]:
    """W-SIGN-OFF for a sign-off that is incomplete, or that a later edit undid."""
    article = coding.article
    if article is None:
        return
    given = {name: getattr(article, name) for name in ("reviewed_by", "reviewed_on", "reviewed_sha256")}
    missing = [name for name, value in given.items() if not value]
    if len(missing) == len(given):
        return
    remedy = "the banner stands until a person signs off again with `onrecord sign`"
    if missing:
        found = f"the sign-off lacks {' and '.join(missing)}"
        yield problem("W-SIGN-OFF", FILE, None, missing[0], found=found, remedy=remedy)
    elif article.reviewed_sha256 != coding_sha256(coding.folder):
        found = f"the coding was edited after {article.reviewed_by} signed it off on {article.reviewed_on}"
        yield problem("W-SIGN-OFF", FILE, None, "reviewed_sha256", found=found, remedy=remedy)
