"""Scores: counts of articles → estimates with intervals, as data and as lines to read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from demandeur.evaluation import codings, dna_gold, ledgers, reliability, speech_acts
from demandeur.evaluation.demands import PARTS
from demandeur.evaluation.estimates import (
    LEVEL,
    RESAMPLES,
    SEED,
    Agreement,
    Bin,
    Estimate,
    Share,
    estimate_agreement,
    estimate_calibration_error,
    estimate_macro_f1,
    estimate_share,
    plain,
)
from demandeur.evaluation.gold import TYPES
from demandeur.evaluation.gold_act import ANSWERS
from demandeur.evaluation.quotations import SCOPES

Scores = dict[str, Any]
"""Name of a score → ``Agreement``, ``Share``, ``Bin``, ``Estimate``, or again scores."""

LABELS = {
    "tokens": "A content tokens",
    "attributions": "B attributions",
    "joint": "J words and speaker",
    "speaker": "S speaker",
    "named": "N speaker named",
    "found": "demands found",
    "all four": "all four right",
    "statements": "statements found",
    codings.ALL: "all three right",
    "all three": "who + whom + what",
    "reliability": "reliability: of the acts with a confidence in these bounds, how many have kind, who and whom right",
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


def coding_scores(counts: Sequence[Counter]) -> Scores:
    """Return the scores of statements that people coded from the counts of each document."""
    scores: Scores = {"statements": _agreement(counts, "found", "predicted", "gold")}
    scores |= {part: _share(counts, part, "gold") for part in (*codings.PARTS, codings.ALL)}
    more = [name for name in dna_gold.MORE if any(count[f"coded {name}"] for count in counts)]
    return scores | {name: _share(counts, name, f"coded {name}") for name in more}


def act_scores(counts: Sequence[Mapping[str, Counter]]) -> Scores:
    """Return the scores of each label that the gold has, from the counts of each sentence."""
    scores: Scores = {}
    for name in speech_acts.LABELS:
        of_label = [count[name] for count in counts]
        if any(count["gold"] for count in of_label):
            scores[name] = {"detection": _agreement(of_label, "found", "predicted", "gold")}
            scores[name] |= {side: _share(of_label, side, "gold") for side in ("issuer", "addressee", "both")}
    return scores


def pair_scores(counts: Sequence[Counter]) -> Scores:
    """Return the scores of each label from the counts of each pair, and the mean F1 of labels in the gold."""
    names = [*speech_acts.PAIR_LABELS, speech_acts.OTHER]
    names = [name for name in names if any(count[f"gold {name}"] for count in counts)]
    scores: Scores = {name: _agreement(counts, f"right {name}", f"predicted {name}", f"gold {name}") for name in names}
    labels = [name for name in names if name != speech_acts.OTHER]
    if labels:
        columns = ([[count[f"{what} {name}"] for name in labels] for count in counts] for what in _OF_LABELS)
        scores["macro F1"] = estimate_macro_f1(*map(np.asarray, columns))
    return scores | {"accuracy": estimate_share([count["right"] for count in counts], [1] * len(counts))}


_OF_LABELS = ("right", "predicted", "gold")


def ledger_scores(counts: Sequence[Mapping[str, Counter]], answers: Sequence[Counter]) -> Scores:
    """Return the scores of each kind of act from the counts of each article, and of the answers if any."""
    scores: Scores = {}
    for kind in counts[0] if counts else ():
        of_kind = [count[kind] for count in counts]
        scores[kind] = {part: _agreement(of_kind, part, "predicted", "gold") for part in ledgers.PARTS}
        scores[kind]["extra"] = _share(of_kind, "extra", "predicted")
    if any(answers):
        scores["answers"] = {
            name: _agreement(answers, f"right {name}", f"predicted {name}", f"gold {name}") for name in ANSWERS
        }
    return scores


def reliability_scores(judged: Sequence[Sequence[reliability.Judged]]) -> Scores:
    """Return the bins of confidence that have acts, and the calibration error, from the judged acts of each article."""
    made, right, confidence = reliability.sums_by_bin(judged)
    scores: Scores = {}
    for number in range(reliability.BINS):
        total = made[:, number].sum()
        if total:
            share = estimate_share(right[:, number], made[:, number])
            name = f"{number / reliability.BINS:.1f}–{(number + 1) / reliability.BINS:.1f}"
            scores[name] = Bin(float(confidence[:, number].sum() / total), share)
    scores["all"] = estimate_share(right.sum(axis=1), made.sum(axis=1))
    return scores | {"calibration error": estimate_calibration_error(made, right, confidence)}


def _agreement(counts: Sequence[Counter], hits: str, predicted: str, gold: str) -> Agreement:
    columns = ([count[name] for count in counts] for name in (hits, predicted, gold))
    return estimate_agreement(*columns)


def _share(counts: Sequence[Counter], hits: str, of: str) -> Share:
    return estimate_share([count[hits] for count in counts], [count[of] for count in counts])


def as_data(scores: Scores) -> dict[str, Any]:
    """Return the scores as dictionaries ready for JSON; shares are between 0 and 1."""
    return {name: as_data(score) if isinstance(score, dict) else plain(score) for name, score in scores.items()}


def method(unit: str = "articles") -> dict[str, Any]:
    """Return how the intervals came about; ``unit`` is what was drawn."""
    return {"level": LEVEL, "method": f"bootstrap over {unit}", "resamples": RESAMPLES, "seed": SEED}


def as_lines(scores: Scores, indent: str = "") -> list[str]:
    """Return the scores as lines: percentages, each with its interval."""
    lines = []
    for name, score in scores.items():
        label = f"{indent}{LABELS.get(name, name)}"
        if isinstance(score, dict):
            lines += [label, *as_lines(score, indent + "  ")]
        elif isinstance(score, Share):
            lines.append(f"{label:<22}   {_percent(score)} of {score.of}")
        elif isinstance(score, Estimate):
            lines.append(f"{label:<22}   {_with_interval(score)}")
        elif isinstance(score, Bin):
            said = f"mean confidence {100 * score.confidence:.1f}"
            lines.append(f"{label:<22}   {_percent(score.right)} of {score.right.of}, {said}")
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
