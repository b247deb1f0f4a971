"""Terms: the words by which somebody sets terms, as one pattern for each place where they stand; from terms.csv."""

import re
from functools import cache

from demandeur.lexicon.rows import read_rows

SENTENCE, NEXT, NEEDED = "sentence", "next", "needed"
_PLACES = (SENTENCE, NEXT, NEEDED)


@cache
def terms(where: str) -> re.Pattern[str]:
    """Return what sets terms to a yes in its own sentence, in the next, or there together with a "but".

    Raises:
        LexiconError: for a line that is no pattern, or whose pattern doesn't find its example.
    """
    found = []
    for row in read_rows("terms.csv", ("where", "pattern", "example", "source"), "pattern"):
        try:
            pattern = re.compile(_whole(row.needed("pattern")), re.IGNORECASE)
        except re.error as error:
            raise row.error(f"pattern is no regular expression: {error}") from error
        if pattern.search(row.needed("example")) is None:
            raise row.error("pattern does not find its example")
        row.needed("source")
        if row.one_of("where", _PLACES) == where:
            found.append(row.text("pattern"))
    return re.compile(_whole("|".join(found)), re.IGNORECASE)


def _whole(pattern: str) -> str:
    """Return a pattern that begins and ends with a word, or behind a comma."""
    return rf"\b(?:{pattern})(?:\b|(?<=,))"
