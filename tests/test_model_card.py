"""How often the shipped model is right, as its card says, beside TextBlob."""

import json

import pytest

from demandeur import model_card
from demandeur.evaluation.estimates import Estimate

OURS = {"value": 0.8, "low": 0.7, "high": 0.9}
THEIRS = {"value": 0.5, "low": 0.4, "high": 0.6}


@pytest.fixture
def card(tmp_path, monkeypatch):
    """Return the path that the card is read from; nothing is there yet."""
    monkeypatch.setattr(model_card, "CARD", tmp_path / "card.json")
    return tmp_path / "card.json"


def written(**more) -> str:
    return json.dumps({"figures": {"targets": {"n": 12, "f1_macro": OURS, **more}}})


def test_both_are_told_on_the_same_sentences(card):
    card.write_text(written(**{model_card.TEXTBLOB: THEIRS}))
    assert model_card.figures() == [model_card.Figure("NewsMTSC", 12, Estimate(**THEIRS), Estimate(**OURS))]


def test_a_card_without_textblob_compares_nothing(card):
    card.write_text(written())
    assert model_card.figures() == []


def test_without_a_card_there_are_no_figures(card):
    assert model_card.figures() == []


def test_the_shipped_card_tells_both():
    [figure] = model_card.figures()
    assert 0 < figure.textblob.low < figure.textblob.value < figure.model.low
