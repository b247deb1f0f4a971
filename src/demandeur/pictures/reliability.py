"""Reliability: of the acts that are given a confidence, how many are right, beside how many the confidence says.

A point on the dashed line is right as often as its confidence says; below the line confidence promises too much, above
it too little (Guo et al., On Calibration of Modern Neural Networks, ICML 2017, figure 1).
"""

from collections.abc import Mapping
from math import sqrt
from typing import Any

import pandas as pd

from demandeur.evaluation.estimates import Bin, Estimate, Share
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import GREY, HAIRLINE, INK, PURPLE, SMALL, WIDTH
from demandeur.pictures.typeset import wrap
from demandeur.pictures.words import counted

NAME = "reliability"
_COLUMNS = ["Confidence", "Acts", "Mean confidence", "Right", "Right in 100", "Interval"]
_NOTHING = "No act could be judged, so nothing tells how far confidence can be trusted"
_LEFT, _TOP, _SIDE = 76, 30, 420
_KEY, _KEY_WIDTH = 540, 204
_BIGGEST, _SMALLEST = 15.0, 3.0
_CAP = 4
_DIAGONAL = (6, 4)
_HARDLY = 0.005
"""A difference that the title's whole numbers would not show."""


def reliability(scores: Mapping[str, Any], name: str = NAME) -> Picture:
    """Return the picture of reliability: a point for each tenth of confidence that has acts, its area their number.

    Args:
        scores: the bins, and under ``all`` and ``calibration error`` what holds for all acts, as
            ``demandeur.evaluation.scores.reliability_scores`` gives them.
        name: the picture's name, for a page with several.
    """
    bins = {label: score for label, score in scores.items() if isinstance(score, Bin)}
    if not bins:
        return empty_picture(name, _NOTHING, _COLUMNS)
    total: Share = scores["all"]
    title = _title(bins, total)
    canvas = Canvas(WIDTH, _TOP + _SIDE + 68, title)
    _draw_axes(canvas)
    most = max(one.right.of for one in bins.values())
    for one in sorted(bins.values(), key=_size, reverse=True):
        _draw_point(canvas, one, most)
    for label, one in bins.items():
        middle = (float(label.split("–")[0]) + float(label.split("–")[1])) / 2
        canvas.text(_x(middle), _TOP + _SIDE + 34, str(one.right.of), size=SMALL, align="center")
    _draw_key(canvas, most, total, scores["calibration error"])
    alt = " ".join([f"{title}.", *(_told(label, one) for label, one in bins.items())])
    return Picture(name, canvas.figure, title, alt, _table(bins), canvas.heading_height)


def _title(bins: Mapping[str, Bin], total: Share) -> str:
    """Return the message: how many acts the confidences say are right, how many are, and whether that is too many."""
    said = sum(one.confidence * one.right.of for one in bins.values()) / total.of
    verdict = "it keeps its word"
    if said > total.share.high + _HARDLY:
        verdict = "it is too sure"
    elif said < total.share.low - _HARDLY:
        verdict = "it is too modest"
    acts = counted(total.of, "act")
    return f"Of {acts}, confidence says that {_in_100(said)} in 100 are right, and {_share(total)} are: {verdict}"


def _size(one: Bin) -> tuple[int, float]:
    return one.right.of, one.confidence


def _radius(number: int, most: int) -> float:
    """Return the radius in pixels of the point of that many acts, ``most`` being the greatest number."""
    return max(_SMALLEST, _BIGGEST * sqrt(number / most))


