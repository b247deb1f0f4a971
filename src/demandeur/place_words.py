"""Words of places: what stands around a name that is a place's, or a state's."""

import re
from functools import cache

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.grammar import SUBJECTS, all_tokens, child, children, conjuncts, prepositional, text_of, tokens_of
from demandeur.namespan import NEIGHBOURS, NameSpan
from demandeur.turns import find_turns

_ONLY_A_STATES = {"airspace", "embassy", "sovereignty"}
_PLACING = {"in", "from", "near", "outside", "around", "to", "towards"}
_DIPLOMATIC = re.compile(r"\b(?:representative of|[Mm]y delegation|[Mm]y country)\b")
_LOCALITIES = {"harbour", "harbor", "port", "town", "city", "village", "island", "province", "region", "district"}
_DWELLERS = {"tenant", "resident", "inhabitant", "villager", "townspeople", "islander"}
_TRUST = set("trust confidence faith belief believe interest invest hope role part confide disappointed".split())
"""What one has in a person."""
_SITES = set(
    "bridge crossing depot border checkpoint camp base refinery plant mine quarry dam barracks airport".split()
)
"""What stands at a place, not at a person."""
_OF_A_STATE = {"city", "town", "capital", "border", "coast", "province", "region"}
_NEIGHBOUR = {"neighbour", "neighbor"}
_STATE_OFFICES = {"president", "minister", "premier", "king", "queen", "chancellor", "ambassador", "emir", "sultan"}
_SECTORS_OF_A_STATE = {"GOV", "MIL", "LEG", "SPY", "JUD", "COP"}
_ANYBODYS = set(
    "administration administrations regime allies rivals donors committee committees subcommittee leadership caucus "
    "caucuses delegates team campaign".split()
)
"""What a person, a firm or a party may have as well as a state."""
_PLACE_VERBS = {"lie", "host", "see", "sit", "remain", "stand", "flood", "burn", "fall"}


def owns_an_office(token: Token) -> bool:
    """True for X in "X's prime minister", "the government of X", "X's government"."""
    head = token.head
    if token.dep_ == "poss":
        is_shown = is_office_word(head) or _is_government(head) or _is_only_a_states(head)
        return is_shown and (token.ent_type_ == "GPE" or not _is_anybodys(head))
    if token.dep_ == "pobj" and head.lower_ == "of":
        noun = head.head
        return (is_office_word(noun) and noun.lower_ in _STATE_OFFICES) or (
            _is_government(noun) and noun.lower_ in ("government", "ministry", "parliament", "senate")
        )
    return False


def listed_states(doc: Doc) -> set[str]:
    """Return X, Y Z and W of "the ministers of X, Y Z and W", and the countries of a meeting's delegates."""
    found = set()
    for offices in tokens_of(doc, *(f"{office}s" for office in _STATE_OFFICES)):
        name = prepositional(offices, "of")
        for one in (name, *conjuncts(name)) if name is not None and name.pos_ == "PROPN" else ():
            words = [*children(one, "compound"), one]
            if all(word.pos_ == "PROPN" and word.text[1:].islower() for word in words):
                found.add(" ".join(word.text for word in words))
    text = text_of(doc)
    if _DIPLOMATIC.search(text):  # "Mr. Reyl (Norway):", where delegations speak
        found.update(text[slice(*bracket)] for turn in find_turns(text) for bracket in turn.brackets)
    return found


def is_in(name: Token) -> bool:
    """True for the Mirre of "talks in Mirre", not of "trust in Mirre"."""
    preposition = name.head
    trusts = preposition.head.lemma_ in _TRUST
    return name.dep_ == "pobj" and preposition.lower_ == "in" and not trusts


def is_where(name: Token) -> bool:
    """True for a name behind a preposition of place, and for that of "a new government for Mirre"."""
    is_for = name.dep_ == "pobj" and name.head.lower_ == "for" and name.head.head.lemma_ == "government"
    return is_in(name) or is_for


def is_a_home(name: Token) -> bool:
    """True for the Mirre of "Ana Reyl of Mirre", "the mayor of Mirre"."""
    of = name.head
    if name.dep_ != "pobj" or of.lower_ != "of" or name.left_edge.lower_ in ("the", "a"):
        return False
    return of.head.lemma_ == "mayor" or (of.head.pos_ == "PROPN" and of.head.ent_type_ == "PERSON")


