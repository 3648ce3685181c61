"""`onrecord.yml`: what is right is taken, what is wrong is said on one line each."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import matplotlib
import pytest
from onrecord import design
from onrecord.house.colours import AA, ON_DARK, ON_LIGHT, contrast, least_contrast, made_readable
from onrecord.house.given import NO_HOUSE
from onrecord.house.reading import read_house
from onrecord.house.schema import Settings
from onrecord.house.style import house, wrong_style
from onrecord.problems import ProblemsError
from onrecord.starting.starting import start
from PIL import Image
from ruamel.yaml import YAML

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{}<rect width="20" height="10"/></svg>'
FONT = "typography: {{base: STIXGeneral, fonts: [{{family: STIXGeneral, files: [{}]}}]}}"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a font, a logo, and files that are neither."""
    shutil.copy(FONTS / "STIXGeneral.ttf", tmp_path / "stix.ttf")
    (tmp_path / "logo.svg").write_text(LOGO.format(""))
    (tmp_path / "script.svg").write_text(LOGO.format("<script>alert(1)</script>"))
    (tmp_path / "click.svg").write_text(LOGO.format('<g onclick="alert(1)"/>'))
    (tmp_path / "fetch.svg").write_text(LOGO.format('<a href="https://example.org/"/>'))
    (tmp_path / "entity.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]>' + LOGO.format("&a;"))
    (tmp_path / "words.svg").write_text("<svg")
    (tmp_path / "page.svg").write_text("<html/>")
    (tmp_path / "sizeless.svg").write_text(LOGO.format("").replace('viewBox="0 0 20 10"', 'width="100%"'))
    (tmp_path / "words.txt").write_text("words")
    (tmp_path / "huge.png").write_bytes(b"\x89PNG" + bytes(400_000))
    picture = io.BytesIO()
    Image.new("1", (5000, 10)).save(picture, "PNG")
    (tmp_path / "wide.png").write_bytes(picture.getvalue())
    (tmp_path / "cut.png").write_bytes((FONTS.parents[1] / "images" / "home.png").read_bytes()[:200])
    (tmp_path / "cut.ttf").write_bytes((FONTS / "STIXGeneral.ttf").read_bytes()[:2000])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(desk: Path, text: str) -> list[str]:
    """What is said of a file of that text, a problem a line."""
    (desk / "onrecord.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsError) as refused:
        read_house(desk / "onrecord.yml")
    return str(refused.value).splitlines()


def read(desk: Path, text: str):
    """The house of a file of that text."""
    (desk / "onrecord.yml").write_text(text, encoding="utf-8")
    return read_house(desk / "onrecord.yml")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nmae: x", "nmae extra inputs are not permitted; "),
        ("colour: {}", "did you mean 'color'?"),
        ("paper: {sise: a4}", "paper.sise extra inputs are not permitted; did you mean 'size'?"),
        ("paper: {size: a5}", "paper.size input should be 'a4' or 'us-letter'; it is 'a5'"),
        ("paper: {top: big}", "paper.top "),
        ("paper: {top: true}", "paper.top "),
        ("paper: {top: 3}", "greater than or equal to 20"),
        ("paper: {left: 40}", "paper.left 40 mm leave less than 12 mm at the right of a4; give at most 36.0"),
        ("paper: letter", "paper "),
        ("marking: {text: 7}", "marking.text "),
        ("marking: {where: top}", "marking.where "),
        (f"marking: {{text: {'x' * 61}}}", "at most 60 characters"),
        ('colophon: ["a\\nb"]', "colophon.0 "),
        ("colophon: line", "colophon "),
        ("publish: {unreviewed: maybe}", "publish.unreviewed input should be 'refuse', 'mark' or 'allow'"),
        ("publish: {quoted_words_at_most: -1}", "publish.quoted_words_at_most "),
        ("color: {primary: blurple}", "'blurple' is no colour; write #rrggbb, or a name of color.palette"),
        ("color: {primary: '#7b233380'}", "'#7b233380' is no colour"),
        ("color: {palette: {a: b, b: a}, primary: a}", "'a' is no colour"),
        (
            "color: {primary: yellow}",
            "has a contrast of 1.0 to 1 on paper, less than WCAG's 4.5; the nearest that passes",
        ),
        ("logo: logo.svg", "meta.name a logo stands for a name, and there is none; write the name in words"),
        ("meta: {name: A}\nlogo: none.svg", "logo none.svg cannot be read: No such file or directory; name a file"),
        ("meta: {name: A}\nlogo: huge.png", "logo huge.png has more than 300 kB; save it smaller"),
        ("meta: {name: A}\nlogo: wide.png", "logo wide.png has 5000 × 10 dots"),
        ("meta: {name: A}\nlogo: cut.png", "logo cut.png is no sound picture"),
        ("meta: {name: A}\nlogo: words.txt", "logo words.txt is no sound picture"),
        ("meta: {name: A}\nlogo: words.svg", "logo words.svg is no sound SVG"),
        ("meta: {name: A}\nlogo: page.svg", "logo page.svg is no SVG"),
        ("meta: {name: A}\nlogo: sizeless.svg", "logo sizeless.svg has neither a viewBox nor a size"),
        ("meta: {name: A}\nlogo: script.svg", "logo script.svg holds <script>"),
        ("meta: {name: A}\nlogo: click.svg", "logo click.svg holds the attribute onclick"),
        ("meta: {name: A}\nlogo: fetch.svg", "logo fetch.svg holds the attribute href"),
        ("meta: {name: A}\nlogo: entity.svg", "logo entity.svg has a document type of its own"),
        ("typography: {base: Nowhere}", "no file is given for the font 'Nowhere'"),
        (FONT.format("none.ttf"), "none.ttf cannot be read"),
        (FONT.format("words.txt"), "words.txt is no TrueType or OpenType font; name a .ttf or .otf file"),
        (FONT.format("cut.ttf"), "cut.ttf is no sound font"),
        ("typography: {base: Stix, fonts: [{family: Stix, files: [stix.ttf]}]}", "is of the family 'STIXGeneral'"),
        ("typography: {fonts: [{family: A, source: google, files: [a]}]}", "typography.fonts.0.source "),
        ("brand: none.yml", "none.yml cannot be read: No such file or directory"),
        ("[", "is no YAML"),
        ("- a", "holds no keys and values"),
        ("a: &a [*a]", "extra inputs are not permitted"),
        ("x: " + "[" * 5000, "is no YAML"),
        ("# " + "x" * 70_000 + "\na: 1", "has more than 64 kB"),
    ],
)
def test_what_is_wrong_is_said_on_one_line(desk: Path, text: str, wanted: str):
    """The place, what was found, what to do."""
    [line] = said(desk, text)
    assert line.startswith("E-STYLE ")
    assert wanted in line
    assert len(line) < 400


