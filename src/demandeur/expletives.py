"""Expletives: the "it" that means nobody and nothing: "it was late", "it seemed that"."""

from spacy.tokens import Token

from demandeur.grammar import SUBJECTS, child, children

_OF_PEOPLE = set(
    "ready willing unwilling prepared determined committed opposed reluctant open eager keen happy unable able "
    "concerned confident entitled set due bound".split()
)
_TAKEN = set("back over in part action step measure side responsibility control".split())
_WEATHER = {"rain", "snow", "go", "seem", "appear", "take", "matter", "mean", "remain", "become"}


def is_expletive(token: Token) -> bool:
    """True for the it of "it was late", not for that of "it was ready to talk", "it will take back refugees"."""
    head = token.head
    if token.dep_ == "expl":
        return True
    if head.lemma_ == "be" and (said := child(head, "acomp")) is not None and said.lower_ in _OF_PEOPLE:
        return False  # "it was ready to talk"
    if head.lemma_ == "take" and {head.nbor(1).lower_, *(c.lemma_ for c in children(head, "dobj"))} & _TAKEN:
        return False  # "it will take back refugees"
    if head.lemma_ == "make" and any(c.lemma_ in ("sense", "difference") for c in children(head, "dobj")):
        return True  # "it made no sense to wait"
    return token.dep_ in SUBJECTS and (head.lemma_ == "be" or head.lemma_ in _WEATHER)
