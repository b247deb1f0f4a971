"""Exports on the command line: several articles in one file, and what is refused before any work."""

import json
import sqlite3
from contextlib import closing

import networkx as nx
import pytest
import river_talks
from click.testing import CliRunner

from demandeur.analysis import Analysis
from demandeur.command import FORMS, main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two articles, in each of which the invented negotiation is found."""

    def analysed(article, model=None, actors=()):
        if "crash" in article.text:
            raise KeyError("a rule broke")
        return Analysis.from_record(article, river_talks.record())

    monkeypatch.setattr("demandeur.analysis.analyse", analysed)
    monkeypatch.setattr("demandeur.language.load_model", str)
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(river_talks.TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, ["export", *arguments])


def read(form, path):
    """Return how many demands or statements a file holds, as its user would read it."""
    if form == "plover":
        return len([line for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line)["event"]])
    if form == "dna":
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT COUNT(*) FROM STATEMENTS").fetchone()[0]
    graph = nx.read_gexf(path) if form == "gexf" else nx.read_graphml(path, force_multigraph=True)
    return graph.number_of_edges()


@pytest.mark.parametrize(("form", "count"), [("plover", 20), ("dna", 20), ("graphml", 12), ("gexf", 12)])
def test_all_articles_go_into_one_file(folder, form, count):
    result = run("--to", form, "-o", f"out/{form}", "a.txt", "b.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"out/{form}\n", "")
    assert read(form, folder / "out" / form) == count


def test_plover_goes_to_standard_output(folder):
    result = run("--to", "plover", "a.txt")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [f"a-A{n}" for n in range(1, 11)]


@pytest.mark.parametrize("form", FORMS)
def test_one_bad_article_stops_none_of_the_others(folder, form):
    (folder / "crash.txt").write_text("a crash")
    result = run("--to", form, "-o", form, "no.txt", "a.txt", "crash.txt", "b.txt")
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["no.txt", "crash"]
    assert read(form, folder / form) in (12, 20)


@pytest.mark.parametrize("form", FORMS)
def test_without_any_article_nothing_is_written(folder, form):
    result = run("--to", form, "-o", "out.x", "no.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[1] == "out.x: not written, for no article could be read."
    assert not (folder / "out.x").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--to", "dna"], "--to dna needs a file to write to; name one with -o FILE.\n"),
        (["--to", "gexf"], "--to gexf needs a file to write to; name one with -o FILE.\n"),
        (["--to", "gexf", "-o", "."], ".: this is a folder; name a file in it.\n"),
        (["--to", "gexf", "-o", "a.txt/x"], "a.txt: can't write to this output folder (a file stands in its way)"),
        (
            ["--to", "dna", "-o", "b.txt"],
            "b.txt: this file exists, and what was coded in it would be lost; name another one.\n",
        ),
    ],
)
def test_what_cannot_be_written_is_told_before_any_work(folder, arguments, sentence):
    result = run(*arguments, "a.txt")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(sentence)


def test_countries_take_the_place_of_their_actors(folder):
    run("--to", "graphml", "--level", "country", "-o", "c.graphml", "a.txt")
    graph = nx.read_graphml("c.graphml", force_multigraph=True)
    assert "oda-renn" not in graph
    assert graph.has_edge("velgia", "karstania")


def test_help_names_every_form():
    output = run("--help").output
    assert all(f"--to {form}" in output for form in FORMS)
    assert "Examples\n" in output
