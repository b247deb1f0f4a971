"""Clause frames: the constructions whose content is a clause: "urge X to Y", "demand that X Y", "bar X from Ying"."""

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.clauses import finite_clause, infinitive, noun_words, party_after, predicate
from demandeur.complement import Complement
from demandeur.grammar import child, children, has_to, is_passive, prepositional, prepositional_phrases, subtree
from demandeur.participants import patient, relative_object
from demandeur.rules import declare

TO_INFINITIVE = declare(
    "act.to-infinitive",
    "verb or noun, addressee, to and a verb: urge X to Y, refuse to Y",
    catches=("Ana Reyl urged Norway to sign the treaty.", "Norway was told to leave by Chad.", "Chad refused to sign."),
    spares=("Ana Reyl began to sign.", "She asked about the treaty."),
)
NOT_TO = declare(
    "act.not-to",
    "choose not to, decide not to: a refusal",
    catches=("Ana Reyl chose not to attend the talks.",),
    spares=("Ana Reyl chose to attend the talks.",),
)
THAT_CLAUSE = declare(
    "act.that-clause",
    "verb and that: demand that X Y",
    catches=("Chad demanded that Norway withdraw its ships.",),
    spares=("Chad insisted that it was innocent.",),
)
PREPOSITION_TO = declare(
    "act.preposition-to",
    "call on X to Y, appeal to X to Y",
    catches=("Norway called on Chad to withdraw.", "Reyl appealed to Chad to stop."),
    spares=("The plan appealed to Chad.",),
)
GERUND = declare(
    "act.gerund",
    "propose doing, bar X from doing",
    catches=("Ana Reyl proposed sending a team.",),
    spares=("She enjoyed sending a team.",),
)
CLEFT = declare(
    "act.cleft",
    "all X asked of Y was to Z; all, what X wants is Z",
    catches=(
        "Ana Reyl was tired. All she asked of Norway was to wait.",
        "“All we want is a proper consultation,” Ana Reyl said.",
    ),
    spares=("All Ana Reyl had was a tent.",),
)
ULTIMATUM = declare(
    "act.ultimatum",
    "give X until a time to Y",
    catches=(
        "Norway has given Chad until Friday to withdraw its ships.",
        "Norway gave Chad a week to leave.",
        "Chad has been given a week to withdraw its ships.",
        "Norway set a deadline for Chad to withdraw its ships.",
    ),
    spares=("Norway gave Chad a book to read.", "Norway missed the deadline for Chad to answer."),
)

_MANDATIVE = {"must", "should", "shall", "ought"}
_IMAGINED = {"will", "would", "can", "could", "might", "may"}
_SAME_IN_THE_PAST = {"put", "set", "let", "cut", "shut", "quit"}
_CAUSING = {"make", "get", "force", "compel", "oblige", "require"}
_MADE = {"make", "address", "direct", "issue", "send"}
_REPEATING = {"renew", "repeat", "reiterate", "make", "issue", "voice", "launch"}
_TIMES = {"hour", "day", "week", "month", "minute", "year", "deadline"}


def to_clause(trigger: Token) -> Complement | None:
    """Urge X to Y; in the passive, X was urged to Y."""
    clause = infinitive(trigger) or _of_the_state(trigger)
    if clause is None:
        return None
    addressee = child(clause, "nsubj") or _object_or_patient(trigger) or _made_to_act(clause)
    gone = relative_object(clause) if child(clause, "dobj", "ccomp", "xcomp", "prep") is None else None
    words = predicate(clause) if gone is None else noun_words(gone, clause)
    return Complement(TO_INFINITIVE, addressee, words, clause)


def _of_the_state(noun: Token) -> Token | None:
    """Return the clause of "is under pressure from X to Y", which the parser hangs on "is"."""
    verb = noun.head.head
    return infinitive(verb) if noun.head.lower_ == "under" and verb.pos_ in ("VERB", "AUX") else None


def _made_to_act(clause: Token) -> Token | None:
    """Return the firms of "a proposal to make firms pay": people or bodies whom others are to move."""
    if clause.lemma_ not in _CAUSING:
        return None
    inner = child(clause, "ccomp", "xcomp")
    noun = (child(inner, "nsubj") if inner is not None else None) or (child(clause, "dobj") if inner else None)
    if noun is None:
        return None
    known = noun.lower_ in lexicon.group_nouns() or noun.lower_ in lexicon.offices()
    return noun if known or noun.ent_type_ in ("GPE", "ORG", "PERSON", "NORP") else None


def _object_or_patient(trigger: Token) -> Token | None:
    if trigger.pos_ in ("VERB", "AUX"):
        return patient(trigger)
    return None


def not_to(trigger: Token) -> Complement | None:
    """Choose not to Y, decide not to Y: Y is refused."""
    found = to_clause(trigger)
    if found is None or found.clause is None or child(found.clause, "neg") is None:
        return None
    words = tuple(t for t in found.content if t.dep_ != "neg")
    return Complement(NOT_TO, None, words, found.clause)


