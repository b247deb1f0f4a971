"""Command: ``demandeur``, the command line."""

import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from demandeur.article import InputError
from demandeur.runs import BAD_INPUT, FAILED, INTERRUPTED, WELL, Run, complain, json_line, write_lines

if TYPE_CHECKING:
    from demandeur.report import Outcome

# What takes seconds to import (spaCy, pandas, papermill) is imported inside the commands, so that --help is quick.

FORMS = ("plover", "dna", "graphml", "gexf")
KINDS = ("quotes", "demands", "acts", "pairs", "ledger", "coding")
STANCE = "stance"
ATTITUDES = ("targets", "directed")

_INPUTS = """
\b
An INPUT is
  a text file        .txt, and any other ending that is not named here
  a Markdown file    .md .markdown, with YAML front matter or without
  a saved web page   .html .htm
  a file of rows     .jsonl .ndjson .csv .parquet: one article a row
  one of its rows    rows.jsonl#ID
  a folder           of such files, with the folders below it
  an address         http://… or https://…
  -                  standard input: a text, or JSON lines if it begins with {

Rows need the field text. The fields id, title, date, source, speaker (the text is that actor's own words) and issues
(name → list of keywords; in CSV as JSON) are used when they are there.
"""

_SOME_REFUSED = "an input, an option or the output folder was refused; the other inputs were done"
_EXITS = """
\b
Exit status
  0    all went well
  1    {failed}
  2    {refused}
  130  interrupted with Ctrl-C
"""


class _Program(click.Group):
    """Ends with one sentence and its exit status where click would show a traceback."""

    def invoke(self, ctx: click.Context) -> None:
        """Run the command, and exit with the status that it returns."""
        try:
            status = super().invoke(ctx)
        except InputError as error:
            complain(str(error))
            status = BAD_INPUT
        except KeyboardInterrupt:
            complain("Interrupted: what is written so far is whole, the rest was not begun or is left out.")
            status = INTERRUPTED
        ctx.exit(status)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="demandeur", message="%(package)s %(version)s")
def main() -> None:
    """Show who demands what of whom in news about negotiations, what the answer was, and where each actor stands.

    \b
    Examples
      demandeur report talks.txt                   a report to read: reports/talks/report.html
      demandeur report talks.txt -p level=country  the same for countries instead of actors
      demandeur extract talks.txt                  the tables as one line of JSON
      demandeur extract news/ > news.out.jsonl     a folder of articles, one line for each
      demandeur export --to dna -o n.dna news/     the same for Discourse Network Analyzer
      demandeur evaluate demands data/gold         how well our gold articles are read

    Nothing leaves this machine but the request for an address that you give as an input. Texts must be English.
    """  # noqa: D301


@main.command(
    epilog=_INPUTS
    + _EXITS.format(failed="a notebook failed, or something that is a fault of the program", refused=_SOME_REFUSED)
)
@click.argument("articles", nargs=-1, required=True, metavar="INPUT…")
@click.option("--out", default="reports", show_default=True, help="Folder for the reports; it is made if missing.")
@click.option(
    "-p", "parameters", multiple=True, metavar="NAME=VALUE", help="Set a parameter of the notebooks; may be repeated."
)
def report(articles: tuple[str, ...], out: str, parameters: tuple[str, ...]) -> int:
    """Run the notebooks over each article and write a report that people read in a browser.

    For each article there is a folder OUT/ARTICLE: report.html (one file that works offline), the executed notebooks,
    the tables as CSV and Parquet, the pictures as SVG and PNG, the network as GraphML and GEXF, events for PLOVER, a
    file for Discourse Network Analyzer, and analysis.jsonl.
    OUT/index.html leads to all of them. If a notebook fails, its executed copy is kept, to see why.

    \b
    Examples
      demandeur report talks.txt interview.md --out out
      demandeur report rows.jsonl#un-17 -p level=country
      demandeur report https://news.example/talks
    """  # noqa: D301
    given = dict(_name_and_value(parameter) for parameter in parameters)
    from demandeur.files import check_folder
    from demandeur.readers import read_articles
    from demandeur.report import write_reports

    check_folder(Path(out))
    outcomes = write_reports(read_articles(articles), Path(out), given, sys.stderr.isatty())
    for outcome in outcomes:
        _tell(outcome)
    index = Path(out) / "index.html"
    if index.exists():
        click.echo(click.format_filename(index))
    kinds = {outcome.kind for outcome in outcomes}
    return FAILED if "failed" in kinds else BAD_INPUT if "bad-input" in kinds else WELL


