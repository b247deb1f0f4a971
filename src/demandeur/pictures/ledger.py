"""Ledger: who asks for what, of whom, and what the answer was.

Text stands at fixed places in four columns and lines lead from one to the next: from each issuer to its demands,
from each demand to its addressees, and behind each addressee the answers, one a demand.
"""

from dataclasses import dataclass

from demandeur.analysis import Analysis
from demandeur.pictures.asks import COLUMNS, OPEN, Ask, Asks, asks_of
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.layout import order_columns, spread
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import GREY, HAIRLINE, LEADING, SMALL, STATUSES, TEXT, WIDTH, line_width, stroke_of
from demandeur.pictures.typeset import text_width, wrap

_ISSUER_RIGHT, _ISSUER_WIDTH = 134, 122
_DEMAND_LEFT, _LABEL_WIDTH, _DEMAND_RIGHT = 192, 33, 416
_ADDRESSEE_LEFT, _ADDRESSEE_WIDTH = 484, 112
_ANSWER_LEFT = 628
_ANSWER_LABEL = 33
_HEAD, _GAP = 34, 11
_PORT = 7
"""Pixels between the tips of arrows that meet at one addressee."""


@dataclass(slots=True)
class _Block:
    """A piece of text at its place: its lines, its height, the middle of it."""

    lines: list[str]
    height: float
    y: float = 0.0


@dataclass(slots=True)
class _Plan:
    """Where everything stands, by key; answers are keyed by (addressee, label)."""

    issuers: dict[str, _Block]
    demands: dict[str, _Block]
    addressees: dict[str, _Block]
    answers: dict[tuple[str, str], _Block]
    bottom: float


def ledger(analysis: Analysis) -> Picture:
    """Return the picture of who asks for what, of whom, and what the answer was.

    Up to 40 demands are drawn; of more the strongest 40, which the picture then says. The table has all.
    """
    asks = asks_of(analysis)
    if not asks.every:
        return empty_picture("ledger", "No demands were found in this article", COLUMNS)
    title = f"{asks.most('addressees', 'of')}; {asks.answers()}"
    limit = asks.limit_note()
    plan = _plan(asks)
    canvas = Canvas(WIDTH, plan.bottom + (56 if limit else 36), title)
    for x, align, head in (
        (_ISSUER_RIGHT, "right", "Who asks"),
        (_DEMAND_LEFT + _LABEL_WIDTH, "left", "for what"),
        (_ADDRESSEE_LEFT, "left", "of whom"),
        (_ANSWER_LEFT, "left", "and the answer"),
    ):
        canvas.text(x, 12, head, size=12, color=GREY, align=align)
    for ask in asks.shown:
        _draw_lines(canvas, ask, plan)
    _draw_text(canvas, asks, plan)
    _draw_key(canvas, asks, plan.bottom + 22, limit)
    alt = f"{title}. {asks.told()}"
    return Picture("ledger", canvas.figure, title, alt, asks.table(), canvas.heading_height)


def _plan(asks: Asks) -> _Plan:
    """Return the place of every piece of text: columns ordered to cut crossings, spread so that nothing overlaps."""
    issuer_order, demand_order, addressee_order = _orders(asks)
    by_label = {ask.label: ask for ask in asks.shown}
    demands = {label: _demand_block(by_label[label]) for label in demand_order}
    issuers = {key: _name_block(asks.name(key), _ISSUER_WIDTH) for key in issuer_order}
    answers = {}
    addressees = {}
    for key in addressee_order:
        addressees[key] = _name_block(asks.name(key), _ADDRESSEE_WIDTH)
        for label in demand_order:
            if key in by_label[label].addressees:
                answers[key, label] = _answer_block(asks, by_label[label], key)
        stack = sum(block.height for (whom, _), block in answers.items() if whom == key)
        addressees[key].height = max(addressees[key].height, stack)
    columns = (issuers, demands, addressees)
    tallest = max(sum(block.height + _GAP for block in column.values()) - _GAP for column in columns)
    low, high = _HEAD, _HEAD + tallest
    free = tallest - sum(block.height for block in demands.values())
    _stack(list(demands.values()), low, free / max(len(demands) - 1, 1) if len(demands) > 1 else _GAP)
    if len(demands) == 1:
        demands[demand_order[0]].y = (low + high) / 2
    _align(issuers, demands, [(key, ask.label) for ask in asks.shown for key in ask.issuers], low, high)
    _align(addressees, demands, [(key, ask.label) for ask in asks.shown for key in ask.addressees], low, high)
    for key, block in addressees.items():
        own = [answer for (whom, _), answer in answers.items() if whom == key]
        _stack(own, block.y - sum(answer.height for answer in own) / 2, 0)
    return _Plan(issuers, demands, addressees, answers, high)


