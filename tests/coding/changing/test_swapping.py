"""Copy, change, check, swap: what is not the change's own business stays, and nobody is overwritten."""

import shutil
import subprocess
import sys
import threading

import pytest
from onrecord.coding.changing.edits import Change
from onrecord.coding.changing.saving import save
from onrecord.coding.changing.swapping import changed, new_case
from onrecord.coding.storing import locking
from onrecord.coding.storing.recovering import joined
from onrecord.coding.storing.writing import write_table
from onrecord.problems import ProblemsError


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def note(folder, words, file="article.yml"):
    """Put a comment behind what the file holds."""
    with (folder / file).open("ab") as opened:
        opened.write(f"# {words}\n".encode() if words else b"\n")


def change_by(folder, words):
    """A change that puts a comment into article.yml."""
    with changed(folder) as copy:
        note(copy, words)


def test_a_block_that_raises_changes_nothing(case):
    """Whatever it wrote before."""
    before = files(case.folder)

    def fail():
        with changed(case.folder) as copy:
            (copy / "actors.csv").unlink()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert files(case.folder) == before
    assert {path.name for path in case.folder.iterdir()} == before.keys()


def test_errors_of_the_copy_change_nothing_unless_the_block_weighed_them(case):
    """`checked` says that it did."""
    before = files(case.folder)
    with pytest.raises(ProblemsError, match="E-FILE"), changed(case.folder) as copy:
        (copy / "actors.csv").unlink()
    assert files(case.folder) == before
    with changed(case.folder, checked=True) as copy:
        (copy / "actors.csv").unlink()
    assert files(case.folder).keys() == before.keys() - {"actors.csv"}


@pytest.mark.parametrize("edited", ["statements.csv", "article.yml", "review.csv"])
def test_a_case_that_changed_meanwhile_is_not_overwritten(case, edited):
    """By hands that do not wait: a spreadsheet, an editor, git. The file is named, and stays as they left it."""
    left = {}

    def change():
        with changed(case.folder) as copy:
            note(copy, "reviewed")
            note(case.folder, "", edited)
            left.update(files(case.folder))

    with pytest.raises(ProblemsError, match=f"E-FILE {edited} the case changed meanwhile"):
        change()
    assert files(case.folder) == left


def test_a_second_process_waits_for_the_first(case):
    """Then it works on what the first left: both changes are there."""
    second = threading.Thread(target=change_by, args=(case.folder, "second"))
    with changed(case.folder) as copy:
        second.start()
        second.join(0.2)
        assert second.is_alive()
        note(copy, "first")
    second.join()
    assert (case.folder / "article.yml").read_bytes().endswith(b"# first\n# second\n")


def test_where_nobody_can_wait_the_second_is_refused(case, monkeypatch):
    """As on Windows: what the other wrote meanwhile stays."""
    monkeypatch.setattr(sys, "platform", "win32")

    def change():
        with changed(case.folder) as copy:
            note(copy, "first")
            note(case.folder, "other")

    with pytest.raises(ProblemsError, match="changed meanwhile"):
        change()
    assert (case.folder / "article.yml").read_bytes().endswith(b"# other\n")
    assert locking.in_use(case.folder) is False


def test_a_table_whose_rows_stay_keeps_its_bytes(case):
    """Byte order mark, Windows line ends and the order of columns stay where a change writes the same rows again."""
    header, *lines = case.records("actors")
    order = [header.index("name"), *(n for n, column in enumerate(header) if column != "name")]
    case.write("actors", [[line[n] for n in order] for line in (header, *lines)])
    path = case.folder / "actors.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    with changed(case.folder) as copy:
        write_table(copy, "actors", [dict(zip(header, line, strict=True)) for line in lines])
        note(copy, "other")
    assert path.read_bytes() == before


def test_a_case_behind_a_symbolic_link_is_changed_where_it_stands(case, tmp_path):
    """The link stays a link."""
    link = tmp_path / "link"
    link.symlink_to(case.folder)
    change_by(link, "through the link")
    assert link.is_symlink()
    assert (case.folder / "article.yml").read_bytes().endswith(b"# through the link\n")


