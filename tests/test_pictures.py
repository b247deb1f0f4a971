"""What holds for every picture: its bytes, its words, its place in a page, nothing overlapping, nothing cut."""

from itertools import combinations
from xml.etree import ElementTree

import pictured
import pytest
from matplotlib.text import Text

from demandeur import pictures
from demandeur.evaluation.estimates import Estimate
from demandeur.model_card import Figure
from demandeur.pictures.typeset import clean

SVG = "{http://www.w3.org/2000/svg}"


def draw_stance(analysis):
    """Return the stance picture with the pieces of the invented talks."""
    return pictures.stance(analysis, pictured.PIECES)


def draw_attitudes(analysis):
    """Return the attitudes with the sentences that were judged."""
    return pictures.attitudes(analysis, pictured.JUDGED)


def draw_beside(analysis):
    """Return TextBlob beside the model; nothing is judged where nobody is there."""
    figure = Figure("NewsMTSC", 100, Estimate(0.4, 0.3, 0.5), Estimate(0.8, 0.7, 0.9))
    return pictures.beside(analysis, pictured.JUDGED[: len(analysis.actors)], [figure])


DRAW = {
    "ledger": pictures.ledger,
    "matrix": pictures.matrix,
    "stance": draw_stance,
    "tone": pictures.tone,
    "course": pictures.course,
    "beside": draw_beside,
    "attitudes": draw_attitudes,
    "map": pictures.network_map,
}
EVERY = pytest.mark.parametrize("name", DRAW)
CROWDS = [(name, count) for name in ("ledger", "matrix", "map") for count in (1, 2, 3, 8, 30, 57)]


def texts(picture) -> list[str]:
    """Return what is written in the picture, without its title."""
    root = ElementTree.fromstring(picture.svg(bare=True))
    return [element.text for element in root.iter(f"{SVG}text")]


def boxes(picture) -> list[tuple[str, float, float, float, float]]:
    """Return each text with its left, top, right and bottom in pixels, as matplotlib's font sets it."""
    picture.png(72)
    found = []
    for artist in picture.figure.findobj(Text):
        if artist.get_text():
            box = artist.get_window_extent()
            found.append((artist.get_text(), box.x0, box.y0, box.x1, box.y1))
    return found


def assert_legible(picture) -> None:
    """Fail where a text leaves the picture or touches another text."""
    width, height = picture.figure.get_size_inches() * 72
    placed = boxes(picture)
    for text, left, bottom, right, top in placed:
        inside = min(left, bottom, width - right, height - top) >= 0
        assert inside, f"cut: {text}"
    for one, other in combinations(placed, 2):
        # Line boxes hold room for accents and descenders; three pixels of it may be shared.
        beside = one[3] <= other[1] + 1 or other[3] <= one[1] + 1
        above = one[4] <= other[2] + 3 or other[4] <= one[2] + 3
        assert beside or above, f"{one[0]!r} overlaps {other[0]!r}"


@EVERY
def test_the_same_analysis_gives_the_same_bytes(name):
    first, second = (DRAW[name](pictured.talks()) for _ in range(2))
    assert first.svg() == second.svg() == first.svg()
    assert first.png() == second.png()
    assert first._repr_html_() == second._repr_html_()


@EVERY
def test_a_picture_brings_no_id_and_no_style_into_the_page(name):
    root = ElementTree.fromstring(DRAW[name](pictured.talks()).svg(bare=True))
    for element in root.iter():
        assert "id" not in element.attrib
        assert element.tag not in (f"{SVG}style", f"{SVG}defs", f"{SVG}metadata", f"{SVG}use")
        assert "DejaVu" not in element.attrib.get("style", "")


@EVERY
def test_a_picture_says_in_words_what_it_shows(name):
    picture = DRAW[name](pictured.talks())
    root = ElementTree.fromstring(picture.svg())
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == clean(picture.alt)
    assert root.find(f"{SVG}title").text == clean(picture.title)
    assert picture.alt.startswith(picture.title)
    assert "Tarro-Vandenhoek" in picture.alt