def to_clause_with_object(trigger: Token) -> Complement | None:
    """Want X to Y, where "want to Y" would be no request."""
    found = to_clause(trigger)
    return found if found is not None and found.addressee is not None else None


def to_clause_active(trigger: Token) -> Complement | None:
    """Oblige X to Y; not "X was obliged to Y", nor "the law obliges X to Y"."""
    is_rule = trigger.tag_ in ("VBZ", "VBP") or (is_passive(trigger) and child(trigger, "agent") is None)
    return to_clause_with_object(trigger) if not is_rule else None


def that_clause(trigger: Token) -> Complement | None:
    """Demand that X Y."""
    clause = finite_clause(trigger) or _clause_of_the_verb(trigger)
    if clause is None:
        return None
    own = child(clause, "nsubj", "nsubjpass")
    if own is not None and own.dep_ == "nsubjpass" and is_passive(clause):  # "that the crew be freed": of nobody named
        return Complement(THAT_CLAUSE, None, (*subtree(own), *predicate(clause)), clause)
    return Complement(THAT_CLAUSE, own, tuple(predicate(clause)), clause)


def promised_clause(trigger: Token) -> Complement | None:
    """Assure X that Y will be done: where it is done already nothing is promised."""
    clause = finite_clause(trigger)
    if clause is None or not {c.lower_ for c in children(clause, "aux")} & {"will", "would", "shall", "could", "’ll"}:
        return None
    return that_clause(trigger)


def _clause_of_the_verb(noun: Token) -> Token | None:
    """Return the clause of "repeated its demand today that X Y", which the parser hangs on the verb."""
    if noun.pos_ != "NOUN" or noun.dep_ != "dobj":
        return None
    clause = finite_clause(noun.head)
    mark = child(clause, "mark") if clause is not None and clause.i > noun.i else None
    return clause if mark is not None and mark.lower_ == "that" else None


def mandative_clause(trigger: Token) -> Complement | None:
    """Insist that X must Y, suggest that X Y: only with "must", "should" or the bare verb."""
    clause = finite_clause(trigger)
    if clause is None:
        return None
    mark = child(clause, "mark")
    if mark is not None and mark.lower_ in ("whether", "if"):
        return None
    helpers = {c.lower_ for c in children(clause, "aux", "auxpass")}
    if helpers & _MANDATIVE or _is_subjunctive(clause, helpers) or _keeps_the_present(trigger, clause, helpers):
        return that_clause(trigger)
    return None


def _is_subjunctive(clause: Token, helpers: set[str]) -> bool:
    """True for "that Norway withdraw", "that Norway not withdraw", "that the ships be withdrawn"."""
    if clause.tag_ == "VB" and not helpers - {"not"}:
        return True
    own = child(clause, "nsubj")
    if (
        clause.tag_ == "VBP"
        and not helpers
        and own is not None
        and own.tag_ in ("NN", "NNP")
        and not children(own, "conj")
    ):
        return True  # "that the bank lend it money": one bank that lends would be "lends"
    return clause.tag_ == "VBN" and "be" in helpers and not helpers & _IMAGINED


def _keeps_the_present(trigger: Token, clause: Token, helpers: set[str]) -> bool:
    """True for "insisted that they withdraw": behind a past tense, the present can only be the bare verb."""
    if helpers or trigger.tag_ not in ("VBD", "VBN"):
        return False
    is_present = clause.tag_ in ("VBP", "VB") and clause.lemma_ not in ("be", "have")
    return is_present or clause.lower_ in _SAME_IN_THE_PAST


def on_to(trigger: Token) -> Complement | None:
    """Call on X to Y."""
    return _preposition_to(trigger, "on", "upon")


def with_to(trigger: Token) -> Complement | None:
    """Plead with X to Y, also where the parser reads "with X to Y" as a clause."""
    inside = [c for p in children(trigger, "prep") if p.lower_ == "with" for c in children(p, "pcomp")]
    marked = [c for c in children(trigger, "advcl", "ccomp") if any(m.lower_ == "with" for m in children(c, "mark"))]
    for clause in (*inside, *marked):
        whom = child(clause, "nsubj")
        if whom is not None and has_to(clause):
            return Complement(PREPOSITION_TO, whom, predicate(clause), clause)
    return _preposition_to(trigger, "with")


def to_to(trigger: Token) -> Complement | None:
    """Appeal to X to Y."""
    return _preposition_to(trigger, "to")


def _preposition_to(trigger: Token, *prepositions: str) -> Complement | None:
    made = (child(trigger, "acl") or _made(trigger)) if trigger.pos_ == "NOUN" else None
    via = made if made is not None and made.tag_ == "VBN" and made.lemma_ in _MADE else trigger
    addressee = party_after(via, *prepositions)
    if addressee is None:
        return None
    clause = infinitive(via) or infinitive(trigger) or infinitive(addressee) or infinitive(addressee.head)
    clause = clause or _right_behind(addressee)
    if clause is None and trigger.dep_ == "dobj" and trigger.head.lemma_ in _REPEATING:
        clause = infinitive(trigger.head)
    if clause is None:
        return None
    return Complement(PREPOSITION_TO, addressee, predicate(clause), clause)


