"""Orders: imperatives in quoted speech ("Lay down your arms")."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.clauses import predicate
from demandeur.grammar import bounds, child, span_of
from demandeur.rules import declare

IMPERATIVE = declare(
    "act.imperative",
    "an order in quoted speech",
    catches=("“Lay down your arms,” Ana Reyl said.", "“Release the prisoners now,” Oluf Brandt told Norway."),
    spares=("“Enough deaths,” Ana Reyl said.", "“Thank you,” Ana Reyl said."),
)

_NO_ORDERS = set(
    "thank let look see guess say mean wait listen believe trust suppose imagine hope think know love be have do "
    "god".split()
)
_PLACES = ("ROOT", "ccomp", "conj", "xcomp", "advcl")
_BEFORE_ORDERS = {"please", "now", "so", "and", "do", "not", "n’t", "n't", "just"}


def find_order(token: Token) -> Act | None:
    """Return the request that a verb of quoted speech makes as an imperative, or ``None``."""
    if token.tag_ != "VB" or token.dep_ not in _PLACES or token.lemma_.lower() in _NO_ORDERS:
        return None
    if child(token, "nsubj", "nsubjpass", "aux", "expl", "csubj") is not None:
        return None
    if not (_goes_on_with_an_order(token) if token.dep_ == "conj" else _opens(token)):
        return None
    return Act(
        act="REQUEST",
        rule=IMPERATIVE,
        trigger=span_of(token),
        token=token,
        content=bounds(predicate(token)),
        strength=3,
    )


def _goes_on_with_an_order(token: Token) -> bool:
    """True where the first of the coordinated verbs is an order itself: not in "will build X, provide Y"."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    return first.tag_ == "VB" and child(first, "nsubj", "nsubjpass", "aux", "expl", "csubj") is None and _opens(first)


def _opens(token: Token) -> bool:
    """True where nothing but "please", "now", "do not" stands before the verb in its quotation or sentence."""
    before = [t for t in token.doc[token.sent.start : token.i] if not t.is_punct and not t.is_space]
    before = [t for t in before if t.lower_ not in _BEFORE_ORDERS]
    return not before or before[-1].idx <= _quote_start(token)


def _quote_start(token: Token) -> int:
    """Return the offset of the quote mark among the few tokens before, or -1."""
    for index in range(token.i - 1, max(token.i - 6, -1), -1):
        if token.doc[index].text in ("“", '"', "‘", "'"):
            return token.doc[index].idx
    return -1
