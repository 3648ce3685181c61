"""An analyst's own Markdown, as page and PDF show it: citations of sentences, formulas, notes, lists, code."""

import io

import pytest
from lxml import html
from nbformat.v4 import new_markdown_cell, new_output
from onrecord.briefing import page, pdf
from onrecord.briefing.document import Document
from onrecord.problems import ProblemsError
from pypdf import PdfReader


@pytest.fixture
def own(by_hand):
    """The document of Markdown cells, the sources behind them."""

    def made(*texts, sources=True):
        cells = [by_hand.cell(by_hand.shown(by_hand.banner())), *map(new_markdown_cell, texts)]
        return Document.from_notebook(
            by_hand.notebook(*cells, *([by_hand.cell(by_hand.shown(by_hand.sources()))] * sources))
        )

    return made


def shown(document):
    """The page's main part."""
    return html.fromstring(page.render(document)).find(".//main")


def words(node):
    """The words of a node, white space folded."""
    return " ".join(node.text_content().split())


def in_pdf(document):
    """The words of the PDF, white space folded."""
    reader = PdfReader(io.BytesIO(pdf.render(document)))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def listed(document):
    """The sentences that the source list keeps."""
    return [
        item.get("data-sentence") for item in document.tree.iterfind(".//section[@id='sources']//li[@data-sentence]")
    ]


@pytest.mark.parametrize(
    ("cited", "links", "kept"),
    [
        ("[S04]", [("S04", "#S04")], ["S04"]),
        ("[S04–S06]", [("S04–S06", "#S04")], ["S04", "S05", "S06"]),
        ("[S04-S06]", [("S04–S06", "#S04")], ["S04", "S05", "S06"]),
        ("[S07, S04]", [("S07", "#S07"), ("S04", "#S04")], ["S04", "S07"]),
        ("*so* [S04–S05; S07]", [("S04–S05", "#S04"), ("S07", "#S07")], ["S04", "S05", "S07"]),
    ],
)
def test_a_sentence_in_brackets_is_a_citation(own, by_hand, cited, links, kept):
    """It leads to the sentence, which the source list keeps with its words, on the page and in the PDF."""
    document = own(f"The ministry confirms it {cited}, they say.")
    found = [(link.text, link.get("href")) for link in shown(document).iterfind(".//a[@class='cite']")]
    assert (found, listed(document)) == (links, kept)
    text = in_pdf(document)
    first = {row["id"]: row["text"] for row in by_hand.records("sentences")}
    assert all(" ".join(first[name].split()[:5]) in text for name in kept)
    assert document.problems == []


def test_a_citation_stands_in_lists_tables_quotations_and_notes(own):
    """Wherever words stand; a piece of code, a link's words and other brackets are left alone."""
    document = own(
        "- item [S04]\n\n> quoted [S05]\n\n| a |\n|---|\n| cell [S06] |\n\n"
        "note[^1] `[S07]` [S08](https://example.org) [S9x]\n\n"
        "    [S10]\n\n[^1]: words [S11]"
    )
    assert listed(document) == ["S04", "S05", "S06", "S11"]
    assert "[S07]" in in_pdf(document)


@pytest.mark.parametrize("cited", ["[S99]", "[S04–S99]", "[S06–S04]", "[S04, S99]"])
def test_a_citation_of_no_sentence_refuses_the_document(own, cited):
    """The problem names the cell, the citation and what is wrong with it."""
    with pytest.raises(ProblemsError) as refused:
        own("Words.", f"It is said {cited}.")
    (problem,) = map(str, refused.value.problems)
    assert problem.startswith("E-CITATION notebook cell 3: citation [S")
    assert "S99" in problem or "S04 stands before S06" in problem


@pytest.mark.parametrize("named", ["", "S99", "S04 S99"])
def test_a_citation_made_by_hand_is_checked_alike(by_hand, named):
    """HTML of a cell can name sentences, too; whatever it names, the answer is a line."""
    markup = f'<p><a class="cite" href="#S04" data-sentences="{named}" data-cell="x">S04</a></p>'
    with pytest.raises(ProblemsError, match="E-CITATION notebook "):
        Document.from_notebook(by_hand.small(markup))


