"""`onrecord.yml` read and checked: a house, or every problem with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML, YAMLError

from onrecord.design import ACCENT, FIGURE_WIDTH_MM, INK, MUTED
from onrecord.house.colours import AA, ON_LIGHT, colour, least_contrast, made_readable
from onrecord.house.files import Face, face, logo_address
from onrecord.house.given import AT_FOOT, AT_HEAD, House
from onrecord.house.schema import BRAND, LEAST_MM, SIZES, Settings
from onrecord.problems import Problem, ProblemsError, UnusableError, nearest, problem

BYTES = 64_000
_PLACES = {"head": (AT_HEAD,), "foot": (AT_FOOT,), "both": (AT_HEAD, AT_FOOT), "none": ()}
_TEXTS = {"foreground": INK, "primary": ACCENT, "secondary": MUTED}
Read = TypeVar("Read")


def read_house(path: Path) -> House:
    """The house of the file at `path`; raises ProblemsError with every problem, a line each."""
    raw = _mapping(path)
    brand = path.parent / str(raw["brand"]) if isinstance(raw.get("brand"), str) else None
    if brand is not None:
        raw = _over(_of_brand(_mapping(brand)), raw)
    try:
        settings = Settings.model_validate(raw)
    except ValidationError as error:
        raise ProblemsError(_wrong(path.name, error)) from None
    return _Reader(path, settings).house([path, *([brand] if brand else [])])


def _mapping(path: Path) -> dict[str, Any]:
    """What a YAML file holds, empty entries left out; raises ProblemsError."""
    found, remedy = "", "write `key: value` lines; `onrecord init` makes a file that explains each"
    try:
        if path.stat().st_size > BYTES:
            found = f"has more than {BYTES // 1000} kB"
        else:
            raw = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
            if isinstance(raw, dict):
                return _given(raw)
            found = "holds no keys and values"
    except OSError as error:
        found = f"cannot be read: {error.strerror}"
    except (YAMLError, ValueError, RecursionError) as error:
        found = f"is no YAML: {' '.join(str(getattr(error, 'problem', None) or error).split())[:120]}"
    raise ProblemsError([problem("E-STYLE", path.name, found=found, remedy=remedy)])


def _given(raw: dict[Any, Any], depth: int = 0) -> dict[str, Any]:
    """`raw` without empty entries, which mean: not given."""
    found = {str(key): value for key, value in raw.items() if value is not None}
    return {k: _given(v, depth + 1) if isinstance(v, dict) and depth < 8 else v for k, v in found.items()}


def _of_brand(raw: dict[str, Any]) -> dict[str, Any]:
    """What is used of a `_brand.yml`, which may hold more: the rest is passed over."""
    found = {name: raw[name] for name in BRAND if name in raw}
    for name, model in ((name, Settings.model_fields[name].annotation) for name in BRAND if name in found):
        if isinstance(found[name], dict) and isinstance(model, type) and issubclass(model, BaseModel):
            found[name] = {key: value for key, value in found[name].items() if key in model.model_fields}
    if isinstance(found.get("typography"), dict):
        found["typography"] = _by_file(found["typography"])
    return found


def _by_file(typography: dict[str, Any]) -> dict[str, Any]:
    """Without the fonts that a `_brand.yml` would fetch."""
    if not isinstance(typography.get("fonts"), list):
        return typography
    kept = [one for one in typography["fonts"] if isinstance(one, dict) and one.get("source") == "file"]
    return typography | {"fonts": kept}


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Both, and where both have an entry that of `above`."""
    both = below | above
    for name in below.keys() & above.keys():
        if isinstance(below[name], dict) and isinstance(above[name], dict):
            both[name] = _over(below[name], above[name])
    return both


def _wrong(file: str, error: ValidationError) -> Iterator[Problem]:
    for item in error.errors(include_url=False, include_context=False):
        name = ".".join(map(str, item["loc"]))
        found = item["msg"][:1].lower() + item["msg"][1:]
        yield problem("E-STYLE", file, None, name, found=found, remedy=_remedy(item))


