"""Where actors stand: tables of positions and the stances that follow, of acts, of sentences."""

import pytest

import demandeur as dm
from demandeur.stance import evidence_scores, side, side_on_content, stances
from demandeur.stance_weights import rule_confidence, rule_weights, weights
from demandeur.tables import complete


def act(kind: str, **more) -> dict:
    """Return an act of Reyl's about a ceasefire as a row of the acts table."""
    row = {"act_id": "A1", "act": kind, "issuers": ["reyl"], "issue": "ceasefire", "strength": 4, "negated": False}
    return complete("acts", [row | {"realis": "done", "rule": "act.object"} | more])[0]


def position(score: float, **more) -> dict:
    """Return a position of Reyl's on a ceasefire as a row of the positions table."""
    row = {"position_id": "P1", "actor_id": "reyl", "issue": "ceasefire", "score": score, "conditional": False}
    return complete("positions", [row | more])[0]


SEVERAL = [
    ([position(1.0)], "support", 1.0),
    ([position(0.1)], "support", 0.1),
    ([position(0.05)], "unclear", 0.05),
    ([position(-0.2)], "oppose", -0.2),
    ([position(0.5, conditional=True)], "conditional", 0.5),
    ([position(0.8), position(0.9, conditional=True)], "conditional", 0.853),
    ([position(0.9), position(0.8, conditional=True)], "support", 0.853),
    ([position(-0.9, conditional=True)], "oppose", -0.9),
    ([position(0.9), position(-0.9)], "mixed", 0.0),
    ([position(0.9), position(-0.6)], "support", 0.3),
    ([position(0.4), position(-0.4)], "unclear", 0.0),
    ([position(-0.9), position(0.2), position(0.2)], "oppose", -0.562),
]


@pytest.mark.parametrize(("rows", "stance", "score"), SEVERAL)
def test_the_stance_that_positions_add_up_to(rows, stance, score):
    (found,) = stances(rows)
    assert (found["stance"], found["score"], found["n"]) == (stance, score, len(rows))


def test_a_stance_names_its_evidence_the_act_where_there_is_one():
    rows = [position(1.0, act_id="A1"), position(0.6, position_id="P2"), position(-1.0, actor_id="brandt")]
    found = [(row["actor_id"], row["stance"], row["evidence"]) for row in stances(rows)]
    assert found == [("reyl", "support", ["A1", "P2"]), ("brandt", "oppose", ["P1"])]


SIDES = [
    (act("REQUEST"), 1),
    (act("REJECT"), -1),
    (act("REJECT", negated=True), 1),
    (act("CONSULT"), 0),
    (act("REQUEST", issue=None), 0),
    (act("REQUEST", negated=True), 0),
    (act("ACCUSE", addressees=["brandt"], addressee_text="Brandt", content="breaking the ceasefire"), 0),
]


@pytest.mark.parametrize(("row", "expected"), SIDES)
def test_the_side_that_an_act_takes_on_its_issue(row, expected):
    assert side(row) == expected


def test_an_act_without_an_issue_takes_a_side_on_its_words():
    assert side_on_content(act("REJECT", issue=None)) == -1


def test_what_is_often_right_is_trusted_more():
    for rule, counts in rule_weights().items():
        assert 0 < counts.weight <= 1
        assert 0 <= counts.right <= counts.n
        assert 0 < rule_confidence(rule) < 1


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


def test_a_reproach_is_a_stance_on_the_thing_that_is_broken():
    text = "Ana Reyl accused Otto Brandt of breaking the ceasefire."
    rows = dm.analyse(dm.Article.from_text(text, issues={"ceasefire": ["ceasefire"]})).rows
    assert [(row["actor_id"], row["stance"]) for row in rows["stances"]] == [
        ("ana-reyl", "support"),
        ("otto-brandt", "oppose"),
    ]
    assert [row["label"] for row in rows["attitudes"]] == ["negative"]


def test_the_scores_of_the_evidence_average_to_the_stance():
    text = "Ana Reyl demanded a ceasefire. Reyl agreed to a ceasefire if the ships return. Reyl walked home."
    analysis = dm.analyse(dm.Article.from_text(text))
    pieces = evidence_scores(analysis)
    assert list(pieces.columns) == ["actor_id", "issue", "evidence", "score", "conditional"]
    assert pieces["conditional"].tolist() == [False, True]
    (row,) = analysis.rows["stances"]
    assert pieces["evidence"].tolist() == row["evidence"]
    sizes = pieces["score"].abs()
    assert (pieces["score"] * sizes).sum() / sizes.sum() == pytest.approx(row["score"], abs=0.001)


def test_without_acts_the_evidence_is_an_empty_table():
    pieces = evidence_scores(dm.analyse(dm.Article.from_text("It rained.")))
    assert pieces.empty
    assert "score" in pieces.columns
