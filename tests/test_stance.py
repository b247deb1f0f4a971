"""Where actors stand: tables of acts and the stances and attitudes that follow, and of sentences."""

import pytest

import demandeur as dm
from demandeur.stance import attitudes, evidence_scores, stances, weights
from demandeur.tables import complete


def act(kind: str, **more) -> dict:
    """Return an act of Reyl's about a ceasefire as a row of the acts table."""
    row = {"act_id": "A1", "act": kind, "issuers": ["reyl"], "issue": "ceasefire", "strength": 4, "negated": False}
    return complete("acts", [row | {"realis": "done", "rule": "act.object"} | more])[0]


def one_stance(*rows: dict) -> tuple[str, float]:
    (found,) = stances(list(rows))
    return found["stance"], found["score"]


ONE_ACT = [
    (act("REQUEST"), "support", 1.0),
    (act("REQUEST", strength=1), "support", 0.7),
    (act("REQUEST", strength=5), "support", 1.0),
    (act("ACCEPT"), "support", 1.0),
    (act("REJECT"), "oppose", -1.0),
    (act("THREATEN"), "oppose", -0.6),
    (act("ACCUSE"), "oppose", -0.8),
    (act("SUPPORT"), "support", 0.9),
    (act("SUPPORT", addressees=["brandt"]), "support", 0.45),
    (act("REJECT", negated=True), "support", 1.0),
    (act("ACCEPT", negated=True), "oppose", -1.0),
    (act("REJECT", realis="hypothetical"), "oppose", -0.5),
    (act("OFFER", realis="hypothetical", strength=1), "unclear", 0.21),
    (act("ACCEPT", condition="if they leave"), "conditional", 0.5),
    (act("ACCEPT", condition="unconditional"), "support", 1.0),
    (act("ACCEPT", condition="without preconditions"), "support", 1.0),
    (act("REQUEST", rule="act.conditions"), "conditional", 0.5),
]


@pytest.mark.parametrize(("row", "stance", "score"), ONE_ACT)
def test_the_stance_that_one_act_shows(row, stance, score):
    assert one_stance(row) == (stance, pytest.approx(score))


NO_STANCE = [
    act("CONSULT"),
    act("REQUEST", issue=None),
    act("REQUEST", issuers=[]),
    act("ACCUSE", addressees=["brandt"], addressee_text="Brandt", content="breaking the ceasefire"),
]


@pytest.mark.parametrize("row", NO_STANCE)
def test_talks_reproaches_and_acts_about_nothing_show_no_stance(row):
    assert stances([row]) == []


SEVERAL = [
    ([act("ACCEPT"), act("REJECT")], "mixed", 0.0),
    ([act("ACCEPT"), act("REQUEST", strength=2)], "support", 0.9),
    ([act("ACCEPT"), act("ACCEPT", condition="if they leave")], "support", 0.75),
    ([act("ACCEPT"), *[act("ACCEPT", condition="if they leave")] * 2], "conditional", 0.667),
    ([act("OFFER", strength=1, realis="hypothetical"), act("THREATEN", realis="hypothetical")], "unclear", -0.045),
]


@pytest.mark.parametrize(("rows", "stance", "score"), SEVERAL)
def test_the_stance_that_several_acts_show(rows, stance, score):
    assert one_stance(*rows) == (stance, pytest.approx(score))


def test_a_stance_names_its_evidence_and_every_issuer_has_one():
    rows = [act("REQUEST", issuers=["reyl", "marrow"]), act("REJECT", act_id="A2", issuers=["brandt"])]
    found = [(row["actor_id"], row["stance"], row["n"], row["evidence"]) for row in stances(rows)]
    assert found == [
        ("reyl", "support", 1, ["A1"]),
        ("marrow", "support", 1, ["A1"]),
        ("brandt", "oppose", 1, ["A2"]),
    ]


ATTITUDES = [
    ([act("SUPPORT")], "positive", 1.0),
    ([act("SUPPORT", negated=True)], "negative", -1.0),
    ([act("ACCUSE")], "negative", -1.0),
    ([act("THREATEN")], "negative", -0.9),
    ([act("REJECT")], "negative", -0.5),
    ([act("ACCEPT")], "positive", 0.5),
    ([act("REQUEST")], "neutral", 0.0),
    ([act("REQUEST", strength=5)], "negative", -0.45),
    ([act("CONSULT")], "neutral", 0.2),
    ([act("SUPPORT"), act("ACCUSE")], "neutral", 0.0),
    ([act("REQUEST"), act("ACCUSE")], "negative", -1.0),
]


@pytest.mark.parametrize(("rows", "label", "score"), ATTITUDES)
def test_how_one_actor_treats_another(rows, label, score):
    (found,) = attitudes([row | {"addressees": ["brandt"]} for row in rows])
    assert (found["from_actor"], found["to_actor"]) == ("reyl", "brandt")
    assert (found["label"], found["score"]) == (label, pytest.approx(score))


def test_nobody_has_an_attitude_to_himself_or_to_nobody():
    assert attitudes([act("SUPPORT", addressees=["reyl"]), act("ACCUSE")]) == []


def test_every_act_of_the_tables_has_a_weight():
    assert set(weights()) == set("REQUEST OFFER ACCEPT REJECT THREATEN CONCEDE ACCUSE SUPPORT CONSULT".split())


SENTENCES = [
    ("Ana Reyl demanded a ceasefire.", "support"),
    ("Ana Reyl rejected the ceasefire.", "oppose"),
    ("Ana Reyl condemned the ceasefire.", "oppose"),
    ("Ana Reyl has not accepted the ceasefire.", "oppose"),
    ("Ana Reyl did not reject the ceasefire.", "support"),
    ("Ana Reyl agreed to a ceasefire if the talks succeed.", "conditional"),
    ("Ana Reyl accepted an unconditional ceasefire.", "support"),
    ("Ana Reyl accepted the ceasefire. Reyl later rejected the ceasefire.", "mixed"),
]


@pytest.mark.parametrize(("text", "stance"), SENTENCES)
def test_the_stance_on_a_ceasefire_that_a_text_tells(text, stance):
    rows = dm.analyse(dm.Article.from_text(text)).rows["stances"]
    assert [row["stance"] for row in rows if row["issue"] == "ceasefire"] == [stance]


def test_a_reproach_is_no_stance_on_the_thing():
    rows = dm.analyse(dm.Article.from_text("Ana Reyl accused Otto Brandt of breaking the ceasefire.")).rows
    assert rows["stances"] == []
    assert [row["label"] for row in rows["attitudes"]] == ["negative"]


def test_the_scores_of_the_evidence_average_to_the_stance():
    text = "Ana Reyl demanded a ceasefire. Reyl agreed to a ceasefire if the talks succeed. Reyl walked home."
    analysis = dm.analyse(dm.Article.from_text(text))
    pieces = evidence_scores(analysis)
    assert list(pieces.columns) == ["actor_id", "issue", "evidence", "score", "conditional"]
    assert pieces["conditional"].tolist() == [False, True]
    (row,) = analysis.rows["stances"]
    assert pieces["evidence"].tolist() == row["evidence"]
    assert pieces["score"].mean() == pytest.approx(row["score"], abs=0.001)


def test_without_acts_the_evidence_is_an_empty_table():
    pieces = evidence_scores(dm.analyse(dm.Article.from_text("It rained.")))
    assert pieces.empty
    assert "score" in pieces.columns