def _name_and_value(parameter: str) -> tuple[str, str]:
    name, sign, value = parameter.partition("=")
    if not sign or not name.strip():
        raise InputError(f"-p {parameter}: a parameter is written NAME=VALUE, such as -p level=country.")
    return name.strip(), value


def _tell(outcome: "Outcome") -> None:
    if outcome.error is not None:
        complain(outcome.error)
    elif outcome.folder is not None:
        page = click.format_filename(outcome.folder / "report.html")
        click.echo(f"{page} (up to date)" if outcome.up_to_date else page)


_model = click.option("--model", metavar="NAME", help="spaCy model, a package or a folder; else the small English one.")
_actors = click.option(
    "--actors", metavar="FILE", default="", help="TOML file of actors you know; they win over every guess."
)


@main.command(
    epilog=_INPUTS
    + _EXITS.format(failed="an article could not be analysed, through a fault of the program", refused=_SOME_REFUSED)
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="Output format."
)
@_model
@_actors
def extract(inputs: tuple[str, ...], form: str, model: str | None, actors: str) -> int:
    """Write the tables of each article to standard output, one JSON object a line, as soon as each is done.

    A line holds the article's id (unchanged), title, date, source and sha256, and the tables actors, mentions,
    statements, acts, demands, stances, sentiment and attitudes. Offsets count code points of the article's text.
    What can't be read is told on standard error, one sentence for each, and the rest goes on.

    \b
    Examples
      demandeur extract rows.jsonl > out.jsonl
      demandeur extract news/ interview.md https://news.example/talks
      cat talks.txt | demandeur extract -
    """  # noqa: D301
    from demandeur.analysis import analyse
    from demandeur.export import to_jsonl
    from demandeur.language import load_model
    from demandeur.parameters import read_actors
    from demandeur.readers import read_articles

    load_model(model)  # a missing model or actor file is told before the first article is read
    reading = partial(analyse, model=model, actors=read_actors(actors))
    make = partial(json_line, reading=reading, to_lines=to_jsonl)
    return write_lines(read_articles(inputs), make, sys.stdout.buffer)


