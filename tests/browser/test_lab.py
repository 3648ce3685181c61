"""Explorer and review in a real JupyterLab: they run from top to bottom, and what is clicked stands on disk."""

import csv
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil
import pytest
from lxml import html
from playwright.sync_api import expect
from pypdf import PdfReader

REPOSITORY = Path(__file__).parents[2]
CASE = "belarus-troops-2023"
PATIENCE = 60_000  # ms; a cold JupyterLab and kernel take half of it


class Lab:
    """A JupyterLab on a copy of the project, for this machine only, without a token."""

    def __init__(self, root: Path):
        self.root = root
        self.case = root / "seeds" / CASE
        shutil.copytree(REPOSITORY / "notebooks", root / "notebooks", ignore=shutil.ignore_patterns(".*"))
        shutil.copytree(REPOSITORY / "seeds" / CASE, self.case)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        settings = {"IdentityProvider.token": "", "LabApp.news_url": "", "ServerApp.port": self.port}
        settings |= {"ServerApp.ip": "127.0.0.1", "ServerApp.port_retries": 0, "ServerApp.disable_check_xsrf": True}
        settings |= {"LabApp.expose_app_in_browser": True}
        own = {name: str(root / ".jupyter") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
        prefix = [f"--{name}={value}" for name, value in settings.items()]
        overrides = root / ".jupyter" / "labconfig"
        overrides.mkdir(parents=True)
        self.log = (root / "server.log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", *prefix],
            cwd=root,
            env=os.environ | own | {"JUPYTERLAB_SETTINGS_DIR": str(root / ".jupyter" / "settings")},
            stdout=self.log,
            stderr=self.log,
        )
        self._news_off()
        self._wait()

    def _news_off(self) -> None:
        folder = self.root / ".jupyter" / "settings" / "@jupyterlab" / "apputils-extension"
        folder.mkdir(parents=True)
        quiet = {"fetchNews": "false", "checkForUpdates": False}
        (folder / "notification.jupyterlab-settings").write_text(json.dumps(quiet), encoding="utf-8")

    def _wait(self) -> None:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.url}/api").close()
                return
            except OSError:
                assert self.process.poll() is None, (self.root / "server.log").read_text()
                time.sleep(0.2)
        raise AssertionError((self.root / "server.log").read_text())

    def rows(self, table: str) -> dict[str, dict[str, str]]:
        """The rows of a table of the case on disk."""
        text = (self.case / f"{table}.csv").read_text(encoding="utf-8")
        return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}

    def tables(self) -> dict[str, bytes]:
        """The tables of the case on disk."""
        return {p.name: p.read_bytes() for p in self.case.glob("*.csv") if p.name != "review.csv"}

    def decisions(self) -> list[tuple[str, str]]:
        """Action and id of every line of the log."""
        path = self.case / "review.csv"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        return [(row["action"], row["id"]) for row in csv.DictReader(io.StringIO(text))]

    def kill_kernels(self) -> None:
        """End every kernel of the server at once, as a crash would."""
        for kernel in psutil.Process(self.process.pid).children():
            kernel.kill()

    def stop(self) -> None:
        """End the server and its kernels."""
        self.process.terminate()
        self.process.wait(30)
        self.log.close()


