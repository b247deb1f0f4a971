"""Reply turns: the turns of phrase by which an article tells that somebody said yes or no, from reply_turns.csv."""

import re
from dataclasses import dataclass
from functools import cache

from demandeur.lexicon.rows import read_rows

_COLUMNS = ("answer", "verbs", "pattern", "example", "spares", "source")
_ACTS = {"accept": "ACCEPT", "reject": "REJECT"}
_BETWEEN = r"(?:(?:has|have|had|is|was|will|would|also|again|still|simply|then|just|at once|soon|later|\w+ly) ){0,3}"
"""What may stand before the turn: no "not"."""


@dataclass(frozen=True, slots=True)
class ReplyTurn:
    """A pattern of a predicate, from its first word, with one that it finds and one that it leaves.

    ``verbs`` are the lemmas of which one is the predicate's verb.
    """

    act: str
    verbs: tuple[str, ...]
    pattern: re.Pattern[str]
    example: str
    spares: str


@cache
def reply_turns() -> tuple[ReplyTurn, ...]:
    """Return the turns in the order of the file.

    Raises:
        LexiconError: for a line whose pattern is no regular expression.
    """
    found = []
    for row in read_rows("reply_turns.csv", _COLUMNS, "pattern"):
        pattern = row.pattern("pattern", _BETWEEN + r"(?:{})(?!\w)")
        row.needed("source")
        act = _ACTS[row.one_of("answer", tuple(_ACTS))]
        found.append(ReplyTurn(act, row.several("verbs"), pattern, row.needed("example"), row.text("spares")))
    return tuple(found)


@cache
def _by_verb() -> dict[str, list[ReplyTurn]]:
    """Return the turns by the lemmas of their verbs."""
    found: dict[str, list[ReplyTurn]] = {}
    for turn in reply_turns():
        for verb in turn.verbs:
            found.setdefault(verb, []).append(turn)
    return found


def turns_with(lemma: str) -> bool:
    """True for the lemma of a verb with which some turn is made."""
    return lemma in _by_verb()


def answer_of(lemma: str, predicate: str) -> tuple[str | None, int]:
    """Return the act that a predicate's beginning makes, ACCEPT or REJECT, with where the turn ends; else None, 0.

    Args:
        lemma: the predicate's verb.
        predicate: its text, from the first auxiliary on.

    Example:
        >>> answer_of("hear", "would hear nothing of it, she said"), answer_of("leave", "left")
        (('REJECT', 24), (None, 0))
    """
    for turn in _by_verb().get(lemma, ()):
        match = turn.pattern.match(predicate)
        if match is not None:
            return turn.act, match.end()
    return None, 0
