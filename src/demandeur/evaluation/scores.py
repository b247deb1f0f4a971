"""Scores: counts of articles → estimates with intervals, as data and as lines to read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from demandeur.evaluation.demands import PARTS
from demandeur.evaluation.estimates import (
    LEVEL,
    RESAMPLES,
    SEED,
    Agreement,
    Share,
    estimate_agreement,
    estimate_share,
    plain,
)
from demandeur.evaluation.gold import TYPES
from demandeur.evaluation.quotations import SCOPES

Scores = dict[str, Any]
"""Name of a score → ``Agreement``, ``Share``, or again scores."""

LABELS = {
    "tokens": "A content tokens",
    "attributions": "B attributions",
    "joint": "J words and speaker",
    "speaker": "S speaker",
    "named": "N speaker named",
    "found": "demands found",
    "all four": "all four right",
}


def quote_scores(counts: Sequence[Mapping[str, Counter]]) -> dict[str, Scores]:
    """Return the scores of each scope from the counts of each article; ``named`` only where the gold names speakers."""
    return {scope: _scope_scores([count[scope] for count in counts]) for scope in SCOPES}


def _scope_scores(counts: Sequence[Counter]) -> Scores:
    scores: Scores = {
        "tokens": _agreement(counts, "token hits", "predicted tokens", "gold tokens"),
        "attributions": _agreement(counts, "found", "predicted", "gold"),
        "joint": _agreement(counts, "joint", "predicted", "gold"),
        "speaker": _share(counts, "right speaker", "with source"),
    }
    if any(count["to name"] for count in counts):
        scores["named"] = _share(counts, "named", "to name")
    types = [name for name in TYPES if any(count[f"gold {name}"] for count in counts)]
    scores["recall by type"] = {name: _share(counts, f"found {name}", f"gold {name}") for name in types}
    return scores


def demand_scores(counts: Sequence[Counter]) -> Scores:
    """Return the scores of the demands from the counts of each article."""
    scores: Scores = {"found": _agreement(counts, "found", "predicted", "gold")}
    scores |= {part: _share(counts, part, "gold") for part in PARTS.values()}
    return scores | {"all four": _share(counts, "all four", "gold")}


def _agreement(counts: Sequence[Counter], hits: str, predicted: str, gold: str) -> Agreement:
    columns = ([count[name] for count in counts] for name in (hits, predicted, gold))
    return estimate_agreement(*columns)


def _share(counts: Sequence[Counter], hits: str, of: str) -> Share:
    return estimate_share([count[hits] for count in counts], [count[of] for count in counts])


def as_data(scores: Scores) -> dict[str, Any]:
    """Return the scores as dictionaries ready for JSON; shares are between 0 and 1."""
    return {name: as_data(score) if isinstance(score, dict) else plain(score) for name, score in scores.items()}


def method() -> dict[str, Any]:
    """Return how the intervals came about."""
    return {"level": LEVEL, "method": "bootstrap over articles", "resamples": RESAMPLES, "seed": SEED}


def as_lines(scores: Scores, indent: str = "") -> list[str]:
    """Return the scores as lines: percentages, each with its interval."""
    lines = []
    for name, score in scores.items():
        label = f"{indent}{LABELS.get(name, name)}"
        if isinstance(score, dict):
            lines += [label, *as_lines(score, indent + "  ")]
        elif isinstance(score, Share):
            lines.append(f"{label:<22}   {_percent(score)} of {score.of}")
        else:
            lines.append(f"{label:<22} {_three(score)}   {score.hits} of {score.predicted} found, {score.gold} gold")
    return lines


def _three(score: Agreement) -> str:
    parts = {"P": score.precision, "R": score.recall, "F1": score.f1}
    return "  ".join(f"{name} {_with_interval(estimate)}" for name, estimate in parts.items())


def _percent(score: Share) -> str:
    return _with_interval(score.share)


def _with_interval(estimate: Any) -> str:
    interval = f"({100 * estimate.low:.1f}–{100 * estimate.high:.1f})"
    return f"{100 * estimate.value:5.1f} {interval:<12}"
