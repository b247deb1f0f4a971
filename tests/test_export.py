import csv
import io
import json
import os
import subprocess
import sys

import networkx as nx
import pyarrow.parquet as pq
import pytest

from demandeur.analysis import Analysis
from demandeur.article import Article
from demandeur.export import NOBODY, SOMEBODY, network, to_jsonl, write_network, write_tables
from demandeur.tables import ACTORS, DEMANDS, TABLES

TEXT = "Velgia and the union urged Karstania to open the sluices. =2+3 {x} <b>“No”</b>"
ODD = "=cmd|'/c x'!A1 \"q\" <b>&\r\n\x0b\ud83d\u2028{x}"


def demand(number, issuers, addressees, **more):
    row = {"demand_id": f"D{number}", "act_id": f"A{number}", "act": "REQUEST", "strength": 2, "status": "unanswered"}
    return (
        row | {"issuers": issuers, "addressees": addressees, "content": "open the sluices", "confidence": 0.75} | more
    )


@pytest.fixture(scope="module")
def analysis():
    actors = [
        {"actor_id": "oda-renn", "name": "Oda Renn", "kind": "person", "country": "VEL", "n_mentions": 3},
        {
            "actor_id": "velgia",
            "name": "Velgia",
            "kind": "state",
            "country": "VEL",
            "aliases": ["a", "b"],
            "n_mentions": 2,
        },
        {
            "actor_id": "karstania",
            "name": "Karstania",
            "kind": "state",
            "country": "KAR",
            "wikidata": "Q1",
            "n_mentions": 1,
        },
        {"actor_id": "union", "name": ODD, "kind": "group", "n_mentions": 1},
    ]
    demands = [
        demand(
            1, ["velgia", "oda-renn", "union"], ["karstania"], negated=False, answers=["A4", "A5"], status="rejected"
        ),
        demand(2, ["karstania"], [], content=ODD, content_start=None, deadline="-3 days"),
        demand(3, [], ["velgia", "union"], strength=-5, confidence=None),
        demand(4, ["velgia"], ["oda-renn"]),
    ]
    statements = [
        {"statement_id": "S1", "speaker": "velgia", "spans": [[12, 30], [40, 60]], "polarity": -0.5, "text": "+1"}
    ]
    record = {"actors": actors, "demands": demands, "statements": statements}
    return Analysis.from_record(Article(id=7, text=TEXT, title=ODD), record)


def edges(graph):
    return sorted((issuer, addressee, data["demand_id"]) for issuer, addressee, data in graph.edges(data=True))


def test_a_json_line_is_one_line_and_gives_the_record_back(analysis):
    line = to_jsonl(analysis)
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8")) == analysis.record()
    assert json.loads(line)["article"]["id"] == 7
    assert "“No”" in to_jsonl(Analysis.from_record(Article("a", TEXT, title="“No”"), {}))


def test_every_table_is_written_twice_and_nothing_else(analysis, tmp_path):
    paths = write_tables(analysis, tmp_path)
    assert sorted(paths) == sorted(tmp_path.iterdir())
    assert {path.name for path in paths} == {f"{name}.{ending}" for name in TABLES for ending in ("csv", "parquet")}


