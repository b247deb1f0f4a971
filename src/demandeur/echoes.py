"""Echoes: sides that are taken by pointing at somebody else's: "Reyl disagreed", "so does Chad", "Mali did not"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.cast import Cast
from demandeur.conditions import is_bound
from demandeur.grammar import (
    all_tokens,
    child,
    children,
    prepositional,
    sentence_numbers,
    sentence_of,
    sentence_text,
    span_of,
)
from demandeur.negation import is_negated
from demandeur.participants import subject
from demandeur.position import Position
from demandeur.rules import declare
from demandeur.stance_weights import rule_weight

ECHO = declare(
    "position.echo",
    "who does the same as somebody named just before, or not: so does X, X did not, X disagreed",
    catches=("Norway backs the sanctions. Chad disagreed.", "Norway opposed the sanctions, as did Chad."),
    spares=("Norway backs the sanctions. Chad agreed to a visit.", "Chad disagreed."),
)
_SAME = {"agree", "concur"}
_OTHER = {"disagree", "dissent", "demur", "differ"}
_SAYING = {"say", "state", "argue", "admit", "acknowledge", "suggest", "do", "believe", "think"}
_ASKING = {"ask", "call", "appeal", "plead", "push", "vote"}
_ELLIPTIC = {"do", "be", "have", "will", "would", "can", "could"}
_LIKEWISE = ("so", "as", "neither", "nor")
_CONTENT = ("dobj", "xcomp", "ccomp", "acomp", "attr", "prep", "oprd", "dative", "agent", "expl")
_REACH = 2  # sentences, this one included


def find_echoes(doc: Doc, cast: Cast, positions: list[Position]) -> Iterator[Position]:
    """Yield the positions of those who are said to be on the same side as the one spoken of last, or on the other."""
    if not positions:
        return
    ordered = sorted(positions, key=_by_cue)
    numbers = sentence_numbers(doc)
    for token in all_tokens(doc):
        if token.pos_ not in ("VERB", "AUX"):
            continue
        is_inverted = _is_inverted(token)
        turn = 1 if is_inverted else _turn(token)
        doer = subject(token) or child(token, "nsubj") if turn else None
        doer = token.head if doer is None and is_inverted else doer
        actors = cast.all_of(doer) if doer is not None else []
        if not actors:
            continue
        position = _last_before(ordered, token, actors)
        if position is None or numbers[token.i] - numbers[_place_of(doc, position)] >= _REACH:
            continue
        score = round(turn * position.score * rule_weight(ECHO), 3)
        start = sentence_of(token).start_char
        place = start, start + len(sentence_text(token).rstrip())
        for actor_id in actors:
            bound = score > 0 and is_bound(sentence_text(token))
            yield Position(actor_id, position.issue, score, bound, ECHO, span_of(token), place)


def _by_cue(position: Position) -> int:
    return position.cue[0]


def _place_of(doc: Doc, position: Position) -> int:
    return doc.char_span(*position.cue, alignment_mode="expand").start


def _last_before(ordered: list[Position], token: Token, actors: list[str]) -> Position | None:
    """Return the last position of another actor before the token, if any."""
    before = [p for p in ordered if p.cue[0] < token.idx and p.actor_id not in actors]
    return before[-1] if before else None


def _turn(token: Token) -> int:
    """Return 1 for a verb that says "the same", −1 for one that says "not so", 0 for any other."""
    lemma = token.lemma_.lower()
    if token.dep_ in ("aux", "auxpass", "relcl", "acl", "xcomp"):
        return 0
    if lemma in _SAME | _OTHER and child(token, "dobj", "xcomp", "ccomp", "prep", "advcl") is None:
        turn = 1 if lemma in _SAME else -1
        return -turn if is_negated(token) else turn
    words = {c.lower_ for c in children(token, "dobj", "advmod", "attr", "prep")}
    if lemma in _ASKING and (asked := prepositional(token, "for")) is not None and asked.lower_ == "same":
        return -1 if is_negated(token) else 1  # "asked for the same"
    if lemma in _SAYING and words & {"much", "same", "likewise"} and child(token, "ccomp") is None:
        return -1 if is_negated(token) else 1  # "said as much"
    if lemma == "follow" and "suit" in words:
        return 1
    if lemma in ("see", "think", "feel", "say") and "differently" in words:
        return -1
    if lemma in _ELLIPTIC and child(token, *_CONTENT) is None and child(token, "nsubj") is not None:
        return _of_ellipsis(token)
    return 0


def _is_inverted(token: Token) -> bool:
    """True for the verb of "as does X", "so did X", "neither will X", whatever the parser makes of X."""
    return token.lemma_.lower() in _ELLIPTIC and token.i > 0 and token.nbor(-1).lower_ in _LIKEWISE


def _of_ellipsis(token: Token) -> int:
    """Return the turn of "X did not", "X does, too"."""
    if any(c.lower_ in (*_LIKEWISE, "too") for c in token.children):
        return 1
    return -1 if is_negated(token) else 0
