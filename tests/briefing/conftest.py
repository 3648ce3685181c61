"""An executed notebook as the build hands it over, made by hand from the seed case: no case layer, no kernel."""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from html import escape
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

SEED = Path(__file__).parents[2] / "seeds" / "belarus-troops-2023"
UNREVIEWED = "Not reviewed by a person: all 26 statements and 14 positions were coded by an AI assistant."


def records(table: str) -> list[dict[str, str]]:
    """The rows of one of the seed's tables, as text."""
    with (SEED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(html: str, **metadata) -> dict:
    """An output of ours, as display() leaves it."""
    return new_output("display_data", data={"text/html": html, "text/plain": "…"}, metadata=metadata)


def cell(*outputs, source: str = "show()", tags: tuple[str, ...] = ()):
    """An executed code cell."""
    return new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)}, execution_count=1)


def banner(title: str = "Situation: Russia sends more troops to Belarus", reviewed: bool = False, **facts: str) -> str:
    """The first output of a briefing."""
    coding = b"".join(path.read_bytes() for path in sorted(SEED.glob("*.csv")))
    data = {
        "case": "belarus-troops-2023",
        "briefing": "situation",
        "title": title,
        "subject": "What one Al Jazeera article reports, who says it, and what nobody in it says",
        "as-of": "2023-01-06",
        "as-of-basis": "inferred",
        "marking": "UNMARKED",
        "analyst": "",
        "language": "en",
        "article-sha256": hashlib.sha256((SEED / "article.txt").read_bytes()).hexdigest(),
        "coding-sha256": hashlib.sha256(coding).hexdigest(),
        "basis": "assistant_coded",
        "reviewed": "true" if reviewed else "false",
        "source": "Al Jazeera, Russia sends more troops to Belarus as fears of new attack grow",
    } | {name.replace("_", "-"): value for name, value in facts.items()}
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    warning = "" if reviewed else f' <strong class="unreviewed">{UNREVIEWED}</strong>'
    return (
        f'<header class="banner" {attributes}><h1>{escape(data["title"])}</h1>'
        f'<p class="subtitle">{escape(data["subject"])}</p>'
        '<p class="about">From Al Jazeera, as of 6 January 2023 (inferred: the text gives no date).</p>'
        f'<p class="about">One article, 26 statements, 14 positions, 18 events.{warning}</p></header>'
    )


def cites(*rows: str) -> str:
    """The citations of statements or events, each labelled with its sentence."""
    sentence = {r["id"]: r["sentence"] for r in records("statements") + records("events")}
    links = (f'<a class="cite" href="#{r}" data-rows="{r}">{sentence.get(r, "S01")}</a>' for r in rows)
    return f'<span class="cites">[{", ".join(links)}]</span>'


def claim(text: str, *rows: str) -> str:
    """A generated sentence with its citations; `text` is HTML."""
    return f'<span class="claim">{text} {cites(*rows)}</span>'


def marked(text: str, spans: list[tuple[str, str, str]]) -> str:
    """`text` as HTML, the first place of each (kind, row, words) in marks; spans may overlap."""
    found = [
        (text.find(words), text.find(words) + len(words), kind, row) for kind, row, words in spans if words in text
    ]
    edges = sorted({0, len(text), *(edge for span in found for edge in span[:2])})
    out = []
    for start, end in pairwise(edges):
        piece = escape(text[start:end])
        for s, e, kind, row in found:
            if s <= start and end <= e:
                piece = f'<mark class="{kind}" data-rows="{row}">{piece}</mark>'
        out.append(piece)
    return "".join(out)


