"""How often the shipped model is right, as its card says, beside TextBlob."""

import json

import pytest

from demandeur import model_card
from demandeur.evaluation.estimates import Estimate


@pytest.fixture
def card(tmp_path, monkeypatch):
    """Return the path that the card is read from; nothing is there yet."""
    monkeypatch.setattr(model_card, "CARD", tmp_path / "card.json")
    return tmp_path / "card.json"


def written(number: int) -> str:
    return json.dumps({"figures": {"targets": {"n": number, "f1_macro": {"value": 0.8, "low": 0.7, "high": 0.9}}}})


def test_both_are_told_on_the_same_sentences(card):
    card.write_text(written(model_card.OF))
    [figure] = model_card.figures()
    assert figure.n == model_card.OF
    assert figure.model == Estimate(0.8, 0.7, 0.9)
    assert figure.textblob == model_card.TEXTBLOB


def test_other_sentences_than_textblobs_are_not_compared(card):
    card.write_text(written(model_card.OF + 1))
    assert model_card.figures() == []


def test_without_a_card_there_are_no_figures(card):
    assert model_card.figures() == []
