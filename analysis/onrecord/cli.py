"""The command `onrecord`: words to exit codes. One thin function a command.

Exit codes: 0 done, 1 a briefing failed, 2 bad input (nothing was written), 130 interrupted.
"""

from __future__ import annotations

import sys

INTERRUPTED = "interrupted; nothing is half-written"
NO_MEMORY = "E-FILE there is not enough memory; end programs that need much, or raise its limit (ulimit -v)"

try:
    import datetime
    from pathlib import Path
    from typing import Any

    import click

    from onrecord.briefing.formats import all_names
    from onrecord.packaged import CI
    from onrecord.printing import say
    from onrecord.problems import ProblemsError, refused
except KeyboardInterrupt:  # Ctrl-C before there is a command
    print(INTERRUPTED, file=sys.stderr)
    sys.exit(130)
except MemoryError:
    print(NO_MEMORY, file=sys.stderr)
    sys.exit(1)

FILE = click.Path(path_type=Path)
in_a_format = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print problems; github annotates a pull request. E.g. --format json",
)


def _lacks_memory(error: BaseException | None) -> bool:
    """Whether there was too little, for an object or for a library that was to be loaded."""
    unloaded = isinstance(error, ImportError) and "failed to map segment" in str(error)
    return isinstance(error, MemoryError) or unloaded or (error is not None and _lacks_memory(error.__context__))


