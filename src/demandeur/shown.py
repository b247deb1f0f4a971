"""Shown: what a notebook shows, as HTML that is safe by construction and as plain text.

Words of an article, names and parameters come from outside. ``Markup.format`` escapes every value that is not
markup already, so that ``<script>`` in an article comes out as the word it is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_OUTSIDE_AN_ANCHOR = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """Something to look at: HTML where there is a browser, plain text where there is a terminal.

    Example:
        >>> Shown(Markup("<p>Two demands.</p>"), "Two demands.")
        Two demands.
    """

    html: Markup
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return str(self.html)


def sentence(words: str) -> Shown:
    """Return a sentence as a paragraph, such as the one that says that there is nothing to show.

    Example:
        >>> str(sentence("Nobody & nothing.").html)
        '<p>Nobody &amp; nothing.</p>'
    """
    return Shown(Markup("<p>{}</p>").format(words), words)


def anchor(name: str, prefix: str = "") -> str:
    """Return a name as the ``id`` of an element: letters, digits, ``-`` and ``_`` only.

    Example:
        >>> anchor("D2", "text-")
        'text-D2'
        >>> anchor('D"2 onclick')
        'D-2-onclick'
    """
    return prefix + _OUTSIDE_AN_ANCHOR.sub("-", name)


def link(target: str, words: str) -> Markup:
    """Return a link to another place of the same page.

    Example:
        >>> str(link("D1", "D1"))
        '<a href="#D1">D1</a>'
    """
    return Markup('<a href="#{}">{}</a>').format(anchor(target), words)


def join(parts: Iterable[Markup | str], by: str = "") -> Markup:
    """Return the parts one after the other, escaped where they are not markup yet.

    Example:
        >>> str(join(["a < b", Markup("<i>c</i>")], by=", "))
        'a &lt; b, <i>c</i>'
    """
    return Markup(escape(by)).join(parts)


def html_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Markup | str]],
    *,
    caption: str,
    kind: str = "",
    ids: Sequence[str] = (),
) -> Markup:
    """Return a table that a narrow screen can show as cards: every cell knows its column, every part its role.

    Args:
        columns: the heads, one a column.
        rows: the cells, escaped where they are not markup yet.
        caption: what the table is, for those who hear it read.
        kind: the table's class.
        ids: the rows' ``id``s, when something links to them.
    """
    heads = join(Markup('<th role="columnheader" scope="col">{}</th>').format(column) for column in columns)
    body = []
    for number, row in enumerate(rows):
        cells = join(
            Markup('<td role="cell" data-column="{}"><div>{}</div></td>').format(column, cell)
            for column, cell in zip(columns, row, strict=True)
        )
        key = Markup(' id="{}" tabindex="-1"').format(anchor(ids[number])) if ids else Markup("")
        body.append(Markup('<tr role="row"{}>{}</tr>').format(key, cells))
    return Markup(
        '<table role="table" class="cards {}"><caption>{}</caption>\n'
        '<thead role="rowgroup"><tr role="row">{}</tr></thead>\n<tbody role="rowgroup">\n{}\n</tbody></table>'
    ).format(kind, caption, heads, join(body, by="\n"))