@EVERY
def test_text_of_the_article_stays_text(name):
    html = DRAW[name](pictured.talks())._repr_html_()
    for markup in ("<soon>", "<b>", "<dues>"):
        assert markup not in html


@EVERY
def test_nothing_is_cut_and_nothing_overlaps_in_the_talks(name):
    assert_legible(DRAW[name](pictured.talks()))


@pytest.mark.parametrize(("name", "count"), CROWDS)
def test_nothing_is_cut_and_nothing_overlaps_in_a_crowd(name, count):
    assert_legible(DRAW[name](pictured.crowd(count, 22 if count > 40 else 14)))


@EVERY
def test_nothing_found_is_said_in_words(name):
    picture = DRAW[name](pictured.analysis())
    assert picture.title.startswith("No ")
    assert picture.alt == picture.title
    assert picture.data.empty
    assert list(picture.data.columns)
    assert "<details" not in picture._repr_html_()


@EVERY
def test_the_drawn_title_is_left_out_where_the_page_has_its_own(name):
    picture = DRAW[name](pictured.talks())
    whole, bare = (ElementTree.fromstring(picture.svg(bare=bare)) for bare in (False, True))
    words = " ".join(picture.title.split()[:3])
    assert any(element.text.startswith(words) for element in whole.iter(f"{SVG}text"))
    assert not any(element.text.startswith(words) for element in bare.iter(f"{SVG}text"))
    shorter = float(whole.attrib["height"]) - float(bare.attrib["height"])
    assert shorter == pytest.approx(picture.heading_height, abs=0.2)


def test_the_data_table_has_headers_and_caption_and_whole_words():
    html = pictures.ledger(pictured.talks())._repr_html_()
    assert html.count('<th scope="col">') == html.count("<th") - html.count("<thead") == 8
    assert "<caption>Most is asked of" in html
    assert "since the storm, and to publish the charts</td>" in html
    assert '<figure class="picture mathjax_ignore" id="picture-ledger"' in html
    assert html.count('role="region" tabindex="0" aria-label=') == 2


def test_pictures_are_saved_whole(tmp_path):
    picture = pictures.ledger(pictured.talks())
    paths = picture.save(tmp_path / "new folder {1}")
    assert [path.name for path in paths] == ["ledger.svg", "ledger.png"]
    assert sorted(paths) == sorted((tmp_path / "new folder {1}").iterdir())
    assert paths[0].read_text(encoding="utf-8") == picture.svg() + "\n"
    assert paths[1].read_bytes().startswith(b"\x89PNG")


def test_characters_that_xml_forbids_are_replaced():
    rows = [pictured.demand(1, ["x"], "stop\x00 the \ud800 \x0b\u202eshelling", ["y\x01"], "rejected", 4)]
    for draw in (pictures.ledger, pictures.matrix, pictures.network_map):
        picture = draw(pictured.analysis(demands=rows))
        ElementTree.fromstring(picture.svg())
        assert picture.png()
        assert "stop\ufffd the \ufffd shelling" in picture.alt or draw is pictures.matrix
        picture._repr_html_().encode("utf-8")


def test_the_readers_own_matplotlib_settings_change_nothing():
    import matplotlib

    before = pictures.matrix(pictured.talks()).svg()
    with matplotlib.rc_context({"savefig.bbox": "tight", "font.size": 30, "svg.fonttype": "path", "axes.xmargin": 1}):
        assert pictures.matrix(pictured.talks()).svg() == before


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_complain_of(chromium, scheme):
    playwright = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    body = "".join(draw(pictured.talks())._repr_html_() for draw in DRAW.values())
    page_text = f'<!doctype html><html lang="en"><title>Pictures</title><main><h1>Pictures</h1>{body}</main></html>'
    with playwright.sync_playwright() as session:
        browser = session.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
        page.set_content(page_text)
        page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        browser.close()
