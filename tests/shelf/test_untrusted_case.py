"""An article that holds markup, formulas, right-to-left and endless words is shown as text, and nothing of it runs."""

import re
import unicodedata

import pytest
from lxml import html
from onrecord.coding.changing.creating import create_case
from onrecord.coding.storing.writing import write_table
from onrecord.coding.tables import columns
from pypdf import PdfReader

from tests.shelf.conftest import build, project_with

NASTY = (
    '<script>alert("1")</script> <img src=x onerror=alert(2)> was on the wall.',
    "#panic() $x$ @ref *b* _i_ `code` \\u{1F600} [box] was in the letter.",
    "=HYPERLINK(0) +1 @SUM(A1) {{ braces }} %s ${x} was in the sheet.",
    "The sign read שלום עולם that day.",
    "The sign read سلام بر همه that day.",
    f"The word was {'ab' * 1500} indeed.",
    "Президент Лукашенко посетил базу.",
)
STATEMENT = {
    "attribution": "attributed",
    "speaker": "mayor",
    "speaker_kind": "named_institution",
    "speaker_text": "The mayor",
    "cue_text": "said",
    "cue_class": "neutral",
    "speech_act": "assert",
    "channel": "not_stated",
    "quote_type": "none",
    "polarity": "positive",
    "certainty": "CT",
    "narrator_stance": "neutral",
    "time_referred": "past",
    "time_said": "not_stated",
    "frequency": "once",
    "counted": "true",
    "coding_basis": "analyst_coded",
}


@pytest.fixture(scope="module")
def nasty(tmp_path_factory):
    """A built case whose every content and proposition is hostile."""
    project = project_with(tmp_path_factory.mktemp("nasty"))
    (project / "seeds").mkdir()
    contents = [line.rstrip(".") for line in NASTY]
    text = "Notes of a day\n" + "".join(f"The mayor said {line}\n" for line in NASTY)
    folder = create_case(
        text.encode(), "nasty", seeds=project / "seeds", headline="Notes of a day", publisher="<b>The $Gazette$</b>"
    ).folder
    rows = (folder / "actors.csv").read_text(encoding="utf-8")
    publisher = rows.splitlines()[1].split(",")[0]
    sentences = _sentences_of(folder, contents)
    (folder / "actors.csv").write_text(
        rows
        + _line("actors", id="mayor", name="mayor #x <i>", type="government_institution", side="third", named="true"),
        encoding="utf-8",
    )
    chain = {"source_chain": f"{publisher}|mayor"}
    numbered = list(enumerate(zip(contents, sentences, strict=True), 1))
    write_table(
        folder,
        "statements",
        [
            STATEMENT | chain | {"id": f"st-{n}", "sentence": sentence, "content_text": content, "issue": f"iss-{n}"}
            for n, (content, sentence) in numbered
        ],
    )
    write_table(
        folder, "issues", [{"id": f"iss-{n}", "proposition": c, "kind": "fact", "group": "g"} for n, (c, _) in numbered]
    )
    write_table(
        folder,
        "positions",
        [
            {
                "id": f"p-{n}",
                "actor": "mayor",
                "issue": f"iss-{n}",
                "stance": "2",
                "basis": "self_stated",
                "evidence": f"st-{n}",
            }
            for n, _ in numbered
        ],
    )
    return project, build(project), contents


def _line(table, **cells):
    return ",".join(cells.get(column, "") for column in columns(table)) + "\n"


def _sentences_of(folder, contents):
    """The sentence, or range, that holds each content."""
    import csv

    with (folder / "sentences.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["role"] == "body"]
    text = (folder / "article.txt").read_text(encoding="utf-8")
    found = []
    for content in contents:
        start = text.index(content)
        over = [r["id"] for r in rows if int(r["start"]) < start + len(content) and int(r["end"]) > start]
        found.append(over[0] if len(over) == 1 else f"{over[0]}-{over[-1]}")
    return found


def squeezed(text):
    """Without white space and break points, ligatures undone."""
    return re.sub(r"[\s\u200b\u00ad]+", "", unicodedata.normalize("NFKC", text))


def test_it_builds(nasty):
    """No error, both formats of every briefing."""
    project, said, contents = nasty
    assert said.returncode == 0, said.stdout + said.stderr
    assert len(list((project / "reports/nasty").glob("*.pdf"))) == 4 + 1 + len(contents)


def test_its_pdfs_are_sound(nasty, pdf_faults):
    """Tags, fonts and text alternatives of an unread draft with hostile words; so for an independent checker."""
    project, _, _ = nasty
    found = {path.stem: pdf_faults(path.read_bytes()) for path in sorted((project / "reports/nasty").glob("*.pdf"))}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_the_words_stand_verbatim_in_the_page(nasty):
    """Every content, letter by letter, in the text of the page."""
    project, _, contents = nasty
    shown = squeezed(
        html.fromstring((project / "reports/nasty/situation.html").read_text(encoding="utf-8")).text_content()
    )
    for content in contents:
        assert squeezed(content) in shown


def test_nothing_of_it_is_an_element_of_the_page(nasty):
    """No script, image or handler but the page's own script."""
    project, _, _ = nasty
    for path in (project / "reports/nasty").glob("*.html"):
        page = html.fromstring(path.read_text(encoding="utf-8"))
        assert len(page.xpath("//script")) <= 1
        assert not page.xpath("//img | //i | //*[@onerror]")


def test_the_words_stand_verbatim_in_the_pdf(nasty):
    """Left-to-right contents letter by letter; right-to-left ones with all their letters."""
    project, _, contents = nasty
    pages = "".join(page.extract_text() for page in PdfReader(project / "reports/nasty/situation.pdf").pages)
    shown = squeezed(pages)
    for content in contents:
        if re.search("[\u0590-\u06ff]", content):
            letters = set(re.findall("[\u0590-\u06ff]", content))
            assert letters <= set(shown), content
        elif "ab" * 100 in content:
            assert shown.count("ab") >= 1500
        else:
            assert squeezed(content) in shown, content
