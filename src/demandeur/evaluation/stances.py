"""Stances: a gold of articles → how often it is right who stands where.

For each gold actor and issue the stance of the actor counts whose names have most words in common with the gold's
(Jaccard), among those with a stance on the issue; where there is none, it is unclear.

- f1_macro: the mean F1 of support, oppose and conditional, of those that the gold has.
- accuracy: the share of gold pairs whose stance is right.
- coverage_at_90: the largest share of the pairs, the surest first, of which at least 90 % are right. The surest have
  the most evidence on one side: the size of the sum of their positions' scores.

Intervals are drawn over the articles.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from demandeur.evaluation.estimates import estimate_agreement, estimate_macro_f1, estimate_share
from demandeur.evaluation.measuring import read_entries
from demandeur.evaluation.scores import Scores, as_data, as_lines, method
from demandeur.evaluation.stance_gold import STANCES, GoldStance, StanceArticle, read_stances
from demandeur.evaluation.wordsets import content_words, jaccard
from demandeur.language import load_model, model_label
from demandeur.wording import count

Row = dict[str, Any]

SIDES = ("support", "oppose", "conditional")
RIGHT = 0.9


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold stance, what was found for it, and how sure that is (0 where nothing was found)."""

    gold: str
    found: str
    sureness: float


@dataclass(frozen=True, slots=True)
class MeasuredStances:
    """How well the stances of a gold's articles were read.

    Attributes:
        gold: the name of the gold file or folder.
        model: name and version of the spaCy model.
        articles: number of articles.
        scores: see this module's head.
        n: number of gold stances.
        coverage_at_90: as above.
        failures: a sentence for each article whose analysis failed; it counts as one in which nothing was found.
    """

    gold: str
    model: str
    articles: int
    scores: Scores
    n: int
    coverage_at_90: float
    failures: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Return everything as one dictionary ready for JSON; shares are between 0 and 1."""
        data = as_data(self.scores)
        return {
            "kind": "stance",
            "gold": self.gold,
            "articles": self.articles,
            "failed": len(self.failures),
            "model": self.model,
            "f1_macro": data["f1_macro"]["value"] if "f1_macro" in data else None,
            "accuracy": data["accuracy"]["share"]["value"],
            "n": self.n,
            "coverage_at_90": round(self.coverage_at_90, 6),
            "intervals": method(),
            "scores": data,
        }

    def as_text(self) -> str:
        """Return the scores as lines to read."""
        how = method()
        head = (
            f"stance of {count(self.n, 'actor')} on issues in {count(self.articles, 'article')} of {self.gold}, read "
            f"with {self.model}; percent, in brackets {how['level']:.0%} intervals ({how['method']})"
        )
        last = f"{'coverage at 90':<22}   {100 * self.coverage_at_90:5.1f}"
        return "\n".join([head, *as_lines(self.scores), last])


def measure_stances(gold: str | Path, *, model: str | None = None, progress: bool = False) -> MeasuredStances:
    """Return how well the stances of a gold's articles are read.

    Args:
        gold: the path of the gold; ``data/README.md`` explains it.
        model: an installed spaCy model for English, by default the first found.
        progress: whether to show on standard error how far it is.

    Raises:
        InputError: when the gold is none, or the model isn't installed.
    """
    entries = read_stances(gold)
    label = model_label(load_model(model))
    failures: list[str] = []
    found = read_entries(entries, model, failures.append, progress=progress)
    judged = [list(judge(entry, rows)) for entry, rows in found]
    return MeasuredStances(
        gold=Path(gold).name,
        model=label,
        articles=len(entries),
        scores=stance_scores(judged),
        n=sum(len(article) for article in judged),
        coverage_at_90=coverage([one for article in judged for one in article]),
        failures=tuple(failures),
    )


def judge(entry: StanceArticle, rows: dict[str, list[Row]]) -> Iterator[Judged]:
    """Yield each gold stance of an article with what was found for it."""
    names = {row["actor_id"]: content_words(" ".join([row["name"], *row["aliases"]])) for row in rows["actors"]}
    sums: Counter = Counter()
    for row in rows["positions"]:
        sums[row["actor_id"], row["issue"]] += row["score"]
    for gold in entry.stances:
        row = _nearest(gold, rows["stances"], names)
        sureness = abs(sums[row["actor_id"], row["issue"]]) if row is not None else 0.0
        yield Judged(gold.stance, row["stance"] if row is not None else "unclear", sureness)


def _nearest(gold: GoldStance, stances: list[Row], names: dict[str, frozenset[str]]) -> Row | None:
    wanted = content_words(" ".join(gold.names))
    best, likeness = None, 0.0
    for row in stances:
        alike = jaccard(wanted, names.get(row["actor_id"], frozenset())) if row["issue"] == gold.issue else 0.0
        if alike > likeness:
            best, likeness = row, alike
    return best


def stance_scores(judged: Sequence[Sequence[Judged]]) -> Scores:
    """Return the scores from the judged stances of each article."""
    counts = [_counts(article) for article in judged]
    scores: Scores = {}
    for name in STANCES:
        columns = [[one[f"{what} {name}"] for one in counts] for what in ("right", "found", "gold")]
        if sum(columns[-1]):
            scores[name] = estimate_agreement(*columns)
    sides = [name for name in SIDES if name in scores]
    if sides:
        tables = ([[one[f"{what} {name}"] for name in sides] for one in counts] for what in ("right", "found", "gold"))
        scores["f1_macro"] = estimate_macro_f1(*map(np.asarray, tables))
    right = [sum(one[f"right {name}"] for name in STANCES) for one in counts]
    return scores | {"accuracy": estimate_share(right, [len(article) for article in judged])}


def _counts(article: Sequence[Judged]) -> Counter:
    found: Counter = Counter()
    for one in article:
        found[f"gold {one.gold}"] += 1
        found[f"found {one.found}"] += 1
        found[f"right {one.gold}"] += one.gold == one.found
    return found


def coverage(judged: Sequence[Judged]) -> float:
    """Return the largest share of the stances, the surest first, of which at least 90 % are right.

    Example:
        >>> coverage([Judged("support", "support", 0.9), Judged("oppose", "support", 0.2)])
        0.5
    """
    ranked = sorted(judged, key=_by_sureness)
    right, best = 0, 0
    for number, one in enumerate(ranked, start=1):
        right += one.gold == one.found
        if right >= RIGHT * number:
            best = number
    return best / len(ranked) if ranked else 0.0


def _by_sureness(one: Judged) -> float:
    return -one.sureness
