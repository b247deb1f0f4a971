"""Punishing: what one does to somebody for a deed, which is against the deed."""

from spacy.tokens import Token

from demandeur.grammar import child, is_passive

PUNISHING = set(
    "sack jail imprison penalize penalise punish prosecute fine fire suspend expel reprimand censure impeach indict "
    "arrest".split()
)


def is_grounds(preposition: Token, verb: Token) -> bool:
    """True for the for of "jailed her for leaking it", the over of "demanded that he be sacked over it"."""
    is_why = preposition.lower_ == "over" or (preposition.lower_ == "for" and child(preposition, "pcomp") is not None)
    if not is_why or verb.pos_ != "VERB" or verb.lemma_ not in PUNISHING:
        return False
    return is_passive(verb) or child(verb, "dobj") is not None
