"""Attitudes: how one actor treats another, from what it does to the other and from what it says of it.

An act counts with its kind's weight (``lexicon/stance_weights.csv``), a statement with what the shipped model makes of
the sentences that name the other (``demandeur.targets``): positive minus negative, where the model is sure. Where an
act directed at the other stands in the sentence, the act tells, and the model is not asked. The score is the mean.
"""

from collections.abc import Iterable
from typing import Any

from demandeur.stance_weights import weights

Row = dict[str, Any]
Pair = tuple[str, str]

CLEAR = 0.25
"""Size of the mean from which an attitude is positive or negative, not neutral."""
_ULTIMATUM = 5


def attitudes(acts: Iterable[Row], judgements: Iterable[Row] = ()) -> list[Row]:
    """Return the rows of the attitudes table: one for each pair of which an act or a judgement tells.

    Args:
        acts: rows of the acts table.
        judgements: rows of ``demandeur.targets.judgements``.

    Returns:
        Pairs in order of their first act, then of their first judgement; ``evidence`` has act_ids and statement_ids.

    Example:
        >>> said = {"from_actor": "a", "to_actor": "b", "label": "negative", "negative": 0.9, "positive": 0.0}
        >>> attitudes([], [said | {"statement_id": "S1", "start": 0, "end": 9}])[0]["score"]
        -0.9
    """
    acts = list(acts)
    told = told_places(acts)
    pieces: dict[Pair, list[tuple[str, float]]] = {}
    for act in acts:
        for pair in _pairs(act):
            pieces.setdefault(pair, []).append((act["act_id"], weight_of(act)))
    counted = set()  # a sentence that two statements share counts once
    for row in judgements:
        pair = (row["from_actor"], row["to_actor"])
        if row["label"] not in ("negative", "positive") or is_told(told, pair, (row["start"], row["end"])):
            continue
        if (pair, row["start"]) not in counted:
            counted.add((pair, row["start"]))
            pieces.setdefault(pair, []).append((row["statement_id"], row["positive"] - row["negative"]))
    return [_row(pair, found) for pair, found in pieces.items()]


def _pairs(act: Row) -> list[Pair]:
    """Return who treats whom by an act; what two do together tells nothing of how the one treats the other."""
    if set(act["issuers"]) == set(act["addressees"]):
        return []
    return [(giver, taker) for giver in act["issuers"] for taker in act["addressees"] if giver != taker]


def weight_of(act: Row) -> float:
    """Return how the issuers of an act treat those it is directed at, −1 to 1."""
    weight = weights()[act["act"]].attitude
    if act["act"] == "REQUEST" and act["strength"] == _ULTIMATUM:
        weight = weights()["THREATEN"].attitude / 2
    return -weight if act["negated"] else weight


def told_places(acts: Iterable[Row]) -> dict[Pair, list[int]]:
    """Return where acts that are no mere requests tell of a pair: the offsets of their triggers."""
    places: dict[Pair, list[int]] = {}
    for act in acts:
        if weight_of(act):
            for pair in _pairs(act):
                places.setdefault(pair, []).append(act["trigger_start"])
    return places


def is_told(places: dict[Pair, list[int]], pair: Pair, sentence: tuple[int, int]) -> bool:
    """True where one of the places that tell of the pair stands in the sentence, so that the model is not asked."""
    return any(sentence[0] <= place < sentence[1] for place in places.get(pair, ()))


def _row(pair: Pair, pieces: list[tuple[str, float]]) -> Row:
    telling = [(evidence, score) for evidence, score in pieces if score] or pieces
    mean = sum(score for _, score in telling) / len(telling)
    return {
        "from_actor": pair[0],
        "to_actor": pair[1],
        "label": "positive" if mean >= CLEAR else "negative" if mean <= -CLEAR else "neutral",
        "score": round(mean, 3),
        "n": len(telling),
        "evidence": list(dict.fromkeys(evidence for evidence, _ in telling)),
    }
