"""Tables and charts of other libraries, as page and PDF show them."""

import io

import pandas as pd
import pytest
from lxml import html
from nbformat.v4 import new_output
from onrecord.briefing import page, pdf
from onrecord.briefing.document import Document
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


GREAT = """<div id="abc" style="width: auto"><style>#abc thead, tbody, tr, td, th { border-style: none; }
tr { background-color: transparent; } #abc .gt_table { color: #333; background-color: #FFF; }
#abc .gt_row { color: #333; vertical-align: middle; } #abc .gt_title { font-weight: bold; text-align: center; }
#abc .gt_left { text-align: left; } #abc .gt_right { text-align: right; }
#abc .gt_center { text-align: center; }</style>
<table class="gt_table" aria-labelledby="title" data-quarto-disable-processing="false"><thead>
<tr class="gt_heading"><td colspan="3" class="gt_heading gt_title" id="title">Voices</td></tr>
<tr class="gt_heading"><td colspan="3" class="gt_heading gt_subtitle" id="subtitle">of one article</td></tr>
<tr class="gt_col_headings gt_spanner_row"><th class="gt_left" rowspan="2" colspan="1" scope="col"></th>
<th class="gt_center" rowspan="1" colspan="2" scope="colgroup" id="All counts"><span>Counts</span></th></tr>
<tr class="gt_col_headings"><th class="gt_right" scope="col" id="said">said</th>
<th class="gt_right" scope="col" id="share">share</th></tr></thead><tbody class="gt_table_body">
<tr><th scope="row" id="stub-1" class="gt_row gt_left gt_stub">Belarus</th>
<td style="font-weight: bold;" headers="stub-1 All counts said" class="gt_row gt_right">14</td>
<td class="gt_row gt_right">50%</td></tr>
<tr><th scope="row" class="gt_row gt_left gt_stub">Ukraine</th><td class="gt_row gt_right">3</td>
<td class="gt_row gt_right">25%</td></tr></tbody>
<tfoot><tr class="gt_sourcenotes"><td class="gt_sourcenote" colspan="3"><span>Counted by hand</span></td></tr></tfoot>
</table></div>"""  # in the manner of great-tables


def test_a_great_table_keeps_content_spanners_sides_and_emphasis(by_hand):
    """Title and subtitle are its caption, the source note its last row; looks of all cells are no warning."""
    made = document(by_hand, text_html=GREAT)
    assert table(made) == [
        [("", ""), ("Counts", "middle")],
        [("said", "right"), ("share", "right")],
        [("Belarus", ""), ("14", "right", "strong"), ("50%", "right")],
        [("Ukraine", ""), ("3", "right"), ("25%", "right")],
        [("Counted by hand", "")],
    ]
    words = in_pdf(made)
    assert "Table 1. Voices – of one article Counts said share Belarus 14 50%" in words
    assert made.problems == []


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
