"""The dot plots, stance and tone, and tone over the article's course."""

import pictured
import pytest
from matplotlib.patches import Circle
from test_pictures import assert_legible, draw_stance, texts

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


def test_the_course_tells_where_who_speaks_how_and_on_how_little_that_rests():
    picture = pictures.course(pictured.talks())
    assert picture.title.startswith("Tone, not stance: mean ")
    assert picture.title.endswith("; of two of eight statements TextBlob knows no word")
    assert "S4 at 84 %, Bram Quist: polarity −0.70 resting on one word." in picture.alt
    assert "S3 at 70 %, Ilse Tarro-Vandenhoek: says nothing." in picture.alt
    assert "It knows 9 of 96 words; four dots rest on a single word." in picture.alt
    assert "Mean subjectivity of the words it knows, from 0 (plain) to 1 (opinion): 0.50." in picture.alt
    assert list(picture.data["Statement"]) == [f"S{number}" for number in range(1, 9)]


def test_what_says_nothing_stands_below_the_scale_and_not_at_0():
    def drawn(known):
        rows = [pictured.tone_row(1, "lin", 0.0, known)]
        where = [{"statement_id": "S1", "spans": [[0, 9]]}]
        picture = pictures.course(pictured.analysis(actors=pictured.ACTORS, statements=where, sentiment=rows))
        return [artist for artist in picture.figure.findobj(Circle) if artist.center[1] == 144]

    assert len(drawn(1)) == 1
    assert drawn(0) == []


def test_the_more_words_are_known_the_larger_is_the_dot():
    rows = [pictured.tone_row(number, "lin", 0.5, number) for number in (1, 2, 3)]
    where = [{"statement_id": f"S{number}", "spans": [[number, 9]]} for number in (1, 2, 3)]
    picture = pictures.course(pictured.analysis(actors=pictured.ACTORS, statements=where, sentiment=rows))
    on_scale = [artist for artist in picture.figure.findobj(Circle) if artist.center[1] == 94]
    sizes = {artist.center[0]: artist.radius for artist in on_scale}
    assert len(sizes) == 3
    assert [sizes[x] for x in sorted(sizes)] == sorted(sizes.values())
    assert len(set(sizes.values())) == 3


@pytest.mark.parametrize(("count", "speakers"), [(1, 1), (16, 9), (40, 16), (120, 30)])
def test_nothing_overlaps_however_many_speak(count, speakers):
    picture = pictures.course(pictured.chatter(count, speakers))
    assert_legible(picture)
    assert len(picture.data) == count
    assert ("15 more speakers" in texts(picture)) == (speakers == 30)


def test_a_statement_without_a_place_is_left_out():
    rows = [pictured.tone_row(1, "lin", 0.5, 1)]
    assert pictures.course(pictured.analysis(actors=pictured.ACTORS, sentiment=rows)).title.startswith("No ")
