"""Grid: a table drawn as a picture, rows acting on columns, with room for wrapped names at both edges."""

from collections.abc import Sequence
from dataclasses import dataclass

from demandeur.pictures.canvas import Canvas
from demandeur.pictures.style import GREY, HAIRLINE, LEADING, TEXT, WIDTH
from demandeur.pictures.typeset import clean, text_width, wrap
from demandeur.pictures.words import NOBODY

_NAME_RIGHT, _NAME_WIDTH = 142, 130
_LEFT, _TOP = 152, 8
_LEAST_COLUMN, _MOST_COLUMN = 86, 150
_BESIDE = 8
"""Pixels that a column's head leaves free."""
_STRETCH = 1.35
"""How much wider than planned a column may become so that no word of its head is broken."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a grid stand, in pixels.

    Attributes:
        width: of the whole picture.
        bottom: height at which the last row ends.
        column: width of a column.
        tops: top of each row.
        heights: height of each row.
        rows: wrapped names of the rows.
        columns: wrapped names of the columns.
    """

    width: float
    bottom: float
    column: float
    tops: list[float]
    heights: list[float]
    rows: list[list[str]]
    columns: list[list[str]]

    def corner(self, row: int, column: int) -> tuple[float, float]:
        """Return the top left corner of a cell."""
        return _LEFT + column * self.column, self.tops[row]


def column_width(count: int, *, least: float = _LEAST_COLUMN, most: float = _MOST_COLUMN) -> float:
    """Return the width in pixels that each of so many columns gets, not less than ``least``, not more than ``most``."""
    return min(max((WIDTH - _LEFT - 8) / max(count, 1), least), most)


def plan_grid(rows: Sequence[str], columns: Sequence[str], needed: Sequence[float], column: float = 0) -> Grid:
    """Return the places of a grid with those names and at least those heights of the rows in pixels.

    Args:
        rows: names of the rows.
        columns: names of the columns.
        needed: the least height of each row.
        column: width of a column, by default ``column_width``'s.
    """
    column = column or column_width(len(columns))
    words = [text_width(word, TEXT, bold=True) for name in columns for word in clean(name).split()]
    column = max(column, min(max(words, default=0.0) + _BESIDE, _STRETCH * column))  # rather wider than a word broken
    heads = [wrap(name, column - _BESIDE, TEXT, lines=4, bold=name != NOBODY) for name in columns]
    names = [wrap(name, _NAME_WIDTH, TEXT, lines=3, bold=name != NOBODY) for name in rows]
    top = _TOP + 1.5 * LEADING + max(len(head) for head in heads) * LEADING
    tops, heights = [], []
    for name, height in zip(names, needed, strict=True):
        tops.append(top)
        heights.append(max(height, len(name) * LEADING + 10))
        top += heights[-1]
    width = max(WIDTH, _LEFT + column * len(columns) + 8)
    return Grid(width, top, column, tops, heights, names, heads)


def draw_grid(canvas: Canvas, grid: Grid, row_head: str, column_head: str) -> None:
    """Draw the names and the lines between the cells; the heads say what rows and columns stand for."""
    canvas.text(_NAME_RIGHT, grid.tops[0] - 12, row_head, size=12, color=GREY, align="right")
    canvas.text(_LEFT + 4, _TOP + 4, column_head, size=12, color=GREY)
    right = _LEFT + grid.column * len(grid.columns)
    for place, lines in enumerate(grid.columns):
        x = _LEFT + grid.column * place
        y = grid.tops[0] - 6 - len(lines) * LEADING / 2
        canvas.lines(x + grid.column / 2, y, lines, align="center", **_face(lines))
        canvas.line([(x, grid.tops[0]), (x, grid.bottom)], color=HAIRLINE)
    canvas.line([(right, grid.tops[0]), (right, grid.bottom)], color=HAIRLINE)
    for top, height, lines in zip(grid.tops, grid.heights, grid.rows, strict=True):
        canvas.line([(12, top), (right, top)], color=HAIRLINE)
        canvas.lines(_NAME_RIGHT, top + height / 2, lines, align="right", **_face(lines))
    canvas.line([(12, grid.bottom), (right, grid.bottom)], color=HAIRLINE)


def _face(lines: list[str]) -> dict:
    return {"italic": True, "color": GREY} if " ".join(lines) == NOBODY else {"bold": True}
