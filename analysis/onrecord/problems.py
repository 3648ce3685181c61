"""Every problem that a user can meet: its code, what it says, and the remedy.

A problem is data. Checks return all of them and never stop at the first; the command prints one line each.
Codes starting with ``E-`` are errors and stop a build; ``W-`` are warnings, which print in the annex.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.printing import visible

# code -> what was found and expected; what to do. {names} are facts given by the caller.
CATALOGUE: dict[str, str] = {
    # the article
    "E-TEXT-EMPTY": "the article holds no text; put the article's words into this file",
    "E-TEXT-ENCODING": "byte {offset}: {found}; {remedy}",
    "E-TEXT-BOM": "starts with a byte order mark; `onrecord new` makes a case from such a file and takes it off",
    "E-TEXT-NEWLINE": "line ends are {found}, expected LF; `onrecord new` makes a case from such a file and rewrites them",
    "E-TEXT-NFC": "{found} at code point {offset} is not in Unicode form NFC; `onrecord new` makes a case from such a file and rewrites it",
    "E-TEXT-CHANGED": "the text's sha256 is {found}, article.yml says {expected}; {lost}; put the coded text back, or move the coding with `onrecord reanchor`",
    # files and tables
    "E-FILE": "{found}; {remedy}",
    "E-YAML": "{found}; {remedy}",
    "E-COLUMN-MISSING": "the table has no column {expected!r}; add it to the header",
    "E-COLUMN-EXTRA": "the codebook knows no column {found!r}; {remedy}",
    "E-ROW": "{found} cells, but the header has {expected}; {remedy}",
    "W-ROW-BLANK": "{found} and passed over; delete blank rows in the spreadsheet",
    "E-EMPTY": "the cell is empty; {remedy}",
    "E-VALUE": "{found!r} is not {expected}; {remedy}",
    "E-ENUM": "{found!r} is not one of: {expected}",
    "E-ID-DUP": "id {found!r} stands in rows {first} and {second}; ids are unique in a case, give one row another",
    "E-REF": "there is no {expected} {found!r}; {remedy}",
    "E-SENTENCE": "{found}; {remedy}",
    "E-SPAN-MISSING": "{found!r} does not stand in {sentence} as whole words; {remedy}",
    "E-SPAN-AMBIGUOUS": "{found!r} stands {count} times in {sentence}; write {remedy} for the n-th",
    "E-PARENT-CYCLE": "the parents of {found!r} come back to it ({path}); an actor's parents must end at a root",
    "E-POSITION-CONFLICT": "{actor} has stances {found} on {issue} with basis {basis} (rows {rows}); rule P6: keep one row, stance of the later dated statement, else 0 with the flag contradictory",
    "E-WORDING": "{found}; {remedy}",
    "I-NOT-RUN": "not checked, because {found}",
    # rules of the codebook, by the rule's name
    "E-RULE-A9": "{found}; rule A9: a Wikidata id stands with the status verified or checked_secondary, else leave it empty",
    "E-RULE-C1": "{found}; rule C1: likely is PR, could is PS, if or would is U, and the hedge words are recorded; without a hedge it is CT",
    "E-RULE-C2": "{found}; rule C2: a factive cue endorses, a distancing cue distances",
    "E-RULE-D1": "{found}; rule D1: record the TIMEX value as written first, then what it resolves to with its anchor",
    "E-RULE-E3": "{found}; rule E3: a confirmation comes from a second reporter, and only of what has happened",
    "E-RULE-E4": "{found}; rule E4: list all reporters, that is the speakers of the event's statements",
    "E-RULE-E6": "{found}; rule E6: states, outcomes and denied intentions get no PLOVER code; negated and hypothetical events take the auxiliary; AGREE takes no future",
    "E-RULE-L1": "{found}; rule L1: dated goes with a date id, and a headline takes the time of what it repeats",
    "E-RULE-P1": "{found}; rule P1: a self-stated position rests only on the actor's own attributed statements with a committing act",
    "E-RULE-P2": "{found}; rule P2: 2 and -2 are explicit and unqualified; code 1 or -1, or cite an unhedged statement",
    "E-RULE-P4": "{found}; rule P4: the basis says who gives the actor the position, and the evidence must be theirs",
    "E-RULE-P5": "{found}; rule P5: the publisher and unspecified holders get no stance, delete the row",
    "E-RULE-P6": "{found}; rule P6: a position flagged contradictory has stance 0",
    "E-RULE-Q1": "{found}; rule Q1: direct is the whole proposition in quote marks, mixed a part, none has no quote",
    "E-RULE-Q2": "{found}; rule Q2: quote_text leaves out the quote marks, and a bracketed insertion is repeated in insertion_text",
    "E-RULE-R1": "{found}; rule R1: stated rests on the asserting actor's own statements, narrated on the publisher, and undirected pairs stand in alphabetical order",
    "E-RULE-S2": "{found}; rule S2: attributed needs a source and a cue (or continues); without a cue it is the narrator's; a holder that is not given is unspecified",
    "E-RULE-S5": "{found}; rule S5: narrator rows are said once",
    "E-RULE-S7": "{found}; rule S7: the chain runs from the publisher to the speaker, and an inferred link caps confidence at moderate",
    "E-RULE-S9": "{found}; rule S9: a headline or standfirst that repeats a body statement by the same speaker is not counted, any other is counted",
    "E-RULE-SA4": "{found}; rule SA4: a report needs a narrator stance that is neutral or endorses; code assert",
    "E-RULE-T1": "{found}; rule T1: a tension links two coded items and gives a reading on which both hold",
    "E-RULE-U5": "{found}; rule U5: headline and standfirst are the lines equal to those fields of article.yml, dateline and caption lines are never counted",
    "E-RULE-V0": "{found}; rule V0: the target is another actor",
    "E-RULE-V1": "{found}; rule V1: attributed statements with a target only: -2 accuses, blames, threatens; -1 warns; 1 announces cooperation; 2 praises",
    "E-RULE-7": "{found}; section 7: credibility 1 requires a confirmation of independent origin",
    "W-RULE-P2": 'every statement cited is negated, yet the stance is {found}; rule P2: that is right for "does not rule out", wrong for "will not"',
    "W-RULE-P3": "the proposition holds {found!r}; rule P3: an issue is affirmative and unmodalised, or stances turn round",
    "W-DATE": "{found}; {remedy}",
    "W-CELL-FORMULA": "the cell starts like a spreadsheet formula ({found!r}); it is kept verbatim; import the column as text where a spreadsheet might run it",
    "E-SIGN-UNREAD": "{found}; {remedy}",
    "W-SIGN-OFF": "{found}; {remedy}",
    "E-CODEBOOK": "the codebook has no word {found!r}; {remedy}",
    # notebooks, parameters, documents
    "E-STYLE": "{found}; {remedy}",
    "E-GATE": "{found}; {remedy}",
    "E-CASE": "there is no case {found!r}; {remedy}",
    "E-BRIEFING": "there is no briefing {found!r}; {remedy}",
    "E-PARAM": "{found}; {remedy}",
    "E-NOTEBOOK": "{found}; {remedy}",
    "W-NOTEBOOK": "{found}; {remedy}",
    "E-CELL": "cell {cell}: {found}; {remedy}",
    # drafting
    "E-DRAFT-LANGUAGE": "the text does not read as English, and drafting knows English only; make an empty case to code by hand: onrecord new {file_name} --case ID --language CODE",
    "E-DRAFT-PAGE": "no article was found in the page; save its words as a text file, headline first, and draft that",
    "E-DRAFT-FORMAT": "{found}; {remedy}",
    "E-DRAFT-LONG": "{found} are no article (at most {limit}); cut the file to the article",
    "E-DRAFT-AGAIN": "{found}; {remedy}",
    "E-AGREE": "{found}; {remedy}",
    "E-CITATION": "{found}; {remedy}",
    "W-OUTPUT": "cell {cell}: {found}; {remedy}",
    "W-LINK": "{found}; {remedy}",
    "W-GLYPH": "{found}; printed as {printed}",
}

LISTED = 20  # problems that a notebook shows
WIDTH = 100  # characters of a line there
LOOKED_AT, LONGEST = 2_000, 100  # known values, and characters of a word, among which the nearest is looked for
PLACE = 40  # characters of a place that stands in the same line as the words


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    ``row`` is the record's number as a spreadsheet shows it: the header is 1, the first record 2.
    """

    code: str
    file: str
    row: int | None
    field: str
    message: str

    @property
    def level(self) -> str:
        """``error`` for E-, ``warning`` for W-, ``info`` for I- codes."""
        return {"E": "error", "W": "warning", "I": "info"}[self.code[0]]

    @property
    def place(self) -> str:
        """``file:row field``, as far as they are known."""
        place = self.file if self.row is None else f"{self.file}:{self.row}"
        return " ".join(part for part in (place, self.field) if part)

    def __str__(self) -> str:
        return visible(" ".join(part for part in (self.code, self.place, self.message) if part))


