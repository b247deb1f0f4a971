"""Refusals: "we will not sign", "said Norway would never meet them": what somebody, by a statement, will not do."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import noun_words, predicate_without_not
from demandeur.complement import Complement
from demandeur.conditions import lacked_beside, lacked_in
from demandeur.counterparts import counterpart
from demandeur.grammar import (
    antecedent,
    auxiliaries,
    bounds,
    child,
    children,
    is_passive,
    sentence_of,
    span_of,
    subtree,
)
from demandeur.negation import does_none, is_negated
from demandeur.participants import surface_subject
from demandeur.realis import IN_REPORTS, POSSIBLE, TO_COME
from demandeur.rules import declare
from demandeur.side_words import is_phrase, leaning_of
from demandeur.statement import Span, Statement

WILL_NOT = declare(
    "act.will-not",
    "a speaker says that he, his side, or somebody he reports on will not do something",
    catches=(
        "“We will not play that part,” Ana Reyl said.",
        "Ana Reyl said she would never be part of a show trial.",
        "Ana Reyl said Norway would not join the blockade.",
        "Ana Reyl said Norway was ready to talk, but would not join a march.",
        "Ana Reyl said Chad would not join the blockade.",
        "“We will not return to work until Norway restores the bonus,” Ana Reyl said.",
        "Ana Reyl said Chad's troops would not leave until Norway freed the prisoners.",
        "“We cannot sign the truce without guarantees,” Ana Reyl said.",
        "“We will release nobody until Chad names them all,” Ana Reyl said.",
        "“We are not leaving until they scrap the plan,” Ana Reyl said.",
        "“They will get food, but they won't get the money,” Ana Reyl said.",
        "“We are not going to reverse this,” Ana Reyl said.",
    ),
    spares=(
        "Ana Reyl said she would not comment.",
        "Ana Reyl said it would not rain.",
        "“Chad will not break us,” Ana Reyl said.",
        "“We will not know before Monday,” Ana Reyl said.",
        "“We are not selling the house,” Ana Reyl said.",
        "“We cannot sign the truce on Monday,” Ana Reyl said.",
        "“We could not have signed it without Norway,” Ana Reyl said.",
        "Ana Reyl said she would not stand in its way.",
        "“They won't get there,” Ana Reyl said.",
        "Ana Reyl said they would not get the money.",
        "Ana Reyl said Norway would not join the blockade if it could pay.",
    ),
)
NONE_UNTIL = declare(
    "act.none-until",
    "a speaker says that there will, or can, be none of something until, unless or without something else",
    catches=(
        "“There can be no ceasefire without the release of our leader,” Ana Reyl said.",
        "Ana Reyl said there would be no talks until Chad withdrew its troops.",
        "“No talks before an apology,” Ana Reyl said.",
        "“No apology, no talks,” Ana Reyl said.",
    ),
    spares=(
        "“There will be no talks,” Ana Reyl said.",
        "“There will be no rain until Monday,” Ana Reyl said.",
        "“There was no rain without thunder,” Ana Reyl said.",
    ),
)
_UNWILLED = set(
    "be have know need seem appear happen matter forget succeed fail win lose survive find see hear feel like want "
    "believe think understand remember comment elaborate speculate say tell speak discuss confirm disclose identify "
    "hesitate rest sleep stop mind benefit suffer get become remain last work mean cost face bet "
    "guess imagine call describe".split()
)
"""Verbs of which "will not" refuses nothing: states, luck, silence, and "will not rest until"."""
_TAKING_PART = set(
    "part party subject intimidated bullied drawn dictated blackmailed deterred cowed swayed "
    "pushed bossed lectured ordered rushed pressured cornered".split()
)
_NOW = {"am", "are", "is", "’m", "'m", "’re", "'re", "’s", "'s"}
"""By which one says what one will do: "we are not leaving until they pay"."""
_OTHERS = {"they", "you", "he", "she"}
_GETTING = {"get", "have", "receive"}
_WILL = {"will", "wo", "’ll", "'ll", "shall"}
_UNDER = {"if", "unless", "until", "till", "once", "when", "before"}
_LASTING = {"unless", "until", "till", "before"}
"""What stands before that without which it is refused."""


def find_refusals(doc: Doc, cast: Cast, statements: list[Statement], taken: set[int]) -> Iterator[Act]:
    """Yield the refusals in statements, but at the tokens already taken."""
    seen = set(taken)
    for statement in statements:
        for token in _verbs_of(doc, statement) if statement.speakers else ():
            if token.i not in seen and (terms := terms_of_none(token)) is not None:
                seen.add(token.i)
                yield _none_until(cast, statement, token, terms)
            elif token.i not in seen and _is_a_refusal(cast, statement, token):
                seen.add(token.i)
                yield _refusal(cast, statement, token)


def _is_a_refusal(cast: Cast, statement: Statement, verb: Token) -> bool:
    is_own = _is_refused(cast, verb) and _is_own(cast, statement, verb)
    return is_own or _is_kept_from_others(statement, verb)


def _verbs_of(doc: Doc, statement: Statement) -> Iterator[Token]:
    """Yield a statement's verbs, the noun of "no talks without a truce", and a "would" hung on the verb of saying."""
    yield from (t for t in statement.words(doc) if t.pos_ in ("VERB", "AUX") or _stands_alone(t))
    if statement.cue_token is not None and statement.quote_type != "direct":
        yield from (c for c in children(statement.cue_token, "conj") if auxiliaries(c) & IN_REPORTS)


