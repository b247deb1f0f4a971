"""How well stances are read: gold in both forms, what counts as right, the scores and what is refused."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from demandeur.article import InputError
from demandeur.command import main
from demandeur.evaluation.stance_gold import read_stances
from demandeur.evaluation.stances import Judged, coverage, measure_stances, stance_scores

GOLD = Path(__file__).resolve().parents[1] / "data" / "gold"
ROW = {
    "id": "dam-2",
    "text": "Sabria opposes the dam. Ruvenia called it a triumph. Veltria watched.",
    "issues": {"the dam": ["dam"]},
    "stances": [
        {"actor": ["Sabria"], "issue": "the dam", "stance": "oppose"},
        {"actor": ["Ruvenia"], "issue": "the dam", "stance": "conditional"},
        {"actor": ["Veltria"], "issue": "the dam", "stance": "unclear"},
    ],
}


def written(folder: Path, *rows: dict) -> str:
    path = folder / "stances.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_each_gold_stance_is_compared_with_the_one_found(tmp_path):
    measured = measure_stances(written(tmp_path, ROW))
    assert (measured.n, measured.articles, measured.failures) == (3, 1, ())
    assert (measured.scores["accuracy"].hits, measured.scores["oppose"].hits) == (2, 1)
    assert measured.scores["conditional"].f1.value == 0
    assert measured.scores["f1_macro"].value == pytest.approx(0.5)


def test_the_command_writes_the_scores_as_one_json_object_or_to_read(tmp_path):
    path = written(tmp_path, ROW)
    data = json.loads(CliRunner().invoke(main, ["evaluate", "stance", path, "--json"]).output)
    assert (data["kind"], data["n"], data["f1_macro"]) == ("stance", 3, pytest.approx(0.5))
    assert data["accuracy"] == pytest.approx(2 / 3, abs=1e-5)
    assert 0 <= data["coverage_at_90"] <= 1
    text = CliRunner().invoke(main, ["evaluate", "stance", path]).output
    assert "f1_macro" in text
    assert "coverage at 90" in text


def test_the_projects_own_gold_will_do():
    entries = read_stances(GOLD)
    assert sum(len(entry.stances) for entry in entries) > 5
    assert all(stance.names for entry in entries for stance in entry.stances)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stances": None}, "no list named stances"),
        ({"stances": [1]}, "stance 1: not a JSON object"),
        ({"stances": [{"actor": ["A"], "issue": "the moon", "stance": "oppose"}]}, "none of the line's issues"),
        ({"stances": [{"actor": ["A"], "issue": "the dam", "stance": "against"}]}, "expected one of: support"),
        ({"stances": [{"actor": [], "issue": "the dam", "stance": "oppose"}]}, "actor is empty"),
    ],
)
def test_what_is_no_gold_is_refused_in_one_sentence(tmp_path, change, said):
    with pytest.raises(InputError, match=said):
        read_stances(written(tmp_path, ROW | change))


def test_an_empty_gold_is_refused(tmp_path):
    with pytest.raises(InputError, match="the file is empty"):
        read_stances(written(tmp_path))


def test_coverage_counts_the_surest_first():
    right, wrong = Judged("support", "support", 2.0), Judged("support", "oppose", 1.0)
    assert coverage([wrong, right, right, right]) == 0.75
    assert coverage([]) == 0
    assert coverage([wrong]) == 0


def test_only_stances_of_the_gold_have_scores():
    scores = stance_scores([[Judged("support", "support", 1.0)], [Judged("unclear", "oppose", 1.0)]])
    assert set(scores) == {"support", "unclear", "f1_macro", "accuracy"}
