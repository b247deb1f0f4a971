"""Frames: the constructions by which a verb or noun names whom it is directed at, and what is to be done.

"urge X to Y", "call on X to Y", "press X for Y", "demand that X Y", "a call for Y": each frame is a small function from
the trigger to a ``Complement``, under the name by which ``lexicon/act_words.csv`` lists it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from demandeur.grammar import antecedent, child, children, is_passive, prepositional, prepositional_phrases, strays
from demandeur.participants import patient, relative_object

_MANDATIVE = {"must", "should", "shall", "ought"}


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands behind a trigger: the frame's rule, the addressee's token, the content's tokens."""

    rule: str
    addressee: Token | None
    content: tuple[Token, ...]
    clause: Token | None = None


def infinitive(trigger: Token) -> Token | None:
    """Return the verb of the "to …" clause behind a trigger."""
    for candidate in trigger.children:
        if (
            candidate.dep_ in ("xcomp", "ccomp", "acl", "relcl", "advcl")
            and candidate.i > trigger.i
            and _has_to(candidate)
        ):
            return candidate
    return _behind_parenthesis(trigger)


def _behind_parenthesis(trigger: Token) -> Token | None:
    """Return the clause in "ask the minister, as one neighbour asks another, to let …", which the parser hangs on "asks"."""
    for inner in children(trigger, "advcl"):
        mark = child(inner, "mark")
        if mark is None or mark.lower_ != "as" or trigger.doc[mark.i - 1].text != ",":
            continue
        for candidate in inner.children:
            to = child(candidate, "aux")
            if candidate.dep_ == "xcomp" and to is not None and to.lower_ == "to" and trigger.doc[to.i - 1].text == ",":
                return candidate
    return None


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def finite_clause(trigger: Token) -> Token | None:
    """Return the verb of the "that …" clause of a trigger."""
    for candidate in trigger.children:
        if (
            candidate.dep_ in ("ccomp", "acl")
            and not _has_to(candidate)
            and child(candidate, "nsubj", "nsubjpass", "expl", "csubj") is not None
        ):
            return candidate
    return None


def predicate(clause: Token) -> tuple[Token, ...]:
    """Return a clause's words without its subject, its "to" or "that", its comments and conditions."""
    own = child(clause, "nsubj", "nsubjpass")
    dropped = {t.i for t in own.subtree} if own is not None else set()
    for part in clause.children:
        if part.dep_ in ("mark", "aux") and part.i < clause.i:
            dropped.add(part.i)
        if part.dep_ == "neg" and part.i < clause.i and not _has_to(clause):
            dropped.discard(part.i)
        if part.dep_ == "punct" or is_comment(part):
            dropped.update(t.i for t in part.subtree)
    for part in strays(clause):
        dropped.update(t.i for t in part.subtree)
    for part in clause.subtree:
        if part.i > clause.i and is_aside(part):
            dropped.update(t.i for t in part.subtree)
    first = min(
        (
            c.i
            for c in clause.children
            if c.dep_ in ("advmod", "neg", "auxpass", "amod") and c.i < clause.i and c.i not in dropped
        ),
        default=clause.i,
    )
    return tuple(t for t in clause.subtree if t.i >= first and t.i not in dropped)


def is_comment(part: Token) -> bool:
    """True for what hangs on a clause but is said beside it: ", saying …", "if …", "as …"."""
    if part.dep_ == "advcl":
        mark = child(part, "mark", "advmod")
        if part.tag_ == "VBG" and part.doc[part.left_edge.i - 1].text == ",":
            return True
        return mark is not None and mark.lower_ in (
            "if",
            "unless",
            "until",
            "while",
            "as",
            "because",
            "although",
            "though",
            "after",
            "when",
            "since",
            "before",
            "or",
        )
    return part.dep_ in ("parataxis", "intj") or (
        part.dep_ == "prep"
        and part.lower_ in ("despite", "amid", "during", "without")
        and part.doc[part.i - 1].text == ","
    )


def is_aside(part: Token) -> bool:
    """True for a relative clause or apposition behind a comma: ", which …", ", a step that …"."""
    before = part.doc[part.left_edge.i - 1] if part.left_edge.i else part
    if before.text not in (",", "—", "–"):
        return False
    return part.dep_ == "relcl" or (
        part.dep_ in ("appos", "npadvmod") and any(c.dep_ == "relcl" for c in part.children)
    )


