"""What every document needs is there before the first is begun."""

from __future__ import annotations

MADE = """import sys
from pathlib import Path
from onrecord.briefing import preloading
preloading._make_a_document()
before = set(sys.modules)
from onrecord.briefing.planning import Job
from onrecord.briefing.worker import make
notebook = Path("notebooks/timeline.ipynb").resolve()
job = Job(sys.argv[1], "timeline", "timeline", (1, 0), notebook, {"case": sys.argv[1]}, ("html", "pdf"))
print(type(make(job, Path.cwd())).__name__, sorted(set(sys.modules) - before))
"""


def test_a_process_that_makes_a_document_imports_nothing_more(project, repository, warm):
    """Each module that it would import, each of the others would too."""
    (project.notebooks / "timeline.ipynb").write_bytes((repository / "notebooks" / "timeline.ipynb").read_bytes())
    done = warm.run(["-c", MADE, project.case.name], project.root, project.env())
    assert (done.stdout, done.stderr) == ("Made []\n", "")
