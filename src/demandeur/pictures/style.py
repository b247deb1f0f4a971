"""Style: the colours, sizes and line styles of all pictures.

A status is told three times, by a word, a line style and a colour, so that nothing hangs on colour alone. Every
colour here stands on white as text with a contrast of at least 4.5.
"""

from dataclasses import dataclass

INK = "#1f1f1f"
GREY = "#6b6b6b"
ORANGE = "#b35806"
PURPLE = "#542788"
HAIRLINE = "#dcdcdc"
PAPER = "#ffffff"

WIDTH = 760
"""Width of a picture in pixels, wider only where a matrix has more columns than fit."""
TEXT = 13
SMALL = 11.5
LEADING = 16.5
"""Height of a line of text in pixels."""

MOST_DEMANDS = 40
"""With more demands than this a picture shows the strongest ones and says so."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: its colour and its dashes, in pixels on and off; no dashes is a solid line."""

    color: str
    dashes: tuple[float, ...] = ()


STATUSES = {
    "accepted": Stroke(PURPLE),
    "conditional": Stroke(PURPLE, (7, 3)),
    "rejected": Stroke(ORANGE, (9, 2.5, 2, 2.5)),
    "unanswered": Stroke(GREY, (2, 2.5)),
}

STRENGTHS = {1: "appeal", 2: "request", 3: "pressure", 4: "demand", 5: "ultimatum"}

STANCES = {
    "support": ("triangle up", PURPLE),
    "conditional": ("diamond", PURPLE),
    "oppose": ("triangle down", ORANGE),
    "mixed": ("circle", GREY),
    "unclear": ("circle", GREY),
}
"""Label of a stance → shape and colour of its mean."""

ATTITUDES = {"negative": ("−", ORANGE), "neutral": ("0", GREY), "positive": ("+", PURPLE)}
"""Label of an attitude → its sign and colour."""


def stroke_of(status: str) -> Stroke:
    """Return the stroke of a demand's status; a status not known is drawn like an unanswered one."""
    return STATUSES.get(status, STATUSES["unanswered"])


def line_width(strength: int) -> float:
    """Return the width in pixels of the line of a demand with that strength, 1 to 5."""
    return 0.9 + 0.35 * strength


def tint(color: str, share: float) -> str:
    """Return the colour mixed with white: share 0 is white, 1 the colour itself.

    Example:
        >>> tint("#000000", 0.2)
        '#cccccc'
    """
    parts = [int(color[start : start + 2], 16) for start in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
