"""Answers: what the one asked, or someone who speaks for it, did about each demand in the same article."""

import re
from dataclasses import dataclass, field

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.directing import asked_for, own_content
from demandeur.grammar import auxiliaries, is_in_headline, sentence_numbers
from demandeur.issues import is_generic, points_back
from demandeur.likeness import alike, share_alike
from demandeur.will_frames import COMING, INVITED

_STATUS = {"ACCEPT": "accepted", "CONCEDE": "accepted", "REJECT": "rejected", "OFFER": "conditional"}
_ULTIMATUM = 5
_OF_WHAT_WAS_ASKED = re.compile(r"\b(?:it|them|so|that)\b")
_IS_A_PART = re.compile(r"(?:\w+|\d+) of (?:the|its|their|his|her|our|\w+['’]s) ")
_SENTENCES_BACK = 2
_NEARLY = 0.6
_CLEARLY = 0.5


@dataclass(slots=True)
class Demand:
    """A request with the acts that answer it; ``status`` is accepted, conditional, rejected or unanswered."""

    demand_id: str
    act: Act
    answers: list[Act] = field(default_factory=list)
    status: str = "unanswered"


def find_answers(acts: list[Act], cast: Cast, texts: dict[str, str]) -> list[Demand]:
    """Return the demands, numbered in reading order, each with its answers.

    An act answers a demand when the one asked performs it (where nobody is named: any actor that did not ask alone), it
    stands behind the demand or holds it ("rejected a demand to …"), and it is about the same thing: shared words first,
    then a word that points back ("the ultimatum", "any such step", a bare "they agreed"), which means the last demand.

    Args:
        acts: all acts of the article, in reading order.
        cast: its actors.
        texts: act_id → the content's words.
    """
    requests = [act for act in acts if act.act == "REQUEST" and not act.negated]
    demands = [Demand(f"D{number}", act) for number, act in enumerate(requests, start=1)]
    for act in acts:
        status = _status(act)
        if status is None:
            continue
        for demand in _answered(demands, act, cast, texts):
            if {demand.status, status} == {"rejected", "accepted"} and not _is_about(demand, act, texts):
                continue
            if demand.status == "accepted" and points_back(texts.get(act.act_id, "")):
                continue  # "rejected those days" after accepting the demand: something else
            for repeated in _repeated(demands, demand, act, cast, texts):
                if act not in repeated.answers:
                    repeated.answers.append(act)
                if act.act != "REQUEST":
                    _direct(act, demand.act)
                bound = _is_bound(demand.act, act) and status == "accepted"
                repeated.status = "conditional" if bound or _is_split(repeated, act) else status
    return demands


def _direct(answer: Act, request: Act) -> None:
    """Direct an answer at the one who asked, unless the text itself says to whom it is given."""
    is_owner = answer.addressee is not None and answer.addressee.dep_ == "poss"  # "rejects X's comments"
    if answer.guessed and not is_owner:
        answer.addressees, answer.addressee_text, answer.guessed = request.issuers, request.issuer_text, False
    answer.addressees = answer.addressees or request.issuers


def _repeated(demands: list[Demand], answered: Demand, act: Act, cast: Cast, texts: dict[str, str]) -> list[Demand]:
    """Return the answered demand, and those before the answer that ask the same of the same.

    A headline and a sentence, say.
    """
    own = answered.act
    found = [answered]
    for demand in demands:
        other = demand.act
        if demand is answered or act in demand.answers or other.trigger[0] > act.trigger[0]:
            continue
        same_issuer = cast.with_states(other.issuers) & cast.with_states(own.issuers)
        same_addressees = own.addressees and set(other.addressees) == set(own.addressees)
        is_alike = own.issue is not None and other.issue == own.issue
        if is_in_headline(other.token) and not is_alike:
            is_alike = alike(texts.get(other.act_id, ""), texts.get(own.act_id, ""))
        if same_issuer and same_addressees and is_alike:
            found.append(demand)
    return found


def _status(act: Act) -> str | None:
    """Return the status that an act gives to what it answers, or ``None`` when it is no answer."""
    if act.negated or (act.realis == "hypothetical" and act.condition is None):
        return None
    if act.act == "REQUEST":
        return "conditional" if act.rule == "act.conditions" else None
    if act.act == "OFFER" and act.condition is None:
        return None
    return _STATUS.get(act.act)


def _is_bound(demand: Act, act: Act) -> bool:
    return act.condition is not None and act.condition != demand.condition


def _is_split(demand: Demand, act: Act) -> bool:
    """True where one of several who were asked refuses what another accepts: the demand is met in part."""
    if len(demand.act.addressees) < 2:
        return False
    others = {_status(one) for one in demand.answers if not set(one.issuers) & set(act.issuers)}
    return {*others, _status(act)} >= {"accepted", "rejected"}


