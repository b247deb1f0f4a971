"""The picture of reliability: its message, its points, its words, and that nothing overlaps."""

import pytest
from matplotlib.patches import Circle
from test_pictures import assert_legible, texts

from demandeur import pictures
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.scores import reliability_scores


def draw(*articles):
    """Return the picture of articles whose acts are pairs of confidence and whether the act is right."""
    judged = [[Judged({"confidence": confidence}, right) for confidence, right in acts] for acts in articles]
    return pictures.reliability(reliability_scores(judged))


MIXED = [[(0.91, True)] * 9 + [(0.15, False)] * 4 + [(0.15, True)]] * 3
CROWD = [[(n / 100, n % 3 > 0) for n in range(1, 101)] * 7, [(n / 100, n % 2 > 0) for n in range(1, 101)] * 5]


@pytest.mark.parametrize(
    ("articles", "title"),
    [
        (
            [[(0.9, True)] * 9 + [(0.9, False)]] * 2,
            "Of 20 acts, confidence says that 90 in 100 are right, and 90 are: it keeps",
        ),
        (
            [[(0.9, False)] * 9 + [(0.9, True)]] * 2,
            "Of 20 acts, confidence says that 90 in 100 are right, and 10 are: it is too sure",
        ),
        ([[(0.1, True)]], "Of one act, confidence says that 10 in 100 are right, and 100 are: it is too modest"),
    ],
)
def test_the_title_says_whether_confidence_keeps_its_word(articles, title):
    picture = draw(*articles)
    assert picture.title.startswith(title)
    assert picture.alt.startswith(picture.title)


def test_each_bin_is_told_in_the_table_and_in_words():
    picture = draw(*MIXED)
    assert picture.data.values.tolist() == [
        ["0.1–0.2", 15, "0.15", 3, "20.0", "20–20"],
        ["0.9–1.0", 27, "0.91", 27, "100.0", "100–100"],
    ]
    assert "Confidence 0.1–0.2: 15 acts, mean confidence 0.15, 20 in 100 right (20–20)." in picture.alt
    assert {"15", "27", "27 acts", "six acts"} <= set(texts(picture))


def test_a_point_has_the_area_of_its_number_of_acts():
    radii = {round(circle.radius, 1) for circle in draw(*MIXED).figure.findobj(Circle)}
    assert radii == {15.0, round(15 * (15 / 27) ** 0.5, 1), round(15 * (6 / 27) ** 0.5, 1)}


@pytest.mark.parametrize("articles", [MIXED, CROWD, [[(1.0, True)]], [[(0.0, False)], []]])
def test_nothing_is_cut_and_nothing_overlaps(articles):
    assert_legible(draw(*articles))


def test_the_same_acts_give_the_same_bytes():
    first, second = draw(*CROWD), draw(*CROWD)
    assert first.svg() == second.svg()
    assert first.png() == second.png()
    assert first._repr_html_() == second._repr_html_()


def test_a_page_may_have_several():
    picture = pictures.reliability(reliability_scores([]), "reliability-acts")
    assert picture.title.startswith("No act could be judged")
    assert picture.data.empty
    assert 'id="picture-reliability-acts"' in picture._repr_html_()
