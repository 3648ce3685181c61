"""What decides a document beside its case and its parameters: the program, what is installed, the settings."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import onrecord
from onrecord.briefing.plainness import modules_of_a_plain_one
from onrecord.coding.folders import folder_sha256
from onrecord.house.style import house

SETTINGS = ("LANG", "LANGUAGE", "LC_", "MPL", "MATPLOTLIB", "ONRECORD", "PYTHON", "SOURCE_DATE_EPOCH", "TZ", "TYPST")
RC = "matplotlibrc"
FONTS = ("matplotlib", "mpl-data/fonts/ttf", "DejaVu*.ttf")


def hashed(*parts: object) -> str:
    """The sha256 of those parts, which JSON can hold; 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def path_sha256(path: Path) -> str:
    """Of a file, or of all in a folder; "" where there is none. Raises OSError where it cannot be read."""
    if path.is_dir():
        return folder_sha256(path)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


@functools.cache
def program_sha256() -> str:
    """Of the package's own files, the names and versions of what is installed, Python, fonts, and settings that count.

    No time and no place counts: moved or copied, the same program has the same hash.
    """
    package = Path(onrecord.__file__).parent
    own = {path.relative_to(package).as_posix(): path_sha256(path) for path in _files(package)}
    return hashed(own, sorted(set(_installed())), sys.version, platform.platform(), _fonts(), _settings())


def _files(package: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder, name) for name in names)


def _installed() -> Iterator[str]:
    """Names and versions as the installer writes them: ``pandas-3.0.1.dist-info``."""
    for place in map(Path, sys.path):
        if place.is_dir():
            yield from (name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208


def _fonts() -> dict[str, str]:
    module, folder, names = FONTS
    places = [place for one in sys.path if (place := Path(one, module, folder)).is_dir()]
    return {path.name: path_sha256(path) for place in places[:1] for path in sorted(place.glob(names))}


def _settings() -> dict[str, str]:
    """The environment as far as it changes what is made, the house's style, and the user's settings of matplotlib."""
    environment = {name: value for name, value in os.environ.items() if name.startswith(SETTINGS)}
    environment.pop("PYTHONPATH", None)  # what is found by it counts, not where
    own = Path(os.environ.get("MPLCONFIGDIR") or Path.home() / ".config" / "matplotlib")
    given = Path(os.environ.get("MATPLOTLIBRC") or RC)
    places = (Path(RC), given, given / RC, own / RC)
    environment["house"] = house().sha256
    return environment | {f"{RC} {at}": path_sha256(path) for at, path in enumerate(places) if path.is_file()}


def notebook_sha256_of(path: Path) -> str:
    """Of a notebook and of the modules beside it that it imports; "" of one that may give another thing later."""
    modules = modules_of_a_plain_one(path)
    if modules is None:
        return ""
    return hashed([(one.name, path_sha256(one)) for one in [path, *sorted(modules)]])
