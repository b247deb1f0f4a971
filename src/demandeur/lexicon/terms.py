"""Terms: the words by which somebody sets terms, by the place where they stand; from terms.csv."""

import re
from dataclasses import dataclass
from functools import cache

from demandeur.lexicon.rows import read_rows

SENTENCE, NEXT, NEEDED = "sentence", "next", "needed"
_PLACES = (SENTENCE, NEXT, NEEDED)
_COLUMNS = ("where", "pattern", "asks", "example", "spares", "source")


@dataclass(frozen=True, slots=True)
class Terms:
    """A pattern that sets terms to a yes: in its own sentence, in the next, or there together with a "but".

    ``asks``: what the words behind it name is what is asked for: "if", "in return for". ``example`` is a phrase that it
    finds, ``spares`` one that it leaves, or empty.
    """

    where: str
    pattern: re.Pattern[str]
    asks: bool
    example: str
    spares: str


@cache
def terms(where: str) -> tuple[Terms, ...]:
    """Return the patterns of one of the places.

    Raises:
        LexiconError: for a line whose pattern is none.
    """
    return tuple(entry for entry in all_terms() if entry.where == where)


@cache
def any_terms(where: str) -> re.Pattern[str]:
    """Return all patterns of a place as one, for a first look."""
    return re.compile("|".join(entry.pattern.pattern for entry in terms(where)), re.IGNORECASE)


@cache
def all_terms() -> tuple[Terms, ...]:
    """Return the patterns of all places, in the order of the file."""
    found = []
    for row in read_rows("terms.csv", _COLUMNS, "pattern"):
        pattern = row.pattern("pattern", r"\b(?:{})(?:\b|(?<=,))")
        row.needed("source")
        where, asks = row.one_of("where", _PLACES), row.flag("asks")
        found.append(Terms(where, pattern, asks, row.needed("example"), row.text("spares")))
    return tuple(found)


def sets_terms(words: str, where: str) -> bool:
    """True where the words hold one of a place's patterns."""
    return any_terms(where).search(words) is not None
