"""A case that is handed to another process has its frames there, and here none."""

from __future__ import annotations

import pickle

import pandas as pd
from onrecord.coding.case import find_case, open_case
from onrecord.coding.folders import folder_sha256
from onrecord.coding.handed import to_hand_on


def test_the_frames_go_and_none_stays(repository, monkeypatch):
    """A build of a thousand cases holds no frame of any but the one that is made."""
    monkeypatch.chdir(repository)
    case = open_case("belarus-troops-2023")
    folder, sha256, data = to_hand_on(case, folder_sha256(case.folder))
    assert (folder, sha256) == (find_case(case.id), folder_sha256(folder))
    assert not [name for name, value in vars(case).items() if isinstance(value, pd.DataFrame)]
    handed = pickle.loads(data)
    assert {"statements", "spans"} <= {name for name, value in vars(handed).items() if isinstance(value, pd.DataFrame)}
    pd.testing.assert_frame_equal(handed.statements, case.statements)
