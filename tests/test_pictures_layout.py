"""Layout, circle and typeset: orders, places, and text that fits."""

import pytest

from demandeur.pictures.circle import crossings_around, order_around
from demandeur.pictures.grid import plan_grid
from demandeur.pictures.layout import crossings, order_columns, spread
from demandeur.pictures.typeset import clean, shorten, text_width, wrap

SPREADS = [
    ([], [], []),
    ([50], [10], [50]),
    ([10, 90], [10, 10], [10, 90]),
    ([50, 50], [10, 10], [44, 56]),
    ([0, 0, 0], [10, 10, 10], [5, 17, 29]),
    ([100, 100], [10, 10], [83, 95]),
    ([50, 20], [10, 10], [29, 41]),
]


@pytest.mark.parametrize(("wanted", "sizes", "places"), SPREADS)
def test_boxes_keep_their_order_and_their_distance(wanted, sizes, places):
    assert spread(wanted, sizes, 2, 0, 100) == places


def test_columns_are_ordered_until_nothing_crosses_that_need_not():
    left, middle, right = ["a", "b", "c"], [1, 2, 3, 4], ["x", "y"]
    links_left = [("a", 4), ("b", 1), ("c", 3), ("b", 2)]
    links_right = [(1, "y"), (2, "y"), (3, "x"), (4, "x")]
    ordered = order_columns(left, middle, right, links_left, links_right)
    assert crossings(links_left, ordered[0], ordered[1]) + crossings(links_right, ordered[1], ordered[2]) == 0
    assert [sorted(column) for column in ordered] == [left, middle, right]


def test_an_order_without_crossings_is_left_alone():
    links_left, links_right = [("a", 1), ("b", 2)], [(1, "x"), (2, "y")]
    assert order_columns(["a", "b"], [1, 2], ["x", "y"], links_left, links_right) == (["a", "b"], [1, 2], ["x", "y"])


def test_the_circle_is_untangled():
    links = [("a", "d"), ("d", "b"), ("b", "e"), ("e", "c"), ("c", "a")]
    assert crossings_around(list("abcde"), links) > 0
    order = order_around(list("abcde"), links)
    assert crossings_around(order, links) == 0
    assert sorted(order) == list("abcde")


LINES = [
    ("", 100, []),
    ("stop", 100, ["stop"]),
    ("open the harbour", 70, ["open the", "harbour"]),
    ("open the harbour to ships of all flags", 70, ["open the", "harbour…"]),
    ("Donaudampfschifffahrtsgesellschaft", 90, ["Donaudampf", "schifffahrts…"]),
    ("Mayer-Vandenhoekendam", 90, ["Mayer-", "Vandenhoe…"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), LINES)
def test_text_is_wrapped_and_cut_at_word_ends(text, width, lines):
    made = wrap(text, width, 13, lines=2)
    assert all(text_width(line, 13) <= width for line in made)
    assert made == lines


def test_a_letter_keeps_its_marks_when_a_word_is_broken():
    made = wrap("e\u0301" * 60, 60, 13, lines=20)
    assert "".join(made) == "e\u0301" * 60
    assert not any(line.startswith("\u0301") for line in made)


CLEAN = [
    ("a\n b\t c", "a b c"),
    ("nul\x00", "nul\ufffd"),
    ("lone \ud800", "lone \ufffd"),
    ("\u202eevil", "evil"),
    ("$5 & <b>", "$5 & <b>"),
]


@pytest.mark.parametrize(("text", "cleaned"), CLEAN)
def test_text_is_made_fit_to_be_drawn(text, cleaned):
    assert clean(text) == cleaned


def test_a_short_text_is_not_cut():
    assert shorten("stop now", 8) == "stop now"
    assert shorten("stop now!", 8) == "stop…"
    assert shorten("unterbrechungsfrei", 8) == "unterbr…"


def test_a_column_grows_rather_than_break_a_word_of_its_head():
    heads = ["River Commission", *"ABCDEFG"]
    grid = plan_grid(["A"], heads, [40])
    assert grid.columns[0] == ["River", "Commission"]
    assert plan_grid(["A"], [*"ABCDEFGH"], [40]).column < grid.column
