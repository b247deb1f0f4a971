"""Issue words: the words of an issue and its keywords, by their stems, and which side of the issue a keyword names.

A keyword may name the opposite of its issue: "annexation" where the issue is territorial integrity, "detention" where
it is a release.
"""

import re
from functools import cache, lru_cache

from demandeur.lexicon import leanings

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENDINGS = tuple("ations ation aments ament ments ment ions ion ings ing ers er ors or ed es s al e".split())
_LEAST_STEM = 3
_KEPT = ("endors", "repeal", "reveal", "revers", "tension", "banner", "banal", "terror")
"""Beginnings that are no ends of words: "endorse" is no end."""
_NEGATIONS = {"no", "not", "never", "cannot"}
_UNDOING = ("de", "dis", "un", "non", "in", "il", "im")
_PREPOSITIONS = set("of on for to in with from at by into over against through as that".split())
_STOP = set(
    "the a an of and or to in on for with by from at as s its his her their our this that these those it he she they "
    "we i be is are was were not no more most all any up out into over under than u us mr ms own such".split()
)


def stems(text: str) -> list[str]:
    """Return the stems of the words that say something, in order."""
    words = [match.group().lower() for match in _WORD.finditer(text)]
    return [stem(word) for word in words if word not in _STOP]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the beginning that a word shares with its other forms; it need not be a word.

    Example:
        >>> stem("banning"), stem("banned"), stem("bans"), stem("enlargement"), stem("enlarge")
        ('ban', 'ban', 'ban', 'enlarg', 'enlarg')
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    kept = next((beginning for beginning in _KEPT if word.startswith(beginning)), None)
    if kept is not None:
        return kept
    for _ in range(2):  # "repealing", "repeal"
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
                word = word[: -len(ending)]
                break
    word = word[:-1] if len(word) > _LEAST_STEM and word[-1] == "e" else word
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] == word[-2] else word


@lru_cache(maxsize=4096)
def sign(issue: str, words: str) -> int:
    """Return −1 where the words name the opposite of the issue: one of the two ends or prevents, the other doesn't."""
    named, said = ends(issue), ends(words)
    if _undoes(frozenset(stems(issue)), frozenset(stems(words))):
        return 1 if said else -1  # "lay down their arms" where it is disarmament
    if opposed(frozenset(stems(issue)), frozenset(stems(words))) or _undoes(
        frozenset(stems(words)), frozenset(stems(issue))
    ):
        return 1 if _negates(issue) != _negates(words) else -1
    if named == said:
        return 1
    if named:  # "sanctions" where the issue is "ending the sanctions"; "violence" where it is a truce
        return -1 if _is_what_ends(issue, words) or is_harm(words) else 1
    if stems(words)[:1] and stems(words)[0] in stems(issue):
        return 1  # "barring sales" where the issue is "checks and barring sales"
    return -1 if not is_harm(words) or is_harm(issue) else 1


def _is_what_ends(issue: str, words: str) -> bool:
    """True for "the measures", "coercive measures" where the issue is "lifting the measures".

    Of "disarmament and dialogue" only the part that is an end counts.
    """
    said = set(stems(words))
    for part in issue.split(" and "):
        inside = set(stems(part))
        if said <= inside or (part == issue and head_stem(words) in inside and len(said - inside) == 1):
            return ends(part)
    return False


def _undoes(issue: frozenset[str], words: frozenset[str]) -> bool:
    """True where the issue holds a word for undoing what the words name: disarmament, arms."""
    return any(f"{undoing}{word}" in issue - words for undoing in _UNDOING for word in words - issue)


def opposed(issue: frozenset[str], words: frozenset[str]) -> bool:
    """True where the words hold the opposite of a word of the issue, by stems, and not that word: detention, release.

    Example:
        >>> opposed(frozenset(stems("the release of the crew")), frozenset(stems("unlawful detention")))
        True
    """
    pairs = [(stem(one), stem(other)) for one, other in leanings.opposites()]
    return any(
        here in issue - words and there in words - issue
        for one, other in pairs
        for here, there in ((one, other), (other, one))
    )


def ends(words: str) -> bool:
    """True for words whose first or main one is an end to something, a refusal of it, a "non-" or "anti-".

    Example:
        >>> ends("call back its troops"), ends("the repeal of the levy"), ends("the levy")
        (True, True, False)
    """
    said = [match.group().lower() for match in _WORD.finditer(words)]
    content = [word for word in said if word not in _STOP]
    if not content:
        return False
    if _negates(words) or " ".join([stem(said[0]), *said[1:2]]) in _ending_phrases():
        return True
    if any(word.startswith(("anti-", "non-")) and not is_harm(word[4:]) for word in content):
        return True
    if content[0].startswith("de-") and is_harm(content[0][3:]):
        return True  # "de-escalation"
    endings = leanings.stems_of("end", stem)
    if stem(content[0]) in endings or head_stem(words) in endings:
        return True
    return len(content) > 1 and content[1].endswith("ing") and stem(content[1]) in endings  # "Chad leaving the pact"


@cache
def _ending_phrases() -> frozenset[str]:
    """Return the beginnings of an end: "phas out" for "phase out", "phasing out"."""
    pairs = [phrase.split() for phrase in leanings.ending_phrases()]
    return frozenset(f"{stem(verb)} {particle}" for verb, particle in pairs)


def _negates(words: str) -> bool:
    """True for "never again", "without a vote"; not for what only comes without something: "jail without trial"."""
    said = [match.group().lower() for match in _WORD.finditer(words)]
    return said[:1] == ["without"] or any(word in _NEGATIONS for word in said)


def is_harm(words: str) -> bool:
    """True for words that speak of something whose end is good: violence, war, tension."""
    harms = leanings.stems_of("harm", stem)
    return any(stem(match.group()) in harms for match in _WORD.finditer(words))


def head_stem(keyword: str) -> str:
    """Return the stem of a keyword's main word: the first where that is a deed ("releasing …"), else the noun's."""
    words = [match.group().lower() for match in _WORD.finditer(keyword)]
    if words[0].endswith("ing"):
        return stem(words[0])
    before = []
    for word in words:
        if word in _PREPOSITIONS and before:
            break
        before.append(word)
    kept = [word for word in before if word not in _STOP] or words
    return stem(kept[-1])
