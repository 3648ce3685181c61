"""Newer notebooks of the package come into a project; one that somebody changed stays as it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.coding.folders import shown
from onrecord.coding.storing.writing import write_whole
from onrecord.packaged import NOTEBOOKS
from onrecord.problems import ProblemsError, nearest, problem

RECORD = ".onrecord.json"  # in notebooks/: what each of the package's notebooks was when it came


def record(notebooks: Path, came: dict[str, str] | None = None) -> None:
    """Writes down what `came` from the package into `notebooks`: by name the hash; by default all that is there."""
    hashes = {path.name: _hash(path) for path in notebooks.glob("*.ipynb")} if came is None else came
    text = json.dumps(dict(sorted(hashes.items())), indent=1) + "\n"
    write_whole(notebooks / RECORD, text.encode())


def update(home: Path, names: tuple[str, ...] = ()) -> list[str]:
    """Brings the package's notebooks into ``notebooks/`` of the project `home`; returns a line on each.

    What was changed there, and what was taken away, stays so. `names` bring only these, one taken away as well.
    Raises ProblemsError, and changes nothing, where one of `names` is none of the package's or was changed.
    """
    place = home / "notebooks"
    if place.resolve() == NOTEBOOKS.resolve():
        raise ProblemsError([problem("E-FILE", shown(place), found="are the package's own", remedy="nothing to do")])
    package = {path.name: path for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
    wanted = {f"{name.removesuffix('.ipynb')}.ipynb" for name in names}
    came = _came(place)
    states = {name: _state(path, place / name, came.get(name)) for name, path in package.items()}
    _refuse(wanted, package, states, place)
    chosen = {name: state for name, state in states.items() if not wanted or name in wanted}
    place.mkdir(exist_ok=True)
    for name, state in chosen.items():
        if state in ("new", "newer") or (wanted and state == "gone"):
            write_whole(place / name, package[name].read_bytes())
            came[name] = _hash(package[name])
    record(place, came)
    return [f"{name}: {_SAID['new' if wanted and state == 'gone' else state]}" for name, state in chosen.items()]


_SAID = {
    "new": "brought",
    "newer": "a newer one brought",
    "same": "as it was",
    "changed": "changed here, left as it is; to have the package's, rename yours, then onrecord update NAME",
    "gone": "taken away here, left so; to have it, onrecord update NAME",
}


def _state(packaged: Path, here: Path, came: str | None) -> str:
    """How the notebook `here` stands to the packaged one: a key of _SAID."""
    if not here.exists():
        return "gone" if came else "new"
    mine, theirs = _hash(here), _hash(packaged)
    if mine == theirs:
        return "same"
    return "newer" if mine == came else "changed"


def _refuse(wanted: set[str], package: dict[str, Path], states: dict[str, str], place: Path) -> None:
    unknown = [
        problem("E-NOTEBOOK", name, found="is none of the package's", remedy=nearest(name, package, "notebooks"))
        for name in sorted(wanted - package.keys())
    ]
    changed = [name for name in sorted(wanted & package.keys()) if states[name] == "changed"]
    remedy = "give it another name, then bring the package's"
    unknown += [problem("E-FILE", shown(place / n), found="was changed here", remedy=remedy) for n in changed]
    if unknown:
        raise ProblemsError(unknown)


def _came(place: Path) -> dict[str, str]:
    """What is written down; nothing where there is nothing that can be read."""
    try:
        found = json.loads((place / RECORD).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _hash(path: Path) -> str:
    """Of what a person writes: cells with their tags, and the entry of a briefing. To run a notebook changes nothing.

    A file that is no notebook has the hash of its bytes.
    """
    data = path.read_bytes()
    try:
        written = json.dumps(list(_written(json.loads(data))), sort_keys=True).encode()
    except (ValueError, LookupError, TypeError, AttributeError):
        written = data
    return hashlib.sha256(written).hexdigest()


def _written(notebook: dict[str, Any]) -> Iterator[object]:
    yield notebook["metadata"].get("onrecord")
    for cell in notebook["cells"]:
        yield cell["cell_type"], "".join(cell["source"]), cell["metadata"].get("tags", [])
