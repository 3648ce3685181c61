"""Tables and charts of other libraries, as page and PDF show them."""

import io
import json
from pathlib import Path

import pandas as pd
import pytest
from IPython import display
from IPython.core.formatters import DisplayFormatter
from lxml import html
from nbformat.v4 import new_output
from onrecord.briefing import page, pdf
from onrecord.briefing.document import Document
from onrecord.briefing.document.subset import text_of
from pypdf import PdfReader

FRAME = pd.DataFrame({"who": ["Belarus", "Ukraine"], "said": [14, 3], "share": [0.5, 0.25]})
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text x="5" y="20">drawn words</text></svg>'


def document(by_hand, **data):
    """The document of one output, given by media type with `_` for `/`."""
    bundle = {kind.replace("_", "/", 1).replace("_", "."): value for kind, value in data.items()}
    output = new_output("display_data", data={**bundle, "text/plain": "…"}, metadata={"alt": "a chart"})
    return Document.from_notebook(by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), by_hand.cell(output)))


def table(made):
    """The first table of the page: each cell's words with what they are set as."""
    rows = html.fromstring(page.render(made)).find(".//main//table").iter("tr")
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(cell):
    """Words, side, emphasis."""
    words = " ".join(cell.text_content().split())
    side = {"num": "right", "mid": "middle"}.get(next(iter({"num", "mid"} & set(cell.classes)), ""), "")
    return (words, side, *[tag for tag in ("strong", "em", "del") if cell.find(f".//{tag}") is not None])


def in_pdf(made):
    """The words of the PDF, white space folded."""
    reader = PdfReader(io.BytesIO(pdf.render(made)))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def test_a_styled_frame_keeps_content_sides_and_emphasis(by_hand):
    """Formatted numbers, a caption, a hidden index; bold and italics of single cells."""
    style = (
        FRAME.style.set_caption("Who said it")
        .hide(axis="index")
        .format({"share": "{:.0%}"})
        .highlight_max(subset=["said"], props="font-weight: bold; font-style: italic")
        .set_properties(subset=["said", "share"], **{"text-align": "right"})
        .set_table_styles([{"selector": "td.col0", "props": "text-align: center"}])
    )
    made = document(by_hand, text_html=style.to_html())
    assert table(made) == [
        [("who", ""), ("said", "right"), ("share", "right")],
        [("Belarus", "middle"), ("14", "right", "strong", "em"), ("50%", "right")],
        [("Ukraine", "middle"), ("3", "right"), ("25%", "right")],
    ]
    assert "Table 1. Who said it" in in_pdf(made)
    assert made.problems == []


@pytest.mark.parametrize("props", ["background-color: yellow", "color: red", "background: red"])
def test_colours_of_cells_are_named(by_hand, props):
    """They may mean something, and paper without colour does not show it; the words stay."""
    made = document(by_hand, text_html=FRAME.style.highlight_max(subset=["said"], props=props).to_html())
    (warning,) = map(str, made.problems)
    assert warning.startswith("W-OUTPUT notebook cell 2: the colours of a table's cells were left out; ")
    assert "Belarus" in in_pdf(made)


def test_what_concerns_all_cells_is_no_warning(by_hand):
    """A look of the whole table means nothing."""
    looks = [
        {"selector": "td", "props": "color: #333"},
        {"selector": "tr:nth-child(even)", "props": "background: #eee"},
    ]
    assert document(by_hand, text_html=FRAME.style.set_table_styles(looks).to_html()).problems == []


def great_table():
    """A table of great-tables: groups, a spanner, a note on a number, one number in bold, a source."""
    from great_tables import GT, loc, style

    frame = FRAME.assign(side=["east", "west"])
    return (
        GT(frame, rowname_col="who", groupname_col="side")
        .tab_header("Voices", "of one article")
        .tab_stubhead("Voice")
        .tab_spanner("Counts", ["said", "share"])
        .fmt_percent("share", decimals=0)
        .tab_style(style.text(weight="bold"), loc.body("said", [0]))
        .tab_footnote("Twice by letter", loc.body("said", [1]))
        .tab_source_note("Counted by hand")
    )


def test_a_great_table_keeps_content_spanners_sides_and_emphasis(by_hand):
    """Title and subtitle are its caption, notes its last rows; a note's mark is raised: no digit of the number."""
    made = document(by_hand, text_html=great_table()._repr_html_())
    assert table(made) == [
        [("Voice", ""), ("Counts", "middle")],
        [("said", "right"), ("share", "right")],
        [("east", "")],
        [("Belarus", ""), ("14", "right", "strong"), ("50%", "right")],
        [("west", "")],
        [("Ukraine", ""), ("1 3", "right", "em"), ("25%", "right")],
        [("Counted by hand", "")],
        [("1 Twice by letter", "", "em")],
    ]
    shown = html.fromstring(page.render(made))
    assert [mark.text_content() for mark in shown.iterfind(".//main//td//sup")] == ["1", "1"]
    words = in_pdf(made)
    assert "Table 1. Voices – of one article Counts Voice said share east Belarus 14 50%" in words
    assert made.problems == []


