"""Directing: to whom an act is directed whose words name nobody.

"Norway rejected the idea" is said to the one whose idea it was, "the offer was refused" is the answer of the one who
got it, and a threat is made to the one whom its issuer addressed just before.
"""

import re

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.conditions import condition_in
from demandeur.grammar import sentence_numbers, sentence_of
from demandeur.issues import points_back
from demandeur.likeness import LIGHT, share_alike
from demandeur.meeting_frames import PARTNER
from demandeur.opponents import face
from demandeur.promises import IN_EXCHANGE
from demandeur.statement import Span

_ANSWERED = {"REJECT": ("REQUEST", "OFFER"), "ACCEPT": ("REQUEST", "OFFER"), "OFFER": ("REQUEST",)}
"""Which acts an act can answer."""
_KINDS = re.compile(
    r"(?:the|any|both|his|her|its|their|our|my|your|this|that|[\w’']+[’']s)\s+(?:[\w-]+\s+)?"
    r"(?P<noun>offer|pledge|promise|demand|request|call|appeal|plea|ultimatum)s?\b",
    re.IGNORECASE,
)
_IT = {"it", "this", "that", "them"}
_REQUESTED = re.compile(r"\b(?:requests?|requested|asks?|asked|invitations?)\b", re.IGNORECASE)
_OFFERING = ("offer", "pledge", "promise")
_CONSIDERING = re.compile(
    r"(?:[\w ]+ would )?(?:consider|weigh|study|examine|review|look at|think about|discuss)\s+", re.IGNORECASE
)
"""What one will do with what one is asked for."""
_YIELDING = set("give cave bow yield relent succumb capitulate surrender buckle bend".split())
_ACTS_BACK = 4
_NEAR = 600  # code points
_SENTENCES_BACK = 3  # within which "it", "that" is what was asked or offered
_SENTENCES_AWAY = 2  # from which on a bare answer is to what stands right before it, if anything does
_ENOUGH = 0.4
"""From which share of telling words on two contents are about the same thing."""
_PUTTING_FORWARD = {"propose", "suggest", "proposal", "suggestion"}
_FARTHEST = 1200  # code points between an answer that calls its occasion "the idea" and the occasion


def directed(acts: list[Act], cast: Cast, text: str) -> list[Act]:
    """Give the acts without addressees those of their occasions, and bare answers ("she declined") their content.

    An answer in the passive ("the offer was refused") gets its issuer so, or is left out.

    Args:
        acts: the acts in reading order.
        cast: the article's actors.
        text: the article.
    """
    kept: list[Act] = []
    for act in acts:
        if _is_meeting_granted(act, text):
            act.act = "ACCEPT"
        if act.rule == IN_EXCHANGE:
            _direct_exchange(act, kept)
        if act.act == "THREATEN" and not act.addressees:
            _direct_threat(act, kept, cast)
        elif _yields(act):
            _grant(act, kept, cast, text)
        elif act.act in _ANSWERED and act.realis != "hypothetical" and (not _is_whole(act) or _may_be_for(act)):
            _direct(act, kept, cast, text)
        if act.issuers or act.act == "REQUEST":
            kept.append(act)
    face(kept, cast)
    return kept


def own_content(act: Act) -> Span | None:
    """Return the act's content unless it is what the act answers."""
    is_borrowed = act.occasion is not None and act.occasion.content == act.content
    return None if is_borrowed else act.content


def asked_for(said: str) -> str | None:
    """Return the request of "consider the request", the that of "discuss that"; ``None`` for any other content."""
    considered = _CONSIDERING.match(said)
    rest = said[considered.end() :] if considered is not None else ""
    return rest if _KINDS.match(rest) is not None or rest.lower() in _IT else None


