"""The piece of evidence that weighs most, and its words."""

import pandas as pd
import pictured
import pytest

from demandeur.strongest import strongest_pieces

PAIR = ("tarro", "osmere")


def attitude(label: str, evidence: list[str]) -> dict:
    return {"from_actor": "tarro", "to_actor": "osmere", "label": label, "score": 0.0, "n": 2, "evidence": evidence}


def test_the_words_are_the_articles():
    pieces = strongest_pieces(pictured.talks(), pictured.JUDGED)
    assert set(pieces) == {(row["from_actor"], row["to_actor"]) for row in pictured.ATTITUDES}
    for piece in pieces.values():
        assert piece.words in pictured.TEXT
    accused = pieces[PAIR]
    assert accused.words[accused.focus :].startswith("accused")


def test_a_statement_is_seen_from_where_it_names_the_other():
    start, _ = pictured.place(2)
    named = {"actor_id": "tarro", "start": start + 1, "end": start + 17}
    talks = pictured.analysis(attitudes=[pictured.ATTITUDES[1]], mentions=[named])
    assert strongest_pieces(talks, pictured.JUDGED)["quist", "tarro"].focus == 1


@pytest.mark.parametrize(
    ("label", "strongest"),
    [("negative", "A71"), ("positive", "A72"), ("neutral", "A71")],
)
def test_what_tells_the_same_as_the_label_goes_first(label, strongest):
    talks = pictured.analysis(acts=pictured.TREATING, attitudes=[attitude(label, ["A73", "A72", "A71"])])
    found = strongest_pieces(talks)[PAIR].evidence
    assert found == strongest or (label == "neutral" and found in ("A71", "A72"))


def test_a_sentence_that_leans_more_than_an_act_is_stronger():
    row = pictured.judgement(2, PAIR, (0.99, 0.01, 0.0), "negative", polarity=0.0, n_known=0)
    act = pictured.treating("A75", "REJECT", 4, "asked")
    talks = pictured.analysis(acts=[act], attitudes=[attitude("negative", ["A75", "S2"])])
    assert strongest_pieces(talks, pd.DataFrame([row]))[PAIR].evidence == "S2"
    assert strongest_pieces(talks)[PAIR].evidence == "A75"


def test_a_denied_act_leans_the_other_way():
    act = pictured.treating("A75", "ACCUSE", 4, "asked", negated=True)
    talks = pictured.analysis(acts=[act], attitudes=[attitude("positive", ["A75"])])
    assert strongest_pieces(talks)[PAIR].lean > 0


def test_evidence_that_is_not_there_has_no_words():
    assert strongest_pieces(pictured.analysis(attitudes=[attitude("negative", ["A1", "S7"])])) == {}
