"""Calibration: what is counted, that the file holds numbers alone, and that no article judges itself."""

import json

import pytest

from demandeur.article import InputError
from demandeur.confidence import COLUMNS, FILE
from demandeur.evaluation.calibration import (
    Outcome,
    as_counted,
    as_csv,
    calibrate,
    count,
    held_out,
    named_golds,
    pooled,
)

CELL, OTHER_CELL = ("news", "OFFER", "open", "act.a"), ("speech", "ACCEPT", "actor", "act.b")
YES, NO, OTHER = Outcome(CELL, 0.9, True), Outcome(CELL, 0.9, False), Outcome(OTHER_CELL, 0.4, True)


def test_acts_are_counted_by_cell_in_order():
    counted = count([OTHER, YES, NO, YES])
    assert list(counted.items()) == [(CELL, (3, 2)), (OTHER_CELL, (1, 1))]
    assert as_csv(counted).splitlines() == [
        ",".join(COLUMNS),
        "news,OFFER,open,act.a,3,2,judged",
        "speech,ACCEPT,actor,act.b,1,1,judged",
    ]


def test_before_an_act_has_the_confidence_that_it_was_given():
    assert [[one.act["confidence"] for one in acts] for acts in as_counted({"t": [YES, OTHER]})] == [[0.9, 0.4]]


def test_a_document_is_judged_by_the_others():
    documents = {"one": [YES], "other": [NO]}
    [[one], [other]] = held_out(documents, documents)
    assert (one.right, other.right) == (True, False)
    assert one.act["confidence"] < 0.5 < other.act["confidence"]


def test_rows_of_the_same_text_are_one_document_in_whichever_gold_they_stand():
    ledger, acts = {"same": [YES, YES]}, {"same": [YES], "other": [NO]}
    everything = pooled([ledger, acts])
    assert everything == {"same": [YES, YES, YES], "other": [NO]}
    assert [one.act["confidence"] < 0.5 for one in held_out(ledger, everything)[0]] == [True, True]
    assert ledger == {"same": [YES, YES]}


@pytest.mark.parametrize("words", [[], ["ledger.jsonl"], ["pairs=p.jsonl"], ["acts="]])
def test_golds_are_named_with_their_kind(words):
    assert named_golds(["acts=a=b.jsonl", "ledger=l"]) == [("acts", "a=b.jsonl"), ("ledger", "l")]
    with pytest.raises(InputError, match="Name golds, at least one"):
        named_golds(words)


TALKS = "Norway urged Chad to leave the valley. Chad refused to leave."
LEDGER = {
    "text": TALKS,
    "acts": [
        {
            "act": "REQUEST",
            "issuer": ["Norway"],
            "addressee": ["Chad"],
            "evidence_span": [0, 37],
            "content_span": [21, 37],
        }
    ],
}
SENTENCE = {"text": TALKS[39:], "act": "REJECT", "issuer": ["Norway"], "addressee": [], "trigger": ["refused"]}


@pytest.fixture
def golds(tmp_path):
    for name, row in (("ledger", LEDGER), ("acts", SENTENCE)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row))
    return [(kind, str(tmp_path / f"{kind}.jsonl")) for kind in ("ledger", "acts")]


def test_golds_give_the_file_and_how_reliable_it_was_and_is(golds, tmp_path):
    (tmp_path / "lexicon").mkdir()
    texts = [calibrate(golds, folder=tmp_path / "lexicon") for _ in range(2)]
    rows = [line.split(",") for line in (tmp_path / "lexicon" / FILE).read_text().splitlines()[1:]]
    assert [(row[1], row[4], row[5]) for row in rows] == [("REJECT", "1", "0"), ("REQUEST", "1", "1")]
    assert texts[0] == texts[1]
    heads = [line for line in texts[0].splitlines() if not line.startswith(" ")]
    assert heads == ["ledger, ledger.jsonl: one document", "acts, acts.jsonl: one document", "all golds: two documents"]
    assert texts[0].count("before:") == texts[0].count("after:") == texts[0].count("calibration error") / 2 == 3
    # By the one right request, a refusal is as likely right: (1 + 5 · 1/2) / 6, and the other way round.
    acts = texts[0][texts[0].index("acts, ") : texts[0].index("all golds")]
    assert "0.0 (0.0–0.0)    of 1, mean confidence 65.0" in acts[acts.index("after:") :]


def test_one_gold_will_do(golds, tmp_path):
    assert "all golds" not in calibrate(golds[:1], folder=tmp_path)
    assert len((tmp_path / FILE).read_text().splitlines()) == 2


def test_what_is_no_gold_leaves_the_file_as_it_was(golds, tmp_path):
    with pytest.raises(InputError, match="no list named acts"):
        calibrate([golds[0], ("ledger", golds[1][1])], folder=tmp_path)
    assert not (tmp_path / FILE).exists()
