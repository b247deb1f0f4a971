"""Opponents: to whom an act is directed that names nobody and answers nothing the article has told.

Who deals with somebody in one sentence deals with him in the next: the other party is the one whom the act's issuer
addressed, or who addressed it, in the acts around, the nearest first.
"""

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.floor import TURN
from demandeur.grammar import children
from demandeur.prospects import is_hostile_deed
from demandeur.unsided import SAYING

_DIRECTED = ("REJECT", "ACCEPT", "OFFER", "THREATEN")
_DEALING = ("REQUEST", "OFFER", "REJECT", "ACCEPT", "THREATEN", "ACCUSE")
_BEFORE = 8
_BEHIND = 6  # a headline's addressee stands in the sentences below
_ANSWERING = {"discuss", "answer"}
"""What the other party has asked for who is refused it."""
_PRONOUNS = {"you", "him", "her", "them", "us"}
_WHERE = {"at", "in", "on", "over", "of"}
_NEAR_DONOR = 500  # code points
_NEAR = 1500  # code points
_BEHIND_COSTS = 400
"""How much nearer, in code points, an act behind must be than one before."""


def face(acts: list[Act], cast: Cast) -> None:
    """Give the acts that still have no addressee the other party of the acts around them.

    Args:
        acts: the acts in reading order, those with an occasion directed already.
        cast: the article's actors.
    """
    known = [act.addressees for act in acts]
    dealing = cast.with_states(a for act in acts for a in (*act.issuers, *(() if act.guessed else act.addressees)))
    known = [tuple(a for a in addressees if a in dealing) for addressees in known]
    for number, act in enumerate(acts):
        if act.act not in _DIRECTED or act.negated or not _is_open(act, cast, dealing):
            continue
        found = _hearers(act) or _other_party(acts, known, number, cast)
        if found:
            act.addressees, act.guessed = found, True


def _hearers(act: Act) -> tuple[str, ...]:
    """Return to whom the act's words are spoken, in a transcript."""
    statement = act.statement
    is_own = statement is not None and statement.rule == TURN and set(statement.speakers) == set(act.issuers)
    return tuple(a for a in statement.addressees if a not in act.issuers) if is_own else ()


def _is_open(act: Act, cast: Cast, dealing: set[str]) -> bool:
    """True for an act whose own words name nobody, or only a place or a thing that never deals with anybody.

    A court decides; it is nobody's other party.
    """
    if not act.issuers or _spares(act) or any(cast.actors[a].sector == "JUD" for a in act.issuers):
        return False
    if not act.addressees:
        return (act.addressee_text or "you").lower() in _PRONOUNS or act.act == "THREATEN"
    is_place = act.addressee is not None and act.addressee.dep_ == "pobj" and act.addressee.head.lower_ in _WHERE
    return act.guessed and is_place and not set(act.addressees) & dealing


def _spares(act: Act) -> bool:
    """True for "refused to attack X", who has asked for nothing, and for "declined to explain it", whoever asked."""
    inner = children(act.token, "xcomp") if act.act == "REJECT" else []
    return any(is_hostile_deed(verb) or verb.lemma_ in SAYING - _ANSWERING for verb in inner)


def _side(act: Act, cast: Cast) -> set[str]:
    """Return the act's issuers and the states that a person among them may stand for; a union is no state's voice."""
    people = [a for a in act.issuers if cast.actors[a].kind == "person" or cast.actors[a].sector == "GOV"]
    return set(act.issuers) | cast.with_states(people)


def _other_party(acts: list[Act], known: list[tuple[str, ...]], number: int, cast: Cast) -> tuple[str, ...]:
    act = acts[number]
    own = _side(act, cast)
    best: tuple[int, tuple[str, ...]] | None = None
    for place in range(max(0, number - _BEFORE), min(len(acts), number + _BEHIND + 1)):
        other = acts[place]
        if place == number or other.act not in _DEALING:
            continue
        away = abs(other.trigger[0] - act.trigger[0]) + (_BEHIND_COSTS if place > number else 0)
        party = _party(other, known[place], own, cast)
        if party and away < _NEAR and (best is None or away < best[0]):
            best = (away, party)
    if best is None and act.act == "OFFER":
        return _fellow_recipients(acts[:number], act, own)
    return best[1] if best is not None else ()


def _fellow_recipients(earlier: list[Act], act: Act, own: set[str]) -> tuple[str, ...]:
    """Return to whom somebody else has just offered something: donors promise one after the other."""
    for other in reversed(earlier):
        near = act.trigger[0] - other.trigger[0] < _NEAR_DONOR
        if near and other.act == "OFFER" and not other.negated and other.addressees and not set(other.issuers) & own:
            return tuple(a for a in other.addressees if a not in own)
    return ()


def _party(other: Act, addressees: tuple[str, ...], own: set[str], cast: Cast) -> tuple[str, ...]:
    """Return the one with whom the act's issuers deal in another act."""
    if set(other.issuers) & own or cast.with_states(other.issuers) & own:
        return tuple(a for a in addressees if not {a} & own and cast.actors[a].named)
    if set(addressees) & own or cast.with_states(addressees) & own:
        return tuple(a for a in other.issuers if a not in own)
    return ()
