"""The network as networkx, and so Gephi and visone, read it back: every attribute, typed, and every edge by itself."""

import networkx as nx
import pytest

from demandeur.analysis import Analysis
from demandeur.article import Article
from demandeur.export import joined_network, network, write_gexf, write_graphml

TEXT = "Oda Renn urged Karstania to open the sluices by Friday, if it can. She urged it again."

NODE = {
    "label": "Oda Renn",
    "actor_id": "oda",
    "name": "Oda Renn",
    "kind": "person",
    "country": "VEL",
    "sector": "GOV",
    "role": "envoy",
    "aliases": "Renn; Ms. Renn",
    "wikidata": "Q7",
    "n_mentions": 3,
}
EDGE = {
    "label": "D1",
    "demand_id": "D1",
    "act_id": "A1",
    "act": "REQUEST",
    "trigger": "urged",
    "trigger_start": 9,
    "trigger_end": 14,
    "issuers": "oda",
    "issuer_text": "Oda Renn",
    "addressees": "karstania",
    "addressee_text": "Karstania",
    "content": "open the sluices",
    "content_start": 28,
    "content_end": 44,
    "issue": "water",
    "mode": "yield",
    "strength": 2,
    "negated": False,
    "realis": "done",
    "condition": "if it can",
    "condition_start": 56,
    "condition_end": 65,
    "deadline": "by Friday",
    "reported_by": "union",
    "statement_id": "S1",
    "evidence_start": 0,
    "evidence_end": 54,
    "plover": "REQUEST-yield",
    "cameo": "0251",
    "confidence": 1.0,
    "rule": "act.to-infinitive",
    "answers": "A2; A3",
    "status": "conditional",
}
WITH_ITS_ARTICLE = {"article": "sluices", "date": "2031-05-12", "evidence": TEXT[:54]}
LISTS = ("issuers", "addressees", "answers")


def as_row(attributes):
    row = {name: value.split("; ") if name in (*LISTS, "aliases") else value for name, value in attributes.items()}
    return {name: value for name, value in row.items() if name != "label"}


def analysis(article_id="sluices", **changes):
    state = {"actor_id": "karstania", "name": "Karstania", "kind": "state", "country": "KAR", "n_mentions": 1}
    first = as_row(EDGE)
    again = first | {"demand_id": "D2", "act_id": "A4", "answers": [], "status": "unanswered"}
    record = {"actors": [as_row(NODE) | changes, state], "demands": [first, again]}
    return Analysis.from_record(Article(article_id, TEXT, date="2031-05-12"), record)


def read_graphml(path):
    return nx.read_graphml(path, force_multigraph=True)


FORMS = pytest.mark.parametrize(("write", "read"), [(write_graphml, read_graphml), (write_gexf, nx.read_gexf)])
LEVELS = pytest.mark.parametrize("level", ["actor", "country"])


@FORMS
def test_every_attribute_of_a_node_comes_back_with_its_type(tmp_path, write, read):
    node = dict(read(write(network(analysis()), tmp_path / "n")).nodes["oda"])
    assert node == NODE
    assert {name: type(value) for name, value in node.items()} == {name: type(value) for name, value in NODE.items()}


@FORMS
@LEVELS
def test_every_attribute_of_an_edge_comes_back_with_its_type(tmp_path, write, read, level):
    graph = read(write(joined_network([analysis()], level), tmp_path / "n"))
    [edge] = [dict(data) for _, _, data in graph.edges(data=True) if data["demand_id"] == "D1"]
    edge.pop("id", None)  # GEXF's number of the edge
    expected = EDGE | WITH_ITS_ARTICLE
    assert edge == expected
    assert {name: type(value) for name, value in edge.items()} == {
        name: type(value) for name, value in expected.items()
    }


@FORMS
@LEVELS
def test_parallel_edges_stay_apart(tmp_path, write, read, level):
    graph = read(write(joined_network([analysis("a"), analysis("b"), analysis("b")], level), tmp_path / "n"))
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert graph.number_of_edges("oda", "karstania") == 6
    found = sorted((data["article"], data["label"]) for _, _, data in graph.edges(data=True))
    assert found == [("a", "D1"), ("a", "D2"), ("b", "D1"), ("b", "D1"), ("b", "D2"), ("b", "D2")]


def test_an_actor_of_several_articles_is_one_node():
    graph = joined_network([analysis(role=None), analysis("b", aliases=["Renn", "the envoy"])])
    node = graph.nodes["oda"]
    assert sorted(graph) == ["karstania", "oda"]
    assert (node["n_mentions"], node["aliases"], node["role"]) == (6, ["Renn", "Ms. Renn", "the envoy"], "envoy")


def test_actors_that_only_share_an_id_stay_apart():
    graph = joined_network([analysis(), analysis("b", name="Oda")])
    assert sorted(graph) == ["karstania", "oda", "oda (2)"]
    assert graph.number_of_edges("oda (2)", "karstania") == 2


def test_joining_leaves_the_analyses_as_they_are():
    one = analysis()
    before = one.record()
    joined_network([one, one])
    assert one.record() == before


@FORMS
def test_no_demand_in_any_article_is_an_empty_network(tmp_path, write, read):
    empty = Analysis.from_record(Article("a", "Nobody spoke."), {})
    assert len(read(write(joined_network([empty]), tmp_path / "n"))) == 0
