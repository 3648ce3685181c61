"""A project of one's own: its folder with all that a first briefing needs, made at once or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from onrecord.coding.folders import shown
from onrecord.packaged import CI, NOTEBOOKS, shared
from onrecord.problems import ProblemsError, problem
from onrecord.starting.updating import record

_HERE = Path(__file__).parent
EXAMPLE = _HERE / "example"  # cases to begin with: articles that were made up, and their coding
_TEMPLATE = _HERE / "template"
# where a file of the template stands in a project; hidden ones have a plain name in the package
_FILES = {
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
    "environment.yml": "environment.yml",
    "onrecord.yml": "onrecord.yml",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
}
_CI = {
    "github": {".github/workflows/briefings.yml": "github.yml"},
    "gitlab": {".gitlab-ci.yml": "gitlab.yml"},
    "none": {},
}
_VERSION = "@VERSION@"  # what the template has in place of the installed version


def start(folder: Path, *, example: bool = False, ci: str = CI[0]) -> list[str]:
    """Makes a project in `folder`, which is made where it is missing; `ci` is one of CI. Returns what to say.

    Raises ProblemsError, and leaves everything as it was, where one of its names is taken or nothing can be written.
    """
    target = folder.absolute()
    try:
        _free(target)
        with tempfile.TemporaryDirectory(dir=_nearest(target), prefix=".onrecord-") as scratch:
            made = Path(scratch) / "project"
            _fill(made, example, ci)
            _free(target, {path.name for path in made.iterdir()})
            _move(made, target)
    except OSError as error:
        found = f"no project can be made there: {error.strerror or error}"
        raise ProblemsError([problem("E-FILE", shown(target), found=found, remedy="give another folder")]) from None
    return list(_said(target, example))


def _nearest(target: Path) -> Path:
    """The folder that is there, at or above `target`."""
    return next(path for path in (target, *target.parents) if path.exists())


def _free(target: Path, names: set[str] | None = None) -> None:
    """Raises ProblemsError where `target` is no folder, or holds one of those `names`."""
    if target.exists() and not target.is_dir():
        raise ProblemsError([problem("E-FILE", shown(target), found="is a file", remedy="give a folder")])
    taken = sorted(name for name in names or () if (target / name).exists() or (target / name).is_symlink())
    if taken:
        found = f"{', '.join(taken)} {'is' if len(taken) == 1 else 'are'} there already"
        remedy = "give a folder without them; in a project that is begun, `onrecord update` brings newer notebooks"
        raise ProblemsError([problem("E-FILE", shown(target), found=found, remedy=remedy)])


def _fill(made: Path, example: bool, ci: str) -> None:
    """All that a project begins with."""
    for place, name in {**_FILES, **_CI[ci]}.items():
        (made / place).parent.mkdir(parents=True, exist_ok=True)
        text = (_TEMPLATE / name).read_text(encoding="utf-8").replace(_VERSION, version("onrecord"))
        (made / place).write_text(text, encoding="utf-8", newline="\n")
    if ci == "github":
        _copy(shared(_ACTION), made / _ACTION)
    for folder in ("seeds", "notebooks", "reports"):
        (made / folder).mkdir()
    _copy(shared("reports/README.md"), made / "reports" / "README.md")
    for notebook in sorted(NOTEBOOKS.glob("*.ipynb")):
        _copy(notebook, made / "notebooks" / notebook.name)
    record(made / "notebooks")
    if example:
        shutil.copytree(EXAMPLE, made / "seeds", dirs_exist_ok=True, copy_function=shutil.copyfile)
    else:
        (made / "seeds" / ".gitkeep").touch()


_ACTION = ".github/actions/briefings/action.yml"


def _copy(source: Path, place: Path) -> None:
    """The bytes, without the permissions: what is installed may be read-only."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def _move(made: Path, target: Path) -> None:
    """What was made takes its place: as a whole where there is no folder yet, else name by name, or none of them."""
    if not target.exists():
        parents = [path for path in reversed(target.parents) if not path.exists()]
        _at_once(made, target, parents)
        return
    moved: list[Path] = []
    try:
        for path in sorted(made.iterdir()):
            moved.append(path.rename(target / path.name))
    except BaseException:
        for path in moved:
            path.rename(made / path.name)
        raise


def _at_once(made: Path, target: Path, parents: list[Path]) -> None:
    """Renames `made`, below the missing parents of `target`; they go again where it cannot be."""
    begun: list[Path] = []
    try:
        for parent in parents:
            parent.mkdir()
            begun.append(parent)
        made.rename(target)
    except BaseException:
        for parent in reversed(begun):
            parent.rmdir()
        raise


def _said(target: Path, example: bool) -> Iterator[str]:
    """What a person does next."""
    yield f"made {shown(target)}"
    first = "onrecord build" if example else 'onrecord draft story.html --publisher "The Gazette"'
    yield f"next, in that folder: {first}; README.md there tells the rest"
    if example:
        yield "seeds/invented-harbour is an invented article; its pages say so; delete it when you have one of your own"
