"""Takers: the actors that a word for a holder of a side means.

"Norway's platform calls for it" is Norway's side; an opponent of Ana Reyl is not on hers.
"""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.backing import Hold
from demandeur.cast import Cast
from demandeur.descriptions import describe
from demandeur.grammar import child, prepositional
from demandeur.issuers import actor_behind, all_named
from demandeur.lexicon.leanings import PERSON, SIDE, SPEAKS
from demandeur.members import examples, kind_of
from demandeur.participants import DOCUMENTS
from demandeur.thing_kinds import is_human

_PAPERS = {"platform", "resolution", "manifesto", "plank", "charter", "motion", "proposal", "plan", "bill"}
"""What speaks for the body that passed it or put it forward, besides what somebody says in writing."""
_ONES_PEOPLE = set(
    "opponent rival critic challenger adversary enemy foe detractor accuser predecessor successor colleague friend "
    "neighbor neighbour husband wife spouse father mother parent brother sister son daughter child cousin uncle aunt "
    "tenant customer patient student reader listener viewer victim".split()
)
"""People whose side is not that of the one whose they are."""


def actors_of(cast: Cast, hold: Hold) -> list[str]:
    """Return the actors that a holder's word means; one that nothing names becomes an actor by the side it takes."""
    named = all_named if hold.how in (SIDE, PERSON) else Cast.all_of
    found = [*named(cast, hold.holder), *(a for one in examples(hold.holder) for a in named(cast, one))]
    if not found and hold.holder.dep_ == "appos":
        found = cast.all_of(hold.holder.head)
    if hold.how == SPEAKS:
        return [actor_id for actor_id in found if cast.actors[actor_id].named]
    if found:
        return found
    if hold.holder.lemma_.lower() in _ONES_PEOPLE:
        return []
    whose = child(hold.holder, "poss") or prepositional(hold.holder, "of", "by", "from")
    if whose is None and hold.holder.lemma_.lower() in DOCUMENTS | _PAPERS:
        whose = kind_of(hold.holder)  # "the Norwegian platform calls for it"
    if whose is not None and whose.lower_ == "whose":  # "the senator whose bill would end it"
        clause = next((t for t in whose.ancestors if t.dep_ == "relcl"), None)
        whose = clause.head if clause is not None else None
        whose = whose.head if whose is not None and whose.dep_ == "appos" and not cast.all_of(whose) else whose
    if whose is not None and not cast.all_of(whose) and whose.pos_ == "PROPN" and hold.how in (SIDE, PERSON):
        describe(cast, whose)
    if whose is not None and (found := cast.all_of(whose)):
        return found
    own = actor_behind(cast, hold.cue, hold.holder)
    if own is not None and not cast.all_of(own) and cast.at(own) is None and _may_act(own, hold):
        describe(cast, own)
    return cast.all_of(own)


def _may_act(noun: Token, hold: Hold) -> bool:
    """True for a name or noun of people, and for several of a kind that take sides: "supermarkets fought the ban"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    takes_sides = hold.how == SIDE and noun.tag_ == "NNS" and noun.dep_ == "nsubj"
    if takes_sides and noun.lemma_.lower() not in DOCUMENTS:
        return True
    if noun.pos_ == "PROPN" and hold.how in (SIDE, PERSON):
        return True
    if hold.how == SIDE and noun.dep_ == "nsubj" and noun.lemma_.lower() in lexicon.acting_places():
        return True
    return noun.ent_type_ in ("ORG", "NORP", "PERSON") or is_human(noun)
