"""Course: how warm or harsh the words are from the article's beginning to its end, and on how little that rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.layout import spread
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import GREY, HAIRLINE, INK, SMALL, TEXT, WIDTH
from demandeur.pictures.typeset import capitalised, clean, text_width, wrap
from demandeur.pictures.words import counted, names_of, number, signed
from demandeur.tables import records

_COLUMNS = ["Statement", "Place", "Speaker", "Polarity", "Subjectivity", "Known words", "Words"]
_SILENT = "says nothing"
_NAME_RIGHT, _NAME_WIDTH = 176, 164
_LEFT, _RIGHT = 204, 736
_TOP, _TALL = 44, 200
_RUG, _LANES, _LANE = _TOP + _TALL + 26, _TOP + _TALL + 56, 21
_LEADER = 32
"""Height at which the lines from the numbers have come to their statements' places."""
_NUMBER = 10
_THREAD, _FAINT = "#c4c4c4", (1.5, 5)
_DOT, _BIGGEST = 4.0, 14.0
"""Radius in pixels of the dot of a statement of which one word is known; its area grows with their number."""
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its number, speaker, place in the article (0 to 1), and TextBlob's figures of its words."""

    label: str
    speaker: str
    place: float
    polarity: float
    subjectivity: float
    known: int
    words: int


def course(analysis: Analysis) -> Picture:
    """Return the picture of tone over the article's course: TextBlob's polarity by place, and who speaks there.

    A dot's area is the number of words that TextBlob knows; where it knows none, a statement stands below the scale.
    """
    said = _statements(analysis)
    if not said:
        return empty_picture("course", "No statement was found in this article whose tone could be read", _COLUMNS)
    lanes = _lanes(said)
    title = _title(said)
    bottom = _LANES + len(set(lanes.values())) * _LANE
    notes = _notes(said)
    canvas = Canvas(WIDTH, bottom + 66 + len(notes) * 18, title)
    _draw_frame(canvas, lanes, bottom)
    for one in said:
        _draw_threads(canvas, one, lanes)
    _draw_numbers(canvas, said)
    for one in sorted(said, key=_size, reverse=True):
        _draw_statement(canvas, one, lanes)
    _draw_key(canvas, bottom + 52, notes)
    alt = f"{title}. {' '.join(_told(one) for one in said)} {' '.join(notes)}"
    return Picture("course", canvas.figure, title, alt, _table(said), canvas.heading_height)


def _statements(analysis: Analysis) -> list[Said]:
    """Return the statements whose tone was measured and whose place is known, in the article's order."""
    names = names_of(analysis)
    spans = {row["statement_id"]: row["spans"] for row in records(analysis.statements)}
    length = max(len(analysis.article.text), 1)
    found = []
    for row in records(analysis.sentiment):
        if not spans.get(row["statement_id"]):
            continue
        place = min(spans[row["statement_id"]][0][0] / length, 1.0)
        speaker = names.get(row["actor_id"], clean(row["actor_id"] or "")) or "speaker not named"
        figures = (row["polarity"] or 0.0, row["subjectivity"] or 0.0, row["n_known"] or 0, row["n_words"] or 0)
        found.append(Said(clean(row["statement_id"] or ""), speaker, place, *figures))
    return sorted(found, key=_place)


def _place(one: Said) -> float:
    return one.place


def _size(one: Said) -> int:
    return one.known


def _lanes(said: Sequence[Said]) -> dict[str, int]:
    """Return the lane of each speaker, in the order in which they first speak; of many, the last share one."""
    speakers = list(dict.fromkeys(one.speaker for one in said))
    if len(speakers) <= _MOST_LANES:
        return {speaker: place for place, speaker in enumerate(speakers)}
    return {speaker: min(place, _MOST_LANES - 1) for place, speaker in enumerate(speakers)}


def _title(said: Sequence[Said]) -> str:
    """Return the message: the mean tone of the article's two halves, and of how many statements nothing is known."""
    halves = []
    for name, half in (
        ("first half", [one for one in said if one.known and one.place < 0.5]),
        ("second", [one for one in said if one.known and one.place >= 0.5]),
    ):
        mean = f"{signed(sum(one.polarity for one in half) / len(half))} (n = {len(half)})" if half else "nothing"
        halves.append(f"{mean} in {'the article’s ' if name == 'first half' else 'its '}{name}")
    silent = sum(not one.known for one in said)
    if silent == len(said):
        return "Tone, not stance: TextBlob knows none of the words of these statements"
    rest = f"; of {number(silent)} of {counted(len(said), 'statement')} TextBlob knows no word"
    return f"Tone, not stance: mean {', '.join(halves)}" + (rest if silent else "")


def _notes(said: Sequence[Said]) -> list[str]:
    """Return, in words, on how little the dots rest."""
    known = [one for one in said if one.known]
    words, entries = sum(one.words for one in said), sum(one.known for one in said)
    single = sum(one.known == 1 for one in known)
    first = f"TextBlob states no margin of error. It knows {entries} of {words} words"
    if single:
        first += f"; {number(single)} dot{' rests' if single == 1 else 's rest'} on a single word"
    notes = [first + "."]
    if known:
        mean = sum(one.subjectivity for one in known) / len(known)
        notes.append(f"Mean subjectivity of the words it knows, from 0 (plain) to 1 (opinion): {mean:.2f}.")
    return notes


