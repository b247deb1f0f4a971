"""Participants: who does what a verb or noun says, to whom it is done, and whose it is.

The parser ties only the nearest words; coordination, control, participles, relative clauses and passives tie the rest.
"""

from operator import attrgetter

from spacy.tokens import Token

from demandeur.grammar import (
    SUBJECTS,
    antecedent,
    child,
    children,
    goes_on_with,
    has_to,
    is_passive,
    prepositional,
    prepositional_phrases,
    sentence_of,
    stands_apart,
)
from demandeur.lexicon import speech
from demandeur.once import once_a_token
from demandeur.punishing import PUNISHING

DOCUMENTS = set(
    "statement letter report post tweet message memo memorandum email e-mail column brief article editorial op-ed "
    "essay release communique communiqué filing ruling paper book study analysis survey poll "
    "manifesto note complaint lawsuit petition declaration text transcript".split()
)
"""What somebody says in writing: it speaks for the one whose it is."""
_YIELDING = set(
    "agree consent bow accede yield respond comply submit cave give succumb capitulate buckle object react reply "
    "listen scoff balk sneer surrender acquiesce".split()
)
_HELPING = {"help", "assist", "support", "aid", "back", "encourage", "join"}
_PARTS_IN_IT = set(
    "judgment judgement role part wisdom hand complicity hypocrisy courage leadership motive failure success record "
    "error haste sincerity boldness involvement folly honesty tact skill".split()
)
"""What somebody has in a deed: "X's judgment in supporting it"."""
_SHOWING = set("video picture footage image photo photograph clip tape recording film sight memory story".split())
_WRITING = {"email", "write", "text", "tell", "message", "cable"}
ENDORSING = {"echo", "back", "support", "join", "endorse", "second"}
"""Of these, the verbs whose subject makes the demand its own."""
_AIMS = set(
    "agreement attempt campaign commitment consent contribution decision desire determination effort "
    "initiative insistence intention involvement leadership objection offer opposition plan pledge policy promise "
    "proposal readiness refusal reluctance resistance unwillingness willingness wish work".split()
)
"""Nouns of which X in "the efforts of X" is the one who makes them, not the one they are for."""
_HOLDING = set("hold impose seize imprison jail detain capture kidnap take declare abduct impound arrest".split())


def agent(verb: Token) -> Token | None:
    """Return Y in "was told by Y"."""
    by = child(verb, "agent") or next(prepositional_phrases(verb, "by"), None)
    return child(by, "pobj") if by is not None else None


def holder(verb: Token) -> Token | None:
    """Return X in "prisoners held by X were freed", "the ban imposed by X was lifted"."""
    thing = child(verb, "nsubjpass")
    clause = child(thing, "acl") if thing is not None else None
    return agent(clause) if clause is not None and clause.lemma_ in _HOLDING else None


@once_a_token
def patient(verb: Token) -> Token | None:
    """Return the one whom the verb is done to: its object, or its subject in the passive."""
    if is_passive(verb):
        own = child(verb, "nsubjpass")
        if own is not None:
            return antecedent(own)
        if verb.dep_ == "acl":
            return verb.head
        return surface_subject(verb)
    own = child(verb, "dobj", "dative") or _object_with_participle(verb) or relative_object(verb)
    return own or _object_behind_as(verb)


def _object_behind_as(verb: Token) -> Token | None:
    """Return the claim in "dismissed as absurd a claim by Chad", which the parser hangs on "as"."""
    noun = prepositional(verb, "as")
    judged, article = (child(noun, "amod"), child(noun, "det", "poss")) if noun is not None else (None, None)
    return noun if judged is not None and article is not None and judged.i < article.i else None


def _object_with_participle(verb: Token) -> Token | None:
    """Return the refugees in "accept refugees fleeing violence", whom the parser takes for the subject of a clause."""
    clause = child(verb, "ccomp")
    noun = child(clause, "nsubj") if clause is not None and clause.tag_ == "VBG" else None
    return noun if noun is not None and noun.left_edge.i == verb.i + 1 and noun.i < clause.i else None


def relative_object(verb: Token) -> Token | None:
    """Return the noun before "which X is ready to accept": the object that the relative pronoun takes away."""
    top = verb
    while top.dep_ in ("xcomp", "acl", "ccomp", "pcomp", "attr", "dobj", "acomp", "prep") and top.head != top:
        top = top.head
    if top.dep_ != "relcl":
        return None
    for pronoun in children(top, "dobj", "pobj"):
        if pronoun.tag_ == "WDT":
            return top.head
    contact = top != verb and child(top, "nsubj") is not None and child(top, "dobj") is None
    return top.head if contact and child(top, "nsubj").tag_ not in ("WDT", "WP") else None


