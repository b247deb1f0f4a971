"""Picture: a figure with its message, its alternative text and the data behind it, ready for a page or a file."""

import io
import os
import re
import warnings
from dataclasses import dataclass
from html import escape
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pandas as pd
from matplotlib.figure import Figure

from demandeur.pictures.canvas import GROUND, HEADING, Canvas
from demandeur.pictures.style import GREY, INK, PAPER, WIDTH
from demandeur.pictures.typeset import clean

_SVG = "http://www.w3.org/2000/svg"
_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "demandeur", "savefig.bbox": None, "savefig.transparent": False}
_LEAST_WIDTH, _LEAST_SCALE = 668, 0.8
"""On a narrow screen a picture shrinks to this width, a wider one to this share of its own width; from there on its
box scrolls, so that text stays legible. The width fits a sheet of A4."""
_BOX = (
    f"overflow-x:auto;color:{INK};border-radius:8px;padding:8px;"
    f"background:linear-gradient(90deg,{PAPER} 30%,transparent) 0/48px 100% no-repeat local,"
    f"linear-gradient(270deg,{PAPER} 30%,transparent) 100%/48px 100% no-repeat local,"
    f"linear-gradient(90deg,#0004,transparent) 0/14px 100% no-repeat scroll,"
    f"linear-gradient(270deg,#0004,transparent) 100%/14px 100% no-repeat scroll,{PAPER}"
)
"""A white card whose edge is shaded where there is more to scroll to."""