def noun_words(noun: Token, trigger: Token) -> tuple[Token, ...]:
    """Return a noun phrase's words, with a phrase that the parser hung on the trigger but that goes on with the noun."""
    noun = antecedent(noun)
    dropped: set[int] = set()
    for part in noun.subtree:
        if is_aside(part) or is_comment(part):
            dropped.update(t.i for t in part.subtree)
    words = [t for t in noun.subtree if t.i not in dropped]
    while words and ((words[-1].is_punct and words[-1].text not in (")", "”", "’", '"', "'")) or words[-1].is_space):
        words.pop()
    last = max((t.i for t in words), default=noun.i)
    for phrase in children(trigger, "prep", "dative"):
        if (
            phrase.i in (last + 1, last + 2)
            and phrase.lower_ in ("to", "of", "in", "on", "between", "against", "over", "from")
            and not _temporal(phrase)
        ):
            words.extend(t for t in phrase.subtree if not t.is_punct)
            last = max(t.i for t in words)
    return tuple(words)


def _temporal(phrase: Token) -> bool:
    return any(t.ent_type_ in ("DATE", "TIME", "GPE", "PERSON", "ORG") for t in phrase.subtree)


def phrase_after(trigger: Token, *prepositions: str) -> Token | None:
    """Return the object of a preposition behind a trigger, also where the parser hung it on the word above."""
    found = prepositional(trigger, *prepositions)
    if found is not None:
        return found
    for index in (trigger.i + 1, trigger.i + 2):
        if (
            index < len(trigger.doc)
            and trigger.doc[index].lower_ in prepositions
            and trigger.doc[index].dep_ in ("prep", "mark", "agent", "dative")
        ):
            return child(trigger.doc[index], "pobj", "pcomp")
    return None


# ------------------------------------------------------------------------------------------------ the frames
def to_clause(trigger: Token) -> Complement | None:
    """Urge X to Y; in the passive, X was urged to Y."""
    clause = infinitive(trigger)
    if clause is None:
        return None
    addressee = child(clause, "nsubj") or _object_or_patient(trigger)
    gone = relative_object(clause) if child(clause, "dobj", "ccomp", "xcomp", "prep") is None else None
    words = predicate(clause) if gone is None else noun_words(gone, clause)
    return Complement("act.to-infinitive", addressee, words, clause)


def _object_or_patient(trigger: Token) -> Token | None:
    if trigger.pos_ in ("VERB", "AUX"):
        return patient(trigger)
    return None


def to_clause_with_object(trigger: Token) -> Complement | None:
    """Want X to Y, where "want to Y" would be no request."""
    found = to_clause(trigger)
    return found if found is not None and found.addressee is not None else None


def that_clause(trigger: Token) -> Complement | None:
    """Demand that X Y."""
    clause = finite_clause(trigger)
    if clause is None:
        return None
    return Complement("act.that-clause", child(clause, "nsubj", "nsubjpass"), tuple(predicate(clause)), clause)


def mandative_clause(trigger: Token) -> Complement | None:
    """Insist that X must Y, suggest that X Y: only with "must", "should" or the bare verb."""
    clause = finite_clause(trigger)
    if clause is None:
        return None
    mark = child(clause, "mark")
    helpers = {c.lower_ for c in children(clause, "aux", "auxpass")}
    if mark is not None and mark.lower_ in ("whether", "if"):
        return None
    bare = clause.tag_ == "VB" and not helpers - {"not"}
    bare = bare or (
        "be" in helpers and clause.tag_ == "VBN" and not helpers & {"will", "would", "can", "could", "might", "may"}
    )
    shifted = (
        trigger.tag_ in ("VBD", "VBN")
        and clause.tag_ in ("VBP", "VB")
        and not helpers
        and clause.lemma_ not in ("be", "have")
    )
    shifted = shifted or (clause.lower_ in _SAME_IN_THE_PAST and not helpers and trigger.tag_ in ("VBD", "VBN"))
    return that_clause(trigger) if bare or shifted or helpers & _MANDATIVE else None


_SAME_IN_THE_PAST = {"put", "set", "let", "cut", "shut", "quit"}


def for_phrase(trigger: Token) -> Complement | None:
    """Call for Y, a call for Y; call for X to Y."""
    wanted = phrase_after(trigger, "for")
    if wanted is None:
        return None
    clause = infinitive(trigger)
    if clause is not None and clause.i > wanted.i and not any(c.dep_ == "nsubj" for c in clause.children):
        return Complement("act.for-phrase", wanted, predicate(clause), clause)
    if (inner := infinitive(wanted)) is not None and wanted.ent_type_:
        return Complement("act.for-phrase", wanted, predicate(inner), inner)
    addressee = prepositional(trigger, "on", "upon", "to", "from") if trigger.pos_ in ("VERB", "AUX") else None
    return Complement("act.for-phrase", addressee, noun_words(wanted, trigger))


