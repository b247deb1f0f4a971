"""Attitudes: who treats whom how, in each cell a sign, the number of pieces of evidence and the strongest words."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.grid import Grid, column_width, draw_grid, plan_grid
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import ATTITUDES, GREY, LEADING, SMALL, tint
from demandeur.pictures.typeset import ELLIPSIS, capitalised, clean, shorten, text_width, wrap
from demandeur.pictures.words import counted, names_of, number, signed
from demandeur.strongest import Pair, Piece, strongest_pieces
from demandeur.tables import records
from demandeur.wording import quoted

_COLUMNS = ["Who", "Towards whom", "Attitude", "Score", "n", "Evidence", "Strongest evidence"]
_HEIGHT, _HEAD = 44, 30
"""Height of a cell without words, and of the line with sign and number above the words."""
_LEADING = LEADING - 2
_INSET, _MARGIN = 3, 6
_MOST_COLUMNS = 6
_LEAST_WIDTH, _MOST_WIDTH = 112, 240
_LINES, _LINES_OF_MANY, _MANY = 5, 3, 8
_AHEAD = 14
"""Characters that stay before what tells when words are cut at their beginning."""
_TOLD = 120
"""Characters of the strongest words in the alternative text; the table has all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: its place in the grid, its attitude, and the lines of its words, if there is room for any."""

    row: int
    column: int
    label: str
    n: int
    lines: tuple[str, ...]


def attitudes(analysis: Analysis, judged: pd.DataFrame | None = None) -> Picture:
    """Return the picture of who treats whom how: −, 0 or + for each pair, n, and the words of the strongest evidence.

    With more than six columns there is no room for the words: the table has them then, and the picture says so.

    Args:
        analysis: its ``attitudes`` are drawn.
        judged: the sentences that the model judged, as ``demandeur.targets.judged`` gives them; without it,
            statements among the evidence show no words.
    """
    rows = records(analysis.attitudes)
    if not rows:
        return empty_picture("attitudes", "No attitude of one actor to another was found in this article", _COLUMNS)
    names = names_of(analysis)
    pieces = strongest_pieces(analysis, judged)
    title = _title(rows, names)
    sources = list(dict.fromkeys(row["from_actor"] for row in rows))
    targets = list(dict.fromkeys(row["to_actor"] for row in rows))
    crowded = len(targets) > _MOST_COLUMNS
    width = column_width(len(targets))
    if not crowded:
        width = column_width(len(targets), least=_LEAST_WIDTH, most=_MOST_WIDTH)
    cells = _cells(rows, sources, targets, {} if crowded else pieces, width)
    heads = [[_name(names, key) for key in keys] for keys in (sources, targets)]
    grid = plan_grid(heads[0], heads[1], _heights(cells, len(sources)), width)
    canvas = Canvas(grid.width, grid.bottom + 54, title)
    draw_grid(canvas, grid, "Who ↓", "towards whom →")
    for cell in cells:
        _draw_cell(canvas, grid, cell)
    _draw_key(canvas, grid.bottom + 18, crowded)
    alt = _told(title, rows, names, pieces)
    return Picture("attitudes", canvas.figure, title, alt, _table(rows, names, pieces), canvas.heading_height)


def _cells(
    rows: list[dict[str, Any]], sources: list[str], targets: list[str], pieces: dict[Pair, Piece], width: float
) -> list[Cell]:
    cells = []
    for row in rows:
        piece = pieces.get((row["from_actor"], row["to_actor"]))
        lines = _quotation(piece, width, len(sources)) if piece else ()
        place = (sources.index(row["from_actor"]), targets.index(row["to_actor"]))
        cells.append(Cell(*place, row["label"], row["n"] or 0, lines))
    return cells


def _name(names: dict[str, str], key: str | None) -> str:
    return names.get(key, clean(key or "")) or "not named"


def _title(rows: list[dict[str, Any]], names: dict[str, str]) -> str:
    """Return the message: how many attitudes are of each kind, and the most pronounced one."""
    counts = {label: sum(row["label"] == label for row in rows) for label in ("positive", "negative", "neutral")}
    parts = [f"{number(count)} {label}" for label, count in counts.items() if count]
    sharpest = max(rows, key=_sharpness)
    pair = f"{shorten(_name(names, sharpest['from_actor']), 40)} to {shorten(_name(names, sharpest['to_actor']), 40)}"
    if len(rows) == 1:
        return f"One attitude: {pair}, {sharpest['label']}"
    message = f"{capitalised(counted(len(rows), 'attitude'))}: {', '.join(parts)}"
    return message + (f"; the clearest is {sharpest['label']}, {pair}" if sharpest["score"] else "")


def _sharpness(row: dict[str, Any]) -> tuple[float, int]:
    return abs(row["score"] or 0.0), row["n"] or 0


def _quotation(piece: Piece, width: float, rows: int) -> tuple[str, ...]:
    """Return the words as lines; too long ones are cut at their beginning as far as what tells needs it to be seen."""
    room = width - 2 * (_INSET + _MARGIN) - text_width("”", SMALL)
    most = _LINES if rows <= _MANY else _LINES_OF_MANY
    words, ahead = clean(piece.words), len(clean(piece.words[: piece.focus]))
    lines = wrap(quoted(words), room, SMALL, lines=most)
    if _is_cut(lines) and ahead > len(" ".join(lines)) - _AHEAD:
        lines = _from_later(words, max(ahead - _AHEAD, 0), room, most)
    if _is_cut(lines):
        lines[-1] += "”"
    return tuple(lines)


def _is_cut(lines: list[str]) -> bool:
    return lines[-1].endswith(ELLIPSIS)


def _from_later(words: str, latest: int, room: float, most: int) -> list[str]:
    """Return the words from the first place from which they fit, or from the latest place allowed."""
    start = words.find(" ") + 1
    while True:
        lines = wrap(quoted(ELLIPSIS + words[start:]), room, SMALL, lines=most)
        following = words.find(" ", start) + 1
        if not _is_cut(lines) or not 0 < following <= latest:
            return lines
        start = following


def _heights(cells: list[Cell], rows: int) -> list[float]:
    heights = [float(_HEIGHT)] * rows
    for cell in cells:
        if cell.lines:
            heights[cell.row] = max(heights[cell.row], _HEAD + len(cell.lines) * _LEADING + 2 * _INSET + 4)
    return heights


def _draw_cell(canvas: Canvas, grid: Grid, cell: Cell) -> None:
    x, y = grid.corner(cell.row, cell.column)
    height = grid.heights[cell.row]
    sign, color = ATTITUDES.get(cell.label, ATTITUDES["neutral"])
    fill = tint(color, 0.16)
    canvas.box(x + _INSET, y + _INSET, grid.column - 2 * _INSET, height - 2 * _INSET, fill=fill)
    if not cell.lines:
        canvas.text(x + grid.column / 2 - 8, y + height / 2, sign, size=20, bold=True, color=color, align="right")
        canvas.text(x + grid.column / 2, y + height / 2, f"n = {cell.n}", size=SMALL)
        return
    left = x + _INSET + _MARGIN
    canvas.text(left, y + _HEAD / 2 + 2, sign, size=20, bold=True, color=color)
    canvas.text(left + 24, y + _HEAD / 2 + 2, f"n = {cell.n}", size=SMALL)
    for place, line in enumerate(cell.lines):
        canvas.text(left, y + _HEAD + (place + 0.5) * _LEADING, line, size=SMALL)


def _draw_key(canvas: Canvas, y: float, crowded: bool) -> None:
    x = 12.0
    for label, (sign, color) in ATTITUDES.items():
        canvas.text(x, y, sign, size=15, bold=True, color=color)
        canvas.text(x + 16, y, label, size=SMALL, color=GREY)
        x += 16 + text_width(label, SMALL) + 22
    canvas.text(x, y, "n: pieces of evidence; an empty cell: none found", size=SMALL, color=GREY)
    words = "“…”: the article’s words in the piece of evidence that weighs most"
    if crowded:
        words = "The article’s words in the piece of evidence that weighs most stand in the table."
    canvas.text(12, y + 20, words, size=SMALL, color=GREY)


def _told(title: str, rows: list[dict[str, Any]], names: dict[str, str], pieces: dict[Pair, Piece]) -> str:
    sentences = []
    for row in rows:
        pair = f"{capitalised(_name(names, row['from_actor']))} to {_name(names, row['to_actor'])}"
        told = f"{pair}: {row['label']}, {counted(row['n'] or 0, 'piece')} of evidence"
        piece = pieces.get((row["from_actor"], row["to_actor"]))
        if piece:
            told += f", {quoted(shorten(piece.words, _TOLD))}"
        sentences.append(told + ".")
    return f"{title}. " + " ".join(sentences)


def _table(rows: list[dict[str, Any]], names: dict[str, str], pieces: dict[Pair, Piece]) -> pd.DataFrame:
    cells = []
    for row in rows:
        pair = [_name(names, row["from_actor"]), _name(names, row["to_actor"])]
        score = "" if row["score"] is None else signed(row["score"])
        piece = pieces.get((row["from_actor"], row["to_actor"]))
        words = f"{piece.evidence}: {quoted(clean(piece.words))}" if piece else ""
        cells.append([*pair, row["label"], score, row["n"], ", ".join(row["evidence"]), words])
    return pd.DataFrame(cells, columns=_COLUMNS)