def test_all_that_is_wrong_is_said_at_once(desk: Path):
    """Of what the schema refuses, and then of what is named."""
    assert len(said(desk, "a: 1\nb: 2\npaper: {top: 1}")) == 3
    assert len(said(desk, "logo: none.svg\ncolor: {primary: blurple, secondary: white}\ntypography: {base: X}")) == 5


def test_nothing_is_built_and_check_says_it(desk: Path, project):
    """Exit code 2 from both, a line each."""
    (project.root / "onrecord.yml").write_text("color: {primary: yellow}\n")
    project.notebook("one", "1")
    for words in (["build"], ["check"]):
        done = project.onrecord(*words)
        assert done.returncode == 2
        assert "E-STYLE onrecord.yml color.primary #ffff00 has a contrast of 1.0" in done.stdout + done.stderr
    assert not project.reports.exists()


def test_a_colour_is_mended_no_more_than_needed():
    """The nearest that passes does, and a step less does not; one that passes stays."""
    for text in ("#ffff00", "#ff0000", "#8a8a8a", "#00a0ff"):
        near = made_readable(text)
        assert least_contrast(near, ON_LIGHT) >= AA > least_contrast(text, ON_LIGHT)
        assert least_contrast(near, ON_LIGHT) < AA + 0.25
    assert made_readable(design.ACCENT) == design.ACCENT
    assert least_contrast(made_readable("#0b5d3b", ON_DARK), ON_DARK) >= AA
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


def test_the_template_explains_every_key_and_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """As it comes it changes nothing; with the signs taken away it names each key of the schema."""
    start(tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    assert house() is NO_HOUSE
    text = (tmp_path / "desk" / "onrecord.yml").read_text(encoding="utf-8")
    told = YAML(typ="safe").load(
        "\n".join(
            line[2:]
            for line in text.splitlines()
            if (line.startswith("# ") and ":" in line[:22]) or line.startswith("#  ")
        )
    )
    assert told.keys() == Settings.model_fields.keys()
    for name, field in Settings.model_fields.items():
        if hasattr(field.annotation, "model_fields"):
            assert told[name].keys() == field.annotation.model_fields.keys(), name


def test_a_brand_file_of_another_program_works(desk: Path):
    """What is used of it is taken, the rest passed over; the file of the project goes before it."""
    (desk / "_brand.yml").write_text(
        """
meta: {name: {short: Desk, full: The Desk}, link: "https://example.org"}
logo: {images: {a: b.png}, medium: {light: logo.svg, dark: logo.svg}}
color: {palette: {pine: "#0b5d3b"}, primary: pine, success: green, background: white}
typography:
  fonts: [{family: Inter, source: google}, {family: STIXGeneral, source: file, files: [{path: stix.ttf}]}]
  base: {family: STIXGeneral, size: 12pt}
  headings: {weight: 600}
defaults: {quarto: {}}
"""
    )
    found = read(desk, "brand: _brand.yml\ncolor: {secondary: '#333333'}")
    assert (found.name, found.accent, found.muted, found.family) == ("The Desk", "#0b5d3b", "#333333", "STIXGeneral")
    assert found.logo.startswith("data:image/svg+xml;base64,")
    assert [(face.weight, face.italic) for face in found.faces] == [(400, False)]
    assert read(desk, "brand: _brand.yml\nmeta: {name: Other}").name == "Other"


@pytest.mark.parametrize(("size", "width"), [("a4", 210.0), ("us-letter", 215.9)])
def test_what_is_printed_is_as_wide_on_every_sheet(desk: Path, size: str, width: float):
    """The figures are drawn for it."""
    for left in ("", ", left: 15"):
        found = read(desk, f"paper: {{size: {size}{left}}}")
        assert found.width == width
        assert found.width - found.left - found.right == pytest.approx(design.FIGURE_WIDTH_MM)


def test_a_project_without_a_file_is_as_it_was(desk: Path):
    """The design of the package, the margins of A4."""
    assert house() is NO_HOUSE
    assert wrong_style() == []
    assert (NO_HOUSE.left, NO_HOUSE.right, NO_HOUSE.room) == (24.0, 24.0, 253.0)
    assert NO_HOUSE.colours() == design.named()


def test_a_file_that_is_edited_is_read_again(desk: Path):
    """And its hash is another, also where only the logo is."""
    first = read(desk, "meta: {name: A}\nlogo: logo.svg")
    assert house().name == "A"
    (desk / "logo.svg").write_text(LOGO.format("<g/>"))
    assert read(desk, "meta: {name: A}\nlogo: logo.svg").sha256 != first.sha256
    read(desk, "meta: {name: Another}")
    assert house().name == "Another"
