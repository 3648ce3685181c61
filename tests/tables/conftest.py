"""The seed."""

from __future__ import annotations

import pytest
from onrecord.coding.case import Case, open_case

from tests.prose.conftest import SEED


@pytest.fixture(scope="session")
def case() -> Case:
    """The seed."""
    return open_case(SEED)
