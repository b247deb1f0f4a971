import pytest

from demandeur.article import InputError
from demandeur.markup import read_html, read_markdown

PAGE = """<!doctype html><html lang="en"><head><title>Talks stall - The Ambry Post</title>
<meta property="og:title" content="Talks stall"><meta property="article:published_time" content="{date}T10:00:00Z">
<link rel="canonical" href="https://ambry-post.example/talks"><script>var x = "<p>not this</p>";</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks stall</h1>
<p>Velgia’s prime minister, Oda Renn, demanded on Monday that Karstania open the sluices. “Enough,” she said.</p>
<p>Karstania rejected the demand, and offered &lt;b&gt;a meeting&lt;/b&gt; in Port Ambry, as in the spring.</p>
</article><footer>All rights reserved.</footer></body></html>"""


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Talks *stall*\n\nShe said **no** to `all`.\n", "Talks stall\n\nShe said no to all."),
        ("a wrapped\nparagraph  \nwith a break", "a wrapped paragraph\nwith a break"),
        ("- one\n- two\n  - three\n", "one\n\ntwo\n\nthree"),
        ("1. first\n\n   second\n", "first\n\nsecond"),
        ("> said\n> twice\n", "said twice"),
        ("see [the note](https://x.example/?a=b) ![map](m.png)", "see the note"),
        ("&amp; &eacute; &#8217; < > \"quoted\" 'q'", "& é ’ < > \"quoted\" 'q'"),
        ("<script>alert('x')</script>", "<script>alert('x')</script>"),
        ("a <b>bold</b> {brace} {{x}} $y$", "a <b>bold</b> {brace} {{x}} $y$"),
        ("a <!-- note --> b\n\n<!-- more -->\n\nc", "a  b\n\nc"),
        ("| a | b |\n|---|---|\n| c | d |\n", "a\n\nb\n\nc\n\nd"),
        ("```\nkeep\n  this\n```", "keep\n  this"),
        ("form\x0cfeed \x01 end", "form\x0cfeed \x01 end"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ("", ""),
    ],
)
def test_markdown_becomes_plain_paragraphs(source, text):
    assert read_markdown(source, "talks.md")["text"] == text


def test_front_matter_is_read_and_taken_off():
    row = read_markdown(
        "---\ntitle: Talks\ndate: 2031-04-05\nsource: Post\nlayout: x\n---\n# Heading\n\nText.\n", "a.md"
    )
    assert row.pop("date").isoformat() == "2031-04-05"
    assert row == {"title": "Talks", "source": "Post", "text": "Heading\n\nText."}


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# Talks *stall* &amp; end\n\nText.", "Talks stall & end"),
        ("Text.\n\n# Later\n", None),
        ("---\nNot YAML's mapping\n---\n\nText.", None),
    ],
)
def test_a_heading_at_the_start_is_the_title(source, title):
    assert read_markdown(source, "talks.md").get("title") == title


def test_hyphens_around_a_paragraph_are_no_front_matter():
    assert "Only a line" in read_markdown("---\nOnly a line\n---\n\nText.", "a.md")["text"]


def test_broken_front_matter_is_refused():
    with pytest.raises(InputError, match=r"^a\.md: the front matter is not valid YAML"):
        read_markdown("---\ntitle: [open\n---\nText.", "a.md")


def test_the_article_of_a_page_comes_without_its_menu_and_with_its_head():
    row = read_html(PAGE.format(date="2021-04-05"), "page.html")
    assert row["text"] == (
        "Talks stall\n\n"
        "Velgia’s prime minister, Oda Renn, demanded on Monday that Karstania open the sluices. “Enough,” she said.\n\n"
        "Karstania rejected the demand, and offered <b>a meeting</b> in Port Ambry, as in the spring."
    )
    assert row["title"] == "Talks stall"
    assert row["date"] == "2021-04-05"
    assert row["source"] == "https://ambry-post.example/talks"


def test_a_date_that_the_page_states_is_taken_even_if_it_lies_ahead():
    assert read_html(PAGE.format(date="2931-04-05"), "page.html")["date"] == "2931-04-05"


def test_a_page_from_the_web_has_its_address_as_source():
    assert read_html(PAGE, "x", url="https://other.example/a")["source"] == "https://other.example/a"


@pytest.mark.parametrize("source", ["<html><body><p></p></body></html>", "<form>Log in <input></form>", "no markup"])
def test_a_page_without_an_article_is_refused(source):
    with pytest.raises(InputError, match=r"^page\.html: no article found on this page"):
        read_html(source, "page.html")