def _orders(asks: Asks) -> tuple[list[str], list[str], list[str]]:
    issuers: dict[str, None] = {}
    addressees: dict[str, None] = {}
    left, right = [], []
    for ask in asks.shown:
        issuers.update(dict.fromkeys(ask.issuers))
        addressees.update(dict.fromkeys(ask.addressees))
        left += [(key, ask.label) for key in ask.issuers]
        right += [(ask.label, key) for key in ask.addressees]
    return order_columns(list(issuers), [ask.label for ask in asks.shown], list(addressees), left, right)


def _name_block(name: str, width: float) -> _Block:
    lines = wrap(name, width, TEXT, lines=3, bold=True)
    return _Block(lines, len(lines) * LEADING)


def _demand_block(ask: Ask) -> _Block:
    width = _DEMAND_RIGHT - _DEMAND_LEFT - _LABEL_WIDTH
    lines = wrap(ask.content, width, TEXT, lines=3)
    note = wrap(ask.note, width, SMALL, lines=1) if ask.note else []
    return _Block(lines + note, (len(lines) + len(note)) * LEADING)


def _answer_block(asks: Asks, ask: Ask, addressee: str) -> _Block:
    """Return the answer's word, and who gave it where that is somebody else than the addressee."""
    others = [key for key in ask.answered_by if key != addressee]
    if not others:
        return _Block([ask.status], LEADING + 2)
    width = WIDTH - _ANSWER_LEFT - _ANSWER_LABEL - 4
    by = wrap("by " + asks.all_names(ask.answered_by), width, SMALL, lines=2)
    return _Block([ask.status, *by], (1 + len(by)) * LEADING + 3)


def _stack(blocks: list[_Block], top: float, gap: float) -> None:
    for block in blocks:
        block.y = top + block.height / 2
        top += block.height + gap


def _align(column: dict[str, _Block], demands: dict[str, _Block], links: list, low: float, high: float) -> None:
    """Place a column's blocks at the mean height of their demands, spread so that none overlap."""
    heights: dict[str, list[float]] = {key: [] for key in column}
    for key, label in links:
        heights[key].append(demands[label].y)
    wanted = [sum(found) / len(found) for found in heights.values()]
    places = spread(wanted, [block.height for block in column.values()], _GAP, low, high)
    for block, y in zip(column.values(), places, strict=True):
        block.y = y


def _draw_lines(canvas: Canvas, ask: Ask, plan: _Plan) -> None:
    stroke, width = stroke_of(ask.status), line_width(ask.strength)
    how = {"color": stroke.color, "width": width, "dashes": stroke.dashes}
    block = plan.demands[ask.label]
    for key in ask.issuers:
        start, end = (_ISSUER_RIGHT + 6, plan.issuers[key].y), (_DEMAND_LEFT - 4, block.y)
        canvas.curve(_bend(start, end), **how)
    widest = max(text_width(line, TEXT) for line in block.lines)
    leave = (_DEMAND_LEFT + _LABEL_WIDTH + widest + 8, block.y)
    for key in ask.addressees:
        tip = (_ADDRESSEE_LEFT - 6, _port(plan, key, ask.label))
        turn = (_DEMAND_RIGHT, block.y)
        if leave[0] < turn[0]:
            canvas.line([leave, turn], **how)
        canvas.curve(_bend(turn, (tip[0] - 7, tip[1])), **how)
        canvas.arrowhead(tip, (1, 0), color=stroke.color, size=8 + width)
        answer = plan.answers[key, ask.label]
        name = plan.addressees[key].lines
        start = _ADDRESSEE_LEFT + max(text_width(line, TEXT, bold=True) for line in name) + 6
        canvas.curve(_bend((start, plan.addressees[key].y), (_ANSWER_LEFT - 5, answer.y)), **how)


