"""Markup: Markdown and HTML → plain text, with the title, date and source that the document tells."""

import html
import re
from typing import Any

import lxml.html
import mistune
import trafilatura
import yaml

from demandeur.article import InputError
from demandeur.files import shown

FEWEST_WORDS = 6  # a page with fewer has a menu or a login box at most

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"blockquote", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "th", "thead", "tr", "ul"}


class _Renderer(mistune.HTMLRenderer):
    """Shows raw HTML inside Markdown as the text that it is, without comments, and wrapped lines as one."""

    def softbreak(self) -> str:
        return " "

    def linebreak(self) -> str:
        return "<br>"

    def inline_html(self, html_text: str) -> str:
        return "" if html_text.lstrip().startswith("<!--") else html.escape(html_text)

    def block_html(self, html_text: str) -> str:
        return "" if html_text.lstrip().startswith("<!--") else f"<p>{html.escape(html_text.strip())}</p>\n"


_markdown = mistune.create_markdown(renderer=_Renderer(escape=False), plugins=["table", "strikethrough"])


def read_markdown(source: str, name: str) -> dict[str, Any]:
    """Return a Markdown document as a row: ``text`` and, where it has them, the fields of its YAML front matter.

    Each heading, paragraph, list item and table cell is a paragraph of its own, with a blank line between; of a link
    only its words stay. Without a title in the front matter, a heading at the very start is the title.

    Raises:
        InputError: when the front matter is no YAML.
    """
    fields, body = _front_matter(source, name)
    rendered = _markdown(body)
    if not rendered.strip():
        return fields | {"text": ""}
    document = lxml.html.document_fromstring(rendered)
    first = next((element for element in document.iter() if element.tag in _BLOCKS), None)
    paragraphs = _paragraphs(document)
    if first is not None and first.tag in _HEADINGS:
        fields.setdefault("title", paragraphs[0] if paragraphs else None)
    return fields | {"text": "\n\n".join(paragraphs)}


def _front_matter(source: str, name: str) -> tuple[dict[str, Any], str]:
    found = _FRONT_MATTER.match(source)
    if not found:
        return {}, source
    try:
        fields = yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        raise InputError(f"{shown(name)}: the front matter is not valid YAML; mend it or take it off.") from error
    if not isinstance(fields, dict):  # two lines of hyphens around a paragraph
        return {}, source
    known = {key: fields[key] for key in ("title", "date", "source", "speaker", "issues") if key in fields}
    return known, source[found.end() :]


def _paragraphs(document: lxml.html.HtmlElement) -> list[str]:
    """Return the text of each block that has words of its own, in the document's order."""
    paragraphs = [""]

    def walk(element: lxml.html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            paragraphs.append("")
        if element.tag == "br":
            paragraphs[-1] += "\n"
        paragraphs[-1] += element.text or ""
        for child in element:
            walk(child)
            paragraphs[-1] += child.tail or ""
        if element.tag in _BLOCKS:
            paragraphs.append("")

    walk(document)
    return [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]


def read_html(source: str, name: str, *, url: str | None = None) -> dict[str, Any]:
    """Return the article of a web page as a row: ``text``, ``title``, ``date`` and ``source``, found by trafilatura.

    Paragraphs are parted by blank lines; menus, comments and footers are left out.

    Raises:
        InputError: when the page has no article.
    """
    document = trafilatura.bare_extraction(
        source,
        url=url,
        include_comments=False,
        with_metadata=True,
        # Only a date that the page states; a guess could change from day to day.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2999-12-31"},
    )
    text = (document.text or "") if document is not None else ""
    if len(text.split()) < FEWEST_WORDS:
        raise InputError(f"{shown(name)}: no article found on this page; save the article's text as a .txt file.")
    return {
        "text": re.sub(r"\n+", "\n\n", text),
        "title": document.title,
        "date": document.date,
        "source": url or document.url or document.sitename,
    }
