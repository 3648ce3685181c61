"""Cases that were read, checked and made into frames elsewhere, handed to this process so that it need not."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import Any

from onrecord.coding.folders import folder_sha256
from onrecord.coding.tables import TABLES

Handed = tuple[Path, str, bytes]  # folder of a case, hash of what it held when it was read, the case
_handed: dict[Path, Handed] = {}


def to_hand_on(case: Any, sha256: str) -> Handed:
    """A Case with all its frames, for another process of this program; `sha256` of its folder before it was read.

    This process keeps none of the frames.
    """
    with_frames = copy.copy(case)
    for name in (*TABLES, "spans"):
        getattr(with_frames, name)
    return case.folder, sha256, pickle.dumps(with_frames, pickle.HIGHEST_PROTOCOL)


def take(handed: Handed) -> None:
    """From now on this process opens that case as handed on, as long as its folder holds the same."""
    _handed[handed[0]] = handed


def at_hand(folder: Path) -> Any:
    """The Case in `folder`, a copy for whoever asks; None where none was handed on, or it was edited since."""
    if folder not in _handed:
        return None
    _, sha256, data = _handed[folder]
    return pickle.loads(data) if folder_sha256(folder) == sha256 else None
