"""Denials: whether a word on the way from an issue up its sentence is denied: "not", "nothing", "why should they"."""

from spacy.tokens import Token

from demandeur.grammar import child, children, has_to, words_of
from demandeur.issue_mentions import IssueMention
from demandeur.lexicon.leanings import SIDE
from demandeur.negation import RAISING, is_negated, is_scarce
from demandeur.questions import is_question
from demandeur.side_words import is_beyond, leaning_of

_NONE = {"none", "nothing"}
_NO_WONDER = {"secret", "wonder", "surprise", "accident", "coincidence"}
"""What "no" before denies nothing of what follows."""


def denied(word: Token, mention: IssueMention) -> bool:
    """True where a word is negated outside the issue's own words; "refuse" and "fail" count for the verb above."""
    if word.lower_ in _NONE:
        return True  # "complied with none of it", "has done nothing for it"
    if word.pos_ in ("VERB", "AUX"):
        if any(_is_nothing(c) for c in children(word, "nsubj")) or _is_asked_why(word):
            return not is_negated(word)  # "nothing can justify it", "why should they have it"
        if word.dep_ == "xcomp" and word.head.lemma_ == "have" and any(c.lower_ == "yet" for c in word.head.children):
            return True  # "has yet to sign it"
        own = leaning_of(word) if is_beyond(word) else None
        if own is not None and own.role == SIDE:
            return True  # "unable to support it"
        if word.head.lower_ == "way" and any(c.lower_ == "no" for c in word.head.children):
            return word.dep_ in ("relcl", "acl") and not is_negated(word)  # "no way she would support it"
        if is_put_last(word):
            return not is_negated(word)  # "resigned rather than sign it"
        if _is_counterfactual(word):
            return not is_negated(word)  # "had they not passed it": they did
        if word.dep_ == "xcomp" and word.head.lemma_ in RAISING:
            return is_negated(word)  # "does not seem to share it"
        if word.lemma_ in RAISING and (inner := child(word, "xcomp")) is not None and inner.is_ancestor(mention.root):
            return False  # it is counted
        told_above = word.dep_ in ("xcomp", "acl") and child(word, "neg") is None and has_to(word)
        if not is_negated(word) or told_above:
            return False
        within = [c for c in word.children if mention.start <= c.idx < mention.end]
        return not any(c.dep_ == "neg" or c.lower_ in ("never", "longer") for c in within)
    if is_scarce(word) and (own := leaning_of(word)) is not None and own.role == SIDE:
        return True  # "has little interest in it"
    if word.lower_ in _NO_WONDER:
        return False  # "it is no secret that she wants it"
    return any(c.lower_ in ("no", "neither") and c.idx < mention.start for c in children(word, "det"))


def is_excluded(noun: Token) -> bool:
    """True for the second of "dialogue and not force", "talks, not force", "schools instead of the tunnel"."""
    first = noun.left_edge
    if noun.dep_ not in ("conj", "appos") or first.i == 0:
        return False
    before = tuple(t.lower_ for t in noun.doc[max(first.i - 2, 0) : first.i])
    return first.lower_ == "not" or before[-1] == "not" or before in (("instead", "of"), ("rather", "than"))


def _is_nothing(own: Token) -> bool:
    """True for the subject of "nothing can justify it", "nobody doubts it", "no amount of pressure will stop it"."""
    nobody = own.lower_ in ("one", "amount") and any(c.lower_ == "no" for c in own.children)
    return nobody or own.lower_ in ("nothing", "nobody")


def _is_asked_why(verb: Token) -> bool:
    """True in "why should they have it?", not in "that is why they should"."""
    if "why" not in words_of(verb.doc):
        return False
    first, own = child(verb, "aux"), child(verb, "nsubj")
    asks = first is not None and first.lower_ in ("should", "would") and own is not None and first.i < own.i
    return asks and any(c.lower_ == "why" for c in children(verb, "advmod"))


def is_put_last(verb: Token) -> bool:
    """True for the sign of "resigned rather than sign it", "would sooner resign than sign it"."""
    is_less = verb.dep_ == "advcl" and any(c.lower_ == "than" for c in children(verb, "mark"))
    if is_less and any(c.lower_ in ("sooner", "rather") for c in children(verb.head, "advmod")):
        return True
    if verb.dep_ not in ("conj", "pcomp", "advcl") or "rather" not in words_of(verb.doc):
        return False
    before = verb.doc[verb.left_edge.i - 2 : verb.left_edge.i] if verb.left_edge.i > 1 else ()
    first = verb.doc[verb.left_edge.i : verb.left_edge.i + 2]  # "Rather than sign it, …"
    return ["rather", "than"] in ([t.lower_ for t in before], [t.lower_ for t in first])


def _is_counterfactual(verb: Token) -> bool:
    """True in "had they passed it"."""
    first, own = child(verb, "aux"), child(verb, "nsubj")
    return first is not None and first.lower_ == "had" and own is not None and first.i < own.i and not is_question(verb)
