"""Word sets: what two stretches of words have in common."""

import re
from collections.abc import Collection

WORD = re.compile(r"\w+")

# Words that names have in common without meaning the same one; the scores' definition, so no word may come or go.
_SMALL_WORDS = """
the a an of and or to in on for with by from at as s its it his her their our this that these those he she they we i
"""
SMALL_WORDS = frozenset(_SMALL_WORDS.split())


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, without small ones.

    Example:
        >>> sorted(content_words("The Minister of Water"))
        ['minister', 'water']
    """
    return frozenset(word.lower() for word in WORD.findall(text)) - SMALL_WORDS


def jaccard(one: Collection, other: Collection) -> float:
    """Return how much of two sets is common to both, 0 to 1; an empty set is like no other.

    Example:
        >>> jaccard({1, 2, 3}, {2, 3, 4})
        0.5
    """
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0
