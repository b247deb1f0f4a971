"""Network: a map of who asks whom, the actors on a circle, each demand a curved arrow with its number on it."""

from dataclasses import dataclass
from itertools import pairwise
from math import dist, hypot, sqrt

from demandeur.analysis import Analysis
from demandeur.pictures.asks import COLUMNS, OPEN, Ask, Asks, asks_of
from demandeur.pictures.canvas import Canvas, badge_size
from demandeur.pictures.circle import order_around
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import GREY, HAIRLINE, INK, SMALL, STATUSES, TEXT, WIDTH, line_width, stroke_of
from demandeur.pictures.typeset import capitalised, shorten, text_width, wrap
from demandeur.pictures.words import counted, leaders, listed, number

_NODE = 6
_LABEL_WIDTH = 150
_STEP, _REACH = 82, 215
"""Least pixels from one actor down to the next on a side, and from the middle out to the sides."""
_ALONE, _FIRST, _APART, _BADGE_APART = 0.16, 0.04, 0.18, 26
"""How far a curve bends towards the middle, in units of its length: one alone; the first of several; each further
one beside it, at least so many pixels apart that their badges do not touch."""

Point = tuple[float, float]


@dataclass(slots=True)
class _Arrow:
    """One demand from one issuer to one addressee: start, control points and end of its curve."""

    ask: Ask
    source: str
    target: str
    points: list[Point]


def network_map(analysis: Analysis) -> Picture:
    """Return the map of who asks whom: actors on a circle, each demand an arrow with its number.

    Actors are ordered to cut crossings. Up to 40 demands are drawn; of more the strongest 40, which the map then says.
    """
    asks = asks_of(analysis)
    if not asks.every:
        return empty_picture("map", "No demands were found in this article", COLUMNS)
    title = _title(asks)
    pairs = [(issuer, addressee) for ask in asks.shown for issuer in ask.issuers for addressee in ask.addressees]
    nodes = list(dict.fromkeys(key for pair in pairs for key in pair))
    order = order_around(nodes, pairs)
    rows = (len(order) + 1) // 2
    step = max(_STEP, 260 / rows)
    centre = (WIDTH / 2, step * rows / 2 + 12)
    places = _places(order, centre, step)
    bottom = 2 * centre[1]
    limit = asks.limit_note()
    canvas = Canvas(WIDTH, bottom + (56 if limit else 36), title)
    arrows = _arrows(asks, places, centre)
    for arrow in arrows:
        _draw_arrow(canvas, arrow)
    _draw_nodes(canvas, asks, places, centre)
    _draw_badges(canvas, arrows, places)
    _draw_key(canvas, asks, bottom + 22, limit)
    alt = f"{title}. {asks.told()}"
    return Picture("map", canvas.figure, title, alt, asks.table(), canvas.heading_height)


def _title(asks: Asks) -> str:
    """Return the message: how many actors and demands, and who has a part in most."""
    parts: dict[str, int] = {}
    for ask in asks.every:
        for key in dict.fromkeys(ask.issuers + ask.addressees):
            if key != OPEN:
                parts[key] = parts.get(key, 0) + 1
    top, most = leaders(parts)
    start = f"{capitalised(counted(len(asks.every), 'demand'))} between {counted(len(parts), 'actor')}"
    if not top or len(top) > 3 or most < 2:
        return start if len(parts) != 1 else f"{capitalised(counted(len(asks.every), 'demand'))}, one actor named"
    each = " each" if len(top) > 1 else ""
    names = listed([shorten(asks.name(key), 40) for key in top])
    return f"{start}; most, {number(most)}{each}, are by or to {names}"


def _places(order: list[str], centre: Point, step: float) -> dict[str, Point]:
    """Return the actors' places on an ellipse, down its right side and up its left one.

    They stand at even heights, not at even angles, so that each name has its own line beside the ellipse.
    """
    rows = (len(order) + 1) // 2
    half = step * (rows + 0.7) / 2
    places = {}
    for place, key in enumerate(order):
        down_right = place < rows
        row = place if down_right else len(order) - 1 - place
        length = rows if down_right else len(order) - rows
        rise = (row - (length - 1) / 2) * step
        reach = _REACH * sqrt(1 - (rise / half) ** 2)
        places[key] = (centre[0] + (reach if down_right else -reach), centre[1] + rise)
    return places


def _arrows(asks: Asks, places: dict[str, Point], centre: Point) -> list[_Arrow]:
    """Return the curves of all demands; those between the same two actors fan out."""
    between: dict[frozenset[str], list[tuple[Ask, str, str]]] = {}
    for ask in asks.shown:
        for source in ask.issuers:
            for target in ask.addressees:
                between.setdefault(frozenset((source, target)), []).append((ask, source, target))
    arrows = []
    for found in between.values():
        for place, (ask, source, target) in enumerate(found):
            if source == target:
                points = _loop(places[source], centre, place)
            else:
                ends = places[source], places[target]
                apart = max(_APART, _BADGE_APART / (dist(*ends) or 1))
                bend = _ALONE if len(found) == 1 else _FIRST + place * apart
                points = _curve(*ends, centre, bend)
            arrows.append(_Arrow(ask, source, target, points))
    return arrows


