"""Represented: whose side the words of a spokesman, a minister or a lawyer tell besides his own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from demandeur.cast import Cast
from demandeur.position import Position
from demandeur.rules import declare
from demandeur.stance_weights import rule_weight

PRINCIPAL = declare(
    "position.principal",
    "whom a spokesman, minister or lawyer speaks for: his side is theirs",
    catches=(
        "“We oppose the sanctions,” Norwegian spokesman Ivo Marrow said.",
        "The Norwegian foreign minister, Ivo Marrow, opposes the sanctions.",
        "Ana Reyl left. “The sanctions are illegal,” Ivo Marrow, a lawyer for Reyl, said.",
    ),
    spares=("“We oppose the sanctions,” Norwegian author Ivo Marrow said.",),
)
_SPOKESMAN = re.compile(
    r"^(?!.*\b(?:former|ex-|shadow|opposition)).*\b(?:spokes\w+|press secretary|ambassador|envoy|representative|"
    r"delegate|negotiator|minister|president|premier|chancellor|secretary of|foreign secretary|government)\b",
    re.IGNORECASE,
)
_SPEAKING = re.compile(r"\bspokes|\bpress secretary\b|\brepresentative\b", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\bspokes\w+ (?:for|of) (?:the )?(\S.*)$", re.IGNORECASE)
_LAWYER = re.compile(
    r"(?:(?P<before>.*\w)(?:['’]s)? )?(?:lawyer|attorney|solicitor|counsel)(?: (?:for|of) (?P<after>\w.*))?(?<=\w)"
)


def of_principals(cast: Cast, positions: list[Position]) -> Iterator[Position]:
    """Yield what spokesmen say as a position of the state or organisation that they speak for, where it has none."""
    known = {(position.actor_id, position.issue) for position in positions}
    for position in positions:
        whose = _principal(cast, position.actor_id)
        if whose is not None and (whose, position.issue) not in known:
            score = round(position.score * rule_weight(PRINCIPAL), 3)
            yield replace(position, actor_id=whose, score=score, rule=PRINCIPAL)


def _principal(cast: Cast, actor_id: str) -> str | None:
    """Return for whom an actor speaks: a spokesman's state or organisation, a lawyer's client."""
    actor = cast.actors[actor_id]
    role = actor.role or ""
    client = _LAWYER.fullmatch(role)
    if client is not None and (client["before"] or client["after"]):
        last = (client["before"] or client["after"]).split()[-1]
        return next((a.actor_id for a in cast.actors.values() if a.name.split()[-1] == last and a != actor), None)
    if _SPOKESMAN.search(role):
        whose = cast.actors.get(actor.state) if actor.state is not None else None
        return actor.state if whose is not None and (whose.kind == "state" or _SPEAKING.search(role)) else None
    whose = _FOR_WHOM.search(actor.name) if not role else None  # "a spokesman for the Norwegian government"
    return next((a.actor_id for a in cast.actors.values() if whose and whose[1] in (a.name, *a.aliases)), None)
