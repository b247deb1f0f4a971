"""Seats: where a city's name means the government that sits there."""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.grammar import SUBJECTS

_SPEECH_WORDS = set(
    "demand call appeal message offer warning request letter proposal ultimatum pressure signal support threat "
    "response answer ally say speak".split()
)
_STATES_OF_A_CITY = {"be", "have", "lie", "remain", "host", "see"}
_MOVING = {"march", "descend", "attack", "advance", "base", "fly"}
_TOWARDS = {"on", "upon", "with", "between", "against", "toward", "towards"}


def acts_as_government(token: Token) -> bool:
    """True where a city's name is used for the government that sits there ("Moscow rejected…", "talks with Kyiv")."""
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    if token.dep_ in SUBJECTS:
        return head.lemma_ not in _STATES_OF_A_CITY or any(c.dep_ == "xcomp" for c in head.children)
    if token.dep_ == "poss":
        return head.lower_ not in lexicon.physical_nouns()
    if token.dep_ in ("dobj", "dative"):
        return any(c.dep_ in ("xcomp", "ccomp") or c.lower_ in ("of", "for", "to", "over") for c in head.children)
    if token.dep_ == "pobj":
        if head.dep_ == "agent" or head.lower_ in _TOWARDS:
            return head.head.lemma_ not in _MOVING
        return head.lower_ in ("from", "to", "of") and head.head.lemma_ in _SPEECH_WORDS
    if token.dep_ in ("compound", "amod"):
        return head.lower_ in lexicon.group_nouns() or head.lower_ in lexicon.offices()
    return False
