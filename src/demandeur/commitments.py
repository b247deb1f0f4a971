"""Commitments: what a speaker would do on a condition: an offer with its price, or a threat with its occasion.

"The crew could leave if the gunboats went" offers; "If they are not home by Friday, there will be no talks" threatens. The
condition itself asks its subject for something.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.grammar import auxiliaries, bounds, child, children, is_negated, subtree_without
from demandeur.lexicon import speech
from demandeur.rules import declare
from demandeur.statement import Statement

OFFER = declare(
    "act.conditional-offer",
    "in a statement: would, could, will with if, provided that, only if: an offer on a condition",
    catches=(
        "Ana Reyl said Norway could join the talks if the ships were withdrawn.",
        "“We will send a team only if Chad agrees,” Ana Reyl said.",
    ),
    spares=("Ana Reyl said it would rain if the wind turned.", "Norway would join if it could."),
)
THREAT = declare(
    "act.conditional-threat",
    "in a statement: a harm or an end of something good, on a condition",
    catches=("“If the sailors are not released, we will close our ports,” Ana Reyl said.",),
    spares=("“If it rains, we will close the window,” Ana Reyl said.",),
)
_PROMISING = {"will", "would", "could", "can", "’ll", "'ll", "may", "might", "shall", "wo"}
_MARKS = {"if", "unless", "provided", "providing", "once"}
_WEATHER = {"rain", "snow", "happen", "take", "seem", "depend", "cost", "be", "know", "find"}


def find_commitments(doc: Doc, cast: Cast, statements: list[Statement]) -> Iterator[Act]:
    """Yield the conditional offers and threats of the statements."""
    for statement in statements:
        if not statement.speakers:
            continue
        for start, end in statement.spans:
            span = doc.char_span(start, end, alignment_mode="expand")
            for token in span or []:
                condition = _condition(token)
                if condition is not None:
                    yield from _commitment(cast, statement, token, condition)


def _condition(verb: Token) -> Token | None:
    """Return the verb of the "if" clause of a promising verb."""
    if verb.pos_ not in ("VERB", "AUX") or not auxiliaries(verb) & _PROMISING:
        return None
    beside = children(verb, "advcl", "prep")
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        beside += [c for c in children(verb.head, "advcl", "prep") if c.i > verb.head.i]
    for clause in beside:
        mark = child(clause, "mark")
        if mark is not None and mark.lower_ in _MARKS:
            return clause
        if clause.lower_ in ("provided", "providing") and (inner := child(clause, "ccomp", "pcomp")) is not None:
            return inner
        if clause.lower_ == "on" and (noun := child(clause, "pobj")) is not None and noun.lemma_ == "condition":
            return child(noun, "acl", "ccomp", "relcl")
    return None


def _commitment(cast: Cast, statement: Statement, verb: Token, condition: Token) -> Iterator[Act]:
    own = child(verb, "nsubj", "nsubjpass")
    modal = next((c for c in children(verb, "aux") if c.lower_ in _PROMISING), verb)
    holder = condition
    while holder.dep_ not in ("advcl", "prep") and holder.head != holder and holder.head != verb:
        holder = holder.head
    words = subtree_without(verb, *[c for c in verb.children if c.i == holder.i or c.dep_ in ("ccomp", "parataxis")])
    if condition.i < verb.i:
        last = max(t.i for t in holder.subtree)
        words = [t for t in words if t.i > last]
    if condition.lemma_ in _WEATHER - {"be"}:
        return
    hostile = is_hostile(verb, words)
    bound = _is_unless(condition) or is_negated(condition)
    if not hostile and (bound or own is None or (verb.lemma_ in _WEATHER and not cast.who(own))):
        return
    if not hostile and not (_ours(cast, own, statement) or cast.who(own)):
        return
    if hostile and own is not None and not _ours(cast, own, statement) and not bound:
        return
    span = bounds(words)
    kind, rule = ("THREATEN", THREAT) if hostile else ("OFFER", OFFER)
    whom = next(
        (t for t in words if (m := cast.at(t)) and m.form != "pronoun" and not set(m.actors) & set(statement.speakers)),
        None,
    )
    act = Act(
        kind,
        rule,
        (modal.idx, modal.idx + len(modal)),
        verb,
        None,
        whom if hostile else None,
        span,
        4 if hostile else 2,
        False,
        "future",
        0.6,
    )
    act.condition = bounds(holder.subtree)
    yield act


def _is_unless(condition: Token) -> bool:
    mark = child(condition, "mark")
    return mark is not None and mark.lower_ == "unless"


def _ours(cast: Cast, own: Token, statement: Statement) -> bool:
    """True when the subject is the speaker, or a thing that no other actor owns."""
    who = cast.who(own)
    if own.lower_ in ("we", "i"):
        return True
    if who:
        return bool(set(who) & set(statement.speakers)) or any(cast.actors[w].state in statement.speakers for w in who)
    return own.pos_ in ("NOUN", "PROPN")


def is_hostile(verb: Token, words: list[Token]) -> bool:
    """True when what will happen is harm, or the end of something: a hostile verb, or "no talks", "won't be".

    ``lexicon/hostile_verbs.csv`` has the verbs.
    """
    if verb.lemma_ in speech.hostile_verbs() and not is_negated(verb):
        return True
    if verb.lemma_ == "be" and child(verb, "expl") is not None:
        return any(t.lower_ in ("no", "consequences", "war", "retaliation", "sanctions") for t in words)
    if verb.lemma_ == "face":
        return True
    return is_negated(verb) and verb.lemma_ not in ("stop", "end", "block", "leave")


def asked_by_condition(cast: Cast, act: Act, condition: Token) -> tuple[Token | None, tuple[int, int]]:
    """Return whom a condition asks, and for what: its subject when that is an actor, and its words."""
    own = child(condition, "nsubj", "nsubjpass")
    named = own is not None and bool(cast.who(own))
    return (own if named else None, bounds(predicate(condition) if named else condition.subtree))
