"""The document stage: what gets from a notebook into the tree, what is named and left out, what is refused."""

import copy

import nbformat
import pytest
from lxml import etree
from onrecord.briefing import page
from onrecord.briefing.document import Document
from onrecord.problems import ProblemsError
from onrecord.wording import places


def words(node):
    """The text of a node, white space folded."""
    return " ".join("".join(node.itertext()).split())


def warnings(document):
    """The messages of a document's warnings."""
    return [str(problem) for problem in document.problems]


def test_the_usual_briefing_has_no_warning(situation):
    """A notebook that keeps to the subset passes without a word."""
    assert Document.from_notebook(situation).problems == []


def test_outputs_come_in_the_order_of_the_cells(situation):
    """Headings of Markdown cells and outputs of code cells alternate as in the notebook; the colophon is last."""
    document = Document.from_notebook(situation)
    assert [entry.text for entry in document.contents] == [
        "Bottom line",
        "What is reported",
        "Asserted and confirmed",
        "Alleged",
        "Who says what",
        "Who is heard",
        "In their own words",
        "Analyst judgement",
        "Sources",
        "About this document",
    ]


def test_no_source_of_a_code_cell_appears(situation):
    """What a cell says to Python is no business of a reader."""
    situation = copy.deepcopy(situation)
    situation.cells[4].source = "secret_call()"
    assert "secret_call" not in words(Document.from_notebook(situation).tree)


def test_lab_only_cells_are_left_out(situation):
    """A cell tagged lab-only stays in the lab."""
    assert "How to use this notebook" not in words(Document.from_notebook(situation).tree)


def test_the_banner_gives_title_date_and_running_lines(situation):
    """The facts of the banner reach the document."""
    document = Document.from_notebook(situation)
    assert document.title == "Situation: Russia sends more troops to Belarus"
    assert document.running == ["belarus-troops-2023", "UNMARKED", "as of 6 January 2023 (inferred)"]
    assert document.unreviewed.startswith("Not reviewed by a person: all 26 statements")


def test_figures_and_tables_are_numbered_apart(situation):
    """Figures count by themselves; a table inside a figure is the figure's own, and says whose data it holds."""
    tree = Document.from_notebook(situation).tree
    assert [words(n) for n in tree.iterfind(".//figcaption/span[@class='number']")] == [
        "Figure 1.",
        "Figure 2.",
    ]
    assert [words(n) for n in tree.iterfind(".//caption/span[@class='number']")] == [
        "Table 1.",
        "Data of Figure 1.",
    ]


def test_one_h1_and_no_level_skipped(by_hand):
    """A second h1 becomes h2, a jump from h2 to h4 becomes h3."""
    document = Document.from_notebook(by_hand.small("<h1>Again</h1><h4>Deep</h4><h4>Deep too</h4>"))
    levels = [int(h.tag[1]) for h in document.tree.iter("h1", "h2", "h3", "h4")]
    assert levels == [1, 2, 3, 3, 2, 2]


def test_every_id_is_there_once(by_hand):
    """The same figure shown twice has two ids, and each SVG refers to its own parts."""
    figure = by_hand.figure("same", "alt", "Caption", by_hand.stance_figure(), "n = 24")
    tree = Document.from_notebook(by_hand.small(figure, figure)).tree
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for svg in tree.iter("svg"):
        used = [url[5:-1] for url in svg.xpath(".//@clip-path")] + [u.get("href")[1:] for u in svg.iter("use")]
        assert used
        assert set(used) <= set(svg.xpath(".//@id"))


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<iframe src='https://example.org'></iframe>", "<iframe>"),
        ("<p onclick='alert(1)'>x</p>", "onclick"),
        ("<p><a href='javascript:alert(1)'>x</a></p>", "javascript:"),
        ("<p><a href=' JaVaScript:alert(1)'>x</a></p>", "alert(1)"),
        ("<img src='https://example.org/x.png' alt='x'>", "https://example.org/x.png"),
        ("<img src='data:image/svg+xml;base64,PHN2Zz4=' alt='x'>", "data:image/svg+xml"),
        ("<link rel='stylesheet' href='https://example.org'>", "<link>"),
        ("<figure><svg onload='alert(1)'><path d='M0 0'/></svg></figure>", "onload"),
        ("<figure><svg><script>alert(1)</script></svg></figure>", "<script>"),
        ("<figure><svg><foreignObject><p>x</p></foreignObject></svg></figure>", "foreignobject"),
        ("<figure><svg><image href='https://example.org/x.png'/></svg></figure>", "example.org"),
        ("<figure><svg><rect style='fill: url(https://example.org/x)'/></svg></figure>", "example.org"),
        ("<figure><svg><a href='javascript:alert(1)'><rect/></a></svg></figure>", "javascript:"),
        ("<marquee>x</marquee>", "<marquee>"),
        ("<form action='https://example.org'><input></form>", "<form>"),
    ],
)
def test_what_runs_or_loads_is_left_out_and_named(by_hand, markup, named):
    """Nothing outside the subset gets through, and a warning names the cell and the thing."""
    document = Document.from_notebook(by_hand.small(markup))
    assert any(w.startswith("W-OUTPUT notebook cell 2: ") and named in w for w in warnings(document))
    made = etree.tostring(document.tree, encoding="unicode").lower()
    assert "alert(1)" not in made
    assert "example.org" not in made


