"""What holds for every analysis, of the example articles and of texts that nobody would write."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import demandeur as dm
from demandeur.rules import REGISTRY
from demandeur.statements import SPEECH
from demandeur.tables import TABLES

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))
HOSTILE = {
    "nothing": "",
    "white space": " \n\t\r\n\u00a0\u2028 \n\n",
    "marks alone": '“‘"\'«„``”’»“\n\n"\n“',
    "no end": "“We must leave, Ana Reyl said, “and " * 20,
    "astral": "𝒜na 🐟 “🐟 We must sign the treaty 🐟,” Ana Reyl said. É́cole 👩‍👩‍👧 urged Otto Brandt to sign.",
    "carriage returns": "“We must sign,” Ana Reyl said.\r\n\r\n“Otto Brandt must sign,” she added.\r“Now.”",
    "zero width": "Ana\u200b Reyl\ufeff urged\u00ad Otto\u00a0Brandt to\u2009sign. \x00 \x1b[31m “No,” he said.",
    "right to left": "\u202eAna Reyl urged Otto Brandt to sign.\u202c قالت “no,” Ana Reyl said.",
    "markup": "<p>“We must sign,” <b>Ana Reyl</b> said.</p> {{ 1 }} <script>demand()</script>",
    "one line": "Ana Reyl urged Otto Brandt, who urged Ivo Marrow, who urged Jo Lund, to sign " * 10,
    "lone surrogate": "Ana Reyl urged \ud800 Otto Brandt to sign.",
    "speech of marks": "Ana Reyl: “: — ” : Otto Brandt: no",
}
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in ARTICLES} | HOSTILE
EVERY = pytest.mark.parametrize("name", TEXTS)
RULES = ("mentions", "statements", "acts", "demands")
_analyses: dict[str, dm.Analysis] = {}


def analysis_of(name: str) -> dm.Analysis:
    """Return the analysis of one of the texts, made once."""
    if name not in _analyses:
        _analyses[name] = dm.analyse(dm.Article.from_text(TEXTS[name]))
    return _analyses[name]


def placed(row: dict) -> Iterator[tuple[int | None, int | None, str | None]]:
    """Yield start, end and words of every place that a row has; the words are ``None`` where no column has them."""
    for key in row:
        if key == "start" or key.endswith("_start"):
            part = key.removesuffix("start").removesuffix("_") or "text"
            words = row["speaker_text"] if part == "speaker" else row.get(part)
            yield row[key], row[key.replace("start", "end")], words


@EVERY
def test_the_offsets_lead_to_the_words(name):
    text = TEXTS[name]
    for rows in analysis_of(name).rows.values():
        for row in rows:
            for start, end, words in placed(row):
                assert (start is None) == (end is None)
                assert start is None or 0 <= start < end <= len(text)
                assert words is None if start is None else words in (None, text[start:end])


@EVERY
def test_the_spans_of_a_statement_are_its_text(name):
    text = TEXTS[name]
    for row in analysis_of(name).rows["statements"]:
        assert row["spans"] == sorted(row["spans"])
        assert all(0 <= start < end <= len(text) for start, end in row["spans"])
        assert row["text"] == " ".join(text[start:end] for start, end in row["spans"])


@EVERY
def test_every_id_is_a_rows(name):
    rows = analysis_of(name).rows
    actors = {row["actor_id"] for row in rows["actors"]}
    acts = {row["act_id"]: row for row in rows["acts"]}
    statements = {row["statement_id"] for row in rows["statements"]}
    positions = {row["position_id"] for row in rows["positions"]}
    for table in rows.values():
        for row in table:
            for key in ("actor_id", "speaker", "addressee", "reported_by", "from_actor", "to_actor"):
                assert row.get(key) is None or row[key] in actors
            assert {*row.get("issuers", []), *row.get("addressees", [])} <= actors
            assert {*row.get("answers", []), *row.get("evidence", [])} <= set(acts) | positions | statements
            assert row.get("statement_id") is None or row["statement_id"] in statements
    for demand in rows["demands"]:
        assert acts[demand["act_id"]].items() <= demand.items()
        assert acts[demand["act_id"]]["act"] == "REQUEST"
        assert bool(demand["answers"]) == (demand["status"] != "unanswered")


@EVERY
def test_no_id_is_given_twice(name):
    for table, key in (("actors", "actor_id"), ("statements", "statement_id"), ("acts", "act_id")):
        ids = [row[key] for row in analysis_of(name).rows[table]]
        assert len(ids) == len(set(ids))


@EVERY
def test_every_rule_is_on_the_register(name):
    for table in RULES:
        for row in analysis_of(name).rows[table]:
            assert row["rule"] in REGISTRY or row["rule"] == SPEECH
            assert 0 <= row["confidence"] <= 1


@EVERY
def test_rows_stand_in_reading_order(name):
    rows = analysis_of(name).rows
    keys = {
        "mentions": [(row["start"], row["end"]) for row in rows["mentions"]],
        "statements": [row["spans"][0][0] for row in rows["statements"]],
        "acts": [row["trigger_start"] for row in rows["acts"]],
        "demands": [row["trigger_start"] for row in rows["demands"]],
    }
    for found in keys.values():
        assert found == sorted(found)
    for table, key, letter in (
        ("statements", "statement_id", "S"),
        ("acts", "act_id", "A"),
        ("demands", "demand_id", "D"),
    ):
        assert [row[key] for row in rows[table]] == [f"{letter}{n}" for n in range(1, len(rows[table]) + 1)]


@EVERY
def test_two_runs_give_identical_bytes(name):
    again = dm.analyse(dm.Article.from_text(TEXTS[name])).record()
    assert json.dumps(again) == json.dumps(analysis_of(name).record())


@EVERY
def test_every_row_has_the_columns_of_its_table(name):
    analysis = analysis_of(name)
    assert list(analysis.rows) == list(TABLES)
    for table, rows in analysis.rows.items():
        columns = [column.name for column in TABLES[table]]
        assert all(list(row) == columns for row in rows)
        assert list(getattr(analysis, table).columns) == columns


def test_the_articles_have_rows_to_try_all_this_on():
    assert ARTICLES
    for path in ARTICLES:
        assert all(analysis_of(path.stem).rows.values()), path.name
