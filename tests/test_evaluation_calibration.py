"""Calibration: what is counted, that the file holds numbers alone, and that no article judges itself."""

import json

import pytest

from demandeur.article import InputError
from demandeur.confidence import COLUMNS, FILE
from demandeur.evaluation.calibration import as_csv, calibrate, count, held_out

YES, NO = (("news", "OFFER", "open", "act.a"), True), (("news", "OFFER", "open", "act.a"), False)
OTHER = (("speech", "ACCEPT", "actor", "act.b"), True)


def test_acts_are_counted_by_cell_in_order():
    counted = count([[OTHER, YES], [NO, YES], []])
    assert list(counted.items()) == [(YES[0], (3, 2)), (OTHER[0], (1, 1))]
    assert as_csv(counted).splitlines() == [
        ",".join(COLUMNS),
        "news,OFFER,open,act.a,3,2,judged",
        "speech,ACCEPT,actor,act.b,1,1,judged",
    ]


def test_an_article_is_judged_by_the_others():
    [[one], [other]] = held_out([[YES], [NO]])
    assert (one.right, other.right) == (True, False)
    assert one.act["confidence"] < 0.5 < other.act["confidence"]


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
    return tmp_path / "ledger.jsonl", tmp_path / "acts.jsonl"


def test_two_golds_give_the_file_and_how_reliable_it_is(golds, tmp_path):
    (tmp_path / "lexicon").mkdir()
    lines = [calibrate(*golds, folder=tmp_path / "lexicon") for _ in range(2)]
    rows = [line.split(",") for line in (tmp_path / "lexicon" / FILE).read_text().splitlines()[1:]]
    assert [(row[1], row[4], row[5]) for row in rows] == [("REJECT", "1", "0"), ("REQUEST", "1", "1")]
    assert lines[0] == lines[1]
    assert "calibration error" in lines[0]


def test_what_is_no_gold_leaves_the_file_as_it_was(golds, tmp_path):
    with pytest.raises(InputError, match="no list named acts"):
        calibrate(golds[1], golds[0], folder=tmp_path)
    assert not (tmp_path / FILE).exists()
