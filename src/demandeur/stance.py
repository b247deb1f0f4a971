"""Stance and attitude: where each actor stands on each issue, and how one actor treats another.

Both come from acts. An act counts with its weight (``lexicon/stance_weights.csv``) times its strength's share and its
confidence; the score is the weighted mean, −1 to 1. A condition makes a stance conditional; a denied act counts the
other way round; an act that is only imagined counts half.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from demandeur.conditions import is_unconditional
from demandeur.lexicon.rows import FOLDER

Row = dict[str, Any]

_SUPPORT_FROM = 0.25
_MIXED_SPREAD = 1.0
_ULTIMATUM = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """What one kind of act says: of its issue (stance), of the one it is directed at (attitude), each −1 to 1."""

    stance: float
    attitude: float


@cache
def weights() -> Mapping[str, Weight]:
    """Return the weight of every act."""
    with open(FOLDER / "stance_weights.csv", encoding="utf-8", newline="") as lines:
        return {row["act"]: Weight(float(row["stance"]), float(row["attitude"])) for row in csv.DictReader(lines)}


def evidence_scores(analysis) -> pd.DataFrame:
    """Return every piece of evidence for a stance: actor_id, issue, evidence (an act_id), score −1…1, conditional."""
    return pd.DataFrame(
        _pieces(analysis.rows["acts"]), columns=["actor_id", "issue", "evidence", "score", "conditional"]
    )


def _pieces(acts: list[Row]) -> list[tuple[str, str, str, float, bool]]:
    found = []
    for act in acts:
        if not side(act):
            continue
        score = _signed(act, weights()[act["act"]].stance)
        bound = act["condition"] is not None and not is_unconditional(act["condition"])
        conditional = bound or act["rule"] == "act.conditions"
        for actor_id in act["issuers"]:
            found.append((actor_id, act["issue"], act["act_id"], round(score, 3), conditional))
    return found


def side(act: Row) -> int:
    """Return whether the issuers of an act are for its issue (1), against it (−1), or take no side on it (0)."""
    if act["issue"] is None or _is_reproach(act) or _tells_no_side(act):
        return 0
    return side_on_content(act)


def side_on_content(act: Row) -> int:
    """Return whether the issuers of an act want what its words say (1), are against it (−1), or neither (0).

    Example:
        >>> side_on_content({"act": "REQUEST", "negated": False}), side_on_content({"act": "REJECT", "negated": False})
        (1, -1)
    """
    weight = weights()[act["act"]].stance
    sign = (weight > 0) - (weight < 0)
    return -sign if act["negated"] else sign


def _tells_no_side(act: Row) -> bool:
    """True for a request not to do something, and for one that was not made: neither is for or against the issue."""
    return act["act"] == "REQUEST" and (act["negated"] or (act["content"] or "").lower().startswith("not "))


def _is_reproach(act: Row) -> bool:
    """True where an actor is accused of something: that takes sides against the actor, not against the thing."""
    if act["act"] != "ACCUSE" or not act["addressees"]:
        return False
    return (act["addressee_text"] or "") not in (act["content"] or "")


def _signed(act: Row, weight: float) -> float:
    share = 0.6 + 0.1 * min(int(act["strength"]), 4)
    score = weight * share * (0.5 if act["realis"] == "hypothetical" else 1.0)
    if act["act"] == "SUPPORT" and act["addressees"]:
        score *= 0.5
    if act["rule"] == "act.conditions" or (act["condition"] is not None and not is_unconditional(act["condition"])):
        score *= 0.5
    return -score if act["negated"] else score


def stances(acts: list[Row]) -> list[dict]:
    """Return the rows of the stances table, actors and issues in order of their first evidence."""
    grouped: dict[tuple[str, str], list[tuple[str, float, bool]]] = {}
    for actor_id, issue, act_id, score, conditional in _pieces(acts):
        grouped.setdefault((actor_id, issue), []).append((act_id, score, conditional))
    rows = []
    for (actor_id, issue), pieces in grouped.items():
        scores = [score for _, score, _ in pieces]
        mean = sum(scores) / len(scores)
        rows.append(
            {
                "actor_id": actor_id,
                "issue": issue,
                "stance": _label(scores, mean, [conditional for _, _, conditional in pieces]),
                "score": round(mean, 3),
                "n": len(pieces),
                "evidence": [act_id for act_id, _, _ in pieces],
            }
        )
    return rows


def _label(scores: list[float], mean: float, conditional: list[bool]) -> str:
    if min(scores) < -_SUPPORT_FROM and max(scores) > _SUPPORT_FROM and max(scores) - min(scores) > _MIXED_SPREAD:
        return "mixed"
    if mean >= _SUPPORT_FROM or (max(scores) > 0 and any(conditional)):
        return "conditional" if 2 * sum(conditional) > len(conditional) else "support"
    return "oppose" if mean <= -_SUPPORT_FROM else "unclear"


def attitudes(acts: list[Row]) -> list[dict]:
    """Return the rows of the attitudes table: one for each pair of which an act tells, in order of the first."""
    grouped: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for act in acts:
        weight = weights()[act["act"]].attitude
        if act["act"] == "REQUEST" and act["strength"] == _ULTIMATUM:
            weight = weights()["THREATEN"].attitude / 2
        if act["negated"]:
            weight = -weight
        if set(act["issuers"]) == set(act["addressees"]):
            continue  # what two do together tells nothing of how the one treats the other
        for giver in act["issuers"]:
            for taker in act["addressees"]:
                if giver != taker:
                    grouped.setdefault((giver, taker), []).append((act["act_id"], weight))
    rows = []
    for (giver, taker), pieces in grouped.items():
        telling = [(act_id, score) for act_id, score in pieces if score] or pieces
        mean = sum(score for _, score in telling) / len(telling)
        label = "positive" if mean >= _SUPPORT_FROM else "negative" if mean <= -_SUPPORT_FROM else "neutral"
        rows.append(
            {
                "from_actor": giver,
                "to_actor": taker,
                "label": label,
                "score": round(mean, 3),
                "n": len(telling),
                "evidence": [a for a, _ in telling],
            }
        )
    return rows