@dataclass(frozen=True)
class Picture:
    """One picture, as it is shown in a notebook and saved to files.

    Attributes:
        name: stem of the file names: ledger, matrix, stance, attitudes, course, tone, beside, map.
        figure: the matplotlib figure, with the title drawn above.
        title: the message, computed from the data.
        alt: what the picture shows, in words.
        data: the table behind the picture, with readable column names.
        heading_height: pixels of the figure's top that the drawn title takes.
    """

    name: str
    figure: Figure
    title: str
    alt: str
    data: pd.DataFrame
    heading_height: float = 0.0

    def svg(self, *, bare: bool = False) -> str:
        """Return the picture as an SVG element, the same bytes for the same data, its text as text.

        Args:
            bare: whether to leave out the drawn title and the white ground, for a page that has its own.
        """
        buffer = io.BytesIO()
        with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
            _ignore_missing_glyphs()
            self.figure.savefig(buffer, format="svg", dpi=72, metadata={"Date": None}, bbox_inches=None)
        root = ElementTree.fromstring(buffer.getvalue())
        width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
        top = self.heading_height if bare else 0.0
        _strip(root, {HEADING, GROUND} if bare else set())
        attributes = {
            "viewBox": f"0 {_short(top)} {_short(width)} {_short(height - top)}",
            "width": _short(width),
            "height": _short(height - top),
            "role": "img",
            "aria-label": clean(self.alt),
            "style": "font-family:sans-serif;stroke-linejoin:round",
        }
        root.attrib.clear()
        root.attrib.update(attributes)
        title = ElementTree.Element(f"{{{_SVG}}}title")
        title.text = clean(self.title)
        root.insert(0, title)
        ElementTree.register_namespace("", _SVG)
        return ElementTree.tostring(root, encoding="unicode")

    def png(self, dpi: float = 144) -> bytes:
        """Return the picture as a PNG file; 72 dpi is one pixel a pixel.

        A letter that DejaVu Sans lacks, as Chinese, comes out as an empty box here; the SVG shows it.
        """
        buffer = io.BytesIO()
        about = {"Software": None, "Title": clean(self.title), "Description": clean(self.alt)}
        with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
            _ignore_missing_glyphs()
            self.figure.savefig(buffer, format="png", dpi=dpi, metadata=about, bbox_inches=None)
        return buffer.getvalue()

    def save(self, folder: str | os.PathLike) -> list[Path]:
        """Write ``name``.svg and ``name``.png into the folder, each whole or not at all; return their paths.

        Raises:
            OSError: when the folder cannot be made or written.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        contents = {".svg": (self.svg() + "\n").encode("utf-8"), ".png": self.png()}
        paths = []
        for ending, content in contents.items():
            path = folder / (self.name + ending)
            unfinished = folder / f".{path.name}.unfinished"
            unfinished.write_bytes(content)
            os.replace(unfinished, path)
            paths.append(path)
        return paths

    def _repr_html_(self) -> str:
        """Return the picture as a figure with caption and data, for JupyterLab and for the report.

        JupyterLab would read ``$…$`` as a formula, hence the class that tells it not to.
        """
        caption = f'<figcaption style="font-weight:bold;margin:0 0 .5em">{escape(clean(self.title))}</figcaption>'
        parts = [caption, self._drawing(), self._table()]
        return (
            f'<figure class="picture mathjax_ignore" id="picture-{escape(self.name)}" style="margin:1em 0">'
            + "".join(parts)
            + "</figure>"
        )

    def _drawing(self) -> str:
        svg = self.svg(bare=True)
        width = self.figure.get_figwidth() * 72
        least = max(_LEAST_WIDTH, width * _LEAST_SCALE)
        fit = "display:block;margin:0 auto;width:100%;height:auto;"
        fit += f"min-width:{least:.0f}px;max-width:{width * 1.15:.0f}px;"
        svg = svg.replace('style="', f'style="{fit}', 1)
        return _scroll_box(f"Picture: {self.name}", "picture-box", _BOX, svg)

    def _table(self) -> str:
        if self.data.empty:
            return ""
        with pd.option_context("display.max_colwidth", None, "display.html.border", 0):
            table = self.data.to_html(index=False, escape=True, na_rep="", float_format=_number, max_rows=None)
        table = re.sub(r"<th(?= |>)", '<th scope="col"', table)
        start = table.index(">") + 1
        table = f"{table[:start]}<caption>{escape(clean(self.title))}</caption>{table[start:]}"
        box = _scroll_box(f"Data: {self.name}", "table-box", "overflow-x:auto", table)
        return f"<details><summary>Data behind this picture</summary>{box}</details>"


def empty_picture(name: str, sentence: str, columns: list[str]) -> Picture:
    """Return the picture of nothing found: it says so in a sentence."""
    canvas = Canvas(WIDTH, 64, sentence)
    canvas.text(WIDTH / 2, 28, "Nothing to draw.", color=GREY, italic=True, align="center")
    return Picture(name, canvas.figure, sentence, sentence, pd.DataFrame(columns=columns), canvas.heading_height)


def _scroll_box(label: str, kind: str, look: str, content: str) -> str:
    """Return the content in a box that the keyboard can scroll too."""
    return f'<div class="{kind}" role="region" tabindex="0" aria-label="{escape(label)}" style="{look}">{content}</div>'


def _strip(root: ElementTree.Element, unwanted: set[str]) -> None:
    """Take out of matplotlib's SVG the groups with unwanted ids, all other ids, metadata, page-wide styles, fonts."""
    for parent in list(root.iter()):
        for child in list(parent):
            drop = child.tag in (f"{{{_SVG}}}metadata", f"{{{_SVG}}}defs")
            if drop or child.attrib.get("id") in unwanted:
                parent.remove(child)
    for element in root.iter():
        element.attrib.pop("id", None)
        element.text = element.text if element.tag == f"{{{_SVG}}}text" else None
        element.tail = None
        if "style" in element.attrib:
            element.attrib["style"] = re.sub(r" *font-family: [^;]*;?", "", element.attrib["style"]).strip("; ")
        for key in ("d", "x", "y", "transform"):
            if key in element.attrib:
                element.attrib[key] = _round_numbers(element.attrib[key])


def _round_numbers(text: str) -> str:
    """Return a path or transform on one line, its numbers rounded to a tenth of a pixel."""
    rounded = re.sub(r"-?\d+\.\d+", _rounded, text)
    return " ".join(rounded.split())


def _rounded(match: re.Match) -> str:
    return _short(float(match.group()))


def _short(number: float) -> str:
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _number(number: float) -> str:
    return f"{number:.2f}".replace("-", "−")


def _ignore_missing_glyphs() -> None:
    # The browser has the letters that matplotlib's font lacks, and png's docstring tells of it.
    warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
