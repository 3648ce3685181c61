"""Imported once by the process that forks a child for each briefing: what every child would import."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import analysis


def _import_jsonschema_quickly() -> None:
    """Import jsonschema without its optional check of international addresses, as it is where that is not installed.

    The check builds a grammar at import, 1.3 s, and nothing in a build asks for it. This process is the build's
    own; the module is out of sight for this one import only.
    """
    if "jsonschema" in sys.modules or "rfc3987_syntax" in sys.modules:
        return
    sys.modules["rfc3987_syntax"] = None
    try:
        importlib.import_module("jsonschema")
    finally:
        del sys.modules["rfc3987_syntax"]


def _import_rooms() -> None:
    """Every module of the rooms that notebooks call."""
    for room in ("measures", "figures", "tables", "prose"):
        package = importlib.import_module(f"analysis.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


_import_jsonschema_quickly()
for _name in ("coding.case", "briefing.execution", "briefing.document", "briefing.page", "briefing.pdf"):
    importlib.import_module(f"{analysis.__name__}.{_name}")
_import_rooms()