def test_words_of_an_unknown_tag_stay(by_hand):
    """A tag outside the subset loses its dress, not its words."""
    assert "kept" in words(Document.from_notebook(by_hand.small("<p><font>kept</font></p>")).tree)


def test_html_in_markdown_is_shown_not_used(situation):
    """Raw HTML of a Markdown cell is text."""
    assert "<b>no</b> HTML" in words(Document.from_notebook(situation).tree)


def test_a_data_frame_is_accepted_as_a_table(by_hand):
    """What pandas shows becomes a table with scopes; its style is dropped without noise."""
    import pandas as pd

    frame = pd.DataFrame({"n": [1, 2]}, index=["a", "b"])
    document = Document.from_notebook(by_hand.small(frame.to_html(), frame._repr_html_()))
    scopes = [th.get("scope") for th in document.tree.findall(".//table")[0].iter("th") if words(th)]
    assert (scopes, document.problems) == (["col", "row", "row"], [])


def output(kind, **fields):
    """An output of a given kind."""
    return nbformat.v4.new_output(kind, **fields)


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_a_picture_takes_its_text_alternative_from_the_metadata(by_hand):
    """display(figure, metadata={'alt': …}) reaches the figure, under the mime type as well."""
    cells = [
        by_hand.cell(output("display_data", data={"image/png": PIXEL}, metadata=metadata))
        for metadata in ({"alt": "one dot"}, {"image/png": {"alt": "one dot"}})
    ]
    nb = by_hand.notebook(
        by_hand.cell(by_hand.shown(by_hand.banner())), *cells, by_hand.cell(by_hand.shown(by_hand.sources()))
    )
    document = Document.from_notebook(nb)
    assert [f.get("data-alt") for f in document.tree.iter("figure")] == ["one dot", "one dot"]
    assert document.problems == []


def test_a_picture_without_a_text_alternative_says_so(by_hand):
    """A missing alt is a warning, and the reader is told."""
    picture = by_hand.cell(
        output("display_data", data={"image/svg+xml": "<?xml version='1.0'?>" + by_hand.counts_figure()})
    )
    document = Document.from_notebook(by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), picture))
    assert "Figure without a description" in words(document.tree)
    assert any("no text alternative" in w for w in warnings(document))


def test_text_is_set_as_it_stands_and_stderr_is_a_warning(by_hand):
    """print() and plain values appear; what goes to stderr is named, not shown."""
    shown = by_hand.cell(
        output("stream", name="stdout", text="to be read\n"),
        output("stream", name="stderr", text="FutureWarning: beware\n"),
        output("execute_result", data={"text/plain": "42"}, execution_count=1),
    )
    document = Document.from_notebook(by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), shown))
    assert [words(pre) for pre in document.tree.iter("pre")] == ["to be read", "42"]
    assert warnings(document) == [
        "W-OUTPUT notebook cell 2: wrote to stderr: FutureWarning: beware; mend what it warns of"
    ]


def test_a_widget_is_named_not_lost(by_hand):
    """An output of a kind that a document cannot hold is a warning with its type."""
    widget = by_hand.cell(
        output("display_data", data={"application/vnd.jupyter.widget-view+json": {}, "text/plain": "Dropdown()"})
    )
    document = Document.from_notebook(by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), widget))
    assert any("application/vnd.jupyter.widget-view+json" in w for w in warnings(document))


def refused(nb):
    """The problems of a notebook that must be refused."""
    with pytest.raises(ProblemsError) as caught:
        Document.from_notebook(nb, "notebooks/situation.ipynb")
    return [str(problem) for problem in caught.value.problems]


