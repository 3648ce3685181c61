"""What a reader's eye needs: nothing too small, cut off or over anything else, nothing told by colour alone."""

from __future__ import annotations

import re

import numpy as np
import pytest
from lxml import etree
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.pages import pages

from .conftest import NAMES, draw

KINDS = ["seed", "long", "many", "undated", "one_date", "thin"]
SVG = "{http://www.w3.org/2000/svg}"


def boxes(drawing) -> tuple[list[str], np.ndarray]:
    """The texts of a drawing, and for each left, bottom, right, top in points from the bottom left corner."""
    with style.settings():
        renderer = FigureCanvasAgg(drawing).get_renderer()
        texts = drawing.findobj(Text)
        texts = [text for text in texts if text.get_text()]
        return [text.get_text() for text in texts], np.array(
            [text.get_window_extent(renderer).extents for text in texts]
        )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_text_stands_inside_and_apart(name, kind, drawn):
    """No text leaves the picture or touches another, whatever the labels and however many the rows."""
    figure, drawings = drawn(name, kind)
    assert len(drawings) == len(figure.svgs)
    for drawing in drawings:
        texts, found = boxes(drawing)
        width, height = drawing.get_size_inches() * 72
        outside = (found[:, :2] < -1).any(axis=1) | (found[:, 2] > width + 1) | (found[:, 3] > height + 1)
        assert not [texts[n] for n in np.flatnonzero(outside)]
        low, high = (
            np.maximum(found[:, None, :2], found[None, :, :2]),
            np.minimum(found[:, None, 2:], found[None, :, 2:]),
        )
        over = np.triu(((high - low) > 0.8).all(axis=2), k=1)
        assert not [(texts[one], texts[other]) for one, other in np.argwhere(over)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_a_panel_fits_a_page_and_its_text_can_be_read(name, kind, drawn):
    """A panel is as wide as the print space and no higher, so nothing is scaled down; text has 7 points or more."""
    for svg in drawn(name, kind)[0].svgs:
        root = etree.fromstring(svg)
        assert float(root.get("width").removesuffix("pt")) == pytest.approx(design.FIGURE_WIDTH_MM * 72 / 25.4, abs=0.1)
        assert float(root.get("height").removesuffix("pt")) <= design.FIGURE_HEIGHT_MM * 72 / 25.4 + 0.5
        for text in root.iter(f"{SVG}text"):
            assert float(re.search(r"font-size: ([\d.]+)px", text.get("style"))[1]) >= design.FIGURE_MIN_PT


@pytest.mark.parametrize("name", NAMES)
def test_the_same_case_gives_the_same_bytes(name, case, drawn):
    """Two drawings of one case are equal to the byte, and hold no date, id or style sheet that could clash."""
    first, second = drawn(name, "seed")[0], draw(name, case)
    assert first.svgs == second.svgs
    assert first._repr_html_() == second._repr_html_()
    for svg in first.svgs:
        assert not re.search(r'\sid="|<style|url\(#|<metadata|clip-path|<\?xml|<!DOCTYPE', svg)


@pytest.mark.parametrize("name", ["stance_matrix", "voices", "timeline", "relations"])
def test_text_is_data(name, drawn):
    """Dollar signs, tags and Cyrillic stand in the picture as they are; what the font lacks as its code point."""
    figure, _ = drawn(name, "long")
    drawn_text = " ".join(etree.fromstring(svg).xpath("string()") for svg in figure.svgs)
    assert "$x^2$" in drawn_text
    assert "<script>" in drawn_text
    assert "Владимир" in drawn_text
    assert "中" not in drawn_text
    assert "[U+4E2D]" in drawn_text
    assert "<script" not in figure._repr_html_()


def test_statuses_have_shapes_of_their_own(case):
    """No status of an event shares its mark with another, in black and white too."""
    from onrecord.figures.drawing import status_marks
    from onrecord.figures.drawing.sheet import Sheet

    def shape(status):
        sheet = Sheet()
        status_marks.draw_status(sheet, 10, 10, status)
        return re.sub(r"#[0-9a-f]{6}", lambda c: "light" if int(c[0][1:3], 16) > 200 else "dark", sheet.panel(20).svg)

    statuses = [*case.events["status"].cat.categories, status_marks.SAID]
    assert len({shape(status) for status in statuses}) == len(statuses) == 8


@pytest.mark.parametrize(
    ("heights", "heads", "shared"),
    [
        ([10.0] * 4, (), [(0, 4)]),
        ([10.0] * 11, (), [(0, 6), (6, 11)]),
        ([150.0, 10.0, 10.0], (), [(0, 1), (1, 3)]),
        ([10.0] * 12, [n == 7 for n in range(12)], [(0, 7), (7, 12)]),
        ([], (), [(0, 0)]),
    ],
)
def test_rows_are_shared_out_evenly(heights, heads, shared):
    """As few panels as the rows need, none much fuller than the next, parted before a heading where possible."""
    assert [(page.start, page.stop) for page in pages(heights, 100.0, heads)] == shared
