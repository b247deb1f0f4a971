"""Asked: who is to act where a request names nobody: X in "the withdrawal of X", "an apology from X"."""

from spacy.tokens import Token

from demandeur.cast import Cast
from demandeur.complement import Complement
from demandeur.grammar import child, children
from demandeur.lexicon import speech
from demandeur.lexicon.speech import ActWord
from demandeur.participants import ENDORSING, subject, surface_subject
from demandeur.thing_kinds import is_human

_OWN_DEEDS = set(
    "withdrawal resignation departure surrender pullout retreat removal disarmament compliance cooperation apology "
    "commitment action participation involvement engagement backing support approval consent permission "
    "condemnation assistance help recognition blessing restraint aid "
    "mediation intervention guarantee assurance explanation answer protection meeting session".split()
)
"""What only the one named beside it can do: "the resignation of X" asks X."""
_OF_OTHERS = {"approval", "support", "recognition", "condemnation", "permission", "consent", "blessing", "restraint"}
"""Of these, "of X" names what they are about: X in "approval of the plan"."""
_SHARED = set("talk negotiation meeting dialogue truce ceasefire peace deal agreement pact treaty cooperation".split())
"""What takes two: "talks with X" are asked of X."""
_LEAVING = set(
    "expulsion exclusion suspension release exit dismissal withdrawal departure pullout retreat removal".split()
)
_HANDING = set("give hand issue deliver send present make set serve".split())
_TIMES = {"DATE", "TIME"}


def asked(cast: Cast, trigger: Token, entry: ActWord, found: Complement) -> Token | None:
    """Return the token of the one who is to act, or ``None``."""
    if entry.part == "noun" and (taker := _taker(trigger)) is not None:
        return taker
    if found.clause is not None:
        return _left_by(cast, found)
    for token in found.content:
        if cast.who(token) and token.ent_type_ not in _TIMES and _is_asked(token):
            return token
    return None


def _is_asked(token: Token) -> bool:
    governor = token.head
    if token.dep_ == "pobj" and governor.lower_ in ("from", "by", "between"):
        return governor.head.lemma_.lower() not in _LEAVING or governor.lower_ == "by"
    if token.dep_ == "pobj" and governor.lower_ == "with":
        return governor.head.lemma_.lower() in _SHARED
    if token.dep_ == "pobj" and governor.lower_ == "of":
        return governor.head.lemma_.lower() in _OWN_DEEDS - _OF_OTHERS
    return token.dep_ in ("poss", "compound", "amod") and governor.lemma_.lower() in _OWN_DEEDS


def _left_by(cast: Cast, found: Complement) -> Token | None:
    """Return X in "that control be taken from X": in the passive, the one who is to give it up or do it."""
    if child(found.clause, "auxpass") is None:
        return None
    beside = [found.clause, *children(found.clause, "advmod")]  # "taken from", "taken away from"
    for phrase in (p for word in beside for p in children(word, "prep", "agent")):
        whom = child(phrase, "pobj") if phrase.lower_ in ("by", "from") else None
        if whom is not None and (cast.who(whom) or is_human(whom)):
            return whom
    return None


def _taker(noun: Token) -> Token | None:
    """Return who has to do with somebody's demand.

    X in "X rejected a demand by Y", "X is under pressure from Y", "Y gave X an ultimatum", "Y issued an order to X".
    """
    verb = noun.head
    if verb.lower_ == "under" and verb.head.pos_ in ("VERB", "AUX"):
        return surface_subject(verb.head)
    turned_down = verb.lemma_ == "turn" and any(c.lower_ == "down" for c in verb.children)
    is_taken = verb.lemma_ in speech.asked_verbs() and verb.lemma_ not in ENDORSING
    if noun.dep_ == "dobj" and (is_taken or turned_down):
        return subject(verb)
    if noun.dep_ == "dobj" and verb.lemma_ in _HANDING:
        whom = child(verb, "dative")
        return child(whom, "pobj") if whom is not None and whom.pos_ == "ADP" else whom
    return None
