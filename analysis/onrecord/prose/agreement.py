"""What two codings of one article share, in a few sentences."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.measures.agreement.span_f1 import span_f1
from onrecord.prose.banner import basis_line
from onrecord.wording.claim import Prose, claim, note, paragraph
from onrecord.wording.naming import listed, times, words

FLOORS = (0.8, 0.667)  # customary (Krippendorff): good enough to rest on, and for tentative conclusions


def codings(alignment: Alignment) -> Prose:
    """Which codings A and B are."""
    lines = [(name, f"{case.id}: {case.article.coder or 'coder not recorded'}; {basis_line(case)}") for name, case in
             (("A", alignment.a), ("B", alignment.b))]  # fmt: skip
    entries = Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(*line) for line in lines)
    return Prose((Markup('<dl class="facts">{}</dl>').format(entries),))


def same_everywhere(alignment: Alignment) -> Prose:
    """The fields on which the coders never differ, which the table of fields leaves out."""
    found = field_alpha(alignment)
    same = found[(found["n"] > 0) & (found["agreed"] == found["n"])]
    if same.empty:
        return Prose(())
    by_table = [
        f"{table}: {listed([words(n) for n in rows])}" for table, rows in same.groupby("table", sort=False)["field"]
    ]
    return Prose((note(f"The same on every row that both found: {'; '.join(by_table)}."),))


def summary(alignment: Alignment) -> Prose:
    """Statements found by both, fields below the customary floors, and how many differences there are."""
    found = span_f1(alignment).set_index("table").loc["statements"]
    if not found["matched"]:
        return Prose((note("No statement was found by both coders, so nothing else can be compared."),))
    both = f"Both coders found {found['matched']} statements, of {found['n_a']} that A and {found['n_b']} that B coded"
    claims = [claim(alignment.a, f"{both} (F1 {found['f1']:.2f})", found["rows"])]
    alphas = field_alpha(alignment).dropna(subset="alpha")
    weak = alphas[alphas["alpha"] < FLOORS[0]]
    if len(weak):
        named = listed([f"{words(row.field)} ({row.table}, {row.alpha:.2f})" for row in weak.itertuples()])
        rows = [one for rows in weak["rows"] for one in rows]
        claims.append(claim(alignment.a, f"Alpha is below {FLOORS[0]:.2f} for {named}", rows or found["rows"]))
    elif len(alphas):
        claims.append(
            claim(alignment.a, f"Alpha is {FLOORS[0]:.2f} or more for every field that has one", found["rows"])
        )
    count = len(disagreements(alignment))
    claims.append(claim(alignment.a, f"They differ on {times(count, 'point')}", found["rows"]))
    how = note(
        "Rows match when their words overlap by four fifths or more within one sentence; actors and issues are aligned "
        f"by the spans they share. Customary floors of alpha are {FLOORS[0]:.2f} and {FLOORS[1]:.3f} for tentative use."
    )
    return Prose((paragraph(*claims), how))
