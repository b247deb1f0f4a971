"""Stance: where each actor stands on each issue.

A stance sums up positions (``demandeur.positions``): the score is their mean, each weighted by its own size, so that
one plain word outweighs several faint ones:

    score = Σ |s|·s / Σ |s|

Against is at most −0.1, for at least 0.1, between them it is unclear, and so it is where an actor no more than speaks
of an issue. It is mixed where one firm position (0.5 or more)
stands against another and neither side has much the greater sum. Who is for it is so conditionally where conditional
positions make up at least half of what speaks for it.
"""

from collections import Counter
from typing import Any

import pandas as pd

from demandeur.lexicon.leanings import SPEAKS
from demandeur.stance_weights import weights

Row = dict[str, Any]

_CLEAR = 0.1
_FIRM = 0.5
_EVEN = 0.8
"""Share of the weaker side's sum in the stronger's from which a stance is mixed."""
_THIN = f"position.{SPEAKS}"
"""The rule of a position that alone leaves a stance unclear."""


def evidence_scores(analysis) -> pd.DataFrame:
    """Return every piece of evidence for a stance: actor_id, issue, evidence (its id), score −1…1, conditional."""
    rows = [
        (row["actor_id"], row["issue"], _evidence(row), row["score"], row["conditional"])
        for row in analysis.rows["positions"]
    ]
    return pd.DataFrame(rows, columns=["actor_id", "issue", "evidence", "score", "conditional"])


def _evidence(position: Row) -> str:
    """Return the id of what shows a position: its act's, else its own."""
    return position["act_id"] or position["position_id"]


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


def by_division(stances: list[Row]) -> list[str]:
    """Return the issues of rows of the stances table: those on which most stand against others first.

    Where as many do, the issue with more actors comes first, and then the one that the table has first.

    Example:
        >>> sides = [("dam", "support"), ("dam", "support"), ("toll", "oppose"), ("toll", "support")]
        >>> by_division([{"issue": issue, "stance": stance} for issue, stance in sides])
        ['toll', 'dam']
    """
    counts: dict[str, Counter[str]] = {}
    for row in stances:
        counts.setdefault(row["issue"], Counter())[row["stance"]] += 1

    def rank(issue: str) -> tuple[int, int]:
        sides = counts[issue]
        return (-min(sides["support"] + sides["conditional"], sides["oppose"]), -sides.total())

    return sorted(counts, key=rank)


def stances(positions: list[Row]) -> list[Row]:
    """Return the rows of the stances table from those of positions, in order of the first evidence.

    Example:
        >>> row = {"position_id": "P1", "actor_id": "reyl", "issue": "dam", "score": -0.9, "conditional": False}
        >>> stances([row | {"act_id": None, "rule": "position.side"}])[0]["stance"]
        'oppose'
    """
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in positions:
        grouped.setdefault((row["actor_id"], row["issue"]), []).append(row)
    found = []
    for (actor_id, issue), pieces in grouped.items():
        score = _score([row["score"] for row in pieces])
        found.append(
            {
                "actor_id": actor_id,
                "issue": issue,
                "stance": _label(pieces, score),
                "score": round(score, 3),
                "n": len(pieces),
                "evidence": [_evidence(row) for row in pieces],
            }
        )
    return found


def _score(scores: list[float]) -> float:
    """Return the mean of the scores, each weighted by its size."""
    size = sum(abs(score) for score in scores)
    return sum(abs(score) * score for score in scores) / size if size else 0.0


def _label(pieces: list[Row], score: float) -> str:
    if all(row["rule"] == _THIN for row in pieces):
        return "unclear"
    above = [row["score"] for row in pieces if row["score"] > 0]
    below = [-row["score"] for row in pieces if row["score"] < 0]
    firm = max(above, default=0) >= _FIRM and max(below, default=0) >= _FIRM
    if firm and min(sum(above), sum(below)) > _EVEN * max(sum(above), sum(below)):
        return "mixed"
    if score >= _CLEAR:
        bound = sum(row["score"] for row in pieces if row["score"] > 0 and row["conditional"])
        return "conditional" if 2 * bound >= sum(above) else "support"
    return "oppose" if score <= -_CLEAR else "unclear"
