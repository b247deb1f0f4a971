"""Readings: what the attitude model reads of where somebody stands, where no rule knows the words."""

import pytest

import demandeur as dm
from demandeur import readings

ISSUES = {"the tunnel": ["tunnel"], "a toll on lorries": ["toll on lorries", "toll"]}

SENTENCES = [
    ("“The tunnel would bleed this town dry,” said Ilke Morvan, who runs a bakery.", "ilke-morvan", "oppose"),
    ("“At last a tunnel that will bring this valley to life,” Ilke Morvan said.", "ilke-morvan", "support"),
    ("Ilke Morvan can’t wait for the tunnel.", "ilke-morvan", "support"),
    ("Ilke Morvan cheered when the tunnel was approved.", "ilke-morvan", "support"),
    ("Ilke Morvan has lost patience with the toll on lorries.", "ilke-morvan", "oppose"),
]


def rows(text, **more):
    return dm.analyse(dm.Article.from_text(text, issues=ISSUES, **more)).rows


def read(text, **more):
    return [row for row in rows(text, **more)["positions"] if row["rule"] == readings.READ]


@pytest.mark.parametrize(("text", "actor_id", "stance"), SENTENCES)
def test_where_a_sentence_shows_somebody_to_stand(text, actor_id, stance):
    assert {row["actor_id"]: row["stance"] for row in rows(text)["stances"]}.get(actor_id) == stance


def test_a_reading_is_tied_to_the_words_that_it_is_of():
    text = SENTENCES[0][0]
    (row,) = read(text)
    assert text[row["cue_start"] : row["cue_end"]] == row["cue"] == "tunnel"
    assert text[row["evidence_start"] : row["evidence_end"]] == text


@pytest.mark.parametrize(
    "text",
    [
        "Ilke Morvan opposes the tunnel.",  # a rule knows
        "Ilke Morvan was neither for nor against the tunnel.",
        "It is unclear whether Ilke Morvan wants the tunnel.",
        "Ilke Morvan has not called for the tunnel.",
        "Norway urged Chad to build the tunnel.",
    ],
)
def test_where_a_rule_has_read_the_words_the_model_is_not_asked(text):
    assert read(text) == []


class Sure:
    """A model that finds everybody for everything, so surely."""

    def __init__(self, chance):
        self.chance = chance

    def stance(self, text, actor, issue):
        return (self.chance, 0.0, 1 - self.chance)


def said_by(monkeypatch, chance, text):
    monkeypatch.setattr(readings, "load_attitudes", lambda: Sure(chance))
    return [row["actor_id"] for row in read(text)]


def test_who_is_named_in_the_next_sentence_is_for_it_only_where_the_model_is_very_sure(monkeypatch):
    text = "The tunnel is old. Ilke Morvan likes cheese."
    assert read(text) == []
    assert said_by(monkeypatch, 0.7, text) == []
    assert said_by(monkeypatch, 0.9, text) == ["ilke-morvan"]


def test_who_speaks_in_the_next_sentence_may_be_a_little_less_sure(monkeypatch):
    text = "The tunnel is old. “Bread is dear,” Ilke Morvan said."
    assert said_by(monkeypatch, 0.5, text) == []
    assert said_by(monkeypatch, 0.7, text) == ["ilke-morvan"]


def test_of_who_says_it_the_likelier_side_counts_however_unsure_the_model_is(monkeypatch):
    text = "“It is the tunnel that they all come for. Summer or winter,” Ilke Morvan said."
    assert said_by(monkeypatch, 0.2, text) == ["ilke-morvan"]


def test_who_is_told_by_a_noun_and_says_nothing_stands_somewhere_only_where_the_model_is_sure(monkeypatch):
    text = "The farmers came by the tunnel with their sheep."
    assert said_by(monkeypatch, 0.7, text) == []
    assert said_by(monkeypatch, 0.9, text) != []
    assert said_by(monkeypatch, 0.7, text + " The farmers said that sheep were dear.") != []


def test_who_only_has_to_do_with_an_issue_stands_nowhere():
    text = "Norway collects half of the toll."
    assert rows(text)["positions"] == []


def test_where_rules_see_both_sides_the_model_is_asked_as_well(monkeypatch):
    one = "Ilke Morvan supports the tunnel."
    assert said_by(monkeypatch, 0.9, one) == []
    assert set(said_by(monkeypatch, 0.9, one + " Ilke Morvan opposes the tunnel.")) == {"ilke-morvan"}


def test_on_the_lexicons_wide_issues_the_model_is_not_asked(monkeypatch):
    monkeypatch.setattr(readings, "load_attitudes", lambda: pytest.fail("asked"))
    dm.analyse(dm.Article.from_text("Ilke Morvan has lost patience with the sanctions."))


def test_without_the_model_there_are_no_readings(monkeypatch):
    monkeypatch.setattr(readings, "load_attitudes", lambda: None)
    assert [row for text, *_ in SENTENCES for row in read(text)] == []
