"""The attitudes, each with its strongest words, and TextBlob beside the model."""

import pictured
import pytest
from test_pictures import assert_legible, draw_attitudes, draw_beside, texts

from demandeur import pictures


def test_attitudes_show_sign_and_number_of_pieces():
    picture = draw_attitudes(pictured.talks())
    drawn = texts(picture)
    assert [drawn.count(sign) - 1 for sign in ("−", "0", "+")] == [2, 1, 2]
    assert drawn.count("n = 2") == 2
    assert "League of the Inner Sea to Republic of Osmere: neutral, two pieces of evidence, “The League" in picture.alt
    assert picture.title.startswith("Five attitudes: two positive, two negative, one neutral; the clearest is positive")


def test_a_cell_has_the_words_of_the_strongest_evidence():
    drawn = " ".join(texts(draw_attitudes(pictured.talks())))
    assert "“The League of the Inner Sea asked the Republic of Osmere to wait.”" in drawn
    assert "<b>." in drawn


def test_long_words_are_cut_so_that_what_tells_is_seen():
    drawn = " ".join(texts(draw_attitudes(pictured.talks())))
    assert "accused the" in drawn
    assert "“…" in drawn
    assert "…”" in drawn
    assert "“Ilse Tarro-Vandenhoek, who" not in drawn


def test_the_table_has_all_the_words_whether_or_not_the_picture_has_room():
    picture = draw_attitudes(pictured.talks())
    words = list(picture.data["Strongest evidence"])
    assert [each.split(":")[0] for each in words] == ["A71", "S2", "A72", "A73", "A74"]
    assert words[4] == f"A74: “{pictured.SENTENCES[5]}”"
    crowd = pictures.attitudes(pictured.quarrel(7, 7))
    assert set(crowd.data["Strongest evidence"]) == {words[0]}
    assert not [line for line in texts(crowd) if "accused" in line]
    assert any("stand in the table" in line for line in texts(crowd))


def test_without_the_judged_sentences_a_statement_has_no_words():
    picture = pictures.attitudes(pictured.talks())
    assert picture.data["Strongest evidence"][1] == ""
    assert "Bram Quist to Ilse Tarro-Vandenhoek: negative, one piece of evidence." in picture.alt


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (1, 2), (3, 4), (5, 6), (13, 6), (8, 7), (11, 12)])
def test_nothing_overlaps_however_many_quarrel(rows, columns):
    assert_legible(pictures.attitudes(pictured.quarrel(rows, columns)))


def test_beside_counts_where_both_agree_and_where_one_of_them_has_nothing_to_say():
    picture = draw_beside(pictured.talks())
    assert picture.title == (
        "TextBlob and the model agree on one of three sentences about others; of one more TextBlob knows no word; "
        "on one more the model is unsure"
    )
    assert list(picture.data["Verdict"]) == [
        "they disagree",
        "they disagree",
        "they agree",
        "the model is unsure",
        "TextBlob knows no word",
    ]


def test_beside_draws_the_words_on_which_they_disagree_the_sharpest_first():
    picture = draw_beside(pictured.talks())
    drawn = " ".join(texts(picture))
    first, second = drawn.index("fairy tale"), drawn.index("accused")
    assert first < second
    assert "thanked" not in drawn
    assert "TextBlob positive, the model negative (90 % sure)." in picture.alt


def test_beside_says_which_is_right_more_often_where_figures_are_known():
    picture = draw_beside(pictured.talks())
    assert "Macro F1 on 100 sentences of NewsMTSC: TextBlob 40 (30–50), the model 80 (70–90)." in picture.alt
    assert "80 (70–90)" in texts(picture)
    without = pictures.beside(pictured.talks(), pictured.JUDGED)
    assert "Which is right more often?" not in texts(without)


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([2], "TextBlob and the model agree on one sentence about others"),
        ([0], "TextBlob and the model disagree on one sentence about others"),
        ([0, 1], "TextBlob and the model agree on none of two sentences about others"),
        ([4], "TextBlob and the model judge no sentence both: of one TextBlob knows no word"),
        (
            [3, 4],
            "TextBlob and the model judge no sentence both: "
            "of one TextBlob knows no word and on one the model is unsure",
        ),
    ],
)
def test_the_title_counts_as_a_reader_would(rows, title):
    picture = pictures.beside(pictured.talks(), pictured.JUDGED.iloc[rows])
    assert picture.title == title
    assert_legible(picture)


def test_of_many_disagreements_ten_are_drawn_and_the_picture_says_so():
    many = pictured.JUDGED.iloc[[0] * 12].assign(start=range(12))
    picture = pictures.beside(pictured.talks(), many)
    assert any(line.endswith("10 of 12, the surest first; the table has all") for line in texts(picture))
    assert len(picture.data) == 12
    assert_legible(picture)


def test_a_sentence_that_two_statements_share_counts_once():
    shared = pictured.JUDGED.iloc[[0, 0, 2]].assign(statement_id=["S1", "S2", "S3"])
    assert len(pictures.beside(pictured.talks(), shared).data) == 2
