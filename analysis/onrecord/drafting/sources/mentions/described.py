"""What a phrase says of a source."""

from __future__ import annotations

from typing import NamedTuple


class Described(NamedTuple):
    """What a phrase says. `kind`: person, body, country, group, document, pronoun, aged, or '' where nobody is meant.

    A single name that may be a person's is a `surname`. `name` is how to call it; `named` whether that is a name;
    `head` the noun it turns on; `title` what stands before a person's name; `anaphoric` whether it points back;
    `country` ISO code or ''; `type` the codebook's actor type.
    """

    kind: str
    name: str = ""
    type: str = ""
    named: bool = False
    head: str = ""
    title: str = ""
    anaphoric: bool = False
    indefinite: bool = False
    country: str = ""
    aliases: tuple[str, ...] = ()


NOBODY = Described("")
