"""Issues: what a demand, an answer or a sentence is about.

The lexicon's issues (``lexicon/issues.toml``), the article's (``demandeur.contested``) or the reader's own, name →
keywords. A keyword that ends in ``*`` matches the beginning of a word; case never counts.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from demandeur.lexicon import speech

_THINGS = (
    r"(?:agreements?|deals?|proposals?|plans?|offers?|terms|conditions?|accords?|pacts?|ultimatums?|demands?|calls?|"
    r"requests?|appeals?|ideas?|steps?|moves?|suggestions?|overtures?|gestures?|invitations?|initiatives?|"
    r"opportunit(?:y|ies))"
)
"""What an answer calls the thing that it answers."""
_GENERIC = re.compile(rf"\b(?:{_THINGS}|these|those|such|it|this|that|so|reciprocate)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:(?:the|any|both|his|her|its|their|our|my|your|no|[\w’']+[’']s)\s+(?:[\w-]+\s+)?"
    rf"{_THINGS}\b(?!\s+(?:to|of|for|that)\b)"
    r"|(?:it|this|that|these|those|such|them|either|neither|both)\b|.*\b(?:do|doing|done) so$)",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"(?:even )?(?:consider|do|doing|accept|entertain|contemplate|comply|respond|answer|oblige)", re.IGNORECASE
)
_HAND = re.compile(
    r"\b(?:(?:outstretched|extended) hand|hand (?:being |that was )?extended|olive branch)\b", re.IGNORECASE
)


class Issues:
    """A set of issues, in order of precedence."""

    def __init__(self, keywords: Mapping[str, Sequence[str]], *, are_the_readers: bool = True) -> None:
        self.names = tuple(keywords)
        self.keywords = {name: tuple(words) for name, words in keywords.items()}
        self.are_the_readers = are_the_readers
        self._patterns = [(name, _pattern(tuple(words))) for name, words in keywords.items() if words]
        self._any = _any_of(tuple(word for words in keywords.values() for word in words))

    @classmethod
    def of_lexicon(cls) -> "Issues":
        """Return the lexicon's issues."""
        keywords = {name: issue.keywords for name, issue in speech.issues().items()}
        return cls(keywords, are_the_readers=False)

    def find(self, text: str) -> str | None:
        """Return the issue that the text mentions: the first in order of precedence.

        Example:
            >>> Issues({"ceasefire": ["truce*"], "talks": ["talks"]}).find("Talks about a truce")
            'ceasefire'
        """
        places = self._places(text)
        for name, pattern in self._patterns if places else ():
            if any(pattern.match(text, place) for place in places):
                return name
        return None

    def find_all(self, text: str) -> list[tuple[str, int, int]]:
        """Return every place that mentions an issue, as (issue, start, end), issue by issue.

        Example:
            >>> Issues({"ceasefire": ["truce*"], "talks": ["talks"]}).find_all("Talks about a truce")
            [('ceasefire', 14, 19), ('talks', 0, 5)]
        """
        found = []
        places = self._places(text)
        for name, pattern in self._patterns:
            behind = 0
            for place in places:
                match = pattern.match(text, place) if place >= behind else None
                if match is not None:
                    found.append((name, *match.span()))
                    behind = match.end()
        return found

    def _places(self, text: str) -> list[int]:
        """Return where some keyword begins: one look through the text for all issues, where each would take its own."""
        return [match.start() for match in self._any.finditer(text)]


def is_generic(text: str) -> bool:
    """True for words that point to an issue named elsewhere: "any agreement", "the proposal", "reciprocate"."""
    return _GENERIC.search(text) is not None


def points_back(text: str) -> bool:
    """True for words that only point to what was spoken of before: "the idea", "those days", "such a ban", "it".

    Example:
        >>> points_back("the proposal"), points_back("the proposal to merge"), points_back("a ban")
        (True, False, False)
    """
    said = text.strip()
    return bool(_POINTING.match(said) or _HAND.search(said) or _ANSWERING.fullmatch(said))


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_parts, words))})", re.IGNORECASE)


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of no width for where any of the words begins; those of one first letter are tried together."""
    by_letter: dict[str, list[str]] = {}
    for parts in map(_parts, words):
        letter = parts[0] if parts[:1].isalpha() else ""
        by_letter.setdefault(letter, []).append(parts.removeprefix(letter))
    groups = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
    return re.compile(rf"(?<!\w)(?={'|'.join(groups)})", re.IGNORECASE)


def _parts(word: str) -> str:
    return r"\s+".join(_part(piece) for piece in word.split())


def _part(piece: str) -> str:
    if piece == "*":
        return r"\w+"
    if piece.endswith("*"):
        return re.escape(piece[:-1]) + r"\w*"
    return re.escape(piece) + r"(?!\w)"
