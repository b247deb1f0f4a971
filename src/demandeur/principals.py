"""Principals: the state of "the delegation from Norway", and whom "a spokesman for X" speaks for."""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Cast
from demandeur.grammar import auxiliaries, child, children, conjuncts, text_of

_WHOSE = ("from", "of", "for")
_STATE_SECTORS = {"GOV", "MIL", "SPY", "COP"}
_SEATED = {"authority", "government", "leadership", "regime"}
"""What stands for the state it is in: "the authorities in Kyiv"."""
_SPEAKS_FOR_ITSELF = {"ambassador", "envoy", "ambassadors", "envoys", "mediator", "representative"}


def states_of(cast: Cast, token: Token) -> list[str]:
    """Return the states and organisations that the noun's modifiers and "from"/"of" phrases name."""
    found: dict[str, None] = {}
    for other in token.children:
        words: list[Token] = []
        if other.dep_ in ("amod", "compound", "poss", "nmod") and other.i < token.i:
            words = [other, *conjuncts(other)[1:], *children(other, "amod", "compound", "poss")]
        if other.dep_ == "prep" and (other.lower_ in _WHOSE or (other.lower_ == "in" and token.lemma_ in _SEATED)):
            words = _listed_behind(token, other)
        for word in words:
            found.update(dict.fromkeys(_owners(cast, word)))
    return list(found)


def _listed_behind(noun: Token, preposition: Token) -> list[Token]:
    """Return the words of "officials from A, B and C", C included where the parser hung it on "officials"."""
    target = child(preposition, "pobj")
    if target is None:
        return []
    strays = [s for s in children(noun, "conj") if s.ent_type_ == "GPE"]
    between = text_of(noun.doc)
    return [*conjuncts(target), *(s for s in strays if between[target.idx : s.idx].count(",") < 2)]


def _owners(cast: Cast, token: Token) -> list[str]:
    """Return the states, and the organisations and groups that are named or have a country, that a modifier means."""
    mention = cast.at(token)
    if mention is None:
        return []
    found = []
    for actor_id in mention.actors:
        actor = cast.actors[actor_id]
        is_known = actor.country or mention.form == "name"
        if actor.kind == "state" or (actor.kind in ("organisation", "group") and is_known):
            found.append(actor_id)
        is_pronoun = mention.form == "pronoun" and token.dep_ == "poss" and token.head.lower_ == "government"
        if is_pronoun and actor.state is not None and cast.actors[actor.state].kind == "state":
            found.append(actor.state)  # "her government", of a state's minister
    return found


def stands_for_state(token: Token) -> bool:
    """True for a noun that stands for its state: "government", "army", "delegation", "ministers"."""
    noun = lexicon.group_nouns().get(token.lower_)
    if noun is not None:
        return noun.sector in _STATE_SECTORS or token.lemma_ in ("delegation", "side", "team", "negotiator", "mediator")
    office = lexicon.offices().get(token.lower_)
    return office is not None and token.tag_ in ("NNS", "NNPS") and office.sector in ("GOV", "MIL")


def principal(cast: Cast, token: Token) -> list[str]:
    """Return whom an unnamed spokesman speaks for."""
    office = lexicon.offices().get(token.lower_)
    if office is None or not office.speaks_for or token.lower_ in _SPEAKS_FOR_ITSELF:
        return []
    for part in token.children:
        if part.dep_ == "prep" and part.lower_ in ("for", "of") and (whom := child(part, "pobj")) is not None:
            person = _person_beside(cast, whom) or _behind_the_principal(cast, whom)
            return person or _spokesman_of(cast, cast.all_of(whom))
        if part.dep_ in ("poss", "compound", "amod") and cast.who(part):
            return _spokesman_of(cast, list(cast.who(part)))
    return _whose_deed_he_tells(cast, token)


def _whose_deed_he_tells(cast: Cast, spokesman: Token) -> list[str]:
    """Return the state or body of "a spokeswoman said Norway would leave": she speaks for it."""
    said = child(spokesman.head, "ccomp") if spokesman.dep_ == "nsubj" and spokesman.head.lemma_ == "say" else None
    doer = child(said, "nsubj") if said is not None and auxiliaries(said) & {"would", "will", "had"} else None
    mention = cast.at(doer) if doer is not None else None
    if mention is None or mention.form == "pronoun" or cast.kind_at(doer) not in ("state", "organisation"):
        return []
    return list(mention.actors)


def _person_beside(cast: Cast, whom: Token) -> list[str]:
    """Return the person of "a spokesman for the minister, Ana Reyl"."""
    for part in children(whom, "appos"):
        mention = cast.at(part)
        if mention is None or mention.form != "name":
            continue
        actors = cast.who(part)
        if cast.actors[actors[0]].kind == "person":
            return list(actors)
    return []


def _behind_the_principal(cast: Cast, name: Token) -> list[str]:
    """Return Y of "a spokesman for X, Y, said", which the parser takes for one name, and give Y the state of X."""
    mention = cast.at(name)
    for part in children(name, "nmod"):
        is_principal = cast.kind_at(part) in ("state", "organisation") and part.nbor(1).text == ","
        if mention is None or not is_principal or cast.kind_at(name) != "person":
            continue
        person, owner = cast.actors[mention.actors[0]], cast.actors[cast.who(part)[0]]
        person.state, person.country = person.state or owner.actor_id, person.country or owner.country
        return [person.actor_id]
    return []


def _spokesman_of(cast: Cast, principals: list[str]) -> list[str]:
    """Return the spokesman whom the article names for these, else themselves."""
    names = {cast.actors[p].name.split()[-1] for p in principals}
    for actor in cast.actors.values():
        role = actor.role or ""
        speaks = "spokes" in role.lower() or "press secretary" in role.lower()
        if actor.kind == "person" and speaks and any(name in role for name in names):
            return [actor.actor_id]
    return principals