def test_a_failed_cell_refuses_the_document(by_hand):
    """The problem names the notebook, the cell, its first line and the error."""
    failed = by_hand.cell(output("error", ename="KeyError", evalue="'p-99'", traceback=[]), source="\nstance(case)\n")
    problems = refused(by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), failed))
    assert len(problems) == 1
    assert problems[0].startswith(
        "E-CELL notebooks/situation.ipynb cell 2: KeyError: 'p-99' (the cell starts 'stance(case)')"
    )


def test_a_notebook_that_was_not_run_says_how_to_run_it(by_hand):
    """Without a banner there is no briefing."""
    (problem,) = refused(by_hand.notebook(by_hand.cell()))
    assert problem.startswith(
        "E-NOTEBOOK notebooks/situation.ipynb no output holds a briefing's banner; run every cell"
    )


@pytest.mark.parametrize("facts", [{"as_of": "yesterday"}, {"as_of": ""}, {"case": ""}])
def test_a_banner_without_its_facts_is_refused(by_hand, facts):
    """Case, title and a date are needed for every page's head."""
    assert all(p.startswith("E-NOTEBOOK") for p in refused(by_hand.small(**facts)))


@pytest.mark.parametrize(
    "claim",
    [
        '<p><a class="cite" href="#st-99" data-rows="st-99">S99</a></p>',
        '<p><a class="cite" href="#st-06" data-rows="st-06 st-99">S04</a></p>',
        '<p><q class="verbatim" data-rows="st-99">never said</q></p>',
        '<figure data-alt="x"><svg><a href="#st-99"><rect/></a></svg></figure>',
    ],
)
def test_a_citation_that_leads_nowhere_refuses_the_document(by_hand, claim):
    """Sentence, words and mark alike must lead to a row of the source list."""
    (problem,) = refused(by_hand.small(claim))
    assert problem.startswith("E-CITATION")
    assert "'st-99'" in problem


@pytest.mark.parametrize(
    "claim",
    ['<p><span class="claim">Unfounded.</span></p>', '<p><a class="cite" href="#st-06">S04</a></p>'],
)
def test_a_claim_without_evidence_refuses_the_document(by_hand, claim):
    """A generated sentence needs a citation, a citation needs rows."""
    (problem,) = refused(by_hand.small(claim))
    assert problem.startswith("E-CITATION")


def test_all_dangling_citations_are_named_at_once(by_hand):
    """Two wrong citations are two problems."""
    wrong = "".join(f'<p><a class="cite" href="#{r}" data-rows="{r}">S01</a></p>' for r in ("st-98", "st-99"))
    assert len(refused(by_hand.small(wrong))) == 2


def test_the_sources_keep_what_is_cited_and_nothing_else(by_hand):
    """Sentences and rows that no citation rests on go; marks of other rows lose their mark, not their words."""
    document = Document.from_notebook(by_hand.small(f"<p>{by_hand.claim('He visited a base.', 'st-07')}</p>"))
    sources = document.tree.find(".//section[@id='sources']")
    assert [li.get("id") for li in sources.iterfind(".//li[@data-sentence]")] == ["S04"]
    assert [li.get("id") for li in sources.iterfind(".//li[@data-row]")] == ["st-07"]
    assert {m.get("data-rows") for m in sources.iterfind(".//span[@class='verbatim']//mark")} == {"st-07"}
    whole = next(s["text"] for s in by_hand.records("sentences") if s["id"] == "S04")
    assert words(sources.find(".//span[@class='verbatim']")) == whole


def test_places_of_rows_without_words_keep_what_is_cited_too(by_hand):
    """Where the list names no row, a citation leads to the sentence, and nothing of others stays."""
    places = '<span id="st-01" data-row="st-01"></span><span id="st-02" data-row="st-02"></span>'
    one, other = (f'<p class="sentence">{places.replace("st-0", f"st-{n}")}<q>{n}</q> said</p>' for n in (1, 2))
    listed = f'<li id="S01" data-sentence="S01">{one}</li><li id="S02" data-sentence="S02">{other}</li>'
    shown = f'<section class="sources" id="sources"><h2>Sources</h2><ol class="source-list">{listed}</ol></section>'
    claim = '<p><a class="cite" href="#st-12" data-rows="st-12">S01</a></p>'
    nb = by_hand.notebook(*(by_hand.cell(by_hand.shown(part)) for part in (by_hand.banner(), claim, shown)))
    document = Document.from_notebook(nb)
    kept = document.tree.find(".//section[@id='sources']")
    assert [place.get("id") for place in kept.iterfind(".//*[@data-row]")] == ["st-12"]
    assert words(kept.find("ol")) == "1 said"