def _curve(start: Point, end: Point, centre: Point, bend: float) -> list[Point]:
    """Return a curve from node to node, bent towards the centre, its ends cut back to the nodes' edges."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    across = (start[1] - end[1], end[0] - start[0])
    inward = across[0] * (centre[0] - middle[0]) + across[1] * (centre[1] - middle[1])
    # Between opposite nodes neither side is the inner one; then the key of the pair's first node decides.
    side = 1 if inward > 1e-6 or (abs(inward) <= 1e-6 and start < end) else -1
    control = (middle[0] + side * bend * across[0] * 2, middle[1] + side * bend * across[1] * 2)
    return [_towards(start, control, _NODE + 2), control, _towards(end, control, _NODE + 4)]


def _loop(node: Point, centre: Point, place: int) -> list[Point]:
    """Return a loop from a node to itself, on the side of the centre."""
    reach = 60 + 30 * place
    tip = _towards(node, centre, reach)
    ahead = (tip[0] - node[0], tip[1] - node[1])
    left = (tip[0] - ahead[1] * 0.6, tip[1] + ahead[0] * 0.6)
    right = (tip[0] + ahead[1] * 0.6, tip[1] - ahead[0] * 0.6)
    return [_towards(node, left, _NODE + 2), left, right, _towards(node, right, _NODE + 4)]


def _towards(start: Point, goal: Point, distance: float) -> Point:
    length = hypot(goal[0] - start[0], goal[1] - start[1]) or 1.0
    share = distance / length
    return (start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share)


def _on_curve(points: list[Point], share: float) -> Point:
    """Return the point at that share of a Bézier curve, by de Casteljau's construction."""
    while len(points) > 1:
        halfway = []
        for (x, y), (next_x, next_y) in pairwise(points):
            halfway.append((x + (next_x - x) * share, y + (next_y - y) * share))
        points = halfway
    return points[0]


def _draw_arrow(canvas: Canvas, arrow: _Arrow) -> None:
    stroke, width = stroke_of(arrow.ask.status), line_width(arrow.ask.strength)
    tip, before = arrow.points[-1], arrow.points[-2]
    stop = _towards(tip, before, 7)
    canvas.curve([*arrow.points[:-1], stop], color=stroke.color, width=width, dashes=stroke.dashes)
    canvas.arrowhead(tip, (tip[0] - before[0], tip[1] - before[1]), color=stroke.color, size=8 + width)


def _draw_nodes(canvas: Canvas, asks: Asks, places: dict[str, Point], centre: Point) -> None:
    for key, (x, y) in places.items():
        fill, edge = ("#ffffff", GREY) if key == OPEN else (INK, INK)
        canvas.circle(x, y, _NODE, fill=fill, edge=edge)
        face = {"italic": True, "color": GREY} if key == OPEN else {"bold": True}
        lines = wrap(asks.name(key), _LABEL_WIDTH, TEXT, lines=2, bold=True)
        right = x > centre[0]
        canvas.lines(x + (12 if right else -12), y, lines, align="left" if right else "right", **face)


def _draw_badges(canvas: Canvas, arrows: list[_Arrow], places: dict[str, Point]) -> None:
    """Put each demand's number on its curve, where it is furthest from other numbers, nodes and curves."""
    taken: list[Point] = []
    for arrow in arrows:
        others = [other for other in arrows if other is not arrow]
        best, room = (0.0, 0.0), -1e9
        for percent in (50, 45, 55, 40, 60, 35, 65, 30, 70, 25, 75):
            point = _on_curve(arrow.points, percent / 100)
            free = _room(point, taken, list(places.values()), others)
            if free > room + 0.5:
                best, room = point, free
        taken.append(best)
        canvas.badge(*best, arrow.ask.label, color=stroke_of(arrow.ask.status).color)


def _room(point: Point, taken: list[Point], nodes: list[Point], others: list[_Arrow]) -> float:
    """Return how far the point is from what it must not hide, in pixels, at most a badge's width."""
    width, height = badge_size("D99")
    room = width
    for x, y in taken:
        room = min(room, 2 * max(abs(point[0] - x) - width, abs(point[1] - y) - height))
    for x, y in nodes:
        room = min(room, hypot(point[0] - x, point[1] - y) - _NODE)
    for other in others:
        for percent in range(5, 100, 10):
            x, y = _on_curve(other.points, percent / 100)
            room = min(room, hypot(point[0] - x, point[1] - y))
    return room


def _draw_key(canvas: Canvas, asks: Asks, y: float, limit: str) -> None:
    canvas.line([(12, y - 16), (WIDTH - 12, y - 16)], color=HAIRLINE)
    x = 12.0
    for status, stroke in STATUSES.items():
        if any(ask.status == status for ask in asks.shown):
            canvas.line([(x, y), (x + 34, y)], color=stroke.color, width=2, dashes=stroke.dashes)
            canvas.text(x + 40, y, status, size=SMALL, color=stroke.color)
            x += 40 + text_width(status, SMALL) + 22
    if limit:
        canvas.text(12, y + 20, limit, size=SMALL, color=GREY)