def _remedy(item: ErrorDetails) -> str:
    """What to do about one thing that the schema refuses."""
    if item["type"] == "extra_forbidden":
        model: Any = Settings
        for part in item["loc"][:-1]:
            known = getattr(model, "model_fields", {}).get(part)
            model = known.annotation if known else model
        return nearest(str(item["loc"][-1]), getattr(model, "model_fields", {}), "keys")
    return f"it is {str(item['input'])[:40]!r}; `onrecord init` makes a file that explains each key"


class _Reader:
    """Makes a house of settings, and collects what is wrong with what they name."""

    def __init__(self, path: Path, settings: Settings):
        self.path, self.settings, self.problems = path, settings, list[Problem]()

    def house(self, files: list[Path]) -> House:
        """The house; raises ProblemsError where anything is wrong. Its hash is that of all its files."""
        s = self.settings
        logo = self._logo()
        family, faces = self._font()
        texts = {name: self._colour(name) or plain for name, plain in _TEXTS.items()}
        left = self._left()
        if self.problems:
            raise ProblemsError(self.problems)
        files += [self.path.parent / s.logo] if s.logo else []
        files += [one.path for one in faces]
        digest = hashlib.sha256(b"".join(hashlib.sha256(one.read_bytes()).digest() for one in files))
        return House(
            name=s.meta.name,
            logo=logo,
            ink=texts["foreground"],
            accent=texts["primary"],
            muted=texts["secondary"],
            family=family,
            faces=faces,
            paper=s.paper.size,
            width=SIZES[s.paper.size][0],
            height=SIZES[s.paper.size][1],
            left=left,
            top=s.paper.top,
            bottom=s.paper.bottom,
            marking=s.marking.text,
            places=_PLACES[s.marking.where],
            analyst=s.analyst,
            colophon=tuple(s.colophon),
            unreviewed=s.publish.unreviewed,
            words_at_most=s.publish.quoted_words_at_most,
            share_at_most=s.publish.quoted_share_at_most,
            sha256=digest.hexdigest(),
        )

    def _say(self, field: str, found: str, remedy: str) -> None:
        self.problems.append(problem("E-STYLE", self.path.name, None, field, found=found, remedy=remedy))

    def _usable(self, field: str, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except UnusableError as why:
            self._say(field, why.found, why.remedy)
            return None

    def _logo(self) -> str:
        name = self.settings.logo
        if not name:
            return ""
        if not self.settings.meta.name:
            self._say("meta.name", "a logo stands for a name, and there is none", "write the name in words")
        return self._usable("logo", lambda: logo_address(self.path.parent / name)) or ""

    def _font(self) -> tuple[str, tuple[Face, ...]]:
        """The family of the text and its faces."""
        family, fonts = self.settings.typography.base, self.settings.typography.fonts
        if not family:
            return "", ()
        found: list[Face] = []
        files = [name for font in fonts if font.family == family for name in font.files]
        if not files:
            remedy = nearest(family, [font.family for font in fonts], "fonts with files in typography.fonts")
            self._say("typography.base", f"no file is given for the font {family!r}", remedy)
        for at, name in enumerate(files):
            one = self._usable(f"typography.fonts.files.{at}", partial(face, self.path.parent / name, family))
            found += [one] if one else []
        return family, tuple(found)

    def _colour(self, name: str) -> str:
        """A colour of text as ``#rrggbb``, "" where none is given or it is none to be read."""
        palette = self.settings.color.palette
        given = getattr(self.settings.color, name)
        text = given
        for _ in palette:
            text = palette.get(text, text)
        try:
            found = colour(text) if text else ""
        except ValueError:
            self._say(f"color.{name}", f"{given!r} is no colour", "write #rrggbb, or a name of color.palette")
            return ""
        if found and (ratio := least_contrast(found, ON_LIGHT)) < AA:
            said = f"{found} has a contrast of {ratio:.1f} to 1 on paper, less than WCAG's {AA}"
            self._say(f"color.{name}", said, f"the nearest that passes is {made_readable(found)}")
            return ""
        return found

    def _left(self) -> float:
        paper = self.settings.paper
        most = paper.room - LEAST_MM
        if paper.left is not None and paper.left > most:
            found = f"{paper.left:g} mm leave less than {LEAST_MM:g} mm at the right of {paper.size}"
            self._say("paper.left", found, f"give at most {most:.1f}; what is printed is {FIGURE_WIDTH_MM:g} mm wide")
        return paper.left if paper.left is not None else paper.room / 2
