"""Light frames: the constructions in which a light verb carries what its noun asks for, and of whom."""

from spacy.tokens import Token

from demandeur.clauses import noun_words, party_after, phrase_after
from demandeur.complement import Complement
from demandeur.grammar import child, prepositional
from demandeur.noun_frames import OBJECT_FOR, PARTNER, is_human
from demandeur.rules import declare

MADE = declare(
    "act.made",
    "make a plea to X for Y: the parser hangs both phrases on the light verb",
    catches=("Norway made a plea to Chad for tents.", "Norway made an appeal to Chad for help."),
    spares=("Norway made a road to Chad for lorries.",),
)

GRANTED = declare(
    "act.granted",
    "give a plan a welcome, give one's backing to it",
    catches=("Norway gave the plan a cautious welcome.", "Norway gave its backing to the plan."),
    spares=("Norway gave Ana Reyl a warm welcome.", "Norway gave a welcome."),
)

_MAKING = set("make issue send launch renew repeat reiterate voice address direct".split())


def made(trigger: Token) -> Complement | None:
    """Make a plea to X for Y."""
    verb = trigger.head
    if trigger.dep_ != "dobj" or verb.lemma_ not in _MAKING:
        return None
    whom = party_after(trigger, "to", "on", "upon") or party_after(verb, "to", "on", "upon")
    wanted = prepositional(verb, "for") or (prepositional(whom, "for") if whom is not None else None)
    if whom is None or wanted is None or whom.i < trigger.i:
        return None
    return Complement(MADE, whom, noun_words(wanted, verb))


def granted(trigger: Token) -> Complement | None:
    """Give Y a welcome, give one's backing to Y."""
    verb = trigger.head
    if trigger.dep_ != "dobj" or verb.lemma_ not in ("give", "grant", "lend"):
        return None
    thing = child(verb, "dative")
    thing = child(thing, "pobj") if thing is not None and thing.pos_ == "ADP" else thing
    thing = thing or prepositional(verb, "to") or prepositional(trigger, "to")
    if thing is None or is_human(thing):
        return None
    return Complement(GRANTED, None, noun_words(thing, verb))


def party_to_for(trigger: Token) -> Complement | None:
    """Turn to X for Y, look to X for Y."""
    addressee = party_after(trigger, "to")
    if addressee is None or not (addressee.pos_ == "PROPN" or is_human(addressee)):
        return None
    wanted = phrase_after(trigger, "for") or prepositional(addressee, "for")
    return Complement(OBJECT_FOR, addressee, noun_words(wanted, trigger)) if wanted is not None else None


def between(trigger: Token) -> Complement | None:
    """Talks between X and Y ended: they have been held."""
    parties = prepositional(trigger, "between")
    if parties is None or trigger.dep_ not in ("nsubj", "nsubjpass") or trigger.head.tag_ not in ("VBD", "VBZ", "VBN"):
        return None
    return Complement(PARTNER, None, ())