class ProblemsError(Exception):
    """Raised where work cannot go on; carries every problem found, for the command to print.

    A notebook shows the same as a short table in place of a traceback. `case` names the case that was checked.
    """

    def __init__(self, problems: Iterable[Problem], case: str = ""):
        self.problems = list(problems)
        self.case = case
        super().__init__("\n".join(map(str, self.problems)))

    def _render_traceback_(self) -> list[str]:
        """What IPython shows of this error, lines of at most 100 characters: no escape codes, nothing of the inside."""
        listed = self.problems[:LISTED]
        lines = _table([(one.code, visible(one.place), visible(one.message)) for one in listed])
        left = len(self.problems) - len(listed)
        more = f"and {left} more: onrecord check {visible(self.case)}".rstrip()
        return [*lines, *([more] if left else [])]


class UnusableError(Exception):
    """Why a file that a person named cannot be used, and what to do; its caller says whose it is."""

    def __init__(self, found: str, remedy: str):
        self.found, self.remedy = found, remedy
        super().__init__(found)


def _table(rows: list[tuple[str, str, str]]) -> list[str]:
    """Code, place and words under each other, the words wrapped; a place that is long has a line of its own."""
    import textwrap

    code_width = max((len(code) for code, _, _ in rows), default=0)
    place_width = max((len(place) for _, place, _ in rows if len(place) <= PLACE), default=0)
    at = code_width + 2 + (place_width + 2 if place_width else 0)
    lines: list[str] = []
    for code, place, words in rows:
        head = f"{code:{code_width}}  {place}".rstrip()
        lines += [head] if len(place) > place_width else []
        first = "" if len(place) > place_width else head
        lines += textwrap.wrap(words, WIDTH, initial_indent=first.ljust(at), subsequent_indent=" " * at) or [first]
    return lines


