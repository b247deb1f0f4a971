"""Position: one piece of evidence for a stance, as the stops that find and sum up positions hand it on."""

from dataclasses import dataclass

from demandeur.act import Act
from demandeur.statement import Span, Statement


@dataclass(frozen=True, slots=True)
class Position:
    """The side of an actor on an issue at one place, with the words that show it.

    ``score`` is the side, −1 against to 1 for, times the weight of what shows it.
    """

    actor_id: str
    issue: str
    score: float
    conditional: bool
    rule: str
    cue: Span
    evidence: Span
    act: Act | None = None
    statement: Statement | None = None