NOTEBOOKS = [path.stem for path in sorted((REPOSITORY / "notebooks").glob("*.ipynb"))]
THEMES = ["JupyterLab Light", "JupyterLab Dark"]
PANEL = "jupyterapp.shell.currentWidget"
CODE = f"[...{PANEL}.content.model.cells].filter(cell => cell.type === 'code')"
IN_FRONT = ".jp-NotebookPanel:not(.lm-mod-hidden)"
ALONE = "[...jupyterapp.shell.widgets('main')].forEach(widget => widget.dispose())"  # asks about no unsaved change
WRONG = (Path(__file__).parent / "looking.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A server for the tests of this file."""
    running = Lab(tmp_path_factory.mktemp("lab"))
    second_coding(running)
    yield running
    running.stop()


def second_coding(lab: Lab) -> None:
    """The seed with one statement read otherwise, for the notebook that compares two."""
    folder = lab.case.with_name("second")
    shutil.copytree(lab.case, folder)
    for name, old, new in (
        ("article.yml", f"id: {CASE}", "id: second"),
        ("statements.csv", "scope_ambiguous", "scope_open"),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for path in (lab.root / "notebooks").glob("*.ipynb"):
        asked = path.read_text(encoding="utf-8").replace('case: str = \\"\\"', f'case: str = \\"{CASE}\\"')
        path.write_text(asked.replace('other: str = \\"\\"', 'other: str = \\"second\\"'), encoding="utf-8")


@pytest.fixture(scope="module")
def window(browser, lab):
    """One window with one kernel, for all tests of this file: what takes long is to load JupyterLab."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    view = context.new_page()
    view.set_default_timeout(PATIENCE)
    view.goto(f"{lab.url}/lab/tree/notebooks/{NOTEBOOKS[0]}.ipynb?reset")
    view.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    view.kernel = view.evaluate(f"{PANEL}.sessionContext.session.kernel.model")
    yield view
    context.close()


@pytest.fixture
def at_the_desk(window):
    """Brings a notebook to the front and runs it: alone, or `beside` the one that is open, with a kernel of its own."""

    def opened(notebook: str, beside: bool = False):
        if in_front(window) != notebook:
            if not beside:
                window.evaluate(ALONE)
            asked = {"path": f"notebooks/{notebook}.ipynb"} | ({} if beside else {"kernel": window.kernel})
            window.evaluate("async asked => { await jupyterapp.commands.execute('docmanager:open', asked); }", asked)
            window.wait_for_function(f"name => {PANEL}?.context?.path === `notebooks/${{name}}.ipynb`", arg=notebook)
            window.evaluate(f"async () => {{ await {PANEL}.context.ready; await {PANEL}.sessionContext.ready; }}")
        run_all(window)
        return window

    return opened


def in_front(view) -> str | None:
    """The name of the notebook that is shown."""
    path = view.evaluate(f"{PANEL}?.context?.path")
    return path and Path(path).stem


def run_all(view):
    """Run → Run All Cells, and wait until each has run."""
    view.evaluate(f"() => {{ for (const cell of {CODE}) {{ cell.outputs.clear(); cell.executionCount = null; }} }}")
    view.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    view.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()
    view.wait_for_function(f"() => {CODE}.every(cell => cell.executionCount !== null)")


def complaints(view) -> list[str]:
    """Errors and what was written to stderr, of every cell."""
    outputs = f"{CODE}.flatMap(cell => cell.outputs.toJSON())"
    return view.evaluate(
        f"() => {outputs}.filter(o => o.output_type === 'error' || o.name === 'stderr').map(o => JSON.stringify(o))"
    )


@pytest.fixture
def panel(at_the_desk, lab):
    """The review of a case that nobody has touched, begun by Ann."""
    shutil.rmtree(lab.case)
    shutil.copytree(REPOSITORY / "seeds" / CASE, lab.case)
    return begin(at_the_desk("review"))


def begin(view, name: str = "Ann"):
    """Give the reviewer's name and wait for the first row."""
    view.locator("#onrecord-reviewer").fill(name)
    view.keyboard.press("Enter")
    view.locator(".onrecord-review .card h2").wait_for()
    return view


def said(view, words: str) -> None:
    """Wait until the panel says so."""
    view.locator(".onrecord-review .status", has_text=words).wait_for()


def shown(view) -> str:
    """The id of the row on the screen."""
    return view.locator(".onrecord-review .kind").inner_text().split()[1]


def go_to(view, table: str, row: str) -> None:
    """Choose the table and step to the row."""
    view.locator(".onrecord-review .chip", has_text=table).click()
    view.locator(".onrecord-review .chip[aria-pressed='true']", has_text=table).wait_for()
    for _ in range(40):
        if shown(view) == row:
            return
        before = shown(view)
        view.locator(".onrecord-review button.next").click()
        view.wait_for_function(
            "was => document.querySelector('.onrecord-review .kind').innerText.split(/\\s+/)[1] !== was", arg=before
        )
    raise AssertionError(f"{row} is not in the queue")


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_looks_right_in_both_themes(at_the_desk, notebook):
    """No error text; every figure and table of an output has its place; words are readable; links lead to a source."""
    view = at_the_desk(notebook)
    assert complaints(view) == []
    for theme in THEMES:
        view.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
        view.locator(f"body[data-jp-theme-name='{theme}']").wait_for(state="attached")
        assert view.evaluate(WRONG) == [], theme
    THEMES.reverse()  # the next begins with the one that is on


@pytest.fixture
def explorer(window, at_the_desk):
    """The explorer in front, run for whoever comes first."""
    return window if in_front(window) == "explore" else at_the_desk("explore")


def test_the_explorer_has_menus_and_figures_whose_marks_are_links(explorer):
    """JupyterLab rewrites the links of an output; those of a drawing it can only leave alone."""
    view = explorer
    assert view.locator(".jp-OutputArea select").count() == 3
    view.locator(".jp-OutputArea-output figure svg a").first.wait_for(state="attached")
    assert view.get_by_text("Javascript Error").count() == 0


@pytest.mark.parametrize("place", [".jp-OutputArea td a.cite >> nth=12", ".jp-OutputArea figure svg a >> nth=3"])
def test_a_citation_of_the_explorer_leads_to_its_sentence(explorer, place):
    """Clicked, in the table of statements or in a figure: the sentence of its row is on the screen, outlined."""
    view = explorer
    link = view.locator(place)
    link.scroll_into_view_if_needed()
    if "cite" in place:
        assert "underline" in link.evaluate("node => getComputedStyle(node).textDecorationLine")
    row = (link.get_attribute("href") or link.get_attribute("xlink:href")).split("#")[1]
    link.click()
    sentence = view.locator(".onrecord-article .sentence", has=view.locator(f"#{row}"))
    expect(sentence).to_be_in_viewport()
    assert sentence.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


def test_a_citation_leads_to_a_place_of_its_own_notebook(at_the_desk, lab):
    """Another is open behind it with the same sentences, which the browser would find first."""
    shutil.copy(lab.root / "notebooks" / "timeline.ipynb", lab.root / "notebooks" / "another.ipynb")
    at_the_desk("explore")
    view = at_the_desk("another", beside=True)
    link = view.locator(f"{IN_FRONT} a.cite").first
    link.scroll_into_view_if_needed()
    place = f"[id='{link.get_attribute('href').removeprefix('#')}']"
    assert view.locator(f"{IN_FRONT} {place}").count() == view.locator(place).count() == 1
    link.click()
    expect(view.locator(f"{IN_FRONT} .source-list > li", has=view.locator(place))).to_be_in_viewport()


@pytest.mark.parametrize(("ending", "start"), [("html", "<!DOCTYPE html>"), ("pdf", "%PDF-")])
def test_the_export_menu_gives_the_document_of_a_build(at_the_desk, seed_shelf, ending, start):
    """File → Save and Export Notebook As: the file arrives whole, and says what the shelf's says."""
    view = at_the_desk("timeline")
    view.locator(".lm-MenuBar-itemLabel", has_text="File").first.click()
    view.locator(".lm-Menu-itemLabel", has_text="Save and Export Notebook As").first.click()
    with view.expect_download() as found:
        view.locator(".lm-Menu-itemLabel", has_text=f"Briefing_{ending}").first.click()
    made = Path(found.value.path()).read_bytes()
    assert found.value.suggested_filename == f"timeline.{ending}"
    assert made.startswith(start.encode())
    built = (seed_shelf[0].shelf / f"timeline.{ending}").read_bytes()
    assert words_of(made) == words_of(built)


def words_of(document: bytes) -> list[str]:
    """What it says, but for the hashes of what it was made of."""
    if document.startswith(b"%PDF-"):
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)
    else:
        text = html.fromstring(document).find(".//main").text_content()
    return re.sub(r"[0-9a-f]{7,}", "", text).split()


def test_review_runs_and_shows_a_row_with_its_words_marked(panel):
    """The least sure statement or position first, as many left as there are rows."""
    assert "215 left of 215" in " ".join(panel.locator(".onrecord-review .left").inner_text().split())
    assert "low confidence" in panel.locator(".onrecord-review .kind").inner_text()
    assert panel.locator(".onrecord-review .article .sentence.on mark.content").count()
    assert complaints(panel) == []


def test_keys_decide_and_jupyterlab_does_not_hear_them(panel, lab):
    """Accept, skip, undo by one letter each; no cell comes or goes."""
    cells, first, before = panel.locator(".jp-Cell").count(), shown(panel), lab.tables()
    panel.locator(".onrecord-review .card h2").click()
    panel.keyboard.press("a")
    said(panel, f"Accepted {first}. 214 rows are left")
    assert lab.decisions() == [("accept", first)]
    assert lab.rows("statements")[first]["coding_basis"] == "analyst_coded"
    panel.keyboard.press("s")
    said(panel, "Skipped")
    panel.keyboard.press("u")
    said(panel, f"Undone: accepted {first}")
    assert shown(panel) == first
    assert lab.tables() == before
    assert panel.locator(".jp-Cell").count() == cells


def test_a_held_key_accepts_one_row(panel, lab):
    """A key that repeats, or comes before the answer, decides nothing about rows nobody saw."""
    panel.locator(".onrecord-review .card h2").click()
    for _ in range(3):
        panel.keyboard.down("a")
    panel.keyboard.up("a")
    said(panel, "Accepted")
    panel.wait_for_timeout(500)
    assert len(lab.decisions()) == 1


def test_correcting_by_selecting_words_in_the_article(panel, lab):
    """The words selected stand in the table; a wrong wording is marked with the nearest, and not saved."""
    go_to(panel, "statements", "st-06")
    before = lab.tables()
    panel.locator(".onrecord-review button.correct").click()
    cue = panel.locator("[data-field='cue_text']")
    cue.fill("confirmd")
    panel.locator(".field.cue_text .said", has_text="use “confirmed”").wait_for()
    panel.keyboard.press("Control+Enter")
    panel.locator(".outcome", has_text="Not saved").wait_for()
    assert lab.tables() == before
    panel.locator(".field.cue_text .said button").click()
    panel.locator(".field.cue_text .said", has_text="✓").wait_for()
    panel.locator("[data-field='content_text']").focus()
    select_words(panel, "S04", "arrival of the contin")
    panel.wait_for_function(
        "() => document.querySelector('[data-field=content_text]').value === 'arrival of the contingent'"
    )
    panel.keyboard.press("Control+Enter")
    said(panel, "Corrected st-06")
    row = lab.rows("statements")["st-06"]
    assert (row["cue_text"], row["content_text"], row["coding_basis"]) == (
        "confirmed",
        "arrival of the contingent",
        "analyst_coded",
    )
    assert lab.decisions() == [("correct", "st-06")]
    changed = [name for name, data in lab.tables().items() if data != before[name]]
    assert changed == ["statements.csv"]


def test_rejecting_an_actor_shows_first_what_will_change(panel, lab):
    """No leaves every byte; yes does what was shown; undo gives every byte back."""
    go_to(panel, "actors", "rus-mil-rep")
    before = lab.tables()
    panel.locator(".onrecord-review button.reject").click()
    question = panel.locator(".onrecord-review .question")
    question.wait_for()
    assert "removes 1 actor, 1 statement, 1 position" in question.inner_text()
    panel.keyboard.press("Escape")
    question.wait_for(state="detached")
    assert lab.tables() == before
    panel.keyboard.press("r")
    question.wait_for()
    panel.keyboard.press("y")
    said(panel, "Rejected rus-mil-rep")
    assert "rus-mil-rep" not in lab.rows("actors")
    assert not any("rus-mil-rep" in row["source_chain"] for row in lab.rows("statements").values())
    panel.keyboard.press("u")
    said(panel, "Undone: rejected rus-mil-rep")
    assert lab.tables() == before


def test_a_statement_is_added_with_an_actor_made_on_the_way(panel, lab):
    """From the words in the article to two rows on disk."""
    panel.locator(".onrecord-review button.add").click()
    panel.locator("[data-field='content_text']").focus()
    select_words(panel, "S14", "a major new front in the war")
    panel.locator(".field.content_text .said", has_text="✓").wait_for()
    assert panel.locator("[data-field='sentence']").input_value() == "S14"
    panel.locator(".field.speaker button.new").click()
    panel.locator("#onrecord-new-name").fill("Analysts in Kyiv")
    panel.locator("#onrecord-new-type").select_option("collective")
    panel.locator(".making button.yes").click()
    panel.locator(".outcome", has_text="Added analysts-kyiv").wait_for()
    assert "analysts-kyiv" in lab.rows("actors")
    for field, words in (("speaker_text", "Any new attack"), ("cue_text", "would open")):
        panel.locator(f"[data-field='{field}']").fill(words)
        panel.locator(f".field.{field} .said", has_text="✓").wait_for()
    panel.keyboard.press("Control+Enter")
    said(panel, "Added st-27")
    row = lab.rows("statements")["st-27"]
    assert (row["speaker"], row["source_chain"]) == ("analysts-kyiv", "aje|analysts-kyiv")
    assert row["speaker_kind"] == "collective_unnamed"
    assert [action for action, _ in lab.decisions()] == ["add", "add"]


def test_a_kernel_killed_between_decisions_loses_none(panel, lab):
    """Restarted in between, the queue goes on where it was, and undo reaches back."""
    before, first = lab.tables(), shown(panel)
    panel.locator(".onrecord-review button.accept").click()
    said(panel, f"Accepted {first}")
    after, second = lab.tables(), shown(panel)
    lab.kill_kernels()
    panel.locator(".jp-Dialog", has_text="Kernel Restarting").get_by_role("button", name="Ok").click()
    panel.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    assert lab.tables() == after
    run_all(panel)
    begin(panel, "Bob")
    assert shown(panel) == second
    panel.locator(".onrecord-review button.undo").click()
    said(panel, f"Undone: accepted {first}")
    assert lab.tables() == before
    assert lab.decisions() == [("accept", first), ("undo", first)]


def test_a_row_edited_elsewhere_is_shown_again_not_decided(panel, lab):
    """Somebody saves the table in a spreadsheet while the row is on the screen."""
    row = shown(panel)
    path = lab.case / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("scope_ambiguous", "scope_open"), encoding="utf-8")
    before = lab.tables()
    panel.locator(".onrecord-review button.accept").click()
    said(panel, f"{row} was changed in the file since it was shown")
    assert lab.tables() == before
    panel.locator(".onrecord-review button.accept").click()
    said(panel, f"Accepted {row}")


