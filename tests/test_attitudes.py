"""How one actor treats another: by its acts, and by what it says of the other."""

import pytest

from demandeur.attitudes import attitudes
from demandeur.tables import complete


def act(kind: str, **more) -> dict:
    """Return an act of Reyl's as a row of the acts table."""
    row = {"act_id": "A1", "act": kind, "issuers": ["reyl"], "strength": 4, "negated": False, "trigger_start": 5}
    return complete("acts", [row | more])[0]


def judged(label: str, positive: float, negative: float, **more) -> dict:
    """Return what the model says of a sentence of Reyl's about Brandt."""
    row = {"statement_id": "S1", "start": 0, "end": 40, "from_actor": "reyl", "to_actor": "brandt", "label": label}
    return row | {"positive": positive, "negative": negative} | more


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


def test_what_the_model_is_sure_of_counts_beside_the_acts():
    (found,) = attitudes([], [judged("negative", 0.1, 0.8), judged("unsure", 0.5, 0.4, statement_id="S2")])
    assert (found["label"], found["score"], found["n"], found["evidence"]) == ("negative", -0.7, 1, ["S1"])


def test_a_neutral_sentence_is_no_evidence():
    assert attitudes([], [judged("neutral", 0.1, 0.1)]) == []


def test_where_an_act_tells_the_model_is_not_asked():
    praise = act("SUPPORT", addressees=["brandt"])
    (found,) = attitudes([praise], [judged("negative", 0.0, 0.9)])
    assert found["evidence"] == ["A1"]
    (found,) = attitudes([praise], [judged("negative", 0.0, 0.9, start=50, end=90)])
    assert found["evidence"] == ["A1", "S1"]
    (found,) = attitudes([act("REQUEST", addressees=["brandt"])], [judged("negative", 0.0, 0.9)])
    assert (found["label"], found["evidence"]) == ("negative", ["S1"])


def test_a_sentence_that_two_statements_share_counts_once():
    (found,) = attitudes([], [judged("negative", 0.1, 0.8), judged("negative", 0.1, 0.8, statement_id="S2")])
    assert (found["n"], found["evidence"]) == (1, ["S1"])