@once_a_token
def subject(verb: Token) -> Token | None:
    """Return the noun that performs the verb, also over conjunction, control, participle and relative clause.

    For a passive it is the agent, or ``None`` when the text names none.
    """
    return agent(verb) if is_passive(verb) else _subject(verb, with_passive=False)


@once_a_token
def surface_subject(verb: Token) -> Token | None:
    """Return the verb's grammatical subject: of a passive, the one it is done to."""
    return _subject(verb, with_passive=True)


def _subject(verb: Token, *, with_passive: bool) -> Token | None:
    beside = children(verb, "nsubj", "nsubjpass")  # "the reason that X refuses" may have two
    own = next((s for s in beside if s.tag_ not in ("WDT", "WP")), beside[0] if beside else _stray_subject(verb))
    if len(beside) > 1 and beside[-1].lower_ in ("i", "we") and beside[-1].nbor(-1).text == ",":
        own = beside[-1]  # "Ms Reyl, I ask you to come"
    if len(beside) > 2 and own is not None and own.nbor().text == "-" and own.nbor(2) in beside:
        own = own.nbor(2)  # the president of "the vice-president", in three parts
    own = named_right_behind(own) or own if own is not None else None
    own = _behind_but(own) or own if own is not None else None
    own = _behind_an_object(verb, own) or own if own is not None else None
    if own is not None and own.dep_ == "nsubjpass" and not with_passive:
        own = None
    if own is not None and own.tag_ == "VBG":  # "the mission operating in the valley said", read as a clause
        own = child(own, "nsubj") or own
    if own is not None:
        return _named_before(antecedent(own))
    if (shown := _shown(verb)) is not None:
        return shown
    governor = verb.head
    if governor == verb:
        return None
    if verb.dep_ == "conj" and governor.pos_ in ("VERB", "AUX"):
        return _over_a_reported_clause(verb) or surface_subject(goes_on_with(verb))
    if verb.dep_ in ("xcomp", "ccomp") and governor.pos_ in ("VERB", "AUX"):
        done_to = patient(governor)
        return done_to if done_to is not None and done_to.i < verb.i else surface_subject(governor)
    if verb.dep_ == "xcomp" and governor.pos_ == "ADJ":
        return surface_subject(governor.head) if governor.head.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "advcl" and governor.pos_ in ("VERB", "AUX"):
        return surface_subject(governor)
    if verb.dep_ in ("acl", "relcl"):
        return _subject_of_noun_clause(verb, governor)
    if verb.dep_ == "pcomp" and governor.dep_ in ("prep", "agent"):
        return _blamed(governor) or _whose_part(governor) or _subject_over_preposition(governor.head)
    return None


def _shown(verb: Token) -> Token | None:
    """Return X of "videos of X insulting them", whatever the parser hung the participle on."""
    name = verb.nbor(-1) if verb.tag_ == "VBG" and verb.i else None
    is_of = name is not None and name.dep_ == "pobj" and name.head.lower_ == "of"
    return name if is_of and name.head.head.lemma_ in _SHOWING else None


def _named_before(noun: Token) -> Token:
    """Return X for the senator of "X, a senator who opposes it"; any other noun itself."""
    is_kind = noun.dep_ == "appos" and any(c.lower_ in ("a", "an") for c in children(noun, "det"))
    return noun.head if is_kind and noun.head.pos_ == "PROPN" else noun


