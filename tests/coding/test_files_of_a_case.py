"""A case's files are its own: no links, none too large, none that may not be read; blank rows are nobody's."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.datapackage import write_datapackage
from onrecord.coding.storing.files import KNOWN
from onrecord.problems import ProblemsError
from onrecord.source import guarded

NESTED = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n".encode() for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = b"a: &a {x: 1}\n" + b"".join(
    f"{new}: &{new} {{<<: [{', '.join(['*' + old] * 9)}]}}\n".encode()
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def said_of(case, file: str) -> list[str]:
    """What the check says of a file, without what could not be checked for want of it."""
    return [str(one) for one in case.check() if one.file == file and one.level == "error"]


@pytest.mark.parametrize("data", [NESTED, MERGES, b"a: 1\nb:\n  <<: {c: 1}\n"], ids=["nested", "merges", "merge"])
def test_a_description_that_copies_values_is_refused(case, data):
    """Aliases and merges, at once: a few hundred bytes of them may mean gigabytes."""
    (case.folder / "article.yml").write_bytes(data)
    began = time.perf_counter()
    [said] = said_of(case, "article.yml")
    assert time.perf_counter() - began < 5
    assert said.startswith("E-YAML article.yml:")
    assert "write the values out" in said


def test_an_anchor_that_nobody_copies_and_quoted_marks_are_read(case):
    """`&x` alone, and `<<` or `*x` in quotes, copy nothing."""
    case.replace("article.yml", "url:", "url: '*x'")
    case.replace("article.yml", "coder: ", "coder: &who << ")
    assert said_of(case, "article.yml") == []


@pytest.mark.parametrize("file", ["article.yml", "article.txt", "places.csv"])
def test_a_file_too_large_is_refused_with_its_limit(case, file, monkeypatch):
    """Before it is parsed; the message names the limit."""
    size = (case.folder / file).stat().st_size
    monkeypatch.setitem(guarded.LIMITS, Path(file).suffix, size)
    assert not said_of(case, file)
    with (case.folder / file).open("ab") as more:
        more.write(b"#")
    [said] = said_of(case, file)
    assert said.startswith(f"E-FILE {file} holds more than {size:,} bytes")


def test_limits_leave_room():
    """Twenty times what the seed holds, at least."""
    seed = Path(__file__).parents[2] / "seeds" / "belarus-troops-2023"
    for path in seed.iterdir():
        if path.name in KNOWN:
            assert path.stat().st_size * 20 < guarded.LIMITS[path.suffix]


@pytest.mark.parametrize("file", KNOWN)
@pytest.mark.parametrize("target", ["/etc/passwd", "/proc/self/environ", "nothing"])
def test_a_link_in_a_case_is_refused_by_name(case, file, target):
    """Whatever it leads to, it is neither printed nor copied; that it leads nowhere is the same."""
    path = case.folder / file
    path.unlink(missing_ok=True)
    path.symlink_to(target)
    problems = case.check()
    assert [str(one) for one in problems if one.level == "error" and one.file == file] == [
        f"E-FILE {file} is a symbolic link, which may lead out of the case; put the file itself in its place"
    ]
    assert not any("root:" in str(one) or "PATH=" in str(one) for one in problems)
    with pytest.raises(ProblemsError):
        write_datapackage(case.folder, case.folder.parent / "out")
    assert not (case.folder.parent / "out").exists()


def test_a_case_whose_folder_is_a_link_works(case, tmp_path):
    """The folder may lie elsewhere; what is in it is the case's own."""
    elsewhere = tmp_path / "elsewhere"
    shutil.move(case.folder, elsewhere)
    case.folder.symlink_to(elsewhere)
    assert case.check() == []
    assert open_case(case.folder).id == "belarus-troops-2023"


@pytest.mark.parametrize("file", ["article.txt", "article.yml", "places.csv", "statements.csv"])
def test_a_file_that_may_not_be_read_has_the_right_remedy(case, file, monkeypatch):
    """Permissions are not a matter of commas and quote marks."""
    opened = Path.open

    def refused(path: Path, *words, **more):
        if path.name == file:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *words, **more)

    monkeypatch.setattr(Path, "open", refused)
    assert said_of(case, file) == [f"E-FILE {file} not readable: Permission denied; look at the file's permissions"]


@pytest.mark.parametrize("blank", [",,,", " ,\t,", ",", "  "])
def test_blank_rows_are_one_warning(case, blank):
    """A spreadsheet leaves them behind: 76 of them are one line, and no row."""
    path, rows = case.folder / "issues.csv", len(case.records("issues"))
    path.write_bytes(path.read_bytes() + f"{blank}\n".encode() * 76)
    [said] = case.check()
    assert str(said).startswith(f"W-ROW-BLANK issues.csv:{rows + 1} 76 rows are blank, from this one on")
    assert len(open_case(case.folder).issues) == rows - 1


def test_empty_lines_are_none(case):
    """Nothing is said of them."""
    path = case.folder / "issues.csv"
    path.write_bytes(path.read_bytes() + b"\n" * 76)
    assert case.check() == []
