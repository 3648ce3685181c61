"""What comes with the package for projects: notebooks, and the files that a new project is made of.

What the repository itself uses lies there once, at its top; a wheel holds it in ``shared/`` (pyproject.toml).
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shared(path: str) -> Path:
    """A file or folder of the repository that comes with the package, by its path from the top."""
    inside = _PACKAGE / "shared" / path
    return inside if inside.exists() else _PACKAGE.parents[1] / path


NOTEBOOKS = shared("notebooks")
CI = ("github", "gitlab", "none")  # whose pipeline a project can be made for