def named_right_behind(noun: Token) -> Token | None:
    """Return the name of "the passengers' group RailVoice", which the parser may take for a second subject."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    is_name = noun.pos_ == "NOUN" and behind.pos_ == "PROPN" and behind.dep_ == noun.dep_ == "nsubj"
    return behind if is_name and behind.head == noun.head else None


def _behind_but(noun: Token) -> Token | None:
    """Return the party of "the minister offered it, but the party refused", read as one subject of "refused"."""
    other = child(noun, "conj")
    is_torn = other is not None and any(c.lower_ == "but" for c in children(noun, "cc"))
    return other if is_torn and child(noun, "acl") is not None else None


def _behind_an_object(verb: Token, noun: Token) -> Token | None:
    """Return Dahl of "Reyl has scorned the Herald and Dahl has blamed the union", read as one subject of "blamed"."""
    other, before = child(noun, "conj"), verb.head
    if other is None or noun.pos_ != "PROPN" or verb.dep_ not in ("ccomp", "conj") or before.pos_ != "VERB":
        return None
    is_one = any(t.tag_ == "VBZ" for t in (verb, *children(verb, "aux")))
    is_torn = is_one and before.i == noun.left_edge.i - 1 and child(before, "dobj") is None
    return other if is_torn and child(verb, "mark") is None and other.i < verb.i else None


def _with_participle(verb: Token) -> Token | None:
    """Return the gunmen of "gunmen holding a bank freed two, police said", read as if they held and then freed."""
    clause = child(verb, "csubj") or (verb.head if verb.dep_ in ("conj", "ccomp") else None)
    if clause is None or clause.tag_ != "VBG" or clause.i > verb.i or children(clause, "aux", "mark"):
        return None
    noun = child(clause, "nsubj")
    is_finite = verb.tag_ in ("VBD", "VBZ", "VBP") or bool(children(verb, "aux"))
    return noun if noun is not None and is_finite and noun.i == clause.i - 1 else None


def _stray_subject(verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser took for a conjunct of the verb before it."""
    if (noun := _with_participle(verb)) is not None:
        return noun
    first = min([verb, *children(verb, "aux", "neg")], key=attrgetter("i"))
    if (verb.tag_ not in ("VBD", "VBZ", "VBP") and not children(verb, "aux")) or first.i == 0:
        return None
    before = verb.doc[first.i - 1]
    strayed = before.pos_ in ("NOUN", "PROPN") and before.dep_ in ("conj", "npadvmod", "dep")
    if strayed and before.head.pos_ in ("VERB", "AUX"):
        return before if before.head.is_ancestor(verb) or verb.is_ancestor(before) else None
    return None


def speaking_subject(verb: Token) -> Token | None:
    """Return who says what the verb says.

    It is the verb's subject; of a statement that somebody issues ("R issued a statement saying") its issuer; of a
    participle behind a comma ("…, saying that"), which the parser likes to hang on the noun before it, the subject of
    the nearest verb of speech above, else of the sentence.
    """
    own = _over_a_reported_clause(verb) or subject(verb)
    if own is None:
        return surface_subject(verb) if verb.lemma_ == "quote" else _has_said(verb) or _noun_before(verb)
    if verb.tag_ != "VBG" or verb.dep_ in ("ROOT", "pcomp") or child(verb, "nsubj", "aux") is not None:
        return own
    if own.lemma_.lower() in DOCUMENTS and own.dep_ == "dobj":
        return subject(own.head) or own
    return _over_the_comma(verb) or own


