"""Answers: what the one asked, or someone who speaks for it, did about each demand in the same article."""

import re
from dataclasses import dataclass, field

from demandeur.acts import Act
from demandeur.cast import Cast
from demandeur.issues import is_generic

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = set("the and for that this with its his her their our from into any all will not but who are was has have been more than".split())
_STATUS = {"ACCEPT": "accepted", "CONCEDE": "accepted", "REJECT": "rejected", "OFFER": "conditional"}


@dataclass(slots=True)
class Demand:
    """A request with the acts that answer it; ``status`` is accepted, conditional, rejected or unanswered."""

    demand_id: str
    act: Act
    answers: list[Act] = field(default_factory=list)
    status: str = "unanswered"


def find_answers(acts: list[Act], cast: Cast, texts: dict[str, str]) -> list[Demand]:
    """Return the demands, numbered in reading order, each with its answers.

    An act answers a demand when the one asked performs it (or, where nobody is named, any actor but those who ask
    alone), it stands behind the demand, and it is about the same thing: the same issue, shared words, or a word like
    "the proposal" for it.

    Args:
        acts: all acts of the article.
        cast: its actors.
        texts: act_id → the content's words.
    """
    demands = [Demand("", act) for act in acts if act.act == "REQUEST" and not act.negated]
    for number, demand in enumerate(demands, start=1):
        demand.demand_id = f"D{number}"
        for act in acts:
            status = _answer(demand.act, act, cast, texts)
            if status is not None:
                demand.answers.append(act)
                demand.status = status
    return demands


def _answer(demand: Act, act: Act, cast: Cast, texts: dict[str, str]) -> str | None:
    if act is demand or act.trigger[0] < demand.trigger[0] or act.realis == "hypothetical" and act.condition is None:
        return None
    if not _by_the_one_asked(demand, act, cast):
        return None
    if act.act == "REQUEST":
        if act.rule != "act.conditions" or not demand.addressees:
            return None
        return "conditional" if _same_thing(demand, act, texts) else None
    status = _STATUS.get(act.act)
    if status is None or act.negated or not _same_thing(demand, act, texts):
        return None
    if status == "accepted" and act.condition is not None and not _is_demands_own(demand, act):
        return "conditional"
    return status


def _is_demands_own(demand: Act, act: Act) -> bool:
    return demand.condition == act.condition


def _by_the_one_asked(demand: Act, act: Act, cast: Cast) -> bool:
    if not demand.addressees:
        return bool(set(act.issuers) - set(demand.issuers)) or (len(demand.issuers) > 1 and len(act.issuers) == 1)
    asked = _with_states(demand.addressees, cast)
    return bool(asked & _with_states(act.issuers, cast))


def _with_states(actors: tuple[str, ...], cast: Cast) -> set[str]:
    found = set(actors)
    for actor_id in actors:
        state = cast.actors[actor_id].state
        if state is not None:
            found.add(state)
    return found


def _same_thing(demand: Act, act: Act, texts: dict[str, str]) -> bool:
    asked, answered = texts.get(demand.act_id, ""), texts.get(act.act_id, "")
    if is_generic(asked) and is_generic(answered) and not _words(asked) & _words(answered):
        return False
    if demand.issue is not None and demand.issue == act.issue:
        return bool(_words(asked) & _words(answered)) or is_generic(answered) or bool(demand.addressees)
    if _words(asked) & _words(answered):
        return True
    return is_generic(answered) and set(demand.issuers) & set(act.addressees) != set()


def _words(text: str) -> set[str]:
    return {word.lower()[:6] for word in _WORD.findall(text) if word.lower() not in _COMMON}