def _is_meeting_granted(act: Act, text: str) -> bool:
    """True for "rejects his words but will meet him", "will meet with whoever requests a meeting"."""
    if act.act != "OFFER" or act.rule != PARTNER or act.content is None:
        return False
    is_but = act.token.dep_ == "conj" and any(c.lower_ == "but" for c in act.token.head.children)
    return is_but or _REQUESTED.search(text[slice(*act.content)]) is not None


def _yields(act: Act) -> bool:
    """True for "gave in", "caved in", "bowed to the terms": an acceptance where something was asked."""
    return act.act == "CONCEDE" and act.token.lemma_ in _YIELDING


def _grant(act: Act, earlier: list[Act], cast: Cast, text: str) -> None:
    """Make a yielding an acceptance of what was asked of its issuer."""
    asked = [o for o in reversed(earlier) if o.act in ("REQUEST", "THREATEN") and not o.negated and o.issuers]
    near = [o for o in asked if act.trigger[0] - o.trigger[0] < _FARTHEST and _is_to(o, act, cast)]
    if not near:
        return
    bare = act.content is None or " to " not in text[slice(*act.content)]
    act.act, act.occasion = "ACCEPT", near[0]
    act.addressees, act.addressee_text, act.guessed = near[0].issuers, near[0].issuer_text, True
    act.content = near[0].content if bare else act.content


def _is_whole(act: Act) -> bool:
    return bool(act.addressees) and bool(act.issuers) and act.content is not None


def _may_be_for(act: Act) -> bool:
    """True for an offer whose addressee is only whom its content names: who asked for it may tell better."""
    return act.act == "OFFER" and act.guessed


def _direct_exchange(act: Act, earlier: list[Act]) -> None:
    """Direct an offer "in exchange" at the one of whom its issuer has asked something just before."""
    last = next((o for o in reversed(earlier) if o.act == "REQUEST" and set(o.issuers) & set(act.issuers)), None)
    if last is not None and last.addressees:
        act.addressees, act.addressee_text = last.addressees, last.addressee_text


def _direct_threat(act: Act, earlier: list[Act], cast: Cast) -> None:
    own = cast.with_states(act.issuers)
    told = act.statement.addressees if act.statement is not None else ()
    if told and not own & set(told):
        act.addressees = tuple(told)  # "told the nurses that …"
        return
    for other in reversed(earlier[-_ACTS_BACK:]):
        if other.addressees and own & cast.with_states(other.issuers):
            act.addressees = other.addressees
            return
    for other in reversed(earlier[-_ACTS_BACK:]):
        near = act.trigger[0] - other.trigger[0] < _NEAR and other.act in ("REQUEST", "ACCUSE", "THREATEN")
        if near and other.addressees and not own & cast.with_states(other.addressees):
            act.addressees = other.addressees
            return


def _direct(act: Act, earlier: list[Act], cast: Cast, text: str) -> None:
    occasion = _occasion(act, earlier, cast, text)
    if occasion is None:
        return
    if act.act == "OFFER" and act.token.pos_ == "ADJ" and _is_to(occasion, act, cast):
        act.act = "ACCEPT"  # asked to leave, they are ready to
    if not act.issuers:
        act.issuers, act.issuer_text = occasion.addressees, occasion.addressee_text
    if not act.addressees or _may_be_for(act):
        act.addressees, act.addressee_text, act.guessed = occasion.issuers, occasion.issuer_text, True
    said = text[slice(*act.content)].strip() if act.content is not None else ""
    if not said or (" " not in said and occasion.content is not None):
        act.content = occasion.content  # "declined", "refused to consider"
    act.occasion = occasion


