"""Negation: whether what a word says is denied: "not", "never", "failed to", "is unwilling to", "little opposition"."""

from spacy.tokens import Token

from demandeur.grammar import SUBJECTS, all_children, auxiliaries, child, children, has_to, prepositional
from demandeur.once import once_a_token

_IMAGINING = {"see", "imagine", "picture", "envision", "envisage"}
"""What one can't do with a deed that one won't do: "can't see herself backing it"."""
OMISSIONS = {"failure", "inability", "reluctance", "unwillingness"}
"""Nouns whose deed is not done."""
_ONLY = {"just", "only", "merely", "simply"}
_WILLING = {"ready", "willing", "prepared", "inclined", "keen", "eager", "minded", "disposed"}
_UNWILLING = {"unwilling", "unprepared", "reluctant", "loath", "disinclined"}
RAISING = {"seem", "appear", "happen", "tend"}
"""Verbs that lend their "not" to the one behind them: "does not seem to share it"."""
INTENDING = {"intend", "plan", "mean", "bother", "dare", "deign"}
"""What who does not intend does not do: "does not intend to support it"."""
_FEW = {"little", "few", "scant", "scarce"}
_NOBODY = {"neither", "no", "none", "nobody"}
_DROPPING = {"drop", "withdraw", "abandon", "end", "lift", "retract", "rescind", "reverse", "relinquish", "shed"}


@once_a_token
def is_negated(verb: Token) -> bool:
    """True for "did not", "never", "no longer", "failed to", "a failure to", "without …ing" around the verb."""
    for candidate in all_children(verb):
        is_not = candidate.dep_ == "neg" or candidate.lower_ in ("never", "hardly", "neither", "nor")
        if is_not and not _is_only_part(candidate):
            return True
        if candidate.lower_ in ("longer", "more") and any(c.lower_ == "no" for c in all_children(candidate)):
            return candidate.dep_ == "advmod"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    if verb.dep_ == "acl" and verb.head.lower_ in OMISSIONS:
        return has_to(verb)
    if verb.dep_ == "conj" and shares_its_not(verb):
        return True
    if verb.tag_ == "VBG" and verb.head.lemma_ in _IMAGINING and verb.dep_ in ("ccomp", "xcomp", "dobj"):
        return bool(auxiliaries(verb.head) & {"can", "ca", "could"}) and is_negated(verb.head)
    if verb.dep_ != "xcomp":
        return False
    if verb.head.pos_ == "ADJ":
        return is_unready(verb.head) and has_to(verb)
    if verb.head.lemma_ in RAISING or (verb.head.lemma_ in INTENDING and has_to(verb)):
        return is_negated(verb.head)
    return verb.head.lemma_ in ("fail", "refuse", "decline") and verb.head.pos_ == "VERB"


def _is_only_part(word: Token) -> bool:
    """True for the not of "not just refused it but …", "did not only …"."""
    return word.lower_ == "not" and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in _ONLY


def shares_its_not(verb: Token) -> bool:
    """True for the endorse of "did not back or endorse it"."""
    first = verb.head
    by_or = any(c.lower_ == "or" for c in children(first, "cc")) and first.pos_ == "VERB" and first.tag_ == verb.tag_
    return by_or and child(verb, "aux", *SUBJECTS) is None and child(first, "neg") is not None


def is_unready(adjective: Token) -> bool:
    """True for "is not ready to", "less inclined to", "unwilling to"."""
    if adjective.lower_ in _UNWILLING:
        return True
    if adjective.lower_ not in _WILLING:
        return False
    if any(c.lower_ in ("less", "hardly", "not", "never") for c in children(adjective, "advmod", "neg")):
        return True
    return adjective.head.pos_ in ("VERB", "AUX") and is_negated(adjective.head)


def does_none(verb: Token) -> bool:
    """True for "will release nobody", "will accept no conditions"."""
    things = children(verb, "dobj")
    return any(t.lower_ in ("nobody", "none", "nothing") or any(c.lower_ == "no" for c in t.children) for t in things)


def is_scarce(noun: Token) -> bool:
    """True for the interest of "little interest", the objections of "few objections"; not of "a few objections"."""
    return any(c.lower_ in _FEW for c in children(noun, "amod")) and child(noun, "det") is None


def is_act_denied(token: Token, kind: str) -> bool:
    """True in "did not oppose it", "is not opposed to it", "little opposition", "dropped her opposition"."""
    verb = token.head if token.dep_ in ("acomp", "attr") else token
    if is_negated(token) or is_negated(verb) or is_of_none(verb):
        return True
    whom = prepositional(verb, "to", "with", "for")
    if whom is not None and whom.lower_ in _NOBODY:
        return True  # "apologises to nobody"
    if token.pos_ != "NOUN":
        return kind in ("REQUEST", "ACCEPT") and is_of_nothing(verb)
    is_none = any(c.lower_ == "no" for c in children(token, "det")) or is_scarce(token)
    is_none = is_none or (token.dep_ == "dobj" and is_of_none(token.head))  # "no prosecutor would bring charges"
    return is_none or (kind == "REJECT" and _is_dropped(token))


def is_of_nothing(verb: Token) -> bool:
    """True for "could promise nothing", "offered no help", "accepted no money"."""
    thing = child(verb, "dobj")
    return thing is not None and (thing.lower_ == "nothing" or any(c.lower_ == "no" for c in children(thing, "det")))


def is_of_none(verb: Token) -> bool:
    """True for "neither government is prepared to go that far", "no party backed it"."""
    own = child(verb, "nsubj", "nsubjpass") if verb.pos_ in ("VERB", "AUX") else None
    return own is not None and (own.lower_ in _NOBODY or any(c.lower_ in _NOBODY for c in children(own, "det")))


def _is_dropped(noun: Token) -> bool:
    """True for the opposition of "dropped her opposition to it"."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _DROPPING