def is_a_locality(name: Token) -> bool:
    """True for the Mirre of "the harbour of Mirre", "the tenants of Mirre Court", "the bridge at Mirre"."""
    if name.dep_ != "pobj":
        return False
    preposition, noun = name.head, name.head.head
    if preposition.lower_ == "of":
        return noun.lower_ in _LOCALITIES or noun.lemma_ in _DWELLERS
    site = child(noun, "dobj") if noun.pos_ == "VERB" else noun  # "crossed the bridge at Mirre"
    return preposition.lower_ == "at" and site is not None and site.lemma_ in _SITES and site.i < preposition.i


def _is_only_a_states(noun: Token) -> bool:
    """True for the capital of "in X's capital", which is no bank's; for an airspace, an embassy."""
    if noun.lower_ == "capital":
        return noun.dep_ == "pobj" and noun.head.lower_ in _PLACING
    return noun.lower_ in _ONLY_A_STATES


def is_neighbour(name: Token) -> bool:
    """True for the Halvard of "neighboring Halvard", "its larger neighbour Halvard", "the host, Halvard,"."""
    if name.dep_ == "appos" and name.head.lower_ == "host" and name.nbor(-1).text == ",":
        return True
    if name.i > 1 and name.nbor(-1).lower_ in _NEIGHBOUR and name.head == name.nbor(-1):
        return child(name.head, "poss") is not None
    return name.i > 0 and name.nbor(-1).lower_ in NEIGHBOURS


def is_of_more_words(token: Token) -> bool:
    """True for the York of "New York's legislature", a region that the lexicon has under its whole name."""
    if token.text not in _last_words() or not token.i:
        return False
    return f"{all_tokens(token.doc)[token.i - 1].text} {token.text}" in lexicon.regions()


@cache
def _last_words() -> frozenset[str]:
    """Return the words that end the names of regions of more words: York, Hampshire."""
    return frozenset(name.split()[-1] for name in lexicon.regions() if " " in name)


def is_office_word(token: Token) -> bool:
    """True for an office that states have: "minister", "envoy", "general"."""
    office = lexicon.offices().get(token.lower_)
    return office is not None and office.sector in _SECTORS_OF_A_STATE


def is_adjective(tokens: list[Token], *, official: bool) -> bool:
    """True for an adjective before a noun; ``official`` wants an office or a government behind it."""
    for token in tokens:
        if token.dep_ not in ("amod", "compound", "nmod") or token.head.i <= token.i:
            continue
        if token.head.lower_ in _OF_A_STATE:
            return True
        if not official or is_office_word(token.head) or _is_government(token.head) or _titled_by(token):
            return True
    return False


def _titled_by(token: Token) -> bool:
    """True for "Ruvenian Water Minister Petra Voskan": an office among the next words."""
    return any(is_office_word(t) for t in token.doc[token.i + 1 : token.i + 4])


def has_state_evidence(doc: Doc, span: NameSpan) -> bool:
    """True where the words around a name's mention show a state: an office, a neighbour, a deed."""
    token = doc[span.last]
    head = token.head
    if is_neighbour(doc[span.first]):
        return True
    if token.dep_ in ("poss", "compound", "nmod") and (is_office_word(head) or _is_government(head)):
        return token.ent_type_ == "GPE" or not (_is_anybodys(head) or (token.dep_ != "poss" and _may_be_a_firms(head)))
    behind = doc[span.last + 1] if span.last + 1 < len(doc) else None
    if behind is not None and is_office_word(behind) and behind.text[0].isupper():
        return True
    acts = head.pos_ == "VERB" and head.lemma_ not in _PLACE_VERBS
    return acts and token.dep_ in SUBJECTS and token.ent_type_ == "GPE"


def _is_government(token: Token) -> bool:
    noun = lexicon.group_nouns().get(token.lower_)
    return noun is not None and noun.sector in ("GOV", "MIL", "LEG")


def _is_anybodys(noun: Token) -> bool:
    """True for "the Reyl administration", "Twitter's rivals": what persons and firms have too."""
    return noun.lower_ in _ANYBODYS


def _may_be_a_firms(noun: Token) -> bool:
    """True for "an Intel spokeswoman", "a Crossroads official"."""
    office = lexicon.offices().get(noun.lower_)
    return office is not None and (office.speaks_for or office.singular in ("official", "leader"))