def sources() -> str:
    """The last output: every sentence with every row that rests on it."""
    statements, events = records("statements"), records("events")
    items = []
    for sentence in records("sentences"):
        own = [s for s in statements if s["sentence"] == sentence["id"]]
        acts = [e for e in events if e["sentence"] == sentence["id"]]
        spans = [(f, s["id"], s[f"{f}_text"]) for s in own for f in ("content", "speaker", "cue") if s[f"{f}_text"]]
        spans += [("trigger", e["id"], e["trigger_text"]) for e in acts]
        rows = "".join(
            f'<li id="{s["id"]}" data-row="{s["id"]}">{s["id"]}: {s["attribution"]}, {s["speech_act"]}, '
            f"certainty {s['certainty']}</li>"
            for s in own
        ) + "".join(
            f'<li id="{e["id"]}" data-row="{e["id"]}">{e["id"]}: {escape(e["title"])}, {e["status"]}</li>' for e in acts
        )
        items.append(
            f'<li id="{sentence["id"]}" data-sentence="{sentence["id"]}"><p class="sentence">'
            f'<span class="sentence-id">{sentence["id"]}</span> '
            f'<span class="verbatim">{marked(sentence["text"], spans)}</span></p>'
            f'<ul class="rows">{rows}</ul></li>'
        )
    listed = f'<ol class="source-list">{"".join(items)}</ol>'
    return f'<section class="sources" id="sources"><h2>Sources</h2>{listed}</section>'


def matrix() -> str:
    """Actor by issue: the stance of each, with citations."""
    actors = {a["id"]: a["name"] for a in records("actors")}
    positions = records("positions")
    issues = {i["id"]: i["proposition"] for i in records("issues")}
    rows = []
    for issue in dict.fromkeys(p["issue"] for p in positions):
        held = [p for p in positions if p["issue"] == issue]
        evidence = [p["evidence"].split("|")[0] for p in held]
        stances = "; ".join(f"{int(p['stance']):+d}".replace("-", "−") for p in held)
        who = "; ".join(f"{actors[p['actor']]} ({p['basis'].replace('_', ' ')})" for p in held)
        rows.append(
            f'<tr><th scope="row">{escape(issues[issue])}</th><td>{escape(who)}</td>'
            f'<td class="num">{stances}</td>'
            f"<td>{cites(*evidence)}</td></tr>"
        )
    head = "".join(f'<th scope="col">{h}</th>' for h in ("Proposition", "Who holds a position", "Stance", "Source"))
    return (
        '<table class="data"><caption>Stated and attributed positions. + affirms the proposition, − rejects it; '
        f"not approval.</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _svg(draw, width: float, height: float) -> str:
    import matplotlib as mpl

    mpl.use("agg")
    import matplotlib.pyplot as plt

    style = {"svg.fonttype": "none", "svg.hashsalt": "onrecord", "font.family": "DejaVu Sans", "font.size": 8}
    with mpl.rc_context(style):
        figure, axes = plt.subplots(figsize=(width, height), layout="constrained")
        draw(axes)
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None})
        plt.close(figure)
    text = buffer.getvalue()
    return text[text.index("<svg") :]


def stance_figure() -> str:
    """A matrix with long row labels and marks that lead to their rows."""
    import textwrap

    from onrecord import design

    positions = [p for p in records("positions") if p["basis"] == "self_stated"]
    issues = {i["id"]: i["proposition"] for i in records("issues")}
    rows = list(dict.fromkeys(p["issue"] for p in positions))
    columns = list(dict.fromkeys(p["actor"] for p in positions))
    names = {a["id"]: a["name"] for a in records("actors")}

    def draw(axes):
        for p in positions:
            x, y, stance = columns.index(p["actor"]), rows.index(p["issue"]), int(p["stance"])
            square = axes.scatter([x], [y], s=420, marker="s", c=design.STANCE[stance], edgecolors=design.INK)
            square.set_urls([f"#{p['evidence'].split('|')[0]}"])
            axes.text(
                x,
                y,
                f"{stance:+d}".replace("-", "−"),
                ha="center",
                va="center",
                color=design.STANCE_INK[stance],
            )
        axes.set_xticks(range(len(columns)), [textwrap.fill(names[c], 14) for c in columns])
        axes.set_yticks(range(len(rows)), [textwrap.fill(issues[r], 46) for r in rows])
        axes.set_xlim(-0.6, len(columns) - 0.4)
        axes.invert_yaxis()
        axes.xaxis.tick_top()
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0)

    return _svg(draw, 6.38, 4.2)