@pytest.mark.parametrize("case_id", ["../x", "Old Case", "", ".x"])
def test_a_new_case_has_the_name_of_a_case(tmp_path, case_id):
    """Whatever makes it."""
    with pytest.raises(ProblemsError, match="E-PARAM"), new_case(tmp_path / "seeds", case_id):
        pass
    assert list(tmp_path.iterdir()) == []


def test_of_two_that_make_one_case_the_second_is_refused(case, tmp_path):
    """The one that comes first stays whole."""
    made = tmp_path / "seeds" / "new"

    def make():
        with new_case(made.parent, "new") as copy:
            shutil.copytree(case.folder, copy, dirs_exist_ok=True)
            shutil.copytree(case.folder, made)
            (made / "article.txt").write_text("first")

    with pytest.raises(ProblemsError, match="exists already"):
        make()
    assert (made / "article.txt").read_text() == "first"
    assert sorted(path.name for path in made.parent.iterdir()) == [case.folder.name, "new"]


def test_the_copy_of_a_process_at_work_is_not_cleared_away(case, tmp_path):
    """Many cases may be made at one time in one folder."""
    seeds = tmp_path / "seeds"
    with new_case(seeds, "one") as first:
        shutil.copytree(case.folder, first, dirs_exist_ok=True)
        script = (
            "import shutil, sys; from pathlib import Path; from onrecord.coding.changing.swapping import new_case\n"
            "with new_case(Path(sys.argv[1]), 'two') as copy: shutil.copytree(sys.argv[2], copy, dirs_exist_ok=True)"
        )
        subprocess.run([sys.executable, "-c", script, seeds, case.folder], check=True)
    assert sorted(path.name for path in seeds.iterdir()) == [case.folder.name, "one", "two"]


def test_a_decision_leaves_the_analysts_files_and_permissions(case):
    """A note of their own, a hidden file, and a table that others may not read."""
    (case.folder / "notes.txt").write_text("mine")
    (case.folder / ".hidden").write_text("mine")
    (case.folder / "actors.csv").chmod(0o600)
    (row,) = [line for line in case.records("actors") if line[0] == "ukr"]
    cells = dict(zip(case.records("actors")[0], row, strict=True))
    save(case.folder, "Ann", [Change("actors", "ukr", "correct", cells, cells | {"name": "Ukraine!"})])
    assert (case.folder / "actors.csv").stat().st_mode & 0o777 == 0o600
    assert (case.folder / "notes.txt").read_text() == (case.folder / ".hidden").read_text() == "mine"
    assert "Ukraine!" in (case.folder / "actors.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "was", "after", "edited", "result"),
    [
        ("review.csv", b"a\n", b"a\nb\n", b"A\n", b"A\nb\n"),
        ("actors.csv", b"id,x\na,1\nb,1\n", b"id,x\na,2\nb,1\n", b"id,x\na,1\nb,3\n", b"id,x\na,2\nb,3\n"),
        ("actors.csv", b"id,x\na,1\nb,1\n", b"id,x\nb,1\n", b"id,x\na,1\nb,3\n", b"id,x\nb,3\n"),
        ("actors.csv", b"id,x\na,1\n", b"id,x\na,2\n", b"id,x\na,3\n", b"id,x\na,3\n"),
        ("actors.csv", b"id,x\na,1\n", b"id,x\na,2\n", b"no table", b"no table"),
        ("article.yml", b"a: 1\n", b"b: 1\n", b"c: 1\n", b"c: 1\n"),
        ("events.csv", None, b"id\n", b"id\nev-1\n", b"id\nev-1\n"),
    ],
)
def test_an_edit_that_came_before_the_recovery_is_kept(name, was, after, edited, result):
    """Rows that nobody edited become what the change makes of them; those that somebody edited stay."""
    assert joined(name, was, after, edited) == result
