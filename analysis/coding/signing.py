"""A person signs the coding off: the banner "not reviewed by a person" goes until the next edit."""

from __future__ import annotations

import datetime
from pathlib import Path

from analysis.coding import article_yml
from analysis.coding.checks import check
from analysis.coding.fingerprint import coding_sha256
from analysis.coding.reading import read_coding
from analysis.coding.writing import write_whole
from analysis.problems import ProblemsError, problem


def sign_off(folder: Path, by: str, on: datetime.date) -> str:
    """Write `by`, `on` and the hash of the coding as it stands into article.yml; returns that hash.

    Comments and layout of article.yml stay. Raises ProblemsError, and writes nothing, while the case has errors
    or where `by` names nobody.
    """
    problems = check(read_coding(folder))
    if not by.strip():
        remedy = "give the name of the person who reviewed the coding"
        problems.append(problem("E-PARAM", found="nobody signs", remedy=remedy))
    if any(p.level == "error" for p in problems):
        raise ProblemsError(problems)
    digest, path = coding_sha256(folder), folder / "article.yml"
    signed = {"reviewed_by": by.strip(), "reviewed_on": on, "reviewed_sha256": digest}
    write_whole(path, article_yml.edited(path.read_bytes(), signed))
    return digest
