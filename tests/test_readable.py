"""The tables for readers: every demand has its row, its words, its answer, and links to the proof."""

import re

import river_talks

from demandeur import evidence, readable
from demandeur.analysis import Analysis
from demandeur.article import Article


def cells(page: str) -> list[list[str]]:
    rows = re.findall(r'<tr role="row" id=.*?</tr>', page)
    return [[re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", row)] for row in rows]


def test_each_demand_has_a_row_with_its_answer():
    assert cells(readable.demands_table(river_talks.analysis())._repr_html_()) == [
        ["D1 in the text", "Oda Renn", "open the sluices before the harvest request", "Karstania", "unanswered"],
        [
            "D2 in the text",
            "Oda Renn",
            "release the four detained pilots request",
            "Karstania",
            "rejected: Ilan Brodt rejects",
        ],
        ["D3 in the text", "Ilan Brodt", "pay what it owes demand", "Velgia", "unanswered"],
        [
            "D4 in the text",
            "River Commission",
            "share their gauge readings request",
            "Karstania and Velgia",
            "conditional: Velgia accepts; Karstania accepts on a condition",
        ],
        ["D5 in the text", "fishermen of Ambry", "a winter without mines appeal", "nobody named", "unanswered"],
    ]


def test_every_link_of_the_table_leads_to_a_place_in_the_text():
    analysis = river_talks.analysis()
    text = evidence.full_text(analysis)._repr_html_()
    targets = re.findall(r'href="#([^"]+)"', readable.demands_table(analysis)._repr_html_())
    assert len(targets) == 8
    assert [target for target in targets if f'id="{target}"' not in text] == []


def test_hostile_values_come_out_as_text():
    demand = {"demand_id": 'D1"><script>', "content": "<b>x</b>", "issuer_text": "<i>", "status": "unanswered"}
    analysis = Analysis.from_record(Article.from_text("x"), {"demands": [demand]})
    page = readable.demands_table(analysis)._repr_html_()
    assert "<script" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_empty_tables_say_so():
    analysis = river_talks.empty()
    assert readable.demands_table(analysis).text.startswith("No demand was found")
    assert readable.actors_table(analysis).text == "No actor was found in this article."
    assert readable.statements_table(analysis).text == "No statement was found in this article."


def test_a_missing_value_is_a_dash_and_a_list_is_a_row_of_words():
    actor = {"actor_id": "a", "name": "Ada Sol", "kind": "person", "aliases": ["Sol", "the envoy"], "n_mentions": 2}
    page = readable.actors_table(Analysis.from_record(Article.from_text("x"), {"actors": [actor]}))._repr_html_()
    assert re.findall(r"<div>(.*?)</div>", page) == ["Ada Sol", "person", "–", "–", "Sol, the envoy", "2"]