def test_a_note_of_what_is_absent_goes_with_a_heading_of_its_own(by_hand):
    """The heading stays where something else stands under it, or a part of it does."""
    note = by_hand.shown('<p class="note absent">None.</p>')
    cells = [by_hand.cell(by_hand.shown(by_hand.banner()))]
    for heading, *under in (
        ["## Gone", note],
        ["## Kept", note, by_hand.shown("<p>Some.</p>")],
        ["## Parted\n\n### Gone too", note],
        ["### Its part", by_hand.shown("<p>More.</p>")],
        ["## Gone at the end", note, note],
    ):
        cells += [by_hand.new_markdown_cell(heading), *(by_hand.cell(output) for output in under)]
    document = Document.from_notebook(by_hand.notebook(*cells, by_hand.cell(by_hand.shown(by_hand.sources()))))
    assert "None." not in words(document.tree)
    assert [entry.text for entry in document.contents] == [
        "Kept",
        "Parted",
        "Its part",
        "Sources",
        "About this document",
    ]


def test_a_list_that_is_to_be_whole_keeps_what_nobody_cites(by_hand):
    """Rows, sentences and marks."""
    listed = by_hand.sources().replace('id="sources"', 'id="sources" data-whole="true"')
    cells = [by_hand.cell(by_hand.shown(part)) for part in (by_hand.banner(), listed)]
    kept = Document.from_notebook(by_hand.notebook(*cells)).tree.find(".//section[@id='sources']")
    assert len(kept.findall(".//li[@data-sentence]")) == 16
    assert len(kept.findall(".//li[@data-row]")) == len(by_hand.records("statements") + by_hand.records("events"))
    assert kept.find(".//span[@class='verbatim']/mark").get("data-rows")


def test_hashes_stand_in_full_where_the_rows_do(by_hand):
    """In a document that lists the rows; in another by their first digits, with where to find them."""
    listing = Document.from_notebook(by_hand.small(f"<p>{by_hand.claim('He visited a base.', 'st-07')}</p>"))
    plain = Document.from_notebook(by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner()))))
    sha = listing.facts["coding-sha256"]
    full, short = (words(one.tree.find(".//section[@id='colophon']")) for one in (listing, plain))
    assert sha in full
    assert "annex" not in full
    assert sha not in short
    assert f"coding {sha[:12]}, notebook" in short
    assert "stand in the source and method annex of the case." in short


def sources_of(*sentences):
    """A source list of these sentences' marked words; each has the rows st-01 and st-02."""
    rows = '<li id="st-01" data-row="st-01">one</li><li id="st-02" data-row="st-02">two</li>'
    items = "".join(
        f'<li data-sentence="S01"><p class="sentence"><span class="verbatim">{words}</span></p>'
        f'<ul class="rows">{rows}</ul></li>'
        for words in sentences
    )
    return f'<section class="sources" id="sources"><h2>Sources</h2><ol class="source-list">{items}</ol></section>'


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        (  # at another row's mark, which is not cited
            '<m class="content" data-rows="st-01">Russian </m><m class="content" data-rows="st-01">'
            '<m class="mention" data-rows="st-02">troops</m></m><m class="content" data-rows="st-01"> came</m>.',
            '<m class="content" data-rows="st-01">Russian troops came</m>.',
        ),
        (  # round a mark that stays
            '<m class="content" data-rows="st-01">it </m><m class="content" data-rows="st-01 st-02">'
            '<m class="hedge" data-rows="st-01">could</m></m><m class="content" data-rows="st-01"> be</m>',
            '<m class="content" data-rows="st-01">it <m class="hedge" data-rows="st-01">could</m> be</m>',
        ),
        (  # not over words between them, nor over another kind
            '<m class="cue" data-rows="st-01">said</m> <m class="cue" data-rows="st-01">that</m>'
            '<m class="content" data-rows="st-01">it</m>',
            None,
        ),
    ],
)
def test_marks_that_came_apart_are_joined(by_hand, cut, whole):
    """Touching marks of one kind and the same cited rows are one mark; the words stay as they are."""
    outputs = by_hand.shown(by_hand.banner()), by_hand.shown(f"<p>{by_hand.claim('It came.', 'st-01')}</p>")
    cells = [by_hand.cell(*outputs, by_hand.shown(sources_of(cut.replace("m ", "mark ").replace("/m>", "/mark>"))))]
    found = Document.from_notebook(by_hand.notebook(*cells)).tree.find(".//span[@class='verbatim']")
    inner = etree.tostring(found, encoding="unicode", with_tail=False)
    expected = (whole or cut).replace("<m ", "<mark ").replace("/m>", "/mark>")
    assert inner == f'<span class="verbatim">{expected}</span>'


