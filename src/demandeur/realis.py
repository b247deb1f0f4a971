"""Realis: whether a deed is done, still to come, or only imagined."""

from spacy.tokens import Token

from demandeur.grammar import SUBJECTS, auxiliaries, child, children, has_to

FUTURE = {"will", "shall", "’ll", "'ll", "wo", "going"}
"""The auxiliaries of what is still to come."""
IN_REPORTS = {"would", "’d", "'d"}
"""Those by which a report in the past tells the same: "said it would"."""
TO_COME = FUTURE | IN_REPORTS
"""Both: the deed lies ahead of whoever tells it."""
POSSIBLE = TO_COME | {"can", "could"}
"""What could come about as well."""
_IMAGINED = IN_REPORTS | {"could", "might", "may", "can"}
_SUPPOSING = {"if", "unless", "whether"}
_INTENDING = set(
    "plan intend prepare expect hope consider mean want wish ready willing prepared readiness willingness seek set due "
    "able unable reluctant vote".split()
)


def is_to_come_in_a_headline(verb: Token) -> bool:
    """True for the strike of "Nurses to strike on Monday"."""
    own = child(verb, "nsubj")
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and own is not None and own.i < verb.i and has_to(verb)


def realis(verb: Token) -> str:
    """Return done, future or hypothetical for a verb or noun, from its auxiliaries and from what governs it."""
    helpers = auxiliaries(verb)
    told = verb.head if verb.dep_ == "conj" else verb  # "said it was committed but would not allow it"
    is_told = told.dep_ == "ccomp" and told.head.tag_ in ("VBD", "VBN")
    is_wondered = told != verb and any(c.lower_ in _SUPPOSING for c in children(told, "mark"))
    if helpers & IN_REPORTS and is_told and not is_wondered:
        return "future"
    if helpers & _IMAGINED:
        return "hypothetical"
    if helpers & FUTURE or is_to_come_in_a_headline(verb):
        return "future"
    head = verb.head
    if verb.dep_ in ("xcomp", "acl", "pcomp", "advcl") and "to" in helpers:
        is_due = head.lemma_ == "be" and verb.dep_ == "xcomp"  # "is to travel"
        if is_due or head.lemma_.lower() in _INTENDING or head.lower_ in _INTENDING:
            return "future"
        if verb.dep_ == "advcl":
            return "hypothetical"
        return realis(head) if head.pos_ in ("VERB", "AUX") and head != verb else "future"
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and not helpers and head.pos_ == "VERB":
        return realis(head)  # "would begin withdrawing"
    if verb.dep_ == "conj" and not helpers and child(verb, *SUBJECTS) is None:
        above = head.head if head.pos_ == "NOUN" and head.dep_ == "dobj" else head
        if above.dep_ == "advcl":
            return realis(above)  # "until he pays the rent and withdraws it"
    mark = child(verb, "mark") if verb.dep_ == "advcl" else None
    is_ahead = mark is not None and (mark.lower_ in ("until", "till") or verb.head.lower_ == "soon")
    is_awaited = is_ahead and verb.tag_ in ("VBZ", "VBP")
    return "hypothetical" if is_awaited or (mark is not None and mark.lower_ in _SUPPOSING) else "done"
