"""The tone of words, and on how many words that are known it rests."""

import pytest

import demandeur as dm
from demandeur.sentiment import Tone, tone


@pytest.mark.parametrize(
    ("text", "sign", "known"),
    [
        ("A wonderful day.", 1, 1),
        ("A terrible day.", -1, 1),
        ("They condemned the attack.", 0, 0),
        ("", 0, 0),
        ("A wonderful, terrible day.", 0, 2),
    ],
)
def test_tone(text, sign, known):
    found = tone(text)
    assert found.polarity == 0 if sign == 0 else found.polarity * sign > 0
    assert found.n_known == known


def test_where_no_word_is_known_the_tone_says_nothing():
    assert tone("The dam stands.") == Tone(polarity=0.0, subjectivity=0.0, n_words=3, n_known=0)


def test_a_denied_word_tells_the_opposite():
    assert tone("It was good.").polarity > 0 > tone("It was not good.").polarity


@pytest.mark.parametrize("text", ["", "…", "Great! " * 50, "The worst, most horrible, awful day.", "naïve 東京 ok"])
def test_a_tone_stays_within_its_range(text):
    found = tone(text)
    assert -1 <= found.polarity <= 1
    assert 0 <= found.subjectivity <= 1
    assert found.n_words == sum(word.strip("…!,.").isalnum() for word in text.split())


def test_every_statement_has_the_tone_of_its_words():
    text = "“A wonderful day,” Ana Reyl said. Otto Brandt said that the dam was a terrible mistake."
    rows = dm.analyse(dm.Article.from_text(text)).rows
    assert [row["statement_id"] for row in rows["sentiment"]] == ["S1", "S2"]
    for statement, measured in zip(rows["statements"], rows["sentiment"], strict=True):
        found = tone(statement["text"])
        assert measured["actor_id"] == statement["speaker"]
        assert (measured["polarity"], measured["subjectivity"]) == (found.polarity, found.subjectivity)
        assert (statement["polarity"], statement["subjectivity"]) == (found.polarity, found.subjectivity)
        assert (measured["n_words"], measured["n_known"]) == (found.n_words, found.n_known)
