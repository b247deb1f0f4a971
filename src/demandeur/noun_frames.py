"""Noun frames: the constructions whose content is a noun phrase: "call for Y", "press X for Y", "reject Y"."""

from collections.abc import Callable

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.clause_frames import gerund
from demandeur.clauses import gerund_beside, infinitive, noun_words, party_after, phrase_after, predicate
from demandeur.complement import Complement
from demandeur.grammar import child, children, is_passive, prepositional, subtree
from demandeur.lexicon import speech
from demandeur.participants import patient
from demandeur.rules import declare
from demandeur.thing_kinds import is_human, names_of

FOR_PHRASE = declare(
    "act.for-phrase",
    "call for Y, a call for Y, call for X to Y",
    catches=("Norway called for a truce.", "Ana Reyl repeated her call for talks."),
    spares=("Demand for timber rose.", "She called at noon."),
)
OBJECT_FOR = declare(
    "act.object-for",
    "press X for Y",
    catches=("Norway pressed Chad for an answer.",),
    spares=("She pressed the button.",),
)
OBJECT = declare(
    "act.object",
    "demand Y, reject Y, accept Y, Y of X",
    catches=("Norway demanded an apology.", "Chad rejected the plan.", "Chad accepted the offer."),
    spares=("Chad signed the plan.",),
)
PREPOSITION = declare(
    "act.preposition",
    "agree to Y, comply with Y, rejection of Y",
    catches=("Norway agreed to a truce.", "Chad complied with the order."),
    spares=("She went to a concert.",),
)
TARGET = declare(
    "act.target",
    "accuse X of Y, praise X for Y",
    catches=("Norway accused Chad of piracy.", "Ana Reyl praised Norway for its patience."),
    spares=("She called it a mistake.",),
)
NOUN_TARGET = declare(
    "act.noun-target",
    "support for X, criticism of X",
    catches=("Norway offered its support for Chad.",),
    spares=("The roof has support for ten tiles.",),
)
CONDITIONS = declare(
    "act.conditions",
    "set conditions, outline terms",
    catches=("Norway set strict conditions for any deal.",),
    spares=("Conditions in the camp were bad.",),
)

_SETTING = set("set outline lay impose list name attach present spell state put dictate specify stipulate".split())


def for_phrase(trigger: Token) -> Complement | None:
    """Call for Y, a call for Y; call for X to Y."""
    clause = infinitive(trigger)
    if clause is not None and (_has_for(clause) or _behind_bare_for(trigger, clause)):
        return _for_clause(clause)
    wanted = phrase_after(trigger, "for")
    if wanted is None or wanted.lower_ in ("all", "along", "one"):
        return None  # "which X, for one, called a ploy"
    if clause is not None and clause.i > wanted.i and not any(c.dep_ == "nsubj" for c in clause.children):
        return Complement(FOR_PHRASE, wanted, predicate(clause), clause)
    if (inner := infinitive(wanted)) is not None and wanted.ent_type_:
        return Complement(FOR_PHRASE, wanted, predicate(inner), inner)
    is_verb = trigger.pos_ in ("VERB", "AUX")
    addressee = party_after(trigger, "on", "upon", "to", *(("from",) if is_verb else ()))
    if not is_verb and addressee is not None and not _can_be_asked(addressee):
        addressee = None
    return Complement(FOR_PHRASE, addressee, noun_words(wanted, trigger))


def out_for(trigger: Token) -> Complement | None:
    """Hold out for Y."""
    wanted = phrase_after(trigger, "for")
    is_time = wanted is None or wanted.ent_type_ in ("DATE", "TIME")
    is_out = trigger.i + 1 < len(trigger.doc) and trigger.nbor().lower_ == "out"
    return for_phrase(trigger) if is_out and not is_time and child(trigger, "dobj") is None else None


def for_done(trigger: Token) -> Complement | None:
    """Ask for Y to be done."""
    clause = infinitive(trigger)
    if clause is None or not is_passive(clause) or not (_has_for(clause) or _behind_bare_for(trigger, clause)):
        return None
    return _for_clause(clause)


def _has_for(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)


