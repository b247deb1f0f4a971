"""Reliability: of the acts that are given a confidence, how many are right?

Acts are put into bins of a tenth by their confidence. In each, the share that is right should be the mean confidence;
how far the two are apart, weighted by the bins' sizes, is the expected calibration error (Guo et al., On Calibration of
Modern Neural Networks, ICML 2017, equation 3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

BINS = 10

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the acts table, and whether the gold has it so."""

    act: Row
    right: bool


def bin_of(confidence: float) -> int:
    """Return the number of the bin, from 0; confidences have two digits.

    Example:
        >>> bin_of(0.7), bin_of(0.79), bin_of(1.0)
        (7, 7, 9)
    """
    return min(round(100 * confidence) * BINS // 100, BINS - 1)


def sums_by_bin(articles: Iterable[Sequence[Judged]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return number of acts, number of right ones and sum of confidences: each articles × BINS."""
    sums = []
    for judged in articles:
        one = np.zeros((3, BINS))
        for item in judged:
            confidence = item.act["confidence"]
            one[:, bin_of(confidence)] += (1, item.right, confidence)
        sums.append(one)
    stacked = np.stack(sums) if sums else np.zeros((0, 3, BINS))
    return stacked[:, 0], stacked[:, 1], stacked[:, 2]
