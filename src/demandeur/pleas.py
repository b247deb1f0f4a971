"""Pleas: "Will the minister accept our amendment?", a question by which somebody is asked to do something."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.grammar import auxiliaries, bounds, child, span_of
from demandeur.polite_frames import DEEDS_ASKED_FOR
from demandeur.questions import is_asked_about
from demandeur.rules import declare

PLEA = declare(
    "act.plea",
    "in somebody's own words: will you do it, would the minister do it, where it is a deed that one can be asked for",
    catches=(
        "“Will Norway withdraw its troops?” Ana Reyl asked.",
        "“Will Norway apologise?” Ana Reyl asked.",
    ),
    spares=(
        "“Will Norway win?” Ana Reyl asked.",
        "“Does Norway accept the plan?” Ana Reyl asked.",
        "“Will we accept the plan?” Ana Reyl asked.",
        "“Why will Norway withdraw?” Ana Reyl asked.",
    ),
)
_MODALS = {"will", "would", "wo", "can", "could"}


def find_plea(cast: Cast, token: Token) -> Act | None:
    """Return the request of "will X do it?", or ``None``."""
    if token.lemma_ not in DEEDS_ASKED_FOR or not auxiliaries(token) & _MODALS or not is_asked_about(token):
        return None
    own = child(token, "nsubj")
    if own is None or not (cast.who(own) or own.lower_ == "you"):
        return None
    return Act(
        act="REQUEST",
        rule=PLEA,
        trigger=span_of(next(c for c in token.children if c.lower_ in _MODALS)),
        token=token,
        addressee=own if own.lower_ != "you" else None,
        addressee_text="you" if own.lower_ == "you" else None,
        content=bounds(t for t in predicate(token) if t.text != "?"),
        strength=2,
    )