def _over_a_reported_clause(verb: Token) -> Token | None:
    """Return R in "R wrote that the deal was dead and urged the senate to go": the parser ties "urged" to "was"."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or clause.i < clause.head.i or child(verb, "nsubj", "nsubjpass"):
        return None
    verbs = speech.reporting_verbs()
    if verb.tag_ != clause.head.tag_ or not {verb.lemma_.lower(), clause.head.lemma_.lower()} <= verbs.keys():
        return None
    return subject(clause.head)


def _over_the_comma(participle: Token) -> Token | None:
    """Return the subject of the verb of speech, else the outermost verb, that a participle behind a comma goes on."""
    first = participle.left_edge
    if first.i == 0 or not stands_apart(first):
        return None
    above = [t for t in participle.ancestors if t.i < participle.i and child(t, "nsubj") is not None]
    above = [t for t in above if t.pos_ in ("VERB", "AUX")]
    speaking = [t for t in above if t.lemma_.lower() in speech.reporting_verbs()]
    nearest = next(iter(speaking), above[-1] if above else None)
    found = subject(nearest) if nearest is not None else None
    return found if found is not None and found.i < participle.i else None


def _has_said(verb: Token) -> Token | None:
    """Return "he" in "he’s said", which reads like a passive."""
    own, auxiliary = child(verb, "nsubjpass"), child(verb, "auxpass")
    contracted = auxiliary is not None and auxiliary.lower_ in ("’s", "'s")
    return own if contracted and own is not None and own.lower_ in ("he", "she", "who") else None


def _noun_before(verb: Token) -> Token | None:
    """Return the noun that ends right before a finite verb to which the parser gave no subject."""
    if verb.tag_ not in ("VBD", "VBZ") or verb.i == sentence_of(verb).start or is_passive(verb):
        return None
    before = verb.nbor(-1)
    while before.dep_ in ("advmod", "aux") and before.i > sentence_of(verb).start:
        before = before.nbor(-1)
    if before.pos_ not in ("NOUN", "PROPN") or before.dep_ in ("pobj", "dobj"):
        return None
    return before.head if before.dep_ == "compound" and before.head.i < verb.i else before


def _subject_of_noun_clause(verb: Token, noun: Token) -> Token | None:
    if verb.tag_ == "VBG":
        is_told = noun.dep_ == "dobj" and noun.head.lemma_ in _WRITING
        is_said = verb.lemma_.lower() in speech.reporting_verbs()
        return surface_subject(noun.head) if is_told and is_said else noun  # "emailed supporters vowing to win"
    is_main = noun.dep_ in ("ROOT", *SUBJECTS) and not is_passive(verb)
    if is_main and child(verb, "nsubj") is None and verb.tag_ in ("VBD", "VBN"):
        return noun  # "generals conferred with …", read as generals who were conferred
    possessor = child(noun, "poss") or _whose_aim(noun)
    if possessor is not None:
        return possessor
    governor = noun.head
    if noun.dep_ in ("dobj", "attr", "pobj", "oprd") and governor.pos_ in ("VERB", "AUX"):
        return surface_subject(governor)
    if noun.dep_ == "pobj" and governor.dep_ == "prep":
        return _subject_over_preposition(governor.head)
    return noun if noun.dep_ in SUBJECTS and verb.tag_ != "VB" else None


def _blamed(preposition: Token) -> Token | None:
    """Return X in "blamed X for refusing", "accused X of hiding", "kept X from leaving", "helped X in building"."""
    verb = preposition.head
    helped = preposition.lower_ == "in" and verb.lemma_ in _HELPING
    if (preposition.lower_ not in ("for", "of", "from") and not helped) or verb.pos_ != "VERB":
        return None
    whom = patient(verb) or prepositional(verb, "at")
    if whom is None or whom.pos_ in ("PROPN", "PRON") or whom.ent_type_ in ("GPE", "ORG", "NORP", "PERSON"):
        return whom
    words = speech.act_words().get((verb.lemma_.lower(), "verb"), ()) if preposition.lower_ in ("for", "of") else ()
    return whom if verb.lemma_ in PUNISHING or any(word.act in ("ACCUSE", "SUPPORT") for word in words) else None


def _whose_part(preposition: Token) -> Token | None:
    """Return X in "questioned X's judgment in supporting it", "X's role in stopping it"."""
    before = preposition.nbor(-1) if preposition.i and preposition.lower_ in ("in", "at", "for") else None
    return child(before, "poss") if before is not None and before.lemma_ in _PARTS_IN_IT else None


def _subject_over_preposition(governor: Token) -> Token | None:
    if governor.pos_ in ("VERB", "AUX"):
        return surface_subject(governor)
    return owner(governor)


def _whose_aim(noun: Token) -> Token | None:
    """Return X of "the willingness of X to talk", "the failure of X to do so", "the efforts of X"."""
    whose = prepositional(noun, "of")
    is_aim = any(has_to(clause) for clause in children(noun, "acl"))
    by_name = whose is not None and whose.pos_ == "PROPN" and noun.lemma_.lower() in _AIMS
    return whose if is_aim or by_name else None


def is_taken(noun: Token) -> bool:
    """True for "calls" in "X rejected calls", "calls were rejected by X": they are not X's."""
    if noun.head.lemma_ == "table" and any(c.lower_ in ("a", "an") for c in children(noun, "det")):
        return False  # "tabled a motion": made it
    return noun.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and noun.head.lemma_ in speech.taking_verbs()


def owner(noun: Token) -> Token | None:
    """Return whose a noun is: "its" in "its demand", X in "the demand of X", else who has it ("X made a demand")."""
    if (possessor := child(noun, "poss")) is not None:
        return possessor
    if (by := prepositional(noun, "by", "from")) is not None:
        return by
    if (whose := _whose_aim(noun)) is not None:
        return whose
    governor = noun.head
    if is_taken(noun) and governor.lemma_ not in ENDORSING:
        return None
    if noun.dep_ in ("dobj", "attr", "oprd") and governor.pos_ in ("VERB", "AUX"):
        return subject(governor)
    if noun.dep_ == "nsubjpass" and governor.pos_ == "VERB":
        return agent(governor)
    beside_a_verb = noun.dep_ == "pobj" and governor.head.pos_ in ("VERB", "AUX")
    if noun.dep_ == "pobj" and governor.lower_ == "against":
        return None  # "argued against proposals to build it": somebody else's
    if beside_a_verb and governor.head.lemma_ in _YIELDING:
        return None  # "agreed to a demand": somebody else's
    if beside_a_verb and governor.lower_ in ("in", "with", "on", "for", "to"):
        return subject(governor.head)
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        return owner(noun.head)
    return prepositional(noun, "of") if noun.lemma_ in ("demand", "insistence", "urging", "request", "plea") else None