def object_for(trigger: Token) -> Complement | None:
    """Press X for Y."""
    addressee, wanted = patient(trigger), phrase_after(trigger, "for")
    if addressee is None or wanted is None:
        return None
    return Complement("act.object-for", addressee, noun_words(wanted, trigger))


def on_to(trigger: Token) -> Complement | None:
    """Call on X to Y."""
    return _preposition_to(trigger, "on", "upon")


def with_to(trigger: Token) -> Complement | None:
    """Plead with X to Y."""
    return _preposition_to(trigger, "with")


def to_to(trigger: Token) -> Complement | None:
    """Appeal to X to Y."""
    return _preposition_to(trigger, "to")


def _preposition_to(trigger: Token, *prepositions: str) -> Complement | None:
    addressee = phrase_after(trigger, *prepositions)
    if addressee is None:
        return None
    clause = infinitive(trigger) or infinitive(addressee)
    if clause is None:
        preposition = addressee.head
        clause = infinitive(preposition)
    if clause is None:
        return None
    return Complement("act.preposition-to", addressee, predicate(clause), clause)


def on_for(trigger: Token) -> Complement | None:
    """Call on X for Y."""
    addressee, wanted = prepositional(trigger, "on", "upon"), phrase_after(trigger, "for")
    if addressee is None or wanted is None:
        return None
    return Complement("act.object-for", addressee, noun_words(wanted, trigger))


def object_only(trigger: Token) -> Complement | None:
    """Demand Y; demand Y from X."""
    wanted = patient(trigger)
    if wanted is None:
        return None
    addressee = prepositional(trigger, "of", "from")
    if (
        addressee is None
        and (of := prepositional(wanted, "from")) is not None
        and of.ent_type_ in ("GPE", "ORG", "PERSON")
    ):
        addressee = of
    words = noun_words(wanted, trigger)
    if addressee is not None:
        gone = {t.i for t in addressee.head.subtree}
        words = tuple(t for t in words if t.i not in gone)
    return Complement("act.object", addressee, words)


def gerund(trigger: Token) -> Complement | None:
    """Propose Ying, reject Ying."""
    for candidate in children(trigger, "xcomp", "pcomp", "ccomp", "dobj"):
        if candidate.tag_ == "VBG":
            return Complement("act.gerund", None, predicate(candidate), candidate)
    return None


