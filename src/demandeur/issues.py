"""Issues: what a demand, an answer or a sentence is about.

The lexicon's issues (``lexicon/issues.toml``) or the reader's own, name → keywords. A keyword that ends in ``*``
matches the beginning of a word; case never counts.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from demandeur.lexicon import speech

_GENERIC = re.compile(
    r"\b(?:agreements?|deals?|proposals?|plans?|offers?|terms|conditions?|accords?|pacts?|ultimatums?|demands?|calls?|"
    r"requests?|appeals?|ideas?|steps?|moves?|suggestions?|such|it|this|that|so|reciprocate)\b",
    re.IGNORECASE,
)


class Issues:
    """A set of issues, in order of precedence."""

    def __init__(self, keywords: Mapping[str, Sequence[str]]) -> None:
        self.names = tuple(keywords)
        self._patterns = [(name, _pattern(tuple(words))) for name, words in keywords.items() if words]

    @classmethod
    def of_lexicon(cls) -> "Issues":
        """Return the lexicon's issues."""
        return cls({name: issue.keywords for name, issue in speech.issues().items()})

    def find(self, text: str) -> str | None:
        """Return the issue that the text mentions: the first in order of precedence.

        Example:
            >>> Issues({"ceasefire": ["truce*"], "talks": ["talks"]}).find("Talks about a truce")
            'ceasefire'
        """
        for name, pattern in self._patterns:
            if pattern.search(text):
                return name
        return None


def is_generic(text: str) -> bool:
    """True for words that point to an issue named elsewhere: "any agreement", "the proposal", "reciprocate"."""
    return _GENERIC.search(text) is not None


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = []
    for word in words:
        parts.append(r"\s+".join(_part(piece) for piece in word.split()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)


def _part(piece: str) -> str:
    if piece == "*":
        return r"\w+"
    if piece.endswith("*"):
        return re.escape(piece[:-1]) + r"\w*"
    return re.escape(piece) + r"(?!\w)"
