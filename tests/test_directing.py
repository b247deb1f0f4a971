"""Directing: to whom an answer, an offer or a threat goes whose own words name nobody."""

import pytest

from demandeur import Article, analyse

DIRECTED = [
    # (text, act, issuers, addressees)
    ("Ruvenia offered talks to Chad. The offer was spurned.", "REJECT", ["chad"], ["ruvenia"]),
    ("Norway offered talks to Chad. Chad rejected that, too.", "REJECT", ["chad"], ["norway"]),
    ("Norway proposed a joint patrol. Chad rejected the idea.", "REJECT", ["chad"], ["norway"]),
    ("Norway urged Chad to close the port. Mali spoke. Chad refused to close it.", "REJECT", ["chad"], ["norway"]),
    ("Norway asked Chad to send nurses. Chad offered to send twelve nurses.", "OFFER", ["chad"], ["norway"]),
    ("Norway urged Chad to open the port. Chad was ready to open the port.", "ACCEPT", ["chad"], ["norway"]),
    ("Norway urged Chad to open the port. Chad gave in.", "ACCEPT", ["chad"], ["norway"]),
    ("Ana Reyl requests a meeting. Chad rejects her words but will meet Ana Reyl.", "ACCEPT", ["chad"], ["ana-reyl"]),
    ("Norway fined Chad for refusing to leave.", "REJECT", ["chad"], ["norway"]),
    ("Chad declined to resume talks despite pressure from Norway.", "REJECT", ["chad"], ["norway"]),
]
UNDIRECTED = [
    ("Norway urged Mali to close the port. Chad refused to sign the charter.", "REJECT"),
    ("Chad refuses to attack Norway.", "REJECT"),
    ("Chad refused to do what every other country has done.", "REJECT"),
]


def _acts(text, kind):
    return [row for row in analyse(Article.from_text(text)).rows["acts"] if row["act"] == kind]


@pytest.mark.parametrize(("text", "kind", "issuers", "addressees"), DIRECTED)
def test_an_act_goes_to_the_one_whose_act_it_answers(text, kind, issuers, addressees):
    assert [(row["issuers"], row["addressees"]) for row in _acts(text, kind)] == [(issuers, addressees)]


@pytest.mark.parametrize(("text", "kind"), UNDIRECTED)
def test_an_act_stays_open_where_nothing_tells_to_whom_it_goes(text, kind):
    assert [row["addressees"] for row in _acts(text, kind)] == [[]]


def test_a_bare_answer_has_the_content_of_what_it_answers():
    (row,) = _acts("Norway asked Chad to release the ship. Chad declined.", "REJECT")
    assert row["content"] == "release the ship"


def test_an_answer_in_the_passive_to_nothing_told_before_is_left_out():
    assert _acts("The weather was fine. The offer was spurned.", "REJECT") == []


BARE = [
    # (text, issuers, content)
    (
        "Ana Reyl of Mali asked Norway to pay. The village was quiet, and its people went about their work as on any "
        "other day of that long, wet, windy year, which nobody there would forget. They mended nets, they baked bread, "
        "they fed the hens, they sang, and in the evening they sat by the harbour wall to watch the boats come in, one "
        "after the other, low in the water with herring and cod. A union in Chad offered to send a mediator. "
        "Norway accepted.",
        ["norway"],
        "send a mediator",
    ),
    ("Farmers appealed to Norway and Chad to open the port. Mali agreed at once.", ["mali"], "open the port"),
]


@pytest.mark.parametrize(("text", "issuers", "content"), BARE)
def test_a_bare_answer_is_to_what_was_just_said(text, issuers, content):
    (row,) = _acts(text, "ACCEPT")
    assert (row["issuers"], row["content"]) == (issuers, content)
