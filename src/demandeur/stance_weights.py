"""Stance weights: how much each kind of evidence counts, from lexicon/stance_weights.csv and stance_rules.csv."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from demandeur.lexicon.rows import read_rows


@dataclass(frozen=True, slots=True)
class Weight:
    """What one kind of act says, −1 to 1.

    ``stance`` of the issue that it is about, ``content`` of what its words say is to be done, ``attitude`` of the one
    it is directed at. A threat to cut aid is against whatever it is about, and for cutting aid.
    """

    stance: float
    content: float
    attitude: float


@dataclass(frozen=True, slots=True)
class RuleWeight:
    """How much a rule's positions count, 0 to 1, and how many were right of those that annotated texts could judge."""

    weight: float
    n: int
    right: int


@cache
def weights() -> Mapping[str, Weight]:
    """Return the weight of every act."""
    found = {}
    for row in read_rows("stance_weights.csv", ("act", "stance", "content", "attitude", "source"), "act"):
        found[row.text("act")] = Weight(*(float(row.needed(name)) for name in ("stance", "content", "attitude")))
    return MappingProxyType(found)


@cache
def rule_weights() -> Mapping[str, RuleWeight]:
    """Return the weight of every rule that finds positions."""
    found = {}
    for row in read_rows("stance_rules.csv", ("rule", "weight", "n", "right", "source"), "rule"):
        numbers = int(row.needed("n")), int(row.needed("right"))
        found[row.text("rule")] = RuleWeight(float(row.needed("weight")), *numbers)
    return MappingProxyType(found)


def rule_weight(rule: str) -> float:
    """Return how much a rule's positions count, 0 to 1."""
    return rule_weights()[rule].weight


def rule_confidence(rule: str) -> float:
    """Return how often a rule's positions were right, with one right and one wrong added (Laplace)."""
    counts = rule_weights()[rule]
    return round((counts.right + 1) / (counts.n + 2), 3)
