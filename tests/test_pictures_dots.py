"""The dot plots, stance and tone, and the attitudes."""

import pictured
from matplotlib.patches import Circle
from test_pictures import draw_stance, texts

from demandeur import pictures


def hollow(picture) -> int:
    """Return the number of hollow dots, that of the key left out."""
    circles = [artist for artist in picture.figure.findobj(Circle) if artist.get_facecolor()[3] == 0]
    return len(circles) - 1


def test_every_piece_of_evidence_is_drawn_up_to_four_in_one_place():
    assert hollow(draw_stance(pictured.talks())) == 7 + 4 + 3
    assert "× 6" in texts(draw_stance(pictured.talks()))


def test_the_stance_picture_has_a_panel_for_each_issue():
    picture = draw_stance(pictured.talks())
    drawn = texts(picture)
    assert "Truce" in drawn
    assert "Harbour <dues>" in drawn
    assert picture.title == "On truce: two support, one conditional, one oppose, one unclear; one other issue below"
    assert "Republic of Osmere: oppose, mean score −0.75, n = 2." in picture.alt


def test_a_condition_stands_below_plain_support_whatever_its_score():
    rows = [dict(row) for row in pictured.STANCES[:3]]
    rows[1]["score"] = 1.0
    picture = pictures.stance(pictured.analysis(actors=pictured.ACTORS, stances=rows), pictured.PIECES)
    places = [picture.alt.index(name) for name in ("Ilse Tarro", "Bram Quist", "Republic of Osmere")]
    assert places == sorted(places)


def test_a_stance_without_score_is_named_without_a_mark():
    picture = draw_stance(pictured.talks())
    assert "the harbour pilots' union & friends <b>: unclear, no score, n = 0." in picture.alt


def test_tone_leaves_out_statements_that_say_nothing():
    picture = pictures.tone(pictured.talks())
    assert "Ilse Tarro-Vandenhoek: mean polarity +0.15, n = 2, 1 says nothing." in picture.alt
    assert "林海峡: no mean, n = 0, 1 says nothing." in picture.alt
    assert hollow(picture) == 6
    assert list(picture.data["Polarity"]).count("says nothing") == 2


def test_the_title_says_that_tone_is_no_stance():
    assert pictures.tone(pictured.talks()).title.startswith("Tone, not stance: warmest words from")
    silent = pictured.analysis(actors=pictured.ACTORS, sentiment=[pictured.tone_row(1, "lin", 0.0, 0)])
    assert pictures.tone(silent).title.endswith("knows none of the words of these statements")


def test_attitudes_show_sign_and_number_of_pieces():
    picture = pictures.attitudes(pictured.talks())
    drawn = texts(picture)
    assert [drawn.count(sign) - 1 for sign in ("−", "0", "+")] == [2, 1, 2]
    assert drawn.count("n = 2") == 2
    assert "League of the Inner Sea to Republic of Osmere: neutral, two pieces of evidence." in picture.alt
    assert picture.title.startswith("Five attitudes: two positive, two negative, one neutral; the clearest is positive")
