"""What stays on a shelf when a case is gone."""

import hashlib
import json

import pytest
from onrecord.briefing.cache import gone_from
from onrecord.briefing.retiring import retire

FACTS = {"case": "old", "headline": "H", "publisher": "P", "as_of": "2023-01-06", "as_of_basis": "published"}


@pytest.fixture
def out(tmp_path):
    """A shelf with one case, of which a build wrote a page and data, and a person changed a page and added a note."""
    folder = tmp_path / "old"
    (folder / "data").mkdir(parents=True)
    document = {"title": "T", "order": [1, 0]}
    files = {}
    for name in ("a.html", "b.html", "data/article.txt"):
        (folder / name).write_text(name, encoding="utf-8")
        files[name] = document | {"sha256": hashlib.sha256(name.encode()).hexdigest()}
    facts = FACTS | {"coding_basis": {}, "unreviewed_rows": 0, "files": files}
    (folder / "manifest.json").write_text(json.dumps(facts), encoding="utf-8")
    return tmp_path


def test_what_a_build_wrote_of_a_case_that_is_gone_goes(out):
    """With its folder, and a line says so; a case that is there stays."""
    assert gone_from(out, ["old"]) == []
    assert retire(out, gone_from(out, ["new"])) == [
        "taken away: the briefings and data of old, which is no case any more"
    ]
    assert list(out.iterdir()) == []


def test_a_person_s_files_stay(out):
    """Also one in the place of a page that was changed; the shelf, made of manifests, lists none of it."""
    (out / "old" / "b.html").write_text("my own", encoding="utf-8")
    (out / "old" / "note.txt").write_text("mine", encoding="utf-8")
    assert "files that no build wrote stay" in retire(out, gone_from(out, []))[0]
    assert sorted(path.name for path in (out / "old").iterdir()) == ["b.html", "note.txt"]


def test_a_folder_without_a_manifest_of_ours_is_none_of_a_build(out):
    """Nothing in it is touched."""
    (out / "old" / "manifest.json").write_text("{}", encoding="utf-8")
    assert retire(out, gone_from(out, [])) == []
    assert len(list((out / "old").iterdir())) == 4
