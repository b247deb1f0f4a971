"""Leanings: the words that take a side on what they govern, do something to it, or judge it; from stance_words.csv."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from demandeur.lexicon.rows import read_rows

PARTS = ("verb", "noun", "adjective", "adverb", "preposition", "phrase")
SIDE, DEED, PART, PERSON, JUDGED = "side", "deed", "part", "person", "judge"
OUGHT, SPEAKS = "ought", "speaks"
STRENGTH = {SPEAKS: 0, PART: 0, DEED: 1, JUDGED: 2, OUGHT: 3, SIDE: 4, PERSON: 5}
"""How strongly a word shows a side; two of them are no roles of words: what ought to be, and mere mention."""
ROLES = ("side", "deed", "part", "person", "judge", "move", "end", "harm")


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a word says of what it governs, or of what it is said of: for it (1), against it (−1), neither (0).

    ``role`` tells how: it takes a side (support, oppose), does something to it (launch, block), only takes part in it
    (discuss), is a person with a side (critic), judges it (disaster, crucial), moves people (anger,
    delight), or, in an issue's name, makes it the end or the breach of something (repeal, violation) or tells of
    something whose end is good (violence).
    A ``phrase`` is a verb and the words that hang on it one below the other: "pull plug", "put on hold".
    """

    word: str
    part: str
    role: str
    side: int
    source: str


@cache
def leanings() -> Mapping[tuple[str, str], Leaning]:
    """Return what governs an issue, by (lemma, part of speech): everything but the words of judgement."""
    return MappingProxyType({(e.word, e.part): e for e in _entries() if e.role not in ("judge", "move", "end", "harm")})


@cache
def particle_verbs() -> frozenset[str]:
    """Return the verbs that govern an issue together with a particle: "back" for "back off"."""
    return frozenset(word.split()[0] for word, part in leanings() if part == "verb" and " " in word)


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], Leaning], ...]]:
    """Return the verbs that take a side with other words: lemma → those words with the leaning ("pull": "plug")."""
    found: dict[str, list[tuple[tuple[str, ...], Leaning]]] = {}
    for entry in _entries():
        if entry.part == "phrase" and entry.role != "end":
            verb, *others = entry.word.split()
            found.setdefault(verb, []).append((tuple(others), entry))
    return MappingProxyType({verb: tuple(rest) for verb, rest in found.items()})


@cache
def moved() -> Mapping[str, int]:
    """Return the verbs that tell how something moves people: "anger" → −1, "delight" → 1."""
    return MappingProxyType({e.word: e.side for e in _entries() if e.role == "move"})


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
def opposites() -> tuple[tuple[str, str], ...]:
    """Return pairs of words of which one is what the other undoes or shuts out: release, detention."""
    rows = read_rows("opposites.csv", ("word", "opposite", "source"), None)
    return tuple((row.needed("word"), row.needed("opposite")) for row in rows)


@cache
def ending_phrases() -> frozenset[str]:
    """Return the two words that begin an end to something: "call back", "pull out"."""
    return frozenset(e.word for e in _entries() if e.role == "end" and " " in e.word)


@cache
def harms() -> frozenset[str]:
    """Return the words for what is bad in itself: violence, war, tension."""
    return frozenset(e.word for e in _entries() if e.role == "harm")


@cache
def stems_of(role: str, stem: Callable[[str], str]) -> frozenset[str]:
    """Return the stems of the words of one role, whatever their part of speech."""
    return frozenset(stem(e.word) for e in _entries() if e.role == role)
