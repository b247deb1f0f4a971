"""Canvas: a matplotlib figure to draw on in pixels, from the top left corner, with text at fixed places.

Nothing drawn here needs an id in SVG, so that any number of pictures can stand in one page.
"""

from collections.abc import Iterable, Sequence
from math import hypot

from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from demandeur.pictures.style import GREY, INK, LEADING, PAPER, TEXT
from demandeur.pictures.typeset import FONT, text_width, wrap

HEADING = "heading"
"""Id of the drawn title, by which a page that has its own caption leaves it out."""
GROUND = "ground"
"""Id of the white rectangle behind everything."""
_HEADING_SIZE = 15
_HEADING_LEADING = 20
_MARGIN = 12
_BASELINE = 0.35
"""How far the baseline lies below the middle of a line, in units of the font size."""

Point = tuple[float, float]


class Canvas:
    """A white sheet, ``width`` × ``height`` pixels, under a heading; (0, 0) is the top left corner below the heading.

    Attributes:
        figure: the matplotlib figure, one pixel a point.
        heading_height: pixels that the heading takes above the sheet.
    """

    def __init__(self, width: float, height: float, title: str) -> None:
        lines = wrap(title, width - 2 * _MARGIN, _HEADING_SIZE, lines=3, bold=True)
        self.heading_height = len(lines) * _HEADING_LEADING + _MARGIN + 6
        total = height + self.heading_height
        self.figure = Figure(figsize=(width / 72, total / 72), dpi=72, facecolor=PAPER)
        self.figure.patch.set_gid(GROUND)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, -self.heading_height)
        for row, line in enumerate(lines):
            y = (row + 0.5) * _HEADING_LEADING + _MARGIN - self.heading_height
            self.text(_MARGIN, y, line, size=_HEADING_SIZE, bold=True, gid=HEADING)

    def text(
        self,
        x: float,
        y: float,
        line: str,
        *,
        size: float = TEXT,
        color: str = INK,
        bold: bool = False,
        italic: bool = False,
        align: str = "left",
        gid: str | None = None,
    ) -> None:
        """Write one line whose middle is at height y; align says whether x is its left end, center or right end."""
        artist = self._axes.text(
            x,
            y + _BASELINE * size,
            line,
            fontfamily=FONT,
            fontsize=size,
            color=color,
            fontweight="bold" if bold else "normal",
            fontstyle="italic" if italic else "normal",
            ha=align,
            va="baseline",
            parse_math=False,
            usetex=False,
            zorder=3,
        )
        artist.set_gid(gid)

    def lines(self, x: float, y: float, block: Sequence[str], *, leading: float = LEADING, **how) -> None:
        """Write several lines whose block is centred at height y; ``how`` as for ``text``."""
        for row, line in enumerate(block):
            self.text(x, y + (row - (len(block) - 1) / 2) * leading, line, **how)

    def line(self, points: Sequence[Point], *, color: str = GREY, width: float = 1, dashes: Iterable[float] = ()):
        """Draw straight lines from point to point."""
        self._stroke(Path(points), color, width, dashes)

    def curve(self, points: Sequence[Point], *, color: str = GREY, width: float = 1, dashes: Iterable[float] = ()):
        """Draw a Bézier curve of three or four points: start, control points, end."""
        code = Path.CURVE3 if len(points) == 3 else Path.CURVE4
        self._stroke(Path(points, [Path.MOVETO] + [code] * (len(points) - 1)), color, width, dashes)

    def arrowhead(self, tip: Point, towards: Point, *, color: str, size: float = 8) -> None:
        """Draw an arrow's head with its tip at a point, flying in the direction ``towards``."""
        length = hypot(*towards) or 1.0
        ahead, aside = (towards[0] / length, towards[1] / length), (-towards[1] / length, towards[0] / length)
        back = (tip[0] - ahead[0] * size, tip[1] - ahead[1] * size)
        wing = size * 0.42
        corners = [tip]
        for side in (1, -1):
            corners.append((back[0] + side * aside[0] * wing, back[1] + side * aside[1] * wing))
        self._patch(Polygon(corners, closed=True, facecolor=color, edgecolor="none", zorder=2))

    def circle(self, x: float, y: float, radius: float, *, fill: str, edge: str, width: float = 1.4) -> None:
        """Draw a circle."""
        self._patch(Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=width, zorder=2))

    def shape(self, shape: str, x: float, y: float, radius: float, *, fill: str) -> None:
        """Draw a filled circle, diamond, triangle up or triangle down."""
        if shape == "circle":
            self.circle(x, y, radius * 0.85, fill=fill, edge="none", width=0)
            return
        tall = radius * 1.1
        corners = {
            "diamond": [(0, -tall), (tall, 0), (0, tall), (-tall, 0)],
            "triangle up": [(0, -tall), (radius, radius * 0.75), (-radius, radius * 0.75)],
            "triangle down": [(0, tall), (radius, -radius * 0.75), (-radius, -radius * 0.75)],
        }[shape]
        points = [(x + right, y + down) for right, down in corners]
        self._patch(Polygon(points, closed=True, facecolor=fill, edgecolor="none", zorder=2))

    def box(self, x: float, y: float, width: float, height: float, *, fill: str, edge: str = "none") -> None:
        """Draw a rectangle whose top left corner is (x, y)."""
        self._patch(Rectangle((x, y), width, height, facecolor=fill, edgecolor=edge, linewidth=0.8, zorder=1))

    def badge(self, x: float, y: float, label: str, *, color: str) -> None:
        """Draw a coloured pill with a short label in white, centred at (x, y)."""
        width, height = badge_size(label)
        box = FancyBboxPatch(
            (x - width / 2 + 8, y - height / 2 + 8),
            width - 16,
            height - 16,
            boxstyle="round,pad=8,rounding_size=8",
            facecolor=color,
            edgecolor=PAPER,
            linewidth=1.5,
            zorder=2.5,
        )
        self._patch(box)
        self.text(x, y, label, size=10, color=PAPER, bold=True, align="center")

    def _stroke(self, path: Path, color: str, width: float, dashes: Iterable[float]) -> None:
        # A line style's dashes count in line widths; here they count in pixels.
        style = (0, tuple(length / width for length in dashes)) if dashes else "solid"
        self._patch(
            PathPatch(path, facecolor="none", edgecolor=color, linewidth=width, linestyle=style, capstyle="butt")
        )

    def _patch(self, patch) -> None:
        patch.set_clip_on(False)
        self._axes.add_patch(patch)


def badge_size(label: str) -> tuple[float, float]:
    """Return the width and height in pixels of the badge of a label."""
    return max(22.0, text_width(label, 10, bold=True) + 10), 18.0
