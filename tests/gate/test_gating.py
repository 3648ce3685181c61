"""The gate: one fault of each kind in rendered files is caught, and what a build made passes."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from onrecord.gate import machines
from onrecord.gate.gating import gate
from onrecord.gate.papers import figures_without_words
from onrecord.gate.rendered import RenderedFile
from onrecord.problems import ProblemsError
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

Shelf = Path
HOME = "/" + "home/analyst"  # so that no file in git names such a folder
ALLOWED = "publish: {unreviewed: allow}\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, seed_shelf) -> Path:
    """A shelf of one briefing of the seed, with its page and PDF."""
    root = tmp_path_factory.mktemp("gate") / "made"
    project, _ = seed_shelf
    kept = ("situation.html", "situation.pdf")
    shutil.copytree(project.shelf / "data", root / project.case.name / "data")
    for name in kept:
        shutil.copy(project.shelf / name, root / project.case.name / name)
    manifest = project.manifest()
    manifest["files"] = {name: entry for name, entry in manifest["files"].items() if name in kept}
    (root / project.case.name / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    index = (project.reports / "index.html").read_text(encoding="utf-8")
    (root / "index.html").write_text(re.sub(r"<ul.*</ul>", "", index, flags=re.S), encoding="utf-8")
    return root


@pytest.fixture
def shelf(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed_shelf) -> Path:
    """A copy to be spoilt, in a project without a style."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(made, tmp_path / "reports")
    return tmp_path / "reports" / seed_shelf[0].case.name


def page(old: str, new: str, name: str = "situation.html") -> Callable[[Shelf], None]:
    """Replaces words in the source of the page."""

    def fault(shelf: Shelf) -> None:
        path = shelf / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return fault


def paper(change: Callable[[PdfWriter], None]) -> Callable[[Shelf], None]:
    """Saves the PDF as another program would, changed."""

    def fault(shelf: Shelf) -> None:
        path = shelf / "situation.pdf"
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
        change(writer)
        with path.open("wb") as file:
            writer.write(file)

    return fault


def without_alt(writer: PdfWriter) -> None:
    for thing in writer._objects:
        if isinstance(thing, dict) and thing.get("/S") == "/Figure":
            thing.pop("/Alt", None)


def without_tags(writer: PdfWriter) -> None:
    writer.root_object.pop("/StructTreeRoot")


def without_claims(writer: PdfWriter) -> None:
    writer.root_object.pop("/Metadata")


def with_script(writer: PdfWriter) -> None:
    acts = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('x')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(acts)


def with_loose_links(writer: PdfWriter) -> None:
    for sheet in writer.pages:
        for link in sheet.get("/Annots", []):
            link.get_object().get("/A", {})[NameObject("/D")] = TextStringObject("nowhere")
            link.get_object()[NameObject("/Dest")] = TextStringObject("nowhere")


def with_less(writer: PdfWriter) -> None:
    writer.remove_page(len(writer.pages) - 1)


