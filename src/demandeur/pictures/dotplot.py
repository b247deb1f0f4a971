"""Dot plot: a row for each actor on a scale from −1 to 1, every piece hollow, the mean filled, n at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from demandeur.pictures.canvas import Canvas
from demandeur.pictures.style import GREY, HAIRLINE, INK, LEADING, SMALL, TEXT
from demandeur.pictures.typeset import wrap

_NAME_RIGHT, _NAME_WIDTH = 176, 164
_LEFT, _RIGHT = 204, 548
_WORD, _N = 576, 664
_PIECE = 4.2
_MOST_STACKED = 4
_LANE = 12
"""Pixels from the mean down to the first piece; pieces hang below the mean, so that neither hides the other."""


@dataclass(frozen=True, slots=True)
class Dots:
    """One row: the actor, its pieces, the mean if there is one, the mean's shape and colour, a word, n in words."""

    name: str
    pieces: tuple[float, ...]
    mean: float | None
    shape: str
    color: str
    word: str
    n: str


def row_height(row: Dots) -> float:
    """Return the height in pixels that a row needs."""
    stacks = _stacks(row.pieces)
    deepest = min(max((len(found) for found in stacks.values()), default=0), _MOST_STACKED)
    # Stacked pieces stand two pixels apart.
    return max(22 + _LANE + max(deepest - 1, 0) * (2 * _PIECE + 2), len(_name_lines(row)) * LEADING + 8)


def panel_height(rows: Sequence[Dots], *, head: str = "") -> float:
    """Return the height in pixels of a panel with those rows, its axis and its head."""
    return sum(row_height(row) for row in rows) + 40 + (24 if head else 0)


def draw_panel(canvas: Canvas, y: float, rows: Sequence[Dots], ends: tuple[str, str], *, head: str = "") -> None:
    """Draw the rows from height y down, the axis below them; ``ends`` names the scale's left and right end."""
    if head:
        for line in wrap(head, _RIGHT - 12, TEXT + 1, lines=1, bold=True):
            canvas.text(12, y + 10, line, size=TEXT + 1, bold=True)
        y += 24
    bottom = y + sum(row_height(row) for row in rows)
    for tick in (-1, -0.5, 0, 0.5, 1):
        x = _x(tick)
        canvas.line([(x, y), (x, bottom + 4)], color=INK if tick == 0 else HAIRLINE)
        label = "0" if tick == 0 else f"{'−' if tick < 0 else ''}{abs(tick):g}"
        canvas.text(x, bottom + 14, label, size=SMALL, align="center", color=GREY)
    canvas.line([(_LEFT - 10, bottom + 4), (_RIGHT + 10, bottom + 4)], color=GREY)
    canvas.text(_x(-0.5), bottom + 30, "← " + ends[0], size=SMALL, align="center", color=GREY)
    canvas.text(_x(0.5), bottom + 30, ends[1] + " →", size=SMALL, align="center", color=GREY)
    for row in rows:
        _draw_row(canvas, y, row)
        y += row_height(row)


def _draw_row(canvas: Canvas, top: float, row: Dots) -> None:
    y = top + 14
    lines = _name_lines(row)
    canvas.lines(_NAME_RIGHT, max(y, top + 4 + len(lines) * LEADING / 2), lines, align="right", bold=True)
    canvas.text(_WORD, y, row.word, size=SMALL, color=row.color, bold=True)
    canvas.text(_N, y, row.n, size=SMALL, color=GREY)
    if row.mean is not None:
        canvas.line([(_x(0), y), (_x(row.mean), y)], color="#a8a8a8", width=1.4)
        canvas.shape(row.shape, _x(row.mean), y, 7, fill=row.color)
    for score, found in _stacks(row.pieces).items():
        for place, piece in enumerate(found[:_MOST_STACKED]):
            canvas.circle(_x(piece), y + _LANE + place * (2 * _PIECE + 2), _PIECE, fill="none", edge=INK, width=1.2)
        if len(found) > _MOST_STACKED:
            canvas.text(_x(score) + 10, y + _LANE, f"× {len(found)}", size=10, color=GREY)


def _name_lines(row: Dots) -> list[str]:
    return wrap(row.name, _NAME_WIDTH, TEXT, lines=2, bold=True)


def _stacks(pieces: Sequence[float]) -> dict[float, list[float]]:
    """Return the pieces by place: those nearer to each other than a dot's width share one."""
    stacks: dict[float, list[float]] = {}
    room = (2 * _PIECE + 1) / (_x(1) - _x(0))
    for piece in sorted(pieces):
        place = next((score for score in stacks if abs(score - piece) < room), piece)
        stacks.setdefault(place, []).append(piece)
    return stacks


def _x(score: float) -> float:
    held = min(max(score, -1.0), 1.0)
    return _LEFT + (held + 1) / 2 * (_RIGHT - _LEFT)
