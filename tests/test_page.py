"""The page: everything in its order, nothing from outside, every link leading somewhere, the same each time."""

import re
from html.parser import HTMLParser

import executed
import pytest
import river_talks

from demandeur.page import SECTIONS, make_page, plain_output

VOID = {"meta", "br", "img", "hr", "input", "link"}


class Outline(HTMLParser):
    """What the tests ask a page for: its tags, ids, links, headings, and whether every element is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.ids, self.links, self.headings, self.open = [], [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.ids += [value for name, value in attributes if name == "id"]
        self.links += [value for name, value in attributes if name == "href"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page() -> str:
    return make_page(executed.notebooks(river_talks.analysis()), "River talks open in Port Ambry", ["2031-05-12"])


@pytest.fixture(scope="module")
def outline(page) -> Outline:
    return Outline(page)


def test_the_sections_stand_in_the_order_of_the_design(outline):
    sections = [attributes["id"] for tag, attributes in outline.tags if tag == "section"]
    assert sections == [section.name for section in SECTIONS]
    assert sections == "finding limits ledger demands matrix stance attitudes tone text provenance".split()


def test_every_link_leads_to_a_place_of_the_page(outline):
    assert len(outline.ids) == len(set(outline.ids))
    assert [link for link in outline.links if link[1:] not in outline.ids] == []
    assert all(link.startswith("#") for link in outline.links)


def test_every_demand_is_linked_both_ways(outline):
    for number in range(1, 6):
        assert {f"D{number}", f"text-D{number}"} <= set(outline.ids)
        assert f"#D{number}" in outline.links
        assert f"#text-D{number}" in outline.links


def test_headings_are_one_title_and_no_level_is_left_out(outline):
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(outline.headings, outline.headings[1:], strict=False))


def test_nothing_is_loaded_and_nothing_runs(page, outline):
    names = {tag for tag, _ in outline.tags}
    assert names.isdisjoint({"script", "link", "iframe", "object", "embed", "form", "base"})
    assert "url(" not in page
    assert "@import" not in page
    assert [name for _, attributes in outline.tags for name in attributes if name.startswith("on")] == []
    policy = next(a["content"] for _, a in outline.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")


def test_every_picture_has_words_and_data(page, outline):
    pictures = [a for tag, a in outline.tags if tag == "figure"]
    assert [a["id"] for a in pictures] == [
        f"picture-{name}" for name in ("ledger", "matrix", "stance", "attitudes", "course", "tone", "beside")
    ]
    drawings = [a for tag, a in outline.tags if tag == "svg"]
    assert len(drawings) == len(pictures)
    assert all(a["role"] == "img" and len(a["aria-label"]) > 20 for a in drawings)
    for figure in re.findall(r"<figure.*?</figure>", page, re.DOTALL):
        assert "<figcaption" in figure
        # Nobody in the river talks speaks of another, so that TextBlob stands beside nothing.
        drawn = 'id="picture-beside"' not in figure
        assert bool(re.search(r"<details>.*<table.*</details>", figure, re.DOTALL)) == drawn


def test_the_page_is_complete_light_and_the_same_each_time(page, outline):
    assert outline.open == []
    assert len(page.encode()) < 300_000
    again = make_page(executed.notebooks(river_talks.analysis()), "River talks open in Port Ambry", ["2031-05-12"])
    assert again == page


def test_an_article_without_anything_gives_a_page_that_says_so():
    page = make_page(executed.notebooks(river_talks.empty()), "High water")
    assert Outline(page).open == []
    assert "No demand was found in this article." in page
    assert "Nothing in this text was recognised" in page


def test_a_title_that_looks_like_markup_comes_out_as_text():
    title = "</title><script>alert('{{ 7 * 7 }}')</script>"
    page = make_page(executed.notebooks(river_talks.empty()), title, ["<i>today</i>"])
    assert "<script" not in page
    assert "{{ 7 * 7 }}" in page
    assert "<i>today" not in page


def test_a_section_without_a_cell_is_refused_by_name():
    notebooks = executed.notebooks(river_talks.empty())
    for notebook in notebooks:
        notebook.cells = [cell for cell in notebook.cells if "report-tone" not in cell.metadata.get("tags", [])]
    with pytest.raises(LookupError, match="report-tone"):
        make_page(notebooks, "x")


def test_the_finding_is_there_as_plain_text_too():
    assert plain_output(executed.notebooks(river_talks.analysis()), "finding").startswith("Five demands by four actors")
