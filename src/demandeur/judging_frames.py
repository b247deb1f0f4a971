"""Judging frames: the constructions by which one party is blamed, held guilty or opposed."""

from collections.abc import Callable

from spacy.tokens import Token

from demandeur.clauses import finite_clause, infinitive, noun_words, phrase_after, predicate
from demandeur.complement import Complement
from demandeur.grammar import child, children, prepositional, sentence_of, subtree
from demandeur.lexicon import speech
from demandeur.participants import patient, subject
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

BRANDED = declare(
    "act.branded",
    "call X a liar, denounce X as a sham: a judgement that only blames",
    catches=("Norway called Ana Reyl a liar.", "Norway described Chad's vote as a sham."),
    spares=("Norway called Ana Reyl a poet.",),
)
CHARGE = declare(
    "act.charge",
    "allege that X did Y, complain that X does Y: what is alleged names the accused",
    catches=("Norway alleged that Chad was arming rebels.", "Norway charged on Sunday that Chad had lied."),
    spares=("Norway dreamed that Chad was arming rebels.",),
)
LODGED = declare(
    "act.lodged",
    "lodge a protest with X, voice anger at X",
    catches=("Norway lodged a protest with Chad over the raid.", "Norway voiced anger at Chad over the raid."),
    spares=("Norway held a protest over the raid.",),
)
NOTICE = declare(
    "act.on-notice",
    "put X on notice that Y, put X on notice of Y",
    catches=("Norway put Chad on notice that it would close its ports.",),
    spares=("Norway put Chad on a list.",),
)

_LODGING = set("lodge file make register deliver voice express vent convey send submit raise".split())
_HELD = {"guilty", "responsible", "accountable", "liable"}
OFFERED = set("offer proposal terms plan deal draft compromise rebate rise sum package bid amendment".split())
"""What is refused by being called an insult, a surrender."""
_COMPLAINTS = {"complain", "protest", "object", "condemn", "remonstrate"}
_WINDOW = 12


def guilty(trigger: Token) -> Complement | None:
    """Find X guilty of Y, hold X responsible for Y."""
    last = min(trigger.i + _WINDOW, sentence_of(trigger).end)
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
    is_taken = trigger.dep_ == "dobj" and verb.lemma_ in speech.taking_verbs()
    if not is_taken or prepositional(trigger, "from", "by", "of") is None:
        return None
    matter = phrase_after(trigger, "over", "for", "about")
    words = noun_words(matter, trigger) if matter is not None and matter.dep_ == "pobj" else ()
    return Complement(TAKEN, subject(verb), words)


def branded(trigger: Token) -> Complement | None:
    """Call X a liar, denounce X as a sham; ``lexicon/object_nouns.csv`` has the words that blame."""
    slurs = speech.object_nouns()["slur"]
    word = next((t for t in subtree(trigger) if t.i > trigger.i and t.lemma_.lower() in slurs and _is_said_of(t)), None)
    if word is None:
        return None
    whom = child(word, "nsubj") or child(word.head, "nsubj") if word.dep_ in ("ccomp", "acomp", "attr") else None
    whom = whom if whom is not None and whom.i > trigger.i else patient(trigger)
    if whom is None or whom == word or whom == subject(trigger):
        return None
    return Complement(BRANDED, whom, noun_words(word, trigger))


def _is_said_of(word: Token) -> bool:
    return word.dep_ in ("oprd", "attr", "acomp", "ccomp", "dobj", "pobj", "amod") and (
        word.dep_ not in ("pobj", "amod") or word.head.lower_ == "as"
    )


def charge(trigger: Token) -> Complement | None:
    """Allege that X did Y, "X is behind it, Y alleged"."""
    clause = finite_clause(trigger)
    if clause is None:
        return None
    by = child(clause, "agent")
    whom = child(by, "pobj") if by is not None else child(clause, "nsubj", "nsubjpass")
    return Complement(CHARGE, whom, predicate(clause), clause)


def lodged(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "lodge a protest with X", "voice anger at X", "file a complaint against X"."""

    def frame(trigger: Token) -> Complement | None:
        if trigger.dep_ not in ("dobj", "nsubjpass") or trigger.head.lemma_ not in _LODGING:
            return None
        whom = phrase_after(trigger, *prepositions) or prepositional(trigger.head, *prepositions)
        if whom is None or whom.dep_ == "pcomp":
            return None
        return Complement(LODGED, whom, noun_words(whom, trigger))

    return frame


def target_for(trigger: Token) -> Complement | None:
    """Attack X over Y: only with what for, where the bare verb is a deed and no word."""
    whom, matter = patient(trigger), phrase_after(trigger, "for", "over")
    if whom is None or matter is None or matter.ent_type_ in ("DATE", "TIME"):
        return None
    return Complement(CHARGE, whom, predicate(matter) if matter.dep_ == "pcomp" else noun_words(matter, trigger))


def on_notice(trigger: Token) -> Complement | None:
    """Put X on notice that Y."""
    notice = prepositional(trigger, "on")
    whom = patient(trigger)
    if notice is None or notice.lower_ != "notice" or whom is None:
        return None
    clause = finite_clause(notice) or finite_clause(trigger)
    return Complement(NOTICE, whom, predicate(clause) if clause is not None else (notice,), clause)
