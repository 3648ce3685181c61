"""One design for page, PDF and figures: colours, type, measures of length.

Colours are sRGB hex strings. Every text colour stands at 4.5:1 or more on PAPER and TINT (on their dark
counterparts in dark mode); the data colours differ in lightness as well as in hue, so that they survive a
photocopier and a colour-blind reader. Nothing is ever told by colour alone.
"""

from __future__ import annotations

# Paper and ink
PAPER = "#ffffff"
TINT = "#f5f3ee"  # panels, table heads, the light card under a figure
INK = "#1c1b19"
MUTED = "#5b5852"  # notes, captions, running lines
RULE = "#c9c4b9"
ACCENT = "#7b2333"  # the one accent: citations, links, the line under the title
MARKED = "#fbeec2"  # behind the words that a citation rests on

# Data: blue affirms, orange rejects; the blue is the darker of the two in grey
AFFIRMS = "#1f4e84"
AFFIRMS_WEAK = "#9dbbdc"
NEUTRAL = "#e9e6df"
REJECTS_WEAK = "#f0bd92"
REJECTS = "#ce6a12"
STANCE = {-2: REJECTS, -1: REJECTS_WEAK, 0: NEUTRAL, 1: AFFIRMS_WEAK, 2: AFFIRMS}
STANCE_INK = {-2: INK, -1: INK, 0: INK, 1: INK, 2: PAPER}  # the printed number on each of them

ATTRIBUTED = "#1f4e84"
NARRATOR = "#9aa3ab"
UNSPECIFIED = "#e3dfd5"  # drawn with an edge in INK, being near the paper
VOICE = {"attributed": ATTRIBUTED, "narrator": NARRATOR, "unspecified": UNSPECIFIED}
VOICE_INK = {"attributed": PAPER, "narrator": INK, "unspecified": INK}  # words on each of them

# Dark mode of the page; figures keep their light card
DARK = {
    "paper": "#161615",
    "tint": "#22211f",
    "ink": "#ebe8e1",
    "muted": "#aba69b",
    "rule": "#45423c",
    "accent": "#eb9aa6",
    "marked": "#4d4217",
}

# Type: fonts that come with the PyPI packages, and what the page asks of the reader's own system
SERIF = "Libertinus Serif"
SANS = "DejaVu Sans"  # figures, and characters that the serif lacks
MONO = "DejaVu Sans Mono"
SCREEN_SERIF = "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Libertinus Serif', 'Noto Serif', Georgia, serif"
SCREEN_SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

# Sizes on paper, in points
TEXT_PT = 10.0
SMALL_PT = 9.0
TABLE_PT = 8.75
DATA_PT = 8.0  # a figure's own table
NOTE_PT = 8.0
CITE_PT = 8.0
LEAST_PT = 7.5  # no text on paper is smaller, whatever the fit; figures have a least size of their own
TITLE_PT = 21.0
SUBTITLE_PT = 12.5
H2_PT = 11.5
H3_PT = 10.5
FIGURE_PT = 8.0  # text in figures, at print size; nothing under FIGURE_MIN_PT
FIGURE_MIN_PT = 7.0

# Lengths on paper, in millimetres: A4, a narrow column for labels and headings, then the text
PAGE_WIDTH_MM = 210.0
PAGE_HEIGHT_MM = 297.0
MARGIN_MM = 24.0
HEAD_MM = 24.0  # from the edge of the sheet to the text
FOOT_MM = 20.0
GUTTER_MM = 30.0
HALVES_MM = 7.0  # between two halves side by side
ROW_PT = 2.6  # above and below the words of a table's row, in points
CELL_PT = 3.2  # on either side of them
FIGURE_WIDTH_MM = PAGE_WIDTH_MM - 2 * MARGIN_MM  # a figure takes label column and text: 162 mm
FIGURE_HEIGHT_MM = 190.0  # at most; a higher one is scaled down
KEPT_ROWS = 4  # of a table: fewer do not stand alone on a page
WHOLE_LETTERS = 1500  # a block of more letters may break over pages, whatever it is
LINE_LETTERS = 60  # that a line which ends early counts for


def named() -> dict[str, str]:
    """Every colour and font by its name in small letters, for a style sheet; those of the dark page under dark_NAME."""
    light = {name.lower(): value for name, value in globals().items() if name.isupper() and isinstance(value, str)}
    return light | {f"dark_{name}": value for name, value in DARK.items()}