def preposition_gerund(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "pressure X into Ying", "bar X from Ying", "advise X against Ying"."""

    def frame(trigger: Token) -> Complement | None:
        for phrase in prepositional_phrases(trigger, *prepositions):
            clause = child(phrase, "pcomp")
            if clause is not None and patient(trigger) is not None:
                return Complement("act.gerund", patient(trigger), predicate(clause), clause)
        return None

    return frame


def preposition_object(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "agree to Y", "comply with Y", "insist on Y", "rejection of Y"."""

    def frame(trigger: Token) -> Complement | None:
        wanted = phrase_after(trigger, *prepositions)
        if wanted is None:
            return None
        if wanted.dep_ == "pcomp":
            return Complement("act.preposition", None, predicate(wanted), wanted)
        return Complement("act.preposition", None, noun_words(wanted, trigger))

    return frame


def particle_object(particle: str) -> Callable[[Token], Complement | None]:
    """Return the frame "rule out Y", "turn down Y"."""

    def frame(trigger: Token) -> Complement | None:
        if not any(c.lower_ == particle for c in trigger.children):
            return None
        found = object_only(trigger) or gerund(trigger)
        return Complement("act.object", found.addressee, found.content, found.clause) if found is not None else None

    return frame


def target(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "accuse X of Y", "praise X for Y", "blame X": the object is the addressee."""

    def frame(trigger: Token) -> Complement | None:
        whom = patient(trigger)
        if whom is None:
            return None
        matter = phrase_after(trigger, *prepositions) if prepositions else None
        if matter is None:
            return Complement("act.target", whom, noun_words(whom, trigger))
        words = predicate(matter) if matter.dep_ == "pcomp" else noun_words(matter, trigger)
        return Complement("act.target", whom, words)

    return frame


def noun_target(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "support for X", "criticism of X": the noun's phrase is addressee and content."""

    def frame(trigger: Token) -> Complement | None:
        whom = phrase_after(trigger, *prepositions)
        if whom is None or whom.dep_ == "pcomp":
            return None
        return Complement("act.noun-target", whom, noun_words(whom, trigger))

    return frame


def setting(trigger: Token) -> Complement | None:
    """Set conditions, outline terms: the noun and all that goes with it is the content."""
    verb = trigger.head
    if trigger.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in _SETTING:
        return Complement("act.conditions", None, noun_words(trigger, verb))
    return None


_SETTING = {
    "set",
    "outline",
    "lay",
    "impose",
    "list",
    "name",
    "attach",
    "present",
    "spell",
    "state",
    "put",
    "dictate",
    "specify",
    "stipulate",
}


def cleft(trigger: Token) -> Complement | None:
    """All I asked of X was to Y."""
    main = trigger.head.head
    if trigger.dep_ != "relcl" or trigger.head.lower_ not in ("all", "what", "thing") or main.lemma_ != "be":
        return None
    clause = infinitive(main)
    if clause is None:
        return None
    return Complement("act.cleft", prepositional(trigger, "of", "from"), predicate(clause), clause)


def ultimatum(trigger: Token) -> Complement | None:
    """Give X until Friday to Y, give X a week to Y."""
    clause = infinitive(trigger)
    whom = child(trigger, "dative", "dobj")
    if clause is None or whom is None:
        return None
    window = trigger.doc[whom.i : clause.i]
    timed = any(t.lower_ in ("until", "till") for t in window) or any(
        t.lemma_ in _TIMES and t.i > whom.i for t in window
    )
    return Complement("act.ultimatum", whom, predicate(clause), clause) if timed else None


_TIMES = {"hour", "day", "week", "month", "minute", "year"}


def bare(trigger: Token) -> Complement | None:
    """They agreed; he refused: an answer without words of its own."""
    telling = ("ccomp", "xcomp", "dobj", "acl")
    if child(trigger, *telling) is not None or any(prepositional_phrases(trigger, "to", "on", "about")):
        return None
    if trigger.lemma_ in ("agree", "comply") and any(prepositional_phrases(trigger, "with")):
        return None
    if trigger.dep_ in ("acl", "relcl", "amod", "xcomp") or is_passive(trigger):
        return None
    return Complement("act.bare", None, ())


def say_no(trigger: Token) -> Complement | None:
    """Say no, answer no."""
    word = child(trigger, "intj", "dobj", "ccomp", "dep", "advmod", "det")
    return Complement("act.bare", None, ()) if word is not None and word.lower_ == "no" else None


def say_yes(trigger: Token) -> Complement | None:
    """Say yes."""
    word = child(trigger, "intj", "dobj", "ccomp", "dep", "advmod")
    return Complement("act.bare", None, ()) if word is not None and word.lower_ == "yes" else None


def partner(trigger: Token) -> Complement | None:
    """Meet X, meet with X, negotiate with X."""
    whom = child(trigger, "dobj") or prepositional(trigger, "with")
    if whom is None:
        return Complement("act.partner", None, ()) if trigger.dep_ == "ROOT" else None
    return Complement("act.partner", whom, noun_words(whom, trigger))


def topic(trigger: Token) -> Complement | None:
    """Discuss Y."""
    matter = child(trigger, "dobj")
    return (
        Complement("act.partner", prepositional(trigger, "with"), noun_words(matter, trigger))
        if matter is not None
        else None
    )


FRAMES: dict[str, Callable[[Token], Complement | None]] = {
    "to": to_clause,
    "to-object": to_clause_with_object,
    "that": that_clause,
    "that-mandative": mandative_clause,
    "for": for_phrase,
    "object-for": object_for,
    "on-to": on_to,
    "on-for": on_for,
    "with-to": with_to,
    "to-to": to_to,
    "object": object_only,
    "ing": gerund,
    "into": preposition_gerund("into"),
    "from": preposition_gerund("from"),
    "against": preposition_gerund("against"),
    "to-np": preposition_object("to"),
    "with": preposition_object("with"),
    "on": preposition_object("on", "upon"),
    "in": preposition_object("in"),
    "of": preposition_object("of"),
    "out-object": particle_object("out"),
    "down-object": particle_object("down"),
    "target": target(),
    "target-of": target("of"),
    "target-for": target("for", "over"),
    "target-with": target("with"),
    "target-as": target("as"),
    "target-on": target("on", "for"),
    "noun-target-for": noun_target("for"),
    "noun-target-of": noun_target("of"),
    "noun-target-with": noun_target("with"),
    "noun-target-against": noun_target("against"),
    "set": setting,
    "cleft": cleft,
    "ultimatum": ultimatum,
    "bare": bare,
    "say-no": say_no,
    "say-yes": say_yes,
    "partner": partner,
    "topic": topic,
}


def complement(trigger: Token, frames: Iterable[str]) -> Complement | None:
    """Return what the first fitting frame finds behind a trigger.

    Raises:
        KeyError: for a frame that no function is registered for.
    """
    for name in frames:
        found = FRAMES[name](trigger)
        if found is not None:
            return found
    return None


def is_passive_without_agent(trigger: Token) -> bool:
    """True for "was told to …" with nobody named who told."""
    return trigger.pos_ == "VERB" and is_passive(trigger) and child(trigger, "agent") is None
