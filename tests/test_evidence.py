"""The article's words come out as they are, with marks where the tables say, and links that lead both ways."""

import html
import re

import pytest
import river_talks

from demandeur import evidence
from demandeur.analysis import Analysis
from demandeur.article import Article


def words_of(page: str) -> str:
    """Return what a reader sees of the text itself: no legend, no labels, no markup."""
    page = page[page.index('<div class="article-text">') :]
    page = re.sub(r'<(a|span) class="tag.*?</\1>', "", re.sub(r'<span class="unseen">.*?</span>', "", page))
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def analysis_of(text: str, **tables) -> Analysis:
    return Analysis.from_record(Article.from_text(text), tables)


def test_no_word_of_the_article_is_lost_or_added():
    shown = words_of(evidence.full_text(river_talks.analysis())._repr_html_())
    assert shown.split() == river_talks.TEXT.split()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> & {braces} {{x}} {% raw %}",
        "# Not a heading, $x^2$ *not emphasis* ![](http://example.org/x.png)",
        "lines\r\nand\ttabs\n\n\n   \nand\u2028separators 𝒳 é",
    ],
)
def test_text_that_looks_like_markup_comes_out_as_text(text):
    page = evidence.full_text(analysis_of(text))._repr_html_()
    assert words_of(page).split() == text.split()
    assert "<script" not in page
    assert "<img" not in page


def test_every_demand_with_a_place_is_linked_to_its_row_and_can_be_linked_to():
    page = evidence.full_text(river_talks.analysis())._repr_html_()
    for number in range(1, 6):
        assert page.count(f'id="text-D{number}" href="#D{number}"') == 1


def test_an_answer_is_labelled_with_what_it_does_to_which_demand():
    page = evidence.full_text(river_talks.analysis())._repr_html_()
    labels = re.findall(r'of-answer" id="([^"]+)" href="([^"]+)">([^<]+)', page)
    assert labels == [
        ("text-D4-A6", "#D4", "accepts D4"),
        ("text-D4-A7", "#D4", "accepts D4 on a condition"),
        ("text-D2-A8", "#D2", "rejects D2"),
    ]


def test_marks_that_overlap_share_the_words_they_share():
    text = "abcdef"
    demands = [
        {"demand_id": "D1", "evidence_start": 0, "evidence_end": 4},
        {"demand_id": "D2", "evidence_start": 2, "evidence_end": 6},
    ]
    page = evidence.full_text(analysis_of(text, demands=demands))._repr_html_()
    pieces = re.findall(r'<mark class="([^"]+)">(\w+)</mark>', page.split("article-text")[1])
    assert pieces == [("demand", "ab"), ("demand ends-demand", "cd"), ("demand ends-demand", "ef")]


def test_a_label_stands_before_the_opening_quotation_mark():
    statements = [{"statement_id": "S1", "speaker_text": "Renn", "spans": [[11, 15]]}]
    page = evidence.full_text(analysis_of("Renn said “Stop” twice.", statements=statements))._repr_html_()
    assert re.search(r'S1 Renn<span class="unseen">:&nbsp;</span></span>“<mark', page)


def test_a_statement_of_two_parts_has_one_place_to_link_to():
    page = evidence.full_text(river_talks.analysis())._repr_html_()
    assert page.count('id="text-S2"') == 1
    assert "S2 goes on" in page


def test_a_mark_across_paragraphs_is_labelled_once_and_marked_in_both():
    text = "One two.\n\nThree four."
    demands = [{"demand_id": "D1", "evidence_start": 4, "evidence_end": 15}]
    page = evidence.full_text(analysis_of(text, demands=demands))._repr_html_()
    assert page.count('id="text-D1"') == 1
    assert re.findall(r"<mark[^>]*>([^<]+)</mark>", page.split("article-text")[1]) == ["two.", "Three"]


@pytest.mark.parametrize("place", [(5, 5), (7, 3), (0, 999), (-3, 4), (None, 4)])
def test_a_place_outside_the_text_is_not_marked(place):
    demands = [{"demand_id": "D1", "evidence_start": place[0], "evidence_end": place[1]}]
    page = evidence.full_text(analysis_of("Nine words.", demands=demands))._repr_html_()
    assert "<mark" not in page
    assert "Nothing in this text was recognised" in page
