"""The pictures of demands: ledger, matrix and map."""

import pictured
import pytest
from test_pictures import texts

from demandeur import pictures
from demandeur.pictures.style import MOST_DEMANDS


def demands(*rows, acts=()):
    """Return an analysis of those demands."""
    return pictured.analysis(actors=pictured.ACTORS, demands=list(rows), acts=list(acts))


def test_the_ledger_tells_each_demand_with_its_answer():
    picture = pictures.ledger(pictured.talks())
    drawn = texts(picture)
    for number in range(1, 9):
        assert f"D{number}" in drawn
    for word in ("accepted", "conditional", "rejected", "unanswered", "nobody named", "the text denies it"):
        assert word in drawn
    assert "D2: Ilse Tarro-Vandenhoek and League of the Inner Sea to Republic of Osmere and Bram Quist:" in picture.alt
    assert picture.data.loc[1, "Who asks"] == "Ilse Tarro-Vandenhoek and League of the Inner Sea"
    assert list(picture.data["Answer"]).count("unanswered") == 5


def test_an_answer_names_who_gave_it_where_that_is_not_the_addressee():
    drawn = texts(pictures.ledger(pictured.talks()))
    assert "by Veldran" in drawn
    assert "by Bram Quist" in drawn
    assert not any(text.startswith("by Republic") for text in drawn)


def test_of_several_answers_the_decisive_one_is_named():
    row = pictured.demand(1, ["tarro"], "stop", ["osmere"], "rejected", 2, answers=["A1", "A2"])
    acts = [pictured.answer("A1", "CONSULT", ["league"]), pictured.answer("A2", "REJECT", ["quist"])]
    assert pictures.ledger(demands(row, acts=acts)).data.loc[0, "Answered by"] == "Bram Quist"


@pytest.mark.parametrize("draw", [pictures.ledger, pictures.matrix, pictures.network_map])
def test_of_very_many_demands_the_strongest_are_drawn_and_the_picture_says_so(draw):
    picture = draw(pictured.crowd(57, 22))
    drawn = " ".join(texts(picture))
    shown = {word for word in drawn.split() if word.startswith("D") and word[1:].isdigit()}
    assert len(shown) == MOST_DEMANDS
    weak = [f"D{place + 1}" for place in range(57) if place % 5 == 0]
    assert not shown.intersection(weak[6:])
    assert "The 40 strongest of 57 demands are drawn; the table has all." in drawn
    assert len(picture.data) == 57


TITLES = [
    ([(["tarro"], ["osmere"])], "One demand is made of Republic of Osmere; unanswered"),
    ([(["tarro"], ["osmere"])] * 2, "Everything is asked of Republic of Osmere: two demands; two unanswered"),
    (
        [(["tarro"], ["osmere"]), (["tarro"], ["osmere"]), (["quist"], [])],
        "Most is asked of Republic of Osmere: two of three demands; three unanswered",
    ),
    ([(["tarro"], []), (["quist"], [])], "Two demands, of nobody named; two unanswered"),
    (
        [(["tarro"], ["osmere"]), (["quist"], ["veldran"])],
        "Two demands, of two actors, at most one of each; two unanswered",
    ),
]


@pytest.mark.parametrize(("parties", "title"), TITLES)
def test_the_ledgers_title_is_its_message(parties, title):
    rows = []
    for place, (issuers, addressees) in enumerate(parties):
        rows.append(pictured.demand(place + 1, issuers, "stop", addressees, "unanswered", 2))
    assert pictures.ledger(demands(*rows)).title == title


def test_the_matrix_counts_who_asks_and_what_is_left_open():
    picture = pictures.matrix(pictured.talks())
    assert picture.title == (
        "Most is asked by Ilse Tarro-Vandenhoek and League of the Inner Sea: two of eight demands each; "
        "two demands with nobody named as addressee"
    )
    assert "Bram Quist: Veldran for D3." in picture.alt


def test_a_crowded_matrix_keeps_the_numbers():
    drawn = texts(pictures.matrix(pictured.crowd(30)))
    assert "D2 D16" in drawn
    assert not any("buoy" in text for text in drawn)


def test_the_map_has_a_badge_for_each_arrow():
    drawn = texts(pictures.network_map(pictured.talks()))
    assert drawn.count("D2") == 4
    assert drawn.count("D5") == 2
    assert drawn.count("D8") == 1


def test_an_actor_that_asks_itself_is_drawn():
    row = pictured.demand(1, ["tarro"], "do better", ["tarro"], "accepted", 2)
    for draw in (pictures.ledger, pictures.matrix, pictures.network_map):
        assert "D1" in " ".join(texts(draw(demands(row))))


def test_what_a_demand_lacks_is_said():
    row = pictured.demand(1, [], None, [], None, None, trigger=None)
    picture = pictures.ledger(demands(row))
    assert picture.data.iloc[0].tolist()[1:4] == ["nobody named", "not said", "nobody named"]
