"""Reply turns: the turns of phrase by which an article tells that somebody said yes or no, from reply_turns.csv."""

import re
from dataclasses import dataclass
from functools import cache

from demandeur.lexicon.rows import read_rows

_COLUMNS = ("answer", "pattern", "example", "spares", "source")
_ACTS = {"accept": "ACCEPT", "reject": "REJECT"}
_BETWEEN = r"(?:(?:has|have|had|is|was|will|would|also|again|still|simply|then|just|at once|soon|later|\w+ly) ){0,3}"
"""What may stand before the turn: no "not"."""


@dataclass(frozen=True, slots=True)
class ReplyTurn:
    """A pattern of a predicate, from its first word, with one that it finds and one that it leaves."""

    act: str
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
        try:
            pattern = re.compile(rf"{_BETWEEN}(?:{row.text('pattern')})(?!\w)", re.IGNORECASE)
        except re.error as error:
            raise row.error(f"pattern is no regular expression: {error}") from error
        row.needed("source")
        act = _ACTS[row.one_of("answer", tuple(_ACTS))]
        found.append(ReplyTurn(act, pattern, row.needed("example"), row.text("spares")))
    return tuple(found)


@cache
def _any_turn() -> re.Pattern[str]:
    """Return all turns as one pattern, for a first look."""
    turns = "|".join(row.text("pattern") for row in read_rows("reply_turns.csv", _COLUMNS, "pattern"))
    return re.compile(rf"{_BETWEEN}(?:{turns})(?!\w)", re.IGNORECASE)


def answer_of(predicate: str) -> tuple[str | None, int]:
    """Return the act that a predicate's beginning makes, ACCEPT or REJECT, with where the turn ends; else None, 0.

    Example:
        >>> answer_of("would hear nothing of it, she said"), answer_of("left")
        (('REJECT', 24), (None, 0))
    """
    if _any_turn().match(predicate) is None:
        return None, 0
    for turn in reply_turns():
        match = turn.pattern.match(predicate)
        if match is not None:
            return turn.act, match.end()
    return None, 0
