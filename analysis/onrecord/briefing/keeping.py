"""The build's front: what stands on the shelf as it would be made again is left alone, and nothing is loaded for it."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from onrecord.briefing.cache import Remembered, Stood, gone_from, remembered, shelf_stands
from onrecord.briefing.catalogue import choose
from onrecord.briefing.formats import all_names
from onrecord.briefing.home import find_notebooks, home_of
from onrecord.briefing.making import program_sha256
from onrecord.briefing.request import Request, hashes_of, key_of, last_line
from onrecord.coding.folders import case_names, find_seeds, folder_sha256
from onrecord.printing import say
from onrecord.problems import ProblemsError


def build(
    names_of_cases: tuple[str, ...],
    *,
    names: tuple[str, ...] = (),
    given: tuple[str, ...] = (),
    formats: str = all_names(),
    jobs: int | None = None,
    out: Path | None = None,
    fresh: bool = False,
) -> int:
    """Builds what is not on the shelf as it would be made, and says how it went; all of it where `fresh`.

    0, or 1 where a briefing failed. Raises ProblemsError before anything runs.
    """
    started = time.monotonic()
    asked = Request(names, given, formats)
    stood: dict[str, Stood] = {}
    if not fresh:
        with contextlib.suppress(ProblemsError, OSError):  # whoever makes something says what is wrong
            stood = _standing(names_of_cases, asked, out)
    others = tuple(name for name in names_of_cases or case_names(find_seeds()) if name not in stood)
    where = _shelf(out)
    whole = not names_of_cases and not names and not given and out is None  # another shelf may hold others' cases
    gone = gone_from(where, case_names(find_seeds())) if whole else []
    if stood and not others and not gone and shelf_stands(where, program_sha256()):
        _say_all(stood, where, started)
        return 0
    from onrecord.briefing.build import rebuild

    if not others:
        stood = {}
    return rebuild(others if stood else names_of_cases, asked, list(stood.values()), jobs, out, fresh, gone)


def _shelf(out: Path | None) -> Path:
    return (out or home_of(find_notebooks()) / "reports").resolve()


def _standing(cases: tuple[str, ...], asked: Request, out: Path | None) -> dict[str, Stood]:
    """The cases of which all that is asked for stands."""
    seeds, notebooks = find_seeds(), find_notebooks()
    briefings = choose(asked.names, notebooks)
    hashes = hashes_of(briefings)
    known = case_names(seeds)
    chosen = list(dict.fromkeys(cases or known))
    plain = asked.concerns_one_case(briefings) and all(hashes.values()) and home_of(notebooks) / "seeds" == seeds
    if seeds is None or not plain or any(name not in known or Path(name).exists() for name in chosen):
        return {}
    if any(path.name.startswith(".") and path.is_dir() for path in seeds.iterdir()):  # a killed command left it
        return {}
    shelf = _shelf(out)
    found = {name: _stood(seeds / name, asked, hashes, shelf) for name in chosen}
    return {name: stood for name, stood in found.items() if stood}


def _stood(case: Path, asked: Request, notebooks: dict[str, str], shelf: Path) -> Stood | None:
    known: Remembered = remembered(shelf, case.name)
    stood = known.asked.get(asked.key())
    if stood is None or any(map(_holds_something_cut_short, (case, shelf / case.name))):
        return None
    return stood if stood.holds(key_of(asked, notebooks, folder_sha256(case)), shelf / case.name) else None


def _holds_something_cut_short(folder: Path) -> bool:
    """Whether a change or a build that was killed may have left something, which is put right before all else."""
    return not folder.is_dir() or any(path.name.startswith(".") for path in folder.iterdir())


def _say_all(stood: dict[str, Stood], shelf: Path, started: float) -> None:
    for one in stood.values():
        say(*one.warnings, err=True)
    documents, warnings = sum(s.documents for s in stood.values()), sum(len(s.warnings) for s in stood.values())
    say(last_line(documents, 0, documents, len(stood), time.monotonic() - started, warnings, 0, shelf))