def test_the_colours_of_a_great_table_are_named(by_hand):
    """A scale of colours says something that no reader of the page would see."""
    made = document(by_hand, text_html=great_table().data_color("said")._repr_html_())
    assert ["the colours of a table's cells were left out" in str(one) for one in made.problems] == [True]


@pytest.mark.parametrize(
    ("style", "tag"),
    [
        ("vertical-align: super", "sup"),
        ("vertical-align: 0.4em", "sup"),
        ("vertical-align: sub", "sub"),
        ("vertical-align: -25%", "sub"),
        ("vertical-align: 0", None),
        ("vertical-align: middle", None),
        ("font-weight: 700", "strong"),
    ],
)
def test_what_a_style_makes_of_words_in_a_line_stays(by_hand, style, tag):
    """CO and a small 2 are no CO2 million."""
    made = document(by_hand, text_html=f"<table><tr><td>CO<span style='{style}'>2</span></td></tr></table>")
    (cell,) = html.fromstring(page.render(made)).iterfind(".//main//table//td")
    assert [node.tag for node in cell.iter("sup", "sub", "strong")] == [tag] * bool(tag)


@pytest.mark.parametrize(
    "style", ["}}}{", "td { font-weight: bold", "@import url(x); #a:hover::before { color: red }", "é"]
)
def test_a_broken_sheet_stops_nothing(by_hand, style):
    """The table is shown all the same."""
    made = document(by_hand, text_html=f"<style>{style}</style><table><tr><td id='a'>kept</td></tr></table>")
    assert "kept" in in_pdf(made)


@pytest.mark.parametrize(
    ("kind", "live", "how"),
    [
        (
            "application_vnd_plotly_v1+json",
            "<div><script>Plotly.newPlot()</script></div>",
            "plotly.io.renderers.default",
        ),
        (
            "application_vnd_vegalite_v5+json",
            "<div id='vis'></div><script>vegaEmbed()</script>",
            "altair.renderers.enable",
        ),
        ("application_vnd_bokehjs_exec_v0+json", "<script>Bokeh.embed()</script>", "bokeh.io.export_svg"),
    ],
)
def test_a_chart_comes_as_a_picture_or_its_library_is_told_how(by_hand, kind, live, how):
    """Its SVG is taken where it offers one; else a warning names the output and what to do."""
    drawn = document(by_hand, **{kind: {}, "text_html": live, "image_svg+xml": DRAWING})
    assert "drawn words" in in_pdf(drawn)
    assert drawn.problems == []
    lost = document(by_hand, **{kind: {}, "text_html": live})
    assert any("was left out; show it as a picture: " + how in str(one) for one in lost.problems)


def test_words_beside_a_script_stay(by_hand):
    """An output that is partly alive keeps what it says."""
    made = document(by_hand, text_html="<p>its words</p><script>x()</script>")
    assert "its words" in in_pdf(made)
    assert "<script> was left out" in str(made.problems[0])


OTHERS = Path(__file__).parents[1] / "fixtures" / "others" / "outputs.json"  # record.py beside it says how they came
KINDS_OF_PICTURES = ("altair, SVG", "altair, PNG", "plotly, SVG", "plotly, PNG", "seaborn objects")


def shown_by(by_hand, name):
    """The document of what a real library showed."""
    outputs = [
        new_output("display_data", data=one["data"], metadata=one["metadata"] | {"alt": "bars of two voices"})
        for one in json.loads(OTHERS.read_text(encoding="utf-8"))[name]["outputs"]
    ]
    cells = by_hand.cell(by_hand.shown(by_hand.banner())), by_hand.cell(*outputs)
    return Document.from_notebook(by_hand.notebook(*cells))


@pytest.mark.parametrize("name", KINDS_OF_PICTURES)
def test_a_picture_of_a_real_chart_library_is_in_page_and_pdf(by_hand, name):
    """Its words or its dots, as large as it says, with its alternative; nothing is left out, so no warning."""
    made = shown_by(by_hand, name)
    assert made.problems == []
    (figure,) = html.fromstring(page.render(made)).iterfind(".//main//figure")
    assert "bars of two voices" in html.tostring(figure, encoding="unicode")
    if name.endswith("SVG"):
        drawn = " ".join(figure.find(".//svg").itertext())
        assert [word for word in ("Voices", "Ana", "Bo") if word not in drawn or word not in in_pdf(made)] == []
    else:
        assert figure.find(".//img") is not None
        assert sum(len(sheet.images) for sheet in PdfReader(io.BytesIO(pdf.render(made))).pages) == 1


