"""The page in a real browser: no accessibility violation, no request, nothing wider than a phone, light and dark."""

import json

import executed
import pytest
import river_talks
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from demandeur import Analysis, analyse, read_article
from demandeur.article import Article
from demandeur.contents import write_index
from demandeur.page import make_page

pytestmark = [pytest.mark.slow, pytest.mark.browser]

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
HOSTILE = """<script>document.title = "taken"</script> <img src=http://example.org/x onerror=alert(1)> {{ 7 * 7 }}

Premier <b>Oda Renn</b> said: "Send <iframe src='http://example.org'></iframe> back." {% x %} [a](//example.org) `$x$`
"""


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        # CI runs as root in a container: without a sandbox, a GPU or much shared memory.
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory, root):
    """Write the pages that are looked at and return their paths by name."""
    folder = tmp_path_factory.mktemp("pages")
    seed = analyse(read_article(root / "data/articles/ceasefire-talks.txt"))
    speech = {"statement_id": "S1", "speaker_text": "W" * 90, "text": "W" * 90, "spans": [[0, 40]]}
    asked = {
        "demand_id": "D1",
        "content": "W" * 300,
        "addressee_text": "W" * 90,
        "content_start": 50,
        "content_end": 70,
    }
    hostile = Analysis.from_record(Article.from_text(HOSTILE), {"statements": [speech], "demands": [asked]})
    made = {
        "seed": make_page(executed.notebooks(seed), "Ceasefire talks"),
        "invented": make_page(executed.notebooks(river_talks.analysis()), "River talks", ["2031-05-12"]),
        "empty": make_page(executed.notebooks(river_talks.empty()), "High water"),
        "hostile": make_page(executed.notebooks(hostile), HOSTILE + "W" * 200),
    }
    paths = {}
    for name, page in made.items():
        paths[name] = folder / f"{name}.html"
        paths[name].write_text(page, encoding="utf-8")
    entry = {"date": "2031-05-12", "finding": "Five demands.", "demands": 5, "answered": 2, "actors": 6}
    for number, error in enumerate((None, None, "n.ipynb, cell [3]: RuntimeError: the cell broke")):
        (folder / f"talks-{number}").mkdir()
        head = {"id": number, "title": f"Talks <b>{number}</b>", "error": error}
        (folder / f"talks-{number}" / "made.json").write_text(json.dumps(entry | head))
    paths["index"] = write_index(folder)
    return paths


def opened(browser, path, size, scheme):
    """Return the page, opened, and the list of the addresses that it asked for."""
    page = browser.new_page(viewport=size, color_scheme=scheme)
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    return page, asked, said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", ["seed", "invented", "empty", "hostile", "index"])
def test_no_violation_no_request_and_nothing_wider_than_the_screen(browser, pages, name, size, scheme):
    page, asked, said = opened(browser, pages[name], size, scheme)
    page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
    found = Axe().run(page).response
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]] == []
    assert len(found["passes"]) > 10
    assert asked == [pages[name].as_uri()]
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.close()


def test_hostile_text_is_seen_as_text(browser, pages):
    page, _, _ = opened(browser, pages["hostile"], DESKTOP, "light")
    assert page.title().startswith('<script>document.title = "taken"</script>')
    assert "<iframe src='http://example.org'></iframe> back." in page.inner_text(".article-text")
    assert page.locator("iframe, img, script").count() == 0
    page.close()


def test_the_finding_and_the_top_of_the_ledger_stand_on_the_first_screen(browser, pages):
    page, _, _ = opened(browser, pages["seed"], DESKTOP, "light")
    tops = page.evaluate(
        "['h1', '.finding', '#picture-ledger svg'].map(s => document.querySelector(s).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    assert tops[-1] < DESKTOP["height"] / 2 + 100
    page.close()


def test_a_demand_leads_to_its_words_and_back_by_keyboard(browser, pages):
    page, _, _ = opened(browser, pages["invented"], PHONE, "light")
    page.focus("#D2 a.number")
    page.keyboard.press("Enter")
    page.wait_for_url("**#text-D2")
    page.focus("#text-D2")
    page.keyboard.press("Enter")
    page.wait_for_url("**#D2")
    page.close()


def test_print_shows_the_data_and_leaves_out_what_can_only_be_clicked(browser, pages):
    page, _, _ = opened(browser, pages["invented"], DESKTOP, "dark")
    page.emulate_media(media="print")
    assert page.locator("nav.contents").is_hidden()
    assert page.locator("#picture-stance details table").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()
