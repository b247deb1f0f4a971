"""Condition marks: the words by which a verb or noun is tied to terms: "if", "unless", "depends on"."""

from spacy.tokens import Token

from demandeur.conditions import MARKS
from demandeur.grammar import auxiliaries, child, children, prepositional
from demandeur.negation import is_negated
from demandeur.realis import POSSIBLE

LIFTING = ("unless", "until", "without")
"""What makes a denial a condition."""
SUPPOSING = {"if", "unless", "until", "once", "before", "when", "whether"}
"""What begins a clause whose deed is not done by that."""
_NO_TERMS = {"elect", "re-elect", "reelect", "win", "ask", "need", "necessary", "possible"}
"""What an "if" names that is no condition set to anybody: "if elected"."""
_LESSONS = {"lesson", "thing", "message", "doubt", "word"}
"""What an "if there is one …" brings up, without terms."""
_WANTING = {"want", "need", "demand", "insist", "require", "seek", "expect", "await"}
_MOMENTS = {"day", "moment", "minute", "instant"}
_DEPENDING = {"depend", "hinge", "rest"}
_TYING = {"tie", "link", "peg", "condition", "make"}


def condition_mark(verb: Token) -> str:
    """Return the "if" or "unless" of a verb's condition, "without" in "can't sign without a pledge", or nothing."""
    for clause in children(verb, "advcl", "ccomp"):
        mark = child(clause, "mark")
        if mark is None or clause.lemma_ in _NO_TERMS or _sets_none(clause, mark):
            continue
        if mark.lower_ in MARKS and (clause.dep_ == "advcl" or mark.lower_ != "if"):
            return mark.lower_
    if _comes_first(verb):
        return "before"
    days = [c for c in children(verb, "npadvmod") if c.lower_ in _MOMENTS and child(c, "relcl", "acl") is not None]
    if days and auxiliaries(verb) & POSSIBLE:
        return "if"  # "will sign the day our sugar is free"
    parts = (verb, *children(verb, "dobj", "xcomp"))
    lacks = any(c.lower_ == "without" for part in parts for c in children(part, "prep"))
    is_unlikely = verb.dep_ == "xcomp" and verb.head.lower_ == "unlikely"
    return "without" if lacks and (is_negated(verb) or is_unlikely) else ""


def _sets_none(clause: Token, mark: Token) -> bool:
    """True for the "if" of "even if it takes a year", "as if …", "if he had to …", "if there is one lesson"."""
    if mark.lower_ != "if":
        return False
    beside = mark.i > 0 and mark.nbor(-1).lower_ in ("even", "as")
    has_to = clause.lemma_ == "have" and child(clause, "xcomp") is not None
    there = child(clause, "attr") if child(clause, "expl") is not None else None
    return beside or has_to or (there is not None and there.lemma_ in _LESSONS)


def _comes_first(verb: Token) -> bool:
    """True for the sign of "demanded a pledge before she would sign", "wants a pledge before signing"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ == "before" and verb.head.head.lemma_ in _WANTING
    if verb.dep_ != "advcl" or not any(c.lower_ == "before" for c in verb.children):
        return False
    return bool(auxiliaries(verb) & POSSIBLE) or verb.head.lemma_ in _WANTING


def is_tied(noun: Token) -> bool:
    """True for the support of "his support depends on …", "made his support contingent on …", "tied it to …"."""
    verb = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _DEPENDING:
        return child(verb, "prep") is not None
    return noun.dep_ == "dobj" and verb.lemma_ in _TYING and prepositional(verb, "to", "on", "upon") is not None
