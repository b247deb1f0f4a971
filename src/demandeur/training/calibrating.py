"""Calibrating: what the network says of sentences it wasn't trained on → a temperature for each task.

Dividing by a temperature makes a network as sure as it is often right (Guo et al., On Calibration of Modern Neural
Networks, ICML 2017, section 4.2). It never changes which label is the likeliest.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch.nn.functional import cross_entropy

from demandeur.attitude_model import AttitudeModel, Calibration
from demandeur.evaluation.attitude_gold import AttitudeSentence
from demandeur.evaluation.attitudes import COVERED


@dataclass(frozen=True, slots=True)
class Said:
    """Numbers before calibration (sentences × labels), and the right labels."""

    numbers: np.ndarray
    labels: np.ndarray


def fit_calibration(said: Said) -> Calibration:
    """Return the temperature that makes the right labels likeliest, and the trust that 60 % of the sentences reach."""
    numbers, labels = torch.tensor(said.numbers, dtype=torch.float64), torch.tensor(said.labels)
    warmth = torch.zeros((), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([warmth], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = cross_entropy(numbers / warmth.exp(), labels)
        value.backward()
        return value

    optimizer.step(loss)
    found = Calibration(round(float(warmth.exp().detach()), 4), 0.0)
    surest = sorted(max(found.probabilities(row)) for row in said.numbers)
    return replace(found, least_sure=surest[int(len(surest) * (1 - COVERED))])


def ask(model: AttitudeModel, sentences: Sequence[AttitudeSentence]) -> Said:
    """Return the numbers that the exported model gives for sentences of one task."""
    asked = {"stances": model.stance_numbers, "directed": model.directed_numbers}
    numbers = [
        asked[one.task](one.text, one.first, one.second) if one.second else model.target_numbers(one.text, [one.first])
        for one in sentences
    ]
    return Said(np.array(numbers), np.array([one.label for one in sentences]))
