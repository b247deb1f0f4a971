"""Blame: reproaches without a word of blame, as the attitude model reads a speaker's own sentences."""

import pytest

from demandeur import Article, analyse
from demandeur.blame import SAID_OF

NAMED = "Norway has shelled our harbour. "
TOLD = "Whole families have been thrown out of their homes at gunpoint."


def blamed(text, speaker="Chad"):
    rows = analyse(Article.from_text(text, speaker=speaker)).rows["acts"]
    return [row["addressees"] for row in rows if row["rule"] == SAID_OF]


def test_a_wrong_of_nobody_is_blamed_on_the_state_that_the_speech_accuses():
    assert blamed(NAMED + TOLD) == [["norway"]]


def test_without_an_accusation_it_blames_nobody():
    assert blamed("It is a shameful crime against innocent families.") == [[]]


@pytest.mark.parametrize("sentence", ["Whole families have found new homes at last.", "The talks begin in May."])
def test_a_speech_that_accuses_somebody_still_says_other_things(sentence):
    assert blamed(NAMED + sentence) == []


def test_victims_are_not_blamed():
    assert blamed(NAMED + "Mali is a victim of this cruel and senseless war.") == [["norway"]]


def test_of_two_states_accused_equally_often_the_one_spoken_of_more_is_blamed():
    text = "Norway has lied. Mali has lied. We met Norway in May, and Norway came again in June. "
    assert blamed(text + TOLD)[-1] == ["norway"]


def test_a_group_is_blamed_along_with_the_state_behind_it():
    assert blamed(NAMED + "Cowardly gunmen have thrown whole families out of their homes.") == [["gunmen", "norway"]]


def test_news_blames_nobody():
    assert blamed(NAMED + TOLD, speaker=None) == []