def counts_figure() -> str:
    """A bar chart: attributed, narrator, unspecified."""
    from onrecord import design

    counted = [s for s in records("statements") if s["counted"] == "true"]

    def draw(axes):
        left = 0
        for kind, colour in (
            ("attributed", design.ATTRIBUTED),
            ("narrator", design.NARRATOR),
            ("unspecified", design.UNSPECIFIED),
        ):
            n = sum(s["attribution"] == kind for s in counted)
            axes.barh([0], [n], left=left, color=colour, edgecolor=design.INK, linewidth=0.6)
            axes.text(left + n / 2, -0.55, f"{kind} {n}", ha="center", va="bottom")
            left += n
        axes.set_yticks([])
        axes.set_ylim(0.5, -0.8)
        axes.set_xlabel("counted statements")
        axes.spines[["top", "left", "right"]].set_visible(False)

    return _svg(draw, 6.38, 1.5)


def figure(name: str, alt: str, caption: str, svg: str, note: str, table: str = "") -> str:
    """A figure of ours."""
    return (
        f'<figure id="fig-{name}" data-alt="{escape(alt)}"><figcaption>{escape(caption)}</figcaption>{svg}'
        f'<p class="figure-note">{escape(note)}</p>{table}</figure>'
    )


def quotes() -> str:
    """The article's own words, each under who says them."""
    names = {a["id"]: a["name"] for a in records("actors")}
    items = []
    for s in records("statements"):
        if s["quote_text"]:
            words = f'<q class="verbatim" data-rows="{s["id"]}">{escape(s["quote_text"])}</q>'
            items.append("<li>" + claim(f"{names[s['speaker']]} {s['cue_text']}: {words}", s["id"]) + "</li>")
    return f"<ul>{''.join(items)}</ul>"


ATTRIBUTION_TABLE = (
    '<table class="data"><thead><tr><th scope="col">Voice</th><th scope="col">Statements</th><th scope="col">Of 24</th>'
    '<th scope="col">Source</th></tr></thead><tbody>'
    + "".join(
        f'<tr><th scope="row">{who}</th><td class="num">{n}</td><td class="num">{n / 24:.3f}</td>'
        f"<td>{cites(*rows)}</td></tr>"
        for who, n, rows in (
            ("Attributed to a source", 14, ("st-06", "st-09", "st-20")),
            ("The article’s own voice", 9, ("st-04", "st-18")),
            ("A holder is implied, not given", 1, ("st-05",)),
        )
    )
    + "</tbody></table>"
)


BOTTOM_LINE = (
    claim(
        "The article reports that a train carrying Russian troops and equipment has arrived in Belarus, "
        "and the Belarusian defence ministry confirms the arrival.",
        *("st-04", "st-06"),
    ),
    claim(
        "The Belarusian government says the country will not join the war; "
        "Ukraine says that its airspace is already used for attacks.",
        *("st-17", "st-20"),
    ),
    claim(
        "Eleven of the 14 attributed statements come from Belarus; Western nations are blamed but are not heard.",
        *("st-23", "st-24"),
    ),
)
REPORTED = (
    claim(
        "The Belarusian defence ministry says that President Alexander Lukashenko has visited a base "
        "where Russian troops are stationed.",
        "st-07",
    ),
    claim("He and an unnamed representative of the Russian army discussed joint drills, it says.", "st-08"),
    claim(
        "The representative said that Russian troops "
        '<q class="verbatim" data-rows="st-09">are ready to carry out tasks as intended</q>.',
        "st-09",
    ),
)
PLANNED = (
    claim("Personnel, weapons and equipment are to keep arriving, a ministry statement says.", "st-14"),
    claim("The two countries are preparing for joint air force exercises.", "st-15", "st-16"),
)
ALLEGED = claim(
    "Ukraine alleges that Russia continues to use Belarusian airspace for drone and missile attacks.",
    *("st-20", "ev-14"),
)


