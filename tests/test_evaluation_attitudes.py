import json

import numpy as np
import pytest
from click.testing import CliRunner

from demandeur.article import InputError
from demandeur.command import main
from demandeur.evaluation import attitudes
from demandeur.evaluation.attitude_gold import AttitudeSentence, read_attitudes
from demandeur.evaluation.attitudes import attitude_scores, coverage, measure_attitudes

TARGETS = [
    {"id": "a", "text": "Critics denounced President Tull as a tyrant.", "start": 18, "end": 32, "label": "negative"},
    {"id": "b", "text": "Hask was widely praised for her courage.", "start": 0, "end": 4, "label": "positive"},
    {"id": "c", "text": "Ms. Lenk will speak on Tuesday.", "start": 4, "end": 8, "label": "neutral"},
]
PAIRS = [
    {"text": "[Tull] harshly criticised [Vey] over the dam.", "p": "Tull", "q": "Vey", "label": 3},
    {"text": "[Vey] and [Tull] live in the same town.", "label": 0},
]


@pytest.fixture
def gold(tmp_path):
    def write(rows):
        path = tmp_path / "gold.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


def test_a_target_is_read(gold):
    assert read_attitudes("targets", gold(TARGETS[:1])) == [
        AttitudeSentence("a", TARGETS[0]["text"], (18, 32), None, 0)
    ]


@pytest.mark.parametrize(
    ("row", "first", "second"),
    [
        ({"text": "[Tull] met [Vey].", "label": 0}, "Tull", "Vey"),
        ({"text": "[Tull] met [Vey].", "p": "Tull", "q": "Vey", "label": 0}, "Tull", "Vey"),
        ({"text": "[Tull] met [Vey].", "p": "Vey", "q": "Tull", "label": 0}, "Vey", "Tull"),
        ({"text": "So [Tull]s met [Tull].", "p": "Tull", "q": "Tull", "label": 0}, "Tull", "Tull"),
    ],
)
def test_a_pair_is_read_without_its_brackets(gold, row, first, second):
    [one] = read_attitudes("directed", gold([row]))
    assert one.text == row["text"].replace("[", "").replace("]", "")
    assert [one.text[slice(*span)] for span in (one.first, one.second)] == [first, second]


@pytest.mark.parametrize(
    ("kind", "row", "sentence"),
    [
        ("targets", {"text": " "}, "line 1: text is missing"),
        ("targets", TARGETS[0] | {"end": 99}, "line 1: [start, end] is not a list"),
        ("targets", TARGETS[0] | {"start": None}, "line 1: [start, end] is not a list"),
        ("targets", TARGETS[0] | {"start": 17, "end": 18}, "line 1: nothing stands at"),
        ("targets", TARGETS[0] | {"label": "bad"}, "label is bad, expected one of: negative, neutral, positive"),
        ("directed", {"text": "[Tull] left.", "label": 0}, "line 1: 1 words in square brackets, expected two"),
        ("directed", {"text": "[Tull] met [ ].", "label": 0}, "line 1: nothing stands at"),
        ("directed", PAIRS[0] | {"label": 5}, "label is 5, expected a number from 0 to 4"),
        ("directed", PAIRS[0] | {"label": True}, "label is True, expected a number"),
    ],
)
def test_a_line_that_is_none_is_refused_in_one_sentence(gold, kind, row, sentence):
    with pytest.raises(InputError) as refusal:
        read_attitudes(kind, gold([row]))
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_an_empty_gold_is_refused(gold):
    with pytest.raises(InputError, match="the file is empty"):
        read_attitudes("targets", gold([]))


def test_scores_by_hand():
    labels = np.array([0, 0, 1, 1])
    scores = attitude_scores(("no", "yes", "never"), labels, np.array([0, 1, 1, 1]), np.array([0.9, 0.6, 0.8, 0.7]))
    assert scores["f1_macro"].value == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert (scores["accuracy"].hits, scores["accuracy"].of) == (3, 4)
    assert (scores["no"].hits, scores["no"].predicted, scores["no"].gold) == (1, 1, 2)
    assert "never" not in scores
    assert (scores["right_at_60"].hits, scores["right_at_60"].of) == (2, 2)
    assert scores["calibration error"].value == pytest.approx((0.1 + 0.6 + 0.2 + 0.3) / 4)


@pytest.mark.parametrize(
    ("surest_right", "share"),
    [
        ([1] * 10, 1.0),
        ([0] * 10, 0.0),
        ([1] * 9 + [0], 1.0),
        ([1] * 5 + [0] * 5, 0.5),
        ([0] + [1] * 9, 1.0),
    ],
)
def test_coverage_is_the_largest_share_with_enough_right(surest_right, share):
    confidence = np.linspace(0.95, 0.55, len(surest_right))
    assert coverage(np.array(surest_right), confidence) == share


def test_ties_are_covered_together_or_not_at_all():
    assert coverage(np.array([True, True, False]), np.array([0.9, 0.8, 0.8])) == pytest.approx(1 / 3)


@pytest.mark.parametrize(("kind", "rows"), [("targets", TARGETS), ("directed", PAIRS)])
def test_the_command_writes_what_scripts_read(gold, kind, rows):
    path = str(gold(rows))
    outcome = CliRunner().invoke(main, ["evaluate", kind, path, "--json"])
    assert outcome.exit_code == 0
    written = json.loads(outcome.stdout)
    assert {"f1_macro", "accuracy", "n", "coverage_at_90"} <= set(written)
    assert (written["n"], written["accuracy"], written["f1_macro"]) == (len(rows), 1.0, 1.0)
    text = CliRunner().invoke(main, ["evaluate", kind, path]).stdout
    assert "coverage at 90" in text
    assert "100.0" in text


def test_without_the_runtime_measuring_is_refused(gold, monkeypatch):
    monkeypatch.setattr(attitudes, "load_attitudes", lambda: None)
    with pytest.raises(InputError, match="needs onnxruntime"):
        measure_attitudes("targets", gold(TARGETS))