def test_what_a_drawing_hides_stays_hidden(by_hand):
    """The chart of altair has paths that are not displayed; without that they would be drawn."""
    drawing = html.fromstring(page.render(shown_by(by_hand, "altair, SVG"))).find(".//main//svg")
    hidden = [one.get("class") for one in drawing.iter("path") if one.get("display") == "none"]
    assert set(hidden) == {"foreground"}
    assert len(hidden) == OTHERS.read_text(encoding="utf-8").count('display=\\"none\\"')


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("altair, as it comes", "with <script> was left out; show it as a picture: altair.renderers.enable('svg')"),
        (
            "plotly, as it comes",
            "with <script> was left out; show it as a picture: plotly.io.renderers.default = 'svg'",
        ),
        ("bokeh", "was left out; show it as a picture: bokeh.io.export_svg"),
        ("folium", "with <iframe> was left out; show it as a picture: save one of the map beside the notebook"),
    ],
)
def test_what_a_real_library_brings_to_life_is_named_and_leaves_no_words(by_hand, name, how):
    """One line an output, with its remedy; “Loading …” and “Make this Notebook Trusted” are no words of a briefing."""
    made = shown_by(by_hand, name)
    assert all(how in str(one) for one in made.problems)
    assert len(made.problems) == len({str(one) for one in made.problems}) > 0
    assert [one.get("class") for one in made.tree if text_of(one).strip()] == ["banner", "colophon"]


def test_a_table_of_polars_keeps_its_rows_and_its_shape(by_hand):
    """The kinds of its columns stand in the head."""
    made = shown_by(by_hand, "polars")
    assert [[words for words, *_ in row] for row in table(made)] == [
        ["who", "n"],
        ["str", "i64"],
        ['"Ana"', "3"],
        ['"Bo"', "5"],
    ]
    assert "shape: (2, 2)" in in_pdf(made)
    assert made.problems == []


WORDS = "the sum $\\sum_i x_i$ is known, and so is $y$"


@pytest.mark.parametrize(
    ("shown", "words", "warning"),
    [
        (display.HTML("<p>raw <b>words</b></p>"), "raw words", None),
        (display.Markdown("**bold** words"), "bold words", None),
        (display.Pretty("plain words"), "plain words", None),
        (display.Code("x = 1", language="python"), "x = 1", None),
        (display.Latex(WORDS), "is known, and so is", None),
        (display.Latex("\\begin{align} a &= b \\end{align}"), "a", None),
        (display.Math("E = mc^2"), "E", None),
        (display.SVG(DRAWING), "drawn words", None),
        (display.HTML("<p><tt>typed</tt> <small>small</small></p>"), "typed small", None),
        (display.JSON({"a": 1}), "", "an output of type application/json was left out"),
        (display.Javascript("alert(1)"), "", "an output of type application/javascript was left out"),
        (display.Video(url="x.mp4"), "", "with <video> was left out"),
        (display.Video(b"0", embed=True, mimetype="video/mp4"), "", "with <video> was left out"),
        (display.Audio(b"0", rate=8000), "", "with <audio> was left out"),
        (display.YouTubeVideo("x"), "", "with <iframe> was left out"),
        (display.IFrame("https://example.org", 300, 200), "", "with <iframe> was left out"),
        (display.Image(url="https://example.org/a.png"), "", "a document fetches nothing"),
    ],
    ids=lambda one: type(one).__name__ if hasattr(one, "_repr_mimebundle_") or hasattr(one, "data") else "",
)
def test_every_kind_that_ipython_displays_arrives_or_is_named(by_hand, shown, words, warning):
    """Its words in page and PDF; what paper cannot do, in one line that says what to do."""
    data, metadata = DisplayFormatter().format(shown)
    output = new_output("display_data", data=data, metadata=metadata | {"alt": "a drawing"})
    cells = by_hand.cell(by_hand.shown(by_hand.banner())), by_hand.cell(output)
    made = Document.from_notebook(by_hand.notebook(*cells))
    assert words in " ".join(html.fromstring(page.render(made)).find(".//main").text_content().split())
    assert words in in_pdf(made)
    said = [str(one) for one in made.problems]
    assert said == [] if warning is None else len(said) == 1 and warning in said[0], said


def test_words_and_formulas_of_one_output_keep_apart(by_hand):
    """JupyterLab sets the formulas and leaves the words; they are no letters of a formula."""
    made = document(by_hand, text_latex=WORDS)
    (paragraph,) = [one for one in html.fromstring(page.render(made)).iter("p") if one.find("math") is not None]
    assert [one.get("data-tex") for one in paragraph.iter("math")] == ["\\sum_i x_i", "y"]
    assert paragraph.text == "the sum "
    assert "is known, and so is" in in_pdf(made)


def test_a_drawing_beside_a_script_stays(by_hand):
    """The picture is shown without its script, which is named."""
    made = document(by_hand, text_html=DRAWING.replace("</svg>", "<path d='M0 0h9'/><script>x()</script></svg>"))
    assert "drawn words" in in_pdf(made)
    assert [str(one).split("2: ")[1].split("; ")[0] for one in made.problems] == [
        "a drawing has no text alternative, 'drawing' stands in for it",
        "<script> in an SVG was left out",
    ]
