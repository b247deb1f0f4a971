"""Calibrating: what the network says of sentences it wasn't trained on → a calibration for each task.

Dividing by a temperature makes a network as sure as it is often right (Guo et al., On Calibration of Modern Neural
Networks, ICML 2017, section 4.2); it never changes which label is the likeliest. What is left between the likeliest
label's probability and the share that is right is told by a logistic regression on its log odds (Platt, 1999) and their
square, with an offset for each label.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from demandeur.attitude_model import AttitudeModel, Calibration, log_odds
from demandeur.evaluation.attitude_gold import AttitudeSentence
from demandeur.evaluation.attitudes import COVERED, confidences

FOLDS = 10
SHRINKING = 0.003
"""What an offset and the curve cost by their squares, so that a rare label's doesn't stray."""


@dataclass(frozen=True, slots=True)
class Said:
    """Numbers before calibration (sentences × labels), the right labels, and the fold that each sentence lies in."""

    numbers: np.ndarray
    labels: np.ndarray
    folds: np.ndarray

    def where(self, chosen: np.ndarray) -> "Said":
        """Return the sentences that are chosen, true or false for each."""
        return Said(self.numbers[chosen], self.labels[chosen], self.folds[chosen])


def fit_calibration(said: Said) -> Calibration:
    """Return the calibration that makes the right labels likeliest, and the trust that 60 % of the sentences reach."""
    numbers, labels = torch.tensor(said.numbers, dtype=torch.float64), torch.tensor(said.labels)
    [warmth] = _least(lambda given: cross_entropy(numbers / given[0].exp(), labels), [0.0])
    found = Calibration(round(float(np.exp(warmth)), 4), 1.0, 0.0, (0.0,) * numbers.shape[1], 0.0)
    given = probabilities(found, said.numbers)
    best = given.argmax(axis=1)
    odds = torch.tensor([log_odds(one) for one in given.max(axis=1).tolist()], dtype=torch.float64)
    right = torch.tensor(best == said.labels, dtype=torch.float64)

    def loss(parts: Tensor) -> Tensor:
        strayed = SHRINKING * (parts[1:] ** 2).sum()
        sure = parts[0] * odds + parts[1] * odds**2 + parts[2:][best]
        return binary_cross_entropy_with_logits(sure, right) + strayed

    slope, curve, *offsets = (round(one, 4) for one in _least(loss, [1.0, 0.0] + [0.0] * numbers.shape[1]))
    found = replace(found, slope=slope, curve=curve, offsets=tuple(offsets))
    surest = np.sort(confidences(found, given))
    return replace(found, least_sure=float(surest[int(len(surest) * (1 - COVERED))]))


def probabilities(calibration: Calibration, numbers: np.ndarray) -> np.ndarray:
    """Return the probabilities of numbers (both sentences × labels)."""
    return np.array([calibration.probabilities(row) for row in numbers])


def crossed_confidences(said: Said) -> np.ndarray:
    """Return the confidence in the likeliest label of each sentence, by a calibration fitted on the other folds."""
    sure = np.zeros(len(said.labels))
    for fold in set(said.folds.tolist()):
        here = said.folds == fold
        found = fit_calibration(said.where(~here))
        sure[here] = confidences(found, probabilities(found, said.numbers[here]))
    return sure


def ask(model: AttitudeModel, sentences: Sequence[AttitudeSentence]) -> Said:
    """Return the numbers that the exported model gives for sentences of one task; like texts lie in one fold."""
    asked = {"stances": model.stance_numbers, "directed": model.directed_numbers}
    numbers = [
        asked[one.task](one.text, one.first, one.second) if one.second else model.target_numbers(one.text, [one.first])
        for one in sentences
    ]
    return Said(
        np.array(numbers),
        np.array([one.label for one in sentences]),
        np.array([_fold(one.text) for one in sentences]),
    )


def _fold(text: str) -> int:
    return int(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[16:], 16) % FOLDS


def _least(loss: Callable[[Tensor], Tensor], start: Sequence[float]) -> list[float]:
    """Return the numbers that make a loss smallest."""
    given = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([given], max_iter=200, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        optimizer.zero_grad()
        value = loss(given)
        value.backward()
        return value

    optimizer.step(step)
    return given.detach().tolist()
