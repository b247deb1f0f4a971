"""Estimates: shares of counts that are summed over articles, with bootstrap intervals over the articles.

Sentences of one article resemble each other, so the interval comes from drawing whole articles with replacement
(Efron & Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3: percentile intervals).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

RESAMPLES = 2000
SEED = 20250310
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share, 0 to 1, and the interval in which it lies with 95 % of the resampled sets of articles."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right."""

    hits: int
    of: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and F1 of what was found against the gold."""

    hits: int
    predicted: int
    gold: int
    precision: Estimate
    recall: Estimate
    f1: Estimate


@dataclass(frozen=True, slots=True)
class Bin:
    """Acts of about the same confidence: the mean of their confidences, and how many of them are right."""

    confidence: float
    right: Share


def estimate_share(hits: Sequence[int], of: Sequence[int]) -> Share:
    """Return the share of hits.

    Args:
        hits: for each article, how many are right.
        of: for each article, of how many.

    Example:
        >>> estimate_share([1, 2], [2, 2])
        Share(hits=3, of=4, share=Estimate(value=0.75, low=0.5, high=1.0))
    """
    return Share(int(np.sum(hits)), int(np.sum(of)), _ratio(np.asarray(hits), np.asarray(of)))


def estimate_agreement(hits: Sequence[int], predicted: Sequence[int], gold: Sequence[int]) -> Agreement:
    """Return precision, recall and F1; each argument has a number for each article.

    Example:
        >>> found = estimate_agreement([1, 2], predicted=[2, 2], gold=[1, 3])
        >>> found.precision.value, found.recall.value, found.f1.value
        (0.75, 0.75, 0.75)
    """
    right, made, wanted = np.asarray(hits), np.asarray(predicted), np.asarray(gold)
    return Agreement(
        int(right.sum()),
        int(made.sum()),
        int(wanted.sum()),
        precision=_ratio(right, made),
        recall=_ratio(right, wanted),
        f1=_ratio(2 * right, made + wanted),
    )


def estimate_macro_f1(hits: np.ndarray, predicted: np.ndarray, gold: np.ndarray) -> Estimate:
    """Return the mean F1 of several labels; each argument is articles × labels, and every label must be in the gold."""
    both = predicted + gold
    weights = _resamples(len(hits))
    with np.errstate(invalid="ignore"):
        drawn = np.nan_to_num(2 * (weights @ hits) / (weights @ both))
    value = np.mean(2 * hits.sum(axis=0) / both.sum(axis=0))
    return Estimate(float(value), *_interval(drawn.mean(axis=1)))


def estimate_calibration_error(made: np.ndarray, right: np.ndarray, confidence: np.ndarray) -> Estimate:
    """Return how far confidences are from shares, on average over the acts.

    Args:
        made: how many acts, articles × bins.
        right: how many of them are right.
        confidence: the sum of their confidences.
    """
    total = made.sum()
    if not total:
        return Estimate(0.0, 0.0, 0.0)
    weights = _resamples(len(made))
    drawn = np.abs(weights @ right - weights @ confidence).sum(axis=1) / np.maximum((weights @ made).sum(axis=1), 1)
    value = np.abs(right.sum(axis=0) - confidence.sum(axis=0)).sum() / total
    return Estimate(float(value), *_interval(drawn))


def interval_of_ratio(numerator: np.ndarray, denominator: np.ndarray) -> tuple[float, float]:
    """Return where the ratio of two sums over articles lies in 95 % of the resamples; (0, 0) without a denominator."""
    weights = _resamples(len(numerator))
    above, below = weights @ numerator, weights @ denominator
    defined = below > 0
    if not defined.any():
        return (0.0, 0.0)
    return _interval(above[defined] / below[defined])


def _interval(drawn: np.ndarray) -> tuple[float, float]:
    tail = 50 * (1 - LEVEL)
    low, high = np.percentile(drawn, [tail, 100 - tail])
    return (float(low), float(high))


def _ratio(numerator: np.ndarray, denominator: np.ndarray) -> Estimate:
    total = denominator.sum()
    if not total:
        return Estimate(0.0, 0.0, 0.0)
    return Estimate(float(numerator.sum() / total), *interval_of_ratio(numerator, denominator))


@lru_cache(maxsize=1)
def _resamples(articles: int) -> np.ndarray:
    """Return how often each article is drawn in each resample: RESAMPLES × articles, always the same numbers."""
    return np.random.default_rng(SEED).multinomial(articles, np.full(articles, 1 / articles), size=RESAMPLES)


def plain(value: Any) -> Any:
    """Return an estimate, share, agreement or bin as a dictionary, ready for JSON; shares are rounded to six digits."""
    if isinstance(value, Estimate | Share | Agreement | Bin):
        return {name: plain(getattr(value, name)) for name in value.__slots__}
    return round(value, 6) if isinstance(value, float) else value
