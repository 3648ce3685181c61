"""Which briefings there are: the notebooks that call themselves one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.briefing.parameters import Parameter, read_parameters
from onrecord.briefing.subjects import SUBJECTS
from onrecord.problems import Problem, ProblemsError, nearest, problem

TAG = "parameters"
FACTS = {"title", "description", "for_each", "needs", "order"}
METADATA = '{"onrecord": {"title": "…", "description": "…", "for_each": null, "order": 9}}'


@dataclass(frozen=True)
class Briefing:
    """A notebook in ``notebooks/`` with an ``onrecord`` entry in its metadata.

    `for_each` is ``actor`` or ``issue`` where the briefing is made once for each of them, else None. `needs` names a
    parameter without which it says nothing; such a briefing is made only when it is asked for by name.
    """

    name: str
    path: Path
    title: str
    description: str = ""
    for_each: str | None = None
    needs: str = ""
    order: int = 99
    parameters: list[Parameter] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The notebook as problems name it."""
        return f"{self.path.parent.name}/{self.path.name}"


def readable(notebooks: Path) -> tuple[list[Briefing], list[Problem]]:
    """The briefings in `notebooks`, in their own order, and what is wrong with those that are left out."""
    found, problems = [], []
    for path in sorted(notebooks.glob("*.ipynb")):
        briefing, wrong = _read(path)
        problems += wrong
        if briefing:
            found.append(briefing)
    return sorted(found, key=lambda briefing: (briefing.order, briefing.name)), problems


def choose(names: tuple[str, ...], notebooks: Path) -> list[Briefing]:
    """The briefings of those `names`, all of them where none is given.

    Raises ProblemsError for unknown names and for what is wrong with a notebook that is asked for; without names,
    every one is.
    """
    known, wrong = readable(notebooks)
    if not known and not wrong:
        remedy = f"a briefing's metadata holds {METADATA}"
        wrong = [problem("E-NOTEBOOK", found=f"no notebook in {notebooks.name}/ is a briefing", remedy=remedy)]
    if problems := _named(names, known, wrong, notebooks) if names else wrong:
        raise ProblemsError(problems)
    return [briefing for briefing in known if briefing.name in names or not (names or briefing.needs)]


def _named(names: tuple[str, ...], known: list[Briefing], wrong: list[Problem], notebooks: Path) -> list[Problem]:
    """What is wrong with the notebooks of those names, and each name that no notebook has."""
    broken = {Path(one.file).stem: one for one in wrong}
    by_name = {briefing.name: briefing for briefing in known}
    unknown = [name for name in names if name not in by_name and name not in broken]
    asked = [one for one in wrong if not one.file or Path(one.file).stem in names]
    return [*asked, *(_unknown(name, by_name, notebooks) for name in unknown)]


def _unknown(name: str, known: dict[str, Briefing], notebooks: Path) -> Problem:
    if (notebooks / f"{name}.ipynb").is_file():
        remedy = f"to make it one, give its metadata an entry {METADATA}"
        return problem("E-NOTEBOOK", f"{notebooks.name}/{name}.ipynb", found="is not a briefing", remedy=remedy)
    kind, _, subject = name.partition("-")
    if subject and kind in SUBJECTS and kind in known:
        return problem("E-BRIEFING", found=name, remedy=f"write --briefing {kind} -p {kind}={subject}")
    return problem("E-BRIEFING", found=name, remedy=nearest(name, known, "briefings"))


def _read(path: Path) -> tuple[Briefing | None, list[Problem]]:
    """The briefing that `path` holds, None where it is none, and what is wrong with it."""
    file = f"{path.parent.name}/{path.name}"
    try:
        notebook = json.loads(path.read_bytes())
        facts = notebook["metadata"].get("onrecord")
        sources = _parameters_cells(notebook["cells"]) if facts is not None else []
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        found = f"is not a notebook: {type(error).__name__} {error}"
        remedy = f"restore it, for example with git checkout {file}"
        return None, [problem("E-NOTEBOOK", file, found=found, remedy=remedy)]
    return _briefing(path, file, facts, sources) if facts is not None else (None, [])


def _briefing(path: Path, file: str, facts: Any, sources: list[str]) -> tuple[Briefing | None, list[Problem]]:
    """The briefing of those facts, with the parameters that its one tagged cell declares."""
    if len(sources) != 1:
        found = f"{len(sources) or 'no'} cell{'s are' if sources else ' is'} tagged {TAG!r}"
        remedy = f"tag the first code cell {TAG!r}, and no other (in JupyterLab: property inspector, cell tags)"
        return None, [problem("E-NOTEBOOK", file, found=found, remedy=remedy)]
    parameters, problems = read_parameters(sources[0], file)
    problems += _wrong_facts(facts, {parameter.name for parameter in parameters}, file)
    if problems:
        return None, problems
    return Briefing(path.stem, path, parameters=parameters, **{name: facts[name] for name in FACTS & set(facts)}), []


def _parameters_cells(cells: list[dict[str, Any]]) -> list[str]:
    """The source of every cell tagged ``parameters``: Papermill would take the first, whatever its kind."""
    return ["".join(cell["source"]) for cell in cells if TAG in cell["metadata"].get("tags", [])]


def _wrong_facts(facts: Any, parameters: set[str], file: str) -> list[Problem]:
    """What is wrong with the metadata, and with the parameters that every briefing takes."""
    if not isinstance(facts, dict) or not facts.get("title") or facts.get("for_each") not in (None, *SUBJECTS):
        found = "its onrecord metadata is not that of a briefing"
        return [problem("E-NOTEBOOK", file, found=found, remedy=f"write {METADATA}, for_each null, actor or issue")]
    needed = ["case", *(facts[key] for key in ("for_each", "needs") if facts.get(key))]
    return [_lacks(file, name) for name in needed if name not in parameters]


def _lacks(file: str, name: str) -> Problem:
    return problem("E-NOTEBOOK", file, found=f"has no parameter {name!r}", remedy=f'declare it: {name}: str = ""')
