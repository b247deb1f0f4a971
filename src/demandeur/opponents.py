"""Opponents: to whom an act is directed that names nobody and answers nothing the article has told.

Who deals with somebody in one sentence deals with him in the next: the other party is the one whom the act's issuer
addressed, or who addressed it, in the acts around, the nearest first.
"""

from demandeur.act import Act
from demandeur.cast import Cast

_DIRECTED = ("REJECT", "ACCEPT", "OFFER", "THREATEN")
_DEALING = ("REQUEST", "OFFER", "REJECT", "ACCEPT", "THREATEN", "ACCUSE")
_BEFORE = 6
_BEHIND = 3  # a headline's addressee stands in the sentences below
_NEAR = 1000  # code points
_BEHIND_COSTS = 400
"""How much nearer, in code points, an act behind must be than one before."""


def face(acts: list[Act], cast: Cast) -> None:
    """Give the acts that still have no addressee the other party of the acts around them.

    Args:
        acts: the acts in reading order, those with an occasion directed already.
        cast: the article's actors.
    """
    known = [act.addressees for act in acts]
    for number, act in enumerate(acts):
        if act.act not in _DIRECTED or act.realis == "hypothetical" or act.negated or not _is_open(act, cast):
            continue
        found = _other_party(acts, known, number, cast)
        if found:
            act.addressees, act.guessed = found, True


def _is_open(act: Act, cast: Cast) -> bool:
    """True for an act without addressee, whose own words name nobody either."""
    return bool(act.issuers) and not act.addressees and act.addressee_text is None


def _other_party(acts: list[Act], known: list[tuple[str, ...]], number: int, cast: Cast) -> tuple[str, ...]:
    act = acts[number]
    own = cast.with_states(act.issuers)
    best: tuple[int, tuple[str, ...]] | None = None
    for place in range(max(0, number - _BEFORE), min(len(acts), number + _BEHIND + 1)):
        other = acts[place]
        if place == number or other.act not in _DEALING:
            continue
        away = abs(other.trigger[0] - act.trigger[0]) + (_BEHIND_COSTS if place > number else 0)
        party = _party(other, known[place], own, cast)
        if party and away < _NEAR and (best is None or away < best[0]):
            best = (away, party)
    return best[1] if best is not None else ()


def _party(other: Act, addressees: tuple[str, ...], own: set[str], cast: Cast) -> tuple[str, ...]:
    """Return the one with whom the act's issuers deal in another act."""
    if set(other.issuers) & own or cast.with_states(other.issuers) & own:
        return tuple(a for a in addressees if not {a} & own and cast.actors[a].named)
    if set(addressees) & own or cast.with_states(addressees) & own:
        return tuple(a for a in other.issuers if a not in own)
    return ()
