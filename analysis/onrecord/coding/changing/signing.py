"""A person signs the coding off: the banner "not reviewed by a person" goes until the next edit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.changing import article_yml
from onrecord.coding.changing.swapping import changed
from onrecord.coding.changing.unread import coded_rows, unread_rows
from onrecord.coding.checks import check
from onrecord.coding.fingerprint import coding_sha256, signed_sha256
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.storing.files import DESCRIPTION
from onrecord.problems import Problem, ProblemsError, problem
from onrecord.source.article import Article
from onrecord.source.article_file import read_article

NAMED = 5  # ids of unread rows that a refusal gives


class Signed(NamedTuple):
    """What a sign-off is given for: the hash of the coding's tables, and how many of its rows nobody had opened."""

    sha256: str
    unread: int


def sign_off(
    folder: Path, by: str, on: datetime.date, *, unread: bool = False, today: datetime.date | None = None
) -> Signed:
    """Write `by`, `on`, the number of unread rows and the hash of all that is signed into article.yml.

    Comments and layout of article.yml stay. Raises ProblemsError, and writes nothing, while the case has errors,
    while rows stand in it that no person opened (unless `unread`), where `by` is no name on one line, or where `on` is
    after `today` (default: the clock's) or before the coding.
    """
    with changed(folder, checked=True) as copy:
        coding = read_coding(copy)
        coded_on = coding.article.coded_on if coding.article else None
        problems = [*check(coding), *_wrong_name(by), *_wrong_date(on, coded_on, today or datetime.date.today())]
        if any(p.level == "error" for p in problems):
            raise ProblemsError(problems)
        rows = unread_rows(coding)
        if rows and not unread:
            raise ProblemsError([_unread(coding, rows)])
        signed = Signed(coding_sha256(copy), len(rows))
        article_yml.edit(copy / DESCRIPTION, {"reviewed_by": by.strip(), "reviewed_on": on, "reviewed_sha256": None})
        article_yml.put_behind(copy / DESCRIPTION, "reviewed_sha256", "reviewed_unread", signed.unread)
        article_yml.edit(copy / DESCRIPTION, {"reviewed_sha256": signed_sha256(signed.sha256, _described(copy))})
    return signed


def _described(copy: Path) -> Article:
    """What article.yml says, now that the signer's name and the day are in it."""
    article, problems = read_article((copy / DESCRIPTION).read_bytes())
    if article is None:
        raise ProblemsError(problems)
    return article


def _unread(coding: Coding, rows: list[str]) -> Problem:
    first = ", ".join(rows[:NAMED]) + (" …" if len(rows) > NAMED else "")
    found = f"{len(rows)} of {len(coded_rows(coding))} rows were never opened in a review: {first}"
    remedy = "review them in notebooks/review.ipynb, or sign with --unread, and every page says how many nobody opened"
    return problem("E-SIGN-UNREAD", coding.folder.name, found=found, remedy=remedy)


def _wrong_name(by: str) -> Iterator[Problem]:
    if found := _no_name(by):
        yield problem("E-PARAM", found=found, remedy="give the name of the person who reviewed the coding")


def _no_name(by: str) -> str:
    """Why these words name nobody, or ''."""
    if not by.strip():
        return "nobody signs"
    return "" if by.strip().isprintable() else f"{by!r} holds a line break or a control character"


def _wrong_date(on: datetime.date, coded_on: datetime.date | None, today: datetime.date) -> Iterator[Problem]:
    if on > today:
        remedy = "give the day of the review, today at the latest"
        yield problem("E-PARAM", found=f"{on} is in the future", remedy=remedy)
    elif coded_on and on < coded_on:
        remedy = "give the day of the review, or correct coded_on in article.yml"
        yield problem("E-PARAM", found=f"{on} is before the coding, which is of {coded_on}", remedy=remedy)