@main.command(
    "export",
    epilog=_INPUTS
    + _EXITS.format(failed="an article could not be analysed, through a fault of the program", refused=_SOME_REFUSED),
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option("--to", "form", type=click.Choice(FORMS), required=True, help="The form; see above.")
@click.option("-o", "--out", default="-", metavar="FILE", help="File to write; PLOVER goes to standard output without.")
@click.option("--level", type=click.Choice(["actor", "country"]), default="actor", show_default=True)
@_model
@_actors
def export_command(inputs: tuple[str, ...], form: str, out: str, level: str, model: str | None, actors: str) -> int:
    """Write what the articles report in the form of another program, all articles in one file.

    \b
    --to plover   events as JSON lines, with the fields of the PLOVER codebook: one line an act
    --to dna      a file that Discourse Network Analyzer 3 opens (coder Admin, password demandeur): one document an
                  article, one statement an act and issuer. A file that is there already is never written over.
    --to graphml  the network of demands, an edge a demand, for Gephi, visone, igraph, networkx
    --to gexf     the same for Gephi

    \b
    Examples
      demandeur export --to plover news/ > events.jsonl
      demandeur export --to dna -o talks.dna news/
      demandeur export --to gexf --level country -o talks.gexf talks.txt
    """  # noqa: D301
    from demandeur.analysis import analyse
    from demandeur.exporting import check_target, read_at_level, write_export
    from demandeur.language import load_model
    from demandeur.parameters import read_actors
    from demandeur.plover import to_plover
    from demandeur.readers import read_articles

    target = check_target(form, out)
    load_model(model)
    reading = partial(read_at_level, level=level, reading=partial(analyse, model=model, actors=read_actors(actors)))
    if target is None:
        make = partial(json_line, reading=reading, to_lines=to_plover)
        return write_lines(read_articles(inputs), make, sys.stdout.buffer)
    run = Run()
    if write_export(form, run.results(read_articles(inputs), reading), target):
        click.echo(click.format_filename(target))
    else:
        complain(f"{click.format_filename(target)}: not written, for no article could be read.")
    return run.status


@main.command(
    epilog=_EXITS.format(
        failed="an article could not be analysed, and counts as one in which nothing was found",
        refused="the gold, an option or the model was refused",
    )
)
@click.argument("kind", type=click.Choice((*KINDS, STANCE, *ATTITUDES)), metavar="KIND")
@click.argument("gold", metavar="GOLD")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object instead of lines to read.")
@click.option("--articles", metavar="INPUT", help="For a ledger of corrected lines of extract: what extract had read.")
@_model
def evaluate(kind: str, gold: str, as_json: bool, articles: str | None, model: str | None) -> int:
    """Read the articles of a gold and write how well that went, with 95 % intervals.

    \b
    KIND quotes   who says what. GOLD is a file of JSON lines, each with id, text and attributions, which have
                  source, cue, content (lists of [start, end]), type (direct, mixed or indirect) and, where it is
                  known, speaker {canonical}: PolNeAR's and GUM's fields.
    KIND demands  who demands what of whom. GOLD is a gold ledger as in data/gold, or a folder of them; the articles
                  lie in the folder articles beside that folder.
    KIND acts     which act a sentence reports, by whom, toward whom. GOLD is a file of JSON lines, each with text, act
                  (a PLOVER label, or one of ours), issuer and addressee (lists of names) and, if you have them,
                  trigger (its words), issuer_code and addressee_code (country codes).
    KIND pairs    which act it is, both sides being given. GOLD as for acts.
    KIND ledger   all acts of whole articles, and the answers. GOLD is a file of JSON lines, each with text and acts,
                  which have act, issuer, addressee, evidence_span, content_span and, if you like, answer and optional;
                  or what demandeur extract wrote and you corrected, with --articles; or gold as in data/gold.
    KIND stance   where actors stand on issues. GOLD is a file of JSON lines, each with text, issues (name → keywords)
                  and stances, which have actor (a list of names), issue and stance (support, oppose, conditional,
                  mixed or unclear); or gold as in data/gold.
    KIND coding   what people coded in Discourse Network Analyzer 2 or 3: actor, concept, agreement. GOLD is their .dna
                  file.
    KIND targets  how a sentence treats one who is marked in it, judged by the attitude model. GOLD is a file of JSON
                  lines, each with text, start, end and label (negative, neutral or positive): NewsMTSC's fields.
    KIND directed how one of two who are marked treats the other, by the same model. GOLD is a file of JSON lines,
                  each with text, in which [ ] mark both, and label: 0 not at all, 1 the first is positive to the
                  second, 2 the second to the first, 3 the first is negative to the second, 4 the second to the first.

    data/README.md, under "Gold of your own", explains every field, and how each score is counted.

    \b
    Examples
      demandeur evaluate demands data/gold
      demandeur evaluate ledger corrected.jsonl --articles news.jsonl
      demandeur evaluate coding talks.dna
      demandeur evaluate quotes attributions.jsonl --json > scores.json
      demandeur evaluate targets sentences.jsonl
    """  # noqa: D301
    progress = sys.stderr.isatty()
    if kind == STANCE:
        from demandeur.evaluation.stances import measure_stances

        measured = measure_stances(gold, model=model, progress=progress)
    elif kind in ATTITUDES:
        from demandeur.evaluation.attitudes import measure_attitudes

        measured = measure_attitudes(kind, gold, progress=progress)
    else:
        from demandeur.evaluation.measuring import measure

        measured = measure(kind, gold, articles=articles, model=model, progress=progress)
    for failure in measured.failures:
        complain(failure)
    click.echo(json.dumps(measured.as_data(), ensure_ascii=False) if as_json else measured.as_text())
    return FAILED if measured.failures else WELL