def _stands_alone(word: Token) -> bool:
    """True for the talks of "“No talks,” she said"."""
    return word.pos_ == "NOUN" and (word.dep_ in ("ROOT", "ccomp") or _is_second_no(word))


def _is_second_no(noun: Token) -> bool:
    """True for the talks of "no apology, no talks"."""
    if noun.dep_ != "appos":
        return False
    has_no = [any(c.lower_ == "no" for c in children(one, "det")) for one in (noun, noun.head)]
    are_two = sum(t.lower_ == "no" for t in sentence_of(noun)) == len(has_no)  # not a list of what is missing
    return all(has_no) and are_two and noun.lemma_ != noun.head.lemma_  # not "no offense, no offense to you"


def _is_refused(cast: Cast, verb: Token) -> bool:
    """True for "will not", "would never" and a verb of something that can be refused."""
    if _is_not_going_to(verb):
        return verb.lemma_.lower() not in _UNWILLED and not (_conditions(verb) or _conditions(verb.head))
    is_meant = verb.tag_ == "VBG" and bool(auxiliaries(verb) & _NOW) and bool(_conditions(verb))
    if verb.pos_ not in ("VERB", "AUX") or not (is_meant or auxiliaries(verb) & POSSIBLE):
        return False
    if not is_negated(verb) and not does_none(verb):
        return False
    if "have" in auxiliaries(verb):
        return False  # "could not have done it without you"
    if not auxiliaries(verb) & TO_COME and lacked_in(verb) is None and not _conditions(verb):
        return False  # "cannot sign", but for "cannot sign without a pledge"
    entry = leaning_of(verb) if is_phrase(verb) else None
    if entry is not None and entry.side < 0:
        return False  # "would not stand in its way"
    if verb.dep_ in ("advcl", "relcl", "acl") or not all(_is_for_others(cast, verb, c) for c in _conditions(verb)):
        return False
    if verb.lemma_ == "be" or is_passive(verb):
        return verb.lower_ in _TAKING_PART or any(c.lower_ in _TAKING_PART for c in verb.children)
    return verb.lemma_.lower() not in _UNWILLED


def _is_not_going_to(verb: Token) -> bool:
    """True for the reverse of "we are not going to reverse this"."""
    going = verb.head
    is_to = verb.dep_ == "xcomp" and going.lower_ == "going" and child(verb, "dobj", "prep", "xcomp") is not None
    return is_to and is_negated(going) and bool(auxiliaries(going) & _NOW)