def _draw_axes(canvas: Canvas) -> None:
    bottom, right = _TOP + _SIDE, _LEFT + _SIDE
    for tick in range(11):
        x = _x(tick / 10)
        canvas.line([(x, _TOP), (x, bottom + 4)], color=HAIRLINE)
        canvas.text(x, bottom + 14, f"{tick / 10:.1f}", size=SMALL, align="center", color=GREY)
    for tick in (0, 20, 40, 60, 80, 100):
        y = _y(tick / 100)
        canvas.line([(_LEFT, y), (right, y)], color=HAIRLINE)
        canvas.text(_LEFT - 12, y, str(tick), size=SMALL, align="right", color=GREY)
    canvas.line([(_LEFT, _TOP), (_LEFT, bottom), (right, bottom)], color=GREY)
    canvas.line([(_LEFT, bottom), (right, _TOP)], color=GREY, width=1.4, dashes=_DIAGONAL)
    canvas.text(12, 12, "right, in 100 acts", size=SMALL, color=GREY)
    canvas.text(_LEFT - 12, bottom + 34, "acts", size=SMALL, align="right", color=GREY)
    canvas.text(_LEFT + _SIDE / 2, bottom + 54, "confidence", size=SMALL, align="center", color=GREY)


def _draw_point(canvas: Canvas, one: Bin, most: int) -> None:
    x, low, high = _x(one.confidence), _y(one.right.share.low), _y(one.right.share.high)
    _draw_interval(canvas, x, low, high)
    canvas.circle(x, _y(one.right.share.value), _radius(one.right.of, most), fill=PURPLE, edge="white", width=1)


def _draw_interval(canvas: Canvas, x: float, low: float, high: float) -> None:
    canvas.line([(x, low), (x, high)], color=INK, width=1.2)
    for end in (low, high):
        canvas.line([(x - _CAP, end), (x + _CAP, end)], color=INK, width=1.2)


def _draw_key(canvas: Canvas, most: int, total: Share, error: Estimate) -> None:
    """Draw what the marks mean, and below it what holds for all acts, at the right of the plot."""
    x, y = _KEY + 16, _TOP + 8.0
    for number in sorted({most, max(1, most // 4)}, reverse=True):
        canvas.circle(x, y, _radius(number, most), fill=PURPLE, edge="white", width=1)
        canvas.text(x + 26, y, counted(number, "act"), size=SMALL, color=GREY)
        y += 30
    _draw_interval(canvas, x, y + 8, y - 8)
    canvas.text(x + 26, y, "95 % interval", size=SMALL, color=GREY)
    y += 30
    canvas.line([(x - 14, y + 7), (x + 14, y - 7)], color=GREY, width=1.4, dashes=_DIAGONAL)
    canvas.text(x + 26, y, "right as often as it says", size=SMALL, color=GREY)
    facts = (
        ("Above the line confidence is too modest, below it too sure.", GREY),
        (f"All acts: {_share(total)} in 100 right {_interval(total.share)}.", INK),
        (f"Mean distance from the line, the calibration error: {_in_100(error.value)} {_interval(error)}.", INK),
    )
    y += 34
    for fact, color in facts:
        lines = wrap(fact, _KEY_WIDTH, SMALL, lines=3)
        for line in lines:
            canvas.text(_KEY, y, line, size=SMALL, color=color)
            y += 16
        y += 12


def _told(label: str, one: Bin) -> str:
    acts = counted(one.right.of, "act")
    right = f"{_share(one.right)} in 100 right {_interval(one.right.share)}"
    return f"Confidence {label}: {acts}, mean confidence {one.confidence:.2f}, {right}."


def _table(bins: Mapping[str, Bin]) -> pd.DataFrame:
    rows = []
    for label, one in bins.items():
        right = one.right
        share, interval = f"{100 * right.share.value:.1f}", _interval(right.share).strip("()")
        rows.append([label, right.of, f"{one.confidence:.2f}", right.hits, share, interval])
    return pd.DataFrame(rows, columns=_COLUMNS)


def _share(share: Share) -> str:
    return _in_100(share.share.value)


def _interval(estimate: Estimate) -> str:
    return f"({_in_100(estimate.low)}–{_in_100(estimate.high)})"


def _in_100(share: float) -> str:
    return f"{100 * share:.0f}"


def _x(confidence: float) -> float:
    return _LEFT + confidence * _SIDE


def _y(share: float) -> float:
    return _TOP + (1 - share) * _SIDE
