"""Likeness: whether two contents speak of the same thing, by the telling words they share."""

import re

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 6  # letters of a word that count: "apologise" and "apology" are one
_COMMON = frozenset(
    "the and for that this with its his her their our from into any all will not but who are was has have been more "
    "than".split()
)
LIGHT = frozenset(
    "your would you they she him them there can could should must may might do does did make take put get let go come "
    "be".split()
)
"""Words that tell a thing in an answer ("refused to give any figures") but nothing in any other sentence."""


def alike(one: str, other: str, *, beyond: frozenset[str] = frozenset()) -> bool:
    """True when two contents share a telling word, or a word's beginning.

    Args:
        one: the words of a content.
        other: the words of another.
        beyond: words that don't tell either, on top of the commonest.

    Example:
        >>> alike("pay for the nets", "any such payment"), alike("free the crew", "free the ports", beyond={"free"})
        (True, False)
    """
    first, second = _telling(one, beyond), _telling(other, beyond)
    return any(a.startswith(b) or b.startswith(a) for a in first for b in second)


def share_alike(one: str, other: str, *, beyond: frozenset[str] = frozenset()) -> float:
    """Return which share of the telling words of the shorter of two contents the other has too, 0 to 1.

    Example:
        >>> share_alike("free the crew at once", "the crew be freed", beyond=LIGHT)
        1.0
    """
    first, second = sorted((_telling(one, beyond), _telling(other, beyond)), key=len)
    shared = [a for a in first if any(a.startswith(b) or b.startswith(a) for b in second)]
    return len(shared) / len(first) if first else 0.0


def _telling(text: str, beyond: frozenset[str]) -> set[str]:
    words = {word.lower() for word in _WORD.findall(text)}
    return {word[:_LONGEST] for word in words - _COMMON - beyond}