def test_the_panel_fits_its_width_and_its_roles_are_sound(panel):
    """No sideways scrolling in the panel; axe finds nothing wrong in row, question and form."""
    from axe_playwright_python.sync_playwright import Axe

    def wrong():
        found = Axe().run(panel, context=".onrecord-review").response["violations"]
        return [(one["id"], one["nodes"][0]["html"][:120]) for one in found]

    assert panel.evaluate(
        "() => { const e = document.querySelector('.onrecord-review'); return e.scrollWidth <= e.clientWidth; }"
    )
    assert wrong() == []
    go_to(panel, "actors", "ukr")
    panel.locator(".onrecord-review button.reject").click()
    panel.locator(".onrecord-review .question").wait_for()
    assert wrong() == []
    panel.keyboard.press("Escape")
    panel.locator(".onrecord-review .question").wait_for(state="detached")
    go_to(panel, "statements", "st-06")
    panel.locator(".onrecord-review button.correct").click()
    panel.locator(".onrecord-review form").wait_for()
    assert wrong() == []


def select_words(view, sentence: str, words: str) -> None:
    """Drag over `words` of a sentence, as a mouse would."""
    place = view.evaluate(
        """([sentence, words]) => {
            const holder = document.querySelector(`.onrecord-review [data-sentence='${sentence}']`);
            const nodes = [], walk = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) nodes.push(walk.currentNode);
            const all = nodes.map((node) => node.data).join(''), at = all.indexOf(words);
            const point = (offset) => {
                for (const node of nodes) { if (offset <= node.length) return [node, offset]; offset -= node.length; }
            };
            const range = document.createRange();
            range.setStart(...point(at)); range.setEnd(...point(at + words.length));
            holder.scrollIntoView({ block: 'center' });
            const boxes = [...range.getClientRects()], first = boxes[0], last = boxes[boxes.length - 1];
            return [first.left + 1, first.top + first.height / 2, last.right, last.top + last.height / 2];
        }""",
        [sentence, words],
    )
    view.mouse.move(place[0], place[1])
    view.mouse.down()
    view.mouse.move(place[2], place[3], steps=5)
    view.mouse.up()