def test_without_a_source_list_a_citation_refuses_the_document(own):
    """A citation has to lead somewhere."""
    with pytest.raises(ProblemsError, match="end the notebook with its sources"):
        own("It is said [S04].", sources=False)


def test_rows_of_a_sentence_stay_only_where_they_are_cited(own):
    """An analyst's citation is of the words, not of their coding."""
    document = own("It is said [S04].")
    assert document.tree.findall(".//section[@id='sources']//li[@data-row]") == []
    assert document.tree.findall(".//section[@id='sources']//ul[@class='rows']") == []


@pytest.mark.parametrize(
    ("text", "tag", "in_paper"),
    [
        ("so $E=mc^2$ holds", "msup", "so 𝐸 = 𝑚𝑐2 holds"),
        ("so $\\frac{1}{2}$ holds", "mfrac", "so 1 2 holds"),
        ("$$\\sum_{i=1}^{n} x_i$$", "munderover|msubsup", "∑"),
        ("\\begin{align}\na &= b\\\\\nc &= d\n\\end{align}", "mtable", "𝑎"),
        ("\\\\(\\alpha\\\\)", "mi", "𝛼"),
        ("$\\left(\\begin{matrix}1\\end{matrix}\\right) \\sqrt[3]{x} \\hat{y} \\text{ words }$", "mroot", "words"),
    ],
)
def test_a_formula_is_set(own, text, tag, in_paper):
    """MathML on the page, set by Typst in the PDF; nothing of its TeX is left in the words."""
    document = own(text)
    formula = shown(document).find(".//math")
    assert any(formula.find(f".//{one}") is not None for one in tag.split("|"))
    assert "\\" not in words(formula)
    assert in_paper.replace(" ", "") in in_pdf(document).replace(" ", "")
    assert document.problems == []


def test_a_formula_has_its_tex_as_text_alternative(own):
    """PDF/UA wants one for every formula."""
    reader = PdfReader(io.BytesIO(pdf.render(own("so $E=mc^2$ holds"))))
    parts = [reader.get_object(at) for at in range(1, reader.trailer["/Size"])]
    assert [one["/Alt"] for one in parts if isinstance(one, dict) and one.get("/S") == "/Formula"] == ["E=mc^2"]


def test_sums_of_money_are_no_formula(own):
    """The sign of a currency, twice in a line, or with words that end in it."""
    text = "It cost $400 million, then $50 more; US$5 and US$6; a price in $."
    assert shown(own(text)).find(".//math") is None
    assert "$400 million, then $50 more; US$5 and US$6; a price in $." in in_pdf(own(text))


@pytest.mark.parametrize("tex", ["\\foo{x}", "\\frac{1", "\\frac{1}", "{", "x^", "\\begin{align}", "\\left( x"])
def test_tex_that_cannot_be_read_is_shown_as_written_and_named(own, tex):
    """Nothing is lost, and the warning names cell and formula."""
    document = own(f"so ${tex}$ holds")
    assert [str(one).startswith("W-OUTPUT notebook cell 2: the formula ") for one in document.problems] == [True]
    assert tex.replace(" ", "") in in_pdf(document).replace(" ", "")


@pytest.mark.parametrize(
    "tex", ["\\href{javascript:alert(1)}{x}", "\\text{<script>alert(1)</script>}", "\\color{red}x"]
)
def test_a_formula_can_do_nothing_else(own, tex):
    """No address, script or style comes out of TeX."""
    made = page.render(own(f"so ${tex}$ holds"))
    assert "<script>alert" not in made
    assert shown(own(f"so ${tex}$ holds")).find(".//math//*[@href]") is None


def test_a_formula_of_an_output_is_set(by_hand):
    """What sympy shows, and IPython's Math."""
    output = new_output("display_data", data={"text/latex": "$\\displaystyle x^{2}$", "text/plain": "x**2"})
    document = Document.from_notebook(
        by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), by_hand.cell(output))
    )
    assert shown(document).find(".//math//msup") is not None