def situation_cells() -> list:
    """The cells of a situation briefing of usual length."""
    note = "n = 11 self-stated positions. As of 6 January 2023 (inferred). Source: Al Jazeera. Coding: assistant-coded."
    return [
        new_markdown_cell("# For the analyst\n\nHow to use this notebook.", metadata={"tags": ["lab-only"]}),
        cell(source='case = "belarus-troops-2023"\nmarking = "UNMARKED"', tags=("parameters",)),
        cell(shown(banner()), source="banner(case)"),
        new_markdown_cell("## Bottom line"),
        cell(shown(f"<p>{' '.join(BOTTOM_LINE)}</p>")),
        new_markdown_cell("## What is reported\n\n### Asserted and confirmed"),
        cell(
            shown(f"<p>{' '.join(REPORTED)}</p>"),
            shown(f"<ul>{''.join(f'<li>{c}</li>' for c in PLANNED)}</ul>"),
        ),
        new_markdown_cell("### Alleged\n\nAn analyst’s remark with *emphasis*, `code` and <b>no</b> HTML."),
        cell(shown(f"<p>{ALLEGED}</p>")),
        new_markdown_cell("## Who says what"),
        cell(shown(matrix())),
        cell(
            shown(
                figure(
                    "stance",
                    "Stance matrix: eleven positions on ten propositions; nobody rejects what another affirms.",
                    "No two actors take opposite sides on one proposition",
                    stance_figure(),
                    note,
                    matrix().replace("Stated and attributed positions", "The same, as a table"),
                )
            )
        ),
        new_markdown_cell("## Who is heard"),
        cell(
            shown(
                figure(
                    "attribution",
                    "One bar of 24 statements: 14 attributed, 9 in the article’s own voice, 1 with no holder given.",
                    "Fourteen of 24 statements are attributed",
                    counts_figure(),
                    "n = 24 counted statements. As of 6 January 2023 (inferred). Source: Al Jazeera.",
                    ATTRIBUTION_TABLE,
                )
            )
        ),
        cell(shown('<p class="note">Speaker network: not drawn; it needs three pairs of speakers.</p>')),
        new_markdown_cell("## In their own words"),
        cell(shown(quotes())),
        cell(shown('<aside class="judgement"><h3>Analyst judgement</h3><p>None entered.</p></aside>')),
        cell(shown(sources())),
    ]


def notebook(*cells) -> nbformat.NotebookNode:
    """A notebook node of the cells, each with an id of its own."""
    for at, item in enumerate(cells):
        item["id"] = f"cell-{at:02d}"
    return new_notebook(cells=list(cells))


def small(*html: str, **facts: str) -> nbformat.NotebookNode:
    """A briefing of a banner, the given outputs and the sources."""
    return notebook(cell(shown(banner(**facts))), *(cell(shown(part)) for part in html), cell(shown(sources())))


@pytest.fixture(scope="session")
def situation() -> nbformat.NotebookNode:
    """An executed situation briefing of the seed."""
    return notebook(*situation_cells())


@pytest.fixture(scope="session")
def by_hand():
    """This module: the pieces to make a notebook of."""
    return sys.modules[__name__]


BIDI = {c: f"[U+{ord(c):04X}]" for c in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def without_bidi(text: str) -> str:
    """`text` as a page shows it: bidi controls as code points."""
    return "".join(BIDI.get(char, char) for char in text)


@pytest.fixture(scope="session")
def untrusted() -> list[str]:
    """Texts that try to be something else, or are hard to set."""
    return [
        "<script>alert(1)</script> &amp; <b>bold</b>",
        '#panic() #read("/etc/passwd") $x^2$ @ref *b* _i_ `raw` = Heading <label> \\u{41} // comment',
        '=HYPERLINK("https://example.org","x") +1 @SUM(A1)',
        "${case} $title %s {0} {{ jinja }} {% raw %}",
        "Лукашенко сказал: «мы не будем воевать»",
        "قال المتحدث إن القوات وصلت",
        "דובר אמר שהכוחות הגיעו",
        "abc\u202egnp.exe\u202c",
        "x" * 3000,
        "“quoted” -- dash --- ' straight ' ~ nbsp...",
    ]


@pytest.fixture
def second_case(project) -> Path:
    """The folder of a second case, the seed under another name."""
    folder = project.seeds / "second"
    folder.mkdir()
    for path in project.case.iterdir():
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text.replace("id: belarus-troops-2023", "id: second"), encoding="utf-8")
    return folder
