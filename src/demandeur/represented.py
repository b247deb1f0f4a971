"""Represented: whose side the words of a spokesman, a minister or a lawyer tell besides his own."""

import re
from collections.abc import Iterable, Iterator
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
_SPOKESMAN = re.compile(r"\bspokes|\bpress secretary\b|\bambassador\b|\benvoy\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:\S+ ){0,4}(?:minister|president|premier|chancellor|foreign secretary|secretary of (?:state|defen[cs]e))"
    r"(?: of (?:the )?(?P<state>\S.*))?",
    re.IGNORECASE,
)
"""Offices whose holder speaks for the state; what else may follow than the state is a body's."""
_OTHERS = re.compile(r"\b(?:former|ex-|opposition|shadow|deputy chair)", re.IGNORECASE)
_WHOSE = re.compile(r"(\S.*?)['’]s? ((?:\S+ ){0,3}\S+)")
"""A name such as "Norway's foreign minister"."""
_FOR_WHOM = re.compile(r"\bspokes\w+ (?:for|of) (?:the )?(\S.*)$", re.IGNORECASE)
_LAWYER = re.compile(
    r"(?:(?P<before>.*\w)(?:['’]s)? )?(?:lawyer|attorney|solicitor|counsel)(?: (?:for|of) (?P<after>\w.*))?(?<=\w)"
)


def of_principals(cast: Cast, positions: list[Position], others: Iterable[Position] = ()) -> Iterator[Position]:
    """Yield what spokesmen say as a position of the state or organisation that they speak for, where it has none.

    Args:
        cast: the actors.
        positions: among which are those of spokesmen.
        others: further ones that are known.
    """
    known = {(position.actor_id, position.issue) for position in (*positions, *others)}
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
    state = cast.actors.get(actor.state) if actor.state is not None else None
    if state is not None and not _OTHERS.search(role):
        office = _OFFICE.fullmatch(role)
        in_office = office is not None and (office["state"] is None or office["state"] in (state.name, *state.aliases))
        if _SPOKESMAN.search(role) or (in_office and state.kind == "state"):
            return state.actor_id
    return _principal_in_name(cast, actor.name) if not role and " " in actor.name and not actor.named else None


def _principal_in_name(cast: Cast, name: str) -> str | None:
    """Return X of an actor known as "a spokesman for X" or "X's foreign minister"."""
    spoken_for, owned = _FOR_WHOM.search(name), _WHOSE.fullmatch(name)
    whose = spoken_for[1] if spoken_for is not None else None
    if owned is not None and not _OTHERS.search(name) and (_OFFICE.fullmatch(owned[2]) or _SPOKESMAN.search(owned[2])):
        whose = owned[1]
    return next((a.actor_id for a in cast.actors.values() if whose in (a.name, *a.aliases)), None)
