"""Demands: counts of how well the demands of one article were found.

A gold demand is found when a predicted one stands at the same place or has most of its words. Of those found: are its
issuers, its addressees, its status the gold's, and are at least half of the words of both contents common? Gold rows
that are not sure neither help nor hurt.
"""

from collections import Counter

from demandeur.evaluation.comparison import Comparison
from demandeur.evaluation.gold import row_key

PARTS = {"issuers": "issuer", "addressees": "addressee", "words": "content", "status": "status"}
"""What of a demand can be right, by the name that a comparison has for it, and what it is called in the scores."""


def count_demands(comparison: Comparison) -> Counter:
    """Return the counts of one article: gold, predicted, found, each part of ``PARTS`` that is right, and all four."""
    rows, pairs = comparison.gold["demands"], comparison.pairs["demands"]
    unsure = [number for number in pairs if not rows[number]["sure"]]
    count = Counter({"predicted": len(comparison.found["demands"]) - len(unsure)})
    for number, row in enumerate(rows):
        if not row["sure"]:
            continue
        count["gold"] += 1
        if number in pairs:
            wrong = comparison.wrong_columns("demands", row_key("demands", row))
            count["found"] += 1
            count.update(part for name, part in PARTS.items() if name not in wrong)
            count["all four"] += not wrong
    return count