def _occasion(act: Act, earlier: list[Act], cast: Cast, text: str) -> Act | None:
    """Return the request or offer that an act answers: one about the same thing, or the last where it only points."""
    said = text[slice(*act.content)] if act.content is not None else ""
    considered = asked_for(said)
    said = considered or said
    candidates = [other for other in reversed(earlier) if _may_be_answered(other, act, cast)]
    for other in candidates:
        if other.content is not None and share_alike(text[slice(*other.content)], said, beyond=LIGHT) >= _ENOUGH:
            return other
    candidates = _of_its_kind(candidates, said)
    if (said and not points_back(said) and _KINDS.match(said) is None) or (
        act.act == "OFFER" and act.token.pos_ != "ADJ" and considered is None
    ):
        return None
    near = [other for other in candidates if act.trigger[0] - other.trigger[0] < _FARTHEST]
    numbers = sentence_numbers(act.token.doc)
    if said.lower() in ("the idea", "the suggestion", "that idea"):
        last = next((o for o in reversed(earlier) if _is_put(o, act) and o.issuers), None)
        if last is not None and numbers[act.token.i] - numbers[last.token.i] == 1 and not last.negated:
            return last if not set(last.issuers) & set(act.issuers) else None
    if said.lower() in _IT:
        near = [other for other in near if numbers[act.token.i] - numbers[other.token.i] <= _SENTENCES_BACK]
        last = next((o for o in reversed(earlier) if _is_put(o, act) and o.issuers), None)
        is_next = last is not None and numbers[act.token.i] - numbers[last.token.i] == 1 and not last.negated
        if is_next and act.content is not None and not set(last.issuers) & set(act.issuers):
            return last  # "urged the agency to wait. Its head rejected that"
        return near[0] if near else None
    asked = next((other for other in near if _is_to(other, act, cast)), None)
    before = _just_before(act, earlier, cast) if not said else None
    is_far = asked is None or numbers[act.token.i] - numbers[asked.token.i] > _SENTENCES_AWAY
    asked = before if before is not None and is_far else asked
    return asked or (near[0] if near else None)


def _is_put(other: Act, act: Act) -> bool:
    """True for what an act can answer, an acceptance on terms among it."""
    is_bound = other.act == "ACCEPT" and (other.condition or condition_in(other.token, other.content)) is not None
    return other.act in _ANSWERED[act.act] or is_bound


def _just_before(act: Act, earlier: list[Act], cast: Cast) -> Act | None:
    """Return the last request or offer of somebody else's, up to one sentence back, that is not to one other alone."""
    start = sentence_of(act.token).start
    for other in reversed(earlier):
        if sentence_of(other.token).end < start - 1:
            return None
        is_anothers = other.issuers and not set(other.issuers) & set(act.issuers)
        if other.act in _ANSWERED[act.act] and is_anothers and not other.negated:
            open_to_all = not other.addressees or other.guessed or len(other.addressees) > 1
            return other if open_to_all or _is_to(other, act, cast) else None
    return None


def _of_its_kind(candidates: list[Act], said: str) -> list[Act]:
    """Return the offers of these for an answer to "the offer of money", the requests for one to "the demand"."""
    named = _KINDS.match(said)
    if named is None:
        return candidates
    kind = "OFFER" if named["noun"].lower().startswith(_OFFERING) else "REQUEST"
    return [other for other in candidates if other.act == kind] or candidates


def _may_be_answered(other: Act, act: Act, cast: Cast) -> bool:
    """True for somebody else's request or offer that is not to a third party."""
    if other.act not in _ANSWERED[act.act] or other.negated or not other.issuers:
        return False
    if not act.issuers:
        return bool(other.addressees)
    if set(act.issuers) & cast.with_states(other.issuers) or set(other.issuers) & cast.with_states(act.issuers):
        return False
    if other.token.lemma_.lower() in _PUTTING_FORWARD:
        return True  # who is to do it is one thing, whoever hears of it may dismiss it
    is_vague = not any(cast.actors[actor_id].named for actor_id in other.addressees)  # "offered the islands loans"
    return is_vague or other.guessed or _is_to(other, act, cast)


def _is_to(other: Act, act: Act, cast: Cast) -> bool:
    """True for a request or offer to the act's issuers, or to those whom they speak for."""
    return bool(other.addressees) and cast.on_one_side(act.issuers, other.addressees, against=other.issuers)
