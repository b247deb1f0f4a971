"""Kinds of things: by which names an object may be called, and whether it is people, or a town."""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.grammar import child, children
from demandeur.lexicon import speech

_PARTITIVES = set(
    "dozen hundred thousand score million ton tonne number series group couple billion plan state process".split()
)
_PERSONS = {"man", "woman", "child", "boy", "girl", "person"}
_TOWNS = {"city", "town", "county", "village", "district"}


def names_of(thing: Token) -> set[str]:
    """Return the lemmas by which an object may be called: its head, its compounds, what "dozens of" stands before."""
    found = {c.lower_ for c in children(thing, "amod") if c.lower_ == "martial"}  # martial law
    own = thing.lemma_.lower()
    beside = ("conj",) if own in speech.object_nouns()["encounter"] else ("conj", "compound")  # "a policy meeting"
    found |= {own} | {c.lemma_.lower() for c in children(thing, *beside)}
    if thing.lemma_.lower() in _PARTITIVES or thing.pos_ == "NUM":
        found |= {inner.lemma_.lower() for phrase in children(thing, "prep") for inner in children(phrase, "pobj")}
    return found


def is_human(thing: Token) -> bool:
    """True for a name that may be a person's, and for a noun of people."""
    if thing.pos_ == "PROPN":
        return thing.ent_type_ in ("PERSON", "NORP", "")
    is_known = thing.lower_ in lexicon.offices() or thing.lower_ in lexicon.group_nouns() or thing.ent_type_ == "NORP"
    return is_known or thing.lemma_ in _PERSONS


def is_town(thing: Token) -> bool:
    """True for the city of "the city of Mirre"."""
    of = child(thing, "prep")
    name = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return thing.lower_ in _TOWNS and name is not None and name.pos_ == "PROPN"
