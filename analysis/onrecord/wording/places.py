"""The places that links lead to, by names of its own for each notebook: in JupyterLab all open ones are one page.

There a link leads to the first place of a name, which may be in a notebook that is hidden. A document has the names
without what keeps notebooks apart, whichever notebook it was made of.
"""

from __future__ import annotations

import os
import re
from binascii import crc32

from markupsafe import Markup

NOTEBOOK = "JPY_SESSION_NAME"  # the variable by which a Jupyter server tells a kernel the notebook's path
_PLACE = re.compile(r'((?<=\s)id="|href="#|[":] ?url\(#)')
_OWN = re.compile(rf"{_PLACE.pattern}nb[0-9a-f]{{8}}-")


def apart(markup: str) -> Markup:
    """The markup, its places and links under the notebook's own name; as it is where there is none."""
    path = os.environ.get(NOTEBOOK, "")
    named = _PLACE.sub(rf"\g<1>nb{crc32(path.encode()):08x}-", str(markup)) if path else markup
    return Markup(named)  # noqa: S704 – markup as it came, but for names


def together(markup: str) -> str:
    """The markup with the names that it had before `apart`."""
    return _OWN.sub(r"\g<1>", str(markup))
