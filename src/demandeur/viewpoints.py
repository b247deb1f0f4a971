"""Viewpoints: whose view a sentence gives by its own words: "according to X", "to X, …", "as X has said"."""

from collections.abc import Collection

from spacy.tokens import Span as Words
from spacy.tokens import Token

from demandeur.cast import Cast
from demandeur.grammar import child, prepositional
from demandeur.lexicon import speech
from demandeur.statement import Statement
from demandeur.undone import is_first_person

_NAMELESS = {"they", "some", "people", "critics", "opponents", "those", "who", "others", "many"}
_VIEWS = {"word", "view", "eye", "opinion", "book", "judgment", "judgement", "mind", "telling"}


def source(cast: Cast, sentence: Words) -> list[str]:
    """Return X of a sentence's "according to X"."""
    for token in sentence:
        if token.lower_ == "according" and (whose := prepositional(token, "to")) is not None:
            return cast.all_of(whose)
    return []


def agreeing(cast: Cast, sentence: Words) -> list[str]:
    """Return X of a sentence's "as X has said": who says the same as the one whose words these are."""
    for token in sentence:
        if token.lower_ == "as" and token.dep_ == "mark" and token.head.lemma_.lower() in speech.reporting_verbs():
            said = token.head
            if said.dep_ == "advcl" and (who := child(said, "nsubj")) is not None and not child(said, "dobj", "ccomp"):
                return cast.all_of(who)
    return []


def is_anothers_word(cast: Cast, token: Token, actors: Collection[str], statement: Statement | None = None) -> bool:
    """True for what others tell of the actors: "my opponent says I want it", "they accuse us of wanting it".

    With a statement only what its own words tell so counts, and of others only nameless ones: "people say that …".
    """
    for node in (token, *token.ancestors):
        verb = node.head if node.dep_ == "ccomp" else node.head.head if node.dep_ == "pcomp" else None
        if verb is None or (statement is not None and not statement.holds(verb.idx)):
            continue
        says = verb.lemma_ == "accuse" or verb.lemma_.lower() in speech.reporting_verbs()
        who = child(verb, "nsubj") if says else None
        if who is None or is_first_person(who) or set(cast.all_of(who)) & set(actors):
            continue
        if statement is None or who.lower_ in _NAMELESS:
            return True
    return False


def is_laid_to_oneself(cast: Cast, own: Token | None, token: Token, actors: Collection[str]) -> bool:
    """True for the wish of "my opponent says I want it": the speaker tells of it, and doesn't have it."""
    return own is not None and is_first_person(own) and is_anothers_word(cast, token, actors)


def viewpoint(cast: Cast, sentence: Words) -> list[str]:
    """Return X of "To X, the dam is a trap", "It is “a trap”, in X's words": whose view a sentence gives."""
    for token in sentence:
        if token.dep_ != "prep" or token.head.dep_ not in ("ROOT", "ccomp", "conj"):
            continue
        whose = child(token, "pobj")
        if whose is None:
            continue
        if token.lower_ == "in" and whose.lemma_.lower() in _VIEWS:
            found = child(whose, "poss") or prepositional(whose, "of")
            return cast.all_of(found)
        comma = whose.right_edge.i + 1
        is_first = token.i == sentence.start and comma < sentence.end and sentence.doc[comma].text == ","
        if token.lower_ in ("to", "for") and is_first and token.head.pos_ in ("AUX", "VERB"):
            return cast.all_of(whose)
    return []