def _draw_frame(canvas: Canvas, lanes: dict[str, int], bottom: float) -> None:
    for tick in (-1, -0.5, 0, 0.5, 1):
        color = INK if tick == 0 else HAIRLINE
        canvas.line([(_LEFT - 8, _y(tick)), (_RIGHT + 8, _y(tick))], color=color)
        label = "0" if tick == 0 else f"{'−' if tick < 0 else ''}{abs(tick):g}"
        canvas.text(_LEFT - 14, _y(tick), label, size=SMALL, align="right", color=GREY)
    canvas.text(_NAME_RIGHT - 20, _y(0.75), "warm words ↑", size=SMALL, align="right", color=GREY)
    canvas.text(_NAME_RIGHT - 20, _y(-0.75), "harsh words ↓", size=SMALL, align="right", color=GREY)
    canvas.text(_NAME_RIGHT, _RUG, _SILENT, size=SMALL, align="right", color=GREY, italic=True)
    shown = {}
    for speaker, lane in lanes.items():
        shown.setdefault(lane, []).append(speaker)
    for lane, speakers in shown.items():
        y = _lane_y(lane)
        name = speakers[0] if len(speakers) == 1 else f"{number(len(speakers))} more speakers"
        for line in wrap(name, _NAME_WIDTH, TEXT, lines=1, bold=True):
            canvas.text(_NAME_RIGHT, y, line, bold=True, align="right")
        canvas.line([(_LEFT - 8, y), (_RIGHT + 8, y)], color=HAIRLINE)
    canvas.line([(_LEFT - 8, bottom + 4), (_RIGHT + 8, bottom + 4)], color=GREY)
    for share, label in ((0, "beginning"), (0.25, "25 %"), (0.5, "50 %"), (0.75, "75 %"), (1, "end")):
        canvas.line([(_x(share), bottom + 4), (_x(share), bottom + 9)], color=GREY)
        canvas.text(_x(share), bottom + 18, label, size=SMALL, align="center", color=GREY)


def _draw_threads(canvas: Canvas, one: Said, lanes: dict[str, int]) -> None:
    """Draw the line that leads from a statement's place on the scale, or below it, down to its speaker."""
    top = _y(one.polarity) if one.known else _RUG
    canvas.line([(_x(one.place), top), (_x(one.place), _lane_y(lanes[one.speaker]))], color=_THREAD, width=0.8)


def _draw_statement(canvas: Canvas, one: Said, lanes: dict[str, int]) -> None:
    x, lane = _x(one.place), _lane_y(lanes[one.speaker])
    if one.known:
        canvas.circle(x, _y(one.polarity), _radius(one.known), fill=INK, edge="white", width=1)
        canvas.circle(x, lane, 3.4, fill=INK, edge="white", width=0.8)
    else:
        canvas.line([(x, _RUG - 7), (x, _RUG + 7)], color=INK, width=1.8)
        canvas.circle(x, lane, 3.4, fill="white", edge=INK, width=1.2)


def _draw_numbers(canvas: Canvas, said: Sequence[Said]) -> None:
    """Write the statements' numbers above, each with a line to its dot; of too many, those of the farthest from 0."""
    sizes = {one: text_width(one.label, _NUMBER) + 5 for one in said}
    chosen, room = set(), _RIGHT - _LEFT + 24
    for one in sorted(said, key=_strength, reverse=True):
        if sum(sizes[other] for other in chosen) + sizes[one] <= room:
            chosen.add(one)
    shown = [one for one in said if one in chosen]
    centres = spread([_x(one.place) for one in shown], [sizes[one] for one in shown], 0, _LEFT - 12, _RIGHT + 12)
    for one, centre in zip(shown, centres, strict=True):
        x = _x(one.place)
        canvas.text(centre, 8, one.label, size=_NUMBER, align="center", color=GREY)
        canvas.line([(centre, 15), (x, _LEADER)], color=_THREAD, width=0.8)
        if one.known:
            canvas.line([(x, _LEADER), (x, _y(one.polarity))], color=_THREAD, width=0.8)
        else:
            canvas.line([(x, _LEADER), (x, _RUG - 7)], color=_THREAD, width=0.8, dashes=_FAINT)


def _strength(one: Said) -> tuple[bool, float]:
    return one.known > 0, abs(one.polarity)


def _draw_key(canvas: Canvas, y: float, notes: Sequence[str]) -> None:
    x = 18.0
    for count, label in ((1, "one word known to TextBlob"), (4, "four"), (9, "nine")):
        canvas.circle(x, y, _radius(count), fill=INK, edge="white", width=1)
        x += _radius(count) + 6
        canvas.text(x, y, label, size=SMALL, color=GREY)
        x += text_width(label, SMALL) + 24
    canvas.line([(x, y - 7), (x, y + 7)], color=INK, width=1.8)
    canvas.text(x + 10, y, f"{_SILENT}: it knows none of the words", size=SMALL, color=GREY)
    for row, note in enumerate(notes):
        for line in wrap(note, WIDTH - 24, SMALL, lines=1):
            canvas.text(12, y + 22 + row * 18, line, size=SMALL, color=GREY)


def _told(one: Said) -> str:
    tone = f"polarity {signed(one.polarity)} resting on {counted(one.known, 'word')}" if one.known else _SILENT
    return f"{one.label} at {_percent(one.place)}, {capitalised(one.speaker)}: {tone}."


def _table(said: Sequence[Said]) -> pd.DataFrame:
    rows = []
    for one in said:
        figures = [signed(one.polarity), f"{one.subjectivity:.2f}"] if one.known else [_SILENT, _SILENT]
        rows.append([one.label, _percent(one.place), one.speaker, *figures, one.known, one.words])
    return pd.DataFrame(rows, columns=_COLUMNS)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _radius(known: int) -> float:
    return min(_DOT * sqrt(known), _BIGGEST)


def _x(share: float) -> float:
    return _LEFT + share * (_RIGHT - _LEFT)


def _y(polarity: float) -> float:
    return _TOP + (1 - min(max(polarity, -1.0), 1.0)) / 2 * _TALL


def _lane_y(lane: int) -> float:
    return _LANES + (lane + 0.5) * _LANE