class Onrecord(click.Group):
    """Prints problems one line each, without a traceback."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(*args, **extra)
        except KeyboardInterrupt:
            say(INTERRUPTED, err=True)
            raise click.exceptions.Exit(130) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ProblemsError as error:
            for one in error.problems:
                say(one, err=True)
            ctx.exit(2)
        except BrokenPipeError:
            raise  # click ends quietly where nobody reads on
        except OSError as error:
            say(refused(error), err=True)
            ctx.exit(1)
        except (MemoryError, ImportError) as error:
            if not _lacks_memory(error):
                raise
            say(NO_MEMORY, err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            say(INTERRUPTED, err=True)
            ctx.exit(130)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of an analyst's day, not of the alphabet


@click.group(cls=Onrecord, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="onrecord", prog_name="onrecord")
def main() -> None:
    """From news articles and their coding to briefings that can be checked line by line.

    Start with `onrecord list`. A command finds seeds/ and notebooks/ in this folder or above it.
    """


@main.command()
@click.argument("folder", type=FILE, metavar="DIR")
@click.option("--example", is_flag=True, help="With an invented article and its coding. E.g. --example")
@click.option(
    "--ci",
    type=click.Choice(CI),
    default=CI[0],
    show_default=True,
    help="Whose pipeline builds the briefings. E.g. --ci gitlab",
)
def init(folder: Path, example: bool, ci: str) -> None:
    """Make a project in DIR: seeds/, notebooks/, reports/, and what it needs for conda, git, pre-commit and CI.

    \b
    Examples:
      onrecord init desk
      onrecord init . --example
    """
    from onrecord.starting.starting import start

    say(*start(folder, example=example, ci=ci))


@main.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
def update(names: tuple[str, ...]) -> None:
    """Bring the notebooks of this version into notebooks/, or those of each NAME alone.

    A notebook that was changed or taken away here is left so, and that is said; to have run it is no change.

    \b
    Examples:
      onrecord update
      onrecord update timeline
    """
    from onrecord.coding.cases import seeds_or_new
    from onrecord.starting.updating import update as bring

    say(*bring(seeds_or_new().parent, names))


@main.command("list")
def list_() -> None:
    """Cases, briefings, and the parameters and choices of each.

    \b
    Example:
      onrecord list
    """
    from onrecord.briefing.listing import listing

    say(*listing())


@main.command()
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@in_a_format
def check(cases: tuple[str, ...], style: str) -> None:
    """Check the coding of each CASE; of all with the notebooks; and the house's style.

    Exit code 2 on any error; warnings print in the annex and stop nothing.

    \b
    Examples:
      onrecord check
      onrecord check belarus-troops-2023 --format json
    """
    from onrecord.briefing.home import find_notebooks
    from onrecord.briefing.notebook_checks import notebook_problems
    from onrecord.coding.cases import case_folders, checked, problems_of
    from onrecord.house.style import wrong_style
    from onrecord.problem_report import report

    problems = [*wrong_style(), *problems_of(checked(case_folders(cases)))]
    problems += [] if cases else notebook_problems(find_notebooks())
    if style == "github":
        click.echo(report(problems, style))  # commands that are meant to be obeyed
    else:
        say(*report(problems, style).split("\n"))
    if any(one.level == "error" for one in problems):
        sys.exit(2)


@main.command()
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@click.option(
    "--briefing",
    "names",
    multiple=True,
    metavar="NAME",
    help="Only this one; may be given again. E.g. --briefing timeline",
)
@click.option(
    "-p",
    "--parameter",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    help="Set a parameter; several actors or issues by commas. E.g. -p actor=blr,ukr",
)
@click.option(
    "--to", "formats", default=all_names(), show_default=True, metavar="FORMATS", help="What to make. E.g. --to pdf"
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes at a time; default: one a core. E.g. --jobs 1"
)
@click.option(
    "--out", type=FILE, metavar="DIR", help="Where to write; default: reports/ beside notebooks/. E.g. --out /tmp/shelf"
)
@click.option("--fresh", is_flag=True, help="Make all anew, also what stands as it would be made. E.g. --fresh")
@click.option("--watch", is_flag=True, help="Go on, and build what each save touches, until Ctrl-C. E.g. --watch")
def build(cases: tuple[str, ...], watch: bool, **options: Any) -> None:
    """Build the briefings of each CASE, or of all.

    What stands on the shelf as it would be made again is left alone. Exit code 1 where a notebook fails; the other
    briefings are built all the same.

    \b
    Examples:
      onrecord build
      onrecord build belarus-troops-2023 --briefing actor -p actor=blr
      onrecord build --to pdf -p marking=RESTRICTED --out /tmp/shelf
      onrecord build belarus-troops-2023 --watch
    """
    if watch:
        from onrecord.briefing.watching import build_on_saves

        return build_on_saves(cases, **options)
    from onrecord.briefing.keeping import build as build_briefings

    sys.exit(build_briefings(cases, **options))


@main.command()
@click.argument("reports", required=False, type=FILE)
@in_a_format
def gate(reports: Path | None, style: str) -> None:
    """Read what was built in REPORTS (default: reports/) again, and refuse what must not be published.

    Every sentence traced, links, text alternatives, words of likelihood, scripts, paths, keys and hosts of the machine,
    PDF/UA-1 and PDF/A-2a, page and PDF of the same words, files as they were built; and what onrecord.yml asks for.
    Exit code 2 where anything is refused.

    \b
    Examples:
      onrecord gate
      onrecord gate /tmp/shelf --format github
    """
    from onrecord.briefing.home import find_notebooks, home_of
    from onrecord.gate.gating import gate as refused_by
    from onrecord.problem_report import report

    problems = refused_by(reports or home_of(find_notebooks()) / "reports")
    if style == "github":
        click.echo(report(problems, style))  # commands that are meant to be obeyed
    else:
        say(*report(problems, style).split("\n"))
    if problems:
        sys.exit(2)


@main.command()
@click.argument("file", type=FILE)
@click.option(
    "--case",
    "case_id",
    required=True,
    metavar="ID",
    help="The new folder's name in seeds/. E.g. --case grain-deal-2023",
)
@click.option(
    "--headline",
    default="",
    metavar="TEXT",
    help="The article's headline, as in FILE. E.g. --headline 'Grain deal holds'",
)
@click.option(
    "--standfirst",
    default="",
    metavar="TEXT",
    help="Its summary line, as in FILE. E.g. --standfirst 'Ships leave Odesa.'",
)
@click.option("--publisher", default="", metavar="NAME", help="Who published it. E.g. --publisher Reuters")
@click.option("--published", metavar="DATE", help="When, if known. E.g. --published 2023-01-06")
@click.option("--url", metavar="URL", help="Where, if known. E.g. --url https://example.org/story")
@click.option(
    "--language", default="en", show_default=True, metavar="CODE", help="The article's language. E.g. --language en-GB"
)
@click.option("--coder", default="", metavar="NAME", help="Who will code it. E.g. --coder 'A. Analyst'")
def new(file: Path, published: str | None, **facts: Any) -> None:
    """Make a case from the article in FILE, ready to be coded. FILE is text, .docx, .odt, .rtf, .pdf, .html, …

    \b
    Example:
      onrecord new story.txt --case grain-deal-2023 --headline "Grain deal holds" --publisher Reuters
    """
    from onrecord.coding.cases import seeds_or_new
    from onrecord.drafting.case.undrafted import undrafted_case

    created = undrafted_case(file, facts.pop("case_id"), seeds=seeds_or_new(), published=_date(published), **facts)
    for sentence in created.said:
        say(sentence, err=True)
    say(f"made {created.folder}; code it, then: onrecord check {created.folder.name}")


@main.command()
@click.argument("case")
@click.argument("file", type=FILE)
@click.option("--drop", is_flag=True, help="Delete the rows whose words are gone, and what refers to them. E.g. --drop")
def reanchor(case: str, file: Path, drop: bool) -> None:
    """Move the coding of CASE to an edited text, FILE.

    Words that cannot be found again are listed, and then nothing is written.

    \b
    Example:
      onrecord reanchor belarus-troops-2023 corrected.txt
    """
    from onrecord.coding.case import find_case
    from onrecord.coding.changing.reanchoring import reanchor as move

    done = move(find_case(case), file, drop=drop)
    for line in (*done.said, *done.lost):
        say(line, err=True)
    if not done.written:
        say(f"nothing was written: {len(done.lost)} spans are lost; mend the text, or --drop their rows", err=True)
        sys.exit(2)
    say(f"spans found again: {done.moved}; rows removed: {len(done.removed)}")


@main.command()
@click.argument("case")
@click.option("--by", required=True, metavar="NAME", help="Who has reviewed it. E.g. --by 'A. Analyst'")
@click.option("--on", metavar="DATE", help="When; default: today. E.g. --on 2023-01-09")
@click.option("--unread", is_flag=True, help="Sign rows too that nobody opened; every page says so. E.g. --unread")
def sign(case: str, by: str, on: str | None, unread: bool) -> None:
    """Sign off the coding of CASE as it stands.

    The briefings then no longer say that no person has reviewed it; a later edit brings that back. Refused while rows
    by a program or an AI stand in it that no person ever opened; with --unread the briefings say how many.

    \b
    Examples:
      onrecord sign belarus-troops-2023 --by "A. Analyst"
      onrecord sign belarus-troops-2023 --by "A. Analyst" --unread
    """
    from onrecord.coding.case import find_case
    from onrecord.coding.changing.signing import sign_off

    signed = sign_off(find_case(case), by, _date(on) or datetime.date.today(), unread=unread)
    note = f", {signed.unread} rows of it unread" if signed.unread else ""
    say(f"signed by {by}: coding {signed.sha256[:12]}{note}")


@main.command()
@click.argument("file", type=FILE)
@click.option(
    "--case",
    "case_id",
    metavar="ID",
    help="The folder's name in seeds/; default: headline and date. E.g. --case dam-2023",
)
@click.option("--publisher", default="", metavar="NAME", help="Who published it. E.g. --publisher Reuters")
@click.option("--published", metavar="DATE", help="When; default: as FILE says. E.g. --published 2023-01-06")
@click.option("--url", metavar="URL", help="Where, if known. E.g. --url https://example.org/story")
@click.option(
    "--again", is_flag=True, help="Draft the untouched rows of the case anew; a person's rows stay. E.g. --again"
)
def draft(file: Path, published: str | None, **facts: Any) -> None:
    """Make a case from the article in FILE, with a draft of its coding.

    FILE is .txt (headline first), .md, .html, .docx, .odt, .rtf, .pdf, .eml, .mhtml, or - for the standard input; what
    is left out of it is said. Drafting knows English only. No person has reviewed a draft, and every page of its
    briefings says so. Events, relations and tensions are never drafted.

    \b
    Examples:
      onrecord draft story.html
      onrecord draft story.txt --case dam-2023 --publisher Reuters --published 2023-06-06
      onrecord draft seeds/dam-2023/article.txt --case dam-2023 --again
    """
    from onrecord.coding.cases import seeds_or_new
    from onrecord.drafting.case.draft import NEVER, draft_case

    drafted = draft_case(file, seeds=seeds_or_new(), published=_date(published), **facts)
    for sentence in drafted.said:
        say(sentence, err=True)
    named = ((number, name.removesuffix("s") if number == 1 else name) for name, number in drafted.counts.items())
    counts = ", ".join(f"{number} {name}" for number, name in named)
    say(f"drafted {drafted.folder}: {counts}; review it, then: onrecord build {drafted.folder.name}")
    say(NEVER)


@main.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
def attribute(files: tuple[Path, ...]) -> None:
    """Print who says what in each FILE, a JSON object a line.

    Spans are [start, end] in code points of the text. FILE is of the formats that draft reads; for all but .txt the
    text is the article in it, and what is left out is said.

    \b
    Example:
      onrecord attribute story.txt other.txt > attributions.jsonl
    """
    from onrecord.drafting.case.attributing import attribution_lines

    for line in attribution_lines(files, tell=lambda sentence: say(sentence, err=True)):
        say(line)


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date; write it as 2023-01-06") from None


@main.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--out", type=FILE, metavar="FILE", help="Write every difference as a CSV to settle. E.g. --out diff.csv")
def agree(a: str, b: str, out: Path | None) -> None:
    """Compare two codings of one article, A and B.

    Each is a case, or CASE@draft for the draft that a reviewed case came from. Prints the rows that both found (F1)
    and Krippendorff's alpha of every field that differs. `onrecord build A --briefing agreement -p other=B` makes a
    document of it.

    \b
    Examples:
      onrecord agree grain-deal-2023 grain-deal-2023@draft
      onrecord agree mine yours --out differences.csv
    """
    from onrecord.coding.changing.opening import open_coding
    from onrecord.coding.changing.settling import write_disagreements
    from onrecord.measures.agreement.alignment import Alignment
    from onrecord.measures.agreement.disagreements import disagreements
    from onrecord.tables.agreement_text import agreement_text

    alignment = Alignment(open_coding(a), open_coding(b))
    say(*agreement_text(alignment).split("\n"))
    if out:
        count = write_disagreements(disagreements(alignment), out)
        say(f"{count} lines to settle in {out}: write a or b into the column take")


@main.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.argument("settled", type=FILE)
@click.option(
    "--case", "case_id", required=True, metavar="ID", help="The new case in seeds/. E.g. --case grain-deal-both"
)
@click.option("--by", required=True, metavar="NAME", help="Who settled the differences. E.g. --by 'A. Analyst'")
def adjudicate(a: str, b: str, settled: Path, case_id: str, by: str) -> None:
    """Make one coding of two, A and B, with the differences settled in the file SETTLED.

    SETTLED is what `onrecord agree A B --out` wrote, with a or b in every line of its column take. The new case's rows
    are marked adjudicated.

    \b
    Example:
      onrecord adjudicate mine yours differences.csv --case ours --by 'A. Analyst'
    """
    from onrecord.coding.cases import seeds_folder
    from onrecord.coding.changing.adjudicating import adjudicate as merge
    from onrecord.coding.changing.opening import open_coding
    from onrecord.coding.changing.settling import settled_lines
    from onrecord.measures.agreement.alignment import Alignment
    from onrecord.measures.agreement.disagreements import disagreements

    alignment = Alignment(open_coding(a), open_coding(b))
    lines = settled_lines(disagreements(alignment), settled)
    say(f"made {merge(alignment, lines, case_id, by, seeds=seeds_folder())}")


@main.command(context_settings={"ignore_unknown_options": True})  # -2 is a word, not an option
@click.argument("word", required=False)
@click.pass_context
def codebook(context: click.Context, word: str | None) -> None:
    """Print what WORD means in the codebook: a rule, a table, a column, a value; without WORD, its contents.

    \b
    Examples:
      onrecord codebook
      onrecord codebook S9
      onrecord codebook statements.certainty
    """
    from onrecord.coding.codebook.terminal import contents, meaning

    width = context.make_formatter().width
    say(*(meaning(word, width) if word else contents(width)).split("\n"))