def _behind_bare_for(trigger: Token, clause: Token) -> bool:
    """True where the parser hung the "for" of "called for X to be done" on "called"."""
    own = child(clause, "nsubj", "nsubjpass")
    return own is not None and any(
        p.lower_ == "for" and p.i == own.left_edge.i - 1 and child(p, "pobj", "pcomp") is None
        for p in children(trigger, "prep")
    )


def _can_be_asked(noun: Token) -> bool:
    return noun.i > noun.head.i and (noun.pos_ == "PROPN" or noun.lower_ in lexicon.group_nouns())


def _for_clause(clause: Token) -> Complement:
    """Return what "for X to Y" asks; of "for Z to be done" all of it, for Z is to do nothing."""
    own = child(clause, "nsubj", "nsubjpass")
    if own is not None and is_passive(clause):
        return Complement(FOR_PHRASE, None, (*subtree(own), *predicate(clause)), clause)
    return Complement(FOR_PHRASE, own, predicate(clause), clause)


def object_for(trigger: Token) -> Complement | None:
    """Press X for Y."""
    addressee, wanted = patient(trigger), phrase_after(trigger, "for")
    if addressee is None or wanted is None or wanted.lower_ in ("all", "along"):
        return None  # "what they have asked for all along"
    return Complement(OBJECT_FOR, addressee, noun_words(wanted, trigger))


def on_for(trigger: Token) -> Complement | None:
    """Call on X for Y."""
    addressee, wanted = party_after(trigger, "on", "upon"), phrase_after(trigger, "for")
    if addressee is None or wanted is None:
        return None
    return Complement(OBJECT_FOR, addressee, noun_words(wanted, trigger))


def object_only(trigger: Token) -> Complement | None:
    """Demand Y; demand Y from X."""
    wanted = patient(trigger)
    if wanted is None:
        return None
    if wanted.lower_ == "what":  # "rejected what we proposed" has no words for it
        return _told_by_what(trigger.head) if trigger.dep_ == "csubj" else None
    addressee = prepositional(trigger, "of", "from")
    if addressee is None:
        source = prepositional(wanted, "from")
        addressee = source if source is not None and source.ent_type_ in ("GPE", "ORG", "PERSON") else None
    if wanted.tag_ == "PRP" and wanted.lower_ != "it" and trigger.lemma_ in _URGING:
        return Complement(OBJECT, wanted, ())  # "“Come on,” he urged them"
    words = noun_words(wanted, trigger)
    words = _before_as(words) if trigger.lemma_ in _BRANDING else words
    if addressee is not None:
        gone = {t.i for t in subtree(addressee.head)}
        words = tuple(t for t in words if t.i not in gone)
    return Complement(OBJECT, addressee, words)


_URGING = {"urge", "implore", "beseech", "exhort"}
_BRANDING = set("dismiss reject denounce condemn deride decry mock deplore".split())


