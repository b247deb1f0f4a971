"""Leanings: the words that take a side on what they govern, do something to it, or judge it; from stance_words.csv."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from demandeur.lexicon.rows import read_rows

PARTS = ("verb", "noun", "adjective", "adverb", "preposition")
SIDE, DEED, PART, PERSON, JUDGED = "side", "deed", "part", "person", "judge"
OUGHT, SPEAKS = "ought", "speaks"
STRENGTH = {SPEAKS: 0, PART: 0, DEED: 1, JUDGED: 2, OUGHT: 3, SIDE: 4, PERSON: 5}
"""How strongly a word shows a side; two of them are no roles of words: what ought to be, and mere mention."""
ROLES = ("side", "deed", "part", "person", "judge", "end", "harm")


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a word says of what it governs, or of what it is said of: for it (1), against it (−1), neither (0).

    ``role`` tells how: it takes a side (support, oppose), does something to it (launch, block), only takes part in it
    (discuss), is a person with a side (critic), judges it (disaster, crucial), or, in an issue's name, makes it the end
    or the breach of something (repeal, violation) or tells of something whose end is good (violence).
    """

    word: str
    part: str
    role: str
    side: int
    source: str


@cache
def leanings() -> Mapping[tuple[str, str], Leaning]:
    """Return what governs an issue, by (lemma, part of speech): everything but the words of judgement."""
    return MappingProxyType({(e.word, e.part): e for e in _entries() if e.role not in ("judge", "end", "harm")})


@cache
def judgements() -> Mapping[tuple[str, str], Leaning]:
    """Return the words of judgement, by (lemma, part of speech)."""
    return MappingProxyType({(e.word, e.part): e for e in _entries() if e.role == "judge"})


@cache
def _entries() -> tuple[Leaning, ...]:
    found = []
    for row in read_rows("stance_words.csv", ("word", "part", "role", "side", "source"), None):
        side = int(row.one_of("side", ("1", "0", "-1")))
        part, role = row.one_of("part", PARTS), row.one_of("role", ROLES)
        found.append(Leaning(row.needed("word"), part, role, side, row.needed("source")))
    return tuple(found)


@cache
def stems_of(role: str, stem: Callable[[str], str]) -> frozenset[str]:
    """Return the stems of the words of one role, whatever their part of speech."""
    return frozenset(stem(e.word) for e in _entries() if e.role == role)
