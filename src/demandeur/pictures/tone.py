"""Tone: how warm or harsh each speaker's words are by TextBlob's word list, which is not where the speaker stands."""

from typing import Any

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.dotplot import Dots, draw_panel, panel_height
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import GREY, INK, SMALL, WIDTH
from demandeur.pictures.typeset import capitalised, clean, shorten, text_width
from demandeur.pictures.words import counted, names_of, signed
from demandeur.tables import records

_COLUMNS = ["Speaker", "Statement", "Polarity", "Subjectivity", "Words", "Words known to TextBlob"]


def tone(analysis: Analysis) -> Picture:
    """Return the picture of tone: TextBlob's polarity of each statement, −1 harsh to 1 warm, and the speakers' means.

    A statement none of whose words TextBlob knows says nothing; it is counted apart and enters no mean.
    """
    rows = records(analysis.sentiment)
    if not rows:
        return empty_picture("tone", "No statement was found in this article whose tone could be read", _COLUMNS)
    names = names_of(analysis)
    dots = _rows(rows, names)
    title = _title(dots)
    height = panel_height(dots) + 40
    canvas = Canvas(WIDTH, height, title)
    draw_panel(canvas, 4, dots, ("harsh words", "warm words"))
    _draw_key(canvas, height - 18)
    alt = f"{title}. " + " ".join(_told(row) for row in dots)
    return Picture("tone", canvas.figure, title, alt, _table(rows, names), canvas.heading_height)


def _rows(rows: list[dict[str, Any]], names: dict[str, str]) -> list[Dots]:
    """Return a row for each speaker, the warmest first, those of whom nothing is known last."""
    by_speaker: dict[str | None, list[dict[str, Any]]] = {}
    for row in rows:
        by_speaker.setdefault(row["actor_id"], []).append(row)
    dots = []
    for speaker, found in by_speaker.items():
        pieces = [row["polarity"] for row in found if row["n_known"] and row["polarity"] is not None]
        silent = len(found) - len(pieces)
        dots.append(
            Dots(
                name=_name(names, speaker),
                pieces=tuple(pieces),
                mean=sum(pieces) / len(pieces) if pieces else None,
                shape="circle",
                color=INK,
                word=f"n = {len(pieces)}",
                n=_silent(silent),
            )
        )
    return sorted(dots, key=_rank)


def _silent(count: int) -> str:
    """Return how many statements say nothing, or nothing for none."""
    if not count:
        return ""
    return f"{count} say{'s' if count == 1 else ''} nothing"


def _told(row: Dots) -> str:
    mean = "no mean" if row.mean is None else f"mean polarity {signed(row.mean)}"
    return f"{capitalised(row.name)}: {mean}, {row.word}{', ' + row.n if row.n else ''}."


def _name(names: dict[str, str], speaker: str | None) -> str:
    return names.get(speaker, clean(speaker or "")) or "speaker not named"


def _rank(row: Dots) -> tuple[float, str]:
    return (2.0 if row.mean is None else -row.mean), row.name


def _title(dots: list[Dots]) -> str:
    """Return the message: whose words are the warmest and whose the harshest, and that tone is no stance."""
    known = [row for row in dots if row.mean is not None]
    if not known:
        return "Tone, not stance: TextBlob knows none of the words of these statements"
    first, last = known[0], known[-1]
    if len(known) == 1 or first.mean == last.mean:
        return f"Tone, not stance: {counted(len(known), 'speaker')}, mean {signed(first.mean)}"
    warmest = f"warmest words from {shorten(first.name, 40)} ({signed(first.mean)})"
    return f"Tone, not stance: {warmest}, harshest from {shorten(last.name, 40)} ({signed(last.mean)})"


def _draw_key(canvas: Canvas, y: float) -> None:
    entries = (("hollow", "one statement"), ("filled", "the speaker's mean"))
    x = 18.0
    for kind, label in entries:
        if kind == "hollow":
            canvas.circle(x, y, 4.2, fill="none", edge=INK, width=1.2)
        else:
            canvas.shape("circle", x, y, 7, fill=INK)
        canvas.text(x + 12, y, label, size=SMALL, color=GREY)
        x += 12 + text_width(label, SMALL) + 22
    canvas.text(x, y, "says nothing: TextBlob knows none of the words", size=SMALL, color=GREY)


def _table(rows: list[dict[str, Any]], names: dict[str, str]) -> pd.DataFrame:
    cells = []
    for row in rows:
        polarity = signed(row["polarity"] or 0) if row["n_known"] else "says nothing"
        subjectivity = f"{row['subjectivity'] or 0:.2f}" if row["n_known"] else "says nothing"
        speaker = _name(names, row["actor_id"])
        cells.append([speaker, row["statement_id"], polarity, subjectivity, row["n_words"], row["n_known"]])
    return pd.DataFrame(cells, columns=_COLUMNS)