def _before_as(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return what is dismissed in "dismissed criticism of the ban as talk", wherever the parser hung the "as"."""
    for place, word in enumerate(words):
        is_one = word.lower_ == "as" and word.dep_ == "prep" and place and word.i + 1 < len(word.doc)
        if is_one and words[place - 1].lower_ not in ("such", "well", "as") and word.nbor().lower_ != "well":
            return words[:place]
    return words


def _told_by_what(main: Token) -> Complement | None:
    """What X wants is Y; what X cannot accept is that Y."""
    thing, clause = child(main, "attr"), child(main, "ccomp")
    if clause is not None:
        words = tuple(t for t in subtree(clause) if t.dep_ != "mark" or t.head != clause)
        return Complement(OBJECT, None, words, clause)
    return Complement(OBJECT, None, noun_words(thing, main)) if thing is not None else None


def preposition_object(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "agree to Y", "comply with Y", "insist on Y", "rejection of Y"."""

    def frame(trigger: Token) -> Complement | None:
        wanted = phrase_after(trigger, *prepositions)
        if wanted is None:
            return None
        if wanted.dep_ == "pcomp":
            return Complement(PREPOSITION, None, predicate(wanted), wanted)
        return Complement(PREPOSITION, None, noun_words(wanted, trigger))

    return frame


def with_idea(trigger: Token) -> Complement | None:
    """Agree with the idea, with a proposal; "agree with X" is no acceptance."""
    thing = prepositional(trigger, "with")
    is_idea = thing is not None and thing.lemma_ in ("idea", "proposal", "plan", "suggestion", "request", "demand")
    return Complement(PREPOSITION, None, noun_words(thing, trigger)) if is_idea else None


def particle_object(particle: str, kind: str | None = None) -> Callable[[Token], Complement | None]:
    """Return the frame "rule out Y", "turn down Y"; with a kind only for objects of that kind."""

    def frame(trigger: Token) -> Complement | None:
        if not any(c.lower_ == particle for c in trigger.children):
            return None
        if (lost := _behind_particle(trigger, particle)) is not None:
            return Complement(OBJECT, None, noun_words(lost, trigger))
        if kind is not None:
            return object_among(kind)(trigger)
        found = object_only(trigger) or gerund(trigger)
        return Complement(OBJECT, found.addressee, found.content, found.clause) if found is not None else None

    return frame


def _behind_particle(verb: Token, particle: str) -> Token | None:
    """Return Y in "voted down Y", where the parser takes "down" for a preposition; only what is said can be Y."""
    said = prepositional(verb, particle)
    return said if said is not None and names_of(said) & speech.object_nouns()["speech"] else None


def target(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "accuse X of Y", "praise X for Y", "blame X": the object is the addressee."""

    def frame(trigger: Token) -> Complement | None:
        whom = patient(trigger)
        if whom is None:
            return None
        matter = phrase_after(trigger, *prepositions) if prepositions else None
        matter = None if matter is not None and _is_for_its_part(matter) else matter
        matter = matter or gerund_beside(whom, prepositions)
        is_thing = prepositions == ("as",) and whom.pos_ == "NOUN" and not is_human(whom)  # "hailed the deal as a win"
        if matter is None or is_thing:
            return Complement(TARGET, whom, noun_words(whom, trigger))
        is_what = matter.dep_ == "pcomp" and any(t.lower_ == "what" for t in matter.children)  # "for what it called …"
        words = predicate(matter) if matter.dep_ == "pcomp" and not is_what else noun_words(matter, trigger)
        words = tuple(subtree(matter)) if is_what else words
        return Complement(TARGET, whom, (*words, *_and_for_more(matter)))

    return frame


def _and_for_more(matter: Token) -> tuple[Token, ...]:
    """Return the second matter of "criticised him for stealing it and for lying"."""
    first = matter.head
    more = [p for p in children(first, "conj") if p.lower_ == first.lower_ and p.pos_ == "ADP"]
    return tuple(t for phrase in more for t in subtree(phrase))


def _is_for_its_part(noun: Token) -> bool:
    """True for the part of "the council, for its part, praised him"."""
    return noun.lower_ == "part" and child(noun, "poss") is not None and child(noun, "prep", "amod") is None


def noun_target(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "support for X", "criticism of X": the noun's phrase is addressee and content."""

    def frame(trigger: Token) -> Complement | None:
        whom = phrase_after(trigger, *prepositions)
        if whom is None or whom.dep_ == "pcomp":
            return None
        return Complement(NOUN_TARGET, whom, noun_words(whom, trigger))

    return frame


def object_among(kind: str) -> Callable[[Token], Complement | None]:
    """Return the frame "release prisoners", "lift sanctions": the object is of a kind in ``object_nouns.csv``."""

    def frame(trigger: Token) -> Complement | None:
        thing = patient(trigger)
        if thing is None or (kind == "plea" and prepositional(trigger, "with") is not None):
            return None
        kinds = speech.object_nouns()[kind]
        if not names_of(thing) & kinds and not (kind == "captive" and is_human(thing)):
            return None
        other = prepositional(trigger, "with", "to")
        if other is None and kind.endswith("pact"):
            other = prepositional(thing, "with")
        return Complement(OBJECT, other, noun_words(thing, trigger))

    return frame


def setting(trigger: Token) -> Complement | None:
    """Set conditions, outline terms: the noun and all that goes with it is the content."""
    verb = trigger.head
    if trigger.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in _SETTING:
        return Complement(CONDITIONS, None, noun_words(trigger, verb))
    return None
