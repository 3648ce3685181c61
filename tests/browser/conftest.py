"""A real browser: the system's Chromium or Chrome, driven by Playwright, with no network to reach."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser():
    """Chromium, once for all tests."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        if os.environ.get("ONRECORD_REQUIRE_BROWSER"):
            pytest.fail("no browser on this machine, where its tests may not be skipped")
        pytest.skip("needs Chromium or Chrome, and this machine has neither; `.ci/run` installs it")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def by_hand():
    """The pieces to make a notebook of, from the tests of the briefing room."""
    place = Path(__file__).parents[1] / "briefing" / "conftest.py"
    spec = importlib.util.spec_from_file_location("briefing_by_hand", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def situation_file(by_hand, tmp_path_factory):
    """The page of the usual briefing, as a file."""
    from onrecord.briefing import page
    from onrecord.briefing.document import Document

    file = tmp_path_factory.mktemp("pages") / "situation.html"
    document = Document.from_notebook(by_hand.notebook(*by_hand.situation_cells()))
    file.write_text(page.render(document), encoding="utf-8")
    return file


@pytest.fixture
def open_page(browser):
    """Opens a file at a width; whatever it asks for or says on the console is kept on the page object's lists."""
    contexts = []

    def opened(file: Path, width: int = 1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        view = context.new_page()
        view.asked_for, view.complaints = [], []
        view.on("request", lambda request: view.asked_for.append(request.url))
        view.on("console", lambda message: view.complaints.append(message.text))
        view.on("pageerror", lambda error: view.complaints.append(str(error)))
        view.on("dialog", lambda dialog: (view.complaints.append(dialog.message), dialog.dismiss()))
        view.goto(file.as_uri())
        return view

    yield opened
    for context in contexts:
        context.close()