def described(words: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        writer.add_metadata({"/Author": words})

    return change


FAULTS = {
    "a sentence without a citation": (
        page("</article>", '<p><span class="claim">The army lies.</span></p></article>'),
        "a sentence leads back to nothing: The army lies.",
    ),
    "words of nobody": (
        page("</article>", "<p>The army lies.</p></article>"),
        "words without a citation: The army lies.",
    ),
    "a citation that leads nowhere": (page('data-row="st-06"', 'data-row="st-99"'), "a sentence leads back to nothing"),
    "a link to no place": (page('id="sec-tensions"', 'id="sec-tension"'), "a link leads to no place of the page"),
    "a link to no file": (
        page("</article>", '<a href="other.html">o</a></article>'),
        "a link leads to no file of the shelf",
    ),
    "a link out of the shelf": (
        page("</article>", '<a href="../../x">o</a></article>'),
        "leads to no file of the shelf",
    ),
    "a link by another way": (
        page("</article>", '<a href="javascript:x()">o</a></article>'),
        "leads out by javascript",
    ),
    "a picture without words": (
        page("</article>", '<img src="data:,"></article>'),
        "a picture has no text alternative",
    ),
    "a drawing without words": (page("</article>", "<svg></svg></article>"), "a drawing has no text alternative"),
    "a word of likelihood": (
        page("</article>", '<p class="note">An attack is likely.</p></article>'),
        "'likely' stands outside the analyst's box: An attack is likely.",
    ),
    "a path": (page("</article>", f"<!-- {HOME}/desk --></article>"), f"a path of the machine: {HOME}"),
    "a path of Windows": (page("</article>", "<!-- C:\\Users\\me --></article>"), "a path of the machine: C:\\Users"),
    "a key": (page("</article>", f"<!-- ghp_{'a1' * 18} --></article>"), "a key of the machine: ghp_a1…"),
    "a host": (
        page("</article>", '<p class="note">localhost:8888</p></article>'),
        "a host name of the machine: localhost:8888",
    ),
    "a path on paper": (paper(described(HOME)), f"a path of the machine: {HOME}"),
    "a script": (page("</article>", "<script>alert(1)</script></article>"), "holds a script that is not its own"),
    "a handler": (page("<article>", '<article onclick="x()">'), "holds what acts on a reader"),
    "a picture from elsewhere": (
        page("</article>", '<img alt="x" src="https://e.org/x.png"></article>'),
        "the page fetches",
    ),
    "a page that may fetch": (page("default-src 'none'", "default-src *"), "no policy that forbids to fetch"),
    "an unreviewed page that does not say so": (page('class="flag"', 'class="flg"'), "the page does not say so"),
    "tags taken away": (paper(without_tags), "it has no tags"),
    "claims taken away": (paper(without_claims), "it does not claim PDF/UA-1"),
    "a script on paper": (paper(with_script), "which acts"),
    "loose links on paper": (paper(with_loose_links), "of its links lead nowhere"),
    "a sheet taken away": (paper(with_less), "it lacks words of its page"),
    "another page than paper": (page("</h1>", " amended</h1>"), "it lacks words of its page: amended"),
    "a file that nobody built": (
        lambda shelf: shutil.copy(shelf / "situation.pdf", shelf / "x.pdf"),
        "no build made this",
    ),
    "a file that is gone": (
        lambda shelf: (shelf / "situation.pdf").unlink(),
        "the manifest names it, and it is not there",
    ),
    "a broken PDF": (lambda shelf: (shelf / "situation.pdf").write_bytes(b"%PDF-1.7 x"), "it cannot be read"),
    "an empty page": (lambda shelf: (shelf / "situation.html").write_bytes(b""), "it is not as it was built"),
    "a link of the index": (page("</main>", '<a href="x/">x</a></main>', "../index.html"), "no file of the shelf: x/"),
}


def failed(shelf: Path) -> None:
    """As a build leaves it."""
    (shelf / "failed").mkdir()
    (shelf / "failed" / "one.ipynb").write_text("{}")


def said(shelf: Path) -> list[str]:
    """What the gate says, a line each, of the shelf that holds that case."""
    return [str(one) for one in gate(shelf.parent)]


def test_what_a_build_made_passes(shelf: Path):
    """As it is, where every page says that nobody reviewed it."""
    assert said(shelf) == []


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_caught(shelf: Path, kind: str):
    """In one line, which names the file, what was found, and what to do."""
    fault, wanted = FAULTS[kind]
    fault(shelf)
    lines = said(shelf)
    assert [line for line in lines if wanted in line], lines
    assert [line for line in lines if not line.startswith("E-GATE reports/") or "\n" in line or ";" not in line] == []


def test_a_file_is_as_it_was_built(shelf: Path):
    """A blank more, and it is not."""
    page("</body>", " </body>")(shelf)
    [line] = said(shelf)
    assert line.endswith("situation.html it is not as it was built; build it anew")


def test_a_figure_without_words_on_paper_is_caught(seed_shelf, tmp_path: Path):
    """In the tree of tags, whatever the page says."""
    shutil.copy(seed_shelf[0].shelf / "annex.pdf", tmp_path / "situation.pdf")
    file = RenderedFile(tmp_path / "situation.pdf", tmp_path)
    assert list(figures_without_words(file)) == []
    paper(without_alt)(tmp_path)
    [(found, _)] = figures_without_words(RenderedFile(file.path, tmp_path))
    assert found.endswith("of its figures have no text alternative")


def test_a_failed_briefing_is_not_published(shelf: Path):
    """Its notebook lies on the shelf, with whatever it printed."""
    failed(shelf)
    [line] = said(shelf)
    assert "failed/one.ipynb a briefing failed" in line


def test_the_names_of_this_machine_are_looked_for(shelf: Path, monkeypatch: pytest.MonkeyPatch):
    """Whatever they are."""
    monkeypatch.setattr(machines.socket, "gethostname", lambda: "desk-of-anna")
    page("</h1>", ' <span class="note">desk-of-anna</span></h1>')(shelf)
    assert any("a host name of the machine: desk-of-anna" in line for line in said(shelf))


@pytest.mark.parametrize(
    ("policy", "wanted"),
    [
        ("publish: {unreviewed: refuse}", ["no person has reviewed the coding, and the house refuses that"]),
        ("publish: {unreviewed: allow}", []),
        ("publish: {quoted_words_at_most: 20}", ["words of its article, more than the 20 of the house"]),
        ("publish: {quoted_share_at_most: 0.1}", ["of its article, more than the 10% of the house"]),
        ("publish: {quoted_words_at_most: 2000, quoted_share_at_most: 1}", []),
    ],
)
def test_the_house_decides(shelf: Path, policy: str, wanted: list[str]):
    """On what is unreviewed, and how much is quoted."""
    (shelf.parents[1] / "onrecord.yml").write_text(policy)
    lines = said(shelf)
    assert len(lines) == len(wanted)
    assert all(words in line for words, line in zip(wanted, lines, strict=True))


def test_an_unreviewed_page_that_is_let_through_needs_no_word(shelf: Path):
    """Where the house allows it."""
    (shelf.parents[1] / "onrecord.yml").write_text(ALLOWED)
    page('class="flag"', 'class="flg"')(shelf)
    assert [line for line in said(shelf) if "reviewed" in line] == []


def test_no_shelf_is_no_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An empty folder holds nothing to publish."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProblemsError, match=r"is no shelf: there is no index\.html; build it first: onrecord build"):
        gate(tmp_path)


def test_the_whole_shelf_of_the_seed_passes(seed_shelf, tmp_path: Path):
    """Under a policy that allows unreviewed coding; by the command, which says it for a workflow, too."""
    project, _ = seed_shelf
    (tmp_path / "onrecord.yml").write_text(ALLOWED)
    project_here = type(project)(tmp_path)
    done = project_here.onrecord("gate", str(project.reports))
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems.\n", "")


DRAFTED = """Storm closes the bridge

A storm closed the bridge at Holm on Monday, May 1, 2023.
"It will stay shut for a week," said Mayor Ana Roe. She said repairs would cost 3 million euros.
Harbour police said two boats were missing. Roe denied that the town had ignored a warning.
"""


UNHEARD = "Storm closes the bridge\n\nA storm closed the bridge at Holm on Monday. It is shut.\n"


@pytest.mark.parametrize("article", [DRAFTED, UNHEARD], ids=["heard", "nobody heard"])
def test_the_shelf_of_a_draft_passes(project_at, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: str):
    """Every briefing of a draft, built in a project that has nothing but the article."""
    project = project_at(tmp_path / "project")
    project.root.mkdir()
    (project.root / "story.txt").write_text(article, encoding="utf-8")
    assert project.onrecord("draft", "story.txt", "--case", "holm").returncode == 0
    assert project.onrecord("build").returncode == 0
    monkeypatch.chdir(project.root)
    assert gate(project.reports) == []


def test_the_command_refuses_for_a_workflow(shelf: Path, project_at):
    """Annotations, and exit code 2."""
    page("</body>", " </body>")(shelf)
    done = project_at(shelf.parents[1]).onrecord("gate", "reports", "--format", "github")
    assert done.returncode == 2
    digest = hashlib.sha256((shelf / "situation.html").read_bytes()).hexdigest()
    assert len(digest) == 64
    assert done.stdout.startswith("::error file=reports/belarus-troops-2023/situation.html,title=E-GATE::it is not as")
