"""Lets: "let us act", "let Norway decide", "let the aid in" in somebody's own words."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import noun_words, predicate
from demandeur.grammar import bounds, child, prepositional, span_of, subtree
from demandeur.orders import opens_order
from demandeur.rules import declare

LET = declare(
    "act.let",
    "let us do it, let X do it, let it be done, in somebody's own words",
    catches=(
        "“Let us finish the job,” Ana Reyl said.",
        "“Let the lorries through,” Ana Reyl said.",
        "“Let Norway open the border,” Ana Reyl said.",
    ),
    spares=(
        "“Let me finish,” Ana Reyl said.",
        "“Let us be clear,” Ana Reyl said.",
        "“Norway let the lorries through,” Ana Reyl said.",
    ),
)

_US = {"us", "’s", "'s"}
_ONLY_TALK = set(
    "say see look face assume suppose imagine start begin wait hope think recall remember consider".split()
)
_GIVEN = {"hear", "see", "have"}


def find_let(cast: Cast, token: Token) -> Act | None:
    """Return the request of "let …" in quoted speech, or ``None``."""
    if token.lower_ != "let" or token.tag_ not in ("VB", "VBP", "VBN", "VBD") or not opens_order(token):
        return None
    clause = child(token, "ccomp", "xcomp")
    own = (child(clause, "nsubj", "nsubjpass") if clause is not None else None) or child(token, "dobj", "nsubj")
    if own is None or own.i < token.i or own.lower_ in ("me", "alone"):
        return None
    if own.lower_ in _US:
        return _hortative(token, clause)
    addressee = own if clause is not None and clause.tag_ == "VB" and _is_told(cast, own) else None
    words = predicate(clause) if addressee is not None else tuple(t for t in subtree(token) if t.i >= own.left_edge.i)
    return _request(token, addressee, None, words)


def _hortative(token: Token, clause: Token | None) -> Act | None:
    """Return the request of "let us finish", and of "let us hear an apology from Norway"."""
    if clause is None or clause.tag_ != "VB":
        return None
    wanted = child(clause, "dobj")
    giver = (prepositional(clause, "from") or prepositional(wanted, "from")) if wanted is not None else None
    if clause.lemma_ in _GIVEN and giver is not None:
        return _request(token, giver, None, noun_words(wanted, clause))
    if clause.lemma_ in _ONLY_TALK or (clause.lemma_ == "be" and child(clause, "acomp") is not None):
        return None
    return _request(token, None, "us", predicate(clause))


def _is_told(cast: Cast, own: Token) -> bool:
    """True for a body or a state: "let Norway open the border"; not for people, whom others are to let."""
    return bool(cast.who(own)) and own.lower_ not in ("him", "her", "them")


def _request(token: Token, addressee: Token | None, text: str | None, words: tuple[Token, ...]) -> Act:
    return Act(
        act="REQUEST",
        rule=LET,
        trigger=span_of(token),
        token=token,
        addressee=addressee,
        addressee_text=text,
        content=bounds(words),
        strength=2,
    )
