"""PLOVER records: the codebook's names, the acts' places, and what is no event."""

import json

import pytest
import river_talks

from demandeur.analysis import Analysis
from demandeur.article import Article
from demandeur.lexicon import speech
from demandeur.plover import CONTEXTS, events, to_plover

FIELDS = [
    *("id", "date", "actor", "recipient", "event", "mode", "context", "auxiliary_mode", "quad_code", "event_scale"),
    *("event_text", "link", "text", "text_info", "cite_info", "demandeur"),
]
ACTOR_FIELDS = ["code", "sector", "actor_text", "identifier_id", "identifier_text", "office"]
TEXT = "The Union 🛶 and Oda Renn of Velgia urged Karstania to stop."


def one(actors=(), article=None, **changes):
    act = {
        "act_id": "A1",
        "act": "REQUEST",
        "trigger": "urged",
        "issuers": ["oda"],
        "issuer_text": "Oda Renn",
        "addressees": ["karstania"],
        "addressee_text": "Karstania",
        "negated": False,
        "realis": "done",
        "plover": "REQUEST-yield",
        "issue": "ceasefire",
        "evidence_start": 16,
        "evidence_end": len(TEXT) - 1,
    }
    article = article or Article.from_text(TEXT, id="sea", date="2031-05-12T08:00:00", source="https://n.example/sea")
    return events(Analysis.from_record(article, {"actors": list(actors), "acts": [act | changes]}))


ODA = {"actor_id": "oda", "name": "Oda Renn", "kind": "person", "country": "VEL", "sector": "GOV", "role": "envoy"}
UNION = {"actor_id": "union", "name": "The Union", "kind": "organisation", "country": "UN", "sector": "IGO"}


def test_a_record_has_the_fields_of_the_codebook():
    [event] = one([ODA | {"wikidata": "Q7"}])
    assert list(event) == FIELDS
    assert (event["id"], event["date"], event["link"]) == ("sea-A1", "2031-05-12", "sea")
    assert event["actor"] == [
        dict(zip(ACTOR_FIELDS, ["VEL", "GOV", "Oda Renn", "Q7", "Oda Renn", "envoy"], strict=True))
    ]
    assert [list(actor) for actor in event["recipient"]] == [ACTOR_FIELDS]
    assert (event["event"], event["mode"], event["context"]) == (["REQUEST"], ["yield"], ["military"])
    assert (event["quad_code"], event["event_scale"], event["event_text"]) == (3, -1.0, ["urged"])
    assert event["cite_info"]["url"] == "https://n.example/sea"


def test_the_text_is_the_evidence_and_its_offsets_count_code_points():
    [event] = one()
    assert event["text"] == "Oda Renn of Velgia urged Karstania to stop"
    assert TEXT[event["text_info"]["start"] : event["text_info"]["end"]] == event["text"]


def test_a_compound_actor_is_one_list():
    [event] = one([ODA, UNION], issuers=["union", "oda"], issuer_text="The Union 🛶 and Oda Renn")
    assert [actor["actor_text"] for actor in event["actor"]] == ["The Union", "Oda Renn"]


def test_an_organisation_of_no_state_is_coded_as_plover_does():
    [event] = one([UNION], issuers=["union"])
    assert (event["actor"][0]["code"], event["actor"][0]["sector"]) == ("IGO", None)


@pytest.mark.parametrize(
    ("changes", "kind", "mode", "quad", "scale"),
    [
        ({"act": "OFFER", "plover": "AGREE"}, "AGREE", [], 1, 2.5),
        ({"act": "ACCEPT", "plover": "AGREE"}, "AGREE", [], 1, 2.5),
        ({"act": "REJECT", "plover": "REJECT-assist"}, "REJECT", ["assist"], 3, -1.5),
        ({"act": "REJECT", "plover": "REJECT-meet"}, "REJECT", ["meet"], 3, -2.0),
        ({"act": "THREATEN", "plover": "THREATEN"}, "THREATEN", [], 3, -3.5),
        ({"act": "CONCEDE", "plover": "CONCEDE"}, "CONCEDE", [], 1, 4.5),
        ({"act": "ACCUSE", "plover": "ACCUSE"}, "ACCUSE", [], 3, -2.0),
        ({"act": "SUPPORT", "plover": "SUPPORT"}, "SUPPORT", [], 1, 5.0),
        ({"act": "CONSULT", "plover": "CONSULT"}, "CONSULT", [], 1, 2.5),
        ({"plover": "REQUEST-meet"}, "REQUEST", ["meet"], 3, 0.0),
        ({"plover": None}, "REQUEST", [], 3, 0.0),
    ],
)
def test_type_mode_quad_and_scale_are_the_codebooks(changes, kind, mode, quad, scale):
    [event] = one(**changes)
    assert (event["event"], event["mode"], event["quad_code"], event["event_scale"]) == ([kind], mode, quad, scale)


def test_an_act_that_the_text_denies_is_no_event():
    assert one(negated=True) == []


@pytest.mark.parametrize(
    ("realis", "marks"), [("done", []), ("future", ["future"]), ("hypothetical", ["hypothetical"])]
)
def test_what_is_only_announced_or_imagined_is_marked(realis, marks):
    assert one(realis=realis)[0]["auxiliary_mode"] == marks


def test_what_the_text_does_not_tell_is_empty():
    [event] = one(article=Article.from_text(TEXT, id=7, date="May"), issuers=[], addressees=[], evidence_start=None)
    assert (event["id"], event["date"], event["actor"], event["recipient"]) == ("7-A1", None, [], [])
    assert (event["text"], event["text_info"], event["cite_info"]["url"]) == (None, None, None)


def test_a_demand_brings_its_words_its_strength_and_its_answers():
    own = {event["id"]: event["demandeur"] for event in events(river_talks.analysis())}
    asked, answer = own["river-talks-A2"], own["river-talks-A8"]
    assert (asked["content"], asked["strength"]) == ("release the four detained pilots", 2)
    assert (asked["demand_id"], asked["status"], asked["answers"]) == ("D2", "rejected", ["A8"])
    assert "status" not in answer


def test_each_event_is_one_line():
    lines = to_plover(river_talks.analysis()).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [f"river-talks-A{number}" for number in range(1, 11)]
    assert to_plover(river_talks.empty()) == ""


def test_every_issue_has_contexts_that_plover_knows():
    for issue in speech.issues().values():
        assert issue.contexts, issue.name
        assert set(issue.contexts) <= CONTEXTS, issue.name
