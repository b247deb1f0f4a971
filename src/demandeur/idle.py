"""Idle objects: with what a verb of the lexicons makes no act: "accepted money", "met a deadline", "offered a view".

``lexicon/idle_objects.csv`` has them.
"""

from spacy.tokens import Token

from demandeur.grammar import children, prepositional
from demandeur.lexicon import speech
from demandeur.participants import patient

_NUMBER = "#"
_MAGNITUDES = {"hundred", "thousand", "million", "billion", "trillion"}


def is_idle(verb: Token) -> bool:
    """True where the verb's object shows that it makes no act, also behind "re" in "seeks re-election"."""
    idle = speech.idle_objects().get(verb.lemma_.lower())
    if idle is None:
        return False
    things = {thing for thing in (patient(verb), *children(verb, "dobj")) if thing is not None}
    return any(_is_idle_thing(verb, thing, idle) for thing in things)


def _is_idle_thing(verb: Token, thing: Token, idle: frozenset[str]) -> bool:
    if thing.lower_ == "you":
        return verb.lemma_ == "thank" and prepositional(verb, "for") is None  # "thank you so much"
    if thing.lower_ == "re" and thing.nbor().text == "-":
        return thing.nbor(2).lemma_ in idle
    head = thing.lemma_.lower()
    names = {head} | {f"{part.lower_} {head}" for part in children(thing, "compound", "amod")}
    return bool(names & idle) or (_NUMBER in idle and _is_number(thing))


def _is_number(thing: Token) -> bool:
    """True for "millions", "$50"; not for the millions of "millions of refugees"."""
    is_one = thing.pos_ == "NUM" or thing.ent_type_ == "MONEY" or thing.lemma_.lower() in _MAGNITUDES
    whose = prepositional(thing, "of")
    return is_one and (whose is None or whose.ent_type_ == "MONEY" or whose.lemma_ in ("dollar", "pound", "euro"))
