"""Issuers: whose act a trigger is, where its grammatical subject is only a document, a number of people, or a name."""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Cast
from demandeur.descriptions import describe
from demandeur.grammar import child, children, conjuncts, prepositional, subtree
from demandeur.lexicon.speech import ActWord
from demandeur.participants import DOCUMENTS, agent, holder, is_taken, owner, subject, surface_subject
from demandeur.side_words import leaning_of

_NUMBERS = set("dozen hundred thousand score million number group majority some many several most".split())
_ANYBODY = {"those", "others", "anyone", "anybody", "everyone", "someone"}
"""Who is somebody, but not whoever tells of them: "called those pushing for it fools"."""
_BEHIND = ("dobj", "pobj", "npadvmod", "nsubjpass")
_DOERS = ("ers", "ors", "ists", "ians", "women", "men", "folk")
_NO_DOERS = set(
    "number paper letter server computer order offer power tower river water other chapter factor sector vector "
    "monitor motor reactor door error color floor mirror matter corner figure measure procedure feature disaster "
    "answer quarter semester winter summer border poster banner newspaper register barrier carrier tractor container "
    "trailer tanker freighter trawler helicopter cluster filter meter trigger master parameter pointer disorder "
    "encounter counter center theater weather regimen specimen omen abdomen layer player-piano indicator".split()
)
"""Nouns in these endings that do nothing."""


def issuer_of(cast: Cast, token: Token, entry: ActWord) -> Token | None:
    """Return the token of the one who performs the act of a trigger, or ``None``."""
    if entry.part == "verb":
        own = subject(token)
        if own is None and token.tag_ == "VBG" and token.i and token.nbor(-1).lower_ in _ANYBODY:
            own = token.nbor(-1)
        if own is None and entry.act == "CONCEDE":
            own = holder(token)
        if own is None and token.lemma_ == "oblige":  # "would be obliged if"
            own = child(token, "nsubjpass")
        if own is None and token.lemma_ == "oppose":  # "is opposed to"
            own = surface_subject(token.head if token.dep_ == "acomp" else token)
    elif entry.part == "noun":
        own = owner(token)
        own = _from_phrase(token) if own is None and entry.act == "SUPPORT" else own
        if own is None and token.head.lemma_ == "make" and token.dep_ in ("ccomp", "oprd", "attr"):
            own = subject(token.head)  # "made it a condition that"
        own = prepositional(token, "between") if own is None and entry.act == "CONSULT" else own
        if own is None and entry.act == "REQUEST":  # "a United Nations appeal", "an Australian ultimatum"
            own = next((c for c in children(token, "amod", "compound", "nmod") if cast.who(c)), None)
        if own is None and entry.act == "REQUEST" and is_taken(token):  # "rejected a union request"
            own = next((c for c in children(token, "compound") if c.lower_ in lexicon.group_nouns()), None)
    else:
        head = token.head
        own = surface_subject(head) if head.pos_ in ("VERB", "AUX") else None
        if head.pos_ == "NOUN" and entry.act == "ACCUSE":  # "a report critical of X"
            own = _maker(cast, head)
        elif head.pos_ in ("NOUN", "PROPN") and token.i > head.i:  # "conservatives willing to serve"
            own = head
    return actor_behind(cast, token, own)


def actor_behind(cast: Cast, token: Token, own: Token | None) -> Token | None:
    """Return the actor behind a subject that is none: X in "dozens of X", "X passed a resolution condemning …"."""
    if own is None and token.pos_ == "NOUN" and token.dep_ == "ROOT" and token.tag_ == "NNS":
        own = child(token, "compound")  # "Island bloc lobbies for a cap": a headline, read as a noun
    if own is None or cast.who(own):
        return own
    whose = child(own, "poss") if own.lemma_ in DOCUMENTS else None
    if whose is not None and cast.who(whose):
        return whose  # "the president's letter gave them until Friday"
    if (named := next((t for t in subtree(own) if t.dep_ == "appos" and cast.who(t)), None)) is not None:
        return named
    is_number = own.lemma_.lower() in _NUMBERS or own.pos_ == "NUM"  # "two of them"
    if is_number and (people := prepositional(own, "of")) is not None and cast.who(people):
        return people
    if any(c.lower_ == "who" for c in children(token, "nsubj")):
        return own  # somebody, and no document
    is_behind = own in token.ancestors and own.dep_ in _BEHIND and own.lower_ not in _ANYBODY
    if token.dep_ in ("acl", "relcl", "advcl") and is_behind:
        return _maker(cast, own) or own
    return own


def _maker(cast: Cast, document: Token) -> Token | None:
    """Return X in "X passed a resolution", "in a statement, X said": who made the document, or whose it is."""
    for candidate in (child(document, "poss"), prepositional(document, "by", "from"), child(document, "compound")):
        if candidate is not None and cast.who(candidate):
            return candidate
    verb = document.head if document.head.pos_ == "VERB" else document.head.head
    if document.dep_ == "nsubjpass" and (by := agent(verb)) is not None and cast.all_of(by):
        return by
    fought = leaning_of(verb) if document.dep_ == "dobj" else None
    if fought is not None and fought.side < 0:
        return None  # "booed a plank backing it": it was not theirs
    doer = surface_subject(verb) if verb.pos_ == "VERB" else None
    return doer if doer is not None and cast.all_of(doer) else None


def _from_phrase(noun: Token) -> Token | None:
    """Return X in "support for a truce from X", wherever the parser hung the phrase."""
    for token in subtree(noun):
        if token.lower_ in ("from", "by") and token.dep_ == "prep":
            return child(token, "pobj")
    return None


def all_named(cast: Cast, own: Token) -> list[str]:
    """Return whom a word means, with those beside it whom only this shows to be actors: A in "A and Norway asked"."""
    known = cast.all_of(own)
    for one in conjuncts(own) if known else ():
        if one.pos_ == "PROPN" and cast.at(one) is None:
            describe(cast, one)
    return cast.all_of(own)


def _are_people(noun: Token) -> bool:
    """True for the vintners of "vintners welcomed it": who are called by what they do."""
    is_doer = noun.dep_ == "nsubj" or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")
    name = noun.lemma_.lower()
    if is_doer and noun.pos_ == "NOUN" and (name in lexicon.person_nouns() or name in lexicon.acting_places()):
        return True
    is_subject = noun.tag_ == "NNS" and is_doer
    return is_subject and noun.lower_.endswith(_DOERS) and noun.lemma_.lower() not in _NO_DOERS


def named_by_act(cast: Cast, own: Token) -> tuple[str, ...]:
    """Return a new actor for a name that no list knows but that asks, refuses or threatens: it is somebody's."""
    if _are_people(own) and cast.at(own) is None:
        describe(cast, own)
        return cast.who(own)
    if own.dep_ == "compound" and own.lower_ in lexicon.group_nouns() and own.pos_ in ("NOUN", "PROPN"):
        describe(cast, own)
        return cast.who(own)
    if own.pos_ != "PROPN" or own.dep_ not in ("nsubj", "pobj") or cast.at(own) is not None:
        return ()
    describe(cast, own)
    return cast.who(own)
