"""Orders: imperatives in quoted speech ("Lay down your arms")."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.clauses import predicate
from demandeur.grammar import auxiliaries, bounds, child, children, prepositional, sentence_of, span_of
from demandeur.realis import FUTURE
from demandeur.rules import declare
from demandeur.unsided import is_polite

IMPERATIVE = declare(
    "act.imperative",
    "an order in quoted speech",
    catches=(
        "“Lay down your arms,” Ana Reyl said.",
        "“Release the prisoners now,” Oluf Brandt told Norway.",
        "“Please do not close the border,” Ana Reyl said.",
        "“I say to Norway: keep your word,” Ana Reyl said.",
        "“Don't be a coward,” Ana Reyl said.",
        "“Norway, return the crew,” Ana Reyl said.",
        "“Everybody take a breath,” Ana Reyl said.",
    ),
    spares=(
        "“Enough deaths,” Ana Reyl said.",
        "“Thank you,” Ana Reyl said.",
        "“We do not close,” Ana Reyl said.",
        "“Everybody leaves,” Ana Reyl said.",
    ),
)

_NO_ORDERS = set(
    "remember thank let look see guess say mean wait listen believe trust suppose imagine hope think know love be have "
    "do god".split()
)
_FILLERS = {("take", "look"), ("take", "listen"), ("make", "mistake"), ("take", "example"), ("give", "break")}
_COMES_OF_IT = {"get", "have", "see", "find", "end", "lose", "win"}
_MARKS = ("“", '"', "‘", "'")
_MESSAGES = {"message", "advice", "appeal", "plea", "warning", "word", "call"}
_PLACES = ("ROOT", "ccomp", "conj", "xcomp", "advcl")
_ALL = {"everybody", "everyone", "nobody", "somebody", "someone"}
"""Whom one calls on, with the bare verb behind."""
_BEFORE_ORDERS = {"please", "now", "so", "and", "do", "not", "n’t", "n't", "just", *_ALL}


def find_order(token: Token) -> Act | None:
    """Return the request that a verb of quoted speech makes as an imperative, or ``None``."""
    own = child(token, "nsubj")
    is_all = token.tag_ == "VBP" and own is not None and own.lower_ in _ALL  # one of them "takes"
    if (
        (token.tag_ != "VB" and not is_all)
        or (token.dep_ not in _PLACES and _behind_colon(token) is None)
        or (token.lemma_.lower() in _NO_ORDERS and child(token, "neg") is None)
    ):
        return None
    if _has_subject(token) or is_polite(token) or _is_supposed(token) or _is_a_filler(token):
        return None
    if not (_goes_on_with_an_order(token) if token.dep_ == "conj" else opens_order(token)):
        return None
    return Act(
        act="REQUEST",
        rule=IMPERATIVE,
        trigger=span_of(token),
        token=token,
        addressee=_told(token) or vocative(token),
        content=bounds([*children(token, "aux"), *predicate(token)]),
        strength=3,
    )


def _is_supposed(token: Token) -> bool:
    """True for the close of "close the mine and nobody will stay": what comes of it, not what is wanted."""
    then = next((c for c in children(token, "conj") if child(c, "nsubj") is not None), None)
    if then is not None and child(then, "nsubj").lower_ == "you" and then.lemma_ in _COMES_OF_IT:
        return True  # "add the tax and you get a mess"
    if then is None or not auxiliaries(then) & FUTURE or child(token, "neg") is not None:
        return False
    whose = child(then, "nsubj")
    nobody = whose.lower_ in ("nobody", "none", "nothing") or any(c.lower_ == "no" for c in (whose, *whose.children))
    return nobody or child(then, "neg") is not None


def _is_a_filler(token: Token) -> bool:
    """True for "take a look", "make no mistake", by which one only goes on to speak."""
    thing = child(token, "dobj")
    return thing is not None and (token.lemma_, thing.lemma_) in _FILLERS


def _goes_on_with_an_order(token: Token) -> bool:
    """True where the first of the coordinated verbs is an order itself: not in "will build X, provide Y"."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    return first.tag_ == "VB" and not (_has_subject(first) or _is_supposed(first)) and opens_order(first)


def _has_subject(token: Token) -> bool:
    """True for a verb with a subject or an auxiliary; the "do" of "do not shoot" is none."""
    parts = children(token, "nsubj", "nsubjpass", "aux", "expl", "csubj")
    parts = [part for part in parts if part.lower_ not in _ALL or part.i > token.i]  # "Everybody take a breath"
    return any(part.lemma_ != "do" or part.dep_ != "aux" or child(token, "neg") is None for part in parts)


def opens_order(token: Token) -> bool:
    """True where nothing but "please", "now", "do not" stands before the verb in its quotation or sentence."""
    before = [t for t in token.doc[sentence_of(token).start : token.i] if not t.is_punct and not t.is_space]
    before = [t for t in before if t.lower_ not in _BEFORE_ORDERS]
    if not before or before[-1].idx <= _quote_start(token) or _behind_colon(token) is not None:
        return True
    return vocative(token) is not None


def vocative(token: Token) -> Token | None:
    """Return Norway in "Norway, return the crew": a name and a comma before the order, and nothing else."""
    comma = token.nbor(-1) if token.i else token
    name = comma.nbor(-1) if comma.text == "," and comma.i else token
    if name.pos_ != "PROPN" or name.left_edge.i > sentence_of(token).start + 1:
        return None
    start = name.left_edge.i
    opens = start == sentence_of(token).start or token.doc[start - 1].text in _MARKS
    return name if opens else None


def _behind_colon(token: Token) -> Token | None:
    """Return the colon right before the order of "I say to Norway: come back"."""
    index = token.i - 1
    while index > 0 and (token.doc[index].lower_ in _BEFORE_ORDERS or token.doc[index].text in _MARKS):
        index -= 1
    return token.doc[index] if index > 0 and token.doc[index].text == ":" else None


def _told(token: Token) -> Token | None:
    """Return Norway in "I say to Norway: come back"."""
    colon = _behind_colon(token)
    if colon is None:
        return None
    before = colon.doc[sentence_of(colon).start : colon.i]
    verb = next((t for t in before if t.lemma_ in ("say", "tell") and t.pos_ == "VERB"), None)
    noun = next((t for t in before if t.lemma_ in _MESSAGES and t.pos_ == "NOUN"), None)
    if noun is not None:
        return prepositional(noun, "to", "for") or prepositional(noun.head, "to", "for")
    return (prepositional(verb, "to") or child(verb, "dobj")) if verb is not None else None


def _quote_start(token: Token) -> int:
    """Return the offset of the quote mark among the few tokens before, or -1."""
    for index in range(token.i - 1, max(token.i - 6, -1), -1):
        if token.doc[index].text in _MARKS:
            return token.doc[index].idx
    return -1
