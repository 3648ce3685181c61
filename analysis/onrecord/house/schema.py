"""What `onrecord.yml` may hold; `meta`, `logo`, `color` and `typography` as in a house's `_brand.yml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from onrecord.design import FIGURE_WIDTH_MM

SIZES = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}  # width, height in millimetres
LEAST_MM = 12.0  # of a margin at the side
BRAND = ("meta", "logo", "color", "typography")  # what a `_brand.yml` has a say in


def _first(*names: str) -> BeforeValidator:
    """Of a mapping the first of those entries that is there: a brand's file gives a name or a file in several sizes."""

    def take(value: Any) -> Any:
        while isinstance(value, dict) and (name := next((one for one in names if one in value), None)):
            value = value[name]
        return value

    return BeforeValidator(take)


Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]+$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]+$")]
Marking = Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\x00-\x1f\x7f]*$")]
Path_ = Annotated[str, StringConstraints(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Meta(_Part):
    """Whose briefings they are."""

    name: Annotated[Name, _first("full", "short")] = ""


class Color(_Part):
    """Colours of text, by a notation of CSS or a name of the palette."""

    palette: dict[str, str] = {}
    foreground: str = ""
    primary: str = ""
    secondary: str = ""


class Font(_Part):
    """A family and its files."""

    family: Name
    source: Literal["file"] = "file"
    files: list[Annotated[Path_, _first("path")]] = Field(min_length=1)


class Typography(_Part):
    """The font of the text."""

    fonts: list[Font] = []
    base: Annotated[str, _first("family")] = ""


class Paper(_Part):
    """The sheet and its margins, in millimetres; what is printed is 162 mm wide, whatever the sheet."""

    size: Literal["a4", "us-letter"] = "a4"
    left: Annotated[float, Field(ge=LEAST_MM)] | None = None
    top: Annotated[float, Field(ge=20, le=50)] = 24.0
    bottom: Annotated[float, Field(ge=16, le=50)] = 20.0

    @property
    def room(self) -> float:
        """What the margins at both sides have together."""
        return SIZES[self.size][0] - FIGURE_WIDTH_MM


class Marked(_Part):
    """A marking for documents that are given none, and where on a page a marking stands."""

    text: Marking = ""
    where: Literal["head", "foot", "both", "none"] = "head"


class Publish(_Part):
    """What the gate lets through."""

    unreviewed: Literal["refuse", "mark", "allow"] = "mark"
    quoted_words_at_most: Annotated[int, Field(ge=0)] | None = None
    quoted_share_at_most: Annotated[float, Field(ge=0, le=1)] | None = None


class Settings(_Part):
    """The whole file."""

    brand: Path_ = ""
    meta: Meta = Meta()
    logo: Annotated[str, _first("medium", "small", "large", "light", "path")] = ""
    color: Color = Color()
    typography: Typography = Typography()
    paper: Paper = Paper()
    marking: Marked = Marked()
    analyst: Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")] = ""
    colophon: Annotated[list[Line], Field(max_length=8)] = []
    publish: Publish = Publish()
