"""Speaking nouns: common nouns that a reporting verb shows to be somebody, or somebody's words.

"One pianist wrote…" and "a union man said…" are persons that no list of offices need have; "Ana Reyl's letter said…"
are her words.
"""

import re

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Cast
from demandeur.grammar import child, children
from demandeur.lexicon import speech
from demandeur.participants import DOCUMENTS, surface_subject
from demandeur.rules import declare

DOCUMENT = declare(
    "mention.document",
    "a letter, statement, report that says something, as the one whose it is",
    catches=(
        "Ana Reyl's statement said the talks had failed.",
        "A letter by Ana Reyl said the talks had failed.",
        "In a letter Ana Reyl asked for help. “The talks have failed,” the letter said.",
    ),
    spares=("A statement said the talks had failed.", "Ana Reyl's letter arrived."),
)
SPEAKING = declare(
    "mention.speaking-noun",
    "a person or people whom only their speaking shows to be an actor",
    catches=(
        "The city said the market was empty.",
        "One pianist said the market was empty.",
        "Some individuals said the market was empty.",
        "The widow refused to leave.",
    ),
    spares=(
        "The letter said the market was empty.",
        "One pianist left.",
        "The city was empty.",
        "The lock refused to open.",
    ),
)

_FARTHEST = 60  # tokens
_TAKEN = {"receive", "get", "see", "read", "reject", "obtain", "reply", "answer", "review", "cite", "quote"}
_PERSONAL = re.compile(r"(?:poster|[^aeiou]er|[^aeiou]or|ist|ian|eer|man|woman|folk)$")
_THINGS = set(
    "letter paper order number chapter computer error factor disclaimer filter corner power weather water river border "
    "quarter tower trailer cover folder header flier flyer rumor rumour mirror indicator matter banner sticker "
    "newsletter answer offer disaster winter summer september october november december mayor major minor sector "
    "floor door color colour labor humor list assist hour terror horror word sister-paper manner".split()
)


_VOICES = {"site", "website", "blog", "outlet", "portal", "channel"}


def speaks(token: Token) -> bool:
    """True for a common noun that is the subject of a verb of saying; for a person's also of asking, refusing."""
    verb = token.head
    if token.pos_ != "NOUN" or verb.pos_ != "VERB" or token.dep_ not in ("nsubj", "conj"):
        return False
    if token.lemma_.lower() in lexicon.acting_places() and len(children(verb, "nsubj")) > 1:
        return False  # "the harbour, the ministry said, would close"
    entry = speech.reporting_verbs().get(verb.lemma_)
    says = entry is not None and entry.quotes
    noun = token.lemma_.lower()
    is_doer = noun in lexicon.person_nouns() or noun in lexicon.acting_places()
    acts = is_doer and (verb.lemma_, "verb") in speech.act_words()
    return (says or acts) and surface_subject(verb) == token


def is_acted_on(token: Token) -> bool:
    """True for the definite noun of a person whom somebody sues, thanks, asks: "threatened to sue the owner"."""
    if token.dep_ not in ("dobj", "nsubjpass") or token.lemma_.lower() not in lexicon.person_nouns():
        return False
    verb = token.head
    is_act = (verb.lemma_, "verb") in speech.act_words() or verb.lemma_ in speech.hostile_verbs()
    return is_act and any(c.lower_ == "the" for c in children(token, "det"))


def author(cast: Cast, token: Token) -> list[str]:
    """Return whose the letter, report or statement is that says something."""
    if token.lemma_ not in DOCUMENTS:
        return []
    for part in token.children:
        if part.dep_ == "prep" and part.lower_ in ("by", "from") and (who := child(part, "pobj")) is not None:
            return cast.all_of(who)
    for part in children(token, "poss", "compound"):
        mention = cast.at(part)
        if mention is not None and (part.dep_ == "poss" or mention.form == "name"):
            return list(cast.who(part))
    return _writer(cast, token) if any(c.lower_ in ("the", "their") for c in token.children) else []


def _writer(cast: Cast, token: Token) -> list[str]:
    """Return who "in a letter asked", "signed a letter", where "the letter" stands now."""
    for earlier in reversed(cast.doc[max(token.i - _FARTHEST, 0) : token.i]):
        if earlier.lemma_ != token.lemma_ or earlier.pos_ != "NOUN" or earlier.dep_ not in ("pobj", "dobj"):
            continue
        verb = earlier.head if earlier.dep_ == "dobj" else earlier.head.head
        in_it = earlier.dep_ == "dobj" or earlier.head.lower_ == "in"
        own = surface_subject(verb) if verb.pos_ == "VERB" and in_it and verb.lemma_ not in _TAKEN else None
        return cast.all_of(own) if own is not None else []
    return []


def is_somebody(token: Token) -> bool:
    """True for a noun of persons, or of a medium or a place that speaks for them."""
    noun = token.lemma_.lower()
    return noun in _VOICES or noun in lexicon.acting_places() or is_one_person(token)


def is_one_person(token: Token) -> bool:
    """True for a noun of persons, by its ending or because everybody knows it."""
    noun = token.lemma_.lower()
    if noun in DOCUMENTS or noun in _THINGS or noun in _VOICES or noun in lexicon.acting_places():
        return False
    return noun in lexicon.person_nouns() or _PERSONAL.search(noun) is not None
