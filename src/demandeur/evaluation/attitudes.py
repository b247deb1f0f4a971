"""Attitudes: a gold of sentences → how often the attitude model is right, and how far its confidence can be trusted.

- f1_macro: the mean, over the labels that the gold has, of each label's F1.
- coverage_at_90: the largest share of the sentences, the surest first, of which at least 90 % are right.
- right_at_60: of the surest 60 % of the sentences, the share that is right.
- calibration error: as for acts, see ``demandeur.evaluation.reliability``.

Intervals are drawn over the sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from demandeur.article import InputError
from demandeur.attitude_model import AttitudeModel, Calibration, load_attitudes
from demandeur.evaluation.attitude_gold import LABELS, AttitudeSentence, read_attitudes
from demandeur.evaluation.estimates import (
    Estimate,
    estimate_agreement,
    estimate_calibration_error,
    estimate_macro_f1,
    estimate_share,
)
from demandeur.evaluation.reliability import BINS
from demandeur.evaluation.scores import Scores, as_data, as_lines, method
from demandeur.wording import count

RIGHT = 0.9
COVERED = 0.6


@dataclass(frozen=True, slots=True)
class MeasuredAttitudes:
    """How well the attitude model judges the sentences of a gold.

    Attributes:
        kind: ``targets`` or ``directed``.
        gold: the name of the gold file.
        model: name of the model, with the first digits of its digest.
        scores: see this module's head.
        n: number of sentences.
        coverage_at_90: as above.
        failures: none; here for likeness with what is measured of articles.
    """

    kind: str
    gold: str
    model: str
    scores: Scores
    n: int
    coverage_at_90: float
    failures: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return everything as one dictionary ready for JSON; shares are between 0 and 1."""
        return {
            "kind": self.kind,
            "gold": self.gold,
            "model": self.model,
            "f1_macro": round(self.scores["f1_macro"].value, 6),
            "accuracy": round(self.scores["accuracy"].share.value, 6),
            "n": self.n,
            "coverage_at_90": round(self.coverage_at_90, 6),
            "intervals": method("sentences"),
            "scores": as_data(self.scores),
        }

    def as_text(self) -> str:
        """Return the scores as lines to read."""
        how = method("sentences")
        head = (
            f"{self.kind} in {count(self.n, 'sentence')} of {self.gold}, judged by {self.model}; percent, "
            f"in brackets {how['level']:.0%} intervals ({how['method']})"
        )
        last = f"{'coverage at 90':<22}   {100 * self.coverage_at_90:5.1f}"
        return "\n".join([head, *as_lines(self.scores), last])


def measure_attitudes(kind: str, gold: str | Path, *, progress: bool = False) -> MeasuredAttitudes:
    """Return how well the attitude model judges the sentences of a gold.

    Args:
        kind: ``targets`` or ``directed``; ``data/README.md`` explains the gold of each.
        gold: the path of the gold.
        progress: whether to show on standard error how far it is.

    Raises:
        InputError: when the gold is none, or the model can't run here.
    """
    sentences = read_attitudes(kind, gold)
    model = load_attitudes()
    if model is None:
        raise InputError("The attitude model can't run here: it needs onnxruntime and tokenizers; install both.")
    given = judge(model, tqdm(sentences, unit=" sentences", disable=not progress))
    sure = confidences(calibration_of(model, kind), given)
    labels = np.array([one.label for one in sentences])
    return MeasuredAttitudes(
        kind=kind,
        gold=Path(gold).name,
        model=model.label,
        scores=attitude_scores(LABELS[kind], labels, given.argmax(axis=1), sure),
        n=len(sentences),
        coverage_at_90=coverage(given.argmax(axis=1) == labels, sure),
    )


def judge(model: AttitudeModel, sentences: Sequence[AttitudeSentence]) -> np.ndarray:
    """Return the model's probabilities (sentences × labels)."""
    asked = {"stances": model.stance, "directed": model.directed}
    return np.array(
        [
            asked[one.task](one.text, one.first, one.second)
            if one.second
            else model.target_sentiment(one.text, [one.first])
            for one in sentences
        ]
    )


def calibration_of(model: AttitudeModel, task: str) -> Calibration:
    """Return the calibration of the head for a task."""
    return {"targets": model.targets, "directed": model.pairs, "stances": model.stances}[task]


def confidences(calibration: Calibration, given: np.ndarray) -> np.ndarray:
    """Return the confidence in the likeliest label of each sentence, from probabilities (sentences × labels)."""
    return np.array([calibration.confidence(row) for row in given.tolist()])


def attitude_scores(names: Sequence[str], labels: np.ndarray, chosen: np.ndarray, sure: np.ndarray) -> Scores:
    """Return the scores of chosen labels.

    Args:
        names: of the labels.
        labels: the right label of each sentence, as a number.
        chosen: the label that was chosen for each.
        sure: the confidence in it, 0 to 1.
    """
    right = (chosen == labels).astype(int)
    numbers = np.arange(len(names))
    gold, predicted = labels[:, None] == numbers, chosen[:, None] == numbers
    columns = [both.astype(int) for both in (gold & predicted, predicted, gold)]
    known = columns[2].any(axis=0)
    scores: Scores = {
        "f1_macro": estimate_macro_f1(*(column[:, known] for column in columns)),
        "accuracy": estimate_share(right, np.ones_like(right)),
    }
    for number, name in enumerate(names):
        if known[number]:
            scores[name] = estimate_agreement(*(column[:, number] for column in columns))
    first = sure >= np.sort(sure)[::-1][max(round(COVERED * len(sure)) - 1, 0)]
    scores["right_at_60"] = estimate_share(right * first, first.astype(int))
    return scores | {"calibration error": calibration_error(right, sure)}


def calibration_error(right: np.ndarray, sure: np.ndarray) -> Estimate:
    """Return how far confidences are from the shares that are right."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    made = bins[:, None] == np.arange(BINS)
    return estimate_calibration_error(made.astype(int), made * right[:, None], made * sure[:, None])


def coverage(right: np.ndarray, sure: np.ndarray, least: float = RIGHT) -> float:
    """Return the largest share of sentences, the surest first, of which at least ``least`` are right; ties stay joined.

    Example:
        >>> coverage(np.array([True, True, False]), np.array([0.9, 0.8, 0.6]))
        0.6666666666666666
    """
    order = np.argsort(-sure, kind="stable")
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    ends = np.append(np.diff(sure[order]) < 0, True)
    enough = np.flatnonzero((shares >= least) & ends)
    return float((enough[-1] + 1) / len(order)) if len(enough) else 0.0
