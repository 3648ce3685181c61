"""What `import onrecord` offers: by completion, by name, and at little cost."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import onrecord
import pytest

OFFERED = ["Case", "Problem", "ProblemsError", "__version__", "open_case", "open_coding"]


def test_dir_offers_exactly_what_the_package_offers():
    """Also once its rooms were imported: completion does not show the inside."""
    import onrecord.briefings.situation
    import onrecord.cli

    assert dir(onrecord) == sorted(onrecord.__all__) == OFFERED
    assert all(getattr(onrecord, name) is not None for name in OFFERED)


def test_the_version_is_that_of_the_installed_package():
    """One place says it: pyproject.toml."""
    assert onrecord.__version__ == version("onrecord")


def test_another_name_is_refused_with_what_there_is():
    """The message names all that is offered."""
    with pytest.raises(AttributeError, match=r"no attribute 'open_cases'; it offers Case, Problem, .*open_coding"):
        _ = onrecord.open_cases


def test_the_package_says_that_it_is_typed():
    """PEP 561: a checker of other people's code reads these types."""
    assert (Path(onrecord.__file__).parent / "py.typed").is_file()


def test_importing_it_imports_nothing_else():
    """No data frame, no figure; of its own rooms only the list of what a case offers."""
    script = "import sys, json, onrecord; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found = set(json.loads(done.stdout))
    assert not found & {"pandas", "numpy", "matplotlib", "pydantic", "IPython"}
    assert {name for name in found if name.startswith("onrecord.")} == {"onrecord.coding", "onrecord.coding.offers"}