@pytest.mark.parametrize(("article", "marked"), [("ru", {"ru"}), ("en", set()), ("", set())])
def test_words_in_another_language_say_so(by_hand, article, marked):
    """The article's own words carry its language where the document is in another; our words carry none."""
    document = Document.from_notebook(
        by_hand.small(
            f"<p>{by_hand.claim('<q class=verbatim data-rows=st-06>x</q>', 'st-06')}</p>", article_language=article
        )
    )
    verbatim = document.tree.xpath("//*[contains(@class, 'verbatim')]")
    assert len(verbatim) == 2
    assert {node.get("lang") for node in verbatim} - {None} == marked
    assert document.tree.xpath("//*[@lang and not(contains(@class, 'verbatim'))]") == []


def test_the_legend_names_the_kinds_of_marks_that_are_left(by_hand):
    """The legend explains what is marked, and only that."""
    document = Document.from_notebook(by_hand.small(f"<p>{by_hand.claim('The article reports it.', 'st-04')}</p>"))
    assert words(document.tree.find(".//p[@class='legend']")) == "Marked in the sentences: what is said."


def test_the_hash_leaves_out_what_a_build_adds(situation):
    """Outputs, counts, metadata and injected parameters do not change a notebook's hash; its source does."""
    built = copy.deepcopy(situation)
    built.cells.insert(2, nbformat.v4.new_code_cell("actor = 'ukr'", metadata={"tags": ["injected-parameters"]}))
    built.metadata["papermill"] = {"start_time": "now"}
    built.cells[5]["execution_count"] = 77
    edited = copy.deepcopy(situation)
    edited.cells[5]["source"] = "something_else()"
    first, second, third = (Document.from_notebook(nb).notebook_sha256 for nb in (situation, built, edited))
    assert first == second != third


def test_parameters_are_those_that_were_used(situation):
    """The injected ones stand over the notebook's own, and the colophon prints them."""
    built = copy.deepcopy(situation)
    injected = nbformat.v4.new_code_cell("marking = 'EMBARGOED'", metadata={"tags": ["injected-parameters"]})
    built.cells.insert(2, injected)
    document = Document.from_notebook(built)
    assert document.parameters == {"case": "belarus-troops-2023", "marking": "EMBARGOED"}
    assert "marking = 'EMBARGOED'" in words(document.tree.find(".//section[@id='colophon']"))


def test_characters_without_a_glyph_are_warned_of(by_hand):
    """The PDF will print a code point; the warning says which."""
    document = Document.from_notebook(by_hand.small("<p>中 and \U0001f98a</p>"))
    assert [w.split(" ")[0] for w in warnings(document)] == ["W-GLYPH", "W-GLYPH"]
    assert "no bundled font has U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D); printed as [U+4E2D]" in warnings(document)[0]


@pytest.mark.parametrize(
    ("char", "what"),
    [("\u202e", "(RIGHT-TO-LEFT OVERRIDE) is a bidirectional control"), ("\ue000", "is private use")],
)
def test_the_warning_says_what_a_character_is(by_hand, char, what):
    """A control is not blamed on the fonts."""
    (warning,) = warnings(Document.from_notebook(by_hand.small(f"<p>a{char}b</p>")))
    assert what in warning
    assert "font" not in warning


def test_a_document_is_the_same_of_whichever_notebook_it_was_made(monkeypatch, by_hand):
    """The export menu takes what JupyterLab shows."""
    made = []
    for path in ("", "notebooks/a.ipynb"):
        monkeypatch.setenv(places.NOTEBOOK, path)
        cells = [by_hand.cell(by_hand.shown(places.apart(words))) for words in (by_hand.banner(), by_hand.sources())]
        made.append(page.render(Document.from_notebook(by_hand.notebook(*cells))))
    assert made[0] == made[1]
