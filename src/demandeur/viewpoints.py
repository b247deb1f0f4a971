"""Viewpoints: whose view a sentence gives by its own words: "according to X", "to X, …", "as X has said"."""

from spacy.tokens import Span as Words

from demandeur.cast import Cast
from demandeur.grammar import child, prepositional
from demandeur.lexicon import speech

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
