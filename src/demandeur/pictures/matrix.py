"""Matrix: who asks whom, a row for each who asks, a column for each who is asked."""

from demandeur.analysis import Analysis
from demandeur.pictures.asks import COLUMNS, OPEN, Ask, Asks, asks_of
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.grid import Grid, column_width, draw_grid, plan_grid
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import GREY, LEADING, ORANGE, SMALL, STRENGTHS, tint
from demandeur.pictures.typeset import capitalised, text_width, wrap
from demandeur.pictures.words import NOBODY, counted

_INSET = 3
_LEADING = LEADING - 2
_METER = 12
"""Pixels that the five bars of the strength take at the bottom of a cell."""

Cell = tuple[str, str]


def matrix(analysis: Analysis) -> Picture:
    """Return the picture of who asks whom for what: in each cell the demands, its shade the strongest of them.

    The strength is told by a row of five bars too, filled as many as it has degrees. Up to 40 demands are drawn; of
    more the strongest 40, which the picture then says.
    """
    asks = asks_of(analysis)
    if not asks.every:
        return empty_picture("matrix", "No demands were found in this article", COLUMNS)
    title = asks.most("issuers", "by") + _left_open(asks)
    rows, columns, cells = _cells(asks)
    texts = {cell: _lines(found, column_width(len(columns)), len(columns)) for cell, found in cells.items()}
    needed = []
    for row in rows:
        longest = max(len(lines) for (issuer, _), lines in texts.items() if issuer == row)
        needed.append(longest * _LEADING + _METER + 12)
    grid = plan_grid([asks.name(row) for row in rows], [asks.name(column) for column in columns], needed)
    limit = asks.limit_note()
    canvas = Canvas(grid.width, grid.bottom + (54 if limit else 34), title)
    draw_grid(canvas, grid, "Who asks ↓", "of whom →")
    for (issuer, addressee), found in cells.items():
        place = (rows.index(issuer), columns.index(addressee))
        _draw_cell(canvas, grid, place, found, texts[issuer, addressee])
    _draw_key(canvas, grid.bottom + 18, limit)
    alt = f"{title}. {_told(asks, cells)}"
    return Picture("matrix", canvas.figure, title, alt, asks.table(), canvas.heading_height)


def _left_open(asks: Asks) -> str:
    count = sum(ask.addressees == (OPEN,) for ask in asks.every)
    if count in (0, len(asks.every)) or len(asks.every) == 1:
        return ""
    return f"; {counted(count, 'demand')} with {NOBODY} as addressee"


def _cells(asks: Asks) -> tuple[list[str], list[str], dict[Cell, list[Ask]]]:
    """Return who asks, who is asked, both busiest first and nobody last, and the demands of each cell."""
    cells: dict[Cell, list[Ask]] = {}
    for ask in asks.shown:
        for issuer in ask.issuers:
            for addressee in ask.addressees:
                cells.setdefault((issuer, addressee), []).append(ask)
    return _busiest(cells, 0), _busiest(cells, 1), cells


def _busiest(cells: dict[Cell, list[Ask]], side: int) -> list[str]:
    counts: dict[str, int] = {}
    for cell, found in cells.items():
        counts[cell[side]] = counts.get(cell[side], 0) + len(found)
    ranks = {key: (key == OPEN, -count) for key, count in counts.items()}
    return sorted(counts, key=ranks.__getitem__)


def _lines(found: list[Ask], width: float, columns: int) -> list[str]:
    """Return a cell's text: the demands with their words; in a crowded matrix or cell their numbers only."""
    room = width - 2 * _INSET - 8
    if columns > 6 or len(found) > 3:
        return wrap(" ".join(ask.label for ask in found), room, SMALL, lines=6, bold=True)
    lines = []
    for ask in found:
        lines += wrap(f"{ask.label} {ask.content}", room, SMALL, lines=3 if len(found) == 1 else 2)
    return lines


def _draw_cell(canvas: Canvas, grid: Grid, place: tuple[int, int], found: list[Ask], lines: list[str]) -> None:
    x, y = grid.corner(*place)
    width, height = grid.column - 2 * _INSET, grid.heights[place[0]] - 2 * _INSET
    strength = max(ask.strength for ask in found)
    canvas.box(x + _INSET, y + _INSET, width, height, fill=tint(ORANGE, 0.08 * strength))
    middle = y + _INSET + (height - _METER) / 2
    labels = {ask.label for ask in found}
    for row, line in enumerate(lines):
        level = middle + (row - (len(lines) - 1) / 2) * _LEADING
        label, _, rest = line.partition(" ")
        if labels.issuperset(line.split()):
            canvas.text(x + _INSET + 5, level, line, size=SMALL, bold=True)
        elif label in labels:
            canvas.text(x + _INSET + 5, level, label, size=SMALL, bold=True)
            canvas.text(x + _INSET + 9 + text_width(label, SMALL, bold=True), level, rest, size=SMALL)
        else:
            canvas.text(x + _INSET + 5, level, line, size=SMALL)
    _draw_meter(canvas, x + _INSET + 5, y + _INSET + height - _METER + 3, strength)


def _draw_meter(canvas: Canvas, x: float, y: float, strength: int) -> None:
    for degree in range(1, 6):
        fill = ORANGE if degree <= strength else "#ffffff"
        canvas.box(x + (degree - 1) * 9, y, 7, 4, fill=fill, edge=ORANGE)


def _draw_key(canvas: Canvas, y: float, limit: str) -> None:
    canvas.text(12, y, "Strongest in a cell:", size=SMALL, color=GREY)
    x = 12 + text_width("Strongest in a cell:", SMALL) + 12
    for strength, word in STRENGTHS.items():
        canvas.box(x - 5, y - 9, 56, 18, fill=tint(ORANGE, 0.08 * strength))
        _draw_meter(canvas, x, y - 2, strength)
        canvas.text(x + 56, y, word, size=SMALL, color=GREY)
        x += 56 + text_width(word, SMALL) + 14
    if limit:
        canvas.text(12, y + 20, limit, size=SMALL, color=GREY)


def _told(asks: Asks, cells: dict[Cell, list[Ask]]) -> str:
    """Return the cells in words, one sentence a row of the matrix."""
    by_issuer: dict[str, list[str]] = {}
    for (issuer, addressee), found in cells.items():
        labels = ", ".join(ask.label for ask in found)
        by_issuer.setdefault(issuer, []).append(f"{asks.name(addressee)} for {labels}")
    sentences = []
    for issuer, asked in by_issuer.items():
        sentences.append(f"{capitalised(asks.name(issuer))}: {'; '.join(asked)}.")
    return "Who asks whom: " + " ".join(sentences) + " The table has the words of each demand."
