"""Strongest: for each attitude the piece of evidence that weighs most, and the words of the article that it is."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.attitudes import weight_of
from demandeur.tables import records

Row = dict[str, Any]
Pair = tuple[str, str]

_SIGNS = {"negative": -1, "neutral": 0, "positive": 1}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence for an attitude.

    Attributes:
        evidence: its act_id or statement_id.
        words: of the article, verbatim.
        focus: where in the words that stands which tells: the verb of an act, the name of the one spoken of.
        lean: −1 hostile to 1 friendly.
    """

    evidence: str
    words: str
    focus: int
    lean: float


def strongest_pieces(analysis: Analysis, judged: pd.DataFrame | None = None) -> dict[Pair, Piece]:
    """Return the strongest piece of each attitude, by the actor whose it is and the actor it is directed at.

    An act weighs as much as its kind says of the one it is directed at, a statement as much as its sentence that
    leans most; pieces that tell the same as the attitude's label go first. An attitude of whose evidence the article
    has no words is left out.

    Args:
        analysis: its ``attitudes`` are told.
        judged: the sentences that the model judged, as ``demandeur.targets.judged`` gives them.
    """
    acts = {row["act_id"]: row for row in records(analysis.acts)}
    sentences = _by_statement([] if judged is None else records(judged))
    found = {}
    for row in records(analysis.attitudes):
        pair = (row["from_actor"], row["to_actor"])
        pieces = []
        for evidence in row["evidence"]:
            if evidence in acts:
                pieces += _of_act(analysis, acts[evidence])
            for sentence in sentences.get((evidence, *pair), ()):
                pieces.append(_of_sentence(analysis, sentence))
        if pieces:
            found[pair] = _heaviest(pieces, _SIGNS.get(row["label"], 0))
    return found


def _by_statement(judged: list[Row]) -> dict[tuple[str, str, str], list[Row]]:
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in judged:
        if row["label"] in ("negative", "positive"):
            found.setdefault((row["statement_id"], row["from_actor"], row["to_actor"]), []).append(row)
    return found


def _heaviest(pieces: list[Piece], sign: int) -> Piece:
    heaviest = pieces[0]
    for piece in pieces[1:]:
        if (piece.lean * sign, abs(piece.lean)) > (heaviest.lean * sign, abs(heaviest.lean)):
            heaviest = piece
    return heaviest


def _of_act(analysis: Analysis, act: Row) -> list[Piece]:
    start, end = act["evidence_start"], act["evidence_end"]
    words = analysis.article.text[start:end] if start is not None and end is not None else ""
    if not words:
        return []
    trigger = act["trigger_start"]
    focus = max(trigger - start, 0) if trigger is not None else 0
    return [Piece(act["act_id"], words, focus, weight_of(act) * (act["confidence"] or 0.0))]


def _of_sentence(analysis: Analysis, row: Row) -> Piece:
    focus = 0
    for mention in analysis.rows["mentions"]:
        if mention["actor_id"] == row["to_actor"] and row["start"] <= mention["start"] < row["end"]:
            focus = mention["start"] - row["start"]
            break
    return Piece(row["statement_id"], row["text"], focus, row["positive"] - row["negative"])