def _bend(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """Return the four points of a curve that leaves and arrives level."""
    middle = (start[0] + end[0]) / 2
    return [start, (middle, start[1]), (middle, end[1]), end]


def _port(plan: _Plan, addressee: str, label: str) -> float:
    """Return the height at which a demand's arrow meets its addressee: side by side, in the demands' order."""
    meeting = [other for key, other in plan.answers if key == addressee]
    room = max(plan.addressees[addressee].height, LEADING)
    step = min(_PORT, room / len(meeting))
    return plan.addressees[addressee].y + (meeting.index(label) - (len(meeting) - 1) / 2) * step


def _draw_text(canvas: Canvas, asks: Asks, plan: _Plan) -> None:
    for key, block in plan.issuers.items():
        canvas.lines(_ISSUER_RIGHT, block.y, block.lines, align="right", **_face(key))
    for key, block in plan.addressees.items():
        canvas.lines(_ADDRESSEE_LEFT, block.y, block.lines, **_face(key))
    for ask in asks.shown:
        block = plan.demands[ask.label]
        color = stroke_of(ask.status).color
        canvas.text(_DEMAND_LEFT, block.y, ask.label, size=SMALL, bold=True, color=color)
        for row, line in enumerate(block.lines):
            y = block.y + (row - (len(block.lines) - 1) / 2) * LEADING
            is_note = bool(ask.note) and row == len(block.lines) - 1
            face = {"size": SMALL, "italic": True, "color": GREY} if is_note else {}
            canvas.text(_DEMAND_LEFT + _LABEL_WIDTH, y, line, **face)
        for key in ask.addressees:
            _draw_answer(canvas, ask, plan.answers[key, ask.label])


def _face(key: str) -> dict:
    return {"italic": True, "color": GREY} if key == OPEN else {"bold": True}


def _draw_answer(canvas: Canvas, ask: Ask, block: _Block) -> None:
    color = stroke_of(ask.status).color
    canvas.text(_ANSWER_LEFT, block.y, ask.label, size=SMALL, bold=True, color=color)
    for row, line in enumerate(block.lines):
        y = block.y + (row - (len(block.lines) - 1) / 2) * (LEADING - 1.5)
        face = {"size": SMALL, "color": GREY} if row else {"size": SMALL, "color": color, "bold": True}
        canvas.text(_ANSWER_LEFT + _ANSWER_LABEL, y, line, **face)


def _draw_key(canvas: Canvas, asks: Asks, y: float, limit: str) -> None:
    """Draw what the lines mean, and below it how many demands are left out, if any."""
    canvas.line([(12, y - 16), (WIDTH - 12, y - 16)], color=HAIRLINE)
    x = 12.0
    present = [status for status in STATUSES if any(ask.status == status for ask in asks.shown)]
    for status in present:
        stroke = STATUSES[status]
        canvas.line([(x, y), (x + 34, y)], color=stroke.color, width=2, dashes=stroke.dashes)
        canvas.text(x + 40, y, status, size=SMALL, color=stroke.color)
        x += 40 + text_width(status, SMALL) + 22
    if len({ask.strength for ask in asks.shown}) > 1:
        canvas.text(x, y, "thicker line: stronger wording", size=SMALL, color=GREY)
    if limit:
        canvas.text(12, y + 20, limit, size=SMALL, color=GREY)
