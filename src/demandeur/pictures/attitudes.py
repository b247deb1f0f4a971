"""Attitudes: who treats whom how, a sign for each pair with the number of pieces of evidence."""

from typing import Any

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.grid import draw_grid, plan_grid
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import ATTITUDES, GREY, SMALL, tint
from demandeur.pictures.typeset import capitalised, clean, shorten, text_width
from demandeur.pictures.words import counted, names_of, number, signed
from demandeur.tables import records

_COLUMNS = ["Who", "Towards whom", "Attitude", "Score", "Evidence", "Acts"]
_HEIGHT = 44


def attitudes(analysis: Analysis) -> Picture:
    """Return the picture of who treats whom how: −, 0 or + for each pair, with n, the pieces of evidence."""
    rows = records(analysis.attitudes)
    if not rows:
        return empty_picture("attitudes", "No attitude of one actor to another was found in this article", _COLUMNS)
    names = names_of(analysis)
    title = _title(rows, names)
    sources = list(dict.fromkeys(row["from_actor"] for row in rows))
    targets = list(dict.fromkeys(row["to_actor"] for row in rows))
    heads = [[_name(names, key) for key in keys] for keys in (sources, targets)]
    grid = plan_grid(heads[0], heads[1], [_HEIGHT] * len(sources))
    canvas = Canvas(grid.width, grid.bottom + 34, title)
    draw_grid(canvas, grid, "Who ↓", "towards whom →")
    for row in rows:
        x, y = grid.corner(sources.index(row["from_actor"]), targets.index(row["to_actor"]))
        middle = y + grid.heights[sources.index(row["from_actor"])] / 2
        sign, color = ATTITUDES.get(row["label"], ATTITUDES["neutral"])
        height = grid.heights[sources.index(row["from_actor"])] - 6
        canvas.box(x + 3, y + 3, grid.column - 6, height, fill=tint(color, 0.16))
        canvas.text(x + grid.column / 2 - 8, middle, sign, size=20, bold=True, color=color, align="right")
        canvas.text(x + grid.column / 2, middle, f"n = {row['n'] or 0}", size=SMALL)
    _draw_key(canvas, grid.bottom + 18)
    alt = _told(title, rows, names)
    return Picture("attitudes", canvas.figure, title, alt, _table(rows, names), canvas.heading_height)


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


def _draw_key(canvas: Canvas, y: float) -> None:
    x = 12.0
    for label, (sign, color) in ATTITUDES.items():
        canvas.text(x, y, sign, size=15, bold=True, color=color)
        canvas.text(x + 16, y, label, size=SMALL, color=GREY)
        x += 16 + text_width(label, SMALL) + 22
    canvas.text(x, y, "n: pieces of evidence; an empty cell: none found", size=SMALL, color=GREY)


def _told(title: str, rows: list[dict[str, Any]], names: dict[str, str]) -> str:
    sentences = []
    for row in rows:
        pair = f"{capitalised(_name(names, row['from_actor']))} to {_name(names, row['to_actor'])}"
        sentences.append(f"{pair}: {row['label']}, {counted(row['n'] or 0, 'piece')} of evidence.")
    return f"{title}. " + " ".join(sentences)


def _table(rows: list[dict[str, Any]], names: dict[str, str]) -> pd.DataFrame:
    cells = []
    for row in rows:
        pair = [_name(names, row["from_actor"]), _name(names, row["to_actor"])]
        score = "" if row["score"] is None else signed(row["score"])
        cells.append([*pair, row["label"], score, row["n"], ", ".join(row["evidence"])])
    return pd.DataFrame(cells, columns=_COLUMNS)
