"""Colours of a house: read in any notation of CSS, and readable by the contrast that WCAG 2.2 asks for (1.4.3, AA)."""

from __future__ import annotations

from onrecord import design

AA = 4.5  # to 1, of text of usual size
ON_LIGHT = (design.PAPER, design.TINT)
ON_DARK = (design.DARK["paper"], design.DARK["tint"])
_STEPS = 100

RGB = tuple[float, float, float]  # each 0 to 1


def colour(text: str) -> str:
    """``#rrggbb`` of a name or a notation that CSS knows; raises ValueError for none, and for one that lets through."""
    from PIL import ImageColor

    found = ImageColor.getrgb(text.strip())
    if len(found) != 3:
        raise ValueError(text)
    return "#{:02x}{:02x}{:02x}".format(*found)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(text: str, grounds: tuple[str, ...]) -> float:
    """The smallest contrast ratio of `text` on those `grounds`."""
    return min(contrast(text, ground) for ground in grounds)


def made_readable(text: str, grounds: tuple[str, ...] = ON_LIGHT) -> str:
    """The nearest to `text`, towards black or on dark grounds white, that has a ratio of AA on all of them."""
    end = "#000000" if grounds == ON_LIGHT else "#ffffff"
    mixed = (_mixed(text, end, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in mixed if least_contrast(one, grounds) >= AA)


def _rgb(text: str) -> RGB:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(text: str) -> float:
    """Relative luminance, 0 to 1, as WCAG defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(text)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(text: str, end: str, share: float) -> str:
    parts = (a + (b - a) * share for a, b in zip(_rgb(text), _rgb(end), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*(round(255 * part) for part in parts))
