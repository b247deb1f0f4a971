"""Targets: how a speaker's words treat the other actors they name, as the shipped model has it.

The holder is the speaker of the statement, the target any other actor that a sentence of it names; all mentions of the
target in the sentence are marked. The model knows the tone of a sentence towards somebody, not the reason for it, and
says "unsure" where it is.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from demandeur.attitude_model import AttitudeModel, load_attitudes
from demandeur.attitudes import is_told, told_places
from demandeur.files import without_surrogates
from demandeur.language import sentence_splitter
from demandeur.paragraphs import paragraphs
from demandeur.sentiment import tone

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Span = tuple[int, int]

COLUMNS = (
    "statement_id",
    "start",
    "end",
    "text",
    "from_actor",
    "to_actor",
    "negative",
    "neutral",
    "positive",
    "label",
    "confidence",
    "polarity",
    "n_known",
)
UNSURE = "unsure"
_LABELS = ("negative", "neutral", "positive")
_ACTORS = ("person", "state", "organisation", "group")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of a statement, its speaker and another actor it names, with the places of the mentions in it."""

    statement_id: str
    start: int
    end: int
    holder: str
    target: str
    spans: tuple[Span, ...]


def judged(analysis) -> pd.DataFrame:
    """Return the sentences in which a speaker speaks of another actor, with the model's and TextBlob's judgement.

    Args:
        analysis: an ``Analysis``.

    Returns:
        ``COLUMNS``: start and end count the article's code points; negative, neutral and positive are the model's
        probabilities, 0 to 1; label is the likeliest, or "unsure" where the model abstains; confidence is how often
        a label as likely is right, 0 to 1; polarity (−1 to 1) and
        n_known are TextBlob's, of the same sentence. Without onnxruntime the frame is empty.
    """
    rows = []
    for row in judgements(analysis.rows, analysis.article.text):
        measured = tone(row["text"])
        rows.append(row | {"polarity": measured.polarity, "n_known": measured.n_known})
    return pd.DataFrame(rows, columns=list(COLUMNS))


def judgements(rows: Rows, text: str, *, untold: bool = False) -> list[Row]:
    """Return the rows of ``judged``, without TextBlob's part, for the tables and the text of an article.

    ``untold`` leaves out the sentences in which an act tells how the one treats the other: ``attitudes`` passes them
    over, and each costs a question to the model.
    """
    model = load_attitudes() if any(row["speaker"] for row in rows["statements"]) else None
    if model is None:
        return []
    told = told_places(rows["acts"]) if untold else {}
    pairs = [p for p in _pairs(rows, text) if not is_told(told, (p.holder, p.target), (p.start, p.end))]
    sentences = [text[pair.start : pair.end] for pair in pairs]
    asked = [(without_surrogates(s), list(p.spans)) for s, p in zip(sentences, pairs, strict=True)]
    found = model.target_sentiments(asked)
    return [_row(model, *each) for each in zip(pairs, sentences, found, strict=True)]


def _row(model: AttitudeModel, pair: Pair, sentence: str, chances: tuple[float, ...]) -> Row:
    best = max(range(3), key=chances.__getitem__)
    confidence = model.targets.confidence(chances)
    return {
        "statement_id": pair.statement_id,
        "start": pair.start,
        "end": pair.end,
        "text": sentence,
        "from_actor": pair.holder,
        "to_actor": pair.target,
        **dict(zip(_LABELS, chances, strict=True)),
        "label": _LABELS[best] if confidence >= model.targets.least_sure else UNSURE,
        "confidence": confidence,
    }


def _pairs(rows: Rows, text: str) -> Iterator[Pair]:
    """Yield every sentence of a statement with every other actor that the statement's words name in it."""
    actors = {row["actor_id"]: row for row in rows["actors"]}
    sentences = _sentences(text, [span for row in rows["statements"] if row["speaker"] for span in row["spans"]])
    named: dict[int, dict[str, list[Span]]] = {}
    for mention in rows["mentions"]:
        place = bisect_right(sentences, (mention["start"], len(text))) - 1
        if place >= 0 and mention["end"] <= sentences[place][1]:
            spans = named.setdefault(place, {}).setdefault(mention["actor_id"], [])
            spans.append((mention["start"], mention["end"]))
    for statement in rows["statements"]:
        holder = statement["speaker"]
        for place, (start, end) in enumerate(sentences) if holder is not None else ():
            said = [span for span in statement["spans"] if span[0] < end and start < span[1]]
            for target, spans in named.get(place, {}).items() if said else ():
                if _is_other(actors, holder, target) and any(a <= s and e <= b for s, e in spans for a, b in said):
                    inner = tuple((s - start, e - start) for s, e in spans)
                    yield Pair(statement["statement_id"], start, end, holder, target, inner)


def _is_other(actors: dict[str, Row], holder: str, target: str) -> bool:
    """True for an actor that is not the speaker, and not the state or body the speaker belongs to."""
    if target == holder or target not in actors or actors[target]["kind"] not in _ACTORS:
        return False
    own = actors.get(holder, {}).get("country")
    return not (own and actors[target]["kind"] == "state" and actors[target]["country"] == own)


def _sentences(text: str, said: list[list[int]]) -> list[Span]:
    """Return the offsets of the sentences in the paragraphs in which somebody says something."""
    found = []
    for start, end in paragraphs(text):
        if not any(first < end and start < last for first, last in said):
            continue
        parts = sentence_splitter()(without_surrogates(text[start:end])).sents
        found += [(start + s.start_char, start + s.end_char) for s in parts if s.text.strip()]
    return found
