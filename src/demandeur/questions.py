"""Questions: sentences that ask, and what they leave open by it."""

from spacy.tokens import Doc, Token

from demandeur.grammar import child, subtree, text_of, words_of
from demandeur.negation import is_negated
from demandeur.once import once_a_document

MINDING = {"forget", "remember", "recall", "know", "realise", "realize", "understand", "recognise", "recognize"}
"""Verbs for having something in mind, whose clause is told for true: "let us not forget that they did", "do you know
that I back it?"."""


def is_question(token: Token) -> bool:
    """True when the token's sentence ends with a question mark."""
    return token.i in _questioned(token.doc)


@once_a_document
def _questioned(doc: Doc) -> set[int]:
    """Return the places of all tokens in sentences that end with a question mark."""
    text = text_of(doc)
    asked = [s for s in doc.sents if text[s.start_char : s.end_char].rstrip(" \n”’\"'").endswith("?")]
    return {place for sentence in asked for place in range(sentence.start, sentence.end)}


def is_put_in_question(word: Token) -> bool:
    """True for the words of "does she back it?", not of "why does she?", "isn't it a disaster?"."""
    if "?" not in words_of(word.doc):
        return False
    for node in (word, *word.ancestors):
        if node.pos_ in ("VERB", "AUX") and _asks(node):
            return True
        if node.dep_ in ("relcl", "appos") or (node.dep_ == "ccomp" and node.head.lemma_ in MINDING):
            return False
    return False


def is_asked_about(verb: Token) -> bool:
    """True for the verb of "will the minister accept it?": nobody has; not of "may I ask you to wait?"."""
    if "?" not in words_of(verb.doc) or verb.pos_ not in ("VERB", "AUX") or not _asks(verb):
        return False
    own = child(verb, "nsubj", "nsubjpass")
    return own is not None and own.lower_ not in ("i", "we")


def _asks(verb: Token) -> bool:
    """True for the verb of "does she back it?"."""
    first = verb if verb.pos_ == "AUX" else child(verb, "aux", "auxpass")
    own = child(verb, "nsubj", "nsubjpass", "expl")
    if first is None or own is None or first.i > own.i or is_negated(verb):
        return False
    before = [t.tag_ for t in subtree(verb) if t.i < first.i]
    ends = any(t.text == "?" for t in subtree(verb))
    return ends and not any(tag in ("WP", "WRB", "WDT", "WP$") for tag in before)
