"""Beside: what TextBlob and the shipped model make of the same sentences, and which of them is right more often."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.evaluation.estimates import Estimate
from demandeur.model_card import Figure
from demandeur.pictures.canvas import Canvas
from demandeur.pictures.picture import Picture, empty_picture
from demandeur.pictures.style import ATTITUDES, GREY, HAIRLINE, INK, LEADING, PURPLE, SMALL, WIDTH, tint
from demandeur.pictures.typeset import capitalised, clean, shorten, wrap
from demandeur.pictures.words import counted, names_of, number, signed
from demandeur.tables import records
from demandeur.wording import number_word, quoted

_COLUMNS = ["Speaker", "About", "TextBlob", "Known words", "Model", "Verdict", "Sentence"]
_NOTHING = "No sentence was judged by both: nobody here speaks of another actor, or the model can’t run on this machine"
_VERDICTS = {
    "agree": "they agree",
    "disagree": "they disagree",
    "silent": "TextBlob knows no word",
    "unsure": "the model is unsure",
}
_TWICE = "A sentence that names two others counts twice, once for each of them."
_MOST_ROWS = 10
_PAIR, _WORDS, _TEXTBLOB, _MODEL = 12, 168, 508, 628
_PAIR_WIDTH, _WORDS_WIDTH = 146, 322
_TILE, _TILE_WIDTH = 50, 176
_LEADING = LEADING - 1.5
_BAR, _BAR_LEFT, _BAR_WIDTH = 14, 90, 500
_TOLD = 120
"""Characters of a sentence in the alternative text; the table has all."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence in which a speaker speaks of another actor, and what both make of it.

    Attributes:
        textblob: negative, neutral or positive by the polarity's sign.
        model: negative, neutral, positive or unsure.
        sure: the model's probability of its likeliest label, 0 to 1.
        verdict: key of ``_VERDICTS``.
    """

    speaker: str
    target: str
    words: str
    polarity: float
    known: int
    textblob: str
    model: str
    sure: float
    verdict: str


def beside(analysis: Analysis, judged: pd.DataFrame, figures: Sequence[Figure] = ()) -> Picture:
    """Return the picture of TextBlob beside the model: how often they agree, where not, and which is right more often.

    Args:
        analysis: has the actors' names.
        judged: the sentences that both judged, as ``demandeur.targets.judged`` gives them.
        figures: how often each is right on texts kept apart (``demandeur.model_card.figures``); may be empty.
    """
    names = names_of(analysis)
    if judged.empty:
        return empty_picture("beside", _NOTHING, _COLUMNS)
    once = judged.drop_duplicates(["start", "end", "from_actor", "to_actor"])  # two statements may share a sentence
    found = [_judged(row, names) for row in records(once)]
    apart = sorted([one for one in found if one.verdict == "disagree"], key=_distance, reverse=True)[:_MOST_ROWS]
    title = _title(found)
    texts = [(_pair(one), _lines(one)) for one in apart]
    heights = [max(len(pair), len(lines), 2) * _LEADING + 14 for pair, lines in texts]
    rows_top = _TILE + 62
    bottom = rows_top + sum(heights)
    canvas = Canvas(WIDTH, bottom + 34 + (84 + 66 * len(figures) if figures else 0), title)
    _draw_tiles(canvas, found)
    _draw_head(canvas, _TILE + 34, found, len(apart))
    y = rows_top
    for one, (pair, lines), height in zip(apart, texts, heights, strict=True):
        middle = y + height / 2
        canvas.line([(12, y), (WIDTH - 12, y)], color=HAIRLINE)
        canvas.lines(_PAIR, middle, pair, leading=_LEADING, size=SMALL, bold=True)
        canvas.lines(_WORDS, middle, lines, leading=_LEADING, size=SMALL)
        _draw_verdict(canvas, _TEXTBLOB, middle, one.textblob, f"{signed(one.polarity)}, {_words(one.known)}")
        _draw_verdict(canvas, _MODEL, middle, one.model, f"{100 * one.sure:.0f} % sure")
        y += height
    canvas.line([(12, y), (WIDTH - 12, y)], color=HAIRLINE)
    canvas.text(12, y + 14, _TWICE, size=SMALL, color=GREY)
    if figures:
        _draw_figures(canvas, y + 52, figures)
    alt = f"{title}. {_told(found, figures)}"
    return Picture("beside", canvas.figure, title, alt, _table(found), canvas.heading_height)


def _judged(row: dict, names: dict[str, str]) -> Judged:
    polarity, known = row["polarity"] or 0.0, row["n_known"] or 0
    textblob = "neutral" if polarity == 0 else "positive" if polarity > 0 else "negative"
    verdict = "agree" if row["label"] == textblob else "disagree"
    if not known:
        verdict = "silent"
    elif row["label"] not in ATTITUDES:
        verdict = "unsure"
    return Judged(
        speaker=names.get(row["from_actor"], clean(row["from_actor"] or "")),
        target=names.get(row["to_actor"], clean(row["to_actor"] or "")),
        words=clean(row["text"] or ""),
        polarity=polarity,
        known=known,
        textblob=textblob,
        model=row["label"],
        sure=row["confidence"] or 0.0,
        verdict=verdict,
    )


def _distance(one: Judged) -> tuple[int, float]:
    order = tuple(ATTITUDES)
    return abs(order.index(one.textblob) - order.index(one.model)), one.sure


def _title(found: Sequence[Judged]) -> str:
    """Return the message: on how many of the sentences that both judge they agree, and how many one of them leaves."""
    counts = _counts(found)
    both = counts["agree"] + counts["disagree"]
    rest = []
    if counts["silent"]:
        rest.append(f"of {number(counts['silent'])} more TextBlob knows no word")
    if counts["unsure"]:
        rest.append(f"on {number(counts['unsure'])} more the model is unsure")
    if not both:
        return f"TextBlob and the model judge no sentence both: {' and '.join(rest).replace(' more', '')}"
    if both == 1:
        message = f"TextBlob and the model {'agree' if counts['agree'] else 'disagree'} on one sentence about others"
    else:
        agreed = number_word(counts["agree"])
        message = f"TextBlob and the model agree on {agreed} of {counted(both, 'sentence')} about others"
    return "; ".join([message, *rest])


def _counts(found: Sequence[Judged]) -> dict[str, int]:
    return {verdict: sum(one.verdict == verdict for one in found) for verdict in _VERDICTS}


def _pair(one: Judged) -> list[str]:
    speaker = wrap(one.speaker, _PAIR_WIDTH, SMALL, lines=2, bold=True)
    return speaker + wrap(f"→ {one.target}", _PAIR_WIDTH, SMALL, lines=2, bold=True)


def _lines(one: Judged) -> list[str]:
    return wrap(quoted(one.words), _WORDS_WIDTH, SMALL, lines=4)


def _draw_tiles(canvas: Canvas, found: Sequence[Judged]) -> None:
    for place, (verdict, count) in enumerate(_counts(found).items()):
        x = 12 + place * (_TILE_WIDTH + 10)
        fill = tint(PURPLE, 0.16) if verdict == "agree" else tint(GREY, 0.12)
        canvas.box(x, 4, _TILE_WIDTH, _TILE, fill=fill)
        canvas.text(x + 10, 20, str(count), size=18, bold=True)
        canvas.text(x + 10, 40, _VERDICTS[verdict], size=SMALL)


def _draw_head(canvas: Canvas, y: float, found: Sequence[Judged], drawn: int) -> None:
    apart = sum(one.verdict == "disagree" for one in found)
    head = "Where they disagree" if apart else "There is no sentence on which they disagree."
    if apart > drawn:
        head += f": {drawn} of {apart}, the surest first; the table has all"
    canvas.text(12, y, head, bold=True)
    if not apart:
        return
    canvas.text(_PAIR, y + 20, "Who → about whom", size=SMALL, color=GREY)
    canvas.text(_WORDS, y + 20, "in which words", size=SMALL, color=GREY)
    canvas.text(_TEXTBLOB, y + 20, "TextBlob", size=SMALL, color=GREY)
    canvas.text(_MODEL, y + 20, "the model", size=SMALL, color=GREY)


def _draw_verdict(canvas: Canvas, x: float, y: float, label: str, note: str) -> None:
    sign, color = ATTITUDES[label]
    canvas.text(x, y - 8, sign, size=18, bold=True, color=color)
    canvas.text(x + 20, y - 8, label, size=SMALL)
    canvas.text(x, y + 10, note, size=SMALL, color=GREY)


def _words(known: int) -> str:
    return "1 word" if known == 1 else f"{known} words"


def _draw_figures(canvas: Canvas, y: float, figures: Sequence[Figure]) -> None:
    """Draw how often each is right, a pair of bars for each set of texts."""
    canvas.text(12, y, "Which is right more often?", bold=True)
    y += 26
    for figure in figures:
        about = f"{figure.corpus}: {figure.n} sentences of news on politics, kept out of the model’s training"
        canvas.text(12, y, about, size=SMALL, color=GREY)
        for name, share, color in (("TextBlob", figure.textblob, GREY), ("the model", figure.model, PURPLE)):
            y += _BAR + 6
            canvas.text(_BAR_LEFT - 8, y, name, size=SMALL, align="right")
            canvas.box(_BAR_LEFT, y - _BAR / 2, share.value * _BAR_WIDTH, _BAR, fill=tint(color, 0.45))
            low, high = (_BAR_LEFT + end * _BAR_WIDTH for end in (share.low, share.high))
            canvas.line([(low, y), (high, y)], color=INK, width=1.4)
            for end in (low, high):
                canvas.line([(end, y - 4), (end, y + 4)], color=INK, width=1.4)
            canvas.text(_BAR_LEFT + _BAR_WIDTH + 10, y, _in_words(share), size=SMALL, bold=True)
        y += _BAR + 12
    canvas.line([(_BAR_LEFT, y - 16), (_BAR_LEFT + _BAR_WIDTH, y - 16)], color=GREY)
    canvas.text(_BAR_LEFT, y - 6, "0", size=SMALL, color=GREY, align="center")
    canvas.text(_BAR_LEFT + _BAR_WIDTH, y - 6, "100", size=SMALL, color=GREY, align="center")
    note = "Macro F1: how well negative, neutral and positive are told, each counting alike; guessing gives about 33."
    canvas.text(12, y + 14, note, size=SMALL, color=GREY)


def _in_words(share: Estimate) -> str:
    return f"{100 * share.value:.0f} ({100 * share.low:.0f}–{100 * share.high:.0f})"


def _told(found: Sequence[Judged], figures: Sequence[Figure]) -> str:
    sentences = []
    for one in found:
        if one.verdict == "disagree":
            pair = f"{capitalised(one.speaker)} about {one.target}"
            verdicts = f"TextBlob {one.textblob}, the model {one.model} ({100 * one.sure:.0f} % sure)"
            sentences.append(f"{pair}, {quoted(shorten(one.words, _TOLD))}: {verdicts}.")
    for figure in figures:
        how = f"Macro F1 on {figure.n} sentences of {figure.corpus}"
        sentences.append(f"{how}: TextBlob {_in_words(figure.textblob)}, the model {_in_words(figure.model)}.")
    return " ".join(sentences)


def _table(found: Sequence[Judged]) -> pd.DataFrame:
    rows = []
    for one in found:
        textblob = f"{one.textblob} ({signed(one.polarity)})" if one.known else "says nothing"
        model = f"{one.model} ({100 * one.sure:.0f} %)"
        rows.append([one.speaker, one.target, textblob, one.known, model, _VERDICTS[one.verdict], one.words])
    return pd.DataFrame(rows, columns=_COLUMNS)