def _made(noun: Token) -> Token | None:
    """Return the participle of "the appeals made to X to Y had failed", which the parser takes for the noun's verb."""
    return noun.head if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i == noun.i + 1 else None


def _right_behind(addressee: Token) -> Token | None:
    """Return the clause of "echo X's call to Y to Z", which the parser hangs on "echo"."""
    last = max((t.i for t in subtree(addressee)), default=addressee.i)
    to = addressee.doc[last + 1] if last + 1 < len(addressee.doc) else addressee
    return to.head if to.lower_ == "to" and to.dep_ == "aux" and to.head.dep_ in ("advcl", "xcomp") else None


def gerund(trigger: Token) -> Complement | None:
    """Propose Ying, reject Ying."""
    beside = [c for c in children(trigger, "advcl") if c.i > 0 and c.nbor(-1).dep_ == "prt"]  # "ruled out signing"
    for candidate in (*children(trigger, "xcomp", "pcomp", "ccomp", "dobj"), *beside):
        if candidate.tag_ == "VBG":
            return Complement(GERUND, None, predicate(candidate), candidate)
    return None


def preposition_gerund(*prepositions: str) -> Callable[[Token], Complement | None]:
    """Return the frame "pressure X into Ying", "bar X from Ying", "advise X against Ying"."""

    def frame(trigger: Token) -> Complement | None:
        for phrase in prepositional_phrases(trigger, *prepositions):
            clause = child(phrase, "pcomp")
            if clause is not None and patient(trigger) is not None:
                words = predicate(clause)
                is_unwanted = phrase.lower_ in ("against", "from")  # without it the words would read as asked for
                words = (phrase, *words) if is_unwanted else words
                return Complement(GERUND, patient(trigger), words, clause)
        return None

    return frame


def barred(trigger: Token) -> Complement | None:
    """Bar X from entering Y: X is turned away, where "bar X from leaving" only says what X may not do."""
    found = preposition_gerund("from")(trigger)
    entering = found is not None and found.clause.lemma_ in ("enter", "visit", "join", "attend", "come", "return")
    return replace(found, content=found.content[1:]) if entering else None  # "entering" is refused


def cleft(trigger: Token) -> Complement | None:
    """All I asked of X was to Y."""
    thing = child(trigger, "dobj") if trigger.dep_ == "csubj" else trigger.head
    main = trigger.head if trigger.dep_ == "csubj" else trigger.head.head
    if trigger.dep_ not in ("relcl", "csubj") or thing is None or main.lemma_ != "be":
        return None
    if thing.lower_ not in ("all", "what", "thing"):
        return None
    clause, wanted = infinitive(main), child(main, "attr")
    told = next((c for c in children(main, "ccomp") if child(c, "mark") is not None), None)
    if clause is None and told is not None and (own := child(told, "nsubj")) is not None:
        return Complement(CLEFT, own, predicate(told), told)  # "all I ask is that they mend it"
    if clause is None and (wanted is None or trigger.lemma_ != "want"):
        return None
    addressee = prepositional(trigger, "of", "from")
    if clause is not None and addressee is None and trigger.lemma_ == "want":
        return None  # "what Norway wants is to win"
    words = predicate(clause) if clause is not None else noun_words(wanted, main)
    return Complement(CLEFT, addressee, words, clause)


def ultimatum(trigger: Token) -> Complement | None:
    """Give X until Friday to Y, give X a week to Y."""
    whom = child(trigger, "dative", "dobj")
    if is_passive(trigger) and (given := child(trigger, "nsubjpass")) is not None:
        span = child(trigger, "dobj")
        due = infinitive(trigger) or _of_the_time(trigger) or (infinitive(span) if span is not None else None)
        timed = span is not None and span.lemma_ in _TIMES
        return Complement(ULTIMATUM, given, predicate(due), due) if due is not None and timed else None
    clause = infinitive(trigger) or _of_the_time(trigger) or _of_a_week(trigger)
    if clause is None or whom is None:
        return None
    window = trigger.doc[whom.i : clause.i]
    timed = any(t.lower_ in ("until", "till") or (t.lemma_ in _TIMES and t.i > whom.i) for t in window)
    return Complement(ULTIMATUM, whom, predicate(clause), clause) if timed else None


def _of_a_week(trigger: Token) -> Token | None:
    """Return the clause of "a week to Y", which the parser hangs on "week"."""
    span = next((c for c in children(trigger, "npadvmod", "dobj") if c.lemma_ in _TIMES), None)
    return infinitive(span) if span is not None else None


def _of_the_time(trigger: Token) -> Token | None:
    """Return the clause of "until the end of May to Y", which the parser hangs on "end"."""
    until = next((c for c in children(trigger, "prep") if c.lower_ in ("until", "till")), None)
    return next((c for t in subtree(until) if (c := infinitive(t)) is not None), None) if until is not None else None
