"""Meeting frames: who meets, phones and negotiates with whom: "meet X", "hold talks with X", "discuss Y"."""

from spacy.tokens import Token

from demandeur.clauses import infinitive, noun_words, party_after, phrase_after, predicate
from demandeur.complement import Complement
from demandeur.grammar import child, children, prepositional
from demandeur.rules import declare

PARTNER = declare(
    "act.partner",
    "meet X, negotiate with X, discuss Y",
    catches=("Ana Reyl met Oluf Brandt on Monday.",),
    spares=("The report met no interest.",),
)
_TALKING = set(
    "discuss talk speak explain congratulate apologise apologize assure convey express thank inform brief tell ask "
    "invite warn offer".split()
)
_HOLDING = set("hold have open launch begin start resume attend host conduct establish restore seek hail".split())


def noun_partner(trigger: Token) -> Complement | None:
    """Hold talks with X, open negotiations with X."""
    whom = phrase_after(trigger, "with")
    verb = trigger.head
    if whom is None or whom.dep_ == "pcomp" or trigger.dep_ not in ("dobj", "nsubjpass", "pobj"):
        return None
    if trigger.dep_ == "dobj" and verb.lemma_ not in _HOLDING:
        return None
    return Complement(PARTNER, whom, noun_words(whom, trigger))


def partner(trigger: Token) -> Complement | None:
    """Meet X, meet with X, negotiate with X."""
    whom = child(trigger, "dobj") or prepositional(trigger, "with")
    if whom is None:
        return Complement(PARTNER, None, ()) if trigger.dep_ == "ROOT" else None
    return Complement(PARTNER, whom, noun_words(whom, trigger))


def topic(trigger: Token) -> Complement | None:
    """Discuss Y."""
    matter = child(trigger, "dobj")
    if matter is None:
        return None
    return Complement(PARTNER, prepositional(trigger, "with"), noun_words(matter, trigger))


def phone(trigger: Token) -> Complement | None:
    """Call X to discuss Y, to congratulate her: a call by telephone, no call on X to do something."""
    whom = child(trigger, "dobj", "oprd")
    clause = infinitive(trigger) or next((c for c in children(trigger, "advcl", "xcomp") if c.lemma_ in _TALKING), None)
    if whom is None and clause is not None and clause.lemma_ in ("discuss", "congratulate", "thank", "brief"):
        whom = party_after(trigger, "on")  # a visit
    if whom is None or clause is None or clause.lemma_ not in _TALKING:
        return None
    return Complement(PARTNER, whom, predicate(clause), clause)