def read_csv(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def test_csv_has_the_columns_in_order_also_of_an_empty_table(analysis, tmp_path):
    write_tables(analysis, tmp_path)
    for name, columns in TABLES.items():
        header = (tmp_path / f"{name}.csv").read_text(encoding="utf-8").partition("\n")[0]
        assert header == ",".join(column.name for column in columns)
    assert read_csv(tmp_path / "acts.csv") == []


def test_csv_joins_lists_and_spans_and_leaves_missing_values_empty(analysis, tmp_path):
    write_tables(analysis, tmp_path)
    assert read_csv(tmp_path / "statements.csv")[0]["spans"] == "12-30; 40-60"
    first, second, third, _ = read_csv(tmp_path / "demands.csv")
    assert (first["issuers"], first["answers"], first["negated"]) == ("velgia; oda-renn; union", "A4; A5", "False")
    assert (second["addressees"], second["content_start"], third["confidence"]) == ("", "", "")


def test_in_csv_no_text_is_a_formula_and_numbers_stay_numbers(analysis, tmp_path):
    write_tables(analysis, tmp_path)
    _, second, third, _ = read_csv(tmp_path / "demands.csv")
    assert second["content"] == "'" + ODD.replace("\ud83d", "\ufffd")
    assert second["deadline"] == "'-3 days"
    assert third["strength"] == "-5"
    statement = read_csv(tmp_path / "statements.csv")[0]
    assert (statement["text"], statement["polarity"]) == ("'+1", "-0.5")


def test_parquet_gives_the_rows_back_with_their_types(analysis, tmp_path):
    write_tables(analysis, tmp_path)
    for name in TABLES:
        rows = pq.read_table(tmp_path / f"{name}.parquet").to_pylist()
        expected = json.dumps(analysis.record()[name], ensure_ascii=False).replace("\ud83d", "\ufffd")
        assert json.dumps(rows, ensure_ascii=False) == expected
    schema = pq.read_schema(tmp_path / "acts.parquet")
    assert [str(schema.field(name).type) for name in ("issuers", "strength", "negated")] == [
        "list<element: string>",
        "int64",
        "bool",
    ]


def test_the_network_has_an_edge_per_demand_issuer_and_addressee(analysis):
    graph = network(analysis)
    assert edges(graph) == [
        (SOMEBODY, "union", "D3"),
        (SOMEBODY, "velgia", "D3"),
        ("karstania", NOBODY, "D2"),
        ("oda-renn", "karstania", "D1"),
        ("union", "karstania", "D1"),
        ("velgia", "karstania", "D1"),
        ("velgia", "oda-renn", "D4"),
    ]
    assert {"label", *(column.name for column in ACTORS)} == set(graph.nodes["velgia"]) == set(graph.nodes[NOBODY])
    edge = graph.get_edge_data("velgia", "oda-renn", "D4")
    assert {"label", *(column.name for column in DEMANDS)} == set(edge)
    assert edge["status"] == "unanswered"


def test_the_network_of_countries_joins_their_actors(analysis):
    assert edges(network(analysis, level="country")) == [
        (SOMEBODY, "union", "D3"),
        (SOMEBODY, "velgia", "D3"),
        ("karstania", NOBODY, "D2"),
        ("union", "karstania", "D1"),
        ("velgia", "karstania", "D1"),
        ("velgia", "velgia", "D4"),
    ]


def test_an_analysis_is_exported_at_the_level_that_it_has(analysis):
    by_country = analysis.at_level("country")
    assert edges(network(by_country)) == edges(network(analysis, level="country"))


def test_an_unknown_level_is_refused(analysis):
    with pytest.raises(ValueError, match="continent"):
        network(analysis, level="continent")


@pytest.mark.parametrize("level", ["actor", "country"])
def test_graphml_and_gexf_hold_the_whole_network(analysis, tmp_path, level):
    graphml, gexf = write_network(analysis, tmp_path, level)
    expected = network(analysis, level)
    for graph in (nx.read_graphml(graphml, force_multigraph=True), nx.read_gexf(gexf)):
        assert set(graph.nodes) == set(expected.nodes)
        assert edges(graph) == edges(expected)
        assert graph.nodes["union"]["name"] == ODD.replace("\ud83d", "\ufffd").replace("\x0b", "\ufffd")
        by_demand = {data["demand_id"]: data for _, _, data in graph.edges(data=True)}
        assert by_demand["D1"]["answers"] == "A4; A5"
        assert by_demand["D1"]["negated"] is False
        assert (by_demand["D4"]["strength"], by_demand["D4"]["confidence"]) == (2, 0.75)
        assert by_demand["D2"]["deadline"] == "-3 days"
        assert "confidence" not in by_demand["D3"]


def test_an_article_without_actors_and_demands_has_an_empty_network(tmp_path):
    paths = write_network(Analysis.from_record(Article("a", "Nobody spoke."), {}), tmp_path)
    assert [len(read(path)) for read, path in zip((nx.read_graphml, nx.read_gexf), paths, strict=True)] == [0, 0]


SCRIPT = """
import json, sys
from pathlib import Path
from unittest import mock
from demandeur.analysis import Analysis
from demandeur.article import Article
from demandeur.export import write_network, write_tables
analysis = Analysis.from_record(Article("a", "Text."), json.loads(sys.stdin.read()))
with mock.patch("time.strftime", return_value=sys.argv[2]):
    write_tables(analysis, Path(sys.argv[1]))
    write_network(analysis, Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_the_same_analysis_gives_the_same_bytes_on_any_day(analysis, tmp_path):
    record = {name: rows for name, rows in analysis.record().items() if name != "article"}
    contents = []
    for seed, day in (("1", "2031-04-05"), ("2", "2032-05-06")):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-c", SCRIPT, str(folder), day]
        subprocess.run(
            command, input=json.dumps(record), text=True, env=os.environ | {"PYTHONHASHSEED": seed}, check=True
        )
        contents.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(contents[0]) == 2 * len(TABLES) + 2
    assert contents[0] == contents[1]
