"""Judging frames: the constructions by which one party is blamed, held guilty or opposed."""

from spacy.tokens import Token

from demandeur.clauses import infinitive, noun_words, phrase_after, predicate
from demandeur.complement import Complement
from demandeur.grammar import child, children, prepositional
from demandeur.participants import TAKING, patient, subject
from demandeur.rules import declare

GUILTY = declare(
    "act.guilty",
    "find X guilty of Y, hold X responsible for Y",
    catches=("A court found Ana Reyl guilty of fraud.", "Norway held Chad responsible for the attack."),
    spares=("A court found Ana Reyl at home.",),
)
PROTEST_TO = declare(
    "act.protest-to",
    "summon X to complain, call X in to protest: a reproach, and no request that X complain",
    catches=("Norway summoned the Chadian ambassador to complain about the raid.",),
    spares=("Norway summoned the Chadian ambassador to Oslo.",),
)
OPPOSED = declare(
    "act.opposed",
    "be opposed to Y",
    catches=("Norway is opposed to Chadian mediation.",),
    spares=("Norway is open to Chadian mediation.",),
)
TAKEN = declare(
    "act.taken",
    "face criticism from X, draw praise from X: the noun's giver is the issuer, the verb's subject the addressee",
    catches=("Chad faces criticism from Norway over the raid.",),
    spares=("Chad faces rain from Norway.",),
)

_HELD = {"guilty", "responsible", "accountable", "liable"}
_COMPLAINTS = {"complain", "protest", "object", "condemn", "remonstrate"}
_WINDOW = 12


def guilty(trigger: Token) -> Complement | None:
    """Find X guilty of Y, hold X responsible for Y."""
    last = min(trigger.i + _WINDOW, trigger.sent.end)
    word = next((t for t in trigger.doc[trigger.i + 1 : last] if t.lower_ in _HELD and t.pos_ == "ADJ"), None)
    if word is None or not trigger.is_ancestor(word):
        return None
    whom = patient(trigger) or child(word, "nsubj") or child(word.head, "nsubj")
    matter = phrase_after(word, "of", "for") or phrase_after(trigger, "of", "for")
    if whom is None or whom == subject(trigger):
        return None
    if matter is None:
        return Complement(GUILTY, whom, ())
    return Complement(GUILTY, whom, predicate(matter) if matter.dep_ == "pcomp" else noun_words(matter, trigger))


def protest_to(trigger: Token) -> Complement | None:
    """Summon X to complain about Y."""
    clause, whom = infinitive(trigger), patient(trigger)
    if clause is None or whom is None or clause.lemma_ not in _COMPLAINTS:
        return None
    return Complement(PROTEST_TO, whom, predicate(clause), clause)


def opposed(trigger: Token) -> Complement | None:
    """Be opposed to Y."""
    is_state = (
        trigger.pos_ == "ADJ" or trigger.dep_ == "acomp" or any(c.lemma_ == "be" for c in children(trigger, "auxpass"))
    )
    matter = phrase_after(trigger, "to") if is_state else None
    if matter is None:
        return None
    return Complement(OPPOSED, None, predicate(matter) if matter.dep_ == "pcomp" else noun_words(matter, trigger))


def taken(trigger: Token) -> Complement | None:
    """Face criticism from X: what the noun's giver does to the verb's subject."""
    verb = trigger.head
    if trigger.dep_ != "dobj" or verb.lemma_ not in TAKING or prepositional(trigger, "from", "by", "of") is None:
        return None
    matter = phrase_after(trigger, "over", "for", "about")
    words = noun_words(matter, trigger) if matter is not None and matter.dep_ == "pobj" else ()
    return Complement(TAKEN, subject(verb), words)