CITED = re.compile(r"\b(?:rule|section) (\w+):")  # what of the codebook a message cites


def problem(code: str, file: str = "", row: int | None = None, field: str = "", **facts: object) -> Problem:
    """A problem of the catalogue, its message filled with `facts`, control characters made visible.

    A message that cites a rule ends with the command that prints the rule.
    """
    cited = CITED.search(CATALOGUE[code])
    command = f" (onrecord codebook {cited[1]})" if cited else ""
    return Problem(code, file, row, field, visible(CATALOGUE[code].format(**facts) + command))


def refused(error: OSError) -> Problem:
    """What the system did not let be read or written, and what to do about that."""
    remedy = REMEDIES.get(error.errno or 0, "see that it is there and that you may read and write it")
    place = _BESIDE.sub(r"\1", str(error.filename or ""))
    return problem("E-FILE", place, found=error.strerror or str(error), remedy=remedy)


_BESIDE = re.compile(r"\.([^/\\]+)\.[0-9a-f]{32}(?=$|[/\\])")  # what is written beside a file, to take its place

_ROOM = "make room on the disk, or in the folder for temporary files (TMPDIR)"
_FILES = "raise the limit of open files (ulimit -n), or end programs that hold many"
REMEDIES = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "raise the limit of a file's size (ulimit -f)",
    errno.EMFILE: _FILES,
    errno.ENFILE: _FILES,
    errno.ENOMEM: "end programs that need much memory, or raise its limit (ulimit -v)",
}


def nearest(word: str, known: Iterable[str], what: str, cutoff: float = 0.5) -> str:
    """A remedy that names the nearest known value, or all of them where none is near and they are few.

    `cutoff`, 0 to 1, is how like the nearest one must be. It is not looked for among very many, or for a long word.
    """
    import difflib

    known = set(known)
    if not known:
        return f"there are no {what} to name"
    if len(known) > LOOKED_AT:
        return f"there are {len(known):,} {what}"
    known = sorted(known)
    begun = [one for one in known if word and one.startswith(word)]
    like = difflib.get_close_matches(word, known, n=1, cutoff=cutoff) if len(word) <= LONGEST else []
    close = begun if len(begun) == 1 else like
    if close:
        return f"did you mean {close[0]!r}?"
    if len(known) <= 20:
        return f"{what}: {', '.join(known)}"
    return f"there are {len(known)} {what}, none of a like name"
