"""Stance: where each actor stands on each issue, every piece of evidence hollow, the mean filled."""

from typing import Any

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.dotplot import Dots, draw_panel, panel_height
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import GREY, INK, SMALL, STANCES, WIDTH
from demandeur.pictures.typeset import capitalised, clean, shorten, text_width
from demandeur.pictures.words import counted, names_of, number, signed
from demandeur.stance import by_division, evidence_scores
from demandeur.tables import records

_COLUMNS = ["Issue", "Actor", "Stance", "Score", "Pieces of evidence", "Evidence"]
_GAP = 18


def stance(analysis: Analysis, pieces: pd.DataFrame | None = None) -> Picture:
    """Return the picture of stances: a panel for each issue, a row for each actor, from −1 against to 1 for.

    Args:
        analysis: its ``stances`` are drawn.
        pieces: the score of each piece of evidence, columns actor_id, issue, evidence, score; without it
            ``demandeur.stance.evidence_scores`` gives them.
    """
    rows = records(analysis.stances)
    if not rows:
        return empty_picture("stance", "No stance was found in this article", _COLUMNS)
    if pieces is None:
        pieces = evidence_scores(analysis)
    panels = _panels(rows, names_of(analysis), _scores(pieces))
    title = _title(panels)
    height = sum(panel_height(dots, head=head) + _GAP for head, dots in panels.items()) + 30
    canvas = Canvas(WIDTH, height, title)
    y = 4.0
    for head, dots in panels.items():
        draw_panel(canvas, y, dots, ("against", "for"), head=capitalised(head))
        y += panel_height(dots, head=head) + _GAP
    _draw_key(canvas, y + 4)
    told = []
    for head, dots in panels.items():
        told.append(f"On {head}: " + " ".join(_told(row) for row in dots))
    alt = f"{title}. {' '.join(told)}"
    return Picture("stance", canvas.figure, title, alt, _table(rows, names_of(analysis)), canvas.heading_height)


def _scores(pieces: pd.DataFrame) -> dict[tuple[str, str], list[float]]:
    """Return the scores of the evidence of each actor on each issue."""
    found: dict[tuple[str, str], list[float]] = {}
    for row in records(pieces):
        if row["score"] is not None:
            found.setdefault((row["actor_id"], row["issue"]), []).append(float(row["score"]))
    return found


def _panels(
    rows: list[dict[str, Any]], names: dict[str, str], scores: dict[tuple[str, str], list[float]]
) -> dict[str, list[Dots]]:
    """Return the rows of each issue, the issue that divides most first, in it supporters first, opponents last."""
    by_issue: dict[str, list[Dots]] = {}
    heads = [clean(row["issue"] or "") or "no issue named" for row in rows]
    for head, row in zip(heads, rows, strict=True):
        label = row["stance"] or "unclear"
        shape, color = STANCES.get(label, STANCES["unclear"])
        dots = Dots(
            name=names.get(row["actor_id"], clean(row["actor_id"] or "")) or "not named",
            pieces=tuple(scores.get((row["actor_id"], row["issue"]), ())),
            mean=row["score"],
            shape=shape,
            color=color,
            word=label,
            n=f"n = {row['n'] or 0}",
        )
        by_issue.setdefault(head, []).append(dots)
    order = by_division([row | {"issue": head} for head, row in zip(heads, rows, strict=True)])
    return {issue: sorted(by_issue[issue], key=_rank) for issue in order}


def _rank(row: Dots) -> tuple[int, float, str]:
    # The label comes before the score: "yes, if" must not stand above a plain yes.
    order = ("support", "conditional", "mixed", "unclear", "oppose")
    place = order.index(row.word) if row.word in order else len(order)
    return place, (2.0 if row.mean is None else -row.mean), row.name


def _told(row: Dots) -> str:
    mean = "no score" if row.mean is None else f"mean score {signed(row.mean)}"
    return f"{row.name}: {row.word}, {mean}, {row.n}."


def _title(panels: dict[str, list[Dots]]) -> str:
    """Return the message: how the actors divide on the issue that divides most of them."""
    issue, dots = next(iter(panels.items()))
    if len(dots) == 1:
        message = f"On {shorten(issue, 60)}: {shorten(dots[0].name, 40)}, {dots[0].word}"
    else:
        counts = {word: sum(row.word == word for row in dots) for word in STANCES}
        message = f"On {shorten(issue, 60)}: "
        message += ", ".join(f"{number(count)} {word}" for word, count in counts.items() if count)
    others = len(panels) - 1
    return message + (f"; {counted(others, 'other issue')} below" if others else "")


def _draw_key(canvas: Canvas, y: float) -> None:
    canvas.circle(18, y, 4.2, fill="none", edge=INK, width=1.2)
    canvas.text(28, y, "one piece of evidence", size=SMALL, color=GREY)
    x = 28 + text_width("one piece of evidence", SMALL) + 20
    canvas.text(x, y, "mean:", size=SMALL, color=GREY)
    x += 52
    for word in ("support", "conditional", "oppose", "mixed"):
        shape, color = STANCES[word]
        canvas.shape(shape, x, y, 6, fill=color)
        label = "mixed or unclear" if word == "mixed" else word
        canvas.text(x + 11, y, label, size=SMALL, color=GREY)
        x += 11 + text_width(label, SMALL) + 20


def _table(rows: list[dict[str, Any]], names: dict[str, str]) -> pd.DataFrame:
    cells = []
    for row in rows:
        actor = names.get(row["actor_id"], clean(row["actor_id"] or ""))
        score = "" if row["score"] is None else signed(row["score"])
        evidence = ", ".join(row["evidence"])
        cells.append([clean(row["issue"] or ""), actor, row["stance"], score, row["n"], evidence])
    return pd.DataFrame(cells, columns=_COLUMNS)
