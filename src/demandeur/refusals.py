"""Refusals: "we will not sign", "said Norway would never meet them": what somebody, by a statement, will not do."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.complement import Complement
from demandeur.counterparts import counterpart
from demandeur.grammar import antecedent, auxiliaries, bounds, children, is_passive, span_of
from demandeur.negation import is_negated
from demandeur.participants import surface_subject
from demandeur.realis import IN_REPORTS, TO_COME
from demandeur.rules import declare
from demandeur.statement import Statement

WILL_NOT = declare(
    "act.will-not",
    "a speaker says that he, his side, or somebody he reports on will not do something",
    catches=(
        "“We will not play that part,” Ana Reyl said.",
        "Ana Reyl said she would never be part of a show trial.",
        "Ana Reyl said Norway would not join the blockade.",
        "Ana Reyl said Norway was ready to talk, but would not join a march.",
        "Ana Reyl said Chad would not join the blockade.",
    ),
    spares=(
        "Ana Reyl said she would not comment.",
        "Ana Reyl said it would not rain.",
        "“Chad will not break us,” Ana Reyl said.",
        "“We will not know before Monday,” Ana Reyl said.",
        "Ana Reyl said Norway would not join the blockade if it could pay.",
    ),
)
_UNWILLED = set(
    "be have know need seem appear happen matter forget succeed fail win lose survive find see hear feel like want "
    "believe think understand remember comment elaborate speculate say tell speak discuss confirm disclose identify "
    "hesitate rest sleep stop mind benefit suffer get become remain last work mean cost face".split()
)
"""Verbs of which "will not" refuses nothing: states, luck, silence, and "will not rest until"."""
_TAKING_PART = set(
    "part party subject intimidated bullied drawn dictated blackmailed deterred cowed swayed "
    "pushed bossed lectured ordered rushed pressured cornered".split()
)
_UNDER = {"if", "unless", "until", "once", "when"}


def find_refusals(doc: Doc, cast: Cast, statements: list[Statement], taken: set[int]) -> Iterator[Act]:
    """Yield the refusals in statements, but at the tokens already taken."""
    seen = set(taken)
    for statement in statements:
        for token in _verbs_of(doc, statement) if statement.speakers else ():
            if token.i not in seen and _is_refused(token) and _is_own(cast, statement, token):
                seen.add(token.i)
                yield _refusal(cast, statement, token)


def _verbs_of(doc: Doc, statement: Statement) -> Iterator[Token]:
    """Yield a statement's verbs, and a "would" clause that the parser hung on the verb of saying."""
    yield from statement.verbs(doc)
    if statement.cue_token is not None and statement.quote_type != "direct":
        yield from (c for c in children(statement.cue_token, "conj") if auxiliaries(c) & IN_REPORTS)


def _is_refused(verb: Token) -> bool:
    """True for "will not", "would never" and a verb of something that can be refused."""
    if verb.pos_ not in ("VERB", "AUX") or not auxiliaries(verb) & TO_COME or not is_negated(verb):
        return False
    if verb.dep_ in ("advcl", "relcl", "acl") or _has_condition(verb):
        return False
    if verb.lemma_ == "be" or is_passive(verb):
        return verb.lower_ in _TAKING_PART or any(c.lower_ in _TAKING_PART for c in verb.children)
    return verb.lemma_.lower() not in _UNWILLED


def _has_condition(verb: Token) -> bool:
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return any(c.lower_ in _UNDER and c.dep_ in ("mark", "advmod") for clause in clauses for c in clause.children)


def _is_own(cast: Cast, statement: Statement, verb: Token) -> bool:
    """True where the subject is the speaker or the one he speaks for, and in reports for any actor."""
    own = surface_subject(verb)
    if own is None:
        return False
    if own.lower_ in ("i", "we"):
        return True
    who = set(cast.who(antecedent(own)))
    return bool(who & cast.with_states(statement.speakers)) or (bool(who) and statement.quote_type != "direct")


def _refusal(cast: Cast, statement: Statement, verb: Token) -> Act:
    words = tuple(t for t in predicate(verb) if t.dep_ != "neg" and t.lower_ != "never")
    own = surface_subject(verb)
    return Act(
        act="REJECT",
        rule=WILL_NOT,
        trigger=span_of(verb),
        token=verb,
        issuer=own if cast.who(own) else None,
        issuers=statement.speakers,
        addressee=counterpart(cast, verb, own, Complement(WILL_NOT, None, words, verb)),
        guessed=True,
        content=bounds(words),
        strength=4,
        realis="future",
    )
