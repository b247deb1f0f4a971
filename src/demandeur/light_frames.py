"""Light frames: the constructions in which a light verb carries what its noun asks for or gives, and to whom."""

from spacy.tokens import Token

from demandeur.clause_frames import that_clause
from demandeur.clauses import noun_words, party_after, phrase_after
from demandeur.complement import Complement
from demandeur.grammar import child, children, prepositional, sentence_of, subtree
from demandeur.meeting_frames import PARTNER
from demandeur.negation import is_negated
from demandeur.noun_frames import OBJECT_FOR
from demandeur.rules import declare
from demandeur.thing_kinds import is_human

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

IN_THE_WAY = declare(
    "act.in-the-way",
    "not stand in the way of something: to let it be",
    catches=(
        "Ana Reyl said she would not stand in the way of the merger.",
        "Ana Reyl opposed the merger but said she would not stand in its way.",
    ),
    spares=("The hills stand in the way of the road.", "Ana Reyl said the hills would not stand in the way."),
)
ON_THE_TABLE = declare(
    "act.on-the-table",
    "put something on the table: to offer it",
    catches=("“We have put forty million on the table,” Ana Reyl said.",),
    spares=("“We put all options on the table,” Ana Reyl said.", "Ana Reyl put a glass on a table."),
)
RAISED = declare(
    "act.raised",
    "raise, improve one's offer: to offer more",
    catches=("Norway raised its offer for the ships to 4 billion crowns.",),
    spares=("Norway raised the matter of the offer.", "Norway raised its prices."),
)

_OFFERS = {"offer", "bid", "proposal", "package"}
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


def in_the_way(trigger: Token) -> Complement | None:
    """Not stand in the way of Y, in its way."""
    way = prepositional(trigger, "in")
    if way is None or way.lower_ != "way" or not is_negated(trigger):
        return None
    thing = prepositional(way, "of") or child(way, "poss")
    if thing is None:
        return None
    thing = _meant_by(thing) if thing.pos_ == "PRON" else thing
    return Complement(IN_THE_WAY, None, noun_words(thing, trigger)) if thing is not None else None


def _meant_by(pronoun: Token) -> Token | None:
    """Return the takeover of "opposed the takeover but would not stand in its way": the last object before it."""
    things = [t for t in sentence_of(pronoun) if t.i < pronoun.i and t.dep_ == "dobj" and t.pos_ == "NOUN"]
    return things[-1] if things else None


def on_the_table(trigger: Token) -> Complement | None:
    """Put Y on the table."""
    thing, table = child(trigger, "dobj"), prepositional(trigger, "on")
    if thing is None or table is None or table.lower_ != "table" or thing.lemma_ == "option":
        return None
    is_the = any(c.lower_ == "the" for c in table.children)
    return Complement(ON_THE_TABLE, None, tuple(subtree(thing))) if is_the else None


def raised(trigger: Token) -> Complement | None:
    """Raise one's offer for Y to Z."""
    offer = child(trigger, "dobj")
    if offer is None or offer.lemma_ not in _OFFERS or child(offer, "poss") is None:
        return None
    amount = next((c for c in reversed(children(trigger, "prep")) if c.lower_ == "to" and c.i > offer.i), None)
    words = noun_words(offer, trigger)
    return Complement(RAISED, prepositional(offer, "to"), (*words, *(subtree(amount) if amount is not None else ())))


def made_it(trigger: Token) -> Complement | None:
    """Make it a condition that X Y."""
    verb = trigger.head
    is_it = any(c.lower_ == "it" for t in (verb, trigger) for c in t.children)
    return that_clause(trigger) if verb.lemma_ == "make" and is_it else None


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