def test_notes_lead_there_and_back_and_count_through_the_document(own):
    """Two cells with a note 1 each; each link has its end, in the PDF too."""
    document = own("First[^1].\n\n[^1]: Note of the first.", "Second[^1] and[^b].\n\n[^1]: Of the second.\n[^b]: Last.")
    main = shown(document)
    assert [words(mark) for mark in main.iterfind(".//sup")] == ["1", "2", "3"]
    assert [one.get("start") for one in main.iterfind(".//section[@class='footnotes']/ol")] == ["1", "2"]
    ids = set(main.xpath(".//@id"))
    assert all(link.get("href")[1:] in ids for link in main.xpath(".//sup/a | .//section[@class='footnotes']//a"))
    text = in_pdf(document)
    assert "1. Note of the first." in text
    assert "3. Last." in text


@pytest.mark.parametrize(
    ("text", "path", "in_paper"),
    [
        ("> one\n> line\n>\n> - item\n>\n> two", "blockquote/ul/li", "one line – item two"),
        ("- [ ] open\n- [x] done", "ul/li[@class='task']", "☐ open – ☑ done"),
        ("~~gone~~ stays", "p/del", "gone stays"),
        ("- a\n  - b\n    1. c", "ul/li/ul/li/ol/li", "– a – b 1. c"),
        ("```python\ndef f():\n    return 1\n```", "pre/code", "def f(): return 1"),
        ("a\n\n---\n\nb", "hr", "a b"),
        ("Heading\n=======\n\n###### deep", "h2", "Heading deep"),
        ("see https://example.org/x", "p/a", "https://example.org/x"),
        ("<b>not bold</b>", "p", "<b>not bold</b>"),
    ],
)
def test_markdown_is_shown_as_in_the_lab(own, text, path, in_paper):
    """Quotations, lists, tasks, code and rules keep their form on the page and their words in the PDF."""
    document = own(text, sources=False)
    assert shown(document).find(f".//article/{path}") is not None
    assert in_paper.replace(" ", "") in in_pdf(document).replace(" ", "")
    assert document.problems == []


def test_lines_of_code_stay_lines(own):
    """White space in a block of code is what its author wrote, in the PDF too."""
    document = own("```\nfirst\n    second\n```", sources=False)
    reader = PdfReader(io.BytesIO(pdf.render(document)))
    lines = [line.strip() for line in reader.pages[0].extract_text().splitlines()]
    assert {"first", "second"} <= set(lines)


def test_columns_of_a_table_keep_their_side(own):
    """Left, middle and right, as the line under the head says."""
    main = shown(own("| a | b | c |\n|:--|:-:|--:|\n| x | y | 1 |"))
    assert [cell.get("class") for cell in main.findall(".//tbody/tr/td")] == [None, "mid", "num"]


def test_a_link_within_the_document_leads_to_a_heading_or_is_named(own):
    """As JupyterLab writes it; one that leads nowhere keeps its words and does not stop the PDF."""
    document = own("## The last word\n\nSee [above](#The-last-word) and [gone](#nowhere).")
    links = [link.get("href") for link in shown(document).iterfind(".//article/p/a")]
    assert links == ["#sec-the-last-word", None]
    (warning,) = map(str, document.problems)
    assert warning.startswith("W-LINK notebook the link 'gone' leads to #nowhere")
    assert "See above and gone." in in_pdf(document)


@pytest.mark.parametrize(
    "markup",
    [
        "<p id='here'>x</p>",
        "<ul><li id='here'>x</li></ul>",
        "<p><span id='here'>x</span></p>",
        "<table id='here'><tr><td>x</td></tr></table>",
    ],
)
def test_a_link_to_any_part_of_the_document_leads_there(by_hand, markup):
    """The PDF has an end for each."""
    document = Document.from_notebook(by_hand.small(markup + "<p><a href='#here'>there</a></p>"))
    assert "there" in in_pdf(document)


def test_words_on_the_briefing_itself_are_a_note():
    """A Markdown cell with that tag; another's paragraphs stay the analyst's own words."""
    import nbformat
    from onrecord.briefing.document.cells import CellReader

    cells = [nbformat.v4.new_markdown_cell(words, metadata={"tags": tags}) for words, tags in WORDS_AND_TAGS]
    made = list(CellReader("x.ipynb").read(nbformat.v4.new_notebook(cells=cells)))
    assert [(one.tag, one.get("class")) for one in made] == [("p", "note"), ("p", None), ("h2", None)]


WORDS_AND_TAGS = [("How to read it.", ["note"]), ("My own words.", []), ("## A heading", ["note"])]
