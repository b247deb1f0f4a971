"""The bench compares what it should; how long anything takes is no matter of a test."""

from unittest.mock import patch

import bench
import numpy as np
import pytest

from demandeur import analysis
from demandeur.article import Article
from demandeur.attitude_model import AttitudeModel, load_attitudes
from demandeur.language import load_model

TEXT = "“Chad is a bully,” Ana Reyl of Mali said. “Norway lies,” she said."


def test_every_stop_is_a_function_of_the_line():
    missing = [name for names in bench.STOPS.values() for name in names if not callable(getattr(analysis, name, None))]
    assert missing == []


def test_time_inside_another_stop_counts_once():
    ticks = iter([0, 1, 4, 6, 7, 10])
    watch = bench.Stopwatch(clock=lambda: next(ticks))
    inner = watch.timed("tone", str)
    with watch.at("tables"):
        inner()
        inner()
    assert watch.seconds == {"tables": 6, "tone": 4}


@pytest.mark.parametrize(("limit", "status"), [(1.3, 1), (1.5, 0), (1.6, 0)])
def test_it_fails_where_the_line_without_the_model_is_above_the_limit(monkeypatch, capsys, limit, status):
    seconds = dict(zip(bench.TURNS, (np.array([1.0, 3.0]), np.array([2.0, 4.0]), np.array([3.0, 5.0])), strict=True))
    monkeypatch.setattr(bench, "take_turns", lambda corpus, rounds: seconds)
    monkeypatch.setattr(bench, "time_stops", lambda corpus: bench.Counter({"parser": 3.0, "acts": 1.0}))
    assert bench.main("somewhere", limit) == status
    said = capsys.readouterr()
    assert said.out.startswith("Two articles, seven rounds; in units of the bare pipeline, 95% intervals")
    assert "  the line without the attitude model: 1.50 (" in said.out
    assert "  the line with it: 2.00 (" in said.out
    assert "  parser        75.0 %\n  acts          25.0 %" in said.out
    assert bool(said.err) == bool(status)


def test_every_turn_runs_what_its_name_says():
    article = Article.from_text(TEXT)
    nlp = load_model()
    model = load_attitudes()
    asked = {}
    for turn in bench.TURNS:
        with bench.prepared(turn), patch.object(AttitudeModel, "_run", wraps=model._run) as run:
            bench.line(article)
            asked[turn] = run.call_count
            assert ("demandeur_paragraphs" in nlp.pipe_names) == (turn != bench.BARE)
    assert asked[bench.ALONE] == 0
    assert asked[bench.WITH_MODEL] > 0
    assert "demandeur_paragraphs" in nlp.pipe_names


@pytest.mark.slow
def test_it_measures_the_articles_that_can_be_read_and_leaves_the_line_as_it_was(tmp_path, capsys):
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"text": "{TEXT}"}}\n{{"text": 5}}\n{{"text": "Nobody spoke."}}\n')
    before = analysis.find_acts
    assert bench.main(str(path), limit=1e9, rounds=1) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Two articles, one round; ")
    stops = {line.split(" ")[2] for line in said.out.partition("Of the line with the model:\n")[2].splitlines()}
    assert stops == {"reading", "JSON", "the", bench.MODEL, *bench.STOPS}
    assert "rows.jsonl, line 2: text is not a string" in said.err
    assert analysis.find_acts is before


def test_a_corpus_without_articles_is_told(tmp_path, capsys):
    (tmp_path / "rows.jsonl").write_text('{"text": 5}\n')
    assert bench.main(str(tmp_path / "rows.jsonl")) == 2
    assert "no article to measure with" in capsys.readouterr().err