def _answered(demands: list[Demand], act: Act, cast: Cast, texts: dict[str, str]) -> list[Demand]:
    """Return the demands that an act answers."""
    if act.replies_to is not None:
        return [d for d in demands if d.act is act.replies_to]
    said = texts.get(act.act_id, "")
    is_told = own_content(act) is None or points_back(said) or asked_for(said) is not None
    if act.occasion is not None and (is_told or act.occasion.act == "OFFER"):
        return [d for d in demands if d.act is act.occasion]
    demands = [d for d in demands if d.act is not act and not _is_older(act, d.act)]
    held = [d for d in demands if act.content and act.content[0] <= d.act.trigger[0] < act.content[1]]
    held = [d for d in held if not set(act.issuers) <= set(d.act.issuers)]  # "withdrew its request"
    held = [d for d in held if not _is_in_offer(d.act, act, texts)]
    held = [d for d in held if not d.act.addressees or _by_the_one_asked(d.act, act, cast)]
    if held:
        return held
    earlier = [d for d in demands if d.act.trigger[0] < act.trigger[0] and _by_the_one_asked(d.act, act, cast)]
    spoken_of = [d for d in earlier if alike(texts.get(d.act.act_id, ""), said)]
    if spoken_of:
        return _closest(spoken_of, said, texts)
    if _IS_A_PART.match(said) is not None:
        return []  # "19 of their 22 proposals": nobody can tell which
    if act.act == "ACCEPT" and _OF_WHAT_WAS_ASKED.search(said) is not None:
        numbers = sentence_numbers(act.token.doc)
        near = [d for d in earlier if numbers[act.token.i] - numbers[d.act.token.i] <= _SENTENCES_BACK]
        return [d for d in near if d.act.addressees][-1:]  # "told to open the books, they agreed to hand them over"
    invited = [d for d in earlier if d.act.rule == INVITED and d.act.addressees]
    if act.act == "REJECT" and act.token.lemma_ in COMING and invited:
        return invited[-1:]  # "said it would not come"
    if act.rule == "act.bare" or not said:
        return [d for d in earlier if d.act.addressees][-1:]
    if not is_generic(said) or _is_any_that(said):
        return []
    called = [d for d in earlier if _calls_it(said, d.act)]
    if called:
        return called[-1:]
    named = [d for d in earlier if d.act.addressees and not is_generic(texts.get(d.act.act_id, ""))]
    return [d for d in named if act.issue is None or d.act.issue in (act.issue, None)][-1:]


def _is_older(act: Act, demand: Act) -> bool:
    """True for "had freed two" behind "demanded that they be freed": done before it was asked for."""
    is_past = act.act == "CONCEDE" and "had" in auxiliaries(act.token)
    return is_past and "had" not in auxiliaries(demand.token)


def _is_in_offer(demand: Act, act: Act, texts: dict[str, str]) -> bool:
    """True for the call in "rejected his offer to soften the call for a toll": the offer is rejected."""
    said = texts.get(act.act_id, "")
    before = said[: demand.trigger[0] - act.content[0]] if act.content is not None else ""
    return " offer to " in f" {before} "


def _is_about(demand: Demand, act: Act, texts: dict[str, str]) -> bool:
    """True where an answer against an earlier one is clearly about this demand, not about another like it."""
    said, asked = texts.get(act.act_id, ""), texts.get(demand.act.act_id, "")
    return not said or demand.act in (act.occasion, act.replies_to) or share_alike(asked, said) >= _CLEARLY


def _closest(demands: list[Demand], said: str, texts: dict[str, str]) -> list[Demand]:
    """Return the demands that are nearly as much like the answer as the one most like it."""
    shares = [share_alike(texts.get(demand.act.act_id, ""), said) for demand in demands]
    return [demand for demand, share in zip(demands, shares, strict=True) if share >= _NEARLY * max(shares)]


def _is_any_that(said: str) -> bool:
    """True for "any agreement that puts us at risk": one of many, none that was asked for."""
    return said.lower().startswith("any ") and " that " in said


def _calls_it(said: str, demand: Act) -> bool:
    """True where the answer calls the demand what it is: "the call", "the ultimatum"."""
    return demand.token.lemma_.lower() in said.lower() or (demand.strength == _ULTIMATUM and "ultimatum" in said)


def _by_the_one_asked(demand: Act, act: Act, cast: Cast) -> bool:
    if not demand.addressees:
        return bool(set(act.issuers) - set(demand.issuers)) or (len(demand.issuers) > 1 and len(act.issuers) == 1)
    if set(act.issuers) & set(demand.issuers):
        return False
    return cast.on_one_side(act.issuers, demand.addressees, against=demand.issuers)
