"""Names, lists, numbers and dates as a reader meets them; never an id."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import pandas as pd

from onrecord.coding.case import Case

_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
# Kinds of actor that running text names with the article when their name ends in a common noun.
_INSTITUTIONS = {"government_institution", "military", "non_state_group"}
# Written large, a name that ends in one of these still takes the article: "the Civil Defence Authority".
_HEADS = """administration agency army assembly association authority board bureau cabinet commission committee
congress council court department directorate federation fleet force forces foundation government guard institute league
ministry movement navy office organisation organization parliament party police senate service society treasury
tribunal union"""
_COMMON_HEADS = frozenset(_HEADS.split())
# First words that lose their capital inside a sentence; any other keeps it unless the article writes it small.
_OPENING = """a an the this that these those it its he she they his her their there any some all no many most several
more few both each every other another such during in on at after before if when while for from with without by as to
under over about among despite amid since until once because although though whether where almost nearly around roughly
approximately only just even still also now then today yesterday tomorrow here again further one two three four five
six seven eight nine ten people children women men officials police workers residents researchers scientists experts"""
_OPENERS = frozenset(_OPENING.split())


def label(case: Case, actor: str) -> str:
    """The actor's name as coded, for tables and figures."""
    return typeset(case.actors.at[actor, "name"])


def actor_name(case: Case, actor: str) -> str:
    """The actor's name in running text: "the Belarusian defence ministry", "an unnamed representative …", "Ukraine"."""
    row = case.actors.loc[actor]
    name = typeset(row["name"])
    if row["type"] == "media":
        return "the article"
    if row["type"] == "unspecified":
        return "holders whom the article does not name"
    if name.lower().startswith(("the ", "a ", "an ")):
        return name[0].lower() + name[1:]
    if row["type"] == "person" and not row["named"]:
        return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {clause(case, name)}"
    return f"the {name}" if _takes_article(case, row) else name


def _takes_article(case: Case, row: pd.Series) -> bool:
    written = {alias.casefold() for alias in row["aliases"]}
    if f"the {row['name']}".casefold() in written:
        return True
    last = row["name"].split()[-1]
    one_of_many = last.islower() or last.casefold() in _COMMON_HEADS
    return row["type"] in _INSTITUTIONS and one_of_many and "’s " not in row["name"] and "'s " not in row["name"]


def is_plural(case: Case, actor: str) -> bool:
    """Whether a verb after the actor's name is plural: "Western nations speak", "the armed forces speak"."""
    row = case.actors.loc[actor]
    last = row["name"].split()[-1]
    group = row["type"] in ("collective", "military", "non_state_group", "unspecified")
    return group and last.islower() and last.endswith("s") and not last.endswith("ss")


def agree(case: Case, actors: Sequence[str], one: str, several: str) -> str:
    """The verb form that agrees with these actors as a subject."""
    return several if len(actors) > 1 or is_plural(case, actors[0]) else one


def again(case: Case, actor: str) -> str:
    """How a sentence names an actor that the one before it named: "it", "they", a person's last name."""
    row = case.actors.loc[actor]
    if row["type"] == "person":
        return typeset(row["name"]).split()[-1] if row["named"] else "this speaker"
    return "they" if is_plural(case, actor) else "it"


def listed(items: Sequence[str]) -> str:
    """``a, b and c``; '' for none. Markup items are kept as markup."""
    *first, last = items or [""]
    return last if not first else type(last)(", ").join(first) + " and " + last


def counted_word(number: int) -> str:
    """Small numbers in words (0 is "no"), others in digits."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def times(number: int, noun: str, plural: str | None = None) -> str:
    """``one event``, ``three events``, ``no events``."""
    return f"{counted_word(number)} {noun if number == 1 else plural or noun + 's'}"


def capital(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def words(value: str) -> str:
    """A value of a vocabulary as words."""
    return value.replace("_", " ")


def typeset(text: str) -> str:
    """Straight quote marks and apostrophes that a coder typed in a table, set as curly ones."""
    text = re.sub(r"(?<=\w)'|'(?=\d\ds?\b)", "’", text)
    text = re.sub(r'(^|[\s(\[–—/])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[–—/“])'", r"\1‘", text).replace("'", "’")


def plain(case: Case, text: str) -> str:
    """A coder's text for readers: ids of actors and issues as their names, curly quotes, alternatives parted by /."""
    names = dict(case.actors["name"]) | {issue: f"“{issue_clause(case, issue)}”" for issue in case.issues.index}
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    text = re.sub(rf"(?<![\w-])({known})(?![\w-])", lambda match: names[match[1]], text) if known else text
    return typeset(text.replace("|", " / "))


def date_words(date: datetime.date | str) -> str:
    """``6 January 2023``, ``January 2023`` or ``2023``, from a date or an ISO string of that precision."""
    parts = str(date).split("-")
    if len(parts) == 1:
        return parts[0]
    month = datetime.date(2000, int(parts[1]), 1).strftime("%B")
    return " ".join([*(str(int(day)) for day in parts[2:]), month, parts[0]])


def as_written(case: Case, date: str) -> str:
    """``Friday (6 January 2023)``: the words of the article first, then what they resolve to."""
    row = case.dates.loc[date]
    return row["text"] if pd.isna(row["resolved"]) else f"{row['text']} ({date_words(row['resolved'])})"


def issue_clause(case: Case, issue: str) -> str:
    """The issue's proposition as a clause inside a sentence: no full stop, no capital that only opened it."""
    text = typeset(case.issues.at[issue, "proposition"]).rstrip(". ")
    first = re.match(r"\w+", text)
    return text if not first or _opens_a_name(text) or _is_name(case, first[0]) else text[0].lower() + text[1:]


def _opens_a_name(text: str) -> bool:
    """Whether a second capital shows the first to be a name's: "New Zealand’s flag"."""
    first = re.match(r"(\w+) [A-Z]", text)
    return first is not None and first[1].lower() not in _OPENERS


def _is_name(case: Case, word: str) -> bool:
    """Whether `word` keeps its capital anywhere: a part of a coded name, or written large inside a sentence."""
    named = [*case.actors["name"], *case.places["name"], *(a for found in case.actors["aliases"] for a in found)]
    inside = rf"(?<=[\w,;:] ){re.escape(word)}\b"
    in_a_name = any(word in re.findall(r"\w+", name)[1:] or name.split()[0] == word for name in named)
    return not lowers(case, word) and (in_a_name or re.search(inside, case.article.text) is not None)


def clause(case: Case, text: str) -> str:
    """`text` with a small first letter where that letter is large only because it opened a sentence."""
    first = re.match(r"\w+", text)
    if not first or not lowers(case, first[0]) or _opens_a_name(text):
        return text
    return text[0].lower() + text[1:]


def lowers(case: Case, word: str) -> bool:
    """Whether the capital of `word` comes from its place at the start of a sentence and not from a name."""
    small = word[0].lower() + word[1:]
    return small in _OPENERS or (word != "I" and re.search(rf"\b{re.escape(small)}\b", case.article.text) is not None)