def _is_kept_from_others(statement: Statement, verb: Token) -> bool:
    """True for "they won't get the money", "you will not have it", as the one says who has it to give."""
    own = child(verb, "nsubj")
    if own is None or own.lower_ not in _OTHERS or verb.lemma_ not in _GETTING or statement.quote_type != "direct":
        return False
    is_will = bool(auxiliaries(verb) & _WILL) and is_negated(verb)
    return is_will and child(verb, "dobj") is not None and not _conditions(verb)


def _conditions(verb: Token) -> list[Token]:
    """Return the marks of the clauses that a verb is under: "if", "until"."""
    clauses = children(verb, "advcl")
    return [c for clause in clauses for c in children(clause, "mark", "advmod") if c.lower_ in _UNDER]


def _is_for_others(cast: Cast, verb: Token, mark: Token) -> bool:
    """True for the until of "we will not return until they pay": others are to do something first."""
    own, other = surface_subject(verb), child(mark.head, "nsubj", "nsubjpass")
    if mark.lower_ not in _LASTING or other is None or own is None:
        return False
    if other.lower_ == "they" and own.lower_ in ("i", "we"):
        return True
    is_thing = other.pos_ in ("NOUN", "PROPN", "NUM") and not cast.who(other)
    return is_thing or (bool(cast.who(other)) and not set(cast.who(other)) & set(cast.who(own)))


def _is_own(cast: Cast, statement: Statement, verb: Token) -> bool:
    """True where the subject is the speaker or the one he speaks for, and in reports for any actor."""
    own = surface_subject(verb)
    if own is None:
        return False
    if own.lower_ in ("i", "we"):
        return True
    who = set(cast.who(antecedent(own))) or set(cast.who(child(own, "poss")))
    return bool(who & cast.with_states(statement.speakers)) or (bool(who) and statement.quote_type != "direct")


def _refusal(cast: Cast, statement: Statement, verb: Token) -> Act:
    terms = [t for mark in _conditions(verb) for t in subtree(mark.head)]
    words = tuple(t for t in predicate_without_not(verb) if t not in terms)
    own = surface_subject(verb)
    own = None if own is not None and own.lower_ in _OTHERS and verb.lemma_ in _GETTING else own
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


def terms_of_none(verb: Token) -> tuple[Token, Span] | None:
    """Return X, and the terms as offsets, of "there can be no X without …", "no X until …"."""
    thing = child(verb, "attr") if child(verb, "expl") is not None else verb if verb.pos_ == "NOUN" else None
    if thing is None or (thing != verb and not auxiliaries(verb) & POSSIBLE):
        return None
    if not (is_negated(verb) or any(c.lower_ == "no" for c in children(thing, "det"))):
        return None
    if _is_second_no(thing):
        return thing, bounds(t for t in subtree(thing.head) if t.i < thing.left_edge.i and t.text != ",")
    for mark in (*_conditions(verb), *_conditions(thing)):
        if mark.lower_ in _LASTING and child(mark.head, "nsubj", "nsubjpass") is not None:
            return thing, bounds(subtree(mark.head))
    terms = lacked_beside(verb, thing)
    return (thing, terms) if terms is not None else None


def _none_until(cast: Cast, statement: Statement, verb: Token, terms: tuple[Token, Span]) -> Act:
    thing, condition = terms
    inside = [t for t in subtree(verb) if condition[0] <= t.idx < condition[1]]
    content = [t for t in noun_words(thing, verb) if t not in inside and t.lower_ != "no"]
    return Act(
        act="REJECT",
        rule=NONE_UNTIL,
        trigger=span_of(verb),
        token=verb,
        issuer=None,
        issuers=statement.speakers,
        addressee=next((t for t in inside if t.pos_ != "PRON" and set(cast.who(t)) - set(statement.speakers)), None),
        guessed=True,
        content=bounds(content),
        strength=4,
        realis="future",
        condition=condition,
    )
