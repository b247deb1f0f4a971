"""Confidence: how often acts like this one were right in annotated texts.

``lexicon/act_confidence.csv`` counts, over texts that were annotated by others, the acts that were found and those of
them with the right kind, issuer and addressee. The counts are by cell: is the text one actor's own words (a speech, a
resolution) or news, which kind of act is it, is its addressee an actor, only described, or open, and which rule found
it. Cells are small, so each share leans on that of the group around it:

    p(group) = (right + 5 · p(group around it)) / (n + 5)

from all acts, where the group around is 1/2, to those in the same kind of text, of the same kind of act, with the same
addressee, by the same rule. A group without counts has the share of the one around it. This is the posterior mean
under the prior Beta(5p, 5(1 − p)), p being the share around: the group around counts like five acts (A. Gelman et al.,
Bayesian Data Analysis, 3rd edition, section 2.4). Of the weights 2 to 20, five gave texts that were left out of the
counts the highest likelihood.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from demandeur.lexicon.rows import read_rows

FILE = "act_confidence.csv"
COLUMNS = ("text", "act", "addressee", "rule", "n", "right", "source")
WEIGHT = 5
IN_VIEW = "in view"
WORTH_IN_VIEW = 0.9
"""What a right act counts in a text in view while rules were made (fitted on 169 acts of 115 texts kept apart)."""

Cell = tuple[str, str, str, str]
"""Values of ``text``, ``act``, ``addressee`` and ``rule``."""


def cell_of(
    *, act: str, rule: str, addressees: Iterable[str], addressee_text: str | None, speaker: object = None
) -> Cell:
    """Return the cell of an act; ``speaker`` is that of the whole text, where it has one.

    Example:
        >>> cell_of(act="OFFER", rule="act.object", addressees=[], addressee_text="all parties")
        ('news', 'OFFER', 'described', 'act.object')
    """
    addressee = "actor" if list(addressees) else "described" if addressee_text else "open"
    return ("news" if speaker is None else "speech", act, addressee, rule)


class Shares:
    """The share of right acts in every group of cells.

    Example:
        >>> shares = Shares({("news", "OFFER", "open", "act.object"): (10, 9)})
        >>> shares.confidence(("news", "OFFER", "open", "act.object"))
        0.9
        >>> shares.confidence(("speech", "REJECT", "open", "act.object"))
        0.77
    """

    def __init__(self, cells: Mapping[Cell, tuple[int, float]]) -> None:
        self._made: Counter = Counter()
        self._right: Counter = Counter()
        for cell, (made, right) in cells.items():
            for length in range(len(cell) + 1):
                self._made[cell[:length]] += made
                self._right[cell[:length]] += right

    def confidence(self, cell: Cell) -> float:
        """Return the share of right acts among those like this one, 0 to 1, in two digits."""
        share = 0.5
        for length in range(len(cell) + 1):
            group = cell[:length]
            share = (self._right[group] + WEIGHT * share) / (self._made[group] + WEIGHT)
        return round(share, 2)


@cache
def shares() -> Shares:
    """Return the shares that the lexicon's counts give."""
    cells = {}
    for row in read_rows(FILE, COLUMNS, None):
        cell = (row.needed("text"), row.needed("act"), row.needed("addressee"), row.needed("rule"))
        worth = WORTH_IN_VIEW if row.text("source") == IN_VIEW else 1.0
        cells[cell] = (_number(row, "n"), worth * _number(row, "right"))
    return Shares(cells)


def _number(row, column: str) -> int:
    if not row.text(column).isdecimal():
        raise row.error(f"{column} is '{row.text(column)}', expected a number of acts")
    return int(row.text(column))
