"""Punishing: what one does to somebody for a deed, or gives up over it, which is against the deed."""

from spacy.tokens import Token

from demandeur.grammar import child, is_passive

PUNISHING = set(
    "sack jail imprison penalize penalise punish prosecute fine fire suspend expel reprimand censure impeach indict "
    "arrest".split()
)


_LEAVING = {"resign", "quit"}


def is_grounds(preposition: Token, verb: Token) -> bool:
    """True for the for of "jailed her for leaking it", the over of "demanded that he be sacked over it"."""
    if preposition.lower_ == "over" and is_leaving(verb):
        return True
    is_why = preposition.lower_ == "over" or (preposition.lower_ == "for" and child(preposition, "pcomp") is not None)
    if not is_why or verb.pos_ != "VERB" or verb.lemma_ not in PUNISHING:
        return False
    return is_passive(verb) or child(verb, "dobj") is not None


def is_leaving(verb: Token) -> bool:
    """True for the resign of "resigned over it", the step of "stepped down over it"."""
    steps = verb.lemma_ == "step" and any(c.lower_ in ("down", "aside") for c in verb.rights)
    return steps or verb.lemma_ in _LEAVING
